#include "core/io/http/requests/httpclient.h"
#include "core/io/http/requests/streamconnection.h"
#include "core/io/ipc/ownersocket.h"
#include "core/io/signin/loopbacklistener.h"
#include "tests/io/http/wire.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <QFileInfo>
#include <QSslSocket>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

/// While it exists, this process cannot open files or sockets.
class NoDescriptors final
{
public:
    NoDescriptors()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        auto none = m_before;
        const int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        none.rlim_cur = rlim_t(next);
        ::close(next);
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    NoDescriptors(const NoDescriptors &) = delete;
    NoDescriptors &operator=(const NoDescriptors &) = delete;

private:
    rlimit m_before{};
};

/// A plain socket, created while descriptors are available.
class RawSocket final
{
public:
    explicit RawSocket(int family)
        : m_descriptor(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0))
    { }
    ~RawSocket() { ::close(m_descriptor); }
    RawSocket(const RawSocket &) = delete;
    RawSocket &operator=(const RawSocket &) = delete;

    [[nodiscard]] bool connectTo(const QString &path) const
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path.toLocal8Bit().constData(), sizeof address.sun_path);
        return ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    [[nodiscard]] bool connectTo(quint16 port) const
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    void send(const QByteArray &bytes) const
    {
        EXPECT_EQ(::send(m_descriptor, bytes.constData(), size_t(bytes.size()), 0), bytes.size());
    }
    /// Does not wait. Empty if nothing has arrived.
    [[nodiscard]] QByteArray receive() const
    {
        QByteArray bytes(4096, '\0');
        const auto got = ::recv(m_descriptor, bytes.data(), size_t(bytes.size()), MSG_DONTWAIT);
        return bytes.first(qMax<qsizetype>(got, 0));
    }

private:
    int m_descriptor;
};

} // namespace

TEST(Descriptors, ExhaustionFailsRequestsAndStreams)
{
    RawServer server([](const ReceivedRequest &) -> Script { return {send(json("{}"))}; });
    const FakeClock clock;
    QObject context;
    ASSERT_TRUE(QSslSocket::supportsSsl()); // loads the TLS library while descriptors are available
    for (const auto *scheme : {"http", "https"}) {
        auto url = server.url();
        url.setScheme(QString::fromLatin1(scheme));
        HttpClient client(accessTo(url), clock);
        StreamConnection stream(accessTo(url), listStreamPath(u"1"_s, {}), clock);
        std::optional<Error> end;
        QObject::connect(&stream, &StreamConnection::ended, &stream, [&end](const Error &error) { end = error; });
        std::optional<NoDescriptors> none(std::in_place);
        const auto future = client.get({.path = versionPath()}, &context);
        stream.open();
        EXPECT_TRUE(waitUntil([&] { return future.isFinished() && end.has_value(); }));
        none.reset();
        ASSERT_TRUE(future.isFinished() && end);
        ASSERT_FALSE(future.result().has_value());
        for (const auto &error : {future.result().error(), *end}) {
            EXPECT_EQ(error.kind, Error::Kind::Unreachable);
            EXPECT_TRUE(error.message.contains(u"file descriptors"_s)) << qPrintable(error.message);
            EXPECT_TRUE(error.retryable);
        }
    }
}

TEST(Descriptors, TemporaryExhaustionKeepsTheEnginesSocketOpen)
{
    const QTemporaryDir folder;
    OwnerPlace place;
    place.socket = folder.filePath(u"engine"_s);
    OwnerSocket owner(place, u"daemon"_s);
    ASSERT_TRUE(owner.listen());
    const RawSocket early(AF_UNIX);
    const RawSocket late(AF_UNIX);
    {
        const NoDescriptors none;
        ASSERT_TRUE(early.connectTo(place.socket));
        EXPECT_TRUE(waitUntil([&] { return !QFileInfo::exists(place.socket) || !early.receive().isEmpty(); }));
    }
    EXPECT_TRUE(waitUntil([&] { return late.connectTo(place.socket); }));
    EXPECT_TRUE(waitUntil([&] { return late.receive().contains("lynceus"); }));
}

TEST(Descriptors, TemporaryExhaustionKeepsTheSignInPortOpen)
{
    LoopbackListener listener;
    ASSERT_TRUE(listener.listen(0));
    bool isBack = false;
    QObject::connect(&listener, &LoopbackListener::returned, &listener, [&] {
        isBack = true;
        listener.reject(u"no"_s);
    });
    const RawSocket browser(AF_INET);
    {
        const NoDescriptors none;
        ASSERT_TRUE(browser.connectTo(listener.port()));
        browser.send("GET /auth/callback?code=a&state=b HTTP/1.1\r\nHost: localhost\r\n\r\n");
        drainEvents();
        EXPECT_FALSE(isBack);
    }
    EXPECT_TRUE(waitUntil([&isBack] { return isBack; }));
}

} // namespace lynceus
