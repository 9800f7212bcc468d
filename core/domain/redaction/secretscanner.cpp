#include "core/domain/redaction/secretscanner.h"

#include "core/domain/redaction/programflags.h"
#include "core/domain/redaction/secretnames.h"
#include "core/domain/redaction/textreader.h"
#include "core/domain/redaction/tokenshapes.h"
#include "core/domain/redaction/yamlsecrets.h"

#include <algorithm>
#include <array>

namespace lynceus {

namespace {

constexpr QByteArrayView kMark("…");
constexpr qsizetype kNear = 80;              // bytes within which a random value belongs to the name before it
constexpr qsizetype kLongestAuthority = 256; // bytes of user, password and host that are checked
constexpr qsizetype kLongestRandom = 128;    // bytes of a random value that are checked
constexpr qsizetype kLongestLabel = 64;      // bytes between the dashes of "-----BEGIN … PRIVATE KEY-----"
constexpr qsizetype kShortestHash = 16;      // characters after "$6$"
constexpr qsizetype kShortestProse = 8;      // characters of a value after "token: "

bool isEncoded(char c)
{
    return isWord(c) || c == '+' || c == '/' || c == '=' || c == '~';
}

bool isSame(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && left.compare(right, Qt::CaseInsensitive) == 0;
}

bool isOneOf(QByteArrayView word, std::initializer_list<QByteArrayView> words)
{
    return std::ranges::any_of(words, [&](QByteArrayView each) { return isSame(word, each); });
}

/// 1.5.0, v2, latest: after a colon, the tag of an image.
bool isVersion(QByteArrayView value)
{
    const auto text = value.startsWith('v') ? value.sliced(1) : value;
    return value == "latest"
        || (!text.isEmpty() && isDigit(text.front()) && text.indexOf('.') > 0
            && std::ranges::all_of(text, [](char c) { return isWord(c) || c == '+'; }));
}

/// Checks each byte a limited number of times: recognised text is not checked again.
class Scanner final
{
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
        , m_read(text)
    { }

    QByteArray scan()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (isWord(c))
                word();
            else if (c == ':')
                colon();
            else if (c == '$')
                passwordHash();
            else if (c == '~')
                azureSecret();
            else {
                const bool isJoined = c == '|' || (c == '&' && m_read.charAt(m_at + 1) == '&');
                if (isJoined && m_read.charAt(m_at - 1) == ' ')
                    m_program = {}; // another command follows
                if (c == '[')
                    m_isInList = m_read.charAt(m_at - 1) == ' ' && m_read.charAt(m_at - 2) == ':';
                else if (c == ']')
                    m_isInList = false;
                else if (c == '\n')
                    endLine();
                ++m_at;
            }
        }
        m_out += m_text.sliced(m_copied);
        return std::move(m_out);
    }

private:
    void endLine()
    {
        m_nearUntil = 0;
        // A command continues behind "\\", and a list of arguments behind its commas.
        const qsizetype last = m_read.charAt(m_at - 1) == '\r' ? m_at - 2 : m_at - 1;
        const bool isList = m_read.charAt(last) == ',' && m_read.charAt(last - 1) == '"';
        if (!isList && m_read.charAt(last) != '\\')
            m_program = {};
        m_login = false;
        const char end = m_read.charAt(last);
        m_isInList = m_isInList && (end == ',' || end == '[');
    }

    /// Removes everything from @p from to @p to, which is not checked again.
    void cut(qsizetype from, qsizetype to)
    {
        from = std::max(from, m_copied);
        if (to > from) {
            m_out += m_text.sliced(m_copied, from - m_copied);
            if (!m_out.endsWith(kMark) || from > m_copied || m_out.isEmpty())
                m_out += kMark;
            m_copied = to;
        }
        m_at = std::max(m_at, to);
    }

    void word()
    {
        const qsizetype start = m_at;
        const qsizetype end = m_read.endOf(start, isWord);
        const auto run = m_text.sliced(start, end - start);
        m_at = end;
        if (privateKey(start, run) || token(start, end) || wellKnownUrl(start, end, run) || bot(start, end, run))
            return;
        if (run.size() < 2 || keyLine(start))
            return;
        if (nearRandom(start, end) || program(start, end, run) || scheme(end, run) || login(end, run))
            return;
        if (run == "name" && pair(start, end))
            return;
        assignment(start, end, run);
    }

    /// "-----BEGIN OPENSSH PRIVATE KEY-----" to its end mark.
    bool privateKey(qsizetype start, QByteArrayView run)
    {
        const auto dashes = run.indexOf("-----BEGIN");
        if (dashes < 0)
            return false;
        const auto label = m_text.sliced(start + dashes, std::min(kLongestLabel, m_text.size() - start - dashes));
        if (!label.contains("PRIVATE KEY"))
            return false;
        auto end = m_text.indexOf("-----END", start + dashes);
        if (end >= 0)
            end = m_text.indexOf("-----", end + 8);
        cut(start + dashes, end < 0 ? m_text.size() : end + 5);
        return true;
    }

    /// Within a run, a token may start after each separator, and after the letter of an escape.
    bool token(qsizetype start, qsizetype end)
    {
        const bool isEscaped = m_read.charAt(start - 1) == '\\';
        const qsizetype behindCode = isEscaped && m_text[start] == 'u' ? start + 5 : -1;
        for (qsizetype at = start; at < end; ++at) {
            const bool begins =
                at == start || !isLetterOrDigit(m_text[at - 1]) || (isEscaped && at == start + 1) || at == behindCode;
            // Base64 JSON may also follow digits directly.
            const bool isJwt = m_text[at] == 'e' && isDigit(m_read.charAt(at - 1));
            if ((!begins && !isJwt) || !mayBeginToken(m_text[at]))
                continue;
            if (const auto stop = endOfToken(m_text, at); stop > 0) {
                cut(at, std::max(stop, at + 3));
                return true;
            }
        }
        return threeParts(start, end);
    }

    /// Three long random parts separated by dots are a token of an unknown issuer.
    bool threeParts(qsizetype start, qsizetype end)
    {
        constexpr qsizetype kShortestPart = 20;
        int parts = 0;
        int mixed = 0;
        qsizetype begin = start;
        for (qsizetype at = start; at < end;) {
            const auto stop = std::min(m_read.endOf(at, [](char c) { return isWord(c) && c != '.'; }), end);
            const auto part = m_text.sliced(at, stop - at);
            if (part.size() < kShortestPart) {
                parts = 0;
                mixed = 0;
                begin = stop + 1;
            } else {
                ++parts;
                mixed += looksRandom(part) ? 1 : 0;
            }
            if (parts >= 3 && mixed >= 2) {
                cut(begin, end);
                return true;
            }
            at = stop + 1;
        }
        if (end - start > kShortestPart && m_text.sliced(start, end - start).contains(".atlasv1.")) {
            cut(start, end);
            return true;
        }
        return false;
    }

    /// URLs that grant access to anyone who knows them.
    bool wellKnownUrl(qsizetype start, qsizetype end, QByteArrayView run)
    {
        const bool isHook = (isSame(run, "hooks.slack.com") && m_read.startsAt(end, "/"))
            || ((isSame(run, "discord.com") || isSame(run, "discordapp.com")) && m_read.startsAt(end, "/api/webhooks/"))
            || (run.endsWith("webhook.office.com") && m_read.startsAt(end, "/"));
        if (isHook)
            cut(end + 1, m_read.endOfBare(end + 1, ",)"));
        else if (run == "1" && m_read.startsAt(end, "//0")
                 && m_read.endOf(end + 2, isWord) - end > kNear / 4) // Google's refresh token
            cut(start, m_read.endOf(end + 2, isWord));
        else
            return false;
        return true;
    }

    /// 123456789:AAF… of a Telegram bot.
    bool bot(qsizetype start, qsizetype end, QByteArrayView run)
    {
        constexpr qsizetype kLength = 35;
        const bool isNumber = run.size() >= 8 && run.size() <= 10 && std::ranges::all_of(run, isDigit);
        if (!isNumber || m_read.charAt(end) != ':' || m_read.endOf(end + 1, isWord) - end - 1 != kLength)
            return false;
        cut(start, end + 1 + kLength);
        return true;
    }

    /// A line with only encoded bytes: part of a key that started on another line of a log.
    bool keyLine(qsizetype start)
    {
        constexpr qsizetype kShortestLine = 48; // RFC 7468 requires 64
        if (start > 0 && m_text[start - 1] != '\n')
            return false;
        const auto stop = m_read.endOf(start, isEncoded);
        const bool isWhole = stop == m_text.size() || m_text[stop] == '\n' || m_text[stop] == '\r';
        if (!isWhole || stop - start < kShortestLine || !looksRandom(m_text.sliced(start, stop - start)))
            return false;
        cut(start, stop);
        return true;
    }

    /// "the secret access key is wJalrXUtnFEMI…".
    bool nearRandom(qsizetype start, qsizetype end)
    {
        if (start >= m_nearUntil)
            return false;
        auto stop = end;
        while (stop < std::min(m_text.size(), start + kLongestRandom) && isEncoded(m_text[stop]))
            ++stop;
        if (!looksRandom(m_text.sliced(start, stop - start)))
            return false;
        cut(start, stop);
        return true;
    }

    /// `mysql -pSECRET`, `curl -u user:pass`, `"redis-cli", "-a", "SECRET"`.
    bool program(qsizetype start, qsizetype end, QByteArrayView run)
    {
        if (const auto known = programWithSecretFlags(run); !known.isEmpty()) {
            m_program = known;
            return false;
        }
        if (m_program.isEmpty() || run.front() != '-')
            return false;
        const bool isQuoted = !m_read.quoteAt(end).isEmpty() && isQuote(m_read.charAt(start - 1));
        const bool isElement = isQuoted || (m_isInList && m_read.charAt(end) == ',');
        const bool isAttached = m_read.charAt(end) == '=' || (!isQuoted && opensValue(end));
        const auto begin = secretInArgument(m_program, isAttached ? m_text.sliced(start, run.size() + 1) : run);
        if (begin < 0)
            return false;
        auto from = start + begin;
        if (from == end && !isAttached)
            from = isElement ? nextElement(end) : m_read.skipBlanks(end);
        if (from < 0 || (from == end && !isAttached))
            return false;
        const auto quote = m_read.quoteAt(from);
        from += quote.size();
        cut(from, quote.isEmpty() ? m_read.endOfBare(from, endsOfArgument()) : m_read.endOfQuoted(from, quote));
        return true;
    }

    [[nodiscard]] QByteArrayView endsOfArgument() const { return m_isInList ? ",]" : QByteArrayView(); }

    /// A quote that opens a value. The end of a quoted text is followed by a blank or by punctuation.
    [[nodiscard]] bool opensValue(qsizetype at) const
    {
        const auto quote = m_read.quoteAt(at);
        const char next = m_read.charAt(at + quote.size());
        return !quote.isEmpty() && next != '\0' && !isSpace(next) && !QByteArrayView(",;)]}").contains(next);
    }

    [[nodiscard]] static bool isQuote(char c) { return c == '"' || c == '\''; }

    /// The next element of a list, after an element that ends at @p end: `"-a", "SECRET"` from its quote on, and
    /// `-a, SECRET` in a list of YAML. -1 if there is none, or if it is a flag, a placeholder or prose.
    [[nodiscard]] qsizetype nextElement(qsizetype end) const
    {
        const auto comma = m_read.endOf(std::min(end + m_read.quoteAt(end).size(), m_text.size()), isSpace);
        if ((comma == end && !m_isInList) || m_read.charAt(comma) != ',')
            return -1;
        const auto at = m_read.endOf(comma + 1, isSpace);
        const auto quote = m_read.quoteAt(at);
        const auto from = at + quote.size();
        if (m_read.charAt(from) == '-')
            return -1;
        if (!quote.isEmpty())
            return isPlaceholder(m_text.sliced(from, m_read.endOfQuoted(from, quote) - from)) ? -1 : at;
        const auto stop = m_isInList ? m_read.endOfBare(from, ",]") : from;
        const char next = m_read.charAt(m_read.endOf(stop, isSpace));
        const bool isWhole = stop > from && (next == ',' || next == ']');
        return isWhole && !isPlaceholder(m_text.sliced(from, stop - from)) ? at : -1;
    }

    /// `Bearer …`, `Basic dXNlcjpwYXNz`.
    bool scheme(qsizetype end, QByteArrayView run)
    {
        const bool isBearer = run.size() >= 6 && isSame(run.last(6), "bearer") && !isLetterOrDigit(beforeLast(run, 6));
        const bool isBasic = run.size() >= 5 && isSame(run.last(5), "basic") && !isLetterOrDigit(beforeLast(run, 5));
        if (!isBearer && !isBasic)
            return false;
        qsizetype from = end;
        while (isSpace(m_read.charAt(from)) || m_read.charAt(from) == '+' || m_read.startsAt(from, "%20"))
            from += m_read.startsAt(from, "%20") ? 3 : 1;
        if (from == end)
            return false;
        if (isBearer) {
            from += m_read.quoteAt(from).size();
            const auto stop = m_read.endOfBare(from, ",;");
            if (stop > from && !isPlaceholder(m_text.sliced(from, stop - from)))
                cut(from, stop);
            return stop > from;
        }
        const auto stop = m_read.endOf(from, isEncoded);
        const auto value = m_text.sliced(from, stop - from);
        // An ordinary word, as in "Basic authentication required", is not a credential.
        const bool isCredential = value.size() >= 4
            && std::ranges::any_of(value, [](char c) { return isDigit(c) || (c >= 'A' && c <= 'Z') || c == '='; });
        if (isCredential)
            cut(from, stop);
        return isCredential;
    }

    [[nodiscard]] static char beforeLast(QByteArrayView run, qsizetype size)
    {
        return run.size() > size ? run[run.size() - size - 1] : ' ';
    }

    /// "machine h login u password p" in .netrc, and "PASSWORD 'p'" in SQL.
    bool login(qsizetype end, QByteArrayView run)
    {
        if (isSame(run, "login") || isSame(run, "machine")) {
            m_login = true;
            return false;
        }
        const auto from = m_read.skipBlanks(end);
        const bool isIdentified = isSame(m_lastWord, "identified");
        m_lastWord = run;
        if (from == end)
            return false;
        if (m_login && isSame(run, "password") && isWord(m_read.charAt(from))) {
            cut(from, m_read.endOfBare(from, {}));
            return true;
        }
        const auto quote = m_read.quoteAt(from);
        const bool isSql = (isSame(run, "password") || (isIdentified && isSame(run, "by"))) && quote.endsWith('\'');
        if (isSql)
            cut(from + quote.size(), m_read.endOfQuoted(from + quote.size(), quote));
        return isSql;
    }

    [[nodiscard]] bool isHeaderWithCredential(QByteArrayView run) const
    {
        return isOneOf(run, {"authorization", "proxy-authorization", "cookie", "set-cookie"})
            || isOneOf(run.startsWith('n') ? run.sliced(1) : run, {"authorization", "cookie", "set-cookie"});
    }

    /// HTTP_AUTHORIZATION, upstream.cookie
    [[nodiscard]] static bool holdsHeader(QByteArrayView run)
    {
        const auto name = run.last(std::min(run.size(), kNear)).toByteArray().toLower();
        return name.endsWith("authorization") || name.endsWith("cookie") || name.endsWith("cookies");
    }

    /// `authorization=Basic dXNlcjpwYXNz`, `HTTP_COOKIE=a=b; c=d`: to the end of the line, or to the quote that was
    /// opened before the name.
    void headerSetting(qsizetype start, qsizetype from)
    {
        const auto isPlaceholderTo = [&](QByteArrayView ends) {
            return isPlaceholder(m_text.sliced(from, m_read.endOfBare(from, ends) - from));
        };
        if (isPlaceholderTo(",;)]") || isPlaceholderTo(",;)]}"))
            return;
        const char quote = m_read.charAt(start - 1);
        if (!isQuote(quote))
            return cut(from, m_read.endOfLine(from));
        auto opening = start - 1;
        while (m_read.charAt(opening - 1) == '\\')
            --opening;
        qsizetype escapes = 0;
        for (qsizetype at = from; at < m_text.size(); ++at) {
            const char c = m_text[at];
            const bool isClosing = c == quote && escapes <= start - 1 - opening;
            if (isClosing || c == '\n' || c == '\r')
                return cut(from, isClosing ? at - escapes : at);
            escapes = c == '\\' ? escapes + 1 : 0;
        }
        cut(from, m_text.size());
    }

    /// `{name: DB_PASSWORD, value: hunter2}`, with and without quotes.
    bool pair(qsizetype start, qsizetype end)
    {
        auto opening = start - 1;
        while (isQuote(m_read.charAt(opening)) || m_read.charAt(opening) == '\\' || isBlank(m_read.charAt(opening)))
            --opening;
        const auto named = m_read.separatorAt(end);
        if (m_read.charAt(opening) != '{' || named.valueAt < 0 || !named.isColon)
            return false;
        const auto nameQuote = m_read.quoteAt(named.valueAt);
        const auto nameAt = named.valueAt + nameQuote.size();
        const auto nameEnd = m_read.endOf(nameAt, isWord);
        const auto name = m_text.sliced(nameAt, nameEnd - nameAt);
        const auto risk = name.isEmpty() || name.size() > kNear ? NameRisk::None : riskOfName(name);
        if (risk == NameRisk::None || !m_read.startsAt(nameEnd, nameQuote))
            return false;
        const auto comma = m_read.endOf(nameEnd + nameQuote.size(), isSpace);
        if (m_read.charAt(comma) != ',')
            return false;
        const auto key = m_read.endOf(comma + 1, isSpace);
        const auto word = key + m_read.quoteAt(key).size();
        const auto wordEnd = m_read.endOf(word, isWord);
        if (m_text.sliced(word, wordEnd - word) != "value")
            return false;
        const auto separator = m_read.separatorAt(wordEnd);
        if (separator.valueAt < 0 || !separator.isColon)
            return false;
        const auto quote = m_read.quoteAt(separator.valueAt);
        const auto from = separator.valueAt + quote.size();
        const auto stop = quote.isEmpty() ? m_read.endOfBare(from, ",}") : m_read.endOfQuoted(from, quote);
        const auto value = m_text.sliced(from, stop - from);
        const bool isTemplate = quote.isEmpty() && (m_read.startsAt(from, "{") || m_read.startsAt(from, "${"));
        if (isTemplate || !isSecretValue(risk, name, value))
            return false;
        cut(from, stop);
        return true;
    }

    void assignment(qsizetype start, qsizetype end, QByteArrayView run)
    {
        const char before = m_read.charAt(start - 1);
        const bool isParameter = (before == '?' || before == '&') && m_read.charAt(end) == '='
            && isOneOf(run,
                       {"code", "state", "sid", "sig", "signature", "key", "x-amz-signature", "x-goog-signature",
                        "x-amz-security-token"});
        const auto risk = isParameter ? NameRisk::Secret : riskOfName(run);
        if (risk == NameRisk::None)
            return;
        const bool isFlag = run.front() == '-';
        const auto separator = m_read.separatorAt(end);
        if (m_read.charAt(start - 1) == '<' && m_read.charAt(end) == '>')
            return element(end + 1, risk, run);
        if (separator.valueAt < 0) {
            const auto next = isFlag && (isQuote(before) || m_isInList) ? nextElement(end) : -1;
            if (isFlag && risk == NameRisk::Secret && (next >= 0 || isBlank(m_read.charAt(end))))
                flag(next >= 0 ? next : m_read.skipBlanks(end));
            else if (risk == NameRisk::Secret)
                m_nearUntil = end + kNear;
            return;
        }
        const bool isNamed = risk == NameRisk::Secret;
        const auto quote = m_read.quoteAt(separator.valueAt);
        if (separator.isColon && isHeaderWithCredential(run) && quote.isEmpty() && m_read.quoteAt(end).isEmpty())
            return cut(separator.valueAt, m_read.endOfLine(separator.valueAt));
        if (!separator.isColon && !separator.isEncoded && isNamed && quote.isEmpty() && before != '?' && before != '&'
            && holdsHeader(run))
            return headerSetting(start, separator.valueAt);
        if (m_read.charAt(separator.valueAt) == '[' && isNamed)
            return list(separator, risk, run);
        if (!quote.isEmpty())
            return quoted(separator.valueAt, quote, risk, run);
        bare(start, end, separator, risk, run);
    }

    void element(qsizetype from, NameRisk risk, QByteArrayView run)
    {
        const auto stop = m_read.endOf(from, [](char c) { return c != '<'; });
        if (isSecretValue(risk, run, m_text.sliced(from, stop - from)))
            cut(from, stop);
    }

    void flag(qsizetype from)
    {
        if (m_read.charAt(from) == '-' || from >= m_text.size())
            return;
        const auto quote = m_read.quoteAt(from);
        const auto begin = from + quote.size();
        const auto stop =
            quote.isEmpty() ? m_read.endOfBare(begin, endsOfArgument()) : m_read.endOfQuoted(begin, quote);
        if (!isPlaceholder(m_text.sliced(begin, stop - begin)))
            cut(begin, stop);
    }

    /// `["…", "…"]`, and `[… …]` as Go prints HTTP headers.
    void list(const TextReader::Separator &separator, NameRisk risk, QByteArrayView run)
    {
        qsizetype at = m_read.endOf(separator.valueAt + 1, isSpace);
        if (m_read.quoteAt(at).isEmpty())
            return bareList(at, separator, risk, run);
        for (auto quote = m_read.quoteAt(at); !quote.isEmpty(); quote = m_read.quoteAt(at)) {
            const auto begin = at + quote.size();
            const auto stop = m_read.endOfQuoted(begin, quote);
            if (!isPlaceholder(m_text.sliced(begin, stop - begin)))
                cut(begin, stop);
            at = m_read.endOf(std::min(stop + quote.size(), m_text.size()), isSpace);
            m_at = std::max(m_at, at);
            if (m_read.charAt(at) != ',')
                break;
            at = m_read.endOf(at + 1, isSpace);
        }
    }

    /// Elements without quotes. A spaced list may be prose, and `secrets` may list names of objects.
    void bareList(qsizetype at, const TextReader::Separator &separator, NameRisk risk, QByteArrayView run)
    {
        constexpr QByteArrayView kObjects("secrets");
        const bool isPlural = isSame(run.last(1), "s");
        const bool listsObjects = isSame(run.last(std::min(run.size(), kObjects.size())), kObjects);
        const bool isProse =
            separator.isColon && separator.isSpaced && !endsInPasswordWord(run.chopped(isPlural ? 1 : 0));
        const auto isGap = [](char c) { return isBlank(c) || c == ','; };
        while (!QByteArrayView("[]{").contains(m_read.charAt(at))) {
            const auto stop = m_read.endOfBare(at, ",]");
            if (stop == at)
                return;
            const auto element = m_text.sliced(at, stop - at);
            const bool isDoubtful = (listsObjects && !looksRandom(element)) || (isProse && !looksSecret(element));
            if (isDoubtful && element.size() <= kLongestLabel)
                return; // a token with a known shape is found later
            if (isSecretValue(risk, run, element))
                cut(at, stop);
            m_at = stop;
            at = m_read.endOf(stop, isGap);
        }
    }

    void quoted(qsizetype at, QByteArrayView quote, NameRisk risk, QByteArrayView run)
    {
        const auto begin = at + quote.size();
        const auto stop = m_read.endOfQuoted(begin, quote);
        const auto value = m_text.sliced(begin, stop - begin);
        if (isSecretValue(risk, run, value))
            cut(begin, stop);
    }

    void bare(qsizetype start, qsizetype end, const TextReader::Separator &separator, NameRisk risk, QByteArrayView run)
    {
        const char before = m_read.charAt(start - 1);
        QByteArrayView ends;
        if (before == '?' || before == '&' || separator.isEncoded)
            ends = "&;,#";
        else if (before == ';')
            ends = ";";
        else if (before == ',' || before == '{' || before == '[' || before == '(')
            ends = ",}])";
        else if (separator.isColon)
            ends = ",}]";
        const auto from = separator.valueAt;
        auto stop = m_read.endOfBare(from, ends);
        const auto value = m_text.sliced(from, stop - from);
        if (value.isEmpty() || value.front() == '{' || value.front() == '[')
            return;
        const auto credential = m_read.skipBlanks(stop);
        const bool isScheme = credential > stop && (!separator.isColon || holdsHeader(run))
            && isOneOf(value, {"bearer", "basic", "token", "digest", "apikey"});
        if (separator.isColon && !isScheme) {
            const bool isKey = !m_read.quoteAt(end).isEmpty() && std::ranges::all_of(value, isDigit); // "token": 12345
            if (!isKey && !separator.isSpaced && (before == '/' || isVersion(value)))
                return; // an image and its tag
            if (!isKey && !endsInPasswordWord(run) && !looksSecret(value))
                return; // prose: "token: token is expired"
        }
        if (isScheme && m_read.quoteAt(credential).isEmpty()) // "token=Bearer SECRET"
            stop = m_read.endOfBare(credential, ends);
        if (isSecretValue(risk, run, value))
            cut(from, stop);
        if (isScheme && opensValue(credential)) // "token=Bearer 'SECRET'"
            flag(credential);
    }

    /// After a name and a colon in prose.
    [[nodiscard]] static bool looksSecret(QByteArrayView value)
    {
        const bool hasDigit = std::ranges::any_of(value, isDigit);
        const bool hasLetter = std::ranges::any_of(value, [](char c) { return isLetterOrDigit(c) && !isDigit(c); });
        return looksRandom(value) || (value.size() >= kShortestProse && hasDigit && hasLetter);
    }

    /// "://user:password@host", "user:password@tcp(host)", "user:password@host:5432".
    void colon()
    {
        const qsizetype at = m_at++;
        for (const QByteArrayView slashes : {"://", ":\\/\\/"}) { // as escaped in some JSON
            if (m_read.startsAt(at, slashes)) {
                m_at = at + slashes.size();
                return urlUser(m_at);
            }
        }
        if (at == 0 || !isWord(m_text[at - 1]))
            return;
        if (const auto sign = signBeforeProtocol(at + 1); sign > at + 1)
            return cut(at + 1, sign);
        const auto stop = m_read.endOf(at + 1, [](char c) {
            return !isSpace(c) && c != '@' && c != '/' && c != '"' && c != '\'' && c != ':' && c != ',' && c != ';'
                && c != '{' && c != '}' && c != '\\';
        });
        if (m_read.charAt(stop) != '@' || stop == at + 1 || m_read.startsAt(stop, "@sha256")
            || m_read.startsAt(stop, "@sha512"))
            return;
        const auto host = m_read.endOf(stop + 1, isWord);
        const bool isAddress = m_read.charAt(host) == '('
            || (host > stop + 1
                && (m_read.charAt(host) == '/' || (m_read.charAt(host) == ':' && isDigit(m_read.charAt(host + 1)))));
        if (isAddress)
            cut(at + 1, stop);
    }

    /// The last "@" of "pa:s/s@rd@tcp(host)", before the protocol; -1 if there is none. Passwords are not encoded
    /// there.
    [[nodiscard]] qsizetype signBeforeProtocol(qsizetype from) const
    {
        qsizetype sign = -1;
        qsizetype found = -1;
        const auto stop = std::min(m_text.size(), from + kLongestAuthority);
        for (qsizetype at = from; at < stop; ++at) {
            const char c = m_text[at];
            if (isSpace(c) || c == '"' || c == '\'' || c == '`')
                break;
            if (c == '@')
                sign = at;
            else if (c == '(' && sign >= 0)
                found = sign;
            if (!isWord(c) && c != '@')
                sign = -1;
        }
        return found;
    }

    void urlUser(qsizetype from)
    {
        const auto rest = m_text.sliced(from, std::min(kLongestAuthority, m_text.size() - from));
        const auto endIn = [&](qsizetype begin, QByteArrayView extraEnds) -> qsizetype {
            return std::find_if(rest.begin() + begin, rest.end(),
                                [&](char c) {
                                    return isSpace(c) || c == '"' || c == '\'' || c == '<' || c == '>' || c == '`'
                                        || extraEnds.contains(c);
                                })
                - rest.begin();
        };
        const auto authority = endIn(0, "/?#\\");
        auto sign = rest.first(authority).lastIndexOf('@');
        if (sign < 0) {
            // A password that was not encoded may contain a slash; a port is not a password.
            const auto colon = rest.first(authority).indexOf(':');
            const auto password = colon < 0 ? QByteArrayView() : rest.first(authority).sliced(colon + 1);
            if (std::ranges::all_of(password, isDigit))
                return;
            const auto nextUrl = rest.indexOf("://");
            const auto end = nextUrl < 0 ? rest.size() : nextUrl;
            sign = rest.first(std::min(end, endIn(authority, "\\"))).lastIndexOf('@');
        }
        const auto user = rest.first(std::max(sign, qsizetype(0)));
        if (!user.isEmpty() && user != "git" && user != kMark)
            cut(from, from + sign);
    }

    /// "$6$salt$…", "$2y$10$…", "$argon2id$…" of /etc/shadow and of .htpasswd.
    void passwordHash()
    {
        for (const QByteArrayView kind :
             {"$1$", "$2a$", "$2b$", "$2y$", "$5$", "$6$", "$7$", "$y$", "$apr1$", "$argon2"}) {
            if (!m_read.startsAt(m_at, kind))
                continue;
            const auto stop =
                m_read.endOf(m_at + kind.size(), [](char c) { return isEncoded(c) || c == '$' || c == ','; });
            if (stop - m_at >= kShortestHash) {
                cut(m_at, stop);
                return;
            }
        }
        ++m_at;
    }

    /// Azure's client secrets have "8Q~" from the fourth character.
    void azureSecret()
    {
        constexpr qsizetype kBefore = 5;
        constexpr qsizetype kBehind = 30;
        const qsizetype at = m_at++;
        const bool isMark = m_read.charAt(at - 1) == 'Q' && isDigit(m_read.charAt(at - 2)) && at - kBefore >= m_copied
            && isWord(m_read.charAt(at - 3)) && isWord(m_read.charAt(at - 4)) && isWord(m_read.charAt(at - kBefore));
        if (!isMark)
            return;
        const auto stop = m_read.endOf(at + 1, [](char c) { return isWord(c) || c == '~'; });
        if (stop - at > kBehind)
            cut(at - kBefore, stop);
    }

    QByteArrayView m_text;
    TextReader m_read;
    QByteArray m_out;
    qsizetype m_at = 0;
    qsizetype m_copied = 0;
    qsizetype m_nearUntil = 0;
    QByteArrayView m_program; ///< named earlier on this line
    QByteArrayView m_lastWord;
    bool m_login = false;    ///< "login" was earlier on this line
    bool m_isInList = false; ///< in a list of YAML on one line: `args: [--verbose, …]`
};

} // namespace

QByteArray withoutSecrets(QByteArrayView text)
{
    if (text.contains('\n'))
        return Scanner(yamlWithoutSecrets(text)).scan();
    return Scanner(text).scan();
}

QString textWithoutSecrets(const QString &text)
{
    if (text.isEmpty())
        return text;
    const auto bytes = text.toUtf8();
    const auto shown = withoutSecrets(bytes);
    return shown == bytes ? text : QString::fromUtf8(shown); // usually unchanged, so the text is shared
}

} // namespace lynceus
