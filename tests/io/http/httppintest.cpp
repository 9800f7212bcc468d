#include "core/io/http/connections/certificates.h"
#include "core/io/http/requests/httpclient.h"
#include "core/io/http/requests/streamconnection.h"
#include "tests/io/http/wire.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <QCryptographicHash>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

QByteArray pinOf(const RawServer::Identity &identity)
{
    return identity.certificate.digest(QCryptographicHash::Sha256);
}

Script fine(const ReceivedRequest &)
{
    return {send(json("{}"))};
}

class HttpPin : public testing::Test
{
protected:
    Result<Reply> ask(const InstanceAccess &access)
    {
        HttpClient client(access, m_clock);
        QObject context;
        const auto future = client.get({.path = versionPath()}, &context);
        const auto result = waitFor(future) ? future.result() : badInput(u"the test's patience ended"_s);
        drainEvents();
        return result;
    }

    FakeClock m_clock;
};

} // namespace

TEST_F(HttpPin, AcceptsThePinnedCertificateDespiteOtherErrors)
{
    for (const auto &wish : {CertificateOptions{}, CertificateOptions{"DNS:argocd-server"},
                             CertificateOptions{"IP:127.0.0.1", -7200, -3600}}) {
        const auto identity = makeIdentity(wish);
        const RawServer server(fine, identity);
        auto access = accessTo(server.url());
        access.pinnedFingerprint = pinOf(identity);
        const auto reply = ask(access);
        EXPECT_TRUE(reply.has_value()) << qPrintable(reply.error().message);
    }
}

TEST_F(HttpPin, AnotherCertificateStopsEveryKindOfRequestBeforeAByteIsSent)
{
    const auto pinned = makeIdentity();
    const auto changed = makeIdentity();
    for (const bool isTrusted : {false, true}) {
        for (const auto &kind : requestKinds()) {
            SCOPED_TRACE(kind.name);
            const RawServer server(fine, changed);
            auto access = accessTo(server.url());
            access.pinnedFingerprint = pinOf(pinned);
            if (isTrusted)
                access.authorities = {changed.certificate}; // even if a trusted CA issued the interceptor's certificate
            HttpClient client(access, m_clock);
            QObject context;
            const auto future = client.get({.path = kind.path, .bodyForm = kind.form}, &context);
            ASSERT_TRUE(waitFor(future));
            drainEvents();
            const auto reply = future.result();
            ASSERT_FALSE(reply.has_value());
            EXPECT_EQ(reply.error().kind, Error::Kind::Certificate);
            EXPECT_FALSE(reply.error().retryable);
            EXPECT_TRUE(reply.error().message.contains(u"it is not the pinned certificate"_s))
                << qPrintable(reply.error().message);
            EXPECT_TRUE(reply.error().message.contains(QString::fromLatin1(pinOf(changed).toHex(':').toUpper())));
            EXPECT_TRUE(server.requests().empty());
        }
    }
}

TEST_F(HttpPin, AnotherCertificateStopsEveryKindOfStream)
{
    const auto changed = makeIdentity();
    for (const auto &kind : streamKinds()) {
        for (const bool isTrusted : {false, true}) {
            SCOPED_TRACE(kind.name);
            const RawServer server(fine, changed);
            auto access = accessTo(server.url());
            access.pinnedFingerprint = pinOf(makeIdentity());
            if (isTrusted)
                access.authorities = {changed.certificate};
            StreamConnection stream(access, kind.path, m_clock);
            std::vector<Error> ends;
            QObject::connect(&stream, &StreamConnection::ended, &stream,
                             [&](const Error &error) { ends.push_back(error); });
            stream.open();
            ASSERT_TRUE(waitUntil([&] { return !ends.empty(); }));
            drainEvents();
            EXPECT_EQ(ends.size(), 1U);
            EXPECT_EQ(ends[0].kind, Error::Kind::Certificate) << qPrintable(ends[0].message);
            EXPECT_TRUE(server.requests().empty());
        }
    }
}

TEST_F(HttpPin, ChangedCertificateStopsTheNextConnection)
{
    const auto pinned = makeIdentity();
    auto server = std::make_unique<RawServer>(
        [](const ReceivedRequest &) -> Script {
            return {send(json("{}")), finish()};
        },
        pinned);
    auto access = accessTo(server->url());
    access.pinnedFingerprint = pinOf(pinned);
    HttpClient client(access, m_clock);
    QObject context;
    const auto first = client.get({.path = versionPath()}, &context);
    ASSERT_TRUE(waitFor(first));
    EXPECT_TRUE(first.result().has_value());

    const auto port = server->serverPort();
    server.reset();
    RawServer other(fine, makeIdentity());
    other.close();
    ASSERT_TRUE(other.listen(QHostAddress(QHostAddress::LocalHost), port));
    const auto second = client.get({.path = versionPath()}, &context);
    ASSERT_TRUE(waitFor(second));
    EXPECT_EQ(second.result().error().kind, Error::Kind::Certificate) << qPrintable(second.result().error().message);
    EXPECT_TRUE(other.requests().empty());
}

} // namespace lynceus
