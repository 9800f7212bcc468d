#include "app/gui/widgets/painting/tones.h"

#include <algorithm>
#include <cmath>

namespace lynceus {

namespace {

constexpr double kSidebarShade = 0.045;  ///< share of the text's colour: the design's step from window to sidebar
constexpr double kStrongHighlight = 1.6; ///< contrast to the panel; ours are 1.2 and 1.4
constexpr double kSoftened = 0.2;        ///< share of a strong highlight that is kept

double luminance(const QColor &colour)
{
    const auto linear = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

double contrastBetween(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor blended(const QColor &under, const QColor &over, double share)
{
    const auto mix = [share](float from, float to) { return float(from + (to - from) * share); };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
                            mix(under.blueF(), over.blueF()));
}

QColor readableOn(const QColor &ground, QColor colour)
{
    constexpr double kLeastContrast = 4.5;
    constexpr int kSteps = 24; // 0.85 to this power leaves 2 % of the colour
    const QColor end = contrastBetween(ground, Qt::white) >= contrastBetween(ground, Qt::black) ? Qt::white : Qt::black;
    for (int step = 0; step < kSteps && contrastBetween(colour, ground) < kLeastContrast; ++step)
        colour = blended(colour, end, 0.15);
    return contrastBetween(colour, ground) < kLeastContrast ? end : colour; // black or white is always sufficient
}

Tones tonesOf(const QPalette &palette)
{
    const auto colour = [&palette](QPalette::ColorRole role) { return palette.color(QPalette::Active, role); };
    const auto window = colour(QPalette::Window);
    Tones tones;
    tones.dark = isDark(window);
    tones.line = colour(QPalette::Mid);
    tones.text = colour(QPalette::Text);
    tones.muted = colour(QPalette::PlaceholderText);
    tones.panel = colour(QPalette::Base);
    // Darker than the window in both themes, so that the list stands out.
    tones.sidebar = blended(window, tones.dark ? QColor(Qt::black) : colour(QPalette::WindowText),
                            tones.dark ? 2 * kSidebarShade : kSidebarShade);
    tones.accent = colour(QPalette::Link);
    tones.accentText =
        contrastBetween(tones.accent, Qt::white) >= contrastBetween(tones.accent, Qt::black) ? Qt::white : Qt::black;
    // State colours would be unreadable on a platform's strong highlight.
    const auto highlight = colour(QPalette::Highlight);
    const bool strong = contrastBetween(highlight, tones.panel) > kStrongHighlight;
    tones.selection = strong ? blended(tones.panel, highlight, kSoftened) : highlight;
    tones.selectedText = strong ? tones.text : colour(QPalette::HighlightedText);
    return tones;
}

} // namespace lynceus
