#include "app/gui/detail/timeline/timelinetab.h"
#include "app/gui/detail/timeline/timelineview.h"
#include "tests/gui/detail/detailscene.h"
#include "tests/support/waiting.h"

#include <QImage>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus::test {

namespace {

std::string pictureOf(const TimelineLanes &lanes)
{
    QString text;
    const auto at = [&lanes](Instant instant) {
        return QString::number(std::chrono::duration_cast<std::chrono::seconds>(instant - lanes.begin).count());
    };
    for (const auto &lane : lanes.lanes) {
        text += lane.name + u':';
        for (const auto &bar : lane.bars)
            text += u" %1-%2 %3%4"_s.arg(at(bar.from), at(bar.until), bar.text, bar.isOpen ? u"…"_s : QString());
        text += (lane.gone ? u" gone "_s + at(*lane.gone) : QString()) + u'\n';
    }
    for (const auto &mark : lanes.marks)
        text += u"| %1 %2\n"_s.arg(at(mark.at), mark.text);
    return text.toStdString();
}

/// Each call is a second later, as on a slow computer; stands still after kMost calls.
class SlowClock final : public Clock
{
public:
    static constexpr int kMost = 500;

    explicit SlowClock(Instant start)
        : m_start(start)
    { }

    [[nodiscard]] Instant now() const override { return m_start + std::chrono::seconds(std::min(++m_calls, kMost)); }
    [[nodiscard]] Duration steady() const override { return now() - m_start; }
    [[nodiscard]] Duration sinceBoot() const override { return steady(); }
    [[nodiscard]] int calls() const { return m_calls; }

private:
    Instant m_start;
    mutable int m_calls = 0;
};

} // namespace

TEST(TimelineLanes, ShowObservedStates)
{
    const DetailScene scene;
    const auto watch = scene.watch();
    const auto begin = watch.expectation.registeredAt;
    EXPECT_EQ(pictureOf(lanesOf(scene.timeline(), begin, begin + 240s)),
              R"(Blocked: 0-20 Argo CD has not noticed the image yet
Sync: 22-36 Succeeded
Failing: 62-240 Pod shop-api-866476d94c-9nvt2 crashed…
Not readable: 120-150 unreachable
Job shop-api-migrate: 24-33 Progressing 33-240 Healthy…
Deployment shop-api: 38-240 Progressing…
ReplicaSet shop-api-866476d94c: 40-240 Progressing…
Pod shop-api-866476d94c-9nvt2: 41-60 Progressing 60-240 Degraded: CrashLoopBackOff…
Pod shop-api-5c9d8f7b6-aaaaa: gone 95
| 20 noticed
| 35 applied
| 42 rolling
)");
}

TEST(TimelineView, IsReadableWithFocus)
{
    const DetailScene scene;
    const auto begin = scene.watch().expectation.registeredAt;
    TimelineView view;
    view.resize(900, 400);
    view.showLanes(lanesOf(scene.timeline(), begin, begin + 240s), true);
    view.show();
    view.activateWindow();
    const auto colours = [&view] {
        const auto image = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        QSet<QRgb> seen;
        for (int y = image.height() / 3; y < image.height(); y += 2) {
            for (int x = 0; x < image.width(); x += 2)
                seen.insert(image.pixel(x, y));
        }
        return seen.size();
    };
    view.clearFocus();
    const auto without = colours();
    ASSERT_GT(without, 10);
    view.setFocus();
    ASSERT_TRUE(waitUntil([&view] { return view.hasFocus(); }));
    EXPECT_GE(colours(), without / 2) << "the focus frame covers nothing";
}

TEST(TimelineLanes, AreDescribedAsText)
{
    const DetailScene scene;
    const auto begin = scene.watch().expectation.registeredAt;
    const auto lanes = lanesOf(scene.timeline(), begin, begin + 240s);
    EXPECT_EQ(textOf(lanes.lanes[7]).toStdString(),
              "Pod shop-api-866476d94c-9nvt2: Progressing for 19 s, then Degraded: CrashLoopBackOff for 3 min");
    EXPECT_EQ(lanes.lanes[7].bars[1].role, StateRole::Bad);
    EXPECT_EQ(textOf(lanes.lanes[8]).toStdString(), "Pod shop-api-5c9d8f7b6-aaaaa: gone");
}

TEST(TimelineLanes, EndAtTheLastObservation)
{
    const auto lanes = lanesOf({{Instant(5s), TimelineEntry::Kind::Stage, {}, u"noticed"_s, {}},
                                {Instant(50s), TimelineEntry::Kind::Outcome, {}, u"timed-out"_s, {}}},
                               Instant(10s), Instant(20s));
    EXPECT_EQ(lanes.begin, Instant(5s));
    EXPECT_EQ(lanes.end, Instant(50s));
    EXPECT_TRUE(lanes.marks[1].isEnd);
    EXPECT_EQ(lanes.marks[1].text, u"timed out"_s);
}

TEST(TimelineView, TickLabelsDoNotOverlap)
{
    EXPECT_EQ(tickDistance(100, 80), Duration(1s));
    EXPECT_EQ(tickDistance(10, 80), Duration(15s));
    EXPECT_EQ(tickDistance(0.5, 80), Duration(5min));
    EXPECT_EQ(tickDistance(0.000001, 80), Duration(24h));
}

TEST(TimelineView, IsNavigatedAndZoomedByKeys)
{
    const DetailScene scene;
    const auto begin = scene.watch().expectation.registeredAt;
    TimelineView view;
    view.resize(900, 300);
    view.show();
    view.showLanes(lanesOf(scene.timeline(), begin, begin + 240s), true);
    const auto whole = view.pixelsPerSecond();
    EXPECT_EQ(view.horizontalScrollBar()->maximum(), 0) << "everything is visible at first";
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(view.currentText().section(u':', 0, 0), u"Blocked"_s);
    EXPECT_EQ(view.accessibleDescription(), view.currentText());
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(view.currentLane(), 8);
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(&view, Qt::Key_Plus);
    EXPECT_GT(view.pixelsPerSecond(), 3 * whole);
    QTest::keyClick(&view, Qt::Key_End);
    EXPECT_GT(view.horizontalScrollBar()->value(), 0);
    QTest::keyClick(&view, Qt::Key_Home);
    EXPECT_EQ(view.horizontalScrollBar()->value(), 0);
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(&view, Qt::Key_Minus);
    EXPECT_DOUBLE_EQ(view.pixelsPerSecond(), whole) << "the minimum zoom shows everything";
    QTest::keyClick(&view, Qt::Key_Plus);
    QTest::keyClick(&view, Qt::Key_0);
    EXPECT_DOUBLE_EQ(view.pixelsPerSecond(), whole);
}

TEST(TimelineView, ReportsOnlyChangesOfTheSelectedLane)
{
    const DetailScene scene;
    const auto begin = scene.watch().expectation.registeredAt;
    const auto lanesUntil = [&](Duration end) { return lanesOf(scene.timeline(), begin, begin + end); };
    TimelineView view;
    view.resize(900, 300);
    view.show();
    QSignalSpy changed(&view, &TimelineView::currentChanged);
    view.showLanes(lanesUntil(240s), true);
    view.showLanes(lanesUntil(241s), true);
    EXPECT_EQ(changed.count(), 0) << "no lane is selected";
    QTest::keyClick(&view, Qt::Key_Down);
    ASSERT_EQ(changed.count(), 1);
    view.showLanes(lanesUntil(242s), true);
    EXPECT_EQ(changed.count(), 1) << "the text of the selected lane is the same";
    view.showLanes({}, false);
    EXPECT_EQ(changed.count(), 2);
    EXPECT_EQ(view.currentLane(), -1);
}

TEST(TimelineTab, DrawsOncePerChangeOnASlowComputer)
{
    DetailScene scene;
    scene.engine().start();
    const SlowClock clock(scene.clock().now());
    TimelineTab tab(scene.engine(), clock);
    tab.resize(900, 300);
    tab.show();
    tab.showWatch(scene.watch());
    ASSERT_TRUE(waitUntil([&tab] { return !tab.entries().empty(); }));
    auto *view = tab.findChild<TimelineView *>();
    for (int i = 0; i < 7; ++i)
        QTest::keyClick(view, Qt::Key_Down); // to a lane whose text changes with time
    tab.hide();
    tab.show();
    drainEvents();
    EXPECT_LT(clock.calls(), SlowClock::kMost) << "drawing started drawing again";
}

TEST(TimelineView, FollowsTheLayoutDirection)
{
    const DetailScene scene;
    const auto begin = scene.watch().expectation.registeredAt;
    const auto lanes = lanesOf(scene.timeline(), begin, begin + 240s);
    TimelineView left;
    TimelineView right;
    right.setLayoutDirection(Qt::RightToLeft);
    for (auto *view : {&left, &right}) {
        view->resize(900, 300);
        view->show();
        view->showLanes(lanes, true);
    }
    const int width = left.viewport()->width();
    ASSERT_EQ(right.viewport()->width(), width);
    int bars = 0;
    int texts = 0;
    for (int lane = 0; lane < int(lanes.lanes.size()); ++lane) {
        for (int bar = 0; bar < int(lanes.lanes[std::size_t(lane)].bars.size()); ++bar, ++bars) {
            const auto seen = left.barRect(lane, bar);
            EXPECT_NEAR(right.barRect(lane, bar).left(), width - seen.right(), 2);
            if (!left.viewport()->rect().contains(seen.center()))
                continue;
            ++texts;
            EXPECT_EQ(right.textAt(QPoint(width - seen.center().x(), seen.center().y())), left.textAt(seen.center()));
        }
    }
    EXPECT_GT(bars, 5);
    EXPECT_GT(texts, 2);
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(&right, Qt::Key_Plus);
    const int before = right.horizontalScrollBar()->value();
    QTest::keyClick(&right, Qt::Key_Left);
    EXPECT_GT(right.horizontalScrollBar()->value(), before) << "later times are at the left";
}

TEST(TimelineView, NoLineCrossesTheTextOfAStage)
{
    const Instant begin(0s);
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        TimelineView view;
        view.setLayoutDirection(direction);
        view.resize(900, 300);
        view.show();
        const std::vector<TimelineEntry> entries{{begin + 20s, TimelineEntry::Kind::Stage, {}, u"noticed"_s, {}},
                                                 {begin + 24s, TimelineEntry::Kind::Stage, {}, u"applied"_s, {}},
                                                 {begin + 28s, TimelineEntry::Kind::Stage, {}, u"rolling"_s, {}},
                                                 {begin + 32s, TimelineEntry::Kind::Outcome, {}, u"deployed"_s, {}}};
        view.showLanes(lanesOf(entries, begin, begin + 240s), false);
        const auto marks = view.placedMarks();
        ASSERT_EQ(marks.size(), 4U);
        int texts = 0;
        for (const auto &text : marks) {
            texts += text.text.isEmpty() ? 0 : 1;
            for (const auto &line : marks)
                EXPECT_FALSE(!text.text.isEmpty() && text.text.left() <= line.line.left()
                             && line.line.left() <= text.text.right() && line.line.top() < text.text.bottom())
                    << "text at " << text.text.left() << ", line at " << line.line.left();
        }
        EXPECT_EQ(texts, 3) << "there are three rows";
        EXPECT_FALSE(marks.back().text.isEmpty()) << "the outcome is always shown";
    }
}

TEST(TimelineView, ZoomsAroundThePointer)
{
    const DetailScene scene;
    const auto begin = scene.watch().expectation.registeredAt;
    TimelineView view;
    view.resize(900, 300);
    view.show();
    view.showLanes(lanesOf(scene.timeline(), begin, begin + 240s), true);
    for (int i = 0; i < 4; ++i)
        view.zoom(1.5, 600);
    // Zooming must keep the bar under the pointer.
    QString before;
    for (int y = 0; y < view.viewport()->height() && before.isEmpty(); ++y)
        before = view.textAt(QPoint(600, y));
    view.zoom(1.5, 600);
    QString after;
    for (int y = 0; y < view.viewport()->height() && after.isEmpty(); ++y)
        after = view.textAt(QPoint(600, y));
    EXPECT_FALSE(before.isEmpty());
    EXPECT_EQ(after, before);
}

} // namespace lynceus::test
