#include "core/domain/images/imagereference.h"
#include "core/domain/images/imageregistry.h"

#include <algorithm>
#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace detail;

// Grammar of distribution/reference (reference.go, regexp.go, normalize.go).

namespace {

constexpr qsizetype kMostTagCharacters = 128;
constexpr qsizetype kMostRepositoryCharacters = 255; // RepositoryNameTotalLengthMax
constexpr qsizetype kLeastDigestDigits = 32;

struct DigestLength
{
    const char *algorithm;
    qsizetype digits;
};
constexpr std::array kDigestLengths{DigestLength{"sha256", 64}, DigestLength{"sha384", 96},
                                    DigestLength{"sha512", 128}};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isWord(QChar c)
{
    return isDigit(c) || isLower(c) || isUpper(c) || c == u'_';
}

bool isHex(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

QString shown(QChar c)
{
    if (c == u' ')
        return u"a space"_s;
    return c.isPrint() ? u"\"%1\""_s.arg(c) : u"the character U+%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
}

/// Position of an error in the text, from 0.
struct Fault
{
    qsizetype at;
    QString what;
};
using MaybeFault = std::optional<Fault>;

// @p from: position of the part in the whole text, in all functions below.

MaybeFault faultInTag(QStringView tag, qsizetype from)
{
    if (tag.isEmpty())
        return Fault{from, u"the tag after \":\" is missing"_s};
    for (qsizetype i = 0; i < tag.size(); ++i) {
        const QChar c = tag[i];
        if (!isWord(c) && (i == 0 || (c != u'.' && c != u'-')))
            return Fault{from + i,
                         i == 0 ? u"a tag cannot start with %1"_s.arg(shown(c))
                                : u"a tag cannot contain %1"_s.arg(shown(c))};
    }
    if (tag.size() > kMostTagCharacters)
        return Fault{from + kMostTagCharacters, u"a tag has at most %1 characters"_s.arg(kMostTagCharacters)};
    return std::nullopt;
}

MaybeFault faultInAlgorithm(QStringView algorithm, qsizetype from)
{
    bool atStart = true; // of a component
    for (qsizetype i = 0; i < algorithm.size(); ++i) {
        const QChar c = algorithm[i];
        const bool separates = u"+.-_"_s.contains(c);
        if (separates ? atStart : !(isLower(c) || isUpper(c) || (isDigit(c) && !atStart)))
            return Fault{from + i, u"a digest algorithm cannot contain %1 here"_s.arg(shown(c))};
        atStart = separates;
    }
    if (atStart)
        return Fault{from + algorithm.size(), u"the digest's algorithm is missing, as in \"sha256:…\""_s};
    return std::nullopt;
}

MaybeFault faultInDigest(QStringView digest, qsizetype from)
{
    const auto colon = digest.indexOf(u':');
    if (digest.isEmpty() || colon < 0)
        return Fault{from, u"a digest has the form \"sha256:…\""_s};
    const auto algorithm = digest.first(colon);
    if (const auto fault = faultInAlgorithm(algorithm, from))
        return fault;
    const auto hex = digest.sliced(colon + 1);
    const auto bad = std::ranges::find_if_not(hex, isHex);
    if (bad != hex.end())
        return Fault{from + colon + 1 + std::distance(hex.begin(), bad),
                     u"a digest has hexadecimal digits only, not %1"_s.arg(shown(*bad))};
    const auto known = std::ranges::find_if(kDigestLengths, [algorithm](const DigestLength &l) {
        return algorithm.compare(QLatin1String(l.algorithm), Qt::CaseInsensitive) == 0; // stored in lower case
    });
    if (known != kDigestLengths.end() && hex.size() != known->digits)
        return Fault{from + digest.size(),
                     u"a %1 digest has %2 digits, this one has %3"_s.arg(algorithm).arg(known->digits).arg(hex.size())};
    if (hex.size() < kLeastDigestDigits)
        return Fault{from + digest.size(),
                     u"a digest has at least %1 digits, this one has %2"_s.arg(kLeastDigestDigits).arg(hex.size())};
    return std::nullopt;
}

MaybeFault faultInPort(QStringView port, qsizetype from)
{
    if (port.isEmpty())
        return Fault{from, u"the registry port after \":\" is missing"_s};
    const auto bad = std::ranges::find_if_not(port, isDigit);
    if (bad != port.end())
        return Fault{from + std::distance(port.begin(), bad),
                     u"a registry port is a number and cannot contain %1"_s.arg(shown(*bad))};
    if (port.size() > 5 || port.toInt() > 65'535)
        return Fault{from, u"a registry port is at most 65535"_s};
    return std::nullopt;
}

MaybeFault faultInBracketedHost(QStringView host, qsizetype from)
{
    const auto inside = host.sliced(1, host.size() - 2);
    const auto bad = std::ranges::find_if_not(inside, [](QChar c) { return isHex(c) || c == u':' || c == u'.'; });
    if (bad != inside.end())
        return Fault{from + 1 + std::distance(inside.begin(), bad),
                     u"an IPv6 address cannot contain %1"_s.arg(shown(*bad))};
    if (inside.count(u':') < 2)
        return Fault{from, u"an address in brackets must be IPv6"_s};
    return std::nullopt;
}

MaybeFault faultInHostName(QStringView host, qsizetype from)
{
    if (host.isEmpty())
        return Fault{from, u"the registry is missing"_s};
    for (qsizetype i = 0; i < host.size(); ++i) {
        const QChar c = host[i];
        const bool atEdge = i == 0 || i + 1 == host.size() || host[i - 1] == u'.' || host[i + 1] == u'.';
        if (c == u'.' ? atEdge : c == u'-' ? atEdge : !(isLower(c) || isUpper(c) || isDigit(c)))
            return Fault{from + i, u"a registry name cannot contain %1 here"_s.arg(shown(c))};
    }
    return std::nullopt;
}

MaybeFault faultInRegistry(QStringView registry, qsizetype from)
{
    const auto bracket = registry.startsWith(u'[') ? registry.indexOf(u']') : -1;
    const auto colon = registry.indexOf(u':', std::max<qsizetype>(bracket, 0));
    const auto host = colon < 0 ? registry : registry.first(colon);
    if (bracket >= 0 && bracket + 1 == host.size()) {
        if (const auto fault = faultInBracketedHost(host, from))
            return fault;
    } else if (const auto fault = faultInHostName(host, from)) {
        return fault;
    }
    return colon < 0 ? std::nullopt : faultInPort(registry.sliced(colon + 1), from + colon + 1);
}

// Parts of [a-z0-9]+, separated by one ".", one or two "_", or any number of "-".
MaybeFault faultInPathComponent(QStringView component, qsizetype from)
{
    if (component.isEmpty())
        return Fault{from, u"a part of the repository name is missing"_s};
    const auto isInner = [](QChar c) { return isLower(c) || isDigit(c); };
    for (qsizetype i = 0; i < component.size(); ++i) {
        const QChar c = component[i];
        if (isInner(c))
            continue;
        if (isUpper(c))
            return Fault{from + i, u"a repository name is lowercase and cannot contain %1"_s.arg(shown(c))};
        if (c == u':')
            return Fault{from + i, u"a repository name cannot contain \":\", and a tag cannot contain \"/\""_s};
        const bool separates = c == u'.' || c == u'_' || c == u'-';
        const bool atEdge = i == 0 || i + 1 == component.size();
        const bool afterInner = i > 0 && isInner(component[i - 1]);
        const bool second = i > 1 && c == component[i - 1] && isInner(component[i - 2]);
        const bool run = (c == u'-' && i > 0 && component[i - 1] == u'-') || (c == u'_' && second);
        if (!separates || atEdge || !(afterInner || run))
            return Fault{from + i, u"a repository name cannot contain %1 here"_s.arg(shown(c))};
    }
    return std::nullopt;
}

MaybeFault faultInPath(QStringView path, qsizetype from)
{
    qsizetype begin = 0;
    while (begin <= path.size()) {
        const auto slash = path.indexOf(u'/', begin);
        const auto end = slash < 0 ? path.size() : slash;
        if (auto fault = faultInPathComponent(path.sliced(begin, end - begin), from + begin))
            return fault;
        begin = end + 1;
    }
    if (path.size() > kMostRepositoryCharacters)
        return Fault{from + kMostRepositoryCharacters,
                     u"a repository name has at most %1 characters"_s.arg(kMostRepositoryCharacters)};
    return std::nullopt;
}

/// Positions of the parts in the text; -1 if missing.
struct Cuts
{
    qsizetype slash = -1; ///< after the registry
    qsizetype nameEnd = 0;
    qsizetype tag = -1;
    qsizetype tagEnd = 0;
    qsizetype digest = -1;
};

Cuts cutsOf(QStringView text)
{
    Cuts cuts;
    const auto at = text.indexOf(u'@');
    cuts.tagEnd = at < 0 ? text.size() : at;
    cuts.digest = at < 0 ? -1 : at + 1;
    const auto rest = text.first(cuts.tagEnd);
    const auto colon = rest.indexOf(u':', rest.lastIndexOf(u'/') + 1);
    cuts.nameEnd = colon < 0 ? cuts.tagEnd : colon;
    cuts.tag = colon < 0 ? -1 : colon + 1;
    const auto slash = rest.first(cuts.nameEnd).indexOf(u'/');
    cuts.slash = slash >= 0 && (slash == 0 || looksLikeRegistry(rest.first(slash))) ? slash : -1;
    return cuts;
}

MaybeFault faultIn(QStringView text, const Cuts &cuts)
{
    if (const auto scheme = text.indexOf("://"_L1); scheme >= 0)
        return Fault{0, u"an image has no scheme; remove \"%1\""_s.arg(text.first(scheme + 3))};
    if (text.startsWith(u'[') && !text.contains(u'/'))
        return Fault{text.size(), u"the repository after the registry is missing"_s};
    if (cuts.nameEnd == 0)
        return Fault{0, u"the repository is missing"_s};
    if (cuts.slash >= 0) {
        if (auto fault = faultInRegistry(text.first(cuts.slash), 0))
            return fault;
        if (cuts.slash + 1 == cuts.nameEnd)
            return Fault{cuts.nameEnd, u"the repository after the registry is missing"_s};
    }
    if (auto fault = faultInPath(text.first(cuts.nameEnd).sliced(cuts.slash + 1), cuts.slash + 1))
        return fault;
    if (cuts.tag >= 0) {
        if (auto fault = faultInTag(text.first(cuts.tagEnd).sliced(cuts.tag), cuts.tag))
            return fault;
    }
    return cuts.digest < 0 ? std::nullopt : faultInDigest(text.sliced(cuts.digest), cuts.digest);
}

ImageReference referenceOf(QStringView text, const Cuts &cuts)
{
    ImageReference image;
    image.registry = cuts.slash < 0 ? QString(kDockerHub) : text.first(cuts.slash).toString().toLower();
    if (image.registry == kDockerHubAlias)
        image.registry = kDockerHub;
    image.repository = text.first(cuts.nameEnd).sliced(cuts.slash + 1).toString();
    if (image.registry == kDockerHub && !image.repository.contains(u'/'))
        image.repository.prepend(kOfficialImages);
    if (cuts.tag >= 0)
        image.tag = text.first(cuts.tagEnd).sliced(cuts.tag).toString();
    if (cuts.digest >= 0)
        image.digest = text.sliced(cuts.digest).toString().toLower();
    else if (cuts.tag < 0)
        image.tag = u"latest"_s;
    return image;
}

} // namespace

Result<ImageReference> parseImageReference(QStringView text)
{
    if (text.isEmpty())
        return badInput(u"the image is empty; use for example ghcr.io/acme/web:1.5.0"_s);
    const auto cuts = cutsOf(text);
    if (const auto fault = faultIn(text, cuts)) {
        const auto position = QString::number(fault->at + 1);
        return badInput(u"image \"%1\": %2 (character %3)"_s.arg(text.toString().simplified(), fault->what, position),
                        text.toString());
    }
    return referenceOf(text, cuts);
}

} // namespace lynceus
