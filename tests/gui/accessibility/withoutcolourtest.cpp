#include "app/gui/deployments/deploymentsmodel.h"
#include "app/gui/deployments/deploymentsview.h"
#include "app/gui/detail/events/eventsmodel.h"
#include "app/gui/detail/manifest/manifesttext.h"
#include "app/gui/detail/resources/resourcedelegate.h"
#include "app/gui/detail/resources/resourcemodel.h"
#include "app/gui/detail/timeline/timelineview.h"
#include "app/gui/instances/instancecard.h"
#include "app/gui/preferences/keyfield.h"
#include "app/gui/shell/sidebar/sidebar.h"
#include "app/gui/tray/trayicon.h"
#include "app/gui/widgets/pages/banner.h"
#include "app/gui/widgets/painting/stagemarks.h"
#include "app/gui/widgets/style/theme.h"
#include "tests/gui/accessibility/completewindow.h"
#include "tests/gui/accessibility/ink.h"
#include "tests/support/treepicture.h"
#include "tests/support/watchmaker.h"
#include "tests/support/windowscene.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QTextBlock>
#include <QTreeView>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array kOutcomes{Outcome::Waiting,      Outcome::Deployed,   Outcome::Failed,
                               Outcome::TimedOut,     Outcome::Superseded, Outcome::Aborted,
                               Outcome::SignInNeeded, Outcome::Gone,       Outcome::Cancelled};
constexpr std::array kHealth{HealthStatus::Healthy, HealthStatus::Suspended, HealthStatus::Progressing,
                             HealthStatus::Missing, HealthStatus::Degraded,  HealthStatus::Unknown};
constexpr std::array kRoles{StateRole::Good, StateRole::Working, StateRole::Bad, StateRole::Held, StateRole::Neutral};

/// Runs in both themes, because contrast in one does not imply contrast in the other.
class WithoutColour : public testing::TestWithParam<bool>
{
protected:
    WithoutColour() { QApplication::setPalette(paletteFor({}, GetParam())); }
    ~WithoutColour() override { QApplication::setPalette(m_before); }

private:
    QPalette m_before = QApplication::palette();
};

void show(QWidget &widget, const QSize &size)
{
    widget.resize(size);
    widget.show();
    drainEvents();
}

ResourceEvent event(const QString &type)
{
    ResourceEvent event;
    event.type = type;
    return event;
}

/// A bar in each state, too short for any text.
TimelineLanes shortBars()
{
    TimelineLanes lanes;
    lanes.end = lanes.begin + 1h;
    for (const auto role : kRoles) {
        TimelineLane lane;
        lane.name = u"Pod"_s;
        lane.bars = {{lanes.begin + 30min, lanes.begin + 30min + 4s, role, u"Progressing"_s, false}};
        lanes.lanes.push_back(lane);
    }
    return lanes;
}

} // namespace

TEST_P(WithoutColour, VerdictsInDeploymentsDiffer)
{
    const FakeClock clock(kRegisteredAt + 1h);
    const EngineState state;
    DeploymentsModel model(state, clock, QTimeZone("UTC"));
    DeploymentsView view(model);
    std::vector<InkOfState> states;
    show(view, {1200, 200});
    for (const auto outcome : kOutcomes) {
        model.show({}, {ended(makeWatch(u"w1"_s), outcome)});
        drainEvents();
        states.push_back({nameOf(outcome), inkOf(view, model.index(0, DeploymentsModel::Outcome))});
    }
    expectDistinct(states, u"deployments"_s);
}

TEST_P(WithoutColour, HealthAndSyncOfResourcesDiffer)
{
    ResourceModel model;
    QTreeView view;
    view.setItemDelegate(new ResourceDelegate(&view));
    view.setModel(&model);
    show(view, {1200, 200});
    view.setColumnWidth(ResourceModel::HealthColumn, 200);
    view.setColumnWidth(ResourceModel::Sync, 200);
    OutlineNode node;
    node.key = keyOf(u"Pod"_s, u"shop-web"_s);
    std::vector<InkOfState> health;
    for (const auto status : kHealth) {
        node.health.status = status;
        model.showOutline({node});
        drainEvents();
        health.push_back({nameOf(status), inkOf(view, model.index(0, ResourceModel::HealthColumn))});
    }
    expectDistinct(health, u"health of resources"_s);
    std::vector<InkOfState> sync;
    for (const auto status : {SyncStatus::Synced, SyncStatus::OutOfSync, SyncStatus::Unknown}) {
        node.sync = status;
        model.showOutline({node});
        drainEvents();
        sync.push_back({nameOf(status), inkOf(view, model.index(0, ResourceModel::Sync))});
    }
    expectDistinct(sync, u"sync of resources"_s);
}

TEST_P(WithoutColour, EventsDiffer)
{
    EventsModel model;
    QTreeView view;
    view.setModel(&model);
    show(view, {800, 200});
    model.showEvents({event(u"Normal"_s), event(u"Warning"_s)});
    drainEvents();
    expectDistinct({{u"Normal"_s, inkOf(view, model.index(0, EventsModel::Type))},
                    {u"Warning"_s, inkOf(view, model.index(1, EventsModel::Type))}},
                   u"events"_s);
}

TEST_P(WithoutColour, TimelineBarsWithoutTextDiffer)
{
    TimelineView view;
    show(view, {900, 400});
    const auto lanes = shortBars();
    view.showLanes(lanes, false);
    drainEvents();
    const auto ink = inkOf(view);
    std::vector<InkOfState> states;
    for (int lane = 0; lane < int(kRoles.size()); ++lane) {
        const auto place = view.barRect(lane, 0).adjusted(-6, -6, 6, 6);
        states.push_back({QString::number(int(kRoles[std::size_t(lane)])), ink.copy(place)});
    }
    expectDistinct(states, u"timeline"_s);
}

TEST_P(WithoutColour, LinesOfComparedManifestsDiffer)
{
    using Kind = ManifestLine::Kind;
    ManifestText text;
    show(text, {600, 200});
    text.showLines({{Kind::Same, u"replicas: 3"_s}, {Kind::Removed, u"replicas: 3"_s}, {Kind::Added, u"replicas: 3"_s}},
                   true);
    drainEvents();
    const auto ink = inkOf(*text.viewport());
    std::vector<InkOfState> states;
    for (int line = 0; line < 3; ++line) {
        const auto place = text.cursorRect(QTextCursor(text.document()->findBlockByNumber(line)));
        states.push_back({QString::number(line), ink.copy(0, place.top(), 300, place.height())});
    }
    expectDistinct(states, u"manifest"_s, 3); // a minus sign has few pixels
}

TEST_P(WithoutColour, StagesBannersAndTheTrayDiffer)
{
    std::vector<InkOfState> stages;
    for (const auto mark : {StageMark::ToCome, StageMark::Reached, StageMark::Working, StageMark::Blocked,
                            StageMark::Failing, StageMark::Stopped}) {
        StageMarks marks;
        marks.fill(StageMark::Reached);
        marks.back() = mark;
        QImage image(200, 20, QImage::Format_RGB32);
        image.fill(QApplication::palette().color(QPalette::Base));
        QPainter painter(&image);
        paintStages(&painter, QRectF(2, 2, 196, 16), marks, QApplication::palette(), Qt::LeftToRight);
        painter.end();
        stages.push_back({QString::number(int(mark)), inkOf(image)});
    }
    expectDistinct(stages, u"stages"_s, 8);
    std::vector<InkOfState> banners;
    Banner banner;
    for (const auto role : {StateRole::Neutral, StateRole::Good, StateRole::Held, StateRole::Bad}) {
        banner.say(role, u"It is so."_s);
        show(banner, {400, 40});
        banners.push_back({QString::number(int(role)), inkOf(banner)});
    }
    expectDistinct(banners, u"banners"_s);
    std::vector<InkOfState> tray;
    for (const auto role : kRoles) {
        QImage image(22, 22, QImage::Format_RGB32);
        image.fill(GetParam() ? Qt::black : Qt::white);
        QPainter painter(&image);
        painter.drawPixmap(0, 0, trayPixmap({role, 0, {}}, 22));
        painter.end();
        tray.push_back({QString::number(int(role)), inkOf(image)});
    }
    expectDistinct(tray, u"tray"_s);
}

TEST_P(WithoutColour, ConnectionsOfInstancesDiffer)
{
    const FakeClock clock;
    Sidebar sidebar(clock);
    InstanceCard card;
    std::vector<InkOfState> rows;
    std::vector<InkOfState> cards;
    for (const auto connection : {Connection::Paused, Connection::Connecting, Connection::Live, Connection::Stale,
                                  Connection::Unreachable, Connection::SignInNeeded, Connection::KeychainShut,
                                  Connection::Certificate, Connection::NotArgoCd, Connection::Forbidden}) {
        InstanceState state;
        state.instance.id = state.instance.name = u"edge"_s;
        state.connection = connection;
        sidebar.setInstance(state);
        show(sidebar, {280, 300});
        rows.push_back({QString::number(int(connection)), inkOf(sidebar)});
        card.setState(state, clock.now(), QTimeZone("UTC"));
        show(card, {700, 160});
        cards.push_back({QString::number(int(connection)), inkOf(card)});
    }
    expectDistinct(rows, u"sidebar"_s);
    expectDistinct(cards, u"instances"_s);
}

TEST_P(WithoutColour, ObstaclesAreShownAsText)
{
    KeyField field(u"Refresh"_s);
    std::vector<InkOfState> fields;
    for (const auto &trouble : {QString(), u"Ctrl+K opens the palette"_s}) {
        field.show(QKeySequence(Qt::CTRL | Qt::Key_R), true, trouble);
        show(field, {300, 70});
        fields.push_back({trouble, inkOf(field)});
    }
    expectDistinct(fields, u"preferences"_s);
}

TEST_P(WithoutColour, NewWatchSelectionWarningsAndMatchesDiffer)
{
    WindowScene scene;
    CompleteWindow complete(scene.engine(), scene.clock());
    complete.window.newWatch(u"ghcr.io/acme/shop-web:1.5.0"_s);
    drainEvents();
    auto *dialog = complete.window.findChild<QDialog *>();
    ASSERT_TRUE(dialog);
    auto *list = dialog->findChild<QAbstractItemView *>();
    ASSERT_TRUE(list && list->model()->rowCount() > 0);
    const auto row = list->model()->index(0, 0);
    std::vector<InkOfState> ticks;
    for (const auto state : {Qt::Unchecked, Qt::Checked}) {
        list->model()->setData(row, int(state), Qt::CheckStateRole);
        drainEvents();
        ticks.push_back({QString::number(int(state)), inkOf(*list, row)});
    }
    expectDistinct(ticks, u"new watch"_s);
    dialog->close();
}

INSTANTIATE_TEST_SUITE_P(Themes, WithoutColour, testing::Bool(),
                         [](const auto &each) { return each.param ? "dark" : "light"; });

} // namespace lynceus::test
