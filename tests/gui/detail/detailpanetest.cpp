#include "tests/gui/detail/panescene.h"

#include <QLabel>

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::HasSubstr;

TEST_F(DetailPaneTest, HeaderShowsApplicationStateAndCause)
{
    m_pane.showWatch(m_scene.watch());
    EXPECT_TRUE(waitUntil([this] { return texts().find("Ada Lovelace") != std::string::npos; }));
    EXPECT_THAT(texts(), HasSubstr("shop-api"));
    EXPECT_THAT(texts(), HasSubstr("ghcr.io/acme/shop-api:2.1.0"));
    EXPECT_THAT(texts(), HasSubstr("project shop · registered"));
    EXPECT_THAT(texts(), HasSubstr("by a pipeline"));
    EXPECT_THAT(texts(), HasSubstr("release sprint 42"));
    EXPECT_THAT(texts(), HasSubstr("3f1c22a  Ada Lovelace, "));
    EXPECT_THAT(texts(), HasSubstr(": Take the lock before the migration"));
    EXPECT_THAT(texts(), testing::Not(HasSubstr("Long story")));
    EXPECT_THAT(texts(), HasSubstr("shop-api-866476d94c-9nvt2"));
    EXPECT_THAT(texts(), HasSubstr("column \"lock\" already exists"));
}

TEST_F(DetailPaneTest, HasRoomForTheFullName)
{
    m_pane.showWatch(m_scene.watch());
    const auto *name = m_pane.findChild<QLabel *>(u"name"_s);
    ASSERT_NE(name, nullptr);
    EXPECT_EQ(name->text(), u"shop-api"_s);
    EXPECT_TRUE(waitUntil([name] { return name->width() >= name->fontMetrics().horizontalAdvance(name->text()); }));
}

TEST_F(DetailPaneTest, SelectsTheCauseFirst)
{
    m_pane.showWatch(m_scene.watch());
    EXPECT_EQ(currentRow(), u"shop-api-866476d94c-9nvt2 Pod"_s);
    EXPECT_TRUE(tree()->isExpanded(tree()->currentIndex().parent()));
}

TEST_F(DetailPaneTest, ReadsOnlyWhileVisible)
{
    m_pane.hide();
    m_pane.showWatch(m_scene.watch());
    EXPECT_TRUE(m_scene.engine().views().isEmpty());
    m_pane.show();
    EXPECT_EQ(m_scene.engine().views().size(), 1);
    m_pane.hide();
    EXPECT_TRUE(m_scene.engine().views().isEmpty());
    EXPECT_GT(tree()->model()->rowCount(), 0) << "the loaded tree stays";
    m_pane.show();
    m_pane.showApplication({u"i1"_s, u"argocd"_s, u"shop-api"_s});
    EXPECT_EQ(m_scene.engine().views().size(), 1);
    m_pane.clear();
    EXPECT_TRUE(m_scene.engine().views().isEmpty());
}

TEST_F(DetailPaneTest, ButtonsExtendCopyAndOpen)
{
    m_pane.showWatch(m_scene.watch());
    QUrl asked;
    QObject::connect(&m_pane, &DetailPane::addressRequested, &m_pane, [&asked](const QUrl &url) { asked = url; });
    const auto press = [this](const QString &words) {
        for (auto *button : m_pane.findChildren<QAbstractButton *>()) {
            if (button->text().remove(u'&') == words && button->isVisible()) {
                button->setFocus();
                QTest::keyClick(button, Qt::Key_Space);
                return true;
            }
        }
        return false;
    };
    EXPECT_TRUE(press(u"Extend"_s));
    EXPECT_THAT(m_scene.engine().calls().join(u'\n').toStdString(), HasSubstr("extendWatch w7k3f 600000"));
    EXPECT_TRUE(press(u"Argo CD"_s));
    EXPECT_EQ(asked, QUrl(u"https://argocd.example/base/applications/argocd/shop-api"_s));
    EXPECT_TRUE(press(u"Copy report"_s));
    EXPECT_THAT(QApplication::clipboard()->text().toStdString(), HasSubstr("shop-api:2.1.0"));
    EXPECT_THAT(QApplication::clipboard()->text().toStdString(), HasSubstr("https://argocd.example/base/applications"));
}

TEST_F(DetailPaneTest, KeepsSelectionExpansionAndScrollPosition)
{
    QByteArray picture = "Deployment web Progressing\n  ReplicaSet web-1 Rev:1 Progressing\n";
    for (int i = 0; i < 80; ++i)
        picture += "    Pod web-1-" + QByteArray::number(i) + " web:1 Progressing 0/1\n";
    m_scene.engine().putTree(m_scene.key(), treeFrom(picture));
    m_pane.showApplication(m_scene.key());
    auto *view = tree();
    view->setFocus();
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(view, Qt::Key_Down);
    const auto selected = currentRow();
    const auto top = view->indexAt(QPoint(0, 0)).data().toString();
    ASSERT_GT(view->verticalScrollBar()->value(), 0);
    // Ten pods become degraded. They move to the top, so all other rows move down.
    for (int i = 70; i < 80; ++i) {
        const auto name = "Pod web-1-" + QByteArray::number(i);
        picture.replace(name + " web:1 Progressing", name + " web:1 Degraded");
    }
    m_scene.engine().putTree(m_scene.key(), treeFrom(picture));
    m_scene.engine().views().front()->reportTree();
    EXPECT_EQ(currentRow(), selected);
    EXPECT_EQ(view->indexAt(QPoint(0, 0)).data().toString(), top);
}

TEST_F(DetailPaneTest, NewFailureIsSelectedUnlessTheUserSelectedARow)
{
    const auto failing = m_scene.watch();
    auto well = failing;
    well.verdict.cause.reset();
    m_scene.engine().putWatch(well);
    m_pane.showWatch(well);
    const auto cause = failing.verdict.cause->resource.name;
    ASSERT_FALSE(currentRow().startsWith(cause)) << currentRow().toStdString();
    m_scene.engine().putWatch(failing);
    EXPECT_TRUE(currentRow().startsWith(cause)) << "the failure starts while the pane is visible";
    QTest::keyClick(tree(), Qt::Key_Down);
    const auto chosen = currentRow();
    ASSERT_FALSE(chosen.startsWith(cause));
    m_scene.engine().putWatch(well);
    m_scene.engine().putWatch(failing);
    EXPECT_EQ(currentRow(), chosen) << "the user's selection stays";
    m_pane.clear();
    m_pane.showWatch(failing);
    ASSERT_TRUE(currentRow().startsWith(cause));
    m_pane.showApplication(m_scene.key());
    m_pane.showWatch(failing);
    EXPECT_TRUE(currentRow().startsWith(cause)) << "each time the pane opens: " << currentRow().toStdString();
}

TEST_F(DetailPaneTest, ManuallyCollapsedRowsStayCollapsed)
{
    m_pane.showWatch(m_scene.watch());
    auto *view = tree();
    const auto deployment = [view] { return view->model()->index(0, 0); };
    ASSERT_EQ(deployment().data().toString(), u"shop-api Deployment · revision 5"_s);
    ASSERT_TRUE(view->isExpanded(deployment()));
    view->setCurrentIndex(deployment());
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Left);
    ASSERT_FALSE(view->isExpanded(deployment()));
    m_scene.engine().views().front()->reportTree();
    EXPECT_FALSE(view->isExpanded(deployment()));
    QTest::keyClick(view, Qt::Key_Right);
    m_scene.engine().views().front()->reportTree();
    EXPECT_TRUE(view->isExpanded(deployment()));
}

TEST_F(DetailPaneTest, FiltersByKeysAndReportsNoMatch)
{
    m_pane.showWatch(m_scene.watch());
    tree()->setFocus();
    ASSERT_TRUE(m_pane.find());
    auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_NE(filter, nullptr);
    QTest::keyClicks(filter, u"configmap"_s);
    EXPECT_EQ(tree()->model()->rowCount(), 1);
    QTest::keyClicks(filter, u" nothing"_s);
    EXPECT_THAT(texts(), HasSubstr("No resource matches “configmap nothing”"));
    filter->clear();
    EXPECT_EQ(tree()->model()->rowCount(), 4);
}

TEST_F(DetailPaneTest, ShowsEventsNewestFirstWithTheirCount)
{
    m_pane.showWatch(m_scene.watch());
    m_pane.openTab(DetailPane::Tab::Events);
    auto *events = m_pane.findChild<QTreeView *>(u"events"_s);
    ASSERT_TRUE(waitUntil([events] { return events->model()->rowCount() == 4; }));
    EXPECT_EQ(m_pane.findChild<QTabWidget *>()->tabText(2), u"Events 4"_s);
    QStringList reasons;
    for (int row = 0; row < 4; ++row)
        reasons << events->model()->index(row, 3).data().toString();
    EXPECT_EQ(reasons, (QStringList{u"BackOff"_s, u"Pulled"_s, u"ResourceUpdated"_s, u"OperationStarted"_s}));
    EXPECT_EQ(events->model()->index(0, 4).data().toString(), u"×7"_s);
    events->setFocus();
    events->setCurrentIndex(events->model()->index(0, 0));
    EXPECT_THAT(texts(), HasSubstr("Back-off restarting failed container app in pod"));
}

TEST_F(DetailPaneTest, CopiesEvidence)
{
    m_pane.showWatch(m_scene.watch());
    m_pane.openTab(DetailPane::Tab::Evidence);
    auto *copy = m_pane.findChild<QAbstractButton *>(u"copyEvidence"_s);
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    const auto text = QApplication::clipboard()->text().toStdString();
    EXPECT_THAT(text, HasSubstr("CrashLoopBackOff"));
    EXPECT_THAT(text, HasSubstr("ghcr.io/acme/shop-api:2.1.0"));
    EXPECT_THAT(text, HasSubstr("0 of 3 ready, 1 updated, 2 old"));
}

TEST_F(DetailPaneTest, FocusableWidgetsHaveNames)
{
    m_pane.showWatch(m_scene.watch());
    for (auto *widget : m_pane.findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->window() != &m_pane)
            continue;
        const auto *accessible = QAccessible::queryAccessibleInterface(widget);
        EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty())
            << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
    }
}

} // namespace lynceus::test
