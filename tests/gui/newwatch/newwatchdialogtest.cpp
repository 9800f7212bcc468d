#include "app/gui/newwatch/newwatchdialog.h"

#include "app/gui/applications/applicationsmodel.h"
#include "app/gui/newwatch/targetmodel.h"
#include "app/gui/newwatch/watchtargets.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/chips.h"
#include "tests/gui/picture.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

using namespace test;

namespace {

Application application(const QString &name, const QStringList &images)
{
    Application made;
    made.name = name;
    made.nameSpace = u"argocd"_s;
    made.project = u"shop"_s;
    made.autoSync = true;
    made.summaryImages = images;
    return made;
}

class NewWatchDialogTest : public ::testing::Test
{
protected:
    /// In an empty home.
    static void expectObstacle(FakeEngine &engine, const QString &sentence, const QString &remedy)
    {
        const FakeClock clock;
        WatchTargets targets(engine, [](const auto &) {});
        engine.start();
        NewWatchDialog dialog(engine, targets, clock, QTimeZone("UTC"), u"ada"_s);
        dialog.fill(u"ghcr.io/acme/shop-web:1.5.0"_s);
        dialog.show();
        const auto *banner = dialog.findChild<Banner *>();
        EXPECT_TRUE(banner->isVisible());
        EXPECT_EQ(banner->sentence(), sentence);
        EXPECT_EQ(banner->remedy()->text(), remedy);
        const QSignalSpy asked(&dialog, &NewWatchDialog::instancesAsked);
        QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
        EXPECT_EQ(asked.count(), 1);
        EXPECT_FALSE(dialog.isVisible());
    }

    NewWatchDialogTest()
    {
        QObject::connect(&m_engine, &Engine::applicationsChanged, &m_applications, &ApplicationsModel::apply);
        QGuiApplication::clipboard()->clear();
        putInstance(u"i-staging"_s, u"staging"_s, u"#7a5cd6"_s);
        putInstance(u"i-prod"_s, u"production"_s, u"#d9822b"_s);
        m_engine.putApplications(u"i-staging"_s,
                                 {application(u"shop-web"_s, {u"ghcr.io/acme/shop-web:1.4.0"_s}),
                                  application(u"orders"_s, {u"ghcr.io/acme/orders:1.0.0"_s})});
        m_engine.putApplications(u"i-prod"_s,
                                 {application(u"shop-web"_s, {u"ghcr.io/acme/shop-web:1.4.0"_s}),
                                  application(u"shop-web-canary"_s, {u"ghcr.io/acme/shop-web:1.5.0"_s})});
        m_engine.start();
        drainEvents();
    }

    void putInstance(const QString &id, const QString &name, const QString &colour,
                     InstanceState::Connection connection = InstanceState::Connection::Live)
    {
        InstanceState state;
        state.instance.id = id;
        state.instance.name = name;
        state.instance.colour = colour;
        state.connection = connection;
        m_engine.putInstance(state);
    }

    NewWatchDialog &open(const QString &text = {})
    {
        m_dialog = std::make_unique<NewWatchDialog>(m_engine, m_targets, m_clock, QTimeZone("UTC"), u"ada"_s);
        m_tester =
            std::make_unique<QAbstractItemModelTester>(&model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        if (!text.isEmpty())
            m_dialog->fill(text);
        m_dialog->show();
        m_dialog->activateWindow();
        drainEvents();
        return *m_dialog;
    }

    TargetModel &model() { return *m_dialog->findChild<TargetModel *>(); }
    QLineEdit &field() { return *m_dialog->findChild<QLineEdit *>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_dialog->focusWidget(), key, modifiers);
        drainEvents();
    }
    QString words() const
    {
        QStringList words;
        const auto labels = m_dialog->findChildren<QLabel *>();
        for (const auto *label : labels) {
            if (label->isVisibleTo(m_dialog.get()))
                words.append(label->text());
        }
        return words.join(u'\n');
    }
    QString rowText(int row) { return model().index(row).data(Qt::AccessibleTextRole).toString(); }

    FakeClock m_clock{*parseRfc3339("2026-11-26T10:00:00Z")};
    FakeEngine m_engine{m_clock};
    ApplicationsModel m_applications{m_clock};
    WatchTargets m_targets{m_engine, [this](const auto &visit) { m_applications.forEachEntry(visit); }};
    std::unique_ptr<NewWatchDialog> m_dialog;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

TEST_F(NewWatchDialogTest, WithoutAnythingToLookInItSaysSoAndLeadsThere)
{
    const FakeClock clock;
    FakeEngine nowhere(clock);
    expectObstacle(nowhere, u"There is no Argo CD yet in which to look."_s, u"Add an instance…"_s);
    FakeEngine shut(clock);
    InstanceState state;
    state.instance.id = state.instance.name = u"staging"_s;
    state.connection = InstanceState::Connection::SignInNeeded;
    shut.putInstance(state);
    expectObstacle(shut, u"No application is known yet."_s, u"Look at the instances"_s);
}

TEST_F(NewWatchDialogTest, TheIndexIsMadeWhenItIsAskedForAndThenFollows)
{
    int made = 0;
    const WatchTargets targets(m_engine, [&](const auto &visit) {
        ++made;
        m_applications.forEachEntry(visit);
    });
    m_engine.putApplications(u"i-prod"_s, {application(u"early"_s, {u"ghcr.io/acme/early:1"_s})});
    drainEvents();
    EXPECT_EQ(made, 0);
    EXPECT_EQ(targets.index().count(), 5);
    m_engine.putApplications(u"i-prod"_s, {application(u"late"_s, {u"ghcr.io/acme/late:1"_s})});
    drainEvents();
    EXPECT_EQ(targets.index().find(u"ghcr.io/acme/late:2"_s).found, 1);
    EXPECT_EQ(targets.index().count(), 6);
    EXPECT_EQ(made, 1);
}

TEST_F(NewWatchDialogTest, FromTheClipboardToWatchingIsOneKey)
{
    QGuiApplication::clipboard()->setText(u"#9 pushing ghcr.io/acme/shop-web:1.5.0 done"_s);
    auto &dialog = open();
    QSignalSpy watched(&dialog, &NewWatchDialog::watched);
    EXPECT_EQ(field().text(), u"ghcr.io/acme/shop-web:1.5.0"_s);
    EXPECT_TRUE(words().contains(u"from the clipboard"_s));
    EXPECT_TRUE(words().contains(u"3 applications on 2 instances run shop-web"_s)) << qPrintable(words());
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return watched.count() == 1; }));
    EXPECT_EQ(dialog.result(), QDialog::Accepted);
    const auto &requests = m_engine.requested();
    ASSERT_EQ(requests.size(), 2U) << "the canary runs it already";
    EXPECT_EQ(requests[0].application.name, u"shop-web"_s);
    EXPECT_EQ(requests[0].release, u"shop-web 1.5.0"_s);
    EXPECT_EQ(requests[0].timeout, 15min);
    EXPECT_EQ(requests[0].bake, 0min);
    EXPECT_EQ(requests[0].who, u"ada"_s);
    EXPECT_NE(requests[0].application.instance, requests[1].application.instance);
}

TEST_F(NewWatchDialogTest, RowsAreTickedDeadlineAndGuardChosenByKeysAlone)
{
    open(u"shop-web:1.6.0"_s);
    EXPECT_EQ(model().chosen().size(), 3U);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    EXPECT_EQ(model().chosen().size(), 2U);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    EXPECT_EQ(model().chosen().size(), 1U);
    const auto rows = m_dialog->findChildren<ChipRow *>();
    for (const auto *row : rows) {
        if (const auto chips = row->findChildren<Chip *>();
            !chips.isEmpty() && chips.front()->accessibleName() == u"Until 5 min"_s) {
            chips.at(2)->setFocus();
            press(Qt::Key_Space);
        }
        if (const auto chips = row->findChildren<Chip *>();
            !chips.isEmpty() && chips.front()->accessibleName() == u"Then guard no"_s) {
            chips.front()->setFocus();
            press(Qt::Key_Right);
            press(Qt::Key_Space);
        }
    }
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return !m_engine.requested().empty(); }));
    ASSERT_EQ(m_engine.requested().size(), 1U);
    EXPECT_EQ(m_engine.requested()[0].timeout, 1h);
    EXPECT_EQ(m_engine.requested()[0].bake, 5min);
    EXPECT_EQ(m_engine.requested()[0].release, QString()) << "one watch is no release";
}

TEST_F(NewWatchDialogTest, WithoutAVersionItOffersWhatOthersRun)
{
    open();
    QTest::keyClicks(&field(), u"shop-web"_s);
    drainEvents();
    EXPECT_TRUE(words().contains(u"which version?"_s)) << qPrintable(words());
    press(Qt::Key_Return);
    EXPECT_TRUE(m_engine.requested().empty()) << "latest is not meant";
    QList<Chip *> versions;
    const auto chips = m_dialog->findChildren<Chip *>();
    for (auto *chip : chips) {
        if (chip->accessibleName().startsWith(u"Version"_s))
            versions.append(chip);
    }
    ASSERT_EQ(versions.size(), 2);
    EXPECT_EQ(versions.front()->text(), u"1.5.0"_s);
    EXPECT_TRUE(versions.front()->toolTip().contains(u"production"_s));
    versions.front()->setFocus();
    press(Qt::Key_Space);
    EXPECT_EQ(field().text(), u"shop-web:1.5.0"_s);
    EXPECT_TRUE(field().hasFocus());
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return m_engine.requested().size() == 2; }));
    EXPECT_EQ(familiarName(m_engine.requested()[0].images.front()), u"ghcr.io/acme/shop-web:1.5.0"_s);
}

TEST_F(NewWatchDialogTest, SaysBeforeWhatStandsInTheWay)
{
    auto manual = application(u"orders"_s, {u"ghcr.io/acme/orders:1.0.0"_s});
    manual.autoSync = false;
    m_engine.putApplications(u"i-staging"_s, {manual});
    putInstance(u"i-edge"_s, u"edge"_s, u"#2a9d8f"_s, InstanceState::Connection::SignInNeeded);
    m_engine.putEta({u"i-staging"_s, u"argocd"_s, u"orders"_s}, {70s, 20min, 8});
    open(u"orders:1.1.0"_s);
    ASSERT_EQ(model().rowCount(), 1);
    EXPECT_EQ(rowText(0), u"orders on staging, now 1.0.0, auto-sync is off, sync by hand"_s);
    EXPECT_TRUE(waitUntil([&] { return words().contains(u"usually 1 min 10 s, slowest tenth 20 min"_s); }));
    EXPECT_TRUE(words().contains(u"it may not be enough"_s)) << "15 min until the deadline";
    EXPECT_TRUE(words().contains(u"edge: sign-in needed"_s)) << qPrintable(words());
    field().setText(u"ghcr.io/acme/ordres:1.1.0"_s);
    drainEvents();
    EXPECT_TRUE(words().contains(u"Did you mean ghcr.io/acme/orders"_s)) << qPrintable(words());
    field().setText(u"ghcr.io/acme/orders:1.1.0!"_s);
    drainEvents();
    press(Qt::Key_Return);
    EXPECT_TRUE(m_engine.requested().empty());
}

TEST_F(NewWatchDialogTest, ForOneApplicationOnlyTheVersionIsMissing)
{
    open(m_targets.typedName({u"i-prod"_s, u"argocd"_s, u"shop-web"_s}));
    EXPECT_EQ(field().text(), u"ghcr.io/acme/shop-web:"_s);
    EXPECT_EQ(model().ticked(), 1);
    QTest::keyClicks(&field(), u"1.6.0"_s);
    drainEvents();
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return m_engine.requested().size() == 1; }));
    EXPECT_EQ(m_engine.requested()[0].application.instance, u"i-prod"_s);
    EXPECT_EQ(familiarName(m_engine.requested()[0].images.front()), u"ghcr.io/acme/shop-web:1.6.0"_s);
}

TEST_F(NewWatchDialogTest, ChosenApplicationsBecomeOneRelease)
{
    open().fillWith({{u"i-staging"_s, u"argocd"_s, u"shop-web"_s}, {u"i-staging"_s, u"argocd"_s, u"orders"_s}});
    EXPECT_TRUE(field().text().isEmpty());
    EXPECT_EQ(model().ticked(), 2);
    EXPECT_TRUE(words().contains(u"2 applications on 1 instance, as chosen – which version?"_s)) << qPrintable(words());
    QTest::keyClicks(&field(), u"1.5.0 orders:2.0.0"_s);
    EXPECT_FALSE(words().contains(u"which version"_s));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return m_engine.requested().size() == 2; }));
    for (const auto &request : m_engine.requested()) {
        EXPECT_EQ(request.release, m_engine.requested()[0].release);
        EXPECT_EQ(familiarName(request.images.front()),
                  request.application.name == u"orders"_s ? u"ghcr.io/acme/orders:2.0.0"_s
                                                          : u"ghcr.io/acme/shop-web:1.5.0"_s);
    }
    EXPECT_FALSE(m_engine.requested()[0].release.isEmpty());
}

TEST_F(NewWatchDialogTest, AnErrorStaysInPlaceAndNothingIsLost)
{
    open(u"orders:1.1.0"_s);
    m_engine.failNext({Error::Kind::BadInput, {}, u"The store is of a newer version."_s, false, 0});
    press(Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return words().contains(u"The store is of a newer version."_s); }));
    EXPECT_TRUE(m_dialog->isVisible());
    EXPECT_EQ(field().text(), u"orders:1.1.0"_s);
    press(Qt::Key_Escape);
    EXPECT_EQ(m_dialog->result(), QDialog::Rejected);
}

TEST_F(NewWatchDialogTest, WhatIsTickedByHandStaysWhileApplicationsChange)
{
    open(u"shop-web:1.6.0"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    const auto before = model().chosen().size();
    m_engine.putApplications(u"i-staging"_s, {application(u"shop-web"_s, {u"ghcr.io/acme/shop-web:1.4.1"_s})});
    drainEvents();
    EXPECT_EQ(model().chosen().size(), before);
    m_engine.putApplications(u"i-staging"_s, {application(u"shop-web-2"_s, {u"ghcr.io/acme/shop-web:1.4.1"_s})});
    drainEvents();
    EXPECT_EQ(model().rowCount(), 4);
    EXPECT_EQ(model().chosen().size(), before + 1);
}

TEST_F(NewWatchDialogTest, ShowsTheCommandLineThatDoesTheSame)
{
    open(u"ghcr.io/acme/orders:1.1.0"_s);
    const auto buttons = m_dialog->findChildren<QToolButton *>();
    for (auto *button : buttons) {
        if (!button->accessibleName().isEmpty())
            button->click();
    }
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              u"lynceus wait --app staging:orders --image ghcr.io/acme/orders:1.1.0 --timeout 15m"_s);
}

TEST_F(NewWatchDialogTest, TheModelFollowsWhatIsTypedWithoutAReset)
{
    open();
    QSignalSpy reset(&model(), &QAbstractItemModel::modelReset);
    std::vector<Application> many;
    for (int i = 0; i < 40; ++i)
        many.push_back(application(u"app-%1"_s.arg(i), {u"ghcr.io/acme/image-%1:1"_s.arg(i % 7)}));
    m_engine.putApplications(u"i-prod"_s, many);
    drainEvents();
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        const auto text = std::array{u"app-%1"_s, u"image-%1"_s, u"acme/image-%1:2"_s, u"shop%1"_s}
                              .at(random() % 4)
                              .arg(random() % 9);
        field().setText(text);
        const auto search = m_targets.index().find(text);
        ASSERT_EQ(model().rowCount(), int(search.targets.size())) << qPrintable(text);
        for (int row = 0; row < model().rowCount(); ++row)
            ASSERT_EQ(model().index(row).data().toString(), search.targets[std::size_t(row)].entry.key.name);
    }
    EXPECT_EQ(reset.count(), 0);
}

TEST_F(NewWatchDialogTest, AnotherZoneIsFollowedAndWhatWasChosenStays)
{
    auto &dialog = open(u"shop-web:1.5.0"_s);
    const auto chips = [&dialog] {
        QMap<QString, Chip *> deadlines;
        for (auto *chip : dialog.findChildren<Chip *>()) {
            if (chip->toolTip().startsWith(u"Times out at "_s))
                deadlines.insert(chip->text(), chip);
        }
        return deadlines;
    };
    const auto hour = u"1 h"_s;
    ASSERT_TRUE(chips().contains(hour)) << chips().keys().join(u' ').toStdString();
    EXPECT_EQ(chips().value(hour)->toolTip(), u"Times out at 11:00"_s);
    chips().value(hour)->click();
    dialog.setZone(QTimeZone("Asia/Kolkata"));
    EXPECT_EQ(chips().value(hour)->toolTip(), u"Times out at 16:30"_s);
    EXPECT_TRUE(chips().value(hour)->isChecked());
    dialog.setZone(QTimeZone("Pacific/Kiritimati")); // already past midnight there
    EXPECT_EQ(chips().value(hour)->toolTip(), u"Times out at 01:00"_s);
    EXPECT_TRUE(chips().value(hour)->isChecked());
    EXPECT_EQ(field().text(), u"shop-web:1.5.0"_s);
}

TEST_F(NewWatchDialogTest, EverythingThatTakesTheFocusHasAName)
{
    open(u"shop-web:1.6.0"_s);
    const auto widgets = m_dialog->findChildren<QWidget *>();
    for (auto *widget : widgets) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisibleTo(m_dialog.get()))
            continue;
        auto *accessible = QAccessible::queryAccessibleInterface(widget);
        ASSERT_TRUE(accessible);
        EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className();
    }
}

TEST_F(NewWatchDialogTest, LooksAsDrawn)
{
    putInstance(u"i-edge"_s, u"edge"_s, u"#2a9d8f"_s, InstanceState::Connection::SignInNeeded);
    m_engine.putEta({u"i-staging"_s, u"argocd"_s, u"shop-web"_s}, {70s, 150s, 8});
    auto manual = application(u"shop-web-with-a-very-long-name-that-nobody-can-read-at-once"_s,
                              {u"ghcr.io/acme/shop-web:1.4.0"_s});
    manual.autoSync = false;
    m_engine.putApplications(u"i-staging"_s, {manual});
    open(u"ghcr.io/acme/shop-web:1.5.0"_s);
    drainEvents();
    expectPictures(*m_dialog, u"new-watch"_s);
    field().setText(u"shop"_s);
    expectPictures(*m_dialog, u"new-watch-part"_s);
    field().clear();
    expectPictures(*m_dialog, u"new-watch-empty"_s);
}

} // namespace

} // namespace lynceus
