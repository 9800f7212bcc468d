#pragma once

#include "core/io/desktop/appearance.h"
#include "core/io/settings/preferences.h"

#include <QFont>
#include <QObject>
#include <QPalette>

namespace lynceus {

/// The palette for an appearance; see design "Screens", table of roles. Text on the accent colour and on selections is
/// readable for any accent of the desktop.
[[nodiscard]] QPalette paletteFor(const Appearance &appearance, bool dark);

/// Sets the application's style, palette and font size, at once and whenever the appearance changes; the destructor
/// restores palette and size.
///
/// A palette of the platform (from a desktop's theme plugin) is kept if it matches the desktop's light or dark
/// preference; otherwise ours is used. Widgets get QEvent::PaletteChange and ApplicationFontChange as usual; no other
/// signal is needed.
class Theme final : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    void follow(const Appearance &appearance);
    /// Overrides the desktop's light or dark preference; its accent and contrast stay.
    void choose(Preferences::Theme theme);
    [[nodiscard]] bool isDark() const;

private:
    void apply();
    void applyTextScale();

    Appearance m_appearance;
    Preferences::Theme m_choice = Preferences::Theme::System;
    QPalette m_platform;  ///< original palette
    bool m_platformChose; ///< the palette is the platform's, not only the style's
    QFont m_platformFont; ///< original font
    double m_textScale = 1;
};

} // namespace lynceus
