#include "tests/gui/accessibility/screens.h"

#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/deployments/deploymentsmodel.h"
#include "app/gui/deployments/deploymentspage.h"
#include "app/gui/deployments/deploymentsview.h"
#include "app/gui/detail/detailpane.h"
#include "app/gui/help/diagnosticsdialog.h"
#include "app/gui/instances/instancespage.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/versions/versionspage.h"
#include "tests/gui/detail/detailscene.h"
#include "tests/gui/teamservermaker.h"
#include "tests/support/deploymentmaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/watchmaker.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>
#include <ostream>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

void trigger(MainWindow &window, QLatin1StringView command)
{
    window.commands().named(command)->trigger();
}

void triggerOnBoard(CompleteWindow &complete, QLatin1StringView name)
{
    drainEvents();
    const auto actions = complete.window.releases().boardActions();
    const auto found =
        std::ranges::find_if(actions, [name](const QAction *each) { return each->objectName() == name; });
    ASSERT_NE(found, actions.end()) << name.data();
    EXPECT_TRUE((*found)->isEnabled()) << name.data();
    (*found)->trigger();
}

void putTeamServer(CompleteWindow &complete)
{
    complete.engine.putTeamServer(makeTeamServer());
    complete.engine.putServerTasks(u"t1"_s,
                                   {makeTask(u"a-1"_s, u"payments/payments-api"_s, TaskState::Failed,
                                             u"the pods of payments-api crash: connection to the database refused"_s),
                                    makeTask(u"a-2"_s, u"search"_s)});
    drainEvents();
}

void showSettings(CompleteWindow &complete, const QString &category)
{
    const auto kept = complete.preferences.change([](Preferences &preferences) {
        preferences.environments = {{u"production"_s, u"#c2527d"_s, Environment::By::Instance, {}, {u"prod*"_s}}};
    });
    ASSERT_TRUE(kept);
    complete.integration.showPreferences();
    auto *list = front(complete.window).findChild<QListWidget *>();
    ASSERT_NE(list, nullptr);
    // The category in the language of the test.
    const auto shown = QCoreApplication::translate("lynceus::PreferencesDialog", category.toUtf8().constData());
    const auto found = list->findItems(shown, Qt::MatchExactly);
    ASSERT_EQ(found.size(), 1) << qPrintable(shown);
    list->setCurrentItem(found.front());
}

} // namespace

void PrintTo(const Screen &screen, std::ostream *out)
{
    *out << screen.name;
}

QWidget &front(MainWindow &window)
{
    if (window.finder().isVisible())
        return window.finder(); // covers the window, and Tab does not leave it
    QWidget *found = &window;
    const auto dialogs = window.findChildren<QDialog *>();
    for (auto *dialog : dialogs) {
        if (dialog->isVisible())
            found = dialog;
    }
    return *found;
}

void closeDialogs(MainWindow &window)
{
    const auto dialogs = window.findChildren<QDialog *>();
    for (auto *dialog : dialogs)
        dialog->close();
    drainEvents();
}

void onEachDetailTab(const std::function<void(CompleteWindow &, QWidget &, const std::string &)> &check)
{
    DetailScene scene;
    CompleteWindow complete(scene.engine(), scene.clock());
    scene.engine().putWatch(scene.watch());
    auto *pane = complete.window.findChild<DetailPane *>();
    ASSERT_TRUE(waitUntil([&] {
        complete.window.showWatch(scene.watch().id);
        return pane->isVisible();
    }));
    using Tab = DetailPane::Tab;
    for (const auto tab : {Tab::Resources, Tab::Timeline, Tab::Events, Tab::Logs, Tab::Manifest, Tab::Evidence}) {
        ASSERT_TRUE(pane->isTabShown(tab)) << int(tab);
        pane->openTab(tab);
        drainEvents();
        check(complete, *pane, "tab " + std::to_string(int(tab)));
    }
}

std::string testName(const testing::TestParamInfo<Screen> &screen)
{
    auto name = QString::fromLatin1(screen.param.name);
    return name.remove(u',').replace(u' ', u'_').toStdString();
}

const std::vector<Screen> &screens()
{
    static const std::vector<Screen> all = {
        {"board", false, [](CompleteWindow &) {}},
        {"board with a watch", false, [](CompleteWindow &complete) { complete.window.showWatch(u"w7k3f"_s); }},
        {"a task of a team server", false,
         [](CompleteWindow &complete) {
             putTeamServer(complete);
             complete.window.showWatch(u"task/t1/a-1"_s);
         }},
        {"a shared watch", false,
         [](CompleteWindow &complete) {
             putTeamServer(complete);
             complete.window.showWatch(u"w7k3f"_s);
             triggerOnBoard(complete, "board.share"_L1);
         }},
        {"a note", false,
         [](CompleteWindow &complete) {
             complete.window.showWatch(u"w7k3f"_s);
             triggerOnBoard(complete, "board.note"_L1);
         }},
        {"board by environment", false,
         [](CompleteWindow &complete) {
             const auto kept = complete.preferences.change([](Preferences &preferences) {
                 preferences.environments = {
                     {u"production"_s, u"#c2527d"_s, Environment::By::Instance, {}, {u"prod*"_s}},
                     {u"pre-production"_s, u"#3b7dd8"_s, Environment::By::Instance, {}, {u"staging"_s}}};
             });
             ASSERT_TRUE(kept);
             complete.window.releases().setArrangement(u"environment name"_s,
                                                       {u"group environment urgency: production"_s});
         }},
        {"first start", true, [](CompleteWindow &) {}},
        {"board without watches", true,
         [](CompleteWindow &complete) {
             InstanceState state;
             state.instance.id = state.instance.name = u"staging"_s;
             state.connection = Connection::Live;
             complete.engine.putInstance(state);
         }},
        {"applications", false,
         [](CompleteWindow &complete) { complete.window.showPage(MainWindow::Page::Applications); }},
        {"an application", false,
         [](CompleteWindow &complete) {
             complete.window.showApplication({u"staging"_s, u"argocd"_s, u"shop-web"_s});
         }},
        {"applications hidden", false,
         [](CompleteWindow &complete) {
             complete.window.showPage(MainWindow::Page::Applications);
             complete.window.applications().setFilterText(u"wibble helth:x"_s);
         }},
        {"no applications", true,
         [](CompleteWindow &complete) { complete.window.showPage(MainWindow::Page::Applications); }},
        {"watches that ended", false,
         [](CompleteWindow &complete) {
             complete.engine.putHistory(ended(makeWatch(u"h1"_s), Outcome::Deployed));
             complete.engine.putHistory(ended(failing(makeWatch(u"h2"_s)), Outcome::Failed));
             complete.window.deployments().setPeriod(4);
             complete.window.showPage(MainWindow::Page::Deployments);
         }},
        {"deployments", false,
         [](CompleteWindow &complete) {
             putDeployments(complete.engine, FakeClock().now());
             complete.window.showPage(MainWindow::Page::Deployments);
         }},
        {"a deployment", false,
         [](CompleteWindow &complete) {
             putDeployments(complete.engine, FakeClock().now());
             complete.window.showPage(MainWindow::Page::Deployments);
             drainEvents();
             const auto &deployments = complete.window.deployments();
             ASSERT_GT(deployments.model().rowCount(), 0);
             deployments.view().setCurrentIndex(deployments.model().index(0, 0));
         }},
        {"no deployments", true,
         [](CompleteWindow &complete) { complete.window.showPage(MainWindow::Page::Deployments); }},
        {"versions", false, [](CompleteWindow &complete) { complete.window.showPage(MainWindow::Page::Versions); }},
        {"versions hidden", false,
         [](CompleteWindow &complete) {
             complete.window.showPage(MainWindow::Page::Versions);
             complete.window.versions().setFilterText(u"wibble is:pinned"_s);
         }},
        {"no versions", true, [](CompleteWindow &complete) { complete.window.showPage(MainWindow::Page::Versions); }},
        {"instances", false, [](CompleteWindow &complete) { complete.window.showPage(MainWindow::Page::Instances); }},
        {"instances and team servers", false,
         [](CompleteWindow &complete) {
             putTeamServer(complete);
             complete.window.showPage(MainWindow::Page::Instances);
         }},
        {"no instances", true, [](CompleteWindow &complete) { complete.window.showPage(MainWindow::Page::Instances); }},
        {"follow", false,
         [](CompleteWindow &complete) {
             FollowRule rule;
             rule.name = u"shop"_s;
             rule.filter = u"project:shop instance:production"_s;
             complete.engine.putRules({rule});
             complete.window.showApplication({u"staging"_s, u"argocd"_s, u"shop-web"_s});
             const auto actions = complete.window.applications().listActions();
             for (auto *action : actions) {
                 if (action->objectName() == "applications.follow"_L1)
                     action->trigger();
             }
         }},
        {"new watch", false,
         [](CompleteWindow &complete) { complete.window.newWatch(u"ghcr.io/acme/shop-web:1.5.0"_s); }},
        {"new watch of nothing", true,
         [](CompleteWindow &complete) { complete.window.newWatch(u"nothing-like-it"_s); }},
        {"add an instance", false, [](CompleteWindow &complete) { trigger(complete.window, "window.addInstance"_L1); }},
        {"add an instance, looked at", false,
         [](CompleteWindow &complete) {
             const QUrl address(u"https://argocd.lab.acme.example"_s);
             complete.engine.putProbe(address,
                                      InstanceProbe{.baseUrl = address,
                                                    .serverVersion = u"v3.1.8"_s,
                                                    .ssoOffered = true,
                                                    .ssoName = u"Dex (LDAP)"_s,
                                                    .passwordOffered = true});
             trigger(complete.window, "window.addInstance"_L1);
             auto &dialog = front(complete.window);
             dialog.findChild<QLineEdit *>()->setText(u"argocd.lab.acme.example"_s);
             dialog.findChild<QPushButton *>()->click();
         }},
        {"sign in", false,
         [](CompleteWindow &complete) {
             auto state = complete.engine.instances()[u"staging"_s];
             state.connection = Connection::SignInNeeded;
             complete.engine.putInstance(state);
             complete.window.showInstance(u"staging"_s);
             Q_EMIT complete.window.instances().card(u"staging"_s)->remedyAsked();
             complete.engine.reportSignIn({.instance = u"staging"_s,
                                           .step = SignInProgress::Step::WaitsForPerson,
                                           .link = QUrl(u"https://argocd.staging.acme.example/auth"_s)});
         }},
        {"import", false,
         [](CompleteWindow &complete) {
             std::vector<ImportableContext> contexts(2);
             contexts[0].name = u"argocd.lab.acme.example"_s;
             contexts[0].instance.baseUrl = QUrl(u"https://argocd.lab.acme.example"_s);
             contexts[1].name = u"port-forward"_s;
             contexts[1].problem = u"it tunnels through the cluster, which needs cluster access"_s;
             complete.engine.putImportable(contexts);
             trigger(complete.window, "window.importContexts"_L1);
         }},
        {"settings, general", false, [](CompleteWindow &complete) { showSettings(complete, u"General"_s); }},
        {"settings, appearance", false, [](CompleteWindow &complete) { showSettings(complete, u"Appearance"_s); }},
        {"settings, watches", false, [](CompleteWindow &complete) { showSettings(complete, u"Watches"_s); }},
        {"settings, notifications", false,
         [](CompleteWindow &complete) { showSettings(complete, u"Notifications"_s); }},
        {"settings, environments", false, [](CompleteWindow &complete) { showSettings(complete, u"Environments"_s); }},
        {"settings, history", false, [](CompleteWindow &complete) { showSettings(complete, u"History"_s); }},
        {"settings, keys", false, [](CompleteWindow &complete) { showSettings(complete, u"Keys"_s); }},
        {"first start with contexts", true,
         [](CompleteWindow &complete) {
             std::vector<ImportableContext> contexts(2);
             complete.engine.putImportable(contexts);
             complete.engine.start(); // reads the contexts again
         }},
        {"quit", false, [](CompleteWindow &complete) { trigger(complete.window, "window.quit"_L1); }},
        {"help", false, [](CompleteWindow &complete) { trigger(complete.window, "window.help"_L1); }},
        {"about", false, [](CompleteWindow &complete) { trigger(complete.window, "window.about"_L1); }},
        {"diagnostics", false,
         [](CompleteWindow &complete) {
             auto *dialog = new DiagnosticsDialog({u"/bin/echo"_s, {u"ok  keychain  works"_s}}, &complete.window);
             auto *findings = dialog->findChild<QPlainTextEdit *>();
             dialog->open();
             EXPECT_TRUE(waitUntil([&] { return !findings->toPlainText().isEmpty(); }));
         }},
        {"keys", false, [](CompleteWindow &complete) { trigger(complete.window, "window.keys"_L1); }},
        {"palette", false,
         [](CompleteWindow &complete) {
             complete.window.finder().open();
             complete.window.finder().line()->setText(u"shop"_s);
         }},
    };
    return all;
}

} // namespace lynceus::test
