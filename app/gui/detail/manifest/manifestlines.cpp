#include "app/gui/detail/manifest/manifestlines.h"

#include <algorithm>

namespace lynceus {

namespace {

using Kind = ManifestLine::Kind;

void addLines(std::vector<ManifestLine> &to, Kind kind, const std::vector<QStringView> &from, int first, int count)
{
    for (int i = first; i < first + count; ++i)
        to.push_back({kind, from[std::size_t(i)].toString()});
}

void fillUp(std::vector<ManifestLine> &lines, std::size_t size)
{
    while (lines.size() < size)
        lines.push_back({Kind::Gap, {}});
}

} // namespace

std::vector<ManifestLine> differenceOf(const QString &live, const QString &desired)
{
    const auto before = linesOf(live);
    const auto after = linesOf(desired);
    std::vector<ManifestLine> lines;
    for (const auto &span : diffLines(before, after)) {
        switch (span.kind) {
        case DiffSpan::Kind::Same:
            addLines(lines, Kind::Same, before, span.before, span.count);
            break;
        case DiffSpan::Kind::Removed:
            addLines(lines, Kind::Removed, before, span.before, span.count);
            break;
        case DiffSpan::Kind::Added:
            addLines(lines, Kind::Added, after, span.after, span.count);
            break;
        }
    }
    return lines;
}

ManifestSides sidesOf(const QString &live, const QString &desired)
{
    const auto before = linesOf(live);
    const auto after = linesOf(desired);
    ManifestSides sides;
    const auto level = [&sides] {
        const auto size = std::max(sides.live.size(), sides.desired.size());
        fillUp(sides.live, size);
        fillUp(sides.desired, size);
    };
    for (const auto &span : diffLines(before, after)) {
        switch (span.kind) {
        case DiffSpan::Kind::Same:
            level();
            addLines(sides.live, Kind::Same, before, span.before, span.count);
            addLines(sides.desired, Kind::Same, after, span.after, span.count);
            break;
        case DiffSpan::Kind::Removed:
            level();
            addLines(sides.live, Kind::Removed, before, span.before, span.count);
            break;
        case DiffSpan::Kind::Added: // aligned with the line that it replaces
            addLines(sides.desired, Kind::Added, after, span.after, span.count);
            break;
        }
    }
    level();
    return sides;
}

std::vector<int> changesIn(const std::vector<ManifestLine> &lines)
{
    std::vector<int> starts;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind != Kind::Same && (i == 0 || lines[i - 1].kind == Kind::Same))
            starts.push_back(int(i));
    }
    return starts;
}

} // namespace lynceus
