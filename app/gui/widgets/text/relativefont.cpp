#include "app/gui/widgets/text/relativefont.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPointer>
#include <QWidget>

namespace lynceus {

namespace {

QFont larger(QFont font, qreal times)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * times);
    else
        font.setPixelSize(qRound(font.pixelSize() * times));
    return font;
}

/// Owned by its widget. Qt reports a change of the application's font only to windows and to widgets that have no font
/// of their own; therefore this also filters the events of the parent.
class RelativeFont final : public QObject
{
public:
    enum class Kind : quint8 { Text, Fixed };

    RelativeFont(QWidget *widget, Kind kind, qreal times, QFont::Weight weight)
        : QObject(widget)
        , m_widget(widget)
        , m_kind(kind)
        , m_times(times)
        , m_weight(weight)
    {
        widget->installEventFilter(this);
        followParent();
        apply();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_widget && event->type() == QEvent::ParentChange)
            followParent();
        else if (event->type() == (watched == m_widget ? QEvent::ApplicationFontChange : QEvent::FontChange))
            apply();
        return QObject::eventFilter(watched, event);
    }

private:
    void followParent()
    {
        if (m_parent)
            m_parent->removeEventFilter(this);
        m_parent = m_widget->parentWidget();
        if (m_parent)
            m_parent->installEventFilter(this);
    }

    void apply()
    {
        auto font = larger(m_kind == Kind::Fixed ? fixedFont() : QApplication::font(m_widget), m_times);
        font.setWeight(m_weight);
        m_widget->setFont(font);
    }

    QWidget *m_widget;
    QPointer<QWidget> m_parent;
    Kind m_kind;
    qreal m_times;
    QFont::Weight m_weight;
};

} // namespace

QFont fixedFont()
{
    const auto usual = QFontDatabase::systemFont(QFontDatabase::GeneralFont).pointSizeF();
    const auto now = QApplication::font().pointSizeF();
    return larger(QFontDatabase::systemFont(QFontDatabase::FixedFont), usual > 0 && now > 0 ? now / usual : 1);
}

void setRelativeFont(QWidget *widget, qreal times, QFont::Weight weight)
{
    new RelativeFont(widget, RelativeFont::Kind::Text, times, weight);
}

void setFixedFont(QWidget *widget, qreal times)
{
    new RelativeFont(widget, RelativeFont::Kind::Fixed, times, QFont::Normal);
}

} // namespace lynceus
