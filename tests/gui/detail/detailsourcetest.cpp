#include "app/gui/detail/detailsource.h"

#include "core/domain/teamserver/taskwatch.h"
#include "tests/gui/detail/detailscene.h"
#include "tests/gui/teamservermaker.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

class DetailSourceTest : public testing::Test
{
protected:
    void SetUp() override { m_scene.engine().start(); }

    void beginApplication()
    {
        DetailSubject subject;
        subject.application = m_scene.key();
        m_source.begin(std::move(subject));
    }
    void beginTask(const ServerTask &task)
    {
        DetailSubject subject;
        subject.watch = watchOf(task, u"t1"_s);
        subject.application = subject.watch->expectation.application;
        m_source.begin(std::move(subject));
    }

    DetailScene m_scene;
    DetailSource m_source{m_scene.engine()};
};

} // namespace

TEST_F(DetailSourceTest, ReadsTheInstanceWhileVisible)
{
    EXPECT_EQ(m_source.subject(), nullptr);
    beginApplication();
    ASSERT_NE(m_source.subject(), nullptr);
    EXPECT_EQ(m_source.subject()->instanceName(), u"staging"_s) << "the engine has the instance";
    EXPECT_EQ(m_source.view(), nullptr);
    EXPECT_EQ(m_source.subject()->live, nullptr);

    QSignalSpy opened(&m_source, &DetailSource::viewOpened);
    QSignalSpy changed(&m_source, &DetailSource::changed);
    m_source.setInView(true);
    ASSERT_NE(m_source.view(), nullptr);
    EXPECT_EQ(opened.size(), 1);
    EXPECT_EQ(changed.size(), 1);
    EXPECT_NE(m_source.subject()->live, nullptr);

    bool hadView = false;
    QObject::connect(&m_source, &DetailSource::viewClosing, &m_source,
                     [this, &hadView] { hadView = m_source.view() != nullptr; });
    m_source.setInView(false);
    EXPECT_TRUE(hadView) << "the view is destroyed after viewClosing()";
    EXPECT_EQ(m_source.view(), nullptr);
    EXPECT_NE(m_source.subject()->live, nullptr) << "the last read data stays";
}

TEST_F(DetailSourceTest, ReadsTheCommitOnce)
{
    m_source.setInView(true);
    QSignalSpy completed(&m_source, &DetailSource::completed);
    beginApplication();
    ASSERT_TRUE(waitUntil([this] { return m_source.subject()->commit.has_value(); }));
    drainEvents();
    EXPECT_EQ(completed.size(), 1);
}

TEST_F(DetailSourceTest, CommitIsShownOnlyWithItsRevision)
{
    m_source.setInView(true);
    beginApplication();
    ASSERT_TRUE(waitUntil([this] { return m_source.subject()->commit.has_value(); }));
    auto *view = m_scene.engine().views().back();
    auto synced = std::make_shared<Application>(*view->application());
    synced->revisions = {u"9a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b"_s};
    const RevisionMetadata next{u"Grace"_s, u"Release the lock"_s, {}};
    m_scene.answers().commits[synced->revisions.front()] = next;
    view->reportApplication(synced);
    EXPECT_EQ(m_source.subject()->commit, std::nullopt) << "the commit of the new revision was not read yet";
    ASSERT_TRUE(waitUntil([this] { return m_source.subject()->commit.has_value(); }));
    EXPECT_EQ(m_source.subject()->commit, next);
}

TEST_F(DetailSourceTest, RecordedCommitIsShownOnlyWithItsRevision)
{
    auto watch = m_scene.watch();
    watch.commit = RevisionMetadata{u"Ada"_s, u"Take the lock"_s, {}};
    DetailSubject subject;
    subject.application = watch.expectation.application;
    subject.watch = watch;
    subject.commit = watch.commit;
    m_source.begin(subject);
    EXPECT_EQ(m_source.subject()->commit, watch.commit);
    watch.verdict.evidence.revisions = {u"9a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b"_s};
    m_scene.engine().putWatch(watch);
    EXPECT_EQ(m_source.subject()->commit, std::nullopt) << "the record contains the commit of the old revision";
    watch.commit = RevisionMetadata{u"Grace"_s, u"Release the lock"_s, {}};
    m_scene.engine().putWatch(watch);
    EXPECT_EQ(m_source.subject()->commit, watch.commit);
}

TEST_F(DetailSourceTest, RequestsTheCommitAgainAfterATemporaryError)
{
    auto &known = m_scene.answers();
    const auto commits = known.commits;
    for (auto &commit : known.commits)
        commit = tl::unexpected(Error{Error::Kind::Unreachable, {}, u"no route"_s, true, 0});
    m_source.setInView(true);
    beginApplication();
    drainEvents();
    ASSERT_EQ(m_source.subject()->commit, std::nullopt);
    known.commits = commits;
    auto *view = m_scene.engine().views().back();
    view->reportApplication(view->application());
    EXPECT_TRUE(waitUntil([this] { return m_source.subject()->commit.has_value(); }));
}

TEST_F(DetailSourceTest, RequestsTheCommitAgainIfThePaneWasHiddenMeanwhile)
{
    m_source.setInView(true);
    beginApplication();
    m_source.setInView(false);
    drainEvents();
    ASSERT_EQ(m_source.subject()->commit, std::nullopt) << "the request ended with its view";
    m_source.setInView(true);
    EXPECT_TRUE(waitUntil([this] { return m_source.subject()->commit.has_value(); }));
}

TEST_F(DetailSourceTest, FollowsOnlyItsWatch)
{
    auto watch = m_scene.watch();
    DetailSubject subject;
    subject.application = watch.expectation.application;
    subject.watch = watch;
    m_source.begin(subject);
    EXPECT_TRUE(m_source.isAbout(subject));
    subject.watch.reset();
    EXPECT_FALSE(m_source.isAbout(subject)) << "the subject is the application without the watch";
    QSignalSpy changed(&m_source, &DetailSource::changed);
    watch.request.note = u"rolled back"_s;
    m_scene.engine().putWatch(watch);
    EXPECT_EQ(m_source.subject()->watch->request.note, u"rolled back"_s);
    EXPECT_EQ(changed.size(), 1);
    m_scene.engine().putWatch(makeWatch(u"other"_s));
    EXPECT_EQ(changed.size(), 1);
}

TEST_F(DetailSourceTest, ShowsOnlyStoredDataWithoutItsInstance)
{
    m_source.setInView(true);
    beginApplication();
    ASSERT_NE(m_source.view(), nullptr);
    std::ignore = m_scene.engine().removeInstance(m_scene.key().instance, &m_source);
    ASSERT_TRUE(waitUntil([this] { return m_source.isViewRefused(); }));
    EXPECT_EQ(m_source.view(), nullptr);
    EXPECT_FALSE(m_source.subject()->instance);
}

TEST_F(DetailSourceTest, RetriesAfterErrors)
{
    m_source.setInView(true);
    beginApplication();
    m_scene.answers().trouble = Error{Error::Kind::Unreachable, {}, u"no route"_s, true, 0};
    QSignalSpy troubles(&m_source, &DetailSource::troubleChanged);
    m_scene.engine().views().back()->reportTrouble();
    EXPECT_EQ(troubles.size(), 1);
    ASSERT_TRUE(m_source.subject()->trouble);
    m_scene.answers().trouble.reset();
    m_source.tryAgain();
    EXPECT_FALSE(m_source.subject()->trouble);
    EXPECT_NE(m_source.view(), nullptr);
    EXPECT_TRUE(m_scene.engine().calls().contains(u"retry i1"_s)) << m_scene.engine().calls().join(u'\n').toStdString();
}

TEST_F(DetailSourceTest, TaskIsReadFromTheInstanceWithItsApplication)
{
    m_scene.engine().putTeamServer(makeTeamServer());
    const auto task = makeTask(u"a-1"_s, u"shop-api"_s);
    m_scene.engine().putServerTasks(u"t1"_s, {task});
    m_source.setInView(true);
    QSignalSpy refused(&m_source, &DetailSource::viewRefused);
    beginTask(task);
    EXPECT_FALSE(m_source.isViewRefused()) << "unknown so far";
    ASSERT_TRUE(waitUntil([this] { return m_source.isViewRefused(); }));
    EXPECT_EQ(refused.size(), 1);

    m_scene.engine().putTaskApplication(u"shop-api"_s, m_scene.key());
    m_source.clear();
    beginTask(task);
    ASSERT_TRUE(waitUntil([this] { return m_source.view() != nullptr; }));
    EXPECT_EQ(m_source.view()->key(), m_scene.key());
    EXPECT_EQ(m_source.viewedSubject().application, m_scene.key());
    EXPECT_EQ(m_source.subject()->application.instance, u"t1"_s);
}

} // namespace lynceus::test
