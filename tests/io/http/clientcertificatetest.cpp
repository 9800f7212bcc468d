#include "core/io/http/connections/certificates.h"
#include "core/io/http/requests/anonymousrequest.h"
#include "core/io/http/requests/httpclient.h"
#include "core/io/http/requests/streamconnection.h"
#include "tests/io/http/wire.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

/// A gateway that completes the TLS handshake only with the right client certificate.
class ClientCertificateGateway : public testing::Test
{
protected:
    ClientCertificateGateway()
    {
        m_server.demandCertificate(m_own.certificate);
        m_access = accessTo(m_server.url());
        m_access.authorities = {m_identity.certificate};
    }

    /// Reads the client certificate and its key from PEM files, as for an instance.
    void show(const RawServer::Identity &own)
    {
        const auto certificate = m_folder.filePath(u"me.pem"_s);
        const auto key = m_folder.filePath(u"me.key"_s);
        for (const auto &[name, bytes] : {std::pair{certificate, own.certificate.toPem()}, {key, own.key.toPem()}}) {
            QFile file(name);
            ASSERT_TRUE(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
        m_access.clientCertificates = readCertificates(certificate).value();
        m_access.clientKey = readPrivateKey(key).value();
    }

    Result<Reply> ask()
    {
        HttpClient client(m_access, m_clock);
        QObject context;
        const auto future = client.get({.path = versionPath()}, &context);
        const auto result = waitFor(future) ? future.result() : badInput(u"the test's patience ended"_s);
        drainEvents();
        return result;
    }

    FakeClock m_clock;
    QTemporaryDir m_folder;
    RawServer::Identity m_identity = makeIdentity();
    RawServer::Identity m_own = makeIdentity();
    RawServer m_server{[](const ReceivedRequest &) -> Script { return {send(json("{}"))}; }, m_identity};
    InstanceAccess m_access;
};

} // namespace

TEST_F(ClientCertificateGateway, AcceptsTheRightCertificate)
{
    show(m_own);
    const auto reply = ask();
    EXPECT_TRUE(reply) << qPrintable(reply.error().message);
    EXPECT_EQ(m_server.requests().size(), 1U);
}

TEST_F(ClientCertificateGateway, RejectsMissingAndWrongCertificatesBeforeReading)
{
    EXPECT_FALSE(ask());
    show(makeIdentity());
    const auto refused = ask();
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().kind, Error::Kind::Malformed);
    EXPECT_FALSE(refused.error().message.isEmpty());
    EXPECT_TRUE(m_server.requests().empty());
}

TEST_F(ClientCertificateGateway, GetsTheCertificateForStreamsAndAnonymousRequests)
{
    show(m_own);
    StreamConnection stream(m_access, listStreamPath({}, {}), m_clock);
    stream.open();
    EXPECT_TRUE(waitUntil([this] { return m_server.requests().size() == 1; }));

    AnonymousRequest question(m_access, versionPath(), m_clock);
    std::optional<bool> isAnswered;
    QObject::connect(&question, &AnonymousRequest::answered, &question,
                     [&isAnswered](const OpenAnswer &answer) { isAnswered = answer.body.has_value(); });
    question.ask();
    ASSERT_TRUE(waitUntil([&isAnswered] { return isAnswered.has_value(); }));
    EXPECT_TRUE(*isAnswered);
    EXPECT_EQ(m_server.requests().size(), 2U);
}

} // namespace lynceus
