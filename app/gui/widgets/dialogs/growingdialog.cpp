#include "app/gui/widgets/dialogs/growingdialog.h"

#include <QBoxLayout>
#include <QDialog>
#include <QEvent>
#include <QScreen>
#include <QScrollArea>

namespace lynceus {

namespace {

constexpr QSize kFrame{16, 48}; ///< typical window frame; the real one is known only after showing

class Grower final : public QObject
{
public:
    explicit Grower(QDialog *dialog)
        : QObject(dialog)
        , m_dialog(dialog)
        , m_content(dialog)
    { }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isRequest = event->type() == QEvent::LayoutRequest && watched == m_content;
        if (isRequest || (event->type() == QEvent::Show && watched == m_dialog))
            grow();
        return false;
    }

private:
    [[nodiscard]] QSize needed(int width) const
    {
        auto *layout = m_content->layout();
        layout->activate();
        auto least = layout->minimumSize();
        if (layout->hasHeightForWidth())
            least.setHeight(layout->minimumHeightForWidth(qMax(width, least.width())));
        return least;
    }

    void grow()
    {
        const auto room = m_dialog->screen()->availableSize() - kFrame;
        const auto wanted = m_dialog->size().boundedTo(room);
        const auto least = needed(wanted.width());
        if (m_content == m_dialog && (least.height() > room.height() || least.width() > room.width()))
            letScroll();
        const auto size = QSize(wanted.width(), qMax(wanted.height(), least.height())).boundedTo(room);
        if (m_dialog->size() != size)
            m_dialog->resize(size);
    }

    /// Moves the dialog's content into a scroll area.
    void letScroll()
    {
        auto *scroll = new QScrollArea(m_dialog);
        m_content = new QWidget;
        m_content->setLayout(m_dialog->layout()); // moves the widgets too
        m_content->installEventFilter(this);
        scroll->setWidget(m_content);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setFocusPolicy(Qt::NoFocus); // Tab moves through its content and scrolls
        auto *around = new QVBoxLayout(m_dialog);
        around->setContentsMargins(0, 0, 0, 0);
        around->addWidget(scroll);
        scroll->show(); // the dialog may already be visible
        m_dialog->setMinimumSize(0, 0);
    }

    QDialog *m_dialog;
    QWidget *m_content;
};

} // namespace

void growWithContent(QDialog *dialog)
{
    dialog->installEventFilter(new Grower(dialog));
}

} // namespace lynceus
