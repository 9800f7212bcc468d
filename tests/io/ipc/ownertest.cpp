#include "core/io/ipc/ownerclient.h"
#include "core/io/ipc/ownerlock.h"
#include "core/io/ipc/ownership.h"
#include "core/io/ipc/ownersocket.h"
#include "tests/support/waiting.h"

#include <QCborArray>
#include <QFileInfo>
#include <QTemporaryDir>

#include <random>
#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

class Owner : public testing::Test
{
protected:
    QTemporaryDir folder;
    OwnerPlace place = ownerPlaceIn(folder.filePath(u"run"_s)).value();
    QObject context;
};

/// Changes the effective user of this process while it exists; needs root.
class OtherUser final
{
public:
    OtherUser()
        : m_isOther(::geteuid() == 0 && ::seteuid(65'534) == 0)
    { }
    ~OtherUser()
    {
        if (m_isOther)
            EXPECT_EQ(::seteuid(0), 0);
    }
    OtherUser(const OtherUser &) = delete;
    OtherUser &operator=(const OtherUser &) = delete;

    [[nodiscard]] bool isOther() const { return m_isOther; }

private:
    bool m_isOther = false;
};

} // namespace

TEST(IpcFrames, AreTheSameAtEverySplit)
{
    const std::vector<QCborMap> messages{
        {{u"id"_s, 1}, {u"text"_s, u"grün"_s}}, {}, {{u"list"_s, QCborArray{1, u"x"_s, QCborMap{{u"deep"_s, true}}}}}};
    QByteArray wire;
    for (const auto &message : messages)
        wire += ipcFrame(message);
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        IpcFrameSplitter splitter;
        std::vector<QCborMap> found;
        for (qsizetype at = 0; at < wire.size();) {
            const auto size = std::min<qsizetype>(1 + random() % 9, wire.size() - at);
            const auto frames = splitter.feed(QByteArrayView(wire).sliced(at, size));
            ASSERT_TRUE(frames);
            found.insert(found.end(), frames->begin(), frames->end());
            at += size;
        }
        EXPECT_EQ(found, messages);
    }
}

TEST(IpcFrames, InvalidBytesAreAPermanentError)
{
    IpcFrameSplitter loud;
    EXPECT_EQ(loud.feed("GET / HTTP/1.1\r\n\r\n").error().kind, Error::Kind::TooLarge);
    EXPECT_FALSE(loud.feed(ipcFrame({})));
    IpcFrameSplitter other;
    EXPECT_EQ(other.feed(QByteArray("\0\0\0\2\xff\xff", 6)).error().kind, Error::Kind::Malformed);
    IpcFrameSplitter array; // CBOR, but not a map
    EXPECT_EQ(array.feed(QByteArray("\0\0\0\1\x80", 5)).error().kind, Error::Kind::Malformed);
}

TEST_F(Owner, IsOneProcessAndNoneAfterACrash)
{
    OwnerLock first(place);
    OwnerLock second(place);
    EXPECT_TRUE(first.tryLock().value());
    EXPECT_TRUE(first.tryLock().value()) << "repeated requests are harmless";
    EXPECT_FALSE(second.tryLock().value());
    EXPECT_EQ(second.holder().process, qint64(getpid()));
    EXPECT_TRUE(second.holder().isOnThisComputer);
    first.release();
    EXPECT_TRUE(second.tryLock().value());
}

TEST_F(Owner, ReportsAFolderThatCannotBeCreated)
{
    const auto place = ownerPlaceIn(u"/proc/none/lynceus"_s);
    ASSERT_FALSE(place);
    EXPECT_TRUE(place.error().message.contains("/proc/none"_L1));
    const auto deep = ownerPlaceIn(folder.filePath(QString(120, u'x')));
    ASSERT_FALSE(deep);
    EXPECT_TRUE(deep.error().message.contains("XDG_RUNTIME_DIR"_L1)) << deep.error().message.toStdString();
}

TEST_F(Owner, AnswersQuestionsAndRejectsOtherUsers)
{
    OwnerSocket socket(place, u"daemon"_s);
    ASSERT_TRUE(socket.listen());
    QObject::connect(&socket, &OwnerSocket::asked, &socket, [](const OwnerQuestion &question) {
        if (question.verb == "double"_L1)
            question.answer(QCborMap{{u"n"_s, 2 * question.arguments.value(u"n"_s).toInteger()}});
        else
            question.answer(badInput(u"no such verb"_s, question.verb));
    });
    EXPECT_EQ(QFileInfo(place.socket).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther), 0);

    OwnerClient client(place);
    std::vector<qint64> doubled;
    std::optional<Error> refused;
    for (const int n : {1, 2, 3})
        client.ask(u"double"_s, {{u"n"_s, n}}, &context, [&](const Result<QCborMap> &result) {
            doubled.push_back(result ? result->value(u"n"_s).toInteger() : -1);
        });
    client.ask(u"halve"_s, {}, &context, [&](const Result<QCborMap> &result) { refused = result.error(); });
    ASSERT_TRUE(test::waitUntil([&] { return refused.has_value(); }));
    EXPECT_EQ(doubled, (std::vector<qint64>{2, 4, 6}));
    EXPECT_EQ(client.role(), u"daemon"_s);
    EXPECT_EQ(refused->kind, Error::Kind::BadInput);
    EXPECT_EQ(refused->asked, u"halve"_s);
}

TEST_F(Owner, RejectsConnectionsOfOtherUsers)
{
    OwnerSocket socket(place, u"daemon"_s);
    ASSERT_TRUE(socket.listen());
    int asked = 0;
    QObject::connect(&socket, &OwnerSocket::asked, &socket, [&](const OwnerQuestion &question) {
        ++asked;
        question.answer(QCborMap());
    });
    // As if all users had access to the folder.
    for (const auto &path : {folder.path(), QFileInfo(place.socket).absolutePath(), place.socket})
        ASSERT_EQ(::chmod(QFile::encodeName(path).constData(), 0777), 0);
    QLocalSocket stranger;
    QByteArray received;
    QObject::connect(&stranger, &QLocalSocket::readyRead, &stranger, [&] { received += stranger.readAll(); });
    {
        const OtherUser other;
        if (!other.isOther())
            GTEST_SKIP() << "only root can switch users";
        stranger.connectToServer(place.socket);
        ASSERT_TRUE(test::waitUntil([&] { return stranger.state() == QLocalSocket::ConnectedState; }));
    }
    stranger.write(ipcFrame({{u"id"_s, 1}, {u"verb"_s, u"x"_s}}));
    ASSERT_TRUE(test::waitUntil([&] { return stranger.state() == QLocalSocket::UnconnectedState; }));
    EXPECT_EQ(asked, 0);
    EXPECT_TRUE(received.isEmpty()) << "no greeting either";
}

TEST_F(Owner, DoesNotContactSocketsOfOtherUsers)
{
    for (const auto &path : {folder.path(), QFileInfo(place.socket).absolutePath()})
        ASSERT_EQ(::chmod(QFile::encodeName(path).constData(), 0777), 0);
    QLocalServer foreignServer;
    {
        const OtherUser other;
        if (!other.isOther())
            GTEST_SKIP() << "only root can switch users";
        ASSERT_TRUE(foreignServer.listen(place.socket));
    }
    QByteArray received;
    QObject::connect(&foreignServer, &QLocalServer::newConnection, &foreignServer, [&] {
        auto *socket = foreignServer.nextPendingConnection();
        QObject::connect(socket, &QLocalSocket::readyRead, socket,
                         [&received, socket] { received += socket->readAll(); });
        socket->write(ipcFrame({{u"lynceus"_s, OwnerSocket::kProtocol}, {u"role"_s, u"daemon"_s}}));
    });
    OwnerClient client(place);
    std::optional<Error> error;
    client.ask(u"secret"_s, {}, &context, [&](const Result<QCborMap> &result) { error = result.error(); });
    ASSERT_TRUE(test::waitUntil([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, Error::Kind::Forbidden);
    EXPECT_TRUE(error->message.contains(u"another user"_s)) << error->message.toStdString();
    test::drainEvents();
    EXPECT_TRUE(received.isEmpty());
}

TEST_F(Owner, UsesTheFallbackLockIfTheStoresFolderIsReadOnly)
{
    place.lockFile = u"/proc/none/store.db.lock"_s;
    OwnerLock first(place);
    OwnerLock second(place);
    EXPECT_TRUE(first.tryLock().value());
    EXPECT_FALSE(second.tryLock().value());
    EXPECT_EQ(second.holder().process, qint64(getpid()));
    first.release();
    EXPECT_TRUE(second.tryLock().value());
}

TEST_F(Owner, OwnerOnAnotherHostIsReported)
{
    FileLock lock(place.lockFile);
    ASSERT_TRUE(lock.tryLock().value());
    QFile file(place.lockFile);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("4711\nbuild-7\nsome-boot\n");
    file.close();
    for (const auto wish : {Ownership::Wish::IfFree, Ownership::Wish::TakeOver}) {
        Ownership ownership(place, u"daemon"_s);
        std::optional<Error> failed;
        QObject::connect(&ownership, &Ownership::failed, &context, [&](const Error &error) { failed = error; });
        QObject::connect(&ownership, &Ownership::occupied, &context,
                         [] { ADD_FAILURE() << "this process is not the owner"; });
        ownership.take(wish);
        ASSERT_TRUE(test::waitUntil([&] { return failed.has_value(); }));
        EXPECT_TRUE(failed->message.contains(u"build-7"_s)) << failed->message.toStdString();
        EXPECT_TRUE(failed->message.contains(u"4711"_s)) << failed->message.toStdString();
    }
}

TEST_F(Owner, MissingOwnerIsUnreachableImmediately)
{
    OwnerClient client(place);
    std::optional<Error> error;
    client.ask(u"x"_s, {}, &context, [&](const Result<QCborMap> &result) { error = result.error(); });
    EXPECT_FALSE(error) << "not from within the call";
    ASSERT_TRUE(test::waitUntil([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, Error::Kind::Unreachable);
    error.reset();
    client.ask(u"x"_s, {}, &context, [&](const Result<QCborMap> &result) { error = result.error(); });
    ASSERT_TRUE(test::waitUntil([&] { return error.has_value(); }));
}

TEST_F(Owner, OwnerThatEndsSettlesPendingRequests)
{
    auto socket = std::make_unique<OwnerSocket>(place, u"daemon"_s);
    ASSERT_TRUE(socket->listen());
    bool isAsked = false;
    QObject::connect(socket.get(), &OwnerSocket::asked, &context, [&] { isAsked = true; });
    OwnerClient client(place);
    int answers = 0;
    std::optional<Error> lost;
    QObject::connect(&client, &OwnerClient::lost, &context, [&](const Error &error) { lost = error; });
    client.ask(u"x"_s, {}, &context, [&](const Result<QCborMap> &result) { answers += result ? 0 : 1; });
    ASSERT_TRUE(test::waitUntil([&] { return isAsked; }));
    socket.reset();
    ASSERT_TRUE(test::waitUntil([&] { return lost.has_value(); }));
    EXPECT_EQ(answers, 1);
    EXPECT_EQ(lost->kind, Error::Kind::Unreachable);
}

TEST_F(Owner, SendsLargeAnswersInPartsOneAtATime)
{
    constexpr int kParts = 200;
    const QByteArray large(200'000, 'x'); // more than a socket buffers
    OwnerSocket socket(place, u"daemon"_s);
    ASSERT_TRUE(socket.listen());
    int made = 0;
    int taken = 0;
    int furthest = 0;
    QObject::connect(&socket, &OwnerSocket::asked, &socket, [&](const OwnerQuestion &question) {
        if (question.verb == "short"_L1)
            return question.answer(QCborMap());
        question.answerInParts([&]() -> std::optional<QCborMap> {
            furthest = std::max(furthest, made - taken);
            if (made == kParts)
                return std::nullopt;
            return QCborMap{{u"n"_s, made++}, {u"much"_s, large}};
        });
    });
    OwnerClient client(place);
    std::vector<qint64> numbers;
    std::optional<bool> isWhole;
    int shortAnswers = 0;
    client.ask(
        u"long"_s, {}, &context,
        [&](const QCborMap &part) {
            EXPECT_EQ(part.value(u"much"_s).toByteArray().size(), large.size());
            numbers.push_back(part.value(u"n"_s).toInteger());
            taken = int(numbers.size());
            if (taken == 3)
                client.ask(u"short"_s, {}, &context, [&](const Result<QCborMap> &) {
                    ++shortAnswers;
                    EXPECT_FALSE(isWhole) << "other answers do not wait for the large one";
                });
        },
        [&](const Result<QCborMap> &result) { isWhole = result.has_value(); });
    ASSERT_TRUE(test::waitUntil([&] { return isWhole.has_value(); }));
    EXPECT_TRUE(*isWhole);
    ASSERT_EQ(numbers.size(), std::size_t(kParts));
    EXPECT_TRUE(std::ranges::is_sorted(numbers));
    EXPECT_EQ(shortAnswers, 1);
    EXPECT_LT(furthest, 10) << "the answer is not buffered completely";
}

TEST_F(Owner, OwnerThatEndsDuringALargeAnswerIsAnError)
{
    auto socket = std::make_unique<OwnerSocket>(place, u"daemon"_s);
    ASSERT_TRUE(socket->listen());
    QObject::connect(socket.get(), &OwnerSocket::asked, &context, [&](const OwnerQuestion &question) {
        question.answerInParts([] { return std::optional(QCborMap{{u"much"_s, QByteArray(100'000, 'x')}}); });
    });
    OwnerClient client(place);
    int parts = 0;
    std::optional<Error> error;
    client.ask(
        u"endless"_s, {}, &context, [&](const QCborMap &) { ++parts; },
        [&](const Result<QCborMap> &result) { error = result.error(); });
    ASSERT_TRUE(test::waitUntil([&] { return parts >= 5; }));
    socket.reset();
    ASSERT_TRUE(test::waitUntil([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, Error::Kind::Unreachable);
}

TEST_F(Owner, OwnerOfAnotherProtocolIsNotUsed)
{
    QLocalServer other;
    ASSERT_TRUE(other.listen(place.socket));
    QObject::connect(&other, &QLocalServer::newConnection, &other, [&] {
        other.nextPendingConnection()->write(ipcFrame({{u"lynceus"_s, 99}, {u"version"_s, u"7.0"_s}}));
    });
    OwnerClient client(place);
    std::optional<Error> error;
    client.ask(u"x"_s, {}, &context, [&](const Result<QCborMap> &result) { error = result.error(); });
    ASSERT_TRUE(test::waitUntil([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, Error::Kind::Malformed);
    EXPECT_TRUE(error->message.contains("7.0"_L1));
}

TEST_F(Owner, DestroyedContextReceivesNothing)
{
    OwnerSocket socket(place, u"window"_s);
    ASSERT_TRUE(socket.listen());
    bool isAsked = false;
    QObject::connect(&socket, &OwnerSocket::asked, &socket, [&](const OwnerQuestion &question) {
        question.answer(QCborMap());
        isAsked = isAsked || question.verb == "second"_L1;
    });
    OwnerClient client(place);
    auto receiver = std::make_unique<QObject>();
    bool isReported = false;
    bool isSecondAnswered = false;
    client.ask(u"first"_s, {}, receiver.get(), [&](const Result<QCborMap> &) { isReported = true; });
    receiver.reset();
    client.ask(u"second"_s, {}, &context, [&](const Result<QCborMap> &) { isSecondAnswered = true; });
    ASSERT_TRUE(test::waitUntil([&] { return isSecondAnswered; }));
    EXPECT_FALSE(isReported);
}

} // namespace lynceus
