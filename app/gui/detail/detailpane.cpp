#include "app/gui/detail/detailpane.h"

#include "app/gui/detail/cornerfilter.h"
#include "app/gui/detail/detailbanner.h"
#include "app/gui/detail/detailheader.h"
#include "app/gui/detail/detailsource.h"
#include "app/gui/detail/events/eventstab.h"
#include "app/gui/detail/evidencetab.h"
#include "app/gui/detail/logs/logstab.h"
#include "app/gui/detail/manifest/manifesttab.h"
#include "app/gui/detail/resources/resourcestab.h"
#include "app/gui/detail/timeline/timelinetab.h"
#include "app/gui/widgets/pages/currentpage.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "app/gui/widgets/text/clipboard.h"
#include "core/domain/model/applicationurl.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/time/zonedtime.h"
#include "core/engine/text/reporttext.h"
#include "core/io/clock.h"
#include "core/io/settings/windowmemory.h"

#include <QAction>
#include <QBoxLayout>
#include <QFocusEvent>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kHistoryAfter{3'600'000};
constexpr int kMargin = 16; // px at 100 %: the design's grid of 8

constexpr auto kColumns = "detail.resources.columns"_L1;
constexpr auto kWraps = "detail.logs.wrap"_L1;
constexpr auto kSideBySide = "detail.manifest.sideBySide"_L1;

} // namespace

DetailPane::DetailPane(Engine &engine, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_source(new DetailSource(engine, this))
    , m_header(new DetailHeader(clock, this))
    , m_banner(new DetailBanner(this))
    , m_trouble(new DetailBanner(this))
    , m_tabs(new PageTabs(this))
    , m_resources(new ResourcesTab(clock, this))
    , m_timeline(new TimelineTab(engine, clock, this))
    , m_events(new EventsTab(clock, this))
    , m_logs(new LogsTab(this))
    , m_manifest(new ManifestTab(this))
    , m_evidence(new EvidenceTab(clock, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin / 2, kMargin, kMargin / 2);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_trouble);
    layout->addWidget(m_tabs, 1);
    buildTabs();
    connectSource();
    connectHeader();
    addKeys();
    clear();
}

DetailPane::~DetailPane()
{
    m_source->clear(); // before the tabs that use its view
}

void DetailPane::buildTabs()
{
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Details"));
    const std::pair<QWidget *, QString> tabs[] = {
        {m_resources, tr("Resources")}, {m_timeline, tr("Timeline")}, {m_events, tr("Events")},
        {m_logs, tr("Logs")},           {m_manifest, tr("Manifest")}, {m_evidence, tr("Evidence")},
    };
    for (const auto &[page, words] : tabs)
        m_tabs->addTab(page, words);
    new CornerFilter(*m_tabs, *m_resources);
    connect(m_resources, &ResourcesTab::selectionChanged, this, &DetailPane::showSelection);
    connect(m_resources, &ResourcesTab::versionsAsked, this, &DetailPane::versionsAsked);
    connect(m_resources, &ResourcesTab::remedyAsked, this, &DetailPane::remedyTrouble);
    connect(m_trouble, &DetailBanner::remedyAsked, this, &DetailPane::remedyTrouble);
    connect(m_resources, &ResourcesTab::activated, this, &DetailPane::inspectSelection);
    connect(m_events, &EventsTab::countChanged, this, [this](int count) {
        m_tabs->setTabText(m_tabs->indexOf(m_events), count > 0 ? tr("Events %1").arg(count) : tr("Events"));
    });
}

void DetailPane::connectSource()
{
    connect(m_source, &DetailSource::changed, this, &DetailPane::showSubject);
    connect(m_source, &DetailSource::completed, this, [this] {
        m_header->showSubject(subject());
        m_evidence->showSubject(subject());
    });
    connect(m_source, &DetailSource::viewOpened, this, &DetailPane::showSelection);
    connect(m_source, &DetailSource::viewClosing, this, [this] {
        m_events->inspect(nullptr, {});
        m_logs->inspect(nullptr, {}, {});
        m_manifest->inspect(nullptr, {});
    });
    connect(m_source, &DetailSource::treeChanged, this, &DetailPane::showResources);
    connect(m_source, &DetailSource::troubleChanged, this, [this] {
        m_header->showSubject(subject());
        showBanners();
        showTrouble();
    });
    connect(m_source, &DetailSource::viewRefused, this, [this] { openTab(Tab::Evidence); });
}

void DetailPane::connectHeader()
{
    connect(m_header, &DetailHeader::extendRequested, this, [this](Duration by) {
        if (hasSubject() && subject().watch)
            m_engine.extendWatch(subject().watch->id, by);
    });
    connect(m_header, &DetailHeader::takeRequested, this, &DetailPane::takeOver);
    connect(m_header, &DetailHeader::reportRequested, this, &DetailPane::copyReport);
    connect(m_header, &DetailHeader::pageRequested, this, [this] {
        if (hasSubject() && subject().instance)
            Q_EMIT addressRequested(subject().watch
                                        ? watchPage(*subject().watch, subject().instance->baseUrl)
                                        : applicationUrl(subject().instance->baseUrl, subject().application));
    });
}

/// Ctrl+Page Up and Ctrl+Page Down switch tabs wherever the focus is, even in the list, as in other programs with tabs.
void DetailPane::addKeys()
{
    const std::pair<QKeySequence, int> keys[] = {{Qt::CTRL | Qt::Key_PageDown, 1}, {Qt::CTRL | Qt::Key_PageUp, -1}};
    for (const auto &[sequence, step] : keys) {
        auto *turn = new QAction(step > 0 ? tr("Next tab") : tr("Previous tab"), this);
        turn->setObjectName(step > 0 ? "detail.nextTab"_L1 : "detail.previousTab"_L1);
        turn->setShortcut(sequence);
        turn->setShortcutContext(Qt::WindowShortcut);
        const int by = step;
        connect(turn, &QAction::triggered, this, [this, by] {
            for (int at = m_tabs->currentIndex() + by; at >= 0 && at < m_tabs->count(); at += by) {
                if (m_tabs->isTabVisible(at))
                    return m_tabs->setCurrentIndex(at);
            }
        });
        addAction(turn);
    }
}

void DetailPane::showWatch(const WatchRecord &watch)
{
    DetailSubject subject;
    subject.application = watch.expectation.application;
    subject.watch = watch;
    subject.commit = watch.commit;
    begin(std::move(subject));
}

void DetailPane::showApplication(const ApplicationKey &application)
{
    DetailSubject subject;
    subject.application = application;
    begin(std::move(subject));
}

void DetailPane::clear()
{
    m_source->clear();
    m_resources->clear();
    m_timeline->clear();
    m_events->clear();
    m_logs->clear();
    m_manifest->clear();
    for (QWidget *part : std::initializer_list<QWidget *>{m_header, m_banner, m_trouble, m_tabs})
        part->hide();
}

void DetailPane::begin(DetailSubject subject)
{
    if (m_source->isAbout(subject))
        return m_source->takeWatch(subject.watch);
    clear();
    m_isSelected = false;
    m_ourSelection.reset();
    m_header->show();
    m_tabs->show();
    m_source->begin(std::move(subject));
    // The current state of the cluster says little about a release that ended long ago.
    const auto &watch = m_source->subject()->watch;
    const auto ended = watch ? watch->endedAt : std::nullopt;
    const bool isHistory = ended && m_clock.now() - *ended > kHistoryAfter;
    openTab(isHistory || m_source->isViewRefused() ? Tab::Evidence : Tab::Resources);
}

bool DetailPane::hasSubject() const
{
    return m_source->subject() != nullptr;
}

const DetailSubject &DetailPane::subject() const
{
    return *m_source->subject();
}

void DetailPane::showTabs()
{
    // Only on a change: after a call without effect, Qt 6.4 skips the layout and leaves a gap.
    const auto show = [this](QWidget *page, bool visible) {
        if (const int at = m_tabs->indexOf(page); m_tabs->isTabVisible(at) != visible)
            m_tabs->setTabVisible(at, visible);
    };
    for (QWidget *live : std::initializer_list<QWidget *>{m_resources, m_events, m_manifest})
        show(live, !m_source->isViewRefused());
    show(m_timeline, subject().watch && !m_source->taskPlace()); // team servers provide no timeline
    show(m_evidence, subject().watch.has_value());
    const auto tree = m_source->view() ? m_source->view()->tree() : nullptr;
    const bool hasPods = !tree || std::ranges::any_of(tree->nodes, [](const auto &node) { return isPod(node.key); });
    show(m_logs, !m_source->isViewRefused() && hasPods);
}

/// Enter on a row: shows the most useful tab for it.
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
    return at >= 0 && m_tabs->isTabVisible(at) && hasSubject();
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

void DetailPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_source->setInView(true);
}

void DetailPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_source->setInView(false);
}

void DetailPane::focusInEvent(QFocusEvent *event)
{
    if (hasSubject())
        m_tabs->currentWidget()->setFocus(event->reason());
    if (hasFocus()) // the page shows a note instead of its list
        m_tabs->tabBar()->setFocus(event->reason());
}

void DetailPane::showSubject()
{
    m_header->showSubject(subject());
    m_evidence->showSubject(subject());
    if (subject().watch && !m_source->taskPlace())
        m_timeline->showWatch(*subject().watch);
    showBanners();
    showResources();
    showTrouble();
    showTabs();
}

void DetailPane::setUserName(const QString &name)
{
    m_userName = name;
    m_header->setUserName(name);
}

void DetailPane::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_header->setZone(zone);
    m_evidence->setZone(zone);
    m_events->setZone(zone);
    m_timeline->setZone(zone);
    if (hasSubject())
        showSubject();
}

void DetailPane::showBanners()
{
    if (subject().watch) {
        const auto mark = markOf(subject().watch->verdict);
        m_banner->showText(bannerOf(*subject().watch, m_zone), mark.role, mark.glyph);
    } else {
        m_banner->showText(subject().live ? bannerOf(*subject().live) : std::nullopt, StateRole::Bad,
                           "circle-alert"_L1);
    }
    std::optional<BannerText> trouble;
    if (m_source->taskPlace() && m_source->isViewRefused())
        trouble = BannerText{
            subject().instance
                ? tr("Data from %1. None of your instances has this application.").arg(subject().instanceName())
                : tr("This team server was removed from Lynceus."),
            {}};
    else if (m_source->isViewRefused())
        trouble = BannerText{tr("This instance was removed from Lynceus. Only stored data is shown."), {}};
    else if (subject().trouble && m_source->view()
             && m_source->view()->tree()) // otherwise the tab shows the error instead of the tree
        trouble =
            BannerText{tr("The data shown may be out of date: %1").arg(withTimesIn(subject().trouble->message, m_zone)),
                       {},
                       remedyText()};
    m_trouble->showText(trouble, StateRole::Held, "unplug"_L1);
}

void DetailPane::showTrouble()
{
    if (!subject().trouble)
        return m_resources->showTrouble({}, {});
    m_resources->showTrouble(withTimesIn(troubleOf(*subject().trouble, m_source->viewedSubject()).sentence, m_zone),
                             remedyText());
}

/// Text of the button for remedyTrouble().
QString DetailPane::remedyText() const
{
    const auto viewed = m_source->viewedSubject();
    return troubleOf(*subject().trouble, viewed).remedy == DetailRemedy::TryAgain
        ? tr("Try again")
        : tr("Go to %1").arg(viewed.instanceName());
}

void DetailPane::remedyTrouble()
{
    if (!hasSubject() || !subject().trouble)
        return;
    const auto viewed = m_source->viewedSubject();
    if (troubleOf(*subject().trouble, viewed).remedy == DetailRemedy::OpenInstance) {
        Q_EMIT instanceAsked(viewed.application.instance);
        return;
    }
    m_source->tryAgain();
}

void DetailPane::showResources()
{
    if (!m_source->view())
        return;
    m_resources->showTree(m_source->view()->application(), m_source->view()->tree());
    selectCause();
    m_events->noteChange();
    m_manifest->noteChange();
    showSelection();
    showTabs();
}

/// Selects the failing resource, also when it starts to fail while the pane is visible. Never changes the user's own
/// selection, nor the content of another open tab.
void DetailPane::selectCause()
{
    if (!m_source->view()->tree())
        return;
    const auto selectedKey = [this]() -> std::optional<ResourceKey> {
        const auto selected = m_resources->selected();
        return selected ? std::optional(selected->key) : std::nullopt;
    };
    if (m_isSelected && (selectedKey() != m_ourSelection || m_tabs->currentWidget() != m_resources))
        return;
    const auto &watch = subject().watch;
    if (watch && watch->verdict.cause && watch->verdict.cause->resource != m_ourSelection)
        m_resources->select(watch->verdict.cause->resource); // once only, because it scrolls to the resource
    m_isSelected = true;
    m_ourSelection = selectedKey();
}

void DetailPane::showSelection()
{
    const auto resource = m_resources->selected();
    m_events->inspect(m_source->view(), resource);
    m_logs->inspect(m_source->view(), resource, hasSubject() ? subject().project() : QString());
    m_manifest->inspect(m_source->view(), resource);
}

void DetailPane::takeOver()
{
    if (!hasSubject() || !subject().watch)
        return;
    const auto &watch = *subject().watch;
    m_engine.setWatchTakenBy(watch.id, watch.takenBy == m_userName ? QString() : m_userName);
}

void DetailPane::copyReport()
{
    if (!hasSubject() || !subject().watch)
        return;
    const auto page = subject().instance ? watchPage(*subject().watch, subject().instance->baseUrl) : QUrl();
    copyText(markdownReport(*subject().watch, subject().instanceName(), page, m_timeline->entries(), m_zone));
}

} // namespace lynceus
