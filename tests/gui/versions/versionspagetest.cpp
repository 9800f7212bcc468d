#include "app/gui/versions/versionspage.h"

#include "app/gui/versions/versionsview.h"
#include "app/gui/widgets/controls/chips.h"
#include "app/gui/widgets/pages/emptystate.h"
#include "core/io/settings/windowmemory.h"
#include "tests/gui/picture.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

class VersionsPageTest : public ::testing::Test
{
protected:
    VersionsPageTest()
    {
        for (const auto &id : {u"dev"_s, u"prod"_s}) {
            InstanceState state;
            state.instance.id = id;
            state.instance.name = id;
            state.connection = Connection::Live;
            m_engine.putInstance(state);
        }
        m_engine.putApplications(u"dev"_s,
                                 {made(u"web"_s, {u"ghcr.io/acme/web:1.5.0"_s}),
                                  made(u"api"_s, {u"ghcr.io/acme/api:2"_s}),
                                  made(u"web-admin"_s, {u"ghcr.io/acme/web-admin:9"_s})});
        m_engine.putApplications(u"prod"_s,
                                 {made(u"web"_s, {u"ghcr.io/acme/web:1.4.0"_s}, u"eu"_s),
                                  made(u"web-us"_s, {u"ghcr.io/acme/web:1.3.0"_s}, u"us"_s),
                                  made(u"api"_s, {u"ghcr.io/acme/api:2"_s})});
        QObject::connect(&m_engine, &Engine::applicationsChanged, &m_engine, [this](const ChangeSet &changes) {
            for (const auto &entry : changes.inserted)
                m_reported.push_back(entry);
        });
        open();
        m_engine.start();
        page().show();
        page().activateWindow();
        EXPECT_TRUE(waitUntil([this] { return page().isActiveWindow(); }));
    }

    static Application made(const QString &name, const QStringList &images, const QString &environment = {})
    {
        Application application;
        application.name = name;
        application.nameSpace = u"argocd"_s;
        application.project = u"shop"_s;
        application.summaryImages = images;
        application.health.status = HealthStatus::Healthy;
        application.sync = SyncStatus::Synced;
        if (!environment.isEmpty())
            application.labels[u"env"_s] = environment;
        return application;
    }

    void open()
    {
        m_memory = std::make_unique<WindowMemory>(m_folder.filePath(u"window.json"_s));
        m_page = std::make_unique<VersionsPage>(
            m_engine,
            [this](const VersionsPage::Visit &visit) {
                for (const auto &entry : m_reported)
                    visit(entry);
            },
            m_clock, *m_memory);
        m_page->resize(900, 500);
    }

    [[nodiscard]] VersionsPage &page() const { return *m_page; }
    [[nodiscard]] VersionsView &view() const { return m_page->view(); }
    [[nodiscard]] const VersionsModel &model() const { return m_page->model(); }

    void select(const QString &repository, int column) const
    {
        view().setFocus(Qt::OtherFocusReason);
        view().setCurrentIndex(model().index(model().rowOf(u"ghcr.io/acme/"_s + repository), column));
    }

    [[nodiscard]] QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < model().rowCount(); ++row)
            names += model().repository(row).section(u'/', -1);
        return names;
    }

    FakeClock m_clock;
    FakeEngine m_engine{m_clock};
    std::vector<ApplicationEntry> m_reported;
    QTemporaryDir m_folder;
    std::unique_ptr<WindowMemory> m_memory;
    std::unique_ptr<VersionsPage> m_page;
};

TEST_F(VersionsPageTest, IsFilledWhenShownAndThenUpdated)
{
    EXPECT_EQ(shown(), QStringList({u"api"_s, u"web"_s, u"web-admin"_s}));
    m_engine.putApplications(u"prod"_s, {made(u"mail"_s, {u"ghcr.io/acme/mail:3"_s})});
    EXPECT_TRUE(shown().contains(u"mail"_s));
    m_engine.dropApplications({{u"prod"_s, u"argocd"_s, u"mail"_s}});
    EXPECT_FALSE(shown().contains(u"mail"_s));
}

TEST_F(VersionsPageTest, EnterOpensTheApplicationOrOffersAChoice)
{
    QSignalSpy asked(&page(), &VersionsPage::applicationAsked);
    select(u"web"_s, 0);
    QTest::keyClick(&view(), Qt::Key_Return);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0][0].value<ApplicationKey>(), (ApplicationKey{u"dev"_s, u"argocd"_s, u"web"_s}));
    select(u"web"_s, 1);
    QTest::keyClick(&view(), Qt::Key_Enter);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr) << "two applications run the version there";
    ASSERT_EQ(menu->actions().size(), 4);
    EXPECT_EQ(menu->actions()[1]->text(), u"web · prod"_s) << "by version";
    menu->actions()[0]->trigger();
    menu->close();
    ASSERT_EQ(asked.size(), 2);
    EXPECT_EQ(asked[1][0].value<ApplicationKey>().name, u"web-us"_s);
    select(u"web-admin"_s, 1);
    QTest::keyClick(&view(), Qt::Key_Return);
    EXPECT_EQ(asked.size(), 2) << "the version does not run there";
}

TEST_F(VersionsPageTest, ImageFilterShowsOnlyItsService)
{
    page().findChild<Chip *>()->setChecked(true);
    page().showImage(u"ghcr.io/acme/web:1.4.0"_s);
    EXPECT_EQ(shown(), QStringList{u"web"_s}) << "not services with the same prefix";
    page().showImage(u"ghcr.io/acme/api@sha256:"_s + QString(64, u'a'));
    EXPECT_EQ(shown(), QStringList{u"api"_s}) << "also a service without differences";
    QSignalSpy asked(&page(), &VersionsPage::applicationsAsked);
    select(u"api"_s, 0);
    QTest::keyClick(&view(), Qt::Key_A);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0][0].toString(), u"image:api"_s);
}

TEST_F(VersionsPageTest, ShortcutShowsOnlyDifferences)
{
    select(u"web"_s, 0);
    QTest::keyClick(&view(), Qt::Key_D);
    EXPECT_EQ(shown(), QStringList{u"web"_s});
    m_engine.putApplications(u"dev"_s, {made(u"web"_s, {u"ghcr.io/acme/web:1.4.0"_s})});
    m_engine.dropApplications({{u"prod"_s, u"argocd"_s, u"web-us"_s}});
    EXPECT_EQ(model().rowCount(), 0);
    auto *empty = page().findChild<EmptyState *>();
    ASSERT_TRUE(empty->isVisible());
    empty->button()->click();
    EXPECT_EQ(model().rowCount(), 3);
    EXPECT_TRUE(view().isVisible());
}

TEST_F(VersionsPageTest, ColumnsMoveByKeysAndMouseAndPersist)
{
    select(u"web"_s, 1);
    EXPECT_TRUE(model().cell(model().rowOf(u"ghcr.io/acme/web"_s), 0).ahead.isEmpty());
    QTest::keyClick(&view(), Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(model().title(0), u"prod"_s);
    EXPECT_EQ(view().currentIndex().column(), 0) << "the current column is unchanged";
    view().horizontalHeader()->moveSection(0, 1); // as dragging does
    ASSERT_TRUE(waitUntil([this] { return model().title(0) == u"dev"_s; }));
    EXPECT_EQ(view().horizontalHeader()->visualIndex(0), 0) << "the order is the model's";
    QTest::keyClick(&view(), Qt::Key_Right, Qt::AltModifier);
    QTest::keyClick(&view(), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(&view(), Qt::Key_Left, Qt::AltModifier);
    const auto order = model().order();
    page().setRule({EnvironmentRule::By::Project, {}});
    EXPECT_EQ(model().title(0), u"shop"_s);
    page().setRule({});
    EXPECT_EQ(model().order(), order) << "each column type has its own order";
    page().remember();
    ASSERT_TRUE(m_memory->save());
    open();
    page().show();
    EXPECT_EQ(model().order(), order);
}

TEST_F(VersionsPageTest, ColumnsCanBeLabelValues)
{
    auto *columns = page().findChild<QToolButton *>();
    Q_EMIT columns->menu()->aboutToShow();
    const auto actions = columns->menu()->actions();
    const auto label = std::ranges::find_if(actions, [](const QAction *action) { return action->text() == u"env"_s; });
    ASSERT_NE(label, actions.end());
    (*label)->trigger();
    EXPECT_EQ(model().title(0), u"eu"_s);
    EXPECT_EQ(columns->text(), u"By env"_s);
    page().remember();
    ASSERT_TRUE(m_memory->save());
    open();
    page().show();
    EXPECT_EQ(model().rule(), (EnvironmentRule{EnvironmentRule::By::Label, u"env"_s}));
    page().setRule({EnvironmentRule::By::Label, u"gone"_s});
    auto *empty = page().findChild<EmptyState *>();
    ASSERT_TRUE(empty->isVisible());
    empty->button()->click();
    EXPECT_EQ(model().rule(), EnvironmentRule{});
}

TEST_F(VersionsPageTest, IsCopiedAndExportedAsShown)
{
    select(u"web"_s, 0);
    QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              u"Service\tdev\tprod\nghcr.io/acme/web\t1.5.0\t1.3.0, 1.4.0 · behind dev\n"_s);
    page().setFilterText(u"web-admin"_s);
    const auto csv = m_folder.filePath(u"versions.csv"_s);
    page().exportTo(csv);
    QFile file(csv);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().toStdString(),
              "repository,environment,version,applications,health,sync,behind,since,deploymentsBehind,"
              "behindSince\r\n"
              "ghcr.io/acme/web-admin,dev,9,argocd/web-admin,Healthy,Synced,,,,\r\n");
    const auto json = m_folder.filePath(u"versions.json"_s);
    page().exportTo(json);
    QFile object(json);
    ASSERT_TRUE(object.open(QIODevice::ReadOnly));
    EXPECT_TRUE(QJsonDocument::fromJson(object.readAll()).object().contains(u"services"_s));
}

TEST_F(VersionsPageTest, ReportsAFilterThatHidesAll)
{
    page().setFilterText(u"wibble"_s);
    auto *empty = page().findChild<EmptyState *>();
    ASSERT_TRUE(empty->isVisible());
    page().takeFocus();
    EXPECT_TRUE(empty->button()->hasFocus());
    QTest::keyClick(empty->button(), Qt::Key_Space);
    EXPECT_EQ(page().filterText(), QString());
    EXPECT_TRUE(view().isVisible());
    page().focusFilter();
    QTest::keyClick(page().window()->focusWidget(), Qt::Key_Down);
    EXPECT_TRUE(view().hasFocus());
    EXPECT_TRUE(view().currentIndex().isValid());
}

} // namespace

} // namespace lynceus
