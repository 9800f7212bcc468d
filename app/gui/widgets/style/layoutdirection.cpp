#include "app/gui/widgets/style/layoutdirection.h"

#include <QEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QMargins>
#include <QWidget>

namespace lynceus {

namespace {

/// Owned by its widget.
class LeadingMargins final : public QObject
{
public:
    LeadingMargins(QWidget *widget, const QMargins &margins)
        : QObject(widget)
        , m_widget(widget)
        , m_margins(margins)
    {
        widget->installEventFilter(this);
        apply();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutDirectionChange)
            apply();
        return QObject::eventFilter(watched, event);
    }

private:
    void apply()
    {
        const auto mirrored = QMargins(m_margins.right(), m_margins.top(), m_margins.left(), m_margins.bottom());
        m_widget->setContentsMargins(m_widget->isRightToLeft() ? mirrored : m_margins);
    }

    QWidget *m_widget;
    QMargins m_margins;
};

} // namespace

void applyDirection(Preferences::Direction direction)
{
    switch (direction) {
    case Preferences::Direction::System:
        return QGuiApplication::setLayoutDirection(QLocale().textDirection()); // default: the direction of the texts
    case Preferences::Direction::LeftToRight:
        return QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    case Preferences::Direction::RightToLeft:
        return QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    }
}

void setLeadingMargins(QWidget *widget, const QMargins &margins)
{
    new LeadingMargins(widget, margins);
}

} // namespace lynceus
