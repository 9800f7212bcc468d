#include "core/replay/faults/fault.h"

#include "core/domain/text/nearest.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Kind = Fault::Kind;

constexpr std::pair<QLatin1StringView, Kind> kNames[] = {
    {QLatin1StringView("refuse"), Kind::Refuse},
    {QLatin1StringView("hang"), Kind::Hang},
    {QLatin1StringView("reset"), Kind::Reset},
    {QLatin1StringView("cut"), Kind::Cut},
    {QLatin1StringView("gzip-cut"), Kind::GzipCut},
    {QLatin1StringView("gzip-short"), Kind::GzipShort},
    {QLatin1StringView("reset-in-body"), Kind::ResetInBody},
    {QLatin1StringView("bad-chunk"), Kind::BadChunk},
    {QLatin1StringView("half-head"), Kind::HalfHead},
    {QLatin1StringView("false-length"), Kind::FalseLength},
    {QLatin1StringView("truncate"), Kind::Truncate},
    {QLatin1StringView("empty"), Kind::Empty},
    {QLatin1StringView("unauthorized"), Kind::Unauthorized},
    {QLatin1StringView("unavailable"), Kind::Unavailable},
    {QLatin1StringView("html"), Kind::Html},
    {QLatin1StringView("slow-bytes"), Kind::SlowBytes},
    {QLatin1StringView("silence"), Kind::Silence},
    {QLatin1StringView("stall-tls"), Kind::StallTls},
    {QLatin1StringView("bomb"), Kind::Bomb},
    {QLatin1StringView("redirect"), Kind::Redirect},
};

Result<Kind> kindNamed(const QString &name)
{
    const auto *found = std::ranges::find(kNames, name, [](const auto &entry) { return QString(entry.first); });
    if (found != std::end(kNames))
        return found->second;
    const QStringList near = nearestWords(name, faultNames(), 1);
    const QString hint =
        near.isEmpty() ? u"valid: %1"_s.arg(faultNames().join(u", "_s)) : u"did you mean \"%1\"?"_s.arg(near.first());
    return badInput(u"\"%1\" is not a fault; %2"_s.arg(name, hint));
}

Result<void> readWindow(QStringView window, Fault &fault)
{
    const qsizetype mark = std::max(window.indexOf(u'-'), window.indexOf(u'+'));
    const auto from = parseDuration(mark < 0 ? window : window.first(mark));
    if (!from)
        return tl::unexpected(from.error());
    fault.from = *from;
    if (mark < 0)
        return {};
    const auto second = parseDuration(window.sliced(mark + 1));
    if (!second)
        return tl::unexpected(second.error());
    fault.until = window[mark] == u'+' ? *from + *second : *second;
    if (*fault.until <= fault.from)
        return badInput(
            u"it ends (%1) before it starts (%2)"_s.arg(formatDuration(*fault.until), formatDuration(*from)));
    return {};
}

} // namespace

Result<Fault> parseFault(const QString &text)
{
    const auto named = [&](Error error) {
        error.asked = text;
        error.message = u"fault \"%1\": %2"_s.arg(text, error.message);
        return error;
    };
    Fault fault;
    const qsizetype colon = text.indexOf(u':');
    const QString what = colon < 0 ? text : text.first(colon);
    if (colon >= 0)
        fault.pathContains = text.sliced(colon + 1);
    const qsizetype at = what.indexOf(u'@');
    const auto kind = kindNamed(at < 0 ? what : what.first(at));
    if (!kind)
        return tl::unexpected(named(kind.error()));
    fault.kind = *kind;
    if (at >= 0) {
        if (const auto window = readWindow(QStringView(what).sliced(at + 1), fault); !window)
            return tl::unexpected(named(window.error()));
    }
    return fault;
}

QStringList faultNames()
{
    QStringList names;
    for (const auto &[name, kind] : kNames)
        names << QString(name);
    return names;
}

} // namespace lynceus
