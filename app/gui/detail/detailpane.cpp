#include "app/gui/detail/detailpane.h"

#include "app/gui/detail/cornerfilter.h"
#include "app/gui/detail/detailbanner.h"
#include "app/gui/detail/detailheader.h"
#include "app/gui/detail/events/eventstab.h"
#include "app/gui/detail/evidencetab.h"
#include "app/gui/detail/logs/logstab.h"
#include "app/gui/detail/manifest/manifesttab.h"
#include "app/gui/detail/resources/resourcestab.h"
#include "app/gui/detail/timeline/timelinetab.h"
#include "app/gui/widgets/clipboard.h"
#include "app/gui/widgets/currentpage.h"
#include "app/gui/widgets/statemarks.h"
#include "core/domain/base/zonedtime.h"
#include "core/domain/model/applicationurl.h"
#include "core/domain/teamserver/cutevidence.h"
#include "core/domain/teamserver/taskwatch.h"
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
constexpr int kMargin = 16; // pixels at 100 %: the design's grid of 8

constexpr auto kColumns = "detail.resources.columns"_L1;
constexpr auto kWraps = "detail.logs.wrap"_L1;
constexpr auto kSideBySide = "detail.manifest.sideBySide"_L1;

} // namespace

DetailPane::DetailPane(Engine &engine, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_clock(clock)
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
    connectEngine();
    listenToTeamServers();
    connectHeader();
    addKeys();
    clear();
}

DetailPane::~DetailPane()
{
    closeView(); // before the tabs that ask it
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
    connect(m_resources, &ResourcesTab::selectionChanged, this, &DetailPane::lookAtSelection);
    connect(m_resources, &ResourcesTab::versionsAsked, this, &DetailPane::versionsAsked);
    connect(m_resources, &ResourcesTab::remedyAsked, this, &DetailPane::remedyTrouble);
    connect(m_trouble, &DetailBanner::remedyAsked, this, &DetailPane::remedyTrouble);
    connect(m_resources, &ResourcesTab::activated, this, &DetailPane::inspectSelection);
    connect(m_events, &EventsTab::countChanged, this, [this](int count) {
        m_tabs->setTabText(m_tabs->indexOf(m_events), count > 0 ? tr("Events %1").arg(count) : tr("Events"));
    });
}

void DetailPane::connectEngine()
{
    connect(&m_engine, &Engine::instanceChanged, this, [this](const InstanceState &state) {
        if (m_subject && m_own && m_own->instance == state.instance.id)
            return showSubject(); // its name may be new
        if (!m_subject || m_subject->application.instance != state.instance.id)
            return;
        const bool isNew = !m_subject->instance;
        m_subject->instance = state.instance;
        if (isNew)
            openView();
        showSubject();
    });
    connect(&m_engine, &Engine::instanceRemoved, this, [this](const QString &id) {
        if (m_subject && m_own && m_own->instance == id)
            return forgetOwn();
        if (!m_subject || m_subject->application.instance != id)
            return;
        m_subject->instance.reset();
        closeView();
        m_viewRefused = true;
        showSubject();
    });
    connect(&m_engine, &Engine::watchChanged, this, [this](const WatchRecord &watch) {
        if (!m_subject || !m_subject->watch || m_subject->watch->id != watch.id)
            return;
        m_subject->watch = watch;
        if (watch.commit)
            m_subject->commit = watch.commit;
        showSubject();
    });
}

void DetailPane::listenToTeamServers()
{
    connect(&m_engine, &Engine::serverTasksChanged, this, [this](const ServerTaskChanges &changes) {
        const auto place = taskPlace();
        if (!place || place->server != changes.server)
            return;
        for (const auto &task : changes.tasks) {
            if (task.id != place->task)
                continue;
            m_subject->watch = watchOf(task, changes.server);
            m_engine.readTaskVerdict(place->server, place->task);
            showSubject();
        }
    });
    connect(&m_engine, &Engine::applicationsChanged, this, [this](const ChangeSet &changes) {
        const auto place = taskPlace();
        if (!place || m_own || !isVisible())
            return;
        const auto isIts = [this](const ApplicationEntry &entry) {
            return entry.key.name == m_subject->application.name;
        };
        if (std::ranges::any_of(changes.inserted, isIts))
            lookForOwn(*place); // its instance had not been read
    });
    connect(&m_engine, &Engine::teamServerRemoved, this, [this](const QString &id) {
        const auto place = taskPlace();
        if (!place || place->server != id)
            return;
        m_subject->instance.reset();
        showSubject();
    });
}

/// Nothing: it is no task of a team server.
std::optional<TaskPlace> DetailPane::taskPlace() const
{
    return m_subject && m_subject->watch ? taskPlaceOf(m_subject->watch->id) : std::nullopt;
}

/// Our own detail of a task's application, where exactly one instance here has it.
void DetailPane::lookForOwn(const TaskPlace &place)
{
    m_engine.readTaskVerdict(place.server, place.task);
    m_engine.applicationOf(place.server, place.task, this)
        .then(this, [this, place](const std::optional<ApplicationKey> &own) {
            if (taskPlace() != place || m_own)
                return;
            if (own) {
                m_own = own;
                openView();
                askForEta();
            } else if (!m_viewRefused) {
                m_viewRefused = true;
            } else {
                return;
            }
            showSubject();
            if (m_viewRefused)
                openTab(Tab::Evidence);
        });
}

/// The instance with the application of a task was removed. Another one may have it.
void DetailPane::forgetOwn()
{
    closeView();
    m_own.reset();
    m_viewRefused = true;
    showSubject();
    openTab(Tab::Evidence);
    openView();
}

/// What m_view reads: of a task not what its server calls the application.
DetailSubject DetailPane::viewedSubject() const
{
    auto subject = *m_subject;
    if (m_own) {
        subject.application = *m_own;
        const auto *state = m_engine.state().instance(m_own->instance);
        subject.instance = state ? std::optional(state->instance) : std::nullopt;
    }
    return subject;
}

void DetailPane::connectHeader()
{
    connect(m_header, &DetailHeader::extendRequested, this, [this](Duration by) {
        if (m_subject && m_subject->watch)
            m_engine.extendWatch(m_subject->watch->id, by);
    });
    connect(m_header, &DetailHeader::takeRequested, this, &DetailPane::takeOver);
    connect(m_header, &DetailHeader::reportRequested, this, &DetailPane::copyReport);
    connect(m_header, &DetailHeader::pageRequested, this, [this] {
        if (m_subject && m_subject->instance)
            Q_EMIT addressRequested(m_subject->watch
                                        ? watchPage(*m_subject->watch, m_subject->instance->baseUrl)
                                        : applicationUrl(m_subject->instance->baseUrl, m_subject->application));
    });
}

/// Ctrl+Page Up and Down go through the tabs from wherever the focus is, as in other tabbed programs: from the list,
/// too.
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
    closeView();
    m_subject.reset();
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
    const bool isSame = m_subject && m_subject->application == subject.application
        && m_subject->watch.has_value() == subject.watch.has_value()
        && (!subject.watch || m_subject->watch->id == subject.watch->id);
    if (isSame) {
        m_subject->watch = subject.watch;
        return showSubject();
    }
    clear();
    if (const auto *state = m_engine.state().instance(subject.application.instance))
        subject.instance = state->instance;
    else if (const auto *server = m_engine.state().teamServer(subject.application.instance))
        subject.instance = server->server.place;
    m_subject = std::move(subject);
    m_own.reset();
    m_askedRevision.clear();
    m_isSelected = false;
    m_ourSelection.reset();
    m_viewRefused = false;
    m_header->show();
    m_tabs->show();
    if (isVisible())
        openView();
    showSubject();
    askForEta();
    // What is in the cluster now says little about a release that ended long ago.
    const auto ended = m_subject->watch ? m_subject->watch->endedAt : std::nullopt;
    const bool isHistory = ended && m_clock.now() - *ended > kHistoryAfter;
    openTab(isHistory || m_viewRefused ? Tab::Evidence : Tab::Resources);
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
    show(m_timeline, m_subject->watch && !taskPlace()); // a team server tells none
    show(m_evidence, m_subject->watch.has_value());
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
    if (hasFocus()) // the page shows a note in place of its list
        m_tabs->tabBar()->setFocus(event->reason());
}

void DetailPane::openView()
{
    if (!m_subject || m_view || !isVisible())
        return;
    const auto place = taskPlace();
    if (place && !m_own)
        return lookForOwn(*place); // until then it is not known whether there is a view
    m_view = m_engine.openView(m_own.value_or(m_subject->application), this);
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
    const auto place = taskPlace();
    const auto *task = place ? m_engine.state().serverTask(place->server, place->task) : nullptr;
    m_subject->isEvidenceCut = task && task->verdict && isEvidenceCut(*task->verdict);
    askForCommit();
    m_header->showSubject(*m_subject);
    m_evidence->showSubject(*m_subject);
    if (m_subject->watch && !taskPlace())
        m_timeline->showWatch(*m_subject->watch);
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
    if (taskPlace() && m_viewRefused)
        trouble = BannerText{
            m_subject->instance
                ? tr("Data from %1. None of your instances has this application.").arg(m_subject->instanceName())
                : tr("This team server was removed from Lynceus."),
            {}};
    else if (m_viewRefused)
        trouble = BannerText{tr("This instance was removed from Lynceus. Only stored data is shown."), {}};
    else if (m_subject->trouble && m_view && m_view->tree()) // else the tab says it in place of the tree
        trouble = BannerText{
            tr("The data shown may be out of date: %1").arg(withTimesIn(m_subject->trouble->message, m_zone)),
            {},
            remedyText()};
    m_trouble->showText(trouble, StateRole::Held, "unplug"_L1);
}

void DetailPane::showTrouble()
{
    if (!m_subject->trouble)
        return m_resources->showTrouble({}, {});
    m_resources->showTrouble(withTimesIn(troubleOf(*m_subject->trouble, viewedSubject()).sentence, m_zone),
                             remedyText());
}

/// Of the button that does remedyTrouble().
QString DetailPane::remedyText() const
{
    const auto viewed = viewedSubject();
    return troubleOf(*m_subject->trouble, viewed).remedy == DetailRemedy::TryAgain
        ? tr("Try again")
        : tr("Go to %1").arg(viewed.instanceName());
}

void DetailPane::remedyTrouble()
{
    if (!m_subject || !m_subject->trouble)
        return;
    const auto viewed = viewedSubject();
    const auto instance = viewed.application.instance;
    if (troubleOf(*m_subject->trouble, viewed).remedy == DetailRemedy::LookAtInstance) {
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

void DetailPane::showResources()
{
    if (!m_view)
        return;
    m_resources->showTree(m_view->application(), m_view->tree());
    selectCause();
    m_events->noteChange();
    m_manifest->noteChange();
    lookAtSelection();
    showTabs();
}

/// What fails is selected, also when it begins to fail while somebody looks; but nobody's own choice is moved, nor what
/// they read in another tab.
void DetailPane::selectCause()
{
    if (!m_view->tree())
        return;
    const auto selectedKey = [this]() -> std::optional<ResourceKey> {
        const auto selected = m_resources->selected();
        return selected ? std::optional(selected->key) : std::nullopt;
    };
    if (m_isSelected && (selectedKey() != m_ourSelection || m_tabs->currentWidget() != m_resources))
        return;
    const auto &watch = m_subject->watch;
    if (watch && watch->verdict.cause && watch->verdict.cause->resource != m_ourSelection)
        m_resources->select(watch->verdict.cause->resource); // once, as it scrolls there
    m_isSelected = true;
    m_ourSelection = selectedKey();
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

void DetailPane::askForEta()
{
    if (!m_subject->watch || m_subject->watch->isOver() || (taskPlace() && !m_own))
        return;
    m_engine.eta(m_own.value_or(m_subject->application), this)
        .then(this, [this, id = m_subject->watch->id](const std::optional<Eta> &eta) {
            if (!eta || !m_subject || !m_subject->watch || m_subject->watch->id != id)
                return;
            m_subject->eta = eta;
            m_header->showSubject(*m_subject);
        });
}

void DetailPane::takeOver()
{
    if (!m_subject || !m_subject->watch)
        return;
    const auto &watch = *m_subject->watch;
    m_engine.setWatchTakenBy(watch.id, watch.takenBy == m_userName ? QString() : m_userName);
}

void DetailPane::copyReport()
{
    if (!m_subject || !m_subject->watch)
        return;
    const auto page = m_subject->instance ? watchPage(*m_subject->watch, m_subject->instance->baseUrl) : QUrl();
    copyText(markdownReport(*m_subject->watch, m_subject->instanceName(), page, m_timeline->entries(), m_zone));
}

} // namespace lynceus
