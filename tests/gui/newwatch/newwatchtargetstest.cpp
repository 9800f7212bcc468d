#include "app/gui/environments/environments.h"
#include "tests/gui/newwatch/newwatchscene.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace test;

TEST_F(NewWatchDialogTest, OffersVersionsOfOtherApplicationsWithoutAVersion)
{
    open();
    QTest::keyClicks(&field(), u"shop-web"_s);
    drainEvents();
    EXPECT_TRUE(words().contains(u"add a version"_s)) << qPrintable(words());
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
    EXPECT_TRUE(versions.front()->toolTip().contains(u"testing"_s));
    versions.front()->setFocus();
    press(Qt::Key_Space);
    EXPECT_EQ(field().text(), u"shop-web:1.5.0"_s);
    EXPECT_TRUE(field().hasFocus());
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return m_engine.requested().size() == 2; }));
    EXPECT_EQ(familiarName(m_engine.requested()[0].images.front()), u"ghcr.io/acme/shop-web:1.5.0"_s);
}

TEST_F(NewWatchDialogTest, EnvironmentsAreShownAndSelectable)
{
    Environments environments(m_engine, [this](const ApplicationKey &key) { return m_applications.find(key); });
    environments.setAll({{u"test"_s, u"#3b7dd8"_s, Environment::By::Instance, {}, {u"staging"_s}},
                         {u"canary"_s, u"#c2527d"_s, Environment::By::Instance, {}, {u"testing"_s}}});
    open(u"shop-web:1.5.0"_s).follow(environments);
    drainEvents();
    ASSERT_EQ(model().rowCount(), 3);
    EXPECT_TRUE(rowText(0).contains(u", test, "_s) || rowText(0).contains(u", canary, "_s)) << qPrintable(rowText(0));
    auto *canary = chip(u"Environment canary"_s);
    ASSERT_TRUE(canary->isVisible());
    QTest::keyClick(canary, Qt::Key_Space);
    drainEvents();
    ASSERT_EQ(model().rowCount(), 2);
    for (int row = 0; row < 2; ++row)
        EXPECT_TRUE(rowText(row).contains(u"on testing, canary"_s)) << qPrintable(rowText(row));
    field().setText(u"orders:1.1.0"_s);
    drainEvents();
    EXPECT_FALSE(chip(u"Environment All"_s)->isVisible()) << "all matches belong to one environment";
    EXPECT_EQ(model().rowCount(), 1) << "and nothing is hidden then";
}

TEST_F(NewWatchDialogTest, WarnsAboutObstaclesInAdvance)
{
    auto manual = application(u"orders"_s, {u"ghcr.io/acme/orders:1.0.0"_s});
    manual.autoSync = false;
    m_engine.putApplications(u"i-staging"_s, {manual});
    putInstance(u"i-edge"_s, u"edge"_s, u"#2a9d8f"_s, Connection::SignInNeeded);
    m_engine.putEta({u"i-staging"_s, u"argocd"_s, u"orders"_s}, {70s, 20min, 8});
    open(u"orders:1.1.0"_s);
    ASSERT_EQ(model().rowCount(), 1);
    EXPECT_EQ(rowText(0), u"orders on staging, now 1.0.0, auto-sync is off, sync manually"_s);
    EXPECT_TRUE(waitUntil([&] { return words().contains(u"median 1 min 10 s, 90th percentile 20 min"_s); }));
    EXPECT_TRUE(words().contains(u"may be too short"_s)) << "15 min until the deadline";
    EXPECT_TRUE(words().contains(u"edge: sign-in needed"_s)) << qPrintable(words());
    field().setText(u"ghcr.io/acme/ordres:1.1.0"_s);
    drainEvents();
    EXPECT_TRUE(words().contains(u"Did you mean ghcr.io/acme/orders"_s)) << qPrintable(words());
    field().setText(u"ghcr.io/acme/orders:1.1.0!"_s);
    drainEvents();
    press(Qt::Key_Return);
    EXPECT_TRUE(m_engine.requested().empty());
}

TEST_F(NewWatchDialogTest, ChosenApplicationsBecomeOneRelease)
{
    open().fillWith({{u"i-staging"_s, u"argocd"_s, u"shop-web"_s}, {u"i-staging"_s, u"argocd"_s, u"orders"_s}});
    EXPECT_TRUE(field().text().isEmpty());
    EXPECT_EQ(model().ticked(), 2);
    EXPECT_TRUE(words().contains(u"2 applications on 1 instance, as selected – enter one version"_s))
        << qPrintable(words());
    QTest::keyClicks(&field(), u"1.5.0 orders:2.0.0"_s);
    EXPECT_FALSE(words().contains(u"add a version"_s));
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

TEST_F(NewWatchDialogTest, ManualSelectionStaysWhileApplicationsChange)
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

TEST_F(NewWatchDialogTest, ModelFollowsTypingWithoutAReset)
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

} // namespace lynceus
