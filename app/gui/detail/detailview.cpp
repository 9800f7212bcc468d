// DetailPane: what is read while it is visible, and what is shown of it.
#include "app/gui/detail/detailbanner.h"
#include "app/gui/detail/detailheader.h"
#include "app/gui/detail/detailpane.h"
#include "app/gui/detail/events/eventstab.h"
#include "app/gui/detail/evidencetab.h"
#include "app/gui/detail/logs/logstab.h"
#include "app/gui/detail/manifest/manifesttab.h"
#include "app/gui/detail/resources/resourcestab.h"
#include "app/gui/detail/timeline/timelinetab.h"
#include "app/gui/widgets/statemarks.h"
#include "core/domain/model/applicationurl.h"
#include "core/engine/text/reporttext.h"
#include "core/io/settings/windowmemory.h"

#include <QAction>
#include <QClipboard>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kColumns = "detail.resources.columns"_L1;
constexpr auto kWraps = "detail.logs.wrap"_L1;
constexpr auto kSideBySide = "detail.manifest.sideBySide"_L1;

} // namespace

void DetailPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_subject && !m_view) {
        openView();
        showSubject();
    }
}

void DetailPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    closeView();
}

void DetailPane::focusInEvent(QFocusEvent *event)
{
    if (m_subject)
        m_tabs->currentWidget()->setFocus(event->reason());
}

void DetailPane::openView()
{
    if (!m_subject || m_view || !isVisible())
        return;
    m_view = m_engine.openView(m_subject->application, this);
    m_viewRefused = m_view.isNull();
    if (m_view)
        connectView();
    lookAtSelection();
}

void DetailPane::closeView()
{
    m_events->look(nullptr, {});
    m_logs->look(nullptr, {}, {});
    m_manifest->look(nullptr, {});
    delete m_view;
    if (m_subject)
        m_subject->trouble.reset(); // the next view says it again
}

void DetailPane::connectView()
{
    connect(m_view, &ApplicationView::applicationChanged, this, &DetailPane::showSubject);
    connect(m_view, &ApplicationView::treeChanged, this, &DetailPane::showResources);
    connect(m_view, &ApplicationView::troubleChanged, this, [this](const std::optional<Error> &trouble) {
        m_subject->trouble = trouble;
        m_header->showSubject(*m_subject);
        showBanners();
        showTrouble();
    });
}

void DetailPane::showSubject()
{
    if (m_view && m_view->application())
        m_subject->live = m_view->application();
    askForCommit();
    m_header->showSubject(*m_subject);
    m_evidence->showSubject(*m_subject);
    if (m_subject->watch)
        m_timeline->showWatch(*m_subject->watch);
    showBanners();
    showResources();
    showTrouble();
    showTabs();
}

void DetailPane::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_header->setZone(zone);
    m_evidence->setZone(zone);
    m_events->setZone(zone);
    m_timeline->setZone(zone);
    if (m_subject)
        showSubject();
}

void DetailPane::showBanners()
{
    if (m_subject->watch) {
        const auto mark = markOf(m_subject->watch->verdict);
        m_banner->showText(bannerOf(*m_subject->watch, m_zone), mark.role, mark.glyph);
    } else {
        m_banner->showText(m_subject->live ? bannerOf(*m_subject->live) : std::nullopt, StateRole::Bad,
                           "circle-alert"_L1);
    }
    std::optional<BannerText> trouble;
    if (m_viewRefused)
        trouble = BannerText{tr("This instance is not set up here any more: only what was recorded is shown."), {}};
    else if (m_subject->trouble && m_view && m_view->tree()) // else the tab says it in place of the tree
        trouble = BannerText{tr("What is shown may be old: %1").arg(m_subject->trouble->message), {}};
    m_trouble->showText(trouble, StateRole::Held, "unplug"_L1);
}

void DetailPane::showTrouble()
{
    if (!m_subject->trouble)
        return m_resources->showTrouble({}, {});
    const auto text = troubleOf(*m_subject->trouble, *m_subject);
    m_resources->showTrouble(text.sentence,
                             text.remedy == DetailRemedy::TryAgain ? tr("Try again")
                                                                   : tr("Go to %1").arg(m_subject->instanceName()));
}

void DetailPane::remedyTrouble()
{
    if (!m_subject || !m_subject->trouble)
        return;
    const auto instance = m_subject->application.instance;
    if (troubleOf(*m_subject->trouble, *m_subject).remedy == DetailRemedy::LookAtInstance) {
        Q_EMIT instanceAsked(instance);
        return;
    }
    m_subject->trouble.reset();
    m_engine.retry(instance);
    closeView();
    openView();
    showSubject();
    showTrouble();
}

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

void DetailPane::showResources()
{
    if (!m_view)
        return;
    m_resources->showTree(m_view->application(), m_view->tree());
    const auto &watch = m_subject->watch;
    if (!m_causeSelected && m_view->tree()) {
        m_causeSelected = true;
        if (watch && watch->verdict.cause)
            m_resources->select(watch->verdict.cause->resource);
    }
    m_events->noteChange();
    m_manifest->noteChange();
    lookAtSelection();
    showTabs();
}

void DetailPane::lookAtSelection()
{
    const auto resource = m_resources->selected();
    m_events->look(m_view, resource);
    m_logs->look(m_view, resource, m_subject ? m_subject->project() : QString());
    m_manifest->look(m_view, resource);
}

/// Once a revision; the record of a watch brings it along.
void DetailPane::askForCommit()
{
    const auto revision = m_subject->revision();
    if (!m_view || m_subject->commit || revision.isEmpty() || m_askedRevision == revision)
        return;
    m_askedRevision = revision;
    m_view->commit(revision, m_view).then(this, [this, revision](const Result<RevisionMetadata> &commit) {
        if (!commit || !m_subject || m_subject->revision() != revision)
            return; // a Helm chart's version has none; then the revision alone is shown
        m_subject->commit = *commit;
        m_header->showSubject(*m_subject);
        m_evidence->showSubject(*m_subject);
    });
}

void DetailPane::copyReport()
{
    if (!m_subject || !m_subject->watch)
        return;
    const auto page =
        m_subject->instance ? applicationUrl(m_subject->instance->baseUrl, m_subject->application) : QUrl();
    QGuiApplication::clipboard()->setText(
        markdownReport(*m_subject->watch, m_subject->instanceName(), page, m_timeline->entries()));
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
