#include "tests/gui/accessibility/walk.h"

#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/detail/detailpane.h"
#include "app/gui/instances/instancespage.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/widgets/statemarks.h"
#include "tests/gui/accessibility/whole.h"
#include "tests/gui/detail/detailscene.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"
#include "tests/support/windowscene.h"

#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

#include <functional>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What lies over the window, else the window itself.
QWidget &front(MainWindow &window)
{
    if (window.finder().isVisible())
        return window.finder(); // over the window, and Tab does not leave it
    QWidget *found = &window;
    const auto dialogs = window.findChildren<QDialog *>();
    for (auto *dialog : dialogs) {
        if (dialog->isVisible())
            found = dialog;
    }
    return *found;
}

void trigger(MainWindow &window, QLatin1StringView command)
{
    window.commands().named(command)->trigger();
}

struct Screen
{
    const char *name;
    bool isEmpty; ///< a person's first start
    std::function<void(Whole &)> open;
};

const Screen kScreens[] = {
    {"board", false, [](Whole &) {}},
    {"board with a watch", false, [](Whole &whole) { whole.window.showWatch(u"w7k3f"_s); }},
    {"first start", true, [](Whole &) {}},
    {"board without watches", true,
     [](Whole &whole) {
         InstanceState state;
         state.instance.id = state.instance.name = u"staging"_s;
         state.connection = InstanceState::Connection::Live;
         whole.engine.putInstance(state);
     }},
    {"applications", false, [](Whole &whole) { whole.window.showPage(MainWindow::Page::Applications); }},
    {"an application", false,
     [](Whole &whole) {
         whole.window.showApplication({u"staging"_s, u"argocd"_s, u"shop-web"_s});
     }},
    {"applications hidden", false,
     [](Whole &whole) {
         whole.window.showPage(MainWindow::Page::Applications);
         whole.window.applications().setFilterText(u"wibble helth:x"_s);
     }},
    {"no applications", true, [](Whole &whole) { whole.window.showPage(MainWindow::Page::Applications); }},
    {"history", false,
     [](Whole &whole) {
         whole.engine.putHistory(ended(makeWatch(u"h1"_s), Outcome::Deployed));
         whole.engine.putHistory(ended(failing(makeWatch(u"h2"_s)), Outcome::Failed));
         whole.window.showPage(MainWindow::Page::History);
     }},
    {"no history", true, [](Whole &whole) { whole.window.showPage(MainWindow::Page::History); }},
    {"instances", false, [](Whole &whole) { whole.window.showPage(MainWindow::Page::Instances); }},
    {"no instances", true, [](Whole &whole) { whole.window.showPage(MainWindow::Page::Instances); }},
    {"new watch", false, [](Whole &whole) { whole.window.newWatch(u"ghcr.io/acme/shop-web:1.5.0"_s); }},
    {"new watch of nothing", true, [](Whole &whole) { whole.window.newWatch(u"nothing-like-it"_s); }},
    {"add an instance", false, [](Whole &whole) { trigger(whole.window, "window.addInstance"_L1); }},
    {"add an instance, looked at", false,
     [](Whole &whole) {
         const QUrl address(u"https://argocd.lab.acme.example"_s);
         whole.engine.putProbe(address,
                               InstanceProbe{.baseUrl = address,
                                             .serverVersion = u"v3.1.8"_s,
                                             .ssoOffered = true,
                                             .ssoName = u"Dex (LDAP)"_s,
                                             .passwordOffered = true});
         trigger(whole.window, "window.addInstance"_L1);
         auto &dialog = front(whole.window);
         dialog.findChild<QLineEdit *>()->setText(u"argocd.lab.acme.example"_s);
         dialog.findChild<QPushButton *>()->click();
     }},
    {"sign in", false,
     [](Whole &whole) {
         auto state = whole.engine.instances()[u"staging"_s];
         state.connection = InstanceState::Connection::SignInNeeded;
         whole.engine.putInstance(state);
         whole.window.showInstance(u"staging"_s);
         Q_EMIT whole.window.instances().card(u"staging"_s)->remedyAsked();
         whole.engine.tellSignIn({.instance = u"staging"_s,
                                  .step = SignInProgress::Step::WaitsForPerson,
                                  .link = QUrl(u"https://argocd.staging.acme.example/auth"_s)});
     }},
    {"import", false,
     [](Whole &whole) {
         std::vector<ImportableContext> contexts(2);
         contexts[0].name = u"argocd.lab.acme.example"_s;
         contexts[0].instance.baseUrl = QUrl(u"https://argocd.lab.acme.example"_s);
         contexts[1].name = u"port-forward"_s;
         contexts[1].problem = u"it tunnels through the cluster, which needs cluster access"_s;
         whole.engine.putImportable(contexts);
         trigger(whole.window, "window.importContexts"_L1);
     }},
    {"preferences", false, [](Whole &whole) { whole.face.showPreferences(); }},
    {"keys", false, [](Whole &whole) { trigger(whole.window, "window.keys"_L1); }},
    {"palette", false,
     [](Whole &whole) {
         whole.window.finder().open();
         whole.window.finder().line()->setText(u"shop"_s);
     }},
};

class AccessibleScreen : public testing::TestWithParam<Screen>
{ };

/// Every row's first words.
QStringList rowsOf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const auto index = model.index(row, 0, parent);
        rows.append(index.data(Qt::AccessibleTextRole).toString());
        rows += rowsOf(model, index);
    }
    return rows;
}

} // namespace

void PrintTo(const Screen &screen, std::ostream *out)
{
    *out << screen.name;
}

TEST_P(AccessibleScreen, CanBeReadAndWalkedThrough)
{
    WindowScene scene;
    FakeEngine nothing(scene.clock());
    Whole whole(GetParam().isEmpty ? nothing : scene.engine(), scene.clock());
    GetParam().open(whole);
    drainEvents();
    auto &shown = front(whole.window);
    const auto complaints = complaintsAbout(shown);
    EXPECT_TRUE(complaints.isEmpty()) << complaints.join(u'\n').toStdString();
    EXPECT_FALSE(tabStops(shown).isEmpty());
    const auto dialogs = whole.window.findChildren<QDialog *>();
    for (auto *dialog : dialogs)
        dialog->close();
    drainEvents();
}

INSTANTIATE_TEST_SUITE_P(All, AccessibleScreen, testing::ValuesIn(kScreens), [](const auto &each) {
    auto name = QString::fromLatin1(each.param.name);
    return name.remove(u',').replace(u' ', u'_').toStdString();
});

TEST(AccessibleDetail, AllSixTabsCanBeReadAndWalkedThrough)
{
    DetailScene scene;
    Whole whole(scene.engine(), scene.clock());
    scene.engine().putWatch(scene.watch());
    ASSERT_TRUE(waitUntil([&whole] {
        whole.window.showWatch(DetailScene().watch().id);
        return whole.window.findChild<DetailPane *>()->isVisible();
    }));
    auto *pane = whole.window.findChild<DetailPane *>();
    using Tab = DetailPane::Tab;
    for (const auto tab : {Tab::Resources, Tab::Timeline, Tab::Events, Tab::Logs, Tab::Manifest, Tab::Evidence}) {
        ASSERT_TRUE(pane->isTabShown(tab)) << int(tab);
        pane->openTab(tab);
        drainEvents();
        const auto complaints = complaintsAbout(whole.window);
        EXPECT_TRUE(complaints.isEmpty()) << int(tab) << '\n' << complaints.join(u'\n').toStdString();
    }
}

TEST(AccessibleStates, AreSaidInWords)
{
    WindowScene scene;
    Whole whole(scene.engine(), scene.clock());
    auto *board = whole.window.releases().findChild<QTreeView *>();
    ASSERT_TRUE(waitUntil([board] { return board->model()->rowCount() > 0; }));
    const auto rows = rowsOf(*board->model()).join(u'\n');
    for (const auto &watch : scene.engine().watches())
        EXPECT_TRUE(rows.contains(markOf(watch.verdict).word)) << watch.id.toStdString() << '\n' << rows.toStdString();
    whole.window.showPage(MainWindow::Page::Applications);
    const auto &applications = *whole.window.applications().view().model();
    for (int row = 0; row < applications.rowCount(); ++row) {
        QStringList words;
        for (int column = 0; column < applications.columnCount(); ++column)
            words.append(applications.index(row, column).data(Qt::AccessibleTextRole).toString());
        const auto line = words.join(u' ');
        EXPECT_TRUE(line.contains(u"Healthy"_s) || line.contains(u"Degraded"_s) || line.contains(u"Progressing"_s)
                    || line.contains(u"Suspended"_s) || line.contains(u"Missing"_s))
            << line.toStdString();
    }
    const auto sidebar = spoken(QAccessible::queryAccessibleInterface(whole.window.findChild<Sidebar *>())).join(u'\n');
    EXPECT_TRUE(sidebar.contains(u"edge"_s)) << sidebar.toStdString();
    EXPECT_TRUE(sidebar.contains(u"stale"_s, Qt::CaseInsensitive)) << sidebar.toStdString();
    whole.window.showPage(MainWindow::Page::Instances);
    const auto cards = spoken(QAccessible::queryAccessibleInterface(&whole.window.instances())).join(u'\n');
    for (const auto &state : scene.engine().instances())
        EXPECT_TRUE(cards.contains(markOf(state.connection).word, Qt::CaseInsensitive)) << cards.toStdString();
}

} // namespace lynceus::test
