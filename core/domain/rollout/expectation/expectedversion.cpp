#include "core/domain/rollout/expectation/expectedversion.h"

#include <QRegularExpression>

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShortestCommit = 7; // the length that git prints; shorter ones are often ambiguous
constexpr qsizetype kLongestCommit = 64; // SHA-256
constexpr qsizetype kLongestName = 200;  // of a tag

bool isHexadecimal(const QString &text)
{
    return std::ranges::all_of(
        text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); });
}

// git-check-ref-format(1), as far as needed for comparisons.
bool isRefName(const QString &text)
{
    static const QRegularExpression kForbidden(uR"([\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|/$|^/|\.$|\.lock$|^-)"_s);
    return !text.isEmpty() && text.size() <= kLongestName && !kForbidden.match(text).hasMatch();
}

bool isChartVersion(const QString &text)
{
    static const QRegularExpression kVersion(uR"(^v?[0-9]+(\.[0-9]+){1,2}(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$)"_s);
    return text.size() <= kLongestName && kVersion.match(text).hasMatch();
}

} // namespace

QString nameOf(ExpectedVersion::Kind kind)
{
    switch (kind) {
    case ExpectedVersion::Kind::Images:
        return u"images"_s;
    case ExpectedVersion::Kind::Revision:
        return u"revision"_s;
    case ExpectedVersion::Kind::ChartVersion:
        return u"chart-version"_s;
    case ExpectedVersion::Kind::Next:
        return u"next"_s;
    }
    Q_UNREACHABLE();
}

bool isCommit(const QString &value)
{
    return value.size() >= kShortestCommit && value.size() <= kLongestCommit && isHexadecimal(value);
}

Result<ExpectedVersion> parseRevision(const QString &text)
{
    if (isCommit(text))
        return ExpectedVersion{ExpectedVersion::Kind::Revision, text.toLower()};
    const bool hasDigit = std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
    const bool hasLetter = std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
    if (!text.isEmpty() && isHexadecimal(text) && hasDigit && hasLetter)
        return badInput(u"\"%1\" is too short for a commit; give at least %2 digits"_s.arg(text).arg(kShortestCommit));
    if (text == "HEAD"_L1)
        return badInput(u"\"HEAD\" is not a version; give a commit or a tag, or use --next"_s);
    if (!isRefName(text))
        return badInput(
            u"\"%1\" is not a revision; give a commit (3f2a1b0) or a tag as in targetRevision (v1.5.0)"_s.arg(text));
    return ExpectedVersion{ExpectedVersion::Kind::Revision, text};
}

Result<ExpectedVersion> parseChartVersion(const QString &text)
{
    if (!isChartVersion(text))
        return badInput(u"\"%1\" is not a chart version; give the exact version, such as 1.5.2"_s.arg(text));
    return ExpectedVersion{ExpectedVersion::Kind::ChartVersion, text};
}

bool isValid(const ExpectedVersion &version)
{
    switch (version.kind) {
    case ExpectedVersion::Kind::Images:
    case ExpectedVersion::Kind::Next:
        return version.value.isEmpty();
    case ExpectedVersion::Kind::Revision: {
        const auto parsed = parseRevision(version.value);
        return parsed && *parsed == version;
    }
    case ExpectedVersion::Kind::ChartVersion:
        return parseChartVersion(version.value).has_value();
    }
    return false;
}

} // namespace lynceus
