#include "app/gui/shell/palette/palette.h"

#include "app/gui/shell/palette/palettedelegate.h"
#include "app/gui/widgets/accessibility/spokenfocus.h"
#include "app/gui/widgets/painting/tones.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace lynceus {

namespace {

constexpr int kWidth = 640; ///< px at 100 %
constexpr int kShownRows = 10;
constexpr int kTop = 72;

} // namespace

Palette::Palette(Gather gather, QWidget *window)
    : QFrame(window)
    , m_gather(std::move(gather))
    , m_model(new PaletteModel(this))
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    m_line->setPlaceholderText(tr("Find applications, watches and commands"));
    m_line->setAccessibleName(tr("Find applications, watches and commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setAccessibleName(tr("Found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the input keeps it and passes arrow keys to the list
    speakRowsOf(m_list, m_line);
    setAccessibleName(tr("Palette"));
    m_line->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &Palette::search);
    connect(m_list, &QListView::clicked, this, &Palette::choose);
    hide();
}

void Palette::open()
{
    if (isVisible()) {
        m_line->selectAll();
        return;
    }
    m_focusBefore = QApplication::focusWidget();
    m_model->setEntries(m_gather());
    m_line->clear();
    search({});
    place();
    show();
    raise();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

void Palette::close()
{
    if (!isVisible())
        return;
    const bool hadFocus = m_line->hasFocus();
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_model->setEntries({});
    m_model->search({});
}

void Palette::search(const QString &typed)
{
    m_model->search(typed);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
}

void Palette::choose()
{
    const auto index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const auto entry = m_model->at(index.row());
    close();
    Q_EMIT chosen(entry);
}

void Palette::place()
{
    const auto *window = parentWidget();
    const int width = qMin(kWidth, window->width() - 32);
    const int rows = kShownRows * m_list->itemDelegate()->sizeHint(QStyleOptionViewItem(), {}).height();
    const int height = qMin(rows + m_line->sizeHint().height() + 34, window->height() - kTop - 16);
    setGeometry((window->width() - width) / 2, kTop, width, height);
}

bool Palette::takeKey(int key)
{
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const int step = key == Qt::Key_Down ? 1
            : key == Qt::Key_Up              ? -1
            : key == Qt::Key_PageDown        ? kShownRows
                                             : -kShownRows;
        m_list->setCurrentIndex(m_model->index(qBound(0, row + step, m_model->rowCount() - 1)));
        return true;
    }
    case Qt::Key_Tab:
    case Qt::Key_Backtab: // no other widget can be reached while the palette is open
        return true;
    default: // typed text
        return false;
    }
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress)
        return takeKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == m_line && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        close();
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Palette::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tones.line, 1));
    painter.setBrush(tones.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace lynceus
