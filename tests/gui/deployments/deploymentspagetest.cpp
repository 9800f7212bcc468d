#include "app/gui/deployments/deploymentspage.h"

#include "app/gui/deployments/deploymentchart.h"
#include "app/gui/deployments/deploymentsmodel.h"
#include "app/gui/deployments/deploymentsview.h"
#include "app/gui/widgets/controls/chips.h"
#include "app/gui/widgets/pages/emptystate.h"
#include "app/gui/widgets/pages/inlinebar.h"
#include "core/io/settings/windowmemory.h"
#include "tests/gui/accessibility/walk.h"
#include "tests/gui/teamservermaker.h"
#include "tests/support/deploymentmaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

using namespace test;

namespace {

QStringList idsOf(const DeploymentsModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += DeploymentsModel::idOf(model.row(row));
    return ids;
}

TEST(DeploymentsModel, SignalsMatchAllChanges)
{
    const FakeClock clock;
    const EngineState state;
    DeploymentsModel model(state, clock, QTimeZone("UTC"));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QStringList mirror;
    const auto idAt = [&](int row) { return DeploymentsModel::idOf(model.row(row)); };
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, &model, [&](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row)
            mirror.insert(row, idAt(row));
    });
    QObject::connect(&model, &QAbstractItemModel::rowsRemoved, &model,
                     [&](const QModelIndex &, int first, int last) { mirror.remove(first, last - first + 1); });
    QObject::connect(&model, &QAbstractItemModel::rowsMoved, &model,
                     [&](const QModelIndex &, int first, int, const QModelIndex &, int row) {
                         mirror.move(first, row > first ? row - 1 : row);
                     });
    QObject::connect(&model, &QAbstractItemModel::layoutChanged, &model, [&] { mirror = idsOf(model); });
    QObject::connect(&model, &QAbstractItemModel::modelReset, &model, [] { FAIL() << "a reset"; });
    std::mt19937 random(3);
    const auto roll = [&](int sides) { return int(random() % std::size_t(sides)); };
    QPersistentModelIndex kept;
    QString keptId;
    for (int round = 0; round < 300; ++round) {
        if (round % 9 == 0) {
            model.setFilter(parseDeploymentFilter(roll(2) == 0 ? QString() : u"app-%1"_s.arg(roll(5))));
        } else if (round % 5 == 0) {
            std::vector<Deployment> all;
            for (int i = 0; i < 12; ++i) {
                if (roll(3) != 0)
                    all.push_back(
                        makeDeployment(u"app-%1"_s.arg(i), clock.now() - 1min * i, Deployment::Outcome(roll(6))));
            }
            std::vector<WatchRecord> ended;
            for (int i = 0; i < 6; ++i) {
                if (roll(2) == 0)
                    ended.push_back(test::ended(makeWatch(u"w%1"_s.arg(i), u"app-%1"_s.arg(i)), Outcome(1 + roll(8))));
            }
            model.show(std::move(all), ended);
        } else if (round % 7 == 0) {
            model.sort(roll(DeploymentsModel::ColumnCount), roll(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
        } else if (round % 4 == 0) {
            model.put(test::ended(makeWatch(u"w%1"_s.arg(roll(6)), u"app-%1"_s.arg(roll(4))), Outcome(1 + roll(8))));
        } else {
            const int i = roll(14);
            auto deployment = makeDeployment(u"app-%1"_s.arg(i), clock.now() - 1min * i, Deployment::Outcome(roll(6)));
            if (roll(2) == 0)
                deployment.watch = u"w%1"_s.arg(roll(6));
            model.put(deployment);
        }
        ASSERT_EQ(mirror, idsOf(model)) << "round " << round;
        bool wasOver = false;
        for (int row = 0; row < model.rowCount(); ++row) {
            const bool isOver = model.deployment(row).isOver();
            ASSERT_FALSE(wasOver && !isOver) << "a deployment in progress is below one that ended";
            wasOver = isOver;
        }
        if (kept.isValid()) {
            ASSERT_EQ(idAt(kept.row()), keptId) << "persistent indexes follow, round " << round;
        }
        if (model.rowCount() > 0) {
            kept = model.index(roll(model.rowCount()), 0);
            keptId = idAt(kept.row());
        }
    }
}

class DeploymentsPageTest : public ::testing::Test
{
protected:
    DeploymentsPageTest()
    {
        for (const auto &id : {u"staging"_s, u"production"_s}) {
            InstanceState state;
            state.instance.id = id;
            state.instance.name = id;
            state.instance.baseUrl = QUrl(u"https://argocd.%1.example"_s.arg(id));
            m_engine.putInstance(state);
        }
        m_page.resize(1100, 700);
    }

    void show()
    {
        m_engine.start();
        m_page.show();
        m_page.activateWindow();
        ASSERT_TRUE(waitUntil([this] { return m_page.isActiveWindow(); }));
        drainEvents();
    }

    [[nodiscard]] QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < m_page.model().rowCount(); ++row)
            names += m_page.model().deployment(row).application.name;
        return names;
    }
    void select(const QString &name)
    {
        m_page.view().setFocus(Qt::OtherFocusReason);
        m_page.view().setCurrentIndex(m_page.model().index(int(shown().indexOf(name)), 0));
    }
    [[nodiscard]] QString report() const { return m_page.findChild<QTextBrowser *>()->toPlainText(); }
    [[nodiscard]] QByteArray exported(const QString &name)
    {
        const auto file = m_folder.filePath(name);
        QSignalSpy said(&m_page, &DeploymentsPage::said);
        m_page.exportTo(file);
        EXPECT_TRUE(waitUntil([&] { return !said.isEmpty(); }));
        QFile written(file);
        EXPECT_TRUE(written.open(QIODevice::ReadOnly));
        return written.readAll();
    }
    [[nodiscard]] bool says(const QString &part) const
    {
        const auto labels = m_page.findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    }

    FakeClock m_clock;
    FakeEngine m_engine{m_clock};
    QTemporaryDir m_folder;
    WindowMemory m_memory{m_folder.filePath(u"window.json"_s)};
    DeploymentsPage m_page{m_engine, m_clock, QTimeZone("UTC"), m_memory};
};

TEST_F(DeploymentsPageTest, TeamServerTasksAreListedOnce)
{
    m_engine.putTeamServer(makeTeamServer());
    const auto ago = [this](ServerTask task, Duration before) {
        task.created = m_clock.now() - before;
        task.updated = task.created + 1min;
        return task;
    };
    m_engine.putServerTasks(u"t1"_s,
                            {ago(makeTask(u"a-1"_s, u"shop-web"_s, TaskState::Deployed), 1h),
                             ago(makeTask(u"a-2"_s, u"payments"_s, TaskState::Failed, u"the pods crash"_s), 2h)});
    m_engine.putDeployment(makeDeployment(u"shop-web"_s, m_clock.now() - 1h + 10s));
    show();
    ASSERT_EQ(shown(), QStringList({u"shop-web"_s, u"payments"_s})) << "locally observed deployments are listed once";
    EXPECT_EQ(m_page.model().at(m_page.model().index(0, 0))->deployment.application.instance, u"staging"_s);
    select(u"payments"_s);
    EXPECT_EQ(m_page.model().text(1, DeploymentsModel::InstanceName), u"build"_s);
    EXPECT_TRUE(m_page.model().text(1, DeploymentsModel::By).contains(u"ada"_s));
    EXPECT_EQ(m_page.model().secondLine(1), u"the pods crash"_s);
    EXPECT_TRUE(report().contains(u"The pods crash"_s)) << qPrintable(report());
    EXPECT_TRUE(m_engine.calls().contains(u"readTaskVerdict t1 a-2"_s));
    QSignalSpy page(&m_page, &DeploymentsPage::pageAsked);
    QTest::keyClick(&m_page.view(), Qt::Key_O, Qt::ControlModifier);
    ASSERT_EQ(page.count(), 1);
    EXPECT_EQ(page.front().value(0).toUrl(), QUrl(u"https://build.acme.example/lynceus/task/a-2"_s));
    m_engine.putServerTasks(u"t1"_s, {ago(makeTask(u"a-3"_s, u"orders"_s), 1min)});
    drainEvents();
    EXPECT_EQ(shown().first(), u"orders"_s) << "live";
}

TEST_F(DeploymentsPageTest, ListsThePeriodWithRunningDeploymentsFirst)
{
    putDeployments(m_engine, m_clock.now());
    show();
    EXPECT_EQ(shown(),
              QStringList({u"shop-agent"_s, u"shop-web"_s, u"shop-cart-with-a-rather-long-name"_s, u"orders"_s,
                           u"shop-api"_s, u"shop-search"_s}));
    m_page.setPeriod(1);
    ASSERT_TRUE(waitUntil([this] { return shown().size() == 4; }));
    m_page.setPeriod(3);
    ASSERT_TRUE(waitUntil([this] { return shown().contains(u"shop-old"_s); }));
    const auto spoken = readAloud(m_page.model().index(1, 0));
    EXPECT_TRUE(spoken.contains(u"shop-web, on staging, 1.4.0 → 1.5.0, by ann"_s)) << spoken.toStdString();
    EXPECT_TRUE(spoken.contains(u", Failed, "_s)) << spoken.toStdString();
    EXPECT_TRUE(spoken.contains(u"image not found: shop-web:1.5.0 is not in the registry"_s));
}

TEST_F(DeploymentsPageTest, NewDeploymentsAppearImmediately)
{
    putDeployments(m_engine, m_clock.now());
    show();
    select(u"shop-web"_s);
    const auto now = makeDeployment(u"mail"_s, m_clock.now(), Deployment::Outcome::InProgress);
    m_engine.putDeployment(now);
    EXPECT_EQ(shown().front(), u"mail"_s);
    EXPECT_EQ(m_page.view().currentIndex().row(), 2) << "the selection stays with its deployment";
    m_engine.putDeployment(makeDeployment(u"mail"_s, m_clock.now(), Deployment::Outcome::Failed));
    EXPECT_EQ(shown().indexOf(u"mail"_s), 1) << "below those in progress";
}

TEST_F(DeploymentsPageTest, KeepsChangesThatArriveWhileItReads)
{
    const auto began = m_clock.now() - 1min;
    const auto outcomeOf = [this](const QString &name) {
        return m_page.model().deployment(int(shown().indexOf(name))).outcome;
    };
    m_page.setPeriod(4);
    m_engine.putDeployment(makeDeployment(u"shop-web"_s, began, Deployment::Outcome::InProgress));
    m_engine.start();
    m_page.show(); // reads
    m_engine.putDeployment(makeDeployment(u"shop-web"_s, began, Deployment::Outcome::Failed));
    m_engine.putDeployment(makeDeployment(u"orders"_s, m_clock.now(), Deployment::Outcome::InProgress));
    m_engine.putWatch(ended(makeWatch(u"w9"_s, u"shop-mail"_s), Outcome::Deployed, 1min));
    ASSERT_TRUE(waitUntil([this] { return !shown().isEmpty(); }));
    auto names = shown();
    names.sort();
    ASSERT_EQ(names, QStringList({u"orders"_s, u"shop-mail"_s, u"shop-web"_s}));
    EXPECT_EQ(outcomeOf(u"shop-web"_s), Deployment::Outcome::Failed) << "the response was older than the change";

    m_page.setPeriod(4); // reads again
    m_engine.putDeployment(makeDeployment(u"orders"_s, m_clock.now(), Deployment::Outcome::Deployed));
    drainEvents();
    EXPECT_EQ(outcomeOf(u"orders"_s), Deployment::Outcome::Deployed);
}

TEST_F(DeploymentsPageTest, PeriodsMoveWithTime)
{
    m_engine.putDeployment(makeDeployment(u"orders"_s, m_clock.now() - 2h));
    show();
    for (const auto &[period, until] : {std::pair{0, Duration(24h)}, {1, Duration(24h)}, {2, Duration(8 * 24h)}}) {
        m_page.setPeriod(period);
        drainEvents();
        ASSERT_EQ(shown(), QStringList{u"orders"_s}) << "period " << period;
        m_clock.advance(until);
        EXPECT_TRUE(waitUntil([this] { return shown().isEmpty(); })) << "timeout: period " << period << " did not move";
        m_clock.jump(-until);
    }
}

TEST_F(DeploymentsPageTest, DeploymentThatBeganBeforeThePeriodEndsInTheList)
{
    show();
    const auto began = m_clock.now() - 60 * 24h;
    m_engine.putDeployment(makeDeployment(u"orders"_s, began, Deployment::Outcome::InProgress));
    ASSERT_EQ(shown(), QStringList{u"orders"_s});
    m_engine.putDeployment(makeDeployment(u"orders"_s, began, Deployment::Outcome::Failed));
    EXPECT_EQ(m_page.model().deployment(0).outcome, Deployment::Outcome::Failed);
}

TEST_F(DeploymentsPageTest, LargeReleaseSortsTheListFewTimes)
{
    show();
    constexpr int kCount = 300;
    QSignalSpy inserted(&m_page.model(), &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&m_page.model(), &QAbstractItemModel::dataChanged);
    for (const auto outcome : {Deployment::Outcome::InProgress, Deployment::Outcome::Deployed}) {
        for (int i = 0; i < kCount; ++i)
            m_engine.putDeployment(makeDeployment(u"web-%1"_s.arg(i), m_clock.now() - i * 1s, outcome));
    }
    ASSERT_TRUE(waitUntil([this] {
        const auto &model = m_page.model();
        return model.rowCount() == kCount && model.deployment(0).isOver() && model.deployment(kCount - 1).isOver();
    }));
    EXPECT_LT(inserted.count() + changed.count(), 60) << "not once for each";
    EXPECT_EQ(shown().front(), u"web-0"_s);
}

TEST_F(DeploymentsPageTest, NumbersMatchTheFilteredDeployments)
{
    putDeployments(m_engine, m_clock.now());
    show();
    EXPECT_TRUE(says(u"50.0 %"_s)) << "two of four failed";
    m_page.setFilterText(u"outcome:failed,timed-out actor:ann"_s);
    EXPECT_EQ(shown(), QStringList({u"shop-web"_s, u"shop-api"_s}));
    EXPECT_TRUE(says(u"100.0 %"_s));
    m_page.setFilterText(u"proof:watched rule:shop"_s);
    EXPECT_EQ(shown(), QStringList{u"shop-web"_s});
    m_page.setFilterText(u"wibble"_s);
    auto *empty = m_page.findChild<EmptyState *>();
    ASSERT_TRUE(empty->isVisible());
    empty->button()->click();
    EXPECT_EQ(shown().size(), 6);
}

TEST_F(DeploymentsPageTest, ChartBarListsItsDeploymentsByMouseAndKeys)
{
    putDeployments(m_engine, m_clock.now());
    show();
    auto *chart = m_page.findChild<DeploymentChart *>();
    ASSERT_TRUE(chart->isVisible());
    const auto placeOf = [chart](int bar) {
        for (int x = 0; x < chart->width(); ++x) {
            if (chart->barAt({x, 10}) == bar)
                return QPoint(x + 2, 10);
        }
        return QPoint();
    };
    EXPECT_TRUE(chart->textOf(6).endsWith(u"2 deployed, 1 in progress, 1 failed"_s)) << chart->textOf(6).toStdString();
    QTest::mouseClick(chart, Qt::LeftButton, {}, placeOf(6));
    EXPECT_EQ(shown().size(), 4) << "the last day";
    EXPECT_TRUE(says(u"33.3 %"_s)) << "the numbers match the filter, too";
    QTest::keyClick(chart, Qt::Key_Left);
    EXPECT_TRUE(chart->accessibleDescription().endsWith(u"1 timed out"_s))
        << chart->accessibleDescription().toStdString();
    QTest::keyClick(chart, Qt::Key_Return);
    EXPECT_EQ(shown(), QStringList{u"shop-api"_s});
    m_page.setFilterText(u"outcome:deployed"_s);
    auto *empty = m_page.findChild<EmptyState *>();
    ASSERT_TRUE(empty->isVisible());
    empty->button()->click();
    EXPECT_EQ(shown().size(), 2) << "of the whole period";
    m_page.setFilterText({});
    QTest::keyClick(chart, Qt::Key_End);
    QTest::keyClick(chart, Qt::Key_Space);
    EXPECT_EQ(shown().size(), 4);
    QTest::keyClick(chart, Qt::Key_Escape);
    EXPECT_EQ(shown().size(), 6);
    for (auto *chip : m_page.findChildren<Chip *>()) {
        if (chip->text() == u"Chart"_s)
            chip->click();
    }
    EXPECT_FALSE(chart->isVisible());
    m_page.remember();
    EXPECT_EQ(m_memory.number(u"deployments/chart"_s), 0);
}

TEST_F(DeploymentsPageTest, EnterShowsEvidenceOfWatchesAndFactsOfOthers)
{
    putDeployments(m_engine, m_clock.now());
    show();
    select(u"shop-web"_s);
    ASSERT_TRUE(waitUntil([this] { return report().contains(u"Evidence"_s) || report().contains(u"Timeline"_s); }))
        << report().toStdString();
    QTest::keyClick(&m_page.view(), Qt::Key_Return);
    EXPECT_TRUE(m_page.findChild<QTextBrowser *>()->hasFocus());
    select(u"shop-search"_s);
    EXPECT_TRUE(report().contains(u"reconstructed: read afterwards"_s)) << report().toStdString();
    EXPECT_TRUE(report().contains(u"Raise the limit of the cache"_s));
    for (auto *action : m_page.listActions()) {
        if (action->objectName() == "deployments.copy"_L1)
            action->trigger();
    }
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(u"### shop"_s));
    QSignalSpy asked(&m_page, &DeploymentsPage::applicationAsked);
    QTest::keyClick(&m_page.view(), Qt::Key_A);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0][0].value<ApplicationKey>().name, u"shop-search"_s);
}

TEST_F(DeploymentsPageTest, MirroredFactsKeepTheVersionOrderAndCopyWithoutMarks)
{
    putDeployments(m_engine, m_clock.now());
    m_page.setLayoutDirection(Qt::RightToLeft);
    show();
    select(u"orders"_s);
    EXPECT_TRUE(report().contains(u"rollback 1.4.0\u200e → 1.5.0"_s)) << report().toStdString();
    for (auto *action : m_page.listActions()) {
        if (action->objectName() == "deployments.copy"_L1)
            action->trigger();
    }
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(u"rollback 1.4.0 → 1.5.0"_s));
}

TEST_F(DeploymentsPageTest, IsExportedInFourFormats)
{
    putDeployments(m_engine, m_clock.now());
    show();
    m_page.setFilterText(u"outcome:failed"_s);
    EXPECT_EQ(exported(u"d.csv"_s).count("\r\n"), 2);
    EXPECT_EQ(QJsonDocument::fromJson(exported(u"d.json"_s)).array().size(), 1);
    const auto html = exported(u"d.html"_s);
    EXPECT_TRUE(html.contains("<svg"));
    EXPECT_TRUE(html.contains("image not found")) << "the timeline of the failure";
    EXPECT_TRUE(html.contains("outcome:failed")) << "the filter";
    EXPECT_TRUE(exported(u"d.md"_s).startsWith("# Deployments"));
    m_page.exportTo(m_folder.filePath(u"no/such/folder/d.csv"_s));
    EXPECT_TRUE(m_page.findChild<InlineBar *>()->isVisible());
}

TEST_F(DeploymentsPageTest, ErrorIsShownAndTheListStays)
{
    putDeployments(m_engine, m_clock.now());
    show();
    m_engine.failNext({Error::Kind::NotFound, u"store"_s, u"the store is of a later version"_s, false, 0});
    m_page.setPeriod(3);
    ASSERT_TRUE(waitUntil([this] { return m_page.findChild<InlineBar *>()->isVisible(); }));
    EXPECT_EQ(shown().size(), 6);
}

TEST_F(DeploymentsPageTest, ExplainsItsPurposeIfEmpty)
{
    show();
    auto *empty = m_page.findChild<EmptyState *>();
    ASSERT_TRUE(empty->isVisible());
    EXPECT_EQ(empty->button()->text(), u"Show all"_s);
    m_page.takeFocus();
    EXPECT_TRUE(empty->button()->hasFocus());
    m_engine.putDeployment(makeDeployment(u"first"_s, m_clock.now()));
    EXPECT_EQ(shown(), QStringList{u"first"_s});
    EXPECT_TRUE(m_page.view().isVisible());
}

TEST_F(DeploymentsPageTest, OffersTheFirstWatchIfEmpty)
{
    QSignalSpy watch(&m_page, &DeploymentsPage::newWatchAsked);
    show();
    auto *step = m_page.findChild<EmptyState *>()->button();
    step->click();
    ASSERT_TRUE(waitUntil([&] { return step->text() == u"New watch"_s; }));
    step->click();
    EXPECT_EQ(watch.count(), 1);
}

TEST_F(DeploymentsPageTest, UnreadableHistoryIsNotEmpty)
{
    auto *step = m_page.findChild<EmptyState *>()->button();
    m_engine.failNext({.kind = Error::Kind::BadInput, .message = u"the store is of a newer version"_s});
    show();
    ASSERT_TRUE(waitUntil([&] { return step->text() == u"Try again"_s; }));
    m_engine.failNext({.kind = Error::Kind::NotFound, .message = u"store.db is of a newer version: update this one"_s});
    step->click();
    ASSERT_TRUE(waitUntil([&] { return !step->isVisible(); }))
        << "timeout: the button is still visible, although a retry cannot help";
    EXPECT_TRUE(says(u"Deployments could not be loaded"_s));
    EXPECT_TRUE(says(u"store.db is of a newer version: update this one. Then restart Lynceus."_s));
    putDeployments(m_engine, m_clock.now());
    m_page.setPeriod(2);
    EXPECT_TRUE(waitUntil([this] { return !shown().isEmpty(); }));
}

class WatchesInDeploymentsTest : public DeploymentsPageTest
{
protected:
    WatchesInDeploymentsTest()
    {
        auto api = ended(failing(makeWatch(u"w1"_s, u"shop-api"_s)), Outcome::Failed, 4min);
        api.verdict.evidence.pods = {{u"shop-api-migrate-r6m85"_s,
                                      {u"ghcr.io/acme/shop-migrate:2.1.0"_s},
                                      {HealthStatus::Degraded, u"exit 2"_s},
                                      u"Error"_s}};
        api.commit = RevisionMetadata{u"Ada"_s, u"Add a column"_s, kRegisteredAt};
        api.request.release = u"shop 1.5"_s;
        api.request.note = u"for the sale"_s;
        api.takenBy = u"Grace"_s;
        m_engine.putHistory(api,
                            {{kRegisteredAt,
                              TimelineEntry::Kind::Resource,
                              {u"batch"_s, u"Job"_s, {}, u"shop-api-migrate"_s},
                              u"Degraded: BackoffLimitExceeded"_s,
                              {}}});
        m_engine.putHistory(ended(makeWatch(u"w2"_s, u"shop-cart"_s), Outcome::Deployed, 1min));
        m_engine.putHistory(ended(held(makeWatch(u"w3"_s, u"orders"_s)), Outcome::TimedOut, 15min));
        m_page.setPeriod(4);
    }
};

TEST_F(WatchesInDeploymentsTest, WatchWithoutADeploymentIsListedWithItsVerdict)
{
    show();
    EXPECT_EQ(shown(), QStringList({u"shop-api"_s, u"shop-cart"_s, u"orders"_s})) << "registered at the same time";
    EXPECT_EQ(m_page.model().shown().size(), 0U) << "the watch is not a deployment";
    EXPECT_TRUE(says(u"0 deployments"_s) || says(u"–"_s)) << "and counts in no number";
    select(u"shop-api"_s);
    ASSERT_TRUE(waitUntil([this] { return report().contains(u"BackoffLimitExceeded"_s); })) << "the timeline";
    for (const auto &part : {u"shop-api 1.4.0 → 1.5.0: failed"_s, u"shop-api-migrate-r6m85"_s, u"exit 2"_s,
                             u"Add a column"_s, u"0c9e1d2f"_s, u"after 4 min"_s})
        EXPECT_TRUE(report().contains(part)) << qPrintable(part) << qPrintable(report());
    const auto spoken = readAloud(m_page.model().index(0, 0));
    EXPECT_TRUE(spoken.contains(u"shop-api, on staging, 1.4.0 → 1.5.0"_s)) << qPrintable(spoken);
    EXPECT_TRUE(spoken.contains(u"Hook Job shop-api-migrate failed"_s)) << qPrintable(spoken);
}

TEST_F(WatchesInDeploymentsTest, IsSearchedFilteredAndSorted)
{
    show();
    m_page.setFilterText(u"cart"_s);
    EXPECT_EQ(shown(), QStringList{u"shop-cart"_s});
    m_page.setFilterText(u"\"for the sale\""_s);
    EXPECT_EQ(shown(), QStringList{u"shop-api"_s}) << "the note";
    m_page.setFilterText(u"grace"_s);
    EXPECT_EQ(shown(), QStringList{u"shop-api"_s}) << "the assignee";
    m_page.setFilterText(u"\"shop 1.5\""_s);
    EXPECT_EQ(shown(), QStringList{u"shop-api"_s}) << "the release";
    m_page.setFilterText(u"image:shop-web outcome:timed-out proof:watched"_s);
    EXPECT_EQ(shown(), QStringList{u"orders"_s});
    m_page.setFilterText({});
    m_page.view().sortByColumn(DeploymentsModel::Took, Qt::AscendingOrder);
    EXPECT_EQ(shown(), QStringList({u"shop-cart"_s, u"shop-api"_s, u"orders"_s}));
    m_page.view().sortByColumn(DeploymentsModel::Application, Qt::DescendingOrder);
    EXPECT_EQ(shown(), QStringList({u"shop-cart"_s, u"shop-api"_s, u"orders"_s}));
    m_page.remember();
    DeploymentsPage other(m_engine, m_clock, QTimeZone("UTC"), m_memory);
    EXPECT_EQ(other.view().header()->sortIndicatorSection(), DeploymentsModel::Application);
    EXPECT_EQ(other.view().header()->sortIndicatorOrder(), Qt::DescendingOrder);
}

TEST_F(WatchesInDeploymentsTest, JudgedDeploymentReplacesTheWatch)
{
    show();
    select(u"orders"_s);
    auto deployment = makeDeployment(u"shop-api"_s, m_clock.now() - 1min, Deployment::Outcome::Failed);
    deployment.watch = u"w1"_s;
    m_engine.putDeployment(deployment);
    EXPECT_EQ(shown(), QStringList({u"shop-cart"_s, u"orders"_s, u"shop-api"_s})) << "the deployment started earlier";
    EXPECT_EQ(m_page.model().shown(), std::vector{deployment});
    EXPECT_EQ(m_page.model().shownWatches().size(), 3U) << "the evidence is kept";
    const auto again = ended(makeWatch(u"w9"_s, u"shop-mail"_s), Outcome::Deployed, 30min);
    m_engine.putWatch(again);
    EXPECT_EQ(shown().size(), 4);
    EXPECT_EQ(m_page.model().deployment(m_page.view().currentIndex().row()).application.name, u"orders"_s)
        << "the selected row stays selected";
}

TEST_F(WatchesInDeploymentsTest, AreExportedWithTheirEvidence)
{
    show();
    const auto csv = m_folder.filePath(u"watches.csv"_s);
    m_page.exportTo(csv, DeploymentExporter::Format::WatchCsv);
    QFile written(csv);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    EXPECT_EQ(written.readAll().count("\r\n"), 4) << "a header and three records";
    const auto json = m_folder.filePath(u"watches.json"_s);
    m_page.exportTo(json, DeploymentExporter::Format::WatchJson);
    QFile read(json);
    ASSERT_TRUE(read.open(QIODevice::ReadOnly));
    const auto array = QJsonDocument::fromJson(read.readAll()).array();
    ASSERT_EQ(array.size(), 3);
    EXPECT_EQ(array.at(0)[u"application"_s][u"url"_s],
              u"https://argocd.staging.example/applications/argocd/shop-api"_s);
}

TEST_F(WatchesInDeploymentsTest, ExportDialogNamesTheFileFormat)
{
    show();
    select(u"shop-api"_s);
    QTest::keyClick(&m_page.view(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_page.findChild<QFileDialog *>();
    ASSERT_TRUE(dialog);
    drainEvents();
    dialog->setDirectory(m_folder.path());
    dialog->selectNameFilter(dialog->nameFilters().last());
    Q_EMIT dialog->filterSelected(dialog->nameFilters().last());
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    ASSERT_TRUE(name);
    name->setText(u"watches"_s);
    QTest::keyClick(name, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return QFile::exists(m_folder.filePath(u"watches.json"_s)); }))
        << QDir(m_folder.path()).entryList(QDir::Files).join(u' ').toStdString() << ": the suffix is added";
    QFile read(m_folder.filePath(u"watches.json"_s));
    ASSERT_TRUE(read.open(QIODevice::ReadOnly));
    EXPECT_TRUE(read.readAll().contains("shop-api-migrate-r6m85")) << "with evidence";
}

TEST_F(WatchesInDeploymentsTest, CanBeWatchedAgain)
{
    show();
    QSignalSpy repeated(&m_page, &DeploymentsPage::repeated);
    QSignalSpy page(&m_page, &DeploymentsPage::pageAsked);
    select(u"shop-api"_s);
    QTest::keyClick(&m_page.view(), Qt::Key_R, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return repeated.count() == 1; }));
    ASSERT_EQ(m_engine.requested().size(), 1U);
    EXPECT_EQ(m_engine.requested().front().application.name, u"shop-api"_s);
    QTest::keyClick(&m_page.view(), Qt::Key_O, Qt::ControlModifier);
    ASSERT_EQ(page.count(), 1);
    EXPECT_EQ(page.front().value(0).toUrl().path(), u"/applications/argocd/shop-api"_s);
    m_engine.putDeployment(makeDeployment(u"unwatched"_s, m_clock.now()));
    select(u"unwatched"_s);
    for (const auto *action : m_page.listActions()) {
        if (action->objectName() == "deployments.repeat"_L1) {
            EXPECT_FALSE(action->isEnabled()) << "the deployment has no watch";
        }
    }
}

TEST_F(DeploymentsPageTest, DeploymentInProgressShowsItsStages)
{
    auto deployment = makeDeployment(u"shop-web"_s, kRegisteredAt, Deployment::Outcome::InProgress);
    deployment.isSynced = true;
    m_clock.advance(kRegisteredAt + 10s - m_clock.now());
    m_engine.putDeployment(deployment);
    show();
    ASSERT_EQ(shown(), QStringList{u"shop-web"_s});
    using enum StageMark;
    EXPECT_EQ(m_page.model().stages(0), StageMarks({Reached, Reached, Working, ToCome, ToCome}));
    const auto watch = rolling(makeWatch(u"w5"_s), 1, 3);
    QSignalSpy changed(&m_page.model(), &QAbstractItemModel::dataChanged);
    m_engine.putWatch(watch);
    EXPECT_EQ(m_page.model().stages(0), stageMarks(watch.verdict)) << "the watch has more stages";
    EXPECT_FALSE(changed.isEmpty());
    const auto spoken = readAloud(m_page.model().index(0, 0));
    EXPECT_TRUE(spoken.contains(u"Running: working"_s)) << qPrintable(spoken);
}

} // namespace

} // namespace lynceus
