#include "app/gui/widgets/painting/statecolours.h"

#include <cmath>

#include <gtest/gtest.h>

namespace lynceus {

namespace {

/// The relative luminance of WCAG 2.1.
double luminance(const QColor &colour)
{
    const auto linear = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

TEST(StateColours, AreReadableOnPanelsAndInBadges)
{
    constexpr double kReadable = 4.5; // WCAG AA
    for (const bool dark : {false, true}) {
        const QColor panel = dark ? QColor(0x1d2127) : QColor(0xffffff);
        for (const auto role :
             {StateRole::Good, StateRole::Working, StateRole::Bad, StateRole::Held, StateRole::Neutral}) {
            const auto colours = stateColours(role, dark);
            EXPECT_GE(contrast(colours.foreground, panel), kReadable) << int(role) << dark;
            EXPECT_GE(contrast(colours.foreground, colours.background), kReadable) << int(role) << dark;
        }
    }
}

} // namespace lynceus
