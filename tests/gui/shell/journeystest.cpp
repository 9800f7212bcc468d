#include "app/gui/applications/applicationspage.h"
#include "app/gui/detail/detailtext.h"
#include "app/gui/detail/logs/logtext.h"
#include "app/gui/instances/addinstancedialog.h"
#include "app/gui/newwatch/newwatchdialog.h"
#include "app/gui/releases/boardmodel.h"
#include "app/gui/releases/boardview.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/tray/traystate.h"
#include "app/gui/versions/versionspage.h"
#include "core/domain/rollout/judging/judge.h"
#include "tests/gui/accessibility/completewindow.h"
#include "tests/gui/detail/detailscene.h"
#include "tests/gui/shell/desktopscene.h"

#include <QMenu>

namespace lynceus::test {

using namespace Qt::StringLiterals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

void press(const QKeySequence &keys)
{
    QWidget *focus = QApplication::activePopupWidget();
    if (!focus)
        focus = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
    ASSERT_NE(focus, nullptr);
    QTest::keySequence(focus, keys);
    drainEvents();
}

bool hasFocus(const QString &button)
{
    return waitUntil([&button] {
        const auto *focus = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        return focus && focus->text() == button && focus->isEnabled();
    });
}

/// Reports the instance as signed in, with one application that runs an image.
void connectInstance(FakeEngine &engine, const QString &id)
{
    auto state = engine.instances().value(id);
    state.connection = Connection::Live;
    state.applications = 1;
    engine.putInstance(state);
    Application application;
    application.name = u"shop-web"_s;
    application.nameSpace = u"argocd"_s;
    application.autoSync = true;
    application.summaryImages = {u"ghcr.io/acme/shop-web:1.4.0"_s};
    engine.putApplications(id, {application});
    drainEvents();
}

/// Closes dialogs that open after a step, for example for signing in.
void closeAll(CompleteWindow &complete)
{
    const auto dialogs = complete.window.findChildren<QDialog *>();
    for (auto *dialog : dialogs)
        dialog->close();
    complete.window.activateWindow();
    EXPECT_TRUE(waitUntil([&complete] { return QApplication::activeWindow() == &complete.window; }));
}

void watchTheFirstRelease(CompleteWindow &complete)
{
    EXPECT_EQ(complete.window.page(), MainWindow::Page::Applications) << "the applications of this instance are shown";
    EXPECT_TRUE(complete.window.findChild<Notices *>()->shown().contains(u"is connected"_s)) << "with the next step";
    press(QKeySequence::New);
    ASSERT_TRUE(waitUntil([] { return qobject_cast<NewWatchDialog *>(QApplication::activeWindow()) != nullptr; }));
    QTest::keyClicks(QApplication::focusWidget(), u"ghcr.io/acme/shop-web:1.5.0"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&complete] { return complete.engine.requested().size() == 1; }));
    EXPECT_TRUE(waitUntil([&complete] { return complete.window.releases().currentWatch() != nullptr; }));
    EXPECT_EQ(complete.window.page(), MainWindow::Page::Releases);
}

} // namespace

TEST(Journeys, NewUserWithTheArgocdCliImportsAndWatches)
{
    FakeClock clock;
    FakeEngine engine(clock);
    std::vector<ImportableContext> contexts(1);
    contexts[0].name = u"argocd.staging.acme.example"_s;
    contexts[0].instance.name = u"staging"_s;
    contexts[0].instance.baseUrl = QUrl(u"https://argocd.staging.acme.example"_s);
    engine.putImportable(contexts);
    CompleteWindow complete(engine, clock);
    ASSERT_TRUE(hasFocus(u"Import 1 context from the argocd CLI"_s)) << "the first step has the focus";
    press(Qt::Key_Return);
    QAbstractButton *import = nullptr;
    ASSERT_TRUE(waitUntil([&] {
        const auto buttons = complete.window.findChildren<QAbstractButton *>();
        const auto found = std::ranges::find_if(
            buttons, [](const auto *button) { return button->text() == u"Import 1"_s && button->isEnabled(); });
        import = found == buttons.end() ? nullptr : *found;
        return import != nullptr;
    }));
    QTest::keyClick(import, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&engine] { return !engine.instances().isEmpty(); }));
    closeAll(complete);
    connectInstance(engine, engine.instances().firstKey());
    watchTheFirstRelease(complete);
}

TEST(Journeys, NewUserWithoutTheArgocdCliAddsAnInstanceAndWatches)
{
    FakeClock clock;
    FakeEngine engine(clock);
    const QUrl address(u"https://argocd.lab.acme.example"_s);
    engine.putProbe(address, InstanceProbe{.baseUrl = address, .anonymousAllowed = true});
    CompleteWindow complete(engine, clock);
    ASSERT_TRUE(hasFocus(u"Add an instance"_s));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([] { return qobject_cast<AddInstanceDialog *>(QApplication::activeWindow()) != nullptr; }));
    QTest::keyClicks(QApplication::focusWidget(), u"argocd.lab.acme.example"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([] {
        const auto *dialog = QApplication::activeWindow();
        const auto buttons = dialog ? dialog->findChildren<QPushButton *>() : QList<QPushButton *>();
        return std::ranges::any_of(buttons, [](const auto *button) {
            return button->text() == u"Add"_s && button->isEnabled() && button->isDefault();
        });
    }));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&engine] { return !engine.instances().isEmpty(); }));
    closeAll(complete);
    connectInstance(engine, engine.instances().firstKey());
    watchTheFirstRelease(complete);
}

TEST_F(DesktopIntegrationTest, EachOfTwelveConcurrentFailuresIsNamed)
{
    window.hide();
    std::vector<WatchRecord> watches;
    for (int i = 0; i < 12; ++i) {
        const auto name = u"svc-%1"_s.arg(i, 2, 10, QChar(u'0'));
        watches.push_back(makeWatch(u"n%1"_s.arg(i), name, u"ghcr.io/acme/%1:2.0.0"_s.arg(name)));
        scene.engine().putWatch(watches.back());
    }
    settle();
    EXPECT_THAT(desktop.shown, IsEmpty()) << "the user who registers a watch is not notified";
    const auto titles = [this] {
        QStringList all;
        for (const auto &notification : std::as_const(desktop.shown))
            all.append(notification.title);
        all.sort();
        return all;
    };
    for (std::size_t i = 0; i < 4; ++i)
        scene.engine().putWatch(failing(watches[i]));
    settle();
    EXPECT_THAT(titles(),
                ElementsAre(u"svc-00 2.0.0 is failing on staging"_s, u"svc-01 2.0.0 is failing on staging"_s,
                            u"svc-02 2.0.0 is failing on staging"_s, u"svc-03 2.0.0 is failing on staging"_s));
    for (std::size_t i = 0; i < watches.size(); ++i)
        scene.engine().putWatch(i < 4 ? ended(failing(watches[i]), Outcome::Failed)
                                      : ended(rolling(watches[i], 3, 3), Outcome::Deployed));
    settle();
    EXPECT_THAT(titles().first(4),
                ElementsAre(u"8 deployed"_s, u"svc-00 2.0.0 failed on staging"_s, u"svc-01 2.0.0 failed on staging"_s,
                            u"svc-02 2.0.0 failed on staging"_s));
    EXPECT_EQ(desktop.shown.size(), 5)
        << "each failure replaces its warning, and one notification covers all successes";
    for (int i = 0; i < 4; ++i) {
        const auto reported = desktop.shown.value(u"watch:n%1"_s.arg(i));
        EXPECT_TRUE(reported.body.contains(u"failed"_s)) << reported.body.toStdString();
        EXPECT_EQ(reported.buttons.back().label, u"Copy cause"_s);
    }
    EXPECT_EQ(integration.notifications().unseen(), 12);
}

TEST(Journeys, WaitingForArgoCdIsNormalUntilTheUsualTimeIsExceeded)
{
    using std::chrono::minutes;
    FakeClock clock(kRegisteredAt);
    FakeEngine engine(clock);
    InstanceState instance;
    instance.instance.id = instance.instance.name = u"staging"_s;
    instance.connection = Connection::Live;
    engine.putInstance(instance);
    CompleteWindow complete(engine, clock);
    auto watch = makeWatch(u"n1"_s);
    watch.expectation.usualNotice = minutes(12);
    Judge judge(watch.expectation);
    Observation observation;
    observation.access = Access::Good;
    observation.application.value = std::make_shared<Application>();
    const auto *board = complete.window.releases().findChild<BoardView *>();
    const auto row = [board] { return static_cast<const BoardModel &>(*board->model()).indexOf(u"n1"_s); };
    const QMap<QString, WatchRecord> noTasks;
    for (auto after = minutes(0); after <= minutes(12); after += minutes(1)) {
        observation.now = observation.application.at = watch.expectation.registeredAt + after;
        watch.verdict = judge.observe(observation);
        engine.putWatch(watch);
        drainEvents();
        const bool isLate = after == minutes(12);
        const auto role = isLate ? StateRole::Held : StateRole::Working;
        EXPECT_EQ(row().data(BoardModel::StateRoleRole).value<StateRole>(), role) << after.count();
        EXPECT_EQ(row().data(BoardModel::ExplainsRole).toBool(), isLate) << after.count();
        EXPECT_EQ(trayState({engine.state(), noTasks}, {}).role, role) << after.count();
        EXPECT_EQ(bannerOf(watch, QTimeZone::utc()).has_value(), isLate) << after.count();
        EXPECT_EQ(row().parent().data().toString(), u"In progress"_s) << "the watch does not need attention";
    }
    EXPECT_EQ(row().data(BoardModel::SentenceRole).value<RowSentence>().lead,
              u"Argo CD has not noticed the image within the usual 12 min"_s);
}

TEST(Journeys, GroupingByEnvironmentShowsTheTwoThatDiffer)
{
    FakeClock clock;
    FakeEngine engine(clock);
    for (const auto &id : {u"staging"_s, u"production"_s}) {
        InstanceState state;
        state.instance.id = state.instance.name = id;
        state.connection = Connection::Live;
        engine.putInstance(state);
        std::vector<Application> applications;
        for (int i = 0; i < 40; ++i) {
            Application application;
            application.name = u"svc-%1"_s.arg(i);
            application.nameSpace = u"argocd"_s;
            const bool differs = id == "production"_L1 && (i == 7 || i == 23);
            application.summaryImages = {u"ghcr.io/acme/svc-%1:%2"_s.arg(i).arg(differs ? u"1.4.0"_s : u"1.5.0"_s)};
            applications.push_back(application);
        }
        engine.putApplications(id, applications);
        auto watch = makeWatch(u"w-"_s + id, u"svc-7"_s, u"ghcr.io/acme/svc-7:1.5.0"_s);
        watch.request.application.instance = watch.expectation.application.instance = id;
        engine.putWatch(rolling(watch, 1, 3));
    }
    CompleteWindow complete(engine, clock);
    ASSERT_TRUE(complete.preferences.change([](Preferences &preferences) {
        preferences.environments = {{u"prod"_s, u"#c2527d"_s, Environment::By::Instance, {}, {u"production"_s}},
                                    {u"test"_s, u"#3b7dd8"_s, Environment::By::Instance, {}, {u"staging"_s}}};
    }));
    press(Qt::CTRL | Qt::Key_G);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    const auto *board = complete.window.releases().findChild<BoardView *>();
    QStringList groups;
    for (int row = 0; row < board->model()->rowCount(); ++row)
        groups.append(board->model()->index(row, 0).data().toString());
    EXPECT_THAT(groups, ElementsAre(u"prod"_s, u"test"_s)) << "in the order of the settings";
    press(Qt::CTRL | Qt::Key_4);
    auto &versions = complete.window.versions();
    EXPECT_EQ(versions.model().rowCount(), 40);
    const auto chips = versions.findChildren<QAbstractButton *>();
    const auto differing = std::ranges::find_if(chips, [](const auto *chip) { return chip->text() == u"Differing"_s; });
    ASSERT_NE(differing, chips.end());
    QTest::keyClick(*differing, Qt::Key_Space);
    drainEvents();
    ASSERT_EQ(versions.model().rowCount(), 2);
    EXPECT_EQ(versions.model().repository(0), u"ghcr.io/acme/svc-7"_s);
    EXPECT_EQ(versions.model().repository(1), u"ghcr.io/acme/svc-23"_s);
}

TEST(Journeys, FailedHookLogIsThreeKeysAway)
{
    DetailScene scene;
    const auto &nodes = scene.answers().tree->nodes;
    const auto job =
        std::ranges::find_if(nodes, [](const ResourceNode &node) { return node.key.kind == u"Job"_s; })->key;
    auto watch = scene.watch();
    watch.verdict.cause->kind = Cause::Kind::HookFailed;
    watch.verdict.cause->resource = job;
    scene.answers().logs[u"shop-api-migrate-r6m85/app"_s] = {
        {u"ERROR: column \"lock\" of relation \"orders\" already exists"_s, u"shop-api-migrate-r6m85"_s, {}, false}};
    scene.engine().putWatch(watch);
    CompleteWindow complete(scene.engine(), scene.clock());
    auto *log = complete.window.findChild<LogText *>();
    ASSERT_TRUE(waitUntil([&] { return complete.window.releases().currentWatch() != nullptr; }));
    drainEvents();
    for (int keys = 0; keys < 3; ++keys)
        press(Qt::CTRL | Qt::Key_PageDown);
    EXPECT_TRUE(log->isVisible());
    EXPECT_TRUE(waitUntil([log] { return log->toPlainText().contains(u"column \"lock\""_s); }))
        << log->toPlainText().toStdString();
}

} // namespace lynceus::test
