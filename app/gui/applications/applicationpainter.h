#pragma once

#include "app/gui/applications/applicationsmodel.h"
#include "app/gui/widgets/painting/tones.h"

#include <QFontMetrics>

class QPainter;

namespace lynceus {

struct StateMark;

inline constexpr int kStripe = 4;      ///< px at 100 %: width of the state stripe at the row's edge
inline constexpr int kPinRoom = 36;    ///< px at 100 % before the name, for the pin
inline constexpr int kCellPadding = 8; ///< px at 100 %

/// Draws the cells of one row after another. Values that all cells share are computed once.
class ApplicationPainter final
{
public:
    ApplicationPainter(const ApplicationsModel &model, const QPalette &palette, const QFont &font,
                       Qt::LayoutDirection direction);

    /// Draws stripe, selection and the line below.
    void paintGround(QPainter *painter, const QRect &row, int shown, bool selected, bool focused) const;
    void paintCell(QPainter *painter, const QRect &cell, int shown, ApplicationColumn column, bool selected) const;

private:
    void paintMark(QPainter *painter, const QRect &cell, const StateMark &mark) const;
    void paintText(QPainter *painter, const QRect &cell, const QString &text, const QColor &colour,
                   Qt::Alignment alignment = Qt::AlignLeading) const;

    const ApplicationsModel &m_model;
    QPalette m_palette;
    Tones m_tones;
    QFont m_font;
    QFont m_nameFont;
    QFont m_imageFont;
    QFontMetrics m_metrics;
    QFontMetrics m_nameMetrics;
    QFontMetrics m_imageMetrics;
    Qt::LayoutDirection m_direction;
};

} // namespace lynceus
