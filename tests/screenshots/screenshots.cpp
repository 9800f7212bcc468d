#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/deployments/deploymentspage.h"
#include "app/gui/deployments/periodstrip.h"
#include "app/gui/instances/instancespage.h"
#include "app/gui/preferences/language.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/shell/mainwindow.h"
#include "app/gui/versions/versionspage.h"
#include "app/gui/versions/versionsview.h"
#include "app/gui/wallboard/wallboard.h"
#include "app/gui/widgets/style/theme.h"
#include "core/io/desktop/desktopsettings.h"
#include "core/io/settings/windowmemory.h"
#include "tests/gui/accessibility/pseudolocale.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/gui/teamservermaker.h"
#include "tests/support/deploymentmaker.h"
#include "tests/support/testrun.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"
#include "tests/support/windowscene.h"

#include <QAction>
#include <QApplication>
#include <QCursor>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <optional>

// Saves pictures of every screen for manual review; called by ./dev screenshots for each theme and scale:
//     lynceus_screenshots FOLDER light|dark [PART-OF-NAME [WIDTHxHEIGHT [rtl|pseudo|CODE-OF-A-LANGUAGE]]]

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSize kUsualSize{1280, 820};

QSize sizeFrom(const QString &text)
{
    const auto parts = text.split(u'x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : kUsualSize;
}

class ScreenshotWriter final
{
public:
    ScreenshotWriter(QString folder, QString theme, QString only, QSize size)
        : m_folder(std::move(folder))
        , m_theme(std::move(theme))
        , m_only(std::move(only))
        , m_size(size)
    { }

    /// Saves a window with its own scene, after @p prepare has changed its state.
    template<typename Prepare>
    void take(const QString &name, bool empty, Prepare prepare) const
    {
        if (!name.contains(m_only))
            return;
        WindowScene scene(12'431);
        FakeEngine nothing(scene.clock());
        const QTemporaryDir folder;
        WindowMemory memory(folder.filePath(u"window.json"_s));
        DesktopSettings desktop;
        auto &engine = empty ? nothing : scene.engine();
        MainWindow window({engine, scene.clock(), memory, desktop, u"ada"_s});
        window.resize(m_size);
        window.show();
        engine.start();
        drainEvents();
        prepare(window, engine);
        drainEvents();
        save(name, window);
    }

    /// The same with the desktop integration, whose settings @p prepare may change.
    template<typename Prepare>
    void takeCompleteWindow(const QString &name, Prepare prepare) const
    {
        if (!name.contains(m_only))
            return;
        WindowScene scene(12'431);
        CompleteWindow complete(scene.engine(), scene.clock());
        complete.window.resize(m_size);
        drainEvents();
        prepare(complete);
        drainEvents();
        const auto windows = QApplication::topLevelWidgets();
        for (auto *window : windows) {
            if (auto *board = qobject_cast<Wallboard *>(window)) {
                board->resize(m_size);
                drainEvents();
                return save(name, *board);
            }
        }
        save(name, complete.window);
    }

    /// Saves a screen of tests/gui/accessibility/screens.h.
    void takeScreen(const Screen &screen) const
    {
        const auto name = u"screen-"_s + QString::fromLatin1(screen.name).remove(u',').replace(u' ', u'-');
        if (!name.contains(m_only))
            return;
        WindowScene scene(12'431);
        FakeEngine nothing(scene.clock());
        CompleteWindow complete(screen.isEmpty ? nothing : scene.engine(), scene.clock());
        complete.window.resize(m_size);
        drainEvents();
        screen.open(complete);
        drainEvents();
        save(name, complete.window);
    }

    void takeDetailTabs() const
    {
        if (!u"detail-tab"_s.contains(m_only))
            return;
        onEachDetailTab([this](CompleteWindow &complete, QWidget &, const std::string &tab) {
            complete.window.resize(m_size);
            drainEvents();
            save(u"detail-"_s + QString::fromStdString(tab).replace(u' ', u'-'), complete.window);
        });
    }

private:
    void save(const QString &name, QWidget &window) const
    {
        QImage picture = window.grab().toImage();
        // Dialogs are separate windows: draws them over the window, as on a desktop.
        for (auto *dialog : window.findChildren<QDialog *>()) {
            if (!dialog->isVisible())
                continue;
            QPainter painter(&picture);
            painter.fillRect(window.rect(), QColor(0, 0, 0, 70));
            painter.drawPixmap((window.width() - dialog->width()) / 2, (window.height() - dialog->height()) / 3,
                               dialog->grab());
        }
        const auto scale = qRound(window.devicePixelRatioF() * 100);
        const auto other = m_size == kUsualSize ? QString() : u"-%1x%2"_s.arg(m_size.width()).arg(m_size.height());
        const auto direction = window.isRightToLeft() ? u"-rtl"_s : QString();
        const auto file = m_folder + u"/%1-%2-%3%4%5.png"_s.arg(name, m_theme).arg(scale).arg(other, direction);
        std::puts(qPrintable(picture.save(file) ? file : u"could not write "_s + file));
    }

    QString m_folder;
    QString m_theme;
    QString m_only;
    QSize m_size;
};

/// Services whose versions differ between five environments: behind, drifted, failing, or identified by digest.
void putMatrix(FakeEngine &engine)
{
    struct Cell
    {
        const char *environment;
        const char *name;
        const char *image;
        HealthStatus health;
    };
    static constexpr std::array kCells{
        Cell{"dev", "shop-web", "ghcr.io/acme/shop-web:1.6.0-rc.2", HealthStatus::Progressing},
        Cell{"test", "shop-web", "ghcr.io/acme/shop-web:1.5.0", HealthStatus::Healthy},
        Cell{"prod-eu", "shop-web", "ghcr.io/acme/shop-web:1.4.0", HealthStatus::Healthy},
        Cell{"prod-us", "shop-web", "ghcr.io/acme/shop-web:1.4.0", HealthStatus::Degraded},
        Cell{"dev", "shop-api", "ghcr.io/acme/shop-api:2.0.0", HealthStatus::Healthy},
        Cell{"test", "shop-api", "ghcr.io/acme/shop-api:2.0.0", HealthStatus::Healthy},
        Cell{"prod-eu", "shop-api", "ghcr.io/acme/shop-api:2.0.0", HealthStatus::Healthy},
        Cell{"prod-eu", "shop-api-canary", "ghcr.io/acme/shop-api:2.1.0", HealthStatus::Suspended},
        Cell{"dev", "shop-payments",
             "registry.acme.example/platform/payments/shop-payments-gateway@sha256:"
             "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             HealthStatus::Healthy},
        Cell{"prod-eu", "shop-payments",
             "registry.acme.example/platform/payments/shop-payments-gateway:2026.12.01-4711@sha256:"
             "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             HealthStatus::Missing},
    };
    QHash<QString, std::vector<Application>> applications;
    int number = 0;
    for (const auto &cell : kCells) {
        Application application;
        const auto environment = QString::fromLatin1(cell.environment);
        application.name = QString::fromLatin1(cell.name) + u'-' + environment;
        application.nameSpace = u"argocd"_s;
        application.project = u"shop"_s;
        application.labels[u"env"_s] = environment;
        application.health.status = cell.health;
        application.sync = number % 4 == 3 ? SyncStatus::OutOfSync : SyncStatus::Synced;
        application.summaryImages = {QString::fromLatin1(cell.image)};
        application.operationState =
            OperationState{.phase = OperationPhase::Succeeded,
                           .finishedAt = kRegisteredAt - std::chrono::minutes(7 * number * number * number)};
        ++number;
        applications[environment.startsWith("prod"_L1) ? u"production"_s : u"staging"_s].push_back(application);
    }
    for (const auto &[id, list] : applications.asKeyValueRange())
        engine.putApplications(id, list);
}

/// A `lynceus serve`, and an Argo Watcher that needs a token, with tasks of several pipelines.
void putTeamServers(FakeEngine &engine)
{
    engine.putTeamServer(makeTeamServer());
    auto watcher = makeTeamServer(TeamServerKind::ArgoWatcher);
    watcher.server.place.id = u"t2"_s;
    watcher.server.place.name = u"watcher"_s;
    watcher.server.place.baseUrl = QUrl(u"https://argo-watcher.acme.example"_s);
    watcher.connection = Connection::SignInNeeded;
    watcher.message = u"the team server rejected the request: no credential"_s;
    engine.putTeamServer(watcher);
    engine.putServerTasks(u"t1"_s,
                          {makeTask(u"a-1"_s, u"payments/payments-api"_s, TaskState::Failed,
                                    u"the pods of payments-api crash: connection to the database refused"_s),
                           makeTask(u"a-2"_s, u"search"_s), makeTask(u"a-3"_s, u"mailer"_s, TaskState::Deployed)});
    engine.putServerTasks(u"t2"_s, {makeTask(u"b-1"_s, u"catalogue"_s, TaskState::Aborted, u"Argo CD is away"_s)});
}

void takeLists(const ScreenshotWriter &writer)
{
    writer.take(u"releases"_s, false, [](MainWindow &window, FakeEngine &) { window.showWatch(u"w7k3f"_s); });
    writer.take(u"releases-team-server"_s, false, [](MainWindow &window, FakeEngine &engine) {
        putTeamServers(engine);
        drainEvents();
        window.showWatch(u"task/t1/a-1"_s);
    });
    writer.take(u"releases-shared"_s, false, [](MainWindow &window, FakeEngine &engine) {
        engine.putTeamServer(makeTeamServer());
        window.showWatch(u"w7k3f"_s);
        drainEvents();
        for (auto *action : window.releases().boardActions()) {
            if (action->objectName() == "board.share"_L1)
                action->trigger();
        }
    });
    writer.take(u"deployments-team-server"_s, false, [](MainWindow &window, FakeEngine &engine) {
        putDeployments(engine, FakeClock().now());
        putTeamServers(engine);
        window.showPage(MainWindow::Page::Deployments);
    });
    writer.take(u"instances-team-server"_s, false, [](MainWindow &window, FakeEngine &engine) {
        putTeamServers(engine);
        window.showPage(MainWindow::Page::Instances);
    });
    writer.take(u"add-team-server"_s, false, [](MainWindow &window, FakeEngine &engine) {
        const QUrl url(u"https://build.acme.example"_s);
        engine.putProbe(url, tl::unexpected(Error{.kind = Error::Kind::NotArgoCd}));
        TeamServerFindings found;
        found.version = u"lynceus 0.2.0"_s;
        found.reading = tl::unexpected(Error{.kind = Error::Kind::SignInNeeded});
        engine.putFindings(url, found);
        window.showPage(MainWindow::Page::Instances);
        window.instances().addInstance();
        drainEvents();
        auto *address = window.findChild<QDialog *>()->findChild<QLineEdit *>();
        QTest::keyClicks(address, u"build.acme.example"_s);
        QTest::keyClick(address, Qt::Key_Return);
        drainEvents();
    });
    writer.take(u"new-watch"_s, false,
                [](MainWindow &window, FakeEngine &) { window.newWatch(u"ghcr.io/acme/shop-web:1.5.0"_s); });
    writer.take(u"releases-empty"_s, true, [](MainWindow &, FakeEngine &) {});
    writer.take(u"applications"_s, false, [](MainWindow &window, FakeEngine &) {
        window.applications().setFilterText(u"image:shop -project:none shop"_s);
        window.showApplication({u"staging"_s, u"argocd"_s, u"shop-web"_s});
        QTest::keyClick(&window.applications().view(), Qt::Key_P);
    });
    writer.take(u"applications-all"_s, false,
                [](MainWindow &window, FakeEngine &) { window.showPage(MainWindow::Page::Applications); });
    writer.take(u"applications-nothing-fits"_s, false, [](MainWindow &window, FakeEngine &) {
        window.showPage(MainWindow::Page::Applications);
        window.applications().setFilterText(u"helth:degraded wibble"_s);
    });
    writer.take(u"deployments"_s, false, [](MainWindow &window, FakeEngine &engine) {
        putDeployments(engine, FakeClock().now());
        window.showPage(MainWindow::Page::Deployments);
    });
    writer.take(u"deployments-watches"_s, false, [](MainWindow &window, FakeEngine &engine) {
        putDeployments(engine, FakeClock().now());
        auto watch = ended(held(makeWatch(u"w8"_s, u"orders"_s)), Outcome::TimedOut, 15min);
        watch.request.release = u"shop 1.5"_s;
        engine.putHistory(watch);
        engine.putHistory(ended(makeWatch(u"w9"_s, u"shop-mail"_s), Outcome::Cancelled, 2min));
        window.deployments().setPeriod(PeriodStrip::All);
        window.showPage(MainWindow::Page::Deployments);
    });
    writer.take(u"deployments-empty"_s, true,
                [](MainWindow &window, FakeEngine &) { window.showPage(MainWindow::Page::Deployments); });
    writer.take(u"follow"_s, false, [](MainWindow &window, FakeEngine &engine) {
        FollowRule rule;
        rule.name = u"orders-production"_s;
        rule.filter = u"project:orders instance:production"_s;
        FollowRule paused = rule;
        paused.name = u"batch"_s;
        paused.filter = u"label:team=batch -name:nightly"_s;
        paused.notify = FollowRule::Notify::Nothing;
        paused.isPaused = true;
        engine.putRules({rule, paused});
        window.showApplication({u"staging"_s, u"argocd"_s, u"shop-web"_s});
        QTest::keyClick(&window.applications().view(), Qt::Key_F);
    });
    writer.take(u"versions"_s, false, [](MainWindow &window, FakeEngine &engine) {
        putMatrix(engine);
        window.showPage(MainWindow::Page::Versions);
        auto &versions = window.versions();
        versions.setFilterText(u"project:shop"_s);
        versions.view().setFocus(Qt::OtherFocusReason);
        versions.view().setCurrentIndex(versions.model().index(2, 1));
    });
    writer.take(u"versions-by-label"_s, false, [](MainWindow &window, FakeEngine &engine) {
        putMatrix(engine);
        window.showPage(MainWindow::Page::Versions);
        window.versions().setFilterText(u"project:shop"_s);
        window.versions().setRule({EnvironmentRule::By::Label, u"env"_s});
    });
    writer.take(u"versions-all"_s, false,
                [](MainWindow &window, FakeEngine &) { window.showPage(MainWindow::Page::Versions); });
    writer.take(u"versions-empty"_s, true,
                [](MainWindow &window, FakeEngine &) { window.showPage(MainWindow::Page::Versions); });
    writer.take(u"board-notes"_s, false, [](MainWindow &window, FakeEngine &engine) {
        const auto put = [&engine](const QString &id, const QString &who, const QString &note, Eta eta) {
            auto watch = engine.watches().value(id);
            watch.takenBy = who;
            watch.request.note = note;
            engine.putEta(watch.request.application, eta);
            engine.putWatch(watch);
        };
        put(u"w7k3f"_s, u"grace"_s, u"waits for the database team"_s, {});
        engine.putEta({u"staging"_s, u"argocd"_s, u"shop-web"_s},
                      {std::chrono::seconds(33), std::chrono::seconds(41), 7});
        auto mail = rolling(makeWatch(u"w1n2m"_s, u"shop-mail"_s), 1, 3);
        engine.putEta(mail.request.application, {std::chrono::minutes(8), std::chrono::minutes(11), 5});
        auto web = engine.watches().value(u"w8m2a"_s);
        web.id = u"w1l2x"_s; // a new ID, so that the window asks about it again
        engine.dismissWatch(u"w8m2a"_s);
        engine.putWatch(web);
        engine.putWatch(mail);
        window.showWatch(u"w7k3f"_s);
    });
    writer.take(u"note"_s, false, [](MainWindow &window, FakeEngine &) {
        window.showWatch(u"w7k3f"_s);
        for (auto *action : window.releases().boardActions()) {
            if (action->objectName() == "board.note"_L1)
                action->trigger();
        }
    });
    writer.take(u"board-filter"_s, false, [](MainWindow &window, FakeEngine &) {
        window.showWatch(u"w8m2a"_s);
        window.releases().find();
        QTest::keyClicks(window.focusWidget(), u"shop staging"_s);
    });
    writer.take(u"palette"_s, false, [](MainWindow &window, FakeEngine &) {
        window.finder().open();
        window.finder().line()->setText(u"shpw"_s);
    });
    writer.take(u"keys"_s, false, [](MainWindow &window, FakeEngine &) {
        for (auto *action : window.commands().all()) {
            if (action->shortcut() == QKeySequence(Qt::Key_F1))
                action->trigger();
        }
    });
}

void takeInstances(const ScreenshotWriter &writer)
{
    writer.take(u"instances"_s, false, [](MainWindow &window, FakeEngine &engine) {
        for (const auto &[id, connection] : {std::pair{u"lab"_s, Connection::Certificate},
                                             {u"partner"_s, Connection::SignInNeeded},
                                             {u"old"_s, Connection::Paused}}) {
            auto state = engine.instances()[u"edge"_s];
            state.instance.id = state.instance.name = id;
            state.instance.baseUrl = QUrl(u"https://argo.%1.example"_s.arg(id));
            state.connection = connection;
            state.message = connection == Connection::Certificate
                ? u"the certificate is signed by an authority that this computer does not know"_s
                : QString();
            engine.putInstance(state);
        }
        window.showPage(MainWindow::Page::Instances);
    });
    writer.take(u"instances-empty"_s, true,
                [](MainWindow &window, FakeEngine &) { window.showPage(MainWindow::Page::Instances); });
    writer.take(u"instances-add"_s, false, [](MainWindow &window, FakeEngine &engine) {
        const QUrl address(u"https://argocd.lab.acme.example"_s);
        engine.putProbe(address,
                        InstanceProbe{.baseUrl = address,
                                      .serverVersion = u"v3.1.8"_s,
                                      .ssoOffered = true,
                                      .ssoName = u"Dex (LDAP)"_s,
                                      .passwordOffered = true});
        window.showPage(MainWindow::Page::Instances);
        window.instances().addInstance();
        auto *dialog = window.findChild<QDialog *>();
        dialog->findChild<QLineEdit *>()->setText(u"argocd.lab.acme.example"_s);
        dialog->findChild<QPushButton *>()->click();
    });
    writer.take(u"instances-sign-in"_s, false, [](MainWindow &window, FakeEngine &engine) {
        auto state = engine.instances()[u"staging"_s];
        state.connection = Connection::SignInNeeded;
        engine.putInstance(state);
        window.showInstance(u"staging"_s);
        Q_EMIT window.instances().card(u"staging"_s)->remedyAsked();
        engine.reportSignIn(
            {.instance = u"staging"_s,
             .step = SignInProgress::Step::WaitsForPerson,
             .link =
                 QUrl(u"https://argocd.staging.acme.example/api/dex/auth?client_id=argo-cd-cli&response_type=code"_s)});
    });
    writer.take(u"instances-import"_s, false, [](MainWindow &window, FakeEngine &engine) {
        std::vector<ImportableContext> contexts(3);
        contexts[0].name = u"argocd.lab.acme.example"_s;
        contexts[0].instance.baseUrl = QUrl(u"https://argocd.lab.acme.example"_s);
        contexts[0].hasToken = true;
        contexts[1].name = u"argocd.staging.acme.example"_s;
        contexts[1].instance.baseUrl = QUrl(u"https://argocd.staging.acme.example"_s);
        contexts[1].isThere = true;
        contexts[2].name = u"port-forward"_s;
        contexts[2].problem = u"it tunnels through the cluster, which needs cluster access"_s;
        engine.putImportable(contexts);
        window.showPage(MainWindow::Page::Instances);
        window.instances().importContexts();
    });
}

void chooseEnvironments(CompleteWindow &complete)
{
    const auto kept = complete.preferences.change([](Preferences &preferences) {
        preferences.environments = {{u"production"_s, u"#c2527d"_s, Environment::By::Instance, {}, {u"prod*"_s}},
                                    {u"edge"_s, u"#6a7f2f"_s, Environment::By::Instance, {}, {u"edge"_s}},
                                    {u"pre-production"_s, u"#3b7dd8"_s, Environment::By::Label, u"stage"_s, {u"pre"_s}},
                                    {u"test"_s, u"#b8731f"_s, Environment::By::Project, {}, {u"*"_s}}};
    });
    if (!kept)
        std::puts("could not keep the environments");
}

void takeSettings(const ScreenshotWriter &writer)
{
    for (const auto &grouping : {u"attention"_s, u"environment"_s, u"instance"_s}) {
        writer.takeCompleteWindow(u"board-by-"_s + grouping, [&grouping](CompleteWindow &complete) {
            chooseEnvironments(complete);
            complete.window.releases().setArrangement(grouping + u" urgency"_s, {});
            complete.window.showWatch(u"w7k3f"_s);
        });
    }
    writer.takeCompleteWindow(u"new-watch-environments"_s, [](CompleteWindow &complete) {
        chooseEnvironments(complete);
        complete.window.newWatch(u"ghcr.io/acme/shop-web:1.5.0"_s);
    });
    writer.takeCompleteWindow(u"board-folded"_s, [](CompleteWindow &complete) {
        chooseEnvironments(complete);
        complete.window.releases().setArrangement(
            u"environment urgency"_s,
            {u"group 0"_s, u"group environment urgency: production"_s, u"group environment urgency: test"_s});
    });
    writer.takeCompleteWindow(u"wallboard"_s, [](CompleteWindow &complete) {
        chooseEnvironments(complete);
        auto state = complete.engine.instances()[u"edge"_s];
        state.connection = Connection::SignInNeeded;
        complete.engine.putInstance(state);
        complete.window.commands().named("window.wallboard"_L1)->trigger();
    });
    for (const auto &category : {u"General"_s, u"Appearance"_s, u"Notifications"_s, u"Environments"_s, u"Keys"_s}) {
        writer.takeCompleteWindow(u"settings-"_s + category.toLower(), [&category](CompleteWindow &complete) {
            chooseEnvironments(complete);
            complete.integration.showPreferences();
            auto *list = complete.window.findChild<QDialog *>()->findChild<QListWidget *>();
            const auto shown = QCoreApplication::translate("lynceus::PreferencesDialog", category.toUtf8().constData());
            list->setCurrentItem(list->findItems(shown, Qt::MatchExactly).value(0));
        });
    }
    writer.takeCompleteWindow(
        u"quit"_s, [](CompleteWindow &complete) { complete.window.commands().named("window.quit"_L1)->trigger(); });
}

} // namespace

} // namespace lynceus::test

int main(int argc, char **argv)
{
    using namespace lynceus;
    if (argc < 3)
        return 2;
    const test::TestHome home;
    QApplication application(argc, argv);
    QCursor::setPos(640, 400); // otherwise it would point at the menu
    Theme theme;
    const bool dark = QLatin1StringView(argv[2]) == QLatin1StringView("dark");
    theme.follow({.scheme = dark ? Appearance::Scheme::Dark : Appearance::Scheme::Light});
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    QDir().mkpath(QString::fromLocal8Bit(argv[1]));
    const test::ScreenshotWriter writer(QString::fromLocal8Bit(argv[1]), QString::fromLatin1(argv[2]),
                                        argc > 3 ? QString::fromLocal8Bit(argv[3]) : QString(),
                                        test::sizeFrom(argc > 4 ? QString::fromLatin1(argv[4]) : QString()));
    LanguageInUse language;
    std::optional<test::PseudoLocale> pseudo;
    if (const QLatin1StringView wanted(argc > 5 ? argv[5] : ""); wanted == QLatin1StringView("rtl"))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    else if (wanted == QLatin1StringView("pseudo"))
        pseudo.emplace();
    else if (!wanted.isEmpty()) {
        language.use(wanted, localeFor(wanted, QLocale::system()));
        QApplication::setLayoutDirection(QLocale().textDirection());
    }
    test::takeLists(writer);
    test::takeInstances(writer);
    test::takeSettings(writer);
    for (const auto &screen : test::screens())
        writer.takeScreen(screen);
    writer.takeDetailTabs();
    return 0;
}
