#include "tests/layers/literals.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>

namespace lynceus {

namespace {

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Reads a source from left to right. A literal ends at everything except white space, comments and literals.
class LiteralReader
{
public:
    explicit LiteralReader(const std::string &source)
        : m_source(source)
    { }

    std::vector<Literal> read()
    {
        while (m_at < m_source.size())
            step();
        close();
        return m_literals;
    }

private:
    void step()
    {
        const char c = m_source[m_at];
        if (c == '\n')
            ++m_line;
        if (std::isspace(static_cast<unsigned char>(c)) != 0)
            ++m_at;
        else if (m_source.compare(m_at, 2, "//") == 0)
            skipTo("\n", false);
        else if (m_source.compare(m_at, 2, "/*") == 0)
            skipTo("*/", true);
        else if (c == '#')
            skipTo("\n", false); // directives contain no texts
        else if (c == '"')
            readLiteral();
        else if (c == '\'')
            skipCharacter();
        else if (isWordCharacter(c))
            readWord();
        else
            readSign(c);
    }

    void skipTo(const std::string &end, bool isIncluded)
    {
        const auto found = std::min(m_source.find(end, m_at), m_source.size());
        m_line += std::size_t(
            std::count(m_source.begin() + std::ptrdiff_t(m_at), m_source.begin() + std::ptrdiff_t(found), '\n'));
        m_at = std::min(m_source.size(), found + (isIncluded ? end.size() : 0));
    }

    void skipCharacter()
    {
        close();
        for (++m_at; m_at < m_source.size() && m_source[m_at] != '\''; ++m_at)
            m_at += m_source[m_at] == '\\' ? 1 : 0;
        ++m_at;
    }

    void readLiteral()
    {
        if (!m_isOpen) {
            m_literals.push_back({m_line, {}, m_isArgument});
            m_isOpen = true;
        }
        auto &text = m_literals.back().text;
        for (++m_at; m_at < m_source.size() && m_source[m_at] != '"'; ++m_at) {
            text += m_source[m_at];
            if (m_source[m_at] == '\\' && m_at + 1 < m_source.size())
                text += m_source[++m_at];
        }
        ++m_at;
    }

    void readWord()
    {
        const auto begin = m_at;
        const auto isSeparator = [this, begin] { // 1'000
            return m_source[m_at] == '\'' && std::isdigit(static_cast<unsigned char>(m_source[begin])) != 0;
        };
        while (m_at < m_source.size() && (isWordCharacter(m_source[m_at]) || isSeparator()))
            ++m_at;
        const auto word = m_source.substr(begin, m_at - begin);
        const bool isQuoted = m_at < m_source.size() && m_source[m_at] == '"';
        if (isQuoted && word.ends_with('R')) {
            close();
            const auto bracket = m_source.find('(', m_at);
            skipTo(")" + m_source.substr(m_at + 1, bracket - m_at - 1) + "\"", true);
        } else if (!(isQuoted && (word == "u" || word == "u8")) && m_source[begin - (begin > 0 ? 1 : 0)] != '"') {
            close(); // neither the prefix nor the suffix of a literal
            m_word = word;
        }
    }

    void readSign(char sign)
    {
        close();
        static constexpr std::array kTranslating{"tr", "QT_TR_NOOP", "QT_TRANSLATE_NOOP", "translate"};
        if (sign == '(')
            m_isArgument = std::ranges::find(kTranslating, m_word) != kTranslating.end();
        else if (sign != ',' || (m_word != "translate" && m_word != "QT_TRANSLATE_NOOP"))
            m_isArgument = m_isArgument && (sign == '?' || sign == ':');
        if (sign != '(' && sign != ',')
            m_word.clear();
        ++m_at;
    }

    void close() { m_isOpen = false; }

    const std::string &m_source;
    std::vector<Literal> m_literals;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::string m_word;
    bool m_isOpen = false;
    bool m_isArgument = false;
};

struct Phrase
{
    std::regex expression;
    const char *instead;
};

Phrase phrase(const char *expression, const char *instead)
{
    return {std::regex(expression, std::regex::icase | std::regex::optimize), instead};
}

/// Phrases that docs/words.md excludes. A test cannot judge style, but it prevents replaced phrases from coming back.
const std::vector<Phrase> &phrases()
{
    static const std::vector<Phrase> all{
        phrase(R"(\b(somebody|someone|whoever|people|nobody|anybody|everybody)\b)",
               "name who it is: you, your "
               "administrator, another process"),
        phrase(R"(\ba person\b)", "you"),
        phrase(R"(\bofficial client\b)", "argocd CLI"),
        phrase(R"(\bkeyring\b)", "keychain"),
        phrase(R"(\btapes?\b)", "recording"),
        phrase(R"(\bverbs?\b)", "command"),
        phrase(R"(\b(a|an|this|the) own\b|\bown authority\b)", "your own, its own"),
        phrase(R"(\bis called like\b|\bcalls itself\b|\btakes itself for\b)", "is named, reports the name"),
        phrase(R"(\b(goes|go|going) on\b)", "continues, keeps running"),
        phrase(R"(\blets? go of\b)", "releases"),
        phrase(R"(\bthe way there\b)", "the address, the sign-in method"),
        phrase(R"(\b(is|are) (no|none)\b(?! (longer|watches|history)))", "is not a"),
        phrase(R"(\bany more\b)", "no longer"),
        phrase(R"(\bby itself\b)", "automatically"),
        phrase(R"(\bby hand\b)", "manually"),
        phrase(R"(\b(afresh|anew)\b)", "again"),
        phrase(R"(\b(put|puts) aside\b)", "renamed, kept as"),
        phrase(R"(\bin between\b)", "on the network path"),
        phrase(R"(\bis well\b)", "is healthy"),
        phrase(R"(\btime is up\b)", "the deadline has passed"),
        phrase(R"(\bheld up\b|\bholds? [a-z]+ back\b)", "blocked, blocks"),
        phrase(R"(\btook (its|the) place\b)", "was replaced by"),
        phrase(R"(\b(was|is) (heard|told)\b|\bheard (it|from)\b)", "received, reported"),
        phrase(R"(\bmay not (see|read|list)\b)", "does not have access to"),
        phrase(R"(\b(may|can) (it|this) be that\b)", "a statement"),
        phrase(R"(\bplease\b)", "an imperative"),
        phrase(R"(\bask for the right\b)", "ask your administrator for the permission"),
        phrase(R"(\bwrite it (like|as)\b|\bsays (it|which|so)\b)", "use for example"),
        phrase(R"(\bword too many\b)", "unexpected argument"),
        phrase(R"(\bto look at\b|\ba look at\b|\bneeds? a look\b)", "to check"),
    };
    return all;
}

/// Removes names that contain a word of the list.
std::string withoutNames(std::string text)
{
    for (const std::string name : {"gnome-keyring", "GNOME Keyring", "default keyring"}) {
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
            text.erase(at, name.size());
    }
    return text;
}

std::string faultOfWords(const std::string &text)
{
    const auto checked = withoutNames(text);
    for (const auto &[expression, instead] : phrases()) {
        std::smatch match;
        if (std::regex_search(checked, match, expression))
            return "\"" + match.str() + "\": write " + instead;
    }
    return {};
}

/// Text with a final full stop is a sentence; otherwise it is a label or a fragment.
std::string faultOfSentence(const std::string &text)
{
    static const std::regex lower("^[a-z]");
    static const std::regex option("^[a-z][a-z-]+ [A-Z…]"); // a command starts with its name
    static const std::regex subjectless(
        "^(Cannot|Could|Can't|Is|Are|Was|Were|Has|Have|Does|Did|May|Must|Will|Should) [^?]*\\.$");
    static const std::regex several(R"([a-z%0-9]\. [A-Z])");
    if (text.ends_with('.') && !text.ends_with("..") && std::regex_search(text, lower))
        return "a sentence begins with a capital letter";
    if (std::regex_search(text, several) && std::regex_search(text, lower))
        return "a text of several sentences begins with a capital letter";
    if (std::regex_search(text, several) && !text.ends_with('.') && !text.ends_with('?') && !text.ends_with(')')
        && !std::regex_search(text, std::regex("%[0-9]$|…$|[a-z0-9]:[0-9.]+$")))
        return "the last of several sentences ends with a full stop";
    if (std::regex_search(text, subjectless))
        return "a sentence names its subject";
    if (text.find('!') != std::string::npos)
        return "no exclamation marks";
    return {};
}

} // namespace

std::vector<Literal> literalsOf(const std::string &source)
{
    return LiteralReader(source).read();
}

std::string faultOf(const Literal &literal)
{
    const bool isText = literal.isTranslated || literal.text.find(' ') != std::string::npos; // else a key or path
    if (!isText)
        return {};
    if (auto fault = faultOfWords(literal.text); !fault.empty())
        return fault;
    return literal.isTranslated ? faultOfSentence(literal.text) : std::string();
}

} // namespace lynceus
