#include "app/gui/widgets/growingdialog.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>

namespace lynceus {

namespace {

class Grower final : public QObject
{
public:
    explicit Grower(QDialog *dialog)
        : QObject(dialog)
        , m_dialog(dialog)
    { }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
            grow();
        return false;
    }

private:
    void grow()
    {
        auto *layout = m_dialog->layout();
        layout->activate();
        const int needed = layout->hasHeightForWidth() ? layout->minimumHeightForWidth(m_dialog->width())
                                                       : layout->minimumSize().height();
        if (m_dialog->height() < needed)
            m_dialog->resize(m_dialog->width(), needed);
    }

    QDialog *m_dialog;
};

} // namespace

void growWithContent(QDialog *dialog)
{
    dialog->installEventFilter(new Grower(dialog));
}

} // namespace lynceus
