#include "app/gui/applications/applicationspage.h"

#include "app/gui/applications/applicationsview.h"
#include "app/gui/widgets/pages/emptystate.h"
#include "core/io/settings/windowmemory.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

class ApplicationsPageTest : public testing::Test
{
protected:
    ApplicationsPageTest() { open(); }

    void open()
    {
        page = std::make_unique<ApplicationsPage>(engine, clock, memory);
        page->resize(1084, 600);
        page->show();
        page->activateWindow();
    }
    void focusList() const
    {
        page->view().setFocus();
        ASSERT_TRUE(test::waitUntil([this] { return page->view().hasFocus(); }));
    }
    void fill()
    {
        InstanceState staging;
        staging.instance.id = u"s1"_s;
        staging.instance.name = u"staging"_s;
        staging.receivedAt = clock.now() - std::chrono::seconds(2);
        engine.putInstance(staging);
        engine.putApplications(
            u"s1"_s,
            {application(u"shop-web"_s), application(u"shop-api"_s, HealthStatus::Degraded), application(u"orders"_s)});
        engine.start();
    }
    static Application application(const QString &name, HealthStatus health = HealthStatus::Healthy)
    {
        Application app;
        app.name = name;
        app.nameSpace = u"argocd"_s;
        app.project = u"shop"_s;
        app.health.status = health;
        app.summaryImages = {u"ghcr.io/acme/%1:1.0.0"_s.arg(name)};
        return app;
    }
    [[nodiscard]] QLineEdit *line() const { return page->findChild<QLineEdit *>(); }
    [[nodiscard]] QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < page->model().rowCount(); ++row)
            names.push_back(page->model().row(row).application().name);
        return names;
    }

    test::FakeClock clock;
    test::FakeEngine engine{clock};
    QTemporaryDir folder;
    WindowMemory memory{folder.filePath(u"window.json"_s)};
    std::unique_ptr<ApplicationsPage> page;
};

} // namespace

TEST_F(ApplicationsPageTest, TypingFiltersAndEscapeShowsAll)
{
    fill();
    page->focusFilter();
    QTest::keyClicks(line(), u"health:deg"_s);
    EXPECT_EQ(shown(), QStringList{u"shop-api"_s});
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape); // closes the completion popup
    QTest::keyClick(line(), Qt::Key_Escape);
    EXPECT_EQ(shown().size(), 3);
}

TEST_F(ApplicationsPageTest, OffersToFollowTheSelection)
{
    fill();
    std::vector<FollowOffer> offers;
    QObject::connect(page.get(), &ApplicationsPage::followAsked, page.get(),
                     [&offers](const std::vector<FollowOffer> &asked) { offers = asked; });
    const auto filters = [&offers] {
        QStringList texts;
        for (const auto &offer : offers)
            texts += offer.filter;
        return texts;
    };
    focusList();
    page->showApplication({u"s1"_s, u"argocd"_s, u"shop-web"_s});
    QTest::keyClick(&page->view(), Qt::Key_F);
    EXPECT_EQ(filters(),
              QStringList({u"project:shop"_s, u"project:shop instance:staging"_s,
                           u"name:shop-web project:shop instance:staging"_s}))
        << "the project is the first offer, for F and Enter";
    page->setFilterText(u"name:shop"_s);
    QTest::keyClick(&page->view(), Qt::Key_F);
    EXPECT_EQ(filters().value(0), u"name:shop"_s) << "the offer follows the filter";
    page->view().selectAll();
    QTest::keyClick(&page->view(), Qt::Key_F);
    EXPECT_EQ(filters().value(0), u"name:shop-api,shop-web project:shop instance:staging"_s);
    EXPECT_EQ(page->countMatching(parseApplicationFilter(filters().value(0))), 2);
}

TEST_F(ApplicationsPageTest, KeyboardAcceptsCompletion)
{
    fill();
    page->focusFilter();
    QTest::keyClicks(line(), u"hea"_s);
    auto *popup = QApplication::activePopupWidget();
    ASSERT_NE(popup, nullptr);
    QTest::keyClick(popup, Qt::Key_Return);
    EXPECT_EQ(line()->text(), u"health:"_s);
    QTest::keyClicks(line(), u"deg"_s);
    popup = QApplication::activePopupWidget();
    ASSERT_NE(popup, nullptr);
    QTest::keyClick(popup, Qt::Key_Return);
    EXPECT_EQ(line()->text(), u"health:Degraded "_s);
    EXPECT_EQ(shown(), QStringList{u"shop-api"_s});
}

TEST_F(ApplicationsPageTest, ShowsTheHiddenCountAndClearsTheFilter)
{
    fill();
    page->setFilterText(u"name:shop -health:degraded"_s);
    EXPECT_EQ(shown(), QStringList{u"shop-web"_s});
    Q_EMIT page->findChild<FilterField *>()->explanationAsked();
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    EXPECT_EQ(menu->actions().at(0)->text(), u"name:shop hides 1: clear it"_s);
    EXPECT_EQ(menu->actions().at(1)->text(), u"-health:degraded hides 1: clear it"_s);
    menu->actions().at(1)->trigger();
    EXPECT_EQ(page->filterText(), u"name:shop"_s);
    menu->close();
    test::drainEvents();
}

TEST_F(ApplicationsPageTest, KeysMoveFromTheFilterToTheListAndOpen)
{
    fill();
    QSignalSpy opened(page.get(), &ApplicationsPage::opened);
    page->focusFilter();
    QTest::keyClick(line(), Qt::Key_Down);
    ASSERT_TRUE(page->current());
    EXPECT_EQ(page->current()->name, u"orders"_s);
    EXPECT_EQ(page->view().selectedKeys().size(), 1) << "the current row can be watched immediately";
    QTest::keyClick(&page->view(), Qt::Key_Down);
    QTest::keyClick(&page->view(), Qt::Key_Return);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened[0][0].value<ApplicationKey>().name, u"shop-api"_s);
}

TEST_F(ApplicationsPageTest, WatchesAllSelectedApplications)
{
    fill();
    QSignalSpy asked(page.get(), &ApplicationsPage::watchAsked);
    const auto buttons = page->findChildren<QPushButton *>();
    const auto watch = std::ranges::find_if(buttons, [](auto *button) { return button->text() == u"Watch"_s; });
    ASSERT_NE(watch, buttons.end());
    EXPECT_FALSE((*watch)->isEnabled()) << "nothing is selected";
    page->showApplication({u"s1"_s, u"argocd"_s, u"shop-api"_s});
    focusList();
    QTest::keyClick(&page->view(), Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ((*watch)->text(), u"Watch 2"_s);
    QTest::keyClick(&page->view(), Qt::Key_W);
    ASSERT_EQ(asked.size(), 1);
    const auto keys = asked[0][0].value<std::vector<ApplicationKey>>();
    ASSERT_EQ(keys.size(), 2);
    EXPECT_EQ(keys[0].name, u"shop-api"_s);
    EXPECT_EQ(keys[1].name, u"shop-web"_s);
}

TEST_F(ApplicationsPageTest, CopiesTheSelectionAsATable)
{
    fill();
    focusList();
    page->view().selectAll();
    QTest::keySequence(&page->view(), QKeySequence::Copy);
    const auto lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 4);
    EXPECT_EQ(lines[0], u"Application\tInstance\tProject\tHealth\tSync\tImages\tLast sync\tData age"_s);
    EXPECT_EQ(lines[2], u"shop-api\tstaging\tshop\tDegraded\tUnknown\tshop-api:1.0.0\t–\t2 s"_s);
}

TEST_F(ApplicationsPageTest, HidesLessImportantColumnsInsteadOfScrolling)
{
    fill();
    const auto &view = page->view();
    const auto isShown = [&view](ApplicationColumn column) { return !view.isColumnHidden(int(column)); };
    for (int column = 0; column < kApplicationColumns; ++column)
        EXPECT_TRUE(isShown(ApplicationColumn(column))) << column;
    page->resize(604, 600);
    test::drainEvents();
    EXPECT_EQ(view.horizontalScrollBar()->maximum(), 0);
    for (const auto column : {ApplicationColumn::Name, ApplicationColumn::Health, ApplicationColumn::Images})
        EXPECT_TRUE(isShown(column)) << int(column);
    EXPECT_FALSE(isShown(ApplicationColumn::DataAge));
    page->view().selectAll();
    focusList();
    QTest::keySequence(&page->view(), QKeySequence::Copy);
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(u"Application\tInstance\tProject"_s)) << "all rows";
    page->resize(1084, 600);
    test::drainEvents();
    EXPECT_TRUE(isShown(ApplicationColumn::DataAge));
}

TEST_F(ApplicationsPageTest, PinsAndFiltersSurviveARestart)
{
    fill();
    page->showApplication({u"s1"_s, u"argocd"_s, u"shop-web"_s});
    focusList();
    QTest::keyClick(&page->view(), Qt::Key_P);
    EXPECT_EQ(shown().first(), u"shop-web"_s);
    page->setFilterText(u"name:shop"_s);
    page->view().sortByColumn(int(ApplicationColumn::Health), Qt::DescendingOrder);
    page->remember();
    open();
    engine.start();
    EXPECT_EQ(page->filterText(), u"name:shop"_s);
    EXPECT_EQ(shown(), (QStringList{u"shop-web"_s, u"shop-api"_s}));
    EXPECT_EQ(page->view().header()->sortIndicatorSection(), int(ApplicationColumn::Health));
}

TEST_F(ApplicationsPageTest, ShowsAnApplicationThatTheFilterHides)
{
    fill();
    page->setFilterText(u"orders"_s);
    page->showApplication({u"s1"_s, u"argocd"_s, u"shop-web"_s});
    EXPECT_EQ(page->filterText(), QString());
    EXPECT_EQ(page->current()->name, u"shop-web"_s);
}

TEST_F(ApplicationsPageTest, OffersTheFirstStepWithoutInstances)
{
    engine.start();
    QSignalSpy asked(page.get(), &ApplicationsPage::addInstanceAsked);
    QPushButton *step = nullptr;
    for (auto *button : page->findChildren<QPushButton *>()) {
        if (button->text() == u"Add an instance"_s)
            step = button;
    }
    ASSERT_NE(step, nullptr);
    ASSERT_TRUE(step->isVisible());
    step->click();
    EXPECT_EQ(asked.size(), 1);
}

TEST_F(ApplicationsPageTest, ExplainsAnEmptyListAndLinksToTheRemedy)
{
    engine.start();
    const QSignalSpy asked(page.get(), &ApplicationsPage::instancesAsked);
    const auto *empty = page->findChild<EmptyState *>();
    const auto words = [empty] {
        QStringList texts;
        for (const auto *label : empty->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u' ');
    };
    InstanceState state;
    state.instance.id = state.instance.name = u"staging"_s;
    const auto put = [&](Connection connection) {
        state.connection = connection;
        engine.putInstance(state);
        test::drainEvents();
    };
    put(Connection::Connecting);
    EXPECT_FALSE(empty->button()->isVisible()) << "loading takes only a moment";
    put(Connection::KeychainShut);
    EXPECT_TRUE(words().contains(u"staging: keychain locked"_s)) << words().toStdString();
    ASSERT_TRUE(empty->button()->isVisible());
    QTest::keyClick(empty->button(), Qt::Key_Space);
    EXPECT_EQ(asked.count(), 1);
    put(Connection::Live);
    EXPECT_TRUE(words().contains(u"do not have access to any"_s)) << words().toStdString();
    QTest::keyClick(empty->button(), Qt::Key_Space);
    EXPECT_EQ(asked.count(), 2);
}

} // namespace lynceus
