// A watch with children and its stored form: each child has its own watch, and the worst outcome decides.
#include "core/engine/clients/workers.h"
#include "core/engine/watches/watchregistry.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/parentrecording.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

#include <gmock/gmock.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::NamedChild;
using test::parentLine;
using test::parentRecording;
using testing::UnorderedElementsAre;

namespace {

constexpr double kSpeed = 4.0;
constexpr Duration kLong{120'000};

const QString kWeb = u"ghcr.io/acme/shop-web:1.5.0"_s;
const QString kCrash = u"ghcr.io/acme/shop-search:7.1.0-crash"_s;
const QString kCart = u"ghcr.io/acme/shop-cart:0.9.2"_s;

/// A store, a replay server as the instance "prod" with a parent and its children, and a registry that can be closed
/// and opened again.
class WatchWithChildren : public testing::Test
{
protected:
    void serve(const QStringList &recordings, const QByteArray &parent)
    {
        std::vector<Recording> read;
        for (const auto &recording : recordings)
            read.push_back(readRecording(recordingFile(recording + u".jsonl.gz"_s)).value());
        read.push_back(parentRecording(parent));
        m_server.emplace(std::move(read), ReplayOptions{.speed = kSpeed}, m_clock);
        ASSERT_TRUE(m_server->listen());
        open();
    }

    void open()
    {
        auto opened = WatchStore::open(m_folder.filePath(u"store.db"_s), m_clock.now());
        ASSERT_TRUE(opened);
        m_store = std::move(opened->store);
        m_clients = std::make_unique<InstanceClients>(m_clock, m_workers);
        InstanceAccess access;
        access.baseUrl = m_server->baseUrl();
        access.token = Secret(QByteArray("e30.e30.e30"));
        m_clients->set(u"prod"_s, access);
        m_registry = std::make_unique<WatchRegistry>(*m_store, *m_clients, m_clock);
        QObject::connect(m_registry.get(), &WatchRegistry::noticeRaised, m_registry.get(),
                         [this](const QString &sentence) { m_notices += sentence; });
        ASSERT_TRUE(m_registry->restore());
    }

    void close()
    {
        m_registry.reset();
        m_clients.reset();
        m_store.reset();
    }

    /// Registers a watch of the parent. @return its ID.
    [[nodiscard]] QString add(const QStringList &images, Duration timeout = Duration{600'000})
    {
        WatchRequest request;
        request.application = {u"prod"_s, u"argocd"_s, m_parent};
        request.project = u"shop"_s;
        for (const auto &image : images)
            request.images.push_back(parseImageReference(image).value());
        request.timeout = timeout;
        request.imageGrace = m_imageGrace;
        request.withChildren = true;
        request.note = u"for the fair"_s;
        const auto ids = m_registry->add({request});
        EXPECT_TRUE(ids);
        return ids ? ids->front() : QString();
    }

    [[nodiscard]] WatchRecord record(const QString &id) const
    {
        const auto stored = m_registry->details(id);
        return stored ? stored->record : WatchRecord{};
    }
    [[nodiscard]] QString child(const QString &parent, const QString &name) const
    {
        const auto children = record(parent).children;
        const auto found = std::ranges::find_if(
            children, [&](const QString &id) { return record(id).request.application.name == name; });
        return found == children.end() ? QString() : *found;
    }
    [[nodiscard]] bool waitForEnd(const QString &id) const
    {
        return test::waitUntil([&] { return record(id).isOver(); }, kLong);
    }
    [[nodiscard]] bool waitForChildren(const QString &parent, qsizetype count) const
    {
        return test::waitUntil([&] { return record(parent).children.size() == count; }, kLong);
    }
    /// "shop-web:deployed" for each watch in the store except @p parent.
    [[nodiscard]] QStringList othersThan(const QString &parent)
    {
        m_registry->flush();
        QStringList outcomes;
        const auto stored = m_store->all().value();
        for (const auto &watch : stored) {
            if (watch.record.id != parent)
                outcomes += watch.record.request.application.name + u':' + nameOf(watch.record.verdict.outcome);
        }
        return outcomes;
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    Workers m_workers;
    std::optional<ReplayServer> m_server;
    std::unique_ptr<WatchStore> m_store;
    std::unique_ptr<InstanceClients> m_clients;
    std::unique_ptr<WatchRegistry> m_registry;
    QStringList m_notices;
    QString m_parent = u"family"_s;
    Duration m_imageGrace{60'000};
};

} // namespace

TEST_F(WatchWithChildren, EachChildHasAWatchInTheRelease)
{
    serve({u"deploy-ok"_s, u"already-deployed"_s}, parentLine(Duration{0}, {{"shop-web"}, {"shop-cart"}}));
    const auto id = add({kWeb, kCart});
    ASSERT_TRUE(waitForChildren(id, 2));
    const auto web = record(child(id, u"shop-web"_s)).request;
    EXPECT_EQ(web.release, u"family"_s) << "the images have no common version";
    EXPECT_EQ(web.release, record(id).request.release);
    EXPECT_EQ(web.images, std::vector{parseImageReference(kWeb).value()});
    EXPECT_EQ(web.note, u"for the fair"_s);
    EXPECT_FALSE(web.withChildren);
    EXPECT_LE(web.timeout, Duration{600'000});
    ASSERT_TRUE(waitForEnd(id));
    const auto ended = record(id);
    EXPECT_EQ(ended.verdict.outcome, Outcome::Deployed);
    EXPECT_EQ(ended.verdict.stage, Stage::Running);
    EXPECT_TRUE(ended.endedAt && ended.verdict.decidedAt);
    EXPECT_THAT(othersThan(id), UnorderedElementsAre(u"shop-web:deployed"_s, u"shop-cart:deployed"_s));
    const auto timeline = m_registry->timeline(id).value();
    ASSERT_FALSE(timeline.empty());
    EXPECT_EQ(timeline.back().kind, TimelineEntry::Kind::Outcome);
    close();
    open();
    EXPECT_EQ(record(id), ended) << "the stored record equals the reported one";
}

TEST_F(WatchWithChildren, FailedChildDecides)
{
    serve({u"deploy-ok"_s, u"crashloop"_s}, parentLine(Duration{0}, {{"shop-web"}, {"shop-search"}}));
    const auto id = add({kWeb, kCrash});
    ASSERT_TRUE(waitForEnd(id));
    EXPECT_EQ(record(id).verdict.outcome, Outcome::Failed);
    EXPECT_THAT(othersThan(id), UnorderedElementsAre(u"shop-web:deployed"_s, u"shop-search:failed"_s));
    ASSERT_TRUE(record(id).verdict.cause);
    EXPECT_EQ(record(id).verdict.cause, record(child(id, u"shop-search"_s)).verdict.cause);
}

TEST_F(WatchWithChildren, LaterChildBelongsToTheRelease)
{
    serve({u"deploy-ok"_s, u"already-deployed"_s},
          parentLine(Duration{0}, {{"shop-web"}}) + parentLine(Duration{15'000}, {{"shop-web"}, {"shop-cart"}}));
    const auto id = add({kWeb, kCart});
    ASSERT_TRUE(waitForChildren(id, 1));
    ASSERT_TRUE(waitForEnd(id));
    EXPECT_EQ(record(id).verdict.outcome, Outcome::Deployed);
    EXPECT_THAT(othersThan(id), UnorderedElementsAre(u"shop-web:deployed"_s, u"shop-cart:deployed"_s));
}

TEST_F(WatchWithChildren, MissingChildTimesOut)
{
    serve({u"already-deployed"_s}, parentLine(Duration{0}, {{"shop-cart"}, {"shop-new", "OutOfSync"}}));
    const auto id = add({kCart}, Duration{20'000}); // by the faster clock of the recorded server
    ASSERT_TRUE(waitForEnd(id));
    EXPECT_EQ(record(id).verdict.outcome, Outcome::TimedOut);
    EXPECT_EQ(othersThan(id), QStringList{u"shop-cart:deployed"_s});
    ASSERT_TRUE(record(id).verdict.blocker);
    EXPECT_EQ(record(id).verdict.blocker->kind, Blocker::Kind::NotCreated);
    EXPECT_EQ(record(id).verdict.blocker->resource.name, u"shop-new"_s);
}

TEST_F(WatchWithChildren, ContinuesWithTheSameWatchesAfterARestart)
{
    serve({u"deploy-ok"_s, u"already-deployed"_s}, parentLine(Duration{0}, {{"shop-web"}, {"shop-cart"}}));
    const auto id = add({kWeb, kCart});
    ASSERT_TRUE(waitForChildren(id, 2));
    const auto cart = child(id, u"shop-cart"_s);
    ASSERT_TRUE(waitForEnd(cart));
    ASSERT_TRUE(m_registry->dismiss(cart)) << "off the board, and still a part of the release";
    const auto before = record(id).children;
    close(); // nothing is flushed by destructors
    open();
    EXPECT_EQ(record(id).children, before);
    ASSERT_TRUE(waitForEnd(id));
    EXPECT_EQ(record(id).verdict.outcome, Outcome::Deployed);
    EXPECT_EQ(record(id).children, before);
    EXPECT_THAT(othersThan(id), UnorderedElementsAre(u"shop-web:deployed"_s, u"shop-cart:deployed"_s));
}

TEST_F(WatchWithChildren, ExtendingAndCancellingApplyToChildren)
{
    serve({u"deploy-ok"_s}, parentLine(Duration{0}, {{"shop-web"}, {"shop-new", "OutOfSync"}}));
    const auto id = add({kWeb});
    ASSERT_TRUE(waitForChildren(id, 1));
    const auto web = child(id, u"shop-web"_s);
    ASSERT_TRUE(test::waitUntil([&] { return record(web).verdict.stage >= Stage::Noticed; }, kLong));
    const auto deadlines = std::pair(record(id).expectation.deadline, record(web).expectation.deadline);
    ASSERT_TRUE(m_registry->extend(id, Duration{600'000}));
    EXPECT_EQ(record(id).expectation.deadline, deadlines.first + Duration{600'000});
    EXPECT_EQ(record(web).expectation.deadline, deadlines.second + Duration{600'000});
    ASSERT_TRUE(m_registry->cancel(id));
    EXPECT_EQ(record(id).verdict.outcome, Outcome::Cancelled);
    EXPECT_EQ(record(web).verdict.outcome, Outcome::Cancelled);
    EXPECT_EQ(m_store->watch(web).value()->record.verdict.outcome, Outcome::Cancelled);

    const auto again = m_registry->repeat({id, web});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->size(), 1) << "the children are found again";
    ASSERT_TRUE(waitForChildren(again->front(), 1));
}

TEST_F(WatchWithChildren, NewerReleaseReplacesParentAndChildren)
{
    serve({u"deploy-ok"_s}, parentLine(Duration{0}, {{"shop-web"}, {"shop-new", "OutOfSync"}}));
    const auto older = add({kWeb});
    ASSERT_TRUE(waitForChildren(older, 1));
    const auto web = child(older, u"shop-web"_s);
    const auto newer = add({kWeb});
    for (const auto &id : {older, web}) {
        EXPECT_EQ(record(id).verdict.outcome, Outcome::Cancelled);
        EXPECT_EQ(record(id).replacedBy, newer);
    }
    ASSERT_TRUE(waitForChildren(newer, 1));
    EXPECT_NE(child(newer, u"shop-web"_s), web);
}

TEST_F(WatchWithChildren, ChildThatCannotBeStoredIsRetried)
{
    serve({u"already-deployed"_s}, parentLine(Duration{0}, {{"shop-cart"}}));
    const auto id = add({kCart});
    {
        Database other(m_folder.filePath(u"store.db"_s));
        ASSERT_TRUE(other.open(Database::Use::Write));
        Transaction lock(other);
        ASSERT_TRUE(lock.begin(Transaction::Durability::Program));
        ASSERT_TRUE(test::waitUntil([&] { return !m_notices.isEmpty(); }, kLong));
        EXPECT_TRUE(record(id).children.isEmpty());
        EXPECT_FALSE(record(id).isOver());
    }
    ASSERT_TRUE(waitForEnd(id));
    EXPECT_EQ(record(id).verdict.outcome, Outcome::Deployed);
    EXPECT_EQ(othersThan(id), QStringList{u"shop-cart:deployed"_s});
    EXPECT_EQ(m_notices.size(), 1) << "once";
}

TEST_F(WatchWithChildren, ParentWithoutChildrenFails)
{
    serve({u"already-deployed"_s}, parentLine(Duration{0}, {}));
    m_imageGrace = Duration{0};
    const auto id = add({kCart});
    ASSERT_TRUE(waitForEnd(id));
    EXPECT_EQ(record(id).verdict.outcome, Outcome::Failed);
    ASSERT_TRUE(record(id).verdict.cause);
    EXPECT_EQ(record(id).verdict.cause->kind, Cause::Kind::Children);
    EXPECT_TRUE(othersThan(id).isEmpty());
}

TEST_F(WatchWithChildren, UnusedImageFailsAndNamesTheNearest)
{
    serve({u"already-deployed"_s}, parentLine(Duration{0}, {{"shop-cart"}}));
    m_imageGrace = Duration{0};
    const auto id = add({kCart, u"ghcr.io/acme/shop-carts:1"_s});
    ASSERT_TRUE(waitForEnd(id));
    EXPECT_EQ(record(id).verdict.outcome, Outcome::Failed);
    ASSERT_TRUE(record(id).verdict.cause);
    EXPECT_EQ(record(id).verdict.cause->kind, Cause::Kind::ImageNotInApplication);
    EXPECT_EQ(record(id).verdict.cause->candidates, QStringList{u"ghcr.io/acme/shop-cart"_s});
}

TEST_F(WatchWithChildren, MissingParentIsGone)
{
    serve({u"already-deployed"_s}, parentLine(Duration{0}, {{"shop-cart"}}));
    m_parent = u"famly"_s;
    const auto id = add({kCart});
    ASSERT_TRUE(waitForEnd(id));
    EXPECT_EQ(record(id).verdict.outcome, Outcome::Gone);
    ASSERT_TRUE(record(id).verdict.cause);
    EXPECT_EQ(record(id).verdict.cause->kind, Cause::Kind::AppDeleted);
}

} // namespace lynceus
