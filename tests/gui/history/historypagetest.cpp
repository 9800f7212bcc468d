#include "app/gui/history/historypage.h"

#include "app/gui/history/historymodel.h"
#include "app/gui/widgets/chips.h"
#include "app/gui/widgets/emptystate.h"
#include "app/gui/widgets/inlinebar.h"
#include "tests/gui/picture.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

using namespace test;

namespace {

QStringList idsOf(const HistoryModel &model)
{
    QStringList ids;
    for (const auto &watch : model.watches())
        ids.append(watch.id);
    return ids;
}

TEST(HistoryModel, SignalsTellAllThatChangesInEachOrder)
{
    const FakeClock clock(kRegisteredAt + 1h);
    HistoryModel model(clock, QTimeZone("UTC"));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QStringList shadow;
    const auto idAt = [&](int row) { return model.at(model.index(row, 0))->id; };
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, &model, [&](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row)
            shadow.insert(row, idAt(row));
    });
    QObject::connect(&model, &QAbstractItemModel::rowsRemoved, &model,
                     [&](const QModelIndex &, int first, int last) { shadow.remove(first, last - first + 1); });
    QObject::connect(&model, &QAbstractItemModel::rowsMoved, &model,
                     [&](const QModelIndex &, int first, int, const QModelIndex &, int row) {
                         shadow.move(first, row > first ? row - 1 : row);
                     });
    QObject::connect(&model, &QAbstractItemModel::layoutChanged, &model, [&] {
        shadow.clear();
        for (int row = 0; row < model.rowCount(); ++row)
            shadow.append(idAt(row));
    });
    QObject::connect(&model, &QAbstractItemModel::modelReset, &model, [] { FAIL() << "a reset"; });

    std::mt19937 random(2);
    QPersistentModelIndex kept;
    QString keptId;
    for (int round = 0; round < 300; ++round) {
        if (round % 7 == 0) {
            model.sort(int(random() % HistoryModel::ColumnCount),
                       random() % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
        } else {
            std::vector<WatchRecord> watches;
            for (int i = 0; i < 12; ++i) {
                if (random() % 3 == 0)
                    continue;
                watches.push_back(ended(makeWatch(u"w%1"_s.arg(i), u"app-%1"_s.arg(random() % 4)),
                                        Outcome(1 + random() % 8), Duration(random() % 900'000)));
            }
            const auto count = watches.size();
            model.show(std::move(watches));
            ASSERT_EQ(model.rowCount(), int(count));
        }
        ASSERT_EQ(shadow, idsOf(model)) << "round " << round;
        if (kept.isValid()) {
            ASSERT_EQ(model.at(kept)->id, keptId) << "persistent indexes follow, round " << round;
        }
        if (model.rowCount() > 0) {
            kept = model.index(int(random() % std::size_t(model.rowCount())), 0);
            keptId = model.at(kept)->id;
        }
    }
}

class HistoryPageTest : public ::testing::Test
{
protected:
    HistoryPageTest()
    {
        InstanceState state;
        state.instance.id = u"staging"_s;
        state.instance.name = u"staging"_s;
        state.instance.colour = u"#7a5cd6"_s;
        state.instance.baseUrl = QUrl(u"https://argocd.acme.example"_s);
        m_engine.putInstance(state);
        m_engine.start();
    }

    void fill()
    {
        auto api = ended(failing(makeWatch(u"w1"_s, u"shop-api"_s)), Outcome::Failed, 4min);
        api.verdict.evidence.pods = {{u"shop-api-migrate-r6m85"_s,
                                      {u"ghcr.io/acme/shop-migrate:2.1.0"_s},
                                      {HealthStatus::Degraded, u"exit 2"_s},
                                      u"Error"_s}};
        api.commit = RevisionMetadata{u"Ada"_s, u"Add a column"_s, kRegisteredAt};
        m_engine.putHistory(api,
                            {{kRegisteredAt,
                              TimelineEntry::Kind::Resource,
                              {u"batch"_s, u"Job"_s, {}, u"shop-api-migrate"_s},
                              u"Degraded: BackoffLimitExceeded"_s,
                              {}}});
        m_engine.putHistory(ended(makeWatch(u"w2"_s, u"shop-cart"_s), Outcome::Deployed, 1min));
        m_engine.putHistory(
            ended(held(makeWatch(u"w3"_s, u"orders-with-a-long-name-that-does-not-fit"_s)), Outcome::TimedOut, 15min));
    }

    void open()
    {
        m_page.resize(1'160, 640);
        m_page.show();
        m_page.activateWindow();
        m_page.setFocus();
        drainEvents();
    }

    HistoryModel &model() { return *m_page.findChild<HistoryModel *>(); }
    QTreeView &view() { return *m_page.findChild<QTreeView *>(); }
    QString report() { return m_page.findChild<QTextBrowser *>()->toPlainText(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_page.window()->focusWidget(), key, modifiers);
        drainEvents();
    }

    FakeClock m_clock{kRegisteredAt + 1h};
    FakeEngine m_engine{m_clock};
    HistoryPage m_page{m_engine, m_clock, QTimeZone("UTC")};
    QTemporaryDir m_folder;
};

TEST_F(HistoryPageTest, OpeningAVerdictShowsAllThatWasKnownThen)
{
    fill();
    open();
    EXPECT_EQ(idsOf(model()), (QStringList{u"w3"_s, u"w1"_s, u"w2"_s})) << "newest first";
    view().setFocus();
    press(Qt::Key_Down);
    ASSERT_TRUE(waitUntil([this] { return report().contains(u"BackoffLimitExceeded"_s); })) << "the timeline";
    for (const auto &part : {u"shop-api 1.4.0 → 1.5.0: failed"_s, u"shop-api-migrate-r6m85"_s, u"exit 2"_s,
                             u"Add a column"_s, u"0c9e1d2f"_s, u"after 4 min"_s})
        EXPECT_TRUE(report().contains(part)) << qPrintable(part) << qPrintable(report());
    EXPECT_TRUE(model()
                    .index(1, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(u"shop-api on staging, 1.4.0 → 1.5.0: Hook Job shop-api-migrate failed"_s));
}

TEST_F(HistoryPageTest, IsSearchedFilteredAndSortedByKeys)
{
    fill();
    open();
    EXPECT_TRUE(m_page.findChild<QLineEdit *>()->hasFocus()) << "typing searches";
    QTest::keyClicks(m_page.findChild<QLineEdit *>(), u"cart"_s);
    EXPECT_TRUE(waitUntil([this] { return idsOf(model()) == QStringList{u"w2"_s}; }));
    m_page.findChild<QLineEdit *>()->setText(u"nothing like it"_s);
    EXPECT_TRUE(waitUntil([this] { return model().rowCount() == 0; }));
    m_page.findChild<QLineEdit *>()->clear();
    EXPECT_TRUE(waitUntil([this] { return model().rowCount() == 3; }));
    const auto chips = m_page.findChildren<Chip *>();
    ASSERT_EQ(chips.size(), 5);
    chips.at(2)->setFocus();
    press(Qt::Key_Space);
    EXPECT_TRUE(waitUntil([this] { return idsOf(model()) == QStringList{u"w1"_s}; })) << "failed";
    chips.at(0)->setFocus();
    press(Qt::Key_Space);
    EXPECT_TRUE(waitUntil([this] { return model().rowCount() == 3; }));
    view().sortByColumn(HistoryModel::Took, Qt::AscendingOrder);
    EXPECT_EQ(idsOf(model()), (QStringList{u"w2"_s, u"w1"_s, u"w3"_s}));
    view().setFocus();
    m_page.find();
    EXPECT_TRUE(m_page.findChild<QLineEdit *>()->hasFocus());
}

TEST_F(HistoryPageTest, WhereNothingIsListedItSaysWhyAndWhatToDo)
{
    auto &step = *m_page.findChild<EmptyState *>()->button();
    const QSignalSpy watch(&m_page, &HistoryPage::newWatchAsked);
    m_engine.failNext({.kind = Error::Kind::BadInput, .message = u"the store is of a newer version"_s});
    open();
    EXPECT_TRUE(step.isVisible());
    EXPECT_EQ(step.text(), u"Try again"_s) << "it could not be read";
    fill();
    step.setFocus();
    press(Qt::Key_Space);
    EXPECT_TRUE(waitUntil([this] { return model().rowCount() == 3; }));
    m_page.find();
    press(Qt::Key_Down);
    EXPECT_TRUE(view().hasFocus()) << "Down leads to what was found";
    m_page.find();
    QTest::keyClicks(m_page.findChild<QLineEdit *>(), u"no such thing"_s);
    EXPECT_TRUE(waitUntil([&] { return step.isVisible() && step.text() == u"Show all"_s; }));
    step.setFocus();
    press(Qt::Key_Space);
    EXPECT_TRUE(waitUntil([this] { return model().rowCount() == 3; }));
    EXPECT_EQ(watch.count(), 0);
}

TEST_F(HistoryPageTest, WhatCannotBeReadInThisRunIsNotNothing)
{
    m_engine.failNext({.kind = Error::Kind::NotFound, .message = u"store.db is of a newer version: update this one"_s});
    open();
    const auto says = [this](const QString &words) {
        const auto labels = m_page.findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    EXPECT_TRUE(waitUntil([&] { return says(u"History could not be loaded"_s); }));
    EXPECT_TRUE(says(u"store.db is of a newer version: update this one. Then restart Lynceus."_s));
    EXPECT_FALSE(m_page.findChild<EmptyState *>()->button()->isVisible()) << "another try would say the same";
}

TEST_F(HistoryPageTest, BeforeAnythingEndedItOffersTheFirstWatch)
{
    const QSignalSpy watch(&m_page, &HistoryPage::newWatchAsked);
    open();
    auto &step = *m_page.findChild<EmptyState *>()->button();
    ASSERT_TRUE(waitUntil([&] { return step.text() == u"New watch"_s; }));
    step.setFocus();
    press(Qt::Key_Space);
    EXPECT_EQ(watch.count(), 1);
}

TEST_F(HistoryPageTest, ANewVerdictAppearsAndTheChosenOneStays)
{
    fill();
    open();
    view().setFocus();
    press(Qt::Key_Down);
    const auto again = ended(makeWatch(u"w9"_s, u"shop-mail"_s), Outcome::Deployed, 30min);
    m_engine.putHistory(again);
    m_engine.putWatch(again);
    EXPECT_TRUE(waitUntil([this] { return model().rowCount() == 4; }));
    EXPECT_EQ(model().at(view().currentIndex())->id, u"w1"_s);
}

TEST_F(HistoryPageTest, ExportsWhatIsListed)
{
    fill();
    open();
    const auto csv = m_folder.filePath(u"history.csv"_s);
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_page.findChild<QFileDialog *>();
    ASSERT_TRUE(dialog);
    dialog->setDirectory(m_folder.path());
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    ASSERT_TRUE(name);
    name->setText(u"history"_s);
    QTest::keyClick(name, Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return QFile::exists(csv); })) << "the suffix is added";
    QFile written(csv);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    EXPECT_EQ(written.readAll().count("\r\n"), 4) << "a head and three records";

    const auto json = m_folder.filePath(u"history.json"_s);
    m_page.exportTo(json);
    QFile read(json);
    ASSERT_TRUE(read.open(QIODevice::ReadOnly));
    const auto array = QJsonDocument::fromJson(read.readAll()).array();
    ASSERT_EQ(array.size(), 3);
    EXPECT_EQ(array.at(1)[u"application"_s][u"url"_s], u"https://argocd.acme.example/applications/argocd/shop-api"_s);

    m_page.exportTo(m_folder.filePath(u"not/there/history.csv"_s));
    auto *bar = m_page.findChild<InlineBar *>();
    EXPECT_TRUE(bar->isVisible());
    EXPECT_TRUE(bar->findChild<QLabel *>()->text().contains(u"cannot be written"_s));
}

TEST_F(HistoryPageTest, AVerdictIsWatchedAgainOpenedAndCopied)
{
    fill();
    open();
    view().setFocus();
    press(Qt::Key_Down);
    QSignalSpy page(&m_page, &HistoryPage::pageAsked);
    QSignalSpy repeated(&m_page, &HistoryPage::repeated);
    press(Qt::Key_R, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil([&] { return repeated.count() == 1; }));
    ASSERT_EQ(m_engine.requested().size(), 1U);
    EXPECT_EQ(m_engine.requested().front().application.name, u"shop-api"_s);
    press(Qt::Key_O, Qt::ControlModifier);
    ASSERT_EQ(page.count(), 1);
    EXPECT_EQ(page.front().value(0).toUrl().path(), u"/applications/argocd/shop-api"_s);
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(u"## shop-api"_s));
}

TEST_F(HistoryPageTest, RemembersItsColumns)
{
    fill();
    open();
    view().sortByColumn(HistoryModel::Took, Qt::AscendingOrder);
    HistoryPage other(m_engine, m_clock, QTimeZone("UTC"));
    other.restoreState(m_page.saveState());
    EXPECT_EQ(other.saveState(), m_page.saveState());
    const auto before = other.saveState();
    other.restoreState("of another version");
    EXPECT_EQ(other.saveState(), before);
}

TEST_F(HistoryPageTest, LooksAsItShould)
{
    open();
    expectPictures(m_page, u"history-empty"_s);
    fill();
    m_page.hide();
    m_page.findChild<QLineEdit *>()->setText(u"s"_s);
    m_page.findChild<QLineEdit *>()->clear();
    open();
    ASSERT_TRUE(waitUntil([this] { return model().rowCount() == 3; }));
    view().setFocus();
    press(Qt::Key_Down);
    ASSERT_TRUE(waitUntil([this] { return report().contains(u"BackoffLimitExceeded"_s); }));
    expectPictures(m_page, u"history"_s);
}

} // namespace

} // namespace lynceus
