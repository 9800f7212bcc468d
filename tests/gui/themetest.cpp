#include "app/gui/widgets/style/theme.h"

#include "app/gui/widgets/painting/tones.h"

#include <QApplication>
#include <QLabel>
#include <QStyle>

#include <gtest/gtest.h>

namespace lynceus {

namespace {

constexpr double kReadable = 4.5; // WCAG AA

/// Accent colours that desktops offer, and extreme ones.
std::vector<std::optional<quint32>> accents()
{
    return {{},       0x3584e4, 0x2190a4, 0x3a944a, 0xc88800, 0xed5b00, 0xe62d42,
            0xd56199, 0x9141ac, 0x6f8396, 0xffff00, 0x000000, 0xffffff};
}

} // namespace

TEST(Theme, TextIsReadableWithAnyAccent)
{
    for (const bool dark : {false, true}) {
        for (const bool contrast : {false, true}) {
            for (const auto &accent : accents()) {
                const auto tones =
                    tonesOf(paletteFor({.scheme = {}, .accent = accent, .highContrast = contrast}, dark));
                const auto name = ::testing::Message() << "dark " << dark << " accent " << accent.value_or(0x1000000);
                EXPECT_EQ(tones.dark, dark) << name;
                EXPECT_GE(contrastBetween(tones.text, tones.panel), 7) << name;
                EXPECT_GE(contrastBetween(tones.muted, tones.panel), kReadable) << name;
                EXPECT_GE(contrastBetween(tones.muted, tones.sidebar), kReadable) << name;
                EXPECT_GE(contrastBetween(tones.accent, tones.panel), kReadable) << name;
                EXPECT_GE(contrastBetween(tones.accentText, tones.accent), kReadable) << name;
                EXPECT_GE(contrastBetween(tones.selectedText, tones.selection), kReadable) << name;
            }
        }
    }
}

TEST(Theme, StateColoursAreReadableOnTheSelection)
{
    for (const bool dark : {false, true}) {
        const auto tones = tonesOf(paletteFor({}, dark));
        for (const auto role :
             {StateRole::Good, StateRole::Working, StateRole::Bad, StateRole::Held, StateRole::Neutral})
            EXPECT_GE(contrastBetween(tones.of(role).foreground, tones.selection), kReadable) << int(role) << dark;
    }
}

TEST(Theme, AnyColourIsReadableOnItsTintedBackground)
{
    for (const bool dark : {false, true}) {
        const auto tones = tonesOf(paletteFor({}, dark));
        for (const QRgb colour : {0x000000U, 0xffffffU, 0xffff00U, 0xff0000U, 0x0000ffU, 0x3b7dd8U, 0xa35bc2U,
                                  0x0f8a8aU, 0xb8731fU, 0xc2527dU, 0x6a7f2fU, 0x6f6fd6U, 0x7d7468U, 0x808080U}) {
            for (const double share : {0.1, 0.2, 0.5, 1.0}) {
                const auto ground = blended(tones.panel, QColor(colour), share);
                EXPECT_GE(contrastBetween(readableOn(ground, QColor(colour)), ground), kReadable)
                    << std::hex << colour << " dark " << dark << " share " << share;
            }
        }
    }
}

TEST(Theme, StrongPlatformHighlightIsSoftened)
{
    QPalette breeze = paletteFor({}, false);
    breeze.setColor(QPalette::Highlight, QColor(0x3daee9));
    breeze.setColor(QPalette::HighlightedText, Qt::white);
    const auto tones = tonesOf(breeze);
    EXPECT_GE(contrastBetween(tones.of(StateRole::Bad).foreground, tones.selection), kReadable);
    EXPECT_GE(contrastBetween(tones.selectedText, tones.selection), kReadable);
}

namespace {

/// Sets the platform's palette, and restores the palette of the tests at the end.
class Platform final
{
public:
    explicit Platform(const QPalette &palette) { QApplication::setPalette(palette); }
    Platform(const Platform &) = delete;
    Platform &operator=(const Platform &) = delete;
    ~Platform() { QApplication::setPalette(m_before); }

private:
    QPalette m_before = QApplication::palette();
};

} // namespace

TEST(Theme, FollowsTheDesktop)
{
    const Platform platform(QApplication::style()->standardPalette());
    Theme theme;
    theme.follow({.scheme = Appearance::Scheme::Dark});
    EXPECT_TRUE(tonesOf(QLabel().palette()).dark);
    theme.follow({.scheme = Appearance::Scheme::Light, .accent = 0x9141ac});
    EXPECT_FALSE(tonesOf(QLabel().palette()).dark);
    EXPECT_EQ(tonesOf(QLabel().palette()).accent, QColor(0x9141ac));
    theme.follow({.scheme = Appearance::Scheme::Light, .highContrast = true});
    EXPECT_EQ(tonesOf(QLabel().palette()).text, QColor(Qt::black));
}

TEST(Theme, SettingOverridesTheDesktop)
{
    const Platform platform(QApplication::style()->standardPalette());
    const auto isDarkNow = [] { return tonesOf(QLabel().palette()).dark; };
    Theme theme;
    theme.follow({.scheme = Appearance::Scheme::Light, .accent = 0xed5b00});
    theme.choose(Preferences::Theme::Dark);
    EXPECT_TRUE(theme.isDark());
    EXPECT_TRUE(isDarkNow()) << "immediately";
    theme.follow({.scheme = Appearance::Scheme::Light, .accent = 0x9141ac});
    EXPECT_TRUE(isDarkNow()) << "regardless of later desktop changes";
    theme.choose(Preferences::Theme::System);
    EXPECT_FALSE(isDarkNow());
    theme.follow({.scheme = Appearance::Scheme::Dark});
    EXPECT_TRUE(isDarkNow());
    theme.choose(Preferences::Theme::Light);
    EXPECT_FALSE(isDarkNow());
}

TEST(Theme, KeepsThePlatformsPaletteUnlessTheDesktopWantsAnother)
{
    QPalette sand = QApplication::style()->standardPalette();
    sand.setColor(QPalette::Window, QColor(0xf4e8d0));
    const Platform platform(sand);
    Theme theme;
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), QColor(0xf4e8d0));
    theme.follow({.scheme = Appearance::Scheme::Dark});
    EXPECT_TRUE(isDark(QApplication::palette().color(QPalette::Window)));
    theme.follow({.scheme = Appearance::Scheme::Light});
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), QColor(0xf4e8d0));
}

TEST(Theme, TextFollowsTheDesktopsScalingUntilTheThemeEnds)
{
    const auto usual = QApplication::font().pointSizeF();
    {
        Theme theme;
        theme.follow({.textScale = 1.5});
        EXPECT_DOUBLE_EQ(QApplication::font().pointSizeF(), usual * 1.5);
        EXPECT_DOUBLE_EQ(QLabel().font().pointSizeF(), usual * 1.5);
        theme.follow({.highContrast = true, .textScale = 1.5});
        EXPECT_DOUBLE_EQ(QApplication::font().pointSizeF(), usual * 1.5) << "not twice";
        theme.follow({.textScale = 1.25});
        EXPECT_DOUBLE_EQ(QApplication::font().pointSizeF(), usual * 1.25) << "of the usual size";
    }
    EXPECT_DOUBLE_EQ(QApplication::font().pointSizeF(), usual);
}

// When the language changes, the window is created again in the same process.
TEST(Theme, NextThemeFollowsTheDesktop)
{
    const auto before = QApplication::palette(); // of the theme in all tests
    const auto platform = QApplication::style()->standardPalette();
    QApplication::setPalette(platform);
    {
        Theme first;
        first.choose(Preferences::Theme::Dark);
    }
    EXPECT_EQ(QApplication::palette(), platform);
    {
        Theme next;
        EXPECT_FALSE(next.isDark());
        next.follow({.accent = 0xe62d42});
        EXPECT_EQ(QApplication::palette().color(QPalette::Link),
                  paletteFor({.accent = 0xe62d42}, false).color(QPalette::Link));
    }
    QApplication::setPalette(before);
}

} // namespace lynceus
