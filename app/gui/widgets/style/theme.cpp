#include "app/gui/widgets/style/theme.h"

#include "app/gui/widgets/painting/statecolours.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/windowstyle.h"

#include <QApplication>
#include <QStyle>

#include <algorithm>
#include <array>
#include <utility>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

struct BaseColours
{
    QColor window, panel, line, text, muted, accent;
};

BaseColours baseColours(bool dark, bool highContrast)
{
    BaseColours colours = dark ? BaseColours{0x16191e, 0x1d2127, 0x2e343c, 0xe6e9ed, 0x9aa5b1, 0x6ea8fe}
                               : BaseColours{0xf6f7f9, 0xffffff, 0xdfe3e8, 0x1b2430, 0x5c6877, 0x2563c9};
    if (highContrast) {
        colours.text = dark ? Qt::white : Qt::black;
        colours.line = blended(colours.panel, colours.text, 0.6);
        colours.muted = blended(colours.panel, colours.text, 0.85);
        colours.panel = dark ? Qt::black : Qt::white;
    }
    return colours;
}

/// On X11, Qt scales the window by Xft.dpi, which already includes GNOME's text scaling.
bool doesPlatformScaleText()
{
    return QGuiApplication::platformName() == "xcb"_L1;
}

bool differs(const QPalette &one, const QPalette &other)
{
    return std::ranges::any_of(std::array{QPalette::Window, QPalette::WindowText, QPalette::Base, QPalette::Highlight},
                               [&](QPalette::ColorRole role) { return one.color(role) != other.color(role); });
}

} // namespace

QPalette paletteFor(const Appearance &appearance, bool dark)
{
    const auto base = baseColours(dark, appearance.highContrast);
    const auto accent = readableOn(base.panel, appearance.accent ? QColor::fromRgb(*appearance.accent) : base.accent);
    // Close to the design's selections (#e4edfb and #263449 for default accents), but weaker, so that state colours are
    // readable on them.
    const auto selection = blended(base.panel, accent, dark ? 0.17 : 0.115);
    QPalette palette(base.text, base.panel, base.panel, base.line, base.line, base.text, Qt::white, base.panel,
                     base.window);
    palette.setColor(QPalette::AlternateBase, blended(base.panel, base.text, 0.03));
    palette.setColor(QPalette::Mid, base.line);
    palette.setColor(QPalette::Midlight, blended(base.panel, base.line, 0.5));
    palette.setColor(QPalette::Dark, blended(base.line, base.text, 0.25));
    palette.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : blended(base.line, base.text, 0.5));
    palette.setColor(QPalette::Button, base.panel);
    palette.setColor(QPalette::ButtonText, base.text);
    palette.setColor(QPalette::ToolTipBase, base.panel);
    palette.setColor(QPalette::ToolTipText, base.text);
    palette.setColor(QPalette::PlaceholderText, base.muted);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Highlight, selection);
    palette.setColor(QPalette::HighlightedText, base.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, blended(base.window, base.text, 0.45));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, blended(base.panel, base.text, 0.1));
    return palette;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_platform(QApplication::palette())
    , m_platformChose(differs(m_platform, QApplication::style()->standardPalette()))
    , m_platformFont(QApplication::font())
{
    // Our delegates depend on this style's lists and fields.
    QApplication::setStyle(new WindowStyle); // the application owns it
    apply();
}

Theme::~Theme()
{
    // The next Theme, of a window in another language, must not take this palette for the platform's.
    QApplication::setPalette(m_platform);
    if (m_textScale != 1)
        QApplication::setFont(m_platformFont);
}

void Theme::follow(const Appearance &appearance)
{
    if (m_appearance == appearance)
        return;
    m_appearance = appearance;
    apply();
    applyTextScale();
}

void Theme::choose(Preferences::Theme theme)
{
    if (std::exchange(m_choice, theme) != theme)
        apply();
}

bool Theme::isDark() const
{
    if (m_choice != Preferences::Theme::System)
        return m_choice == Preferences::Theme::Dark;
    switch (m_appearance.scheme) {
    case Appearance::Scheme::NoPreference:
        return lynceus::isDark(m_platform.color(QPalette::Window));
    case Appearance::Scheme::Light:
        return false;
    case Appearance::Scheme::Dark:
        return true;
    }
    Q_UNREACHABLE();
}

void Theme::apply()
{
    const bool platformFits = m_platformChose && lynceus::isDark(m_platform.color(QPalette::Window)) == isDark();
    QApplication::setPalette(platformFits ? m_platform : paletteFor(m_appearance, isDark()));
}

void Theme::applyTextScale()
{
    const double scale = doesPlatformScaleText() ? 1 : m_appearance.textScale;
    if (std::exchange(m_textScale, scale) == scale)
        return;
    auto font = m_platformFont;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(qRound(font.pixelSize() * scale));
    QApplication::setFont(font);
}

} // namespace lynceus
