// DetailPane: which tabs it has, how they are reached, and what is remembered of them.
#include "app/gui/detail/detailpane.h"
#include "app/gui/detail/events/eventstab.h"
#include "app/gui/detail/evidencetab.h"
#include "app/gui/detail/logs/logstab.h"
#include "app/gui/detail/manifest/manifesttab.h"
#include "app/gui/detail/resources/resourcestab.h"
#include "app/gui/detail/timeline/timelinetab.h"
#include "core/io/settings/windowmemory.h"

#include <QAction>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kColumns = "detail.resources.columns"_L1;
constexpr auto kWraps = "detail.logs.wrap"_L1;
constexpr auto kSideBySide = "detail.manifest.sideBySide"_L1;

} // namespace

void DetailPane::showTabs()
{
    // Only where it differs: Qt 6.4 forgets to lay out anew after a call that changes nothing, and leaves a gap.
    const auto show = [this](QWidget *page, bool visible) {
        if (const int at = m_tabs->indexOf(page); m_tabs->isTabVisible(at) != visible)
            m_tabs->setTabVisible(at, visible);
    };
    for (QWidget *live : std::initializer_list<QWidget *>{m_resources, m_events, m_manifest})
        show(live, !m_viewRefused);
    for (QWidget *recorded : std::initializer_list<QWidget *>{m_timeline, m_evidence})
        show(recorded, m_subject->watch.has_value());
    const auto tree = m_view ? m_view->tree() : nullptr;
    const bool hasPods = !tree || std::ranges::any_of(tree->nodes, [](const auto &node) { return isPod(node.key); });
    show(m_logs, !m_viewRefused && hasPods);
}

/// Enter on a row: what most want to see of it next.
void DetailPane::inspectSelection()
{
    if (const auto resource = m_resources->selected())
        openTab(isPod(resource->key) ? Tab::Logs : Tab::Manifest);
}

void DetailPane::recall(const WindowMemory &memory)
{
    m_resources->setColumns(memory.bytes(kColumns));
    m_logs->setWraps(memory.number(kWraps).value_or(0) != 0);
    m_manifest->setSideBySide(memory.number(kSideBySide).value_or(0) != 0);
}

void DetailPane::remember(WindowMemory &memory) const
{
    memory.setBytes(kColumns, m_resources->columns());
    memory.setNumber(kWraps, m_logs->wraps() ? 1 : 0);
    memory.setNumber(kSideBySide, m_manifest->isSideBySide() ? 1 : 0);
}

bool DetailPane::isTabShown(Tab tab) const
{
    const auto at = m_tabs->indexOf(pageOf(tab));
    return at >= 0 && m_tabs->isTabVisible(at) && m_subject;
}

void DetailPane::openTab(Tab tab)
{
    if (isTabShown(tab))
        m_tabs->setCurrentWidget(pageOf(tab));
}

QList<QAction *> DetailPane::detailActions() const
{
    QList<QAction *> actions;
    for (auto *action : findChildren<QAction *>()) {
        if (action->objectName().startsWith("detail."_L1))
            actions.append(action);
    }
    return actions;
}

bool DetailPane::find()
{
    auto *page = m_tabs->currentWidget();
    if (page == m_resources)
        m_resources->find();
    else if (page == m_logs)
        m_logs->find();
    else
        return false;
    return true;
}

QWidget *DetailPane::pageOf(Tab tab) const
{
    switch (tab) {
    case Tab::Resources:
        return m_resources;
    case Tab::Events:
        return m_events;
    case Tab::Evidence:
        return m_evidence;
    case Tab::Timeline:
        return m_timeline;
    case Tab::Logs:
        return m_logs;
    case Tab::Manifest:
        return m_manifest;
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
