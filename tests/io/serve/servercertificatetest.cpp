#include "core/io/serve/servercertificate.h"

#include "core/io/serve/bodysource.h"
#include "core/io/serve/httplistener.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/rawclient.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QSslCipher>
#include <QSslSocket>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

class TestStream final : public BodySource
{
public:
    QByteArray next() override { return std::exchange(bytes, {}); }
    void give(const QByteArray &more)
    {
        bytes += more;
        Q_EMIT ready();
    }

    QByteArray bytes;
};

class HelloHandler final : public HttpHandler
{
public:
    HttpReply reply(const HttpRequest &request, const QString & /*peer*/) override
    {
        HttpReply reply{200, "text/plain", "hello " + request.target};
        if (request.target == "/stream")
            reply.source = stream = std::make_shared<TestStream>();
        return reply;
    }
    HttpReply refusal(int status, const QString &problem) override { return {status, "text/plain", problem.toUtf8()}; }

    std::shared_ptr<TestStream> stream; ///< of the last stream
};

void write(const QString &fileName, const QByteArray &bytes)
{
    QFile file(fileName);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

class ServerCertificateTest : public testing::Test
{
protected:
    void store(const RawServer::Identity &identity)
    {
        write(m_certificateFile, identity.certificate.toPem());
        write(m_keyFile, identity.key.toPem());
    }

    void listen()
    {
        store(m_identity);
        ASSERT_TRUE(m_certificate.load(m_clock.now()));
        m_listener.setCertificate(m_certificate);
        ASSERT_TRUE(m_listener.listen(QHostAddress(QHostAddress::LocalHost), 0));
    }

    /// Connects a client that trusts only @p identity.
    std::unique_ptr<QSslSocket> connectWith(const RawServer::Identity &identity,
                                            QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
    {
        auto socket = std::make_unique<QSslSocket>();
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates({identity.certificate});
        configuration.setProtocol(protocol);
        socket->setSslConfiguration(configuration);
        socket->connectToHostEncrypted(u"127.0.0.1"_s, m_listener.port());
        return socket;
    }

    [[nodiscard]] QUrl url() const
    {
        QUrl url(u"http://127.0.0.1"_s);
        url.setPort(m_listener.port());
        return url;
    }

    FakeClock m_clock{SystemClock().now()};
    QTemporaryDir m_folder;
    QString m_certificateFile = m_folder.filePath(u"tls.crt"_s);
    QString m_keyFile = m_folder.filePath(u"tls.key"_s);
    RawServer::Identity m_identity = makeIdentity();
    ServerCertificate m_certificate{m_certificateFile, m_keyFile};
    HelloHandler m_handler;
    HttpListener m_listener{m_handler, ListenerLimits(), m_clock};
};

} // namespace

TEST_F(ServerCertificateTest, AnswersRequestsOverTls)
{
    listen();
    const auto client = connectWith(m_identity);
    client->write("GET /a HTTP/1.1\r\nHost: h\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    ASSERT_TRUE(waitUntil([&] { return client->isEncrypted(); })) << client->errorString().toStdString();
    EXPECT_EQ(client->sessionProtocol(), QSsl::TlsV1_3);
    ASSERT_TRUE(waitUntil([&] { return client->state() == QAbstractSocket::UnconnectedState; }));
    const auto answers = client->readAll();
    EXPECT_TRUE(answers.contains("hello /a"));
    EXPECT_TRUE(answers.endsWith("hello /b"));
    EXPECT_EQ(client->error(), QAbstractSocket::RemoteHostClosedError) << client->errorString().toStdString();
}

// The server discards the 300 KB, and its answer must arrive before the connection ends.
TEST_F(ServerCertificateTest, RejectedBodyKeepsTheAnswer)
{
    listen();
    const auto client = connectWith(m_identity);
    client->write("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 300000\r\n\r\n" + QByteArray(300'000, 'x'));
    QByteArray answer;
    ASSERT_TRUE(waitUntil([&] {
        answer += client->readAll();
        return answer.contains("\r\n\r\n");
    }));
    EXPECT_TRUE(answer.startsWith("HTTP/1.1 413 ")) << answer.toStdString();
    m_clock.advance(Duration{2'000});
    m_listener.sweep();
    EXPECT_TRUE(waitUntil([&] { return m_listener.connections() == 0; }));
}

// Encrypted bytes count as unsent until the network takes them. Otherwise the buffer for a slow reader would grow
// without limit.
TEST_F(ServerCertificateTest, StreamOverTlsWaitsForItsReader)
{
    listen();
    const auto client = connectWith(m_identity);
    client->write("GET /stream HTTP/1.1\r\nHost: h\r\n\r\n");
    QByteArray received;
    ASSERT_TRUE(waitUntil([&] {
        received += client->readAll();
        return received.contains("\r\n\r\n");
    }));
    client->setReadBufferSize(4'096); // the test stops reading
    const auto stream = m_handler.stream;
    constexpr qsizetype kLarge = 20'000'000; // more than all buffers of the system
    stream->give(QByteArray(kLarge, 'x'));
    ASSERT_TRUE(waitUntil([&] { return stream->bytes.isEmpty(); })) << "timeout: earlier bytes were not read";
    for (int i = 0; i < 100; ++i) {
        stream->give("more");
        drainEvents();
    }
    EXPECT_EQ(stream->bytes.size(), 400) << "the unread rest stays in the stream's buffer";

    client->setReadBufferSize(0);
    ASSERT_TRUE(waitUntil(
        [&] {
            received += client->readAll();
            return received.endsWith("more");
        },
        Duration{60'000}));
    EXPECT_TRUE(stream->bytes.isEmpty());

    client->setReadBufferSize(4'096);
    stream->give(QByteArray(kLarge, 'x'));
    drainEvents();
    m_clock.advance(ListenerLimits().write);
    m_listener.sweep();
    EXPECT_TRUE(waitUntil([&] { return m_listener.connections() == 0; }));
}

TEST_F(ServerCertificateTest, OldTlsVersionsAreRejected)
{
    listen();
    for (const auto protocol : {QSsl::TlsV1_2, QSsl::TlsV1_3}) {
        const auto client = connectWith(m_identity, protocol);
        EXPECT_TRUE(waitUntil([&] { return client->isEncrypted(); })) << protocol;
        if (protocol == QSsl::TlsV1_2) {
            EXPECT_TRUE(client->sessionCipher().name().startsWith("ECDHE-"_L1));
            EXPECT_FALSE(client->sessionCipher().name().contains("SHA384-CBC"_L1));
        }
    }
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    const auto old = connectWith(m_identity, QSsl::TlsV1_1);
    QT_WARNING_POP
    ASSERT_TRUE(waitUntil([&] { return old->state() == QAbstractSocket::UnconnectedState; }));
    EXPECT_FALSE(old->isEncrypted());
}

TEST_F(ServerCertificateTest, ClosesConnectionsWithoutHandshake)
{
    listen();
    RawClient silent(url());
    RawClient slow(url());
    slow.send(QByteArray::fromHex("160301")); // the start of a ClientHello
    RawClient plain(url());
    plain.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_NE(plain.readToEnd(), RawClient::End::Open);
    EXPECT_FALSE(plain.bytes().contains("hello"));
    ASSERT_TRUE(waitUntil([&] { return m_listener.connections() == 2; }));
    m_clock.advance(ListenerLimits().head - Duration{1});
    m_listener.sweep();
    EXPECT_EQ(m_listener.connections(), 2);
    m_clock.advance(Duration{1});
    m_listener.sweep();
    EXPECT_EQ(m_listener.connections(), 0);
    const auto client = connectWith(m_identity); // other clients are still served
    EXPECT_TRUE(waitUntil([&] { return client->isEncrypted(); }));
}

TEST_F(ServerCertificateTest, NewConnectionsGetANewCertificate)
{
    listen();
    const auto before = connectWith(m_identity);
    ASSERT_TRUE(waitUntil([&] { return before->isEncrypted(); }));
    int renewed = 0;
    QStringList failures;
    QObject::connect(&m_certificate, &ServerCertificate::renewed, [&] { ++renewed; });
    QObject::connect(&m_certificate, &ServerCertificate::failed, [&](const QString &text) { failures += text; });
    m_certificate.check(m_clock);
    EXPECT_EQ(renewed, 0);

    const auto other = makeIdentity();
    write(m_certificateFile, other.certificate.toPem()); // the matching key is not written yet
    m_certificate.check(m_clock);
    m_certificate.check(m_clock);
    ASSERT_EQ(failures.size(), 1) << "once for each content";
    EXPECT_TRUE(failures.front().contains(m_keyFile)) << failures.front().toStdString();
    const auto afterChange = connectWith(m_identity);
    EXPECT_TRUE(waitUntil([&] { return afterChange->isEncrypted(); }));

    write(m_keyFile, other.key.toPem());
    m_certificate.check(m_clock);
    EXPECT_EQ(renewed, 1);
    const auto after = connectWith(other);
    EXPECT_TRUE(waitUntil([&] { return after->isEncrypted(); })) << after->errorString().toStdString();
    before->write("GET /still HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_TRUE(waitUntil([&] { return before->bytesAvailable() > 0; }));
}

TEST_F(ServerCertificateTest, ReportsErrorsInItsFiles)
{
    const auto fault = [this] { return m_certificate.load(m_clock.now()).error(); };
    EXPECT_EQ(fault().asked, m_certificateFile) << "the file does not exist";
    store(m_identity);
    ASSERT_TRUE(m_certificate.load(m_clock.now()));
    write(m_keyFile, makeIdentity().key.toPem());
    EXPECT_EQ(fault().asked, m_keyFile);
    EXPECT_TRUE(fault().message.contains(u"does not belong"_s)) << fault().message.toStdString();
    write(m_keyFile, "nonsense");
    EXPECT_EQ(fault().asked, m_keyFile);
    store(m_identity);
    m_clock.advance(std::chrono::hours(2));
    EXPECT_EQ(fault().asked, m_certificateFile);
    EXPECT_TRUE(fault().message.contains(u"expired"_s)) << fault().message.toStdString();
}

} // namespace lynceus::test
