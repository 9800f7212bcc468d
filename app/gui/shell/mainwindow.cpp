#include "app/gui/shell/mainwindow.h"

#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/deployments/deploymentspage.h"
#include "app/gui/deployments/deploymentsview.h"
#include "app/gui/detail/detailpane.h"
#include "app/gui/environments/environments.h"
#include "app/gui/follow/followdialog.h"
#include "app/gui/help/about.h"
#include "app/gui/help/diagnosticsdialog.h"
#include "app/gui/help/helpwindow.h"
#include "app/gui/instances/instancespage.h"
#include "app/gui/instances/teamservertext.h"
#include "app/gui/newwatch/droptarget.h"
#include "app/gui/newwatch/watchtargets.h"
#include "app/gui/releases/arrangebutton.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/shell/announcer.h"
#include "app/gui/shell/detailsplitter.h"
#include "app/gui/shell/findbutton.h"
#include "app/gui/shell/newwatchopener.h"
#include "app/gui/shell/storerecovery.h"
#include "app/gui/versions/versionspage.h"
#include "app/gui/wallboard/wallboard.h"
#include "app/gui/widgets/accessibility/focusloop.h"
#include "app/gui/widgets/accessibility/spokenfocus.h"
#include "app/gui/widgets/accessibility/taborder.h"
#include "app/gui/widgets/controls/fittedbutton.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/pages/currentpage.h"
#include "app/gui/widgets/pages/pageheader.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/style/windowstyle.h"
#include "core/engine/text/verdicttext.h"
#include "core/io/desktop/opener.h"
#include "core/io/settings/windowmemory.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// In the order of Page.
constexpr std::array kPageCommands{"window.releases"_L1, "window.applications"_L1, "window.deployments"_L1,
                                   "window.versions"_L1, "window.instances"_L1};

constexpr QSize kFirstSize{1280, 820}; ///< from the design
constexpr QSize kLeastSize{800, 560};  ///< smaller windows cannot show the details
constexpr QSize kFrame{16, 48};        ///< typical window frame; the real one is known only after showing

constexpr auto kGeometryKey = "window/geometry"_L1;
constexpr auto kPageKey = "window/screen"_L1;
constexpr auto kUnfoldedKey = "releases/unfolded"_L1;
constexpr auto kArrangementKey = "releases/arrangement"_L1;
constexpr auto kDismissedTasksKey = "releases/dismissedTasks"_L1;
constexpr auto kFoldedGroupsKey = "releases/foldedGroups"_L1;

} // namespace

MainWindow::MainWindow(const WindowParameters &parameters, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(parameters.engine)
    , m_clock(parameters.clock)
    , m_memory(parameters.memory)
    , m_userName(parameters.userName)
    , m_name(parameters.isDemo ? tr("Lynceus demo (simulated data)") : u"Lynceus"_s)
    , m_sidebar(new Sidebar(m_clock, this))
    , m_split(new DetailSplitter(m_memory, this))
    , m_pages(new PageStack(this))
    , m_notices(new Notices(this))
    , m_status(new StatusLine(this))
    , m_announcer(new Announcer(m_engine, this))
    , m_commands(new Commands(this))
{
    new SpokenFocus(this);
    showUnseen(0);
    build();
    if (parameters.isDemo)
        m_sidebar->markDemo();
    addCommands();
    addPages();
    tabAsRead(this);
    connectReleases();
    connectApplications();
    connectVersions();
    connectDeployments();
    connectNewWatch();
    connectEngine();
    recall();
    const auto *drops = new DropTarget(this);
    connect(drops, &DropTarget::dropped, this, &MainWindow::newWatch);
    connect(drops, &DropTarget::failed, this, &MainWindow::say);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &MainWindow::remember);
    m_notices->raiseNotice(m_memory.trouble());
}

MainWindow::~MainWindow()
{
    delete m_wallboard; // a separate window that uses members of this one
}

void MainWindow::build()
{
    auto *centre = new FocusLoop(this);
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_notices);
    auto *scroll = new QScrollArea(centre); // for screens with less room than the pages need
    scroll->setWidget(m_split);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // Tab moves through its content and scrolls
    column->addWidget(scroll, 1);
    column->addWidget(m_status);
    column->addWidget(m_announcer);
    row->addLayout(column, 1);
    setCentralWidget(centre);
    m_split->addWidget(m_pages);
    m_palette = new Palette([this] { return paletteEntries(); }, centre);
    connect(m_palette, &Palette::chosen, this, &MainWindow::go);
    connect(m_sidebar, &Sidebar::pageChosen, this, [this](int page) { showPage(Page(page)); });
    connect(m_sidebar, &Sidebar::instanceChosen, this, &MainWindow::showInstance);
}

void MainWindow::addPages()
{
    m_releases = new ReleasesPage(m_engine, m_clock, m_zone, this);
    m_applications = new ApplicationsPage(m_engine, m_clock, m_memory, this);
    const auto all = [this](const auto &visit) { m_applications->model().forEachEntry(visit); };
    m_targets = new WatchTargets(m_engine, all, m_memory, this); // after the page, which must process changes first
    const auto find = [this](const ApplicationKey &key) { return m_applications->model().find(key); };
    m_environments = new Environments(m_engine, find, this); // after the page for the same reason
    m_newWatch = new NewWatchOpener(m_engine, *m_targets, *m_environments, m_clock, *this);
    m_newWatch->setUserName(m_userName);
    m_releases->follow(*m_environments);
    m_releases->setUserName(m_userName);
    m_deployments = new DeploymentsPage(m_engine, m_clock, m_zone, m_memory, this);
    m_versions = new VersionsPage(m_engine, all, m_clock, m_memory, this); // after Applications too
    m_instancesPage = new InstancesPage(m_engine, m_clock, this);
    m_detail = new DetailPane(m_engine, m_clock, this);
    m_detail->setUserName(m_userName);
    const auto add = [this](QWidget *page, const QString &title, QLatin1StringView glyph) {
        const int at = m_pages->addWidget(page);
        m_sidebar->addPage(title, glyph);
        followKey(kPageCommands.at(std::size_t(at)), m_sidebar,
                  [this, at](const QString &key) { m_sidebar->setHint(at, key); });
    };
    // In the order of Page.
    add(withHeader(tr("Releases"), m_releases, m_releases->arrangeButton()), tr("Releases"), "radar"_L1);
    add(m_applications, tr("Applications"), "layout-list"_L1);
    add(m_deployments, tr("Deployments"), "rocket"_L1);
    m_versions->setZone(m_zone);
    add(m_versions, tr("Versions"), "table-2"_L1);
    add(m_instancesPage, tr("Instances"), "server"_L1);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    m_detail->hide();
    connect(m_detail, &DetailPane::addressRequested, this, &MainWindow::open);
    connect(m_detail, &DetailPane::instanceAsked, this, &MainWindow::showInstance);
}

void MainWindow::connectReleases()
{
    connect(m_releases, &ReleasesPage::currentWatchChanged, this, &MainWindow::showDetail);
    connect(m_releases, &ReleasesPage::opened, this, [this] { m_detail->setFocus(Qt::OtherFocusReason); });
    connect(m_releases, &ReleasesPage::attentionChanged, this,
            [this](int watches) { m_sidebar->setCount(int(Page::Releases), watches, true); });
    connect(m_releases, &ReleasesPage::tasksDismissed, this, &MainWindow::tasksDismissed);
    connect(m_releases, &ReleasesPage::addInstanceAsked, this, [this] { addFirst(false); });
    connect(m_releases, &ReleasesPage::importAsked, this, [this] { addFirst(true); });
    connect(m_releases, &ReleasesPage::demoAsked, this, &MainWindow::demoAsked);
    connect(m_releases, &ReleasesPage::newWatchAsked, this, &MainWindow::newWatch);
    connect(m_releases, &ReleasesPage::pageAsked, this, &MainWindow::open);
    connect(m_releases, &ReleasesPage::said, m_status, &StatusLine::sayOnce);
}

void MainWindow::connectApplications()
{
    connect(m_applications, &ApplicationsPage::currentChanged, this, &MainWindow::showDetail);
    connect(m_applications, &ApplicationsPage::opened, this, [this] { m_detail->setFocus(Qt::OtherFocusReason); });
    connect(m_applications, &ApplicationsPage::watchAsked, m_newWatch,
            qOverload<const std::vector<ApplicationKey> &>(&NewWatchOpener::open));
    const auto follow = [this](const std::vector<FollowOffer> &offers) {
        const auto count = [this](const FilterWords &filter) { return m_applications->countMatching(filter); };
        auto *dialog = new FollowDialog(m_engine, offers, count, this);
        connect(dialog, &FollowDialog::said, m_status, &StatusLine::sayOnce);
        dialog->open();
    };
    connect(m_applications, &ApplicationsPage::followAsked, this, follow);
    connect(m_commands->named("window.followRules"_L1), &QAction::triggered, this, [follow] { follow({}); });
    connect(m_applications, &ApplicationsPage::instancesAsked, this, [this] { goTo(Page::Instances); });
    connect(m_applications, &ApplicationsPage::addInstanceAsked, this, [this] {
        showPage(Page::Instances);
        m_instancesPage->addInstance();
    });
}

void MainWindow::connectNewWatch()
{
    connect(m_newWatch, &NewWatchOpener::opened, this, [this] { m_notices->withdrawNotice(m_nextStep); });
    connect(m_newWatch, &NewWatchOpener::failed, this, &MainWindow::say);
    connect(m_newWatch, &NewWatchOpener::instancesAsked, this, [this] {
        showPage(Page::Instances);
        if (m_engine.state().instances().isEmpty())
            m_instancesPage->addInstance();
        else
            m_instancesPage->takeFocus();
    });
    connect(m_newWatch, &NewWatchOpener::watched, this, [this](const QStringList &watches) {
        if (!watches.isEmpty())
            showWatch(watches.first());
    });
}

void MainWindow::connectDeployments()
{
    connect(m_deployments, &DeploymentsPage::applicationAsked, this, &MainWindow::showApplication);
    connect(m_deployments, &DeploymentsPage::pageAsked, this, &MainWindow::open);
    connect(m_deployments, &DeploymentsPage::said, m_status, &StatusLine::sayOnce);
    connect(m_deployments, &DeploymentsPage::newWatchAsked, this, [this] { newWatch(); });
    connect(m_deployments, &DeploymentsPage::repeated, this, [this](const QStringList &watches) {
        if (!watches.isEmpty())
            showWatch(watches.first());
    });
    connect(m_deployments, &DeploymentsPage::addInstanceAsked, this, [this] {
        showPage(Page::Instances);
        m_instancesPage->addInstance();
    });
}

void MainWindow::connectVersions()
{
    connect(m_versions, &VersionsPage::applicationAsked, this, &MainWindow::showApplication);
    connect(m_versions, &VersionsPage::applicationsAsked, this, [this](const QString &filter) {
        m_applications->setFilterText(filter);
        goTo(Page::Applications);
    });
    connect(m_versions, &VersionsPage::addInstanceAsked, this, [this] {
        showPage(Page::Instances);
        m_instancesPage->addInstance();
    });
    connect(m_versions, &VersionsPage::said, m_status, &StatusLine::sayOnce);
    const auto showImage = [this](const QString &image) {
        m_versions->showImage(image);
        goTo(Page::Versions);
    };
    connect(m_applications, &ApplicationsPage::versionsAsked, this, showImage);
    connect(m_detail, &DetailPane::versionsAsked, this, showImage);
}

void MainWindow::connectEngine()
{
    connect(&m_engine, &Engine::instanceChanged, this, [this](const InstanceState &state) {
        m_sidebar->setInstance(state);
        renewCounts();
        greetFirst(state);
    });
    connect(&m_engine, &Engine::instanceRemoved, this, [this](const QString &id) {
        m_sidebar->removeInstance(id);
        renewCounts();
    });
    connect(&m_engine, &Engine::teamServerChanged, this, [this](const TeamServerState &state) {
        m_sidebar->setInstance(shownState(state));
        renewCounts();
    });
    connect(&m_engine, &Engine::teamServerRemoved, this, [this](const QString &id) {
        m_sidebar->removeInstance(id);
        renewCounts();
    });
    connect(&m_engine, &Engine::noticeRaised, m_notices, qOverload<const QString &>(&Notices::raiseNotice));
    new StoreRecovery(m_engine, *m_notices, this);
}

void MainWindow::addFirst(bool imports)
{
    m_awaitsFirst = true;
    showPage(Page::Instances);
    if (imports)
        m_instancesPage->importContexts();
    else
        m_instancesPage->addInstance();
}

/// After the first start: shows the first instance's applications and the next step.
void MainWindow::greetFirst(const InstanceState &state)
{
    const bool answers = state.connection == Connection::Live || state.connection == Connection::Polling;
    if (!m_awaitsFirst || !answers || state.applications == 0)
        return;
    m_awaitsFirst = false;
    if (m_engine.state().instances().size() == 1)
        m_applications->setFilterText(u"instance:"_s + state.instance.name);
    goTo(Page::Applications);
    m_nextStep =
        tr("%1 is connected. Next, choose an application or an image, and watch its release.").arg(state.instance.name);
    m_notices->raiseNotice(m_nextStep, tr("Watch a release"), [this] { newWatch(); });
}

void MainWindow::showUnseen(int count)
{
    setWindowTitle(count > 0 ? u"(%1) %2"_s.arg(count).arg(m_name) : m_name); // for the task bar
}

void MainWindow::renewCounts()
{
    const auto &instances = m_engine.state().instances();
    m_status->say(instances);
    const auto needsPerson = std::ranges::count_if(instances, [](const InstanceState &state) {
        return state.connection == Connection::SignInNeeded || state.connection == Connection::KeychainShut
            || state.connection == Connection::Certificate || state.connection == Connection::NotArgoCd;
    });
    const auto needsToken = std::ranges::count_if(m_engine.state().teamServers(), [](const TeamServerState &state) {
        return remedyFor(state) == TeamServerRemedy::EnterToken;
    });
    m_sidebar->setCount(int(Page::Instances), int(needsPerson + needsToken), true);
}

void MainWindow::showPage(Page page)
{
    m_pages->setCurrentIndex(int(page));
    m_sidebar->setCurrentPage(int(page));
    showDetail();
}

MainWindow::Page MainWindow::page() const
{
    return Page(m_pages->currentIndex());
}

void MainWindow::showDetail()
{
    if (!m_detail)
        return; // under construction
    bool shown = false;
    if (page() == Page::Releases) {
        if (const auto *watch = m_releases->currentWatch()) {
            m_detail->showWatch(*watch);
            shown = true;
        }
    } else if (page() == Page::Applications) {
        if (const auto key = m_applications->current()) {
            m_detail->showApplication(*key);
            shown = true;
        }
    }
    if (!shown)
        m_detail->clear();
    m_detail->setVisible(shown);
}

void MainWindow::showApplication(const ApplicationKey &key)
{
    showPage(Page::Applications);
    m_applications->showApplication(key);
    m_applications->view().setFocus(Qt::OtherFocusReason);
}

void MainWindow::showWatch(const QString &id)
{
    goTo(Page::Releases); // otherwise the focus stays on the previous page
    m_releases->selectWatch(id);
}

void MainWindow::showInstance(const QString &id)
{
    showPage(Page::Instances);
    m_instancesPage->showInstance(id);
}

void MainWindow::announceTask(const WatchRecord &task, bool isNews)
{
    m_announcer->take(task, isNews);
}

QStringList MainWindow::dismissedTasks() const
{
    return m_releases->dismissedTasks();
}

void MainWindow::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_releases->setZone(zone);
    m_deployments->setZone(zone);
    m_versions->setZone(zone);
    m_instancesPage->setZone(zone);
    m_announcer->setZone(zone);
    m_detail->setZone(zone);
    m_sidebar->setZone(zone);
    if (m_wallboard)
        m_wallboard->setZone(zone);
    m_newWatch->setZone(zone);
}

void MainWindow::setWatchDefaults(Preferences::Deadline deadline, Preferences::Observing observing)
{
    m_newWatch->setDefaults(deadline, observing);
}

void MainWindow::setEnvironments(const std::vector<Environment> &environments)
{
    m_environments->setAll(environments);
}

void MainWindow::say(const QString &sentence)
{
    m_notices->raiseNotice(sentence);
}

void MainWindow::withdraw(const QString &sentence)
{
    m_notices->withdrawNotice(sentence);
}

void MainWindow::addToMenu(QAction *action)
{
    const auto actions = m_menu->actions();
    m_menu->insertAction(actions.isEmpty() ? nullptr : actions.first(), action);
}

void MainWindow::open(const QUrl &address)
{
    if (const auto opened = Opener().open(address); !opened)
        say(opened.error().message);
}

/// Enter presses the focused button, as in dialogs.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (button && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        button->click();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::recall()
{
    const auto room = screen()->availableSize() - kFrame;
    setMinimumSize(kLeastSize.boundedTo(room)); // a screen of 1920 × 1080 has 540 px of height at 200 %
    resize(kFirstSize.boundedTo(room));
    restoreGeometry(m_memory.bytes(kGeometryKey));
    m_split->recall(kFirstSize.height());
    m_releases->setUnfolded(m_memory.texts(kUnfoldedKey));
    m_releases->setDismissedTasks(m_memory.texts(kDismissedTasksKey));
    m_releases->setArrangement(m_memory.text(kArrangementKey), m_memory.texts(kFoldedGroupsKey));
    m_detail->recall(m_memory);
    const auto *const page = std::ranges::find(kPageCommands, m_memory.text(kPageKey));
    // Moves the focus to the page's content.
    goTo(page == kPageCommands.end() ? Page::Releases : Page(page - kPageCommands.begin()));
}

void MainWindow::remember()
{
    m_memory.setBytes(kGeometryKey, saveGeometry());
    m_memory.setText(kPageKey, kPageCommands.at(std::size_t(m_pages->currentIndex())));
    m_split->remember();
    m_memory.setTexts(kUnfoldedKey, m_releases->unfolded());
    m_memory.setTexts(kDismissedTasksKey, m_releases->dismissedTasks());
    m_memory.setText(kArrangementKey, m_releases->arrangement());
    m_memory.setTexts(kFoldedGroupsKey, m_releases->foldedGroups());
    m_detail->remember(m_memory);
    m_applications->remember();
    m_deployments->remember();
    m_versions->remember();
    m_memory.save();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_engine.setTasksShown(true);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    m_engine.setTasksShown(false);
    QMainWindow::hideEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_split->arrangeFor(width());
}

void MainWindow::addCommands()
{
    const auto add = [this](QLatin1StringView id, const QString &text, QLatin1StringView glyph,
                            const QList<QKeySequence> &keys, auto then) {
        auto *action = m_commands->add(id, text, glyph, keys);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    add("window.releases"_L1, tr("Releases"), "radar"_L1, {Qt::CTRL | Qt::Key_1}, [this] { goTo(Page::Releases); });
    add("window.applications"_L1, tr("Applications"), "layout-list"_L1, {Qt::CTRL | Qt::Key_2},
        [this] { goTo(Page::Applications); });
    add("window.deployments"_L1, tr("Deployments"), "rocket"_L1, {Qt::CTRL | Qt::Key_3},
        [this] { goTo(Page::Deployments); });
    add("window.versions"_L1, tr("Versions"), "table-2"_L1, {Qt::CTRL | Qt::Key_4}, [this] { goTo(Page::Versions); });
    add("window.instances"_L1, tr("Instances"), "server"_L1, {Qt::CTRL | Qt::Key_5}, [this] { goTo(Page::Instances); });
    auto *watch = add("window.newWatch"_L1, tr("New watch…"), "plus"_L1, {QKeySequence::New}, [this] { newWatch(); });
    add("window.findAnything"_L1, tr("Find…"), "search"_L1, {Qt::CTRL | Qt::Key_K}, [this] { m_palette->open(); });
    add("window.find"_L1, tr("Find in the current list or tab"), "list-filter"_L1,
        {QKeySequence::Find, QKeySequence(Qt::Key_Slash)}, [this] { find(); });
    add("window.otherPane"_L1, tr("Switch between list and details"), "arrow-right"_L1, {QKeySequence(Qt::Key_F6)},
        [this] {
            if (m_detail->isVisible() && !m_detail->isAncestorOf(focusWidget()))
                m_detail->setFocus(Qt::TabFocusReason);
            else
                goTo(page());
        });
    add("window.menu"_L1, tr("Open the menu"), "ellipsis"_L1, {QKeySequence(Qt::Key_F10)}, [this] { openMenu(); });
    add("window.arrange"_L1, tr("Group and sort the board…"), "rows-3"_L1, {Qt::CTRL | Qt::Key_G},
        [this] { openArrangement(); });
    auto *wallboard = add("window.wallboard"_L1, tr("Wallboard"), "monitor"_L1, {QKeySequence(Qt::Key_F11)},
                          [this] { openWallboard(); });
    auto *addInstance = add("window.addInstance"_L1, tr("Add an instance…"), "plus"_L1, {}, [this] {
        showPage(Page::Instances);
        m_instancesPage->addInstance();
    });
    add("window.retry"_L1, tr("Retry all instances"), "refresh-cw"_L1, {QKeySequence::Refresh}, [this] {
        const auto ids = m_engine.state().instances().keys();
        for (const auto &id : ids)
            m_engine.retry(id);
        const auto servers = m_engine.state().teamServers().keys();
        for (const auto &id : servers)
            m_engine.retryTeamServer(id);
    });
    auto *rules = add("window.followRules"_L1, tr("Follow rules…"), "eye"_L1, {}, [] {}); // connected with Applications
    auto *keys = add("window.keys"_L1, tr("Keys…"), "keyboard"_L1,
                     {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}, [this] { showShortcuts(); });
    auto *quit =
        add("window.quit"_L1, tr("Quit"), "x"_L1, {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { Q_EMIT quitAsked(); });
    m_menu = new QMenu(this);
    m_menu->addActions({watch, rules, addInstance});
    if (m_engine.canImport())
        m_menu->addAction(add("window.importContexts"_L1, tr("Import contexts…"), "file-input"_L1, {}, [this] {
            showPage(Page::Instances);
            m_instancesPage->importContexts();
        }));
    m_menu->addAction(wallboard);
    m_menu->addAction(keys);
    m_menu->addAction(add("window.help"_L1, tr("Help"), "circle-question-mark"_L1, {}, [this] {
        auto *help = new HelpWindow(this);
        connect(help, &HelpWindow::pageAsked, this, &MainWindow::open);
        help->show();
    }));
    m_menu->addAction(add("window.diagnostics"_L1, tr("Diagnostics…"), "stethoscope"_L1, {}, [this] {
        (new DiagnosticsDialog({ownProgram(), {u"doctor"_s}}, this))->open();
    }));
    m_menu->addAction(add("window.about"_L1, tr("About Lynceus"), "info"_L1, {}, [this] { showAbout(*this); }));
    m_menu->addSeparator();
    m_menu->addAction(quit);
    m_sidebar->menuButton()->setMenu(m_menu);
}

/// Opens the menu below its button with the first entry selected, as for menus opened by key.
void MainWindow::openMenu()
{
    const auto *button = m_sidebar->menuButton();
    m_menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    m_menu->setActiveAction(m_menu->actions().value(0));
}

/// Opens the menu of the board's arrangement below its button, with the current choice selected.
void MainWindow::openArrangement()
{
    showPage(Page::Releases);
    auto *button = m_releases->arrangeButton();
    if (!button->isVisible())
        return; // an empty board
    button->setFocus(Qt::ShortcutFocusReason);
    button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
    const auto actions = button->menu()->actions();
    const auto chosen = std::ranges::find_if(actions, &QAction::isChecked);
    button->menu()->setActiveAction(chosen == actions.end() ? nullptr : *chosen);
}

/// Fills the screen of the window; only one at a time.
void MainWindow::openWallboard()
{
    if (!m_wallboard) {
        m_wallboard = new Wallboard(m_engine, m_clock, m_zone, *m_environments);
        m_wallboard->setAttribute(Qt::WA_DeleteOnClose);
        m_wallboard->arrange(arrangementFrom(m_releases->arrangement()));
        m_wallboard->setDismissedTasks(m_releases->dismissedTasks());
        connect(m_releases, &ReleasesPage::tasksDismissed, m_wallboard, &Wallboard::setDismissedTasks);
        m_wallboard->setGeometry(screen()->geometry());
    }
    m_wallboard->showFullScreen();
    m_wallboard->activateWindow();
}

/// By shortcut: moves the focus to the page's content.
void MainWindow::goTo(Page page)
{
    showPage(page);
    if (page == Page::Instances)
        return m_instancesPage->takeFocus();
    if (page == Page::Deployments)
        return m_deployments->takeFocus();
    if (page == Page::Versions)
        return m_versions->takeFocus();
    QWidget *const list =
        page == Page::Releases ? static_cast<QWidget *>(m_releases) : static_cast<QWidget *>(&m_applications->view());
    list->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::newWatch(const QString &text)
{
    m_newWatch->open(text);
}

QWidget *MainWindow::withHeader(const QString &title, QWidget *page, QWidget *control)
{
    auto *whole = new QWidget(this);
    auto *header = new PageHeader(title, whole);
    auto *find = new FindButton(header);
    followKey("window.findAnything"_L1, find, [find](const QString &key) { find->setKey(key); });
    connect(find, &QPushButton::clicked, m_palette, &Palette::open);
    auto *watch = new FittedButton(glyphIcon("plus"_L1), tr("New watch"), header);
    followKey("window.newWatch"_L1, watch, [watch](const QString &key) {
        setPlainToolTip(watch,
                        key.isEmpty() ? tr("Watch an image until it runs")
                                      : tr("Watch an image until it runs (%1)").arg(key));
    });
    makePrimary(watch);
    connect(watch, &QPushButton::clicked, this, [this] { newWatch(); });
    if (control)
        header->addWidget(control);
    header->addStretch();
    header->addWidget(find);
    header->addWidget(watch);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(page, 1);
    return whole;
}

/// Calls the function with the command's shortcut, now and after each change by the user.
void MainWindow::followKey(QLatin1StringView id, QObject *context, const std::function<void(const QString &)> &apply)
{
    const auto *action = m_commands->named(id);
    const auto now = [action, apply] { apply(action->shortcut().toString(QKeySequence::NativeText)); };
    connect(action, &QAction::changed, context, now);
    now();
}

void MainWindow::showShortcuts()
{
    auto *sheet = new ShortcutSheet(keyGroups(), this);
    sheet->open();
}

std::vector<ShortcutSheet::Group> MainWindow::keyGroups() const
{
    const auto &everywhere = m_commands->all();
    return {{tr("Everywhere"), {everywhere.begin(), everywhere.end()}},
            {tr("Releases"), m_releases->boardActions()},
            {tr("Applications"), m_applications->listActions()},
            {tr("Deployments"), m_deployments->listActions()},
            {tr("Versions"), m_versions->listActions()},
            {tr("Details"), m_detail->detailActions()}};
}

/// Moves the focus to the search of the part that the user works with.
void MainWindow::find()
{
    if (m_detail->isAncestorOf(focusWidget()) && m_detail->find())
        return;
    if (page() == Page::Deployments)
        return m_deployments->focusFilter();
    if (page() == Page::Versions)
        return m_versions->focusFilter();
    if (page() == Page::Releases)
        return m_releases->find();
    if (page() == Page::Instances)
        return m_instancesPage->find();
    showPage(Page::Applications);
    m_applications->focusFilter();
}

std::vector<PaletteEntry> MainWindow::paletteEntries() const
{
    std::vector<PaletteEntry> entries;
    for (auto *action : m_commands->all()) {
        if (action->isEnabled())
            entries.push_back({action->text(), action->shortcut().toString(QKeySequence::NativeText),
                               action->data().toString(), action});
    }
    for (const auto &watch : m_engine.state().watches()) {
        const auto &key = watch.request.application;
        const auto name = m_engine.state().instanceName(key.instance);
        const auto version = expectedText(watch.request.images, watch.request.version);
        entries.push_back({key.name, tr("watch for %1 on %2").arg(version, name), u"radar"_s, PaletteWatch{watch.id}});
    }
    for (const auto &state : m_engine.state().instances())
        entries.push_back({state.instance.name, tr("instance"), u"server"_s, PaletteInstance{state.instance.id}});
    const auto &model = m_applications->model();
    entries.reserve(entries.size() + std::size_t(model.total()));
    model.forEach([&](const ApplicationRow &row) {
        entries.push_back({row.application().name, model.instanceOf(row).instance.name, u"layers"_s, model.keyOf(row)});
    });
    return entries;
}

void MainWindow::go(const PaletteEntry &entry)
{
    if (auto *const *action = std::get_if<QAction *>(&entry.target))
        (*action)->trigger();
    else if (const auto *watch = std::get_if<PaletteWatch>(&entry.target))
        showWatch(watch->id);
    else if (const auto *key = std::get_if<ApplicationKey>(&entry.target))
        showApplication(*key);
    else if (const auto *instance = std::get_if<PaletteInstance>(&entry.target))
        showInstance(instance->id);
}

} // namespace lynceus
