#include "tests/gui/accessibility/hostiletext.h"

#include "app/gui/deployments/deploymentsmodel.h"
#include "app/gui/deployments/deploymentspage.h"
#include "app/gui/deployments/deploymentsview.h"
#include "app/gui/detail/detailpane.h"
#include "app/gui/instances/instancespage.h"
#include "app/gui/widgets/dialogs/plainmessagebox.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/gui/detail/detailscene.h"
#include "tests/support/deploymentmaker.h"
#include "tests/support/watchmaker.h"
#include "tests/support/windowscene.h"

#include <QDialog>
#include <QTextDocument>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

class ScreenWithHostileText : public testing::TestWithParam<Screen>
{ };

void expectPlain(QWidget &root, const HostileText &text, const std::string &where)
{
    const auto found = interpretationsIn(root);
    EXPECT_TRUE(found.isEmpty()) << where << '\n' << found.join(u'\n').toStdString();
    EXPECT_FALSE(text.wasOpened()) << where;
}

} // namespace

TEST(HostileText, ToolTipsShowItAsPlainText)
{
    EXPECT_EQ(toolTipText(u"a & b"_s), u"a & b"_s);
    EXPECT_EQ(toolTipText(u"1 < 2\n2 > 1"_s), u"1 < 2\n2 > 1"_s);
    EXPECT_EQ(toolTipText(u"shop\x1b[31m\u202e"_s), u"shop [31m\ufffd"_s);
    for (const auto &markup : {u"<b>x</b>"_s, u"<img src=\"file:///dev/zero\">"_s, u"a &lt; b"_s, u"<!DOCTYPE html>"_s,
                               u"<?xml version=\"1.0\"?><p>x"_s, u"a\n<b>x</b>"_s, QString(3000, u'x')}) {
        const auto tip = toolTipText(markup);
        QTextDocument shown;
        if (Qt::mightBeRichText(tip))
            shown.setHtml(tip);
        else
            shown.setPlainText(tip);
        EXPECT_EQ(shown.toPlainText(), markup.size() < 2000 ? markup : markup.first(1999) + u'…');
    }
}

TEST(HostileText, LabelsAndMessageBoxesShowItAsPlainText)
{
    const HostileText text;
    PlainLabel label(text.in(u"label"_s));
    PlainLabel later;
    later.setText(text.in(u"later"_s));
    auto *box = new PlainMessageBox(QMessageBox::Warning, text.in(u"title"_s), text.in(u"text"_s), text.in(u"more"_s),
                                    QMessageBox::Close, nullptr);
    box->open();
    for (auto *widget : {static_cast<QWidget *>(&label), static_cast<QWidget *>(&later), static_cast<QWidget *>(box)})
        expectPlain(*widget, text, widget->metaObject()->className());
    EXPECT_TRUE(label.text().contains("<img"_L1));
    box->close();
}

TEST_P(ScreenWithHostileText, ShowsItAsPlainText)
{
    const HostileText text;
    WindowScene scene;
    text.corrupt(scene.engine());
    FakeEngine nothing(scene.clock());
    nothing.putImportable({ImportableContext{.name = text.in(u"context"_s), .problem = text.in(u"problem"_s)}});
    CompleteWindow complete(GetParam().isEmpty ? nothing : scene.engine(), scene.clock());
    GetParam().open(complete);
    drainEvents();
    complete.engine.reportNotice(text.in(u"notice"_s));
    complete.engine.putHistory(text.corrupted(ended(failing(makeWatch(u"h8"_s)), Outcome::Failed)));
    complete.engine.putImportable({ImportableContext{.name = text.in(u"context"_s), .problem = text.in(u"problem"_s)}});
    drainEvents();
    expectPlain(complete.window, text, GetParam().name);
    expectPlain(front(complete.window), text, GetParam().name);
    closeDialogs(complete.window);
}

INSTANTIATE_TEST_SUITE_P(All, ScreenWithHostileText, testing::ValuesIn(screens()), testName);

TEST(HostileText, IsPlainTextInEndedWatchesAndReports)
{
    const HostileText text;
    WindowScene scene;
    auto watch = text.corrupted(ended(failing(makeWatch(u"h8"_s)), Outcome::Failed));
    watch.request.application.name = watch.expectation.application.name = text.in(u"application"_s);
    scene.engine().putHistory(watch,
                              {{watch.registeredAt,
                                TimelineEntry::Kind::Resource,
                                {{}, u"Pod"_s, {}, text.in(u"entry.resource"_s)},
                                text.in(u"entry.text"_s),
                                {text.in(u"entry.image"_s)}}});
    CompleteWindow complete(scene.engine(), scene.clock());
    complete.window.deployments().setPeriod(4);
    complete.window.showPage(MainWindow::Page::Deployments);
    drainEvents();
    ASSERT_EQ(complete.window.deployments().model().shownWatches().size(), 1U);
    expectPlain(complete.window, text, "watches that ended");
}

TEST(HostileText, IsPlainTextInDeploymentsAndTheirDetails)
{
    const HostileText text;
    WindowScene scene;
    auto deployment = makeDeployment(text.in(u"application"_s), scene.clock().now(), Deployment::Outcome::Failed);
    deployment.application.instance = text.in(u"instance"_s);
    deployment.project = text.in(u"project"_s);
    deployment.actor.name = text.in(u"actor"_s);
    deployment.images.front().repository = text.in(u"repository"_s);
    deployment.images.front().from = QStringList{text.in(u"from"_s)};
    deployment.images.front().to = QStringList{text.in(u"to"_s)};
    deployment.chartTo = text.in(u"chart"_s);
    deployment.revisionsTo = QStringList{text.in(u"revision"_s)};
    deployment.commit = RevisionMetadata{text.in(u"author"_s), text.in(u"commit"_s), {}};
    deployment.cause = text.in(u"cause"_s);
    deployment.message = text.in(u"message"_s);
    deployment.rule = text.in(u"rule"_s);
    scene.engine().putDeployment(deployment);
    auto withoutCause = deployment;
    withoutCause.startedAt -= std::chrono::minutes(1);
    withoutCause.outcome = Deployment::Outcome::Deployed;
    withoutCause.cause.clear();
    withoutCause.message.clear();
    scene.engine().putDeployment(withoutCause);
    CompleteWindow complete(scene.engine(), scene.clock());
    complete.window.showPage(MainWindow::Page::Deployments);
    drainEvents();
    auto &page = complete.window.deployments();
    ASSERT_EQ(page.model().rowCount(), 2);
    for (int row = 0; row < 2; ++row) {
        page.view().setCurrentIndex(page.model().index(row, 0));
        drainEvents();
        expectPlain(complete.window, text, "deployments");
    }
}

TEST(HostileText, IsPlainTextInAllDetailTabs)
{
    const HostileText text;
    DetailScene scene;
    const auto &key = scene.key();
    auto &known = scene.answers();
    if (known.tree) {
        auto tree = text.corrupted(*known.tree);
        scene.engine().putTree(key, tree);
    }
    for (auto &events : {&known.applicationEvents, &known.events[DetailScene::crashingPod()]}) {
        for (auto &event : **events)
            event = text.corrupted(event);
    }
    for (auto &commit : known.commits)
        commit = RevisionMetadata{text.in(u"author"_s), text.in(u"message"_s), {}};
    known.containers[DetailScene::crashingPod().name] = {text.in(u"container"_s)};
    known.logs[DetailScene::crashingPod().name + u'/' + text.in(u"container"_s)] = {
        {text.in(u"line"_s), DetailScene::crashingPod().name, {}, false}};
    scene.engine().putInstance(text.corrupted(scene.engine().instances().first()));
    auto watch = text.corrupted(scene.watch());
    watch.verdict.cause->resource = DetailScene::crashingPod();
    CompleteWindow complete(scene.engine(), scene.clock());
    scene.engine().putWatch(watch);
    auto *pane = complete.window.findChild<DetailPane *>();
    ASSERT_TRUE(waitUntil([&] {
        complete.window.showWatch(watch.id);
        return pane->isVisible();
    }));
    using Tab = DetailPane::Tab;
    for (const auto tab : {Tab::Resources, Tab::Timeline, Tab::Events, Tab::Logs, Tab::Manifest, Tab::Evidence}) {
        pane->openTab(tab);
        drainEvents();
        expectPlain(complete.window, text, "tab " + std::to_string(int(tab)));
    }
}

} // namespace lynceus::test
