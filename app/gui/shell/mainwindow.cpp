#include "app/gui/shell/mainwindow.h"

#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/detail/detailpane.h"
#include "app/gui/history/historypage.h"
#include "app/gui/instances/instancespage.h"
#include "app/gui/newwatch/newwatchdialog.h"
#include "app/gui/newwatch/watchtargets.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/shell/announcer.h"
#include "app/gui/shell/storerecovery.h"
#include "app/gui/widgets/pageheader.h"
#include "app/gui/widgets/taborder.h"
#include "core/domain/link/watchlink.h"
#include "core/io/desktop/opener.h"
#include "core/io/settings/windowmemory.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

/// In the order of Page.
constexpr std::array kPageCommands{"window.releases", "window.applications", "window.history", "window.instances"};

} // namespace

MainWindow::MainWindow(const WindowParameters &parameters, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(parameters.engine)
    , m_clock(parameters.clock)
    , m_memory(parameters.memory)
    , m_userName(parameters.userName)
    , m_sidebar(new Sidebar(m_clock, this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_pages(new QStackedWidget(this))
    , m_notices(new Notices(this))
    , m_status(new StatusLine(this))
    , m_announcer(new Announcer(m_engine, this))
    , m_commands(new Commands(this))
{
    setWindowTitle(u"Lynceus"_s);
    build();
    addCommands();
    addPages();
    tabAsRead(this);
    connectReleases();
    connectApplications();
    connectHistory();
    connectEngine();
    recall();
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &MainWindow::remember);
    m_notices->raiseNotice(m_memory.trouble());
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_notices);
    auto *scroll = new QScrollArea(centre); // where the screen has not the room that the pages need
    scroll->setWidget(m_split);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // Tab goes through what is on it, and scrolls
    column->addWidget(scroll, 1);
    column->addWidget(m_status);
    column->addWidget(m_announcer);
    row->addLayout(column, 1);
    setCentralWidget(centre);
    m_split->addWidget(m_pages);
    m_split->setChildrenCollapsible(false);
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
    m_targets = new WatchTargets(m_engine, all, this); // after the page, which must know of a change first
    m_history = new HistoryPage(m_engine, m_clock, m_zone, this);
    m_instancesPage = new InstancesPage(m_engine, m_clock, this);
    m_detail = new DetailPane(m_engine, m_clock, this);
    const auto add = [this](QWidget *page, const QString &title, QLatin1StringView glyph) {
        const int at = m_pages->addWidget(page);
        m_sidebar->addPage(title, glyph);
        followKey(QLatin1StringView(kPageCommands.at(std::size_t(at))), m_sidebar,
                  [this, at](const QString &key) { m_sidebar->setHint(at, key); });
    };
    // In the order of Page.
    add(withHeader(tr("Releases"), m_releases), tr("Releases"), "radar"_L1);
    add(m_applications, tr("Applications"), "layout-list"_L1);
    add(withHeader(tr("History"), m_history), tr("History"), "history"_L1);
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
    connect(m_releases, &ReleasesPage::addInstanceAsked, this, [this] {
        showPage(Page::Instances);
        m_instancesPage->addInstance();
    });
    connect(m_releases, &ReleasesPage::newWatchAsked, this, &MainWindow::newWatch);
    connect(m_releases, &ReleasesPage::pageAsked, this, &MainWindow::open);
    connect(m_releases, &ReleasesPage::said, m_status, &StatusLine::sayOnce);
}

void MainWindow::connectApplications()
{
    connect(m_applications, &ApplicationsPage::currentChanged, this, &MainWindow::showDetail);
    connect(m_applications, &ApplicationsPage::opened, this, [this] { m_detail->setFocus(Qt::OtherFocusReason); });
    connect(m_applications, &ApplicationsPage::watchAsked, this, [this](const std::vector<ApplicationKey> &keys) {
        if (keys.size() == 1)
            newWatch(m_targets->typedName(keys.front()));
        else
            openNewWatch()->fillWith(keys);
    });
    connect(m_applications, &ApplicationsPage::instancesAsked, this, [this] { goTo(Page::Instances); });
    connect(m_applications, &ApplicationsPage::addInstanceAsked, this, [this] {
        showPage(Page::Instances);
        m_instancesPage->addInstance();
    });
}

void MainWindow::connectHistory()
{
    connect(m_history, &HistoryPage::pageAsked, this, &MainWindow::open);
    connect(m_history, &HistoryPage::newWatchAsked, this, [this] { newWatch(); });
    connect(m_history, &HistoryPage::said, m_status, &StatusLine::sayOnce);
    connect(m_history, &HistoryPage::repeated, this, [this](const QStringList &watches) {
        if (!watches.isEmpty())
            showWatch(watches.first());
    });
}

void MainWindow::connectEngine()
{
    connect(&m_engine, &Engine::instanceChanged, this, [this](const InstanceState &state) {
        m_instances.insert(state.instance.id, state);
        m_sidebar->setInstance(state);
        renewCounts();
    });
    connect(&m_engine, &Engine::instanceRemoved, this, [this](const QString &id) {
        m_instances.remove(id);
        m_sidebar->removeInstance(id);
        renewCounts();
    });
    connect(&m_engine, &Engine::watchChanged, this,
            [this](const WatchRecord &watch) { m_watches.insert(watch.id, watch); });
    connect(&m_engine, &Engine::watchRemoved, this, [this](const QString &id) { m_watches.remove(id); });
    connect(&m_engine, &Engine::noticeRaised, m_notices, qOverload<const QString &>(&Notices::raiseNotice));
    new StoreRecovery(m_engine, *m_notices, this);
}

void MainWindow::renewCounts()
{
    m_status->say(m_instances);
    const auto needsPerson = std::ranges::count_if(m_instances, [](const InstanceState &state) {
        using Connection = InstanceState::Connection;
        return state.connection == Connection::SignInNeeded || state.connection == Connection::KeychainShut
            || state.connection == Connection::Certificate || state.connection == Connection::NotArgoCd;
    });
    m_sidebar->setCount(int(Page::Instances), int(needsPerson), true);
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
        return; // still being built
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
    goTo(Page::Releases); // else the focus would stay on the screen that is left
    m_releases->selectWatch(id);
}

void MainWindow::showInstance(const QString &id)
{
    showPage(Page::Instances);
    m_instancesPage->showInstance(id);
}

void MainWindow::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_releases->setZone(zone);
    m_history->setZone(zone);
    m_instancesPage->setZone(zone);
    m_announcer->setZone(zone);
    m_detail->setZone(zone);
    m_sidebar->setZone(zone);
    const auto dialogs = findChildren<NewWatchDialog *>();
    for (auto *dialog : dialogs)
        dialog->setZone(zone);
}

void MainWindow::say(const QString &sentence)
{
    m_notices->raiseNotice(sentence);
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

/// Enter presses the button that has the focus, as it does in dialogs.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (button && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        button->click();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

} // namespace lynceus
