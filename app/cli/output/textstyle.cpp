#include "app/cli/output/textstyle.h"

#include "core/domain/text/visibletext.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString codeOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return {};
    case Tone::Good:
        return u"\x1b[32m"_s;
    case Tone::Bad:
        return u"\x1b[31m"_s;
    case Tone::Doubtful:
        return u"\x1b[33m"_s;
    case Tone::Faint:
        return u"\x1b[2m"_s;
    case Tone::Strong:
        return u"\x1b[1m"_s;
    }
    return {};
}

QDateTime localTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count());
}

} // namespace

TextStyle styleFor(const TerminalTraits &traits, bool utc)
{
    return {traits.colour, traits.isTerminal ? traits.width : 0, utc};
}

QString toned(const QString &text, Tone tone, const TextStyle &style)
{
    const auto clean = visibleLine(text);
    if (!style.colour || tone == Tone::Plain || clean.isEmpty())
        return clean;
    return codeOf(tone) + clean + u"\x1b[0m"_s;
}

Tone toneOf(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Healthy:
        return Tone::Good;
    case HealthStatus::Degraded:
        return Tone::Bad;
    case HealthStatus::Suspended:
    case HealthStatus::Progressing:
    case HealthStatus::Missing:
    case HealthStatus::Unknown:
        return Tone::Doubtful;
    case HealthStatus::None:
        break;
    }
    return Tone::Plain;
}

QString signOf(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Healthy:
        return u"♥"_s;
    case HealthStatus::Progressing:
        return u"◐"_s;
    case HealthStatus::Degraded:
        return u"✕"_s;
    case HealthStatus::Suspended:
        return u"‖"_s;
    case HealthStatus::Missing:
        return u"○"_s;
    case HealthStatus::Unknown:
        return u"?"_s;
    case HealthStatus::None:
        break;
    }
    return u" "_s;
}

QString healthText(const Health &health)
{
    if (health.status == HealthStatus::None)
        return u"–"_s;
    return signOf(health.status) + u' ' + nameOf(health.status);
}

QString timeText(Instant instant, const TextStyle &style)
{
    if (style.utc)
        return formatRfc3339(instant);
    return localTime(instant).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString clockText(Instant instant, const TextStyle &style)
{
    if (style.utc)
        return formatRfc3339(std::chrono::floor<std::chrono::seconds>(instant));
    return localTime(instant).toString(u"HH:mm:ss"_s);
}

QString fitted(const QString &text, int width)
{
    const auto clean = visibleLine(text);
    if (width <= 0 || clean.size() <= width)
        return clean;
    auto cut = clean.left(width - 1);
    if (!cut.isEmpty() && cut.back().isHighSurrogate())
        cut.chop(1);
    return cut + u'…';
}

} // namespace lynceus
