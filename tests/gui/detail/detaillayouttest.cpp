#include "app/gui/detail/events/eventsmodel.h"
#include "app/gui/detail/resources/resourceview.h"
#include "app/gui/releases/releasespage.h"
#include "tests/gui/accessibility/completewindow.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/gui/detail/detailscene.h"
#include "tests/support/watchmaker.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QTabWidget>
#include <QTreeView>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

/// The window in a given size, with a failing release and its tree.
class SizedWindow final
{
public:
    explicit SizedWindow(const QSize &size)
        : complete(scene.engine(), scene.clock())
    {
        complete.window.resize(size);
        scene.engine().putWatch(scene.watch());
        EXPECT_TRUE(waitUntil([this] {
            complete.window.showWatch(scene.watch().id);
            tree = complete.window.findChild<ResourceView *>();
            return tree && tree->isVisible() && tree->model()->rowCount() > 0;
        }));
        drainEvents();
    }

    /// The number of visible rows.
    [[nodiscard]] static int rowsSeen(const QTreeView &view)
    {
        const int row = view.visualRect(view.model()->index(0, 0)).height();
        return row > 0 ? view.viewport()->visibleRegion().boundingRect().height() / row : 0;
    }

    DetailScene scene;
    CompleteWindow complete;
    const ResourceView *tree = nullptr;
};

} // namespace

TEST(DetailLayout, TenTreeRowsFitInAWindowOf1280By820)
{
    const SizedWindow sized({1280, 820});
    EXPECT_GE(SizedWindow::rowsSeen(*sized.tree), 10);
    const auto *filter = sized.complete.window.findChild<QTabWidget *>()->cornerWidget();
    ASSERT_TRUE(filter);
    EXPECT_TRUE(filter->isVisible()) << "on the line of the tabs";
}

TEST(DetailLayout, TreeAndBoardFitOnAScreenOf1366By768)
{
    const QSize size(1350, 720); // without the frame of the window manager
    const SizedWindow sized(size);
    const auto &window = sized.complete.window;
    EXPECT_EQ(window.size(), size);
    EXPECT_GE(SizedWindow::rowsSeen(*sized.tree), 4);
    const auto *board = window.releases().findChild<QTreeView *>();
    EXPECT_GE(board->viewport()->visibleRegion().boundingRect().height(), 100);
}

TEST(DetailLayout, TreeIsVisibleInTheSmallestWindow)
{
    const SizedWindow sized({800, 560});
    EXPECT_EQ(sized.complete.window.width(), 800);
    EXPECT_GE(SizedWindow::rowsSeen(*sized.tree), 1);
}

TEST(DetailLayout, TreeHidesColumnsBeforeElidingNames)
{
    SizedWindow sized({1280, 820});
    const auto shown = [&sized] {
        int count = 0;
        for (int column = 0; column < ResourceModel::ColumnCount; ++column)
            count += sized.tree->isColumnHidden(column) ? 0 : 1;
        return count;
    };
    const int letter = sized.tree->fontMetrics().averageCharWidth();
    EXPECT_EQ(shown(), int(ResourceModel::ColumnCount));
    sized.complete.window.resize(960, 560);
    drainEvents();
    // A pod's name with the icon and two levels: a ReplicaSet's pods differ only in the last five characters.
    EXPECT_GE(sized.tree->columnWidth(ResourceModel::Resource), letter * 35);
    sized.complete.window.resize(800, 560);
    drainEvents();
    EXPECT_LT(shown(), int(ResourceModel::ColumnCount));
    EXPECT_FALSE(sized.tree->isColumnHidden(ResourceModel::HealthColumn));
    EXPECT_GE(sized.tree->columnWidth(ResourceModel::Resource), letter * 28);
    sized.complete.window.resize(1280, 820);
    drainEvents();
    EXPECT_EQ(shown(), int(ResourceModel::ColumnCount));
}

TEST(DetailLayout, EventsShowTheBeginningOfTheirMessagesInANarrowWindow)
{
    onEachDetailTab([](CompleteWindow &complete, QWidget &pane, const std::string &) {
        const auto *events = pane.findChild<QTreeView *>(u"events"_s);
        if (!events->isVisible())
            return;
        for (const int width : {1280, 960}) {
            complete.window.resize(width, 560);
            drainEvents();
            EXPECT_EQ(events->horizontalScrollBar()->maximum(), 0) << width;
            EXPECT_GE(events->columnWidth(EventsModel::Message), events->fontMetrics().averageCharWidth() * 15)
                << width;
        }
    });
}

TEST(DetailLayout, FilterMovesAboveTheTreeAndKeepsTheFocusInANarrowWindow)
{
    SizedWindow sized({1280, 820});
    auto &window = sized.complete.window;
    auto *filter = [&]() -> QLineEdit * {
        const auto edits = window.findChildren<QLineEdit *>();
        for (auto *edit : edits) {
            if (edit->accessibleName() == u"Filter resources"_s)
                return edit;
        }
        return nullptr;
    }();
    ASSERT_TRUE(filter);
    filter->setFocus();
    filter->setText(u"pod"_s);
    const auto *tabs = window.findChild<QTabWidget *>();
    EXPECT_TRUE(tabs->cornerWidget()->isAncestorOf(filter));
    window.resize(800, 560);
    drainEvents();
    EXPECT_TRUE(filter->isVisible());
    EXPECT_FALSE(tabs->cornerWidget() && tabs->cornerWidget()->isAncestorOf(filter));
    EXPECT_TRUE(filter->hasFocus());
    EXPECT_EQ(filter->text(), u"pod"_s);
    window.resize(1280, 820);
    drainEvents();
    EXPECT_TRUE(tabs->cornerWidget() && tabs->cornerWidget()->isAncestorOf(filter));
    EXPECT_TRUE(filter->hasFocus());
}

TEST(DetailLayout, LongNameDoesNotWidenTheWindow)
{
    const auto longName = u"payments-reconciliation-and-settlement-worker-for-the-northern-e"_s.first(63);
    const FakeClock clock(kRegisteredAt + std::chrono::minutes(4));
    FakeEngine engine(clock);
    InstanceState staging;
    staging.instance.id = staging.instance.name = u"staging"_s;
    staging.connection = Connection::Live;
    engine.putInstance(staging);
    engine.putWatch(failing(makeWatch(u"w"_s, longName)));
    CompleteWindow complete(engine, clock);
    complete.window.resize(800, 560);
    complete.window.showWatch(u"w"_s);
    drainEvents();
    EXPECT_EQ(complete.window.width(), 800);
    EXPECT_EQ(complete.window.minimumSizeHint().boundedTo(QSize(800, 560)), complete.window.minimumSizeHint());
}

} // namespace lynceus::test
