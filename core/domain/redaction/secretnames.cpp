#include "core/domain/redaction/secretnames.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

namespace lynceus {

namespace {

constexpr qsizetype kLongestName = 96;    // bytes that are checked, from the end, which determines the meaning
constexpr qsizetype kShortestRandom = 20; // characters; shorter passwords cannot be distinguished from words
constexpr qsizetype kShortestHexKey = 32; // 128 bits
constexpr qsizetype kLongestNumber = 5;   // digits: counts, ports and seconds; longer numbers may be a PIN or a token

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// A word that marks the value as a secret.
struct SecretWord
{
    enum class How { Anywhere, WholeWord, Possible };
    std::string_view text;
    How how;
};

using How = SecretWord::How;

/// In names without separators, by first letter. Whole words are part of other words ("pass" in "bypass"); possible
/// ones only mark random values.
constexpr std::array kWords{
    SecretWord{"accesskey", How::Anywhere},
    SecretWord{"accountkey", How::Anywhere},
    SecretWord{"apikey", How::Anywhere},
    SecretWord{"auth", How::Possible},
    SecretWord{"authkey", How::Anywhere},
    SecretWord{"authorization", How::Anywhere},
    SecretWord{"bearer", How::WholeWord},
    SecretWord{"codeverifier", How::Anywhere},
    SecretWord{"connectionstring", How::Anywhere},
    SecretWord{"connstr", How::Anywhere},
    SecretWord{"cookie", How::Anywhere},
    SecretWord{"cred", How::WholeWord},
    SecretWord{"credential", How::Anywhere},
    SecretWord{"creds", How::WholeWord},
    SecretWord{"deploykey", How::Anywhere},
    SecretWord{"dockercfg", How::Anywhere},
    SecretWord{"dockerconfig", How::Anywhere},
    SecretWord{"dsn", How::Possible},
    SecretWord{"encryptionkey", How::Anywhere},
    SecretWord{"hmackey", How::Anywhere},
    SecretWord{"htpasswd", How::Anywhere},
    SecretWord{"jwt", How::Anywhere},
    SecretWord{"key", How::Possible},
    SecretWord{"license", How::Possible},
    SecretWord{"licensekey", How::Anywhere},
    SecretWord{"masterkey", How::Anywhere},
    SecretWord{"mnemonic", How::Possible},
    SecretWord{"nonce", How::Possible},
    SecretWord{"otp", How::WholeWord},
    SecretWord{"pass", How::WholeWord},
    SecretWord{"passcode", How::Anywhere},
    SecretWord{"passphrase", How::Anywhere},
    SecretWord{"passwd", How::Anywhere},
    SecretWord{"password", How::Anywhere},
    SecretWord{"passwort", How::Anywhere},
    SecretWord{"pat", How::WholeWord},
    SecretWord{"pin", How::WholeWord},
    SecretWord{"private", How::Possible},
    SecretWord{"privatekey", How::Anywhere},
    SecretWord{"pw", How::WholeWord},
    SecretWord{"pwd", How::WholeWord},
    SecretWord{"salt", How::WholeWord},
    SecretWord{"sas", How::Possible},
    SecretWord{"secret", How::Anywhere},
    SecretWord{"seed", How::Possible},
    SecretWord{"serviceaccountkey", How::Anywhere},
    SecretWord{"session", How::Possible},
    SecretWord{"sessionid", How::Anywhere},
    SecretWord{"sharedaccess", How::Anywhere},
    SecretWord{"sig", How::Possible},
    SecretWord{"signature", How::Possible},
    SecretWord{"signingkey", How::Anywhere},
    SecretWord{"sshkey", How::Anywhere},
    SecretWord{"storepass", How::Anywhere},
    SecretWord{"token", How::Anywhere},
    SecretWord{"totp", How::WholeWord},
    SecretWord{"webhook", How::Possible},
    SecretWord{"webhooksecret", How::Anywhere},
    SecretWord{"webhookurl", How::Anywhere},
};

/// Index of the first word with this letter; the last entry is the end.
constexpr auto kFirstByLetter = [] {
    std::array<std::size_t, 27> first{};
    for (std::size_t letter = 0; letter < first.size(); ++letter) {
        while (first[letter] < kWords.size()
               && static_cast<std::size_t>(kWords[first[letter]].text.front() - 'a') < letter)
            ++first[letter];
    }
    return first;
}();

/// Endings of names that describe a secret.
constexpr std::array kDescriptions{
    "name",       "names",        "ref",        "refs",       "file",    "files",      "path",        "paths",
    "dir",        "folder",       "mount",      "mounts",     "policy",  "type",       "version",     "length",
    "expiry",     "expires",      "expiresin",  "expiration", "seconds", "minutes",    "hours",       "ttl",
    "timeout",    "lifetime",     "count",      "limit",      "limits",  "uri",        "endpoint",    "issuer",
    "audience",   "enabled",      "required",   "disabled",   "store",   "class",      "provider",    "namespace",
    "selector",   "algorithm",    "size",       "mode",       "period",  "interval",   "format",      "template",
    "prefix",     "suffix",       "label",      "labels",     "field",   "kind",       "controller",  "operator",
    "manager",    "pattern",      "image",      "images",     "tag",     "repository", "registry",    "digest",
    "replicas",   "replicacount", "host",       "hostname",   "port",    "service",    "username",    "tokenid",
    "keyid",      "pullsecrets",  "pullsecret", "managed",    "url",     "title",      "description", "header",
    "generation",
};

struct Compact
{
    std::array<char, kLongestName> letters{};
    std::array<bool, kLongestName + 1> startsWord{}; ///< a word starts here, or the name ends
    qsizetype size = 0;

    [[nodiscard]] QByteArrayView text() const { return {letters.data(), size}; }
};

Compact compact(QByteArrayView name)
{
    Compact out;
    const auto tail = name.size() > kLongestName ? name.last(kLongestName) : name;
    bool begins = true;
    for (qsizetype i = 0; i < tail.size(); ++i) {
        const char c = tail[i];
        if (!isUpper(c) && !isLower(c)) { // digits and separators
            begins = true;
            continue;
        }
        if (i > 0 && isUpper(c) && isLower(tail[i - 1]))
            begins = true;
        out.startsWord[static_cast<std::size_t>(out.size)] = begins;
        out.letters[static_cast<std::size_t>(out.size++)] = isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
        begins = false;
    }
    out.startsWord[static_cast<std::size_t>(out.size)] = true;
    return out;
}

bool isWholeWord(const Compact &name, qsizetype at, qsizetype size)
{
    return name.startsWord[static_cast<std::size_t>(at)] && name.startsWord[static_cast<std::size_t>(at + size)];
}

bool hasWholeWord(const Compact &name, QByteArrayView word)
{
    const auto text = name.text();
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (isWholeWord(name, at, word.size()))
            return true;
    }
    return false;
}

/// The strongest word in the name.
std::optional<How> wordIn(const Compact &name)
{
    std::optional<How> found;
    const std::string_view text(name.letters.data(), static_cast<std::size_t>(name.size));
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto letter = static_cast<std::size_t>(text[at] - 'a');
        for (auto index = kFirstByLetter[letter]; index < kFirstByLetter[letter + 1]; ++index) {
            const auto &word = kWords[index];
            if (text.substr(at, word.text.size()) != word.text)
                continue;
            if (word.how == How::Anywhere)
                return How::Anywhere;
            if (isWholeWord(name, static_cast<qsizetype>(at), static_cast<qsizetype>(word.text.size())))
                found = found ? std::min(*found, word.how) : word.how;
        }
    }
    return found;
}

bool isDescription(const Compact &name)
{
    const auto text = name.text();
    return text != "sessionid" && text != "webhookurl" && !text.endsWith("webhookurl")
        && std::ranges::any_of(kDescriptions, [&](const char *word) { return text.endsWith(QByteArrayView(word)); });
}

bool isAll(QByteArrayView text, bool (*is)(char))
{
    return std::all_of(text.begin(), text.end(), is);
}

/// bits per character
double entropyOf(QByteArrayView value)
{
    std::array<int, 256> counts{};
    for (const char c : value)
        ++counts[static_cast<unsigned char>(c)];
    double bits = 0;
    for (const int count : counts) {
        if (count > 0) {
            const double share = static_cast<double>(count) / static_cast<double>(value.size());
            bits -= share * std::log2(share);
        }
    }
    return bits;
}

/// "dXNlcjpwYXNz": `user:pass` in base64, as in Docker's `auth`.
bool isEncodedPair(QByteArrayView value)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    return value.size() >= 4 && decoded && decoded.decoded.indexOf(':') > 0
        && std::ranges::all_of(decoded.decoded, [](char c) { return c >= ' ' && c <= '~'; });
}

} // namespace

NameRisk riskOfName(QByteArrayView name)
{
    const auto words = compact(name);
    if (words.size < 2)
        return NameRisk::None;
    const auto word = wordIn(words);
    const auto text = words.text();
    const bool isAttached = (text.endsWith("pass") || text.endsWith("pwd")) && text != "bypass" && text != "compass";
    if (isAttached || (word && *word != How::Possible))
        return isDescription(words) ? NameRisk::Described : NameRisk::Secret;
    return word ? NameRisk::Possible : NameRisk::None;
}

bool endsInPasswordWord(QByteArrayView name)
{
    const auto words = compact(name);
    const auto text = words.text();
    static constexpr std::array kEndings{"password",   "passwd",     "passphrase",   "pwd",       "passwort",
                                         "passcode",   "secret",     "apikey",       "accesskey", "privatekey",
                                         "accountkey", "signingkey", "encryptionkey"};
    if (std::ranges::any_of(kEndings, [&](const char *word) { return text.endsWith(QByteArrayView(word)); }))
        return true;
    return (text.endsWith("token") && text != "token") || hasWholeWord(words, "pass");
}

bool looksRandom(QByteArrayView value)
{
    if (value.size() < kShortestRandom)
        return false;
    qsizetype upper = 0;
    qsizetype lower = 0;
    qsizetype digits = 0;
    qsizetype others = 0;
    for (const char c : value) {
        if (isUpper(c))
            ++upper;
        else if (isLower(c))
            ++lower;
        else if (isDigit(c))
            ++digits;
        else if (c == '+' || c == '/' || c == '=' || c == '_' || c == '-' || c == '.' || c == '~')
            ++others;
        else
            return false;
    }
    constexpr double kLeastEntropy = 3.4; // bits; English without digits is below 3
    const bool mixes = upper >= 2 && lower >= 2 && digits >= 2 && others * 5 <= value.size();
    return mixes && entropyOf(value) >= kLeastEntropy;
}

bool looksLikeHexKey(QByteArrayView value)
{
    return value.size() >= kShortestHexKey && isAll(value, isHex);
}

bool isPlaceholder(QByteArrayView value)
{
    const auto text = value.trimmed();
    static constexpr std::array kWords{"true",     "false",      "null",       "nil",      "none",       "~",
                                       "yes",      "no",         "on",         "off",      "{}",         "[]",
                                       "REDACTED", "[redacted]", "<redacted>", "redacted", "(redacted)", "…"};
    if (text.isEmpty() || std::ranges::any_of(kWords, [&](const char *word) {
            return text.compare(QByteArrayView(word), Qt::CaseInsensitive) == 0;
        }))
        return true;
    if (isAll(text, [](char c) { return c == '*' || c == '+' || c == 'x' || c == '.'; }))
        return true;
    const auto isWrapped = [&](QByteArrayView open, QByteArrayView close) {
        return text.startsWith(open) && (text.indexOf(close) == text.size() - close.size() || text == open);
    };
    return isWrapped("${", "}") || isWrapped("$(", ")") || isWrapped("{{", "}}");
}

bool isSecretValue(NameRisk risk, QByteArrayView name, QByteArrayView value)
{
    if (risk == NameRisk::None || isPlaceholder(value))
        return false;
    if (risk == NameRisk::Described)
        return looksRandom(value);
    if (risk == NameRisk::Possible)
        return looksRandom(value) || looksLikeHexKey(value) || isEncodedPair(value);
    const auto words = compact(name);
    const bool isCount = isAll(value.trimmed(), isDigit) && value.trimmed().size() <= kLongestNumber;
    if (isCount) // "maxTokens": 100
        return words.text().indexOf("pass") >= 0 || hasWholeWord(words, "pw") || hasWholeWord(words, "pwd")
            || hasWholeWord(words, "pin") || hasWholeWord(words, "otp");
    // PWD is also the working directory of a shell.
    return !(value.startsWith('/') && (words.text() == "pwd" || words.text() == "oldpwd"));
}

} // namespace lynceus
