#include "core/domain/redaction/redact.h"

#include "core/domain/redaction/secretscanner.h"
#include "core/domain/text/visibletext.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShrinkage = 4'000; // characters read beyond the limit, because redacted text is shorter

/// Logs are read in terminals: hidden or unknown characters are written as numbers.
QString escaped(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t code = isPair ? QChar::surrogateToUcs4(c, text[i + 1]) : c.unicode();
        const auto units = QStringView(text).sliced(i, isPair ? 2 : 1);
        i += isPair ? 1 : 0;
        if (c == u'\n') {
            out += "\\n"_L1;
        } else if (c == u'\t') {
            out += "\\t"_L1;
        } else if (c == u'\r') {
            out += "\\r"_L1;
        } else if (isHidden(code) || QChar::category(code) == QChar::Other_NotAssigned) {
            for (const auto unit : units)
                out += u"\\u%1"_s.arg(unit.unicode(), 4, 16, QLatin1Char('0'));
        } else {
            out += units;
        }
    }
    return out;
}

bool isHarmlessParameter(const QString &name)
{
    static constexpr std::array kHarmless{
        "project",   "projects",        "fields",  "name",         "selector",          "appNamespace",
        "namespace", "resourceVersion", "refresh", "resourceName", "resourceNamespace", "resourceUID",
        "podName",   "container",       "follow",  "tailLines",    "previous",          "kind",
        "group",     "version"};
    return std::ranges::any_of(kHarmless, [&name](const char *harmless) { return name == QLatin1String(harmless); });
}

} // namespace

QString redactedUrl(const QUrl &url)
{
    if (!url.isValid())
        return u"…"_s;
    QString text;
    if (!url.scheme().isEmpty())
        text += url.scheme() + u':';
    if (!url.host().isEmpty()) {
        text += "//"_L1;
        if (!url.userInfo().isEmpty())
            text += u"…@"_s;
        text += url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
        if (url.port() >= 0)
            text += u':' + QString::number(url.port());
    }
    text += textWithoutSecrets(url.path(QUrl::FullyEncoded));
    QStringList parameters;
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyEncoded)) {
        // A name without a value may be the secret itself.
        const bool harmless = isHarmlessParameter(name);
        parameters.append(value.isEmpty() && !harmless
                              ? u"…"_s
                              : textWithoutSecrets(name) + u'=' + (harmless ? textWithoutSecrets(value) : u"…"_s));
    }
    if (!parameters.isEmpty())
        text += u'?' + parameters.join(u'&');
    if (url.hasFragment())
        text += u"#…"_s;
    return escaped(text);
}

QString redactedText(QStringView text, qsizetype limit)
{
    if (limit <= 0)
        return {};
    const bool isLong = text.size() > limit + kShrinkage;
    auto safe = escaped(textWithoutSecrets(text.first(isLong ? limit + kShrinkage : text.size()).toString()));
    if (safe.size() > limit || isLong)
        safe = safe.first(std::min(safe.size(), limit - 1)) + u'…';
    return safe;
}

} // namespace lynceus
