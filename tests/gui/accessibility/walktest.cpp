#include "tests/gui/accessibility/walk.h"

#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/instances/instancespage.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"
#include "tests/support/windowscene.h"

#include <QAccessible>
#include <QTreeView>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class AccessibleScreen : public testing::TestWithParam<Screen>
{ };

/// The accessible text of the first cell of every row.
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

TEST_P(AccessibleScreen, CanBeReadAndWalkedThrough)
{
    WindowScene scene;
    FakeEngine nothing(scene.clock());
    CompleteWindow complete(GetParam().isEmpty ? nothing : scene.engine(), scene.clock());
    GetParam().open(complete);
    drainEvents();
    auto &shown = front(complete.window);
    const auto violations = violationsIn(shown);
    EXPECT_TRUE(violations.isEmpty()) << violations.join(u'\n').toStdString();
    EXPECT_FALSE(tabStops(shown).isEmpty());
    closeDialogs(complete.window);
}

INSTANTIATE_TEST_SUITE_P(All, AccessibleScreen, testing::ValuesIn(screens()), testName);

TEST(AccessibleDetail, AllSixTabsCanBeReadAndWalkedThrough)
{
    onEachDetailTab([](CompleteWindow &complete, QWidget &, const std::string &tab) {
        const auto violations = violationsIn(complete.window);
        EXPECT_TRUE(violations.isEmpty()) << tab << '\n' << violations.join(u'\n').toStdString();
    });
}

TEST(AccessibleStates, AreAvailableAsText)
{
    WindowScene scene;
    CompleteWindow complete(scene.engine(), scene.clock());
    auto *board = complete.window.releases().findChild<QTreeView *>();
    ASSERT_TRUE(waitUntil([board] { return board->model()->rowCount() > 0; }));
    const auto rows = rowsOf(*board->model()).join(u'\n');
    for (const auto &watch : scene.engine().watches())
        EXPECT_TRUE(rows.contains(markOf(watch.verdict).word)) << watch.id.toStdString() << '\n' << rows.toStdString();
    complete.window.showPage(MainWindow::Page::Applications);
    const auto &applications = *complete.window.applications().view().model();
    for (int row = 0; row < applications.rowCount(); ++row) {
        QStringList words;
        for (int column = 0; column < applications.columnCount(); ++column)
            words.append(applications.index(row, column).data(Qt::AccessibleTextRole).toString());
        const auto line = words.join(u' ');
        EXPECT_TRUE(line.contains(u"Healthy"_s) || line.contains(u"Degraded"_s) || line.contains(u"Progressing"_s)
                    || line.contains(u"Suspended"_s) || line.contains(u"Missing"_s))
            << line.toStdString();
    }
    const auto sidebar =
        spoken(QAccessible::queryAccessibleInterface(complete.window.findChild<Sidebar *>())).join(u'\n');
    EXPECT_TRUE(sidebar.contains(u"edge"_s)) << sidebar.toStdString();
    EXPECT_TRUE(sidebar.contains(u"stale"_s, Qt::CaseInsensitive)) << sidebar.toStdString();
    complete.window.showPage(MainWindow::Page::Instances);
    const auto cards = spoken(QAccessible::queryAccessibleInterface(&complete.window.instances())).join(u'\n');
    for (const auto &state : scene.engine().instances())
        EXPECT_TRUE(cards.contains(markOf(state.connection).word, Qt::CaseInsensitive)) << cards.toStdString();
}

} // namespace lynceus::test
