#include "app/gui/shell/sidebar/sidebar.h"

#include "app/gui/shell/sidebar/instancestatusmodel.h"
#include "app/gui/shell/sidebar/sidebardelegates.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/text/relativefont.h"

#include <QEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastWidth = 196;   ///< px at 100 %, from the design
constexpr int kMostInstances = 10; ///< further ones scroll

QListView *makeList(const QString &name, QWidget *parent)
{
    auto *list = new QListView(parent);
    list->setFrameShape(QFrame::NoFrame);
    list->setAccessibleName(name);
    list->setUniformItemSizes(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->viewport()->setAutoFillBackground(false);
    return list;
}

} // namespace

Sidebar::Sidebar(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_menu(new QToolButton(this))
    , m_demo(new PlainLabel(this))
    , m_pages(new QStandardItemModel(this))
    , m_pageList(makeList(tr("Screens"), this))
    , m_instances(new InstanceStatusModel(clock, this))
    , m_instanceList(makeList(tr("Instances and the age of their data"), this))
{
    build();
    m_ages.setInterval(std::chrono::seconds(1));
    connect(&m_ages, &QTimer::timeout, m_instanceList->viewport(), qOverload<>(&QWidget::update));
    connect(m_pageList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { Q_EMIT pageChosen(current.row()); });
    // Only Enter and clicks: moving through the list with arrow keys must not leave it.
    connect(m_instanceList, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT instanceChosen(m_instances->at(index.row()).instance.id); });
    connect(m_instanceList, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT instanceChosen(m_instances->at(index.row()).instance.id); });
}

void Sidebar::build()
{
    m_menu->setText(u"Lynceus"_s);
    m_menu->setIcon(applicationIcon());
    m_menu->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setAutoRaise(true);
    m_menu->setIconSize({20, 20});
    m_menu->setMinimumHeight(36);
    m_menu->setAccessibleName(tr("Menu"));
    setRelativeFont(m_menu, 1, QFont::DemiBold);
    m_pageList->setModel(m_pages);
    m_pageList->setItemDelegate(new NavigationDelegate(m_pageList));
    m_instanceList->setModel(m_instances);
    m_instanceList->setItemDelegate(new InstanceStatusDelegate(*m_instances, m_instanceList));
    m_instanceList->setSelectionMode(QAbstractItemView::NoSelection);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_menu);
    layout->addWidget(m_demo);
    layout->addWidget(m_pageList, 1);
    layout->addWidget(m_instanceList);
    fitWidth();
    fitInstances();
    m_demo->setWordWrap(true);
    m_demo->setForegroundRole(QPalette::PlaceholderText);
    m_demo->setContentsMargins(8, 0, 8, 0);
    m_demo->hide();
}

void Sidebar::markDemo()
{
    m_menu->setText(tr("Lynceus demo"));
    m_demo->setText(tr("Simulated instances, and a week of simulated deployments. Nothing here is real."));
    m_demo->show();
    fitWidth();
}

void Sidebar::addPage(const QString &title, QLatin1StringView glyph)
{
    auto *row = new QStandardItem(title);
    row->setData(QString(glyph), SidebarGlyphRole);
    m_pages->appendRow(row);
}

void Sidebar::setHint(int page, const QString &hint)
{
    setPlainToolTip(m_pages->item(page), hint);
}

void Sidebar::setCurrentPage(int page)
{
    m_pageList->setCurrentIndex(m_pages->index(page, 0));
}

void Sidebar::setCount(int page, int count, bool alarming)
{
    auto *row = m_pages->item(page);
    row->setData(count, SidebarCountRole);
    row->setData(alarming, SidebarAlarmRole);
    row->setAccessibleText(count == 0       ? row->text()
                               : !alarming  ? tr("%1, %2").arg(row->text()).arg(count)
                               : count == 1 ? tr("%1, one needs attention").arg(row->text())
                                            : tr("%1, %n need attention", nullptr, count).arg(row->text()));
}

void Sidebar::setInstance(const InstanceState &state)
{
    m_instances->set(state);
    fitInstances();
}

void Sidebar::setZone(const QTimeZone &zone)
{
    m_instances->setZone(zone);
}

void Sidebar::removeInstance(const QString &id)
{
    m_instances->remove(id);
    fitInstances();
}

/// Never cuts the program's name: with "demo" it is long in some languages and with large fonts.
void Sidebar::fitWidth()
{
    const auto margins = layout()->contentsMargins();
    setFixedWidth(qMax(kLeastWidth, m_menu->sizeHint().width() + margins.left() + margins.right()));
}

void Sidebar::fitInstances()
{
    const int rows = qMin(kMostInstances, m_instances->rowCount());
    m_instanceList->setVisible(rows > 0);
    m_instanceList->setFixedHeight(rows > 0 ? rows * m_instanceList->sizeHintForRow(0) + 2 : 0);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tones.sidebar);
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(edge, 0, 1, height(), tones.line);
    if (!m_instanceList->isHidden())
        painter.fillRect(8, m_instanceList->y() - 5, width() - 16, 1, tones.line);
}

void Sidebar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        fitWidth();
        fitInstances();
    }
    QWidget::changeEvent(event);
}

void Sidebar::showEvent(QShowEvent *event)
{
    m_ages.start();
    QWidget::showEvent(event);
}

void Sidebar::hideEvent(QHideEvent *event)
{
    m_ages.stop();
    QWidget::hideEvent(event);
}

} // namespace lynceus
