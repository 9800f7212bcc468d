#include "app/gui/widgets/dialogs/growingdialog.h"

#include <QBoxLayout>
#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>

namespace lynceus {

namespace {

constexpr QSize kFrame{16, 48}; ///< typical window frame; the real one is known only after showing

/// Whether @p item is the row of buttons that ends a dialog.
bool isButtonRow(QLayoutItem &item)
{
    if (qobject_cast<const QDialogButtonBox *>(item.widget()))
        return true;
    const auto *row = qobject_cast<const QHBoxLayout *>(item.layout());
    for (int at = 0; row && at < row->count(); ++at) {
        if (qobject_cast<const QPushButton *>(row->itemAt(at)->widget()))
            return true;
    }
    return false;
}

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
        if (m_foot)
            least.rheight() += m_foot->sizeHint().height() + 1; // with the line above it
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

    /// Moves the dialog's content into a scroll area. The buttons that end the dialog stay below it: scrolled out of
    /// view, they would have to be searched for.
    void letScroll()
    {
        auto *layout = m_dialog->layout();
        const auto margins = layout->contentsMargins();
        const int last = layout->count() - 1;
        auto *foot = last > 0 && isButtonRow(*layout->itemAt(last)) ? layout->takeAt(last) : nullptr;
        auto *scroll = new QScrollArea(m_dialog);
        m_content = new QWidget;
        scroll->setWidget(m_content); // first, so that the order of the focus stays
        m_content->setLayout(layout); // moves the widgets too
        m_content->installEventFilter(this);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setFocusPolicy(Qt::NoFocus); // Tab moves through its content and scrolls
        auto *around = new QVBoxLayout(m_dialog);
        around->setContentsMargins(0, 0, 0, 0);
        around->setSpacing(0);
        around->addWidget(scroll, 1);
        if (foot)
            addFoot(*around, foot, margins);
        scroll->show(); // the dialog may already be visible
        m_dialog->setMinimumSize(0, 0);
    }

    void addFoot(QVBoxLayout &column, QLayoutItem *foot, QMargins margins)
    {
        m_foot = new QWidget(m_dialog);
        margins.setTop(margins.bottom() / 2);
        margins.setBottom(margins.top());
        auto *row = new QHBoxLayout(m_foot);
        row->setContentsMargins(margins);
        if (auto *inner = foot->layout()) { // the layout itself is the item
            row->addLayout(inner);
        } else {
            row->addWidget(foot->widget());
            delete foot;
        }
        auto *line = new QWidget(m_dialog);
        line->setFixedHeight(1);
        line->setAutoFillBackground(true);
        line->setBackgroundRole(QPalette::Mid);
        column.addWidget(line);
        column.addWidget(m_foot);
        m_foot->show();
        line->show();
    }

    QDialog *m_dialog;
    QWidget *m_content;
    QWidget *m_foot = nullptr; ///< below the scroll area
};

} // namespace

void growWithContent(QDialog *dialog)
{
    dialog->installEventFilter(new Grower(dialog));
}

} // namespace lynceus
