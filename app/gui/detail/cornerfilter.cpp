#include "app/gui/detail/cornerfilter.h"

#include "app/gui/detail/resources/resourcestab.h"
#include "app/gui/widgets/accessibility/taborder.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>

namespace lynceus {

namespace {

constexpr int kLetters = 46; ///< width of the filter in characters: placeholder and icon
constexpr int kGap = 16;     ///< px at 100 % between tabs and filter
constexpr int kBelow = 4;    ///< px between filter and the line of the tabs

} // namespace

CornerFilter::CornerFilter(QTabWidget &tabs, ResourcesTab &page)
    : QObject(&tabs)
    , m_tabs(tabs)
    , m_page(page)
    , m_corner(new QWidget(&tabs))
{
    auto *layout = new QHBoxLayout(m_corner);
    layout->setContentsMargins(0, 0, 0, kBelow);
    layout->addSpacing(kGap); // margins are not mirrored by Qt
    m_corner->hide();
    tabs.installEventFilter(this);
    connect(&tabs, &QTabWidget::currentChanged, this, &CornerFilter::place);
}

bool CornerFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        place();
    return QObject::eventFilter(watched, event);
}

void CornerFilter::place()
{
    auto *filter = m_page.filter();
    const int width = filter->fontMetrics().averageCharWidth() * kLetters;
    const bool fits = m_tabs.width() >= m_tabs.tabBar()->sizeHint().width() + kGap + width;
    filter->setMinimumWidth(fits ? width : 0);
    if (fits != m_beside)
        move(fits);
    m_corner->setVisible(m_beside && m_tabs.currentWidget() == &m_page);
}

void CornerFilter::move(bool beside)
{
    auto *filter = m_page.filter();
    const bool hadFocus = filter->hasFocus();
    m_beside = beside;
    if (beside) {
        m_corner->layout()->addWidget(filter);
        m_tabs.setCornerWidget(m_corner);
    } else {
        m_tabs.setCornerWidget(nullptr);
        m_page.takeFilter();
    }
    filter->show();
    if (hadFocus)
        filter->setFocus(Qt::OtherFocusReason);
    tabAsRead(m_tabs.window());
}

} // namespace lynceus
