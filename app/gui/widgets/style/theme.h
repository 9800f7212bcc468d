#pragma once

#include "core/io/desktop/appearance.h"
#include "core/io/settings/preferences.h"

#include <QFont>
#include <QObject>
#include <QPalette>

namespace lynceus {

/// The palette for an appearance: design "Screens", the table of roles. Text on the accent and on selections stays
/// readable whatever accent the desktop chose.
[[nodiscard]] QPalette paletteFor(const Appearance &appearance, bool dark);

/// Gives the application its style, palette and size of text, at once and whenever the appearance changes; takes
/// palette and size back when it ends.
///
/// A platform with a palette of its own (a desktop's theme plugin) keeps it, as long as it is as light or dark as the
/// desktop asks for; else ours is used. Widgets get QEvent::PaletteChange and ApplicationFontChange as usual; there is
/// nothing else to listen to.
class Theme final : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    void follow(const Appearance &appearance);
    /// Light or dark whatever the desktop asks for; its accent and contrast stay.
    void choose(Preferences::Theme theme);
    [[nodiscard]] bool isDark() const;

private:
    void apply();
    void applyTextScale();

    Appearance m_appearance;
    Preferences::Theme m_choice = Preferences::Theme::System;
    QPalette m_platform;  ///< before we changed anything
    bool m_platformChose; ///< it is not merely the style's
    QFont m_platformFont; ///< before we changed its size
    double m_textScale = 1;
};

} // namespace lynceus
