#include "app/serve/events/taskevents.h"

#include "core/domain/watch/watchrequests.h"
#include "core/io/serve/httplistener.h"
#include "tests/support/fakeclock.h"
#include "tests/support/rawclient.h"
#include "tests/support/waiting.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <future>
#include <sys/resource.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const QString kOne = u"00000000-0000-4000-8000-000000000001"_s;
const QString kTwo = u"00000000-0000-4000-8000-000000000002"_s;
const QString kThree = u"00000000-0000-4000-8000-000000000003"_s;

/// Opens a stream for every request except "/ping".
class StreamHandler final : public HttpHandler
{
public:
    explicit StreamHandler(TaskEvents &events)
        : m_events(events)
    { }

    HttpReply reply(const HttpRequest &request, const QString & /*peer*/) override
    {
        if (request.target == "/ping")
            return {200, "text/plain", "pong"};
        const auto wanted = taskChangeRequestFrom(request.target, request.header("Last-Event-ID"));
        const auto source = m_events.open(*wanted).result(); // already available, because the store runs in this thread
        HttpReply reply{source ? 200 : 503, "text/event-stream", {}};
        if (source)
            reply.source = *source;
        return reply;
    }
    HttpReply refusal(int status, const QString &problem) override { return {status, "text/plain", problem.toUtf8()}; }

private:
    TaskEvents &m_events;
};

/// Tests streams of changes that another process writes to the store.
class TaskEventsTest : public testing::Test
{
protected:
    void SetUp() override
    {
        DatabaseAddress address;
        address.file = m_folder.filePath(u"tasks.db"_s);
        m_store = TaskStore::open(address, m_clock).value();
        m_other = TaskStore::open(address, m_clock).value();
        m_direct = std::make_unique<TaskThread>(*m_store);
        m_events = std::make_unique<TaskEvents>(*m_direct, m_clock);
        m_handler = std::make_unique<StreamHandler>(*m_events);
        m_listener = std::make_unique<HttpListener>(*m_handler, ListenerLimits(), m_clock);
        ASSERT_TRUE(m_listener->listen(QHostAddress(QHostAddress::LocalHost), 0));
        m_url.setPort(m_listener->port());
    }

    [[nodiscard]] StoredTask task(const QString &id, const QString &app = u"shop-web"_s) const
    {
        StoredTask stored;
        stored.task = {.id = id,
                       .instance = u"prod"_s,
                       .app = app,
                       .author = u"ada\n\ndata: x"_s,
                       .project = u"shop"_s,
                       .images = {{u"ghcr.io/acme/shop-web"_s, u"1.5.0"_s}},
                       .created = m_clock.now(),
                       .updated = m_clock.now()};
        WatchRequest request;
        request.application = {u"prod"_s, {}, app};
        request.images = {*parseImageReference(u"ghcr.io/acme/shop-web:1.5.0")};
        stored.watch.record = beginningOf(request, id, m_clock.now());
        return stored;
    }

    void add(const QString &id, const QString &app = u"shop-web"_s)
    {
        ASSERT_TRUE(
            m_other->add(task(id, app), u"me"_s, Duration{15'000}, [](const StoredTask &) { return std::nullopt; }));
    }

    void end(const QString &id, const QString &app = u"shop-web"_s)
    {
        auto ended = task(id, app);
        ended.task.state = TaskState::Failed;
        ended.watch.record.verdict.outcome = Outcome::Failed;
        ASSERT_TRUE(m_other->save({ended}, u"me"_s));
    }

    [[nodiscard]] std::unique_ptr<RawClient> listen(const QByteArray &target, const QByteArray &fields = {}) const
    {
        auto client = std::make_unique<RawClient>(m_url);
        client->get(target, fields);
        EXPECT_TRUE(client->readUntil("retry: 3000\n\n"));
        return client;
    }

    /// Waits until the stream contains @p last. Returns all events in the form "1 in progress".
    [[nodiscard]] static QStringList eventsUntil(RawClient &client, const QByteArray &last)
    {
        EXPECT_TRUE(client.readUntil(last)) << client.bytes().toStdString();
        QStringList seen;
        const auto body = client.bytes().sliced(client.bytes().indexOf("\r\n\r\n") + 4);
        for (const auto &event : body.split('\n')) {
            if (event.startsWith("id: "))
                seen += QString::fromLatin1(event.sliced(4));
            if (event == "event: reset")
                seen += u"reset"_s;
            if (!event.startsWith("data: {\"app\""))
                continue;
            const auto data = QJsonDocument::fromJson(event.sliced(6)).object();
            EXPECT_EQ(data[u"verdict"_s][u"id"_s], data[u"id"_s]) << event.toStdString();
            seen.last() += u' ' + data[u"id"_s].toString().right(1) + u' ' + data[u"status"_s].toString();
        }
        return seen;
    }

    FakeClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<TaskStore> m_store;
    std::unique_ptr<TaskStore> m_other;
    std::unique_ptr<TaskThread> m_direct; ///< uses the store without a thread
    std::unique_ptr<TaskEvents> m_events;
    std::unique_ptr<StreamHandler> m_handler;
    std::unique_ptr<HttpListener> m_listener;
    QUrl m_url{u"http://127.0.0.1"_s};
};

} // namespace

TEST_F(TaskEventsTest, StartsWithTasksInProgressAndContinuesWithAllChanges)
{
    add(kOne);
    add(kTwo, u"other"_s);
    end(kTwo, u"other"_s);
    const auto client = listen("/");
    EXPECT_THAT(eventsUntil(*client, "id: 3\n"), ElementsAre(u"1 1 in progress"_s, u"3"_s));
    end(kOne);
    add(kThree);
    m_events->check();
    EXPECT_THAT(eventsUntil(*client, "id: 5\n"),
                ElementsAre(u"1 1 in progress"_s, u"3"_s, u"4 1 failed"_s, u"5 3 in progress"_s));
    const auto empty = listen("/?project=nothing");
    EXPECT_THAT(eventsUntil(*empty, "id: 5\n"), ElementsAre(u"5"_s)) << "the client's position is known";
}

TEST_F(TaskEventsTest, ContinuesAfterTheLastEventId)
{
    add(kOne);
    add(kTwo, u"other"_s);
    const auto first = listen("/?after=1");
    EXPECT_THAT(eventsUntil(*first, "id: 2\n"), ElementsAre(u"2 2 in progress"_s));
    end(kTwo, u"other"_s);
    m_events->check();
    const auto client = listen("/?after=0", "Last-Event-ID: 2\r\n");
    EXPECT_THAT(eventsUntil(*client, "id: 3\n"), ElementsAre(u"3 2 failed"_s));
    // A client that was away for long gets each task once.
    const auto late = listen("/", "Last-Event-ID: 0\r\n");
    EXPECT_THAT(eventsUntil(*late, "id: 3\n"), ElementsAre(u"1 1 in progress"_s, u"3 2 failed"_s));
    const auto foreign = listen("/", "Last-Event-ID: 99\r\n");
    EXPECT_THAT(eventsUntil(*foreign, "id: 3\n"), ElementsAre(u"reset"_s, u"1 1 in progress"_s, u"3"_s))
        << "the position belongs to another database";
}

TEST_F(TaskEventsTest, StreamsTooFarBehindMustReloadTheList)
{
    add(kOne);
    const auto slow = listen("/");
    EXPECT_THAT(eventsUntil(*slow, "id: 1\n\n"), ElementsAre(u"1 1 in progress"_s, u"1"_s));
    DatabaseAddress address;
    address.file = m_folder.filePath(u"tasks.db"_s);
    TaskDatabase database(address, m_clock);
    ASSERT_TRUE(database.run(u"UPDATE task_change SET last=last+%1"_s.arg(TaskEvents::kMostMissed)));
    add(kTwo);
    const auto last = QByteArray::number(TaskEvents::kMostMissed + 2);
    const auto late = listen("/?after=1");
    EXPECT_THAT(eventsUntil(*late, "id: " + last + "\n\n"),
                ElementsAre(u"reset"_s, u"1 1 in progress"_s, QString::fromLatin1(last) + u" 2 in progress"_s,
                            QString::fromLatin1(last)));
    m_events->check();
    ASSERT_TRUE(slow->readUntil("event: reset\ndata: {\"message\":\"read the list again\"}\n\n"));
    ASSERT_TRUE(slow->readUntil("id: " + last + "\n\n"));
    const auto near = listen("/?after=3");
    EXPECT_THAT(eventsUntil(*near, "id: " + last + "\n"), ElementsAre(QString::fromLatin1(last) + u" 2 in progress"_s));
}

TEST_F(TaskEventsTest, StreamsWithARemovedTaskMustReloadTheList)
{
    add(kOne);
    end(kOne);
    add(kTwo, u"shop-cart"_s);
    const auto filtered = listen("/?app=shop-cart");
    EXPECT_THAT(eventsUntil(*filtered, "id: 3\n\n"), ElementsAre(u"3 2 in progress"_s, u"3"_s));
    m_clock.advance(std::chrono::hours(25));
    ASSERT_EQ(m_other->retain(std::chrono::hours(24)).value(), 1) << "by any replica";
    m_events->check();
    EXPECT_THAT(eventsUntil(*filtered, "id: 4\nevent: reset"),
                ElementsAre(u"3 2 in progress"_s, u"3"_s, u"4"_s, u"reset"_s));
    const auto late = listen("/?after=3");
    EXPECT_THAT(eventsUntil(*late, "event: reset"), ElementsAre(u"4"_s, u"reset"_s));
    const auto fresh = listen("/");
    EXPECT_THAT(eventsUntil(*fresh, "id: 4\n\n"), ElementsAre(u"3 2 in progress"_s, u"4"_s));
}

// After a restart, many clients reconnect at the same time and request the same data.
TEST_F(TaskEventsTest, EventsForManyStreamsAreReadOnce)
{
    add(kOne);
    const auto first = listen("/");
    EXPECT_THAT(eventsUntil(*first, "id: 1\n\n"), ElementsAre(u"1 1 in progress"_s, u"1"_s));
    DatabaseAddress address;
    address.file = m_folder.filePath(u"tasks.db"_s);
    TaskDatabase database(address, m_clock);
    // Without a new change number, so that no change is reported.
    ASSERT_TRUE(database.run(u"UPDATE task SET state='failed'"_s));
    const auto second = listen("/?task=" + kOne.toLatin1());
    EXPECT_THAT(eventsUntil(*second, "id: 1\n\n"), ElementsAre(u"1 1 in progress"_s, u"1"_s));
}

TEST_F(TaskEventsTest, StreamsDoNotWaitForTheDatabase)
{
    add(kOne);
    DatabaseAddress address;
    address.file = m_folder.filePath(u"tasks.db"_s);
    TaskThread thread(address, m_clock);
    std::promise<void> release;
    QObject context;
    thread.run(
        &context,
        [held = release.get_future().share()](TaskStore &) -> Result<bool> {
            held.wait();
            return true;
        },
        [](const Result<bool> &) {});
    TaskEvents events(thread, m_clock);
    const auto opened = events.open({});
    EXPECT_FALSE(opened.isFinished());
    release.set_value();
    ASSERT_TRUE(waitFor(opened));
    ASSERT_TRUE(opened.result());
    const auto source = opened.result().value();
    QByteArray bytes = source->next();
    EXPECT_EQ(bytes, "retry: 3000\n\n") << "stored events follow later";
    QObject::connect(source.get(), &BodySource::ready, &context, [&] { bytes += source->next(); });
    EXPECT_TRUE(waitUntil([&] { return bytes.contains("id: 1\n\n"); })) << bytes.toStdString();
    end(kOne);
    events.check();
    EXPECT_TRUE(waitUntil([&] { return bytes.contains("id: 2\n"); })) << bytes.toStdString();
    EXPECT_EQ(bytes.count("event: task\n"), 2);
}

// The other replica has sent changes that this one has not read yet.
TEST_F(TaskEventsTest, ContinuesAStreamOfAnotherReplicaWithoutReset)
{
    add(kOne);
    DatabaseAddress address;
    address.file = m_folder.filePath(u"tasks.db"_s);
    TaskThread thread(address, m_clock);
    TaskEvents events(thread, m_clock);
    const auto other = events.open({});
    ASSERT_TRUE(waitFor(other));
    ASSERT_TRUE(other.result());
    end(kOne);
    add(kTwo);
    ASSERT_EQ(events.last(), 1) << "changes 2 and 3 have not been read";

    QByteArray bytes;
    std::shared_ptr<BodySource> source;
    TaskChangeRequest request;
    request.after = 3;
    const auto opened = events.open(request).then([&](const TaskEvents::Opened &result) {
        if (!result)
            return;
        source = *result;
        bytes += source->next(); // at once, as the listener does
    });
    ASSERT_TRUE(waitFor(opened));
    ASSERT_TRUE(source);
    QObject context;
    QObject::connect(source.get(), &BodySource::ready, &context, [&] { bytes += source->next(); });
    end(kTwo);
    events.check();
    EXPECT_TRUE(waitUntil([&] { return bytes.contains("id: 4\n"); })) << bytes.toStdString();
    EXPECT_FALSE(bytes.contains("event: reset")) << bytes.toStdString();
    EXPECT_EQ(bytes.count("event: task\n"), 1) << "changes 2 and 3 are not repeated: " << bytes.toStdString();
}

TEST_F(TaskEventsTest, FiltersByTaskApplicationAndProject)
{
    add(kOne);
    add(kTwo, u"other"_s);
    end(kOne);
    // A task requested by ID is sent even if it has ended, because its page may have been loaded earlier.
    const auto byTask = listen("/?task=" + kOne.toLatin1());
    EXPECT_THAT(eventsUntil(*byTask, "id: 3\n"), ElementsAre(u"3 1 failed"_s, u"3"_s));
    const auto byApp = listen("/?app=other");
    EXPECT_THAT(eventsUntil(*byApp, "id: 3\n"), ElementsAre(u"2 2 in progress"_s, u"3"_s));
    end(kTwo, u"other"_s);
    m_events->check();
    EXPECT_THAT(eventsUntil(*byApp, "id: 4\n"), ElementsAre(u"2 2 in progress"_s, u"3"_s, u"4 2 failed"_s));
    m_events->beat();
    ASSERT_TRUE(byTask->readUntil("\n:\n\n"));
    EXPECT_FALSE(byTask->bytes().contains("id: 4"));
}

TEST_F(TaskEventsTest, IdleStreamsGetKeepalivesAndEndAfterAnHour)
{
    const auto client = listen("/");
    ASSERT_TRUE(client->readUntil("id: 0\n\n"));
    m_events->beat();
    ASSERT_TRUE(client->readUntil("id: 0\n\n:\n\n"));
    m_clock.advance(TaskEvents::kLongestStream);
    m_events->beat();
    EXPECT_EQ(client->readToEnd(), RawClient::End::Fin);
    m_clock.advance(Duration{2'000}); // the client keeps its end open
    m_listener->sweep();
    drainEvents();
    EXPECT_EQ(m_events->streams(), 0);
}

TEST_F(TaskEventsTest, UnreachableDatabaseEndsNoStream)
{
    const auto client = listen("/");
    ASSERT_TRUE(client->readUntil("id: 0\n\n"));
    DatabaseAddress address;
    address.file = m_folder.filePath(u"tasks.db"_s);
    TaskDatabase database(address, m_clock);
    ASSERT_TRUE(database.run(u"ALTER TABLE task_change RENAME TO away"_s));
    m_events->check();
    RawClient refused(m_url);
    refused.get("/");
    ASSERT_TRUE(refused.readAnswer());
    EXPECT_EQ(refused.status(), 503);
    ASSERT_TRUE(database.run(u"ALTER TABLE away RENAME TO task_change"_s));
    add(kOne);
    m_events->check();
    EXPECT_THAT(eventsUntil(*client, "id: 1\n"), ElementsAre(u"0"_s, u"1 1 in progress"_s));
}

TEST_F(TaskEventsTest, StreamsFarBehindReadFromTheStore)
{
    constexpr int kMany = 300;
    for (int i = 0; i < kMany; ++i)
        add(u"00000000-0000-4000-8000-%1"_s.arg(i, 12, 10, QChar(u'0')), u"app-%1"_s.arg(i));
    const auto last = "id: " + QByteArray::number(kMany) + "\n\n";
    const auto client = listen("/");
    EXPECT_EQ(eventsUntil(*client, last).size(), kMany + 1);
    const auto late = listen("/?after=10");
    ASSERT_TRUE(late->readUntil("\nid: " + QByteArray::number(kMany) + "\n"));
    EXPECT_EQ(late->bytes().count("event: task\n"), kMany - 10);
}

TEST_F(TaskEventsTest, OneThousandStreamsDoNotAffectOthers)
{
    rlimit before{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    auto raised = before;
    raised.rlim_cur = std::min<rlim_t>(raised.rlim_max, 4096);
    ::setrlimit(RLIMIT_NOFILE, &raised);
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < TaskEvents::kMostStreams; ++i) {
            clients.push_back(std::make_unique<RawClient>(m_url));
            clients.back()->get("/");
            if (i % 20 == 19)
                ASSERT_TRUE(waitUntil([&] { return m_events->streams() == i + 1; }));
        }
        RawClient refused(m_url);
        refused.get("/");
        ASSERT_TRUE(refused.readAnswer());
        EXPECT_EQ(refused.status(), 503);
        RawClient other(m_url);
        other.get("/ping");
        ASSERT_TRUE(other.readAnswer());
        EXPECT_EQ(other.body(), "pong");
        add(kOne);
        m_events->check();
        for (const auto &client : clients)
            ASSERT_TRUE(client->readUntil("id: 1\n"));
    }
    EXPECT_TRUE(waitUntil([&] { return m_events->streams() == 0; }));
    ::setrlimit(RLIMIT_NOFILE, &before);
}

} // namespace lynceus::test
