#include "core/io/http/connections/certificates.h"
#include "core/io/http/requests/httpclient.h"
#include "core/io/http/requests/streamconnection.h"
#include "tests/io/http/wire.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

/// A reason why a TLS connection fails.
struct TlsFault
{
    const char *name;
    std::optional<CertificateOptions> wish; ///< empty: the server does not use TLS
    bool trusted = false;                   ///< the client trusts the certificate as a CA
    Script toAnything;                      ///< the answer of a server without TLS
    Error::Kind expected = Error::Kind::Certificate;
    const char *says = "";
    Duration silence{20'000};
};

void PrintTo(const TlsFault &fault, std::ostream *out)
{
    *out << fault.name;
}

std::vector<TlsFault> tlsFaults()
{
    return {
        {"SelfSigned", CertificateOptions{}, false, {}, Error::Kind::Certificate, "self-signed"},
        {"Expired", CertificateOptions{"IP:127.0.0.1", -7200, -3600}, true, {}, Error::Kind::Certificate, "expired"},
        {"NotYetValid",
         CertificateOptions{"IP:127.0.0.1", 3600, 7200},
         true,
         {},
         Error::Kind::Certificate,
         "not yet valid"},
        {"WrongName", CertificateOptions{"DNS:argocd-server"}, true, {}, Error::Kind::Certificate, "argocd-server"},
        {"PlainHttp",
         {},
         false,
         {send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), finish()},
         Error::Kind::Unreachable,
         "TLS connection failed"},
        {"FinInHandshake", {}, false, {finish()}, Error::Kind::Unreachable, ""},
        {"RstInHandshake", {}, false, {reset()}, Error::Kind::Unreachable, ""},
        {"Stalled", {}, false, {}, Error::Kind::TimedOut, "no data", Duration(400)},
    };
}

/// A server with the fault, and the access to it.
struct FaultyServer
{
    explicit FaultyServer(const TlsFault &fault)
        : identity(fault.wish ? std::optional(makeIdentity(*fault.wish)) : std::nullopt)
        , server([&fault](const ReceivedRequest &) { return fault.toAnything; }, identity)
    {
        if (!identity)
            server.answerAnything();
        auto url = server.url();
        url.setScheme(u"https"_s);
        access = accessTo(url);
        if (fault.trusted)
            access.authorities = {identity->certificate};
    }

    std::optional<RawServer::Identity> identity;
    RawServer server;
    InstanceAccess access;
};

void expectReported(const Error &error, const TlsFault &fault)
{
    EXPECT_EQ(error.kind, fault.expected) << qPrintable(error.message);
    EXPECT_TRUE(error.message.contains(QString::fromLatin1(fault.says))) << qPrintable(error.message);
    EXPECT_FALSE(error.message.contains(QString::fromLatin1(kToken)));
}

} // namespace

class HttpTlsFault : public testing::TestWithParam<TlsFault>
{ };

TEST_P(HttpTlsFault, SettlesEveryKindOfRequestOnceWithAnErrorAndSendsNothing)
{
    const auto &fault = GetParam();
    const FakeClock clock;
    QObject context;
    for (const auto &kind : requestKinds()) {
        SCOPED_TRACE(kind.name);
        const FaultyServer faulty(fault);
        HttpClient client(faulty.access, clock);
        std::vector<Result<Reply>> outcomes;
        const auto done = client.get({.path = kind.path, .inactivity = fault.silence, .bodyForm = kind.form}, &context)
                              .then(&context, [&](const Result<Reply> &result) { outcomes.push_back(result); });
        ASSERT_TRUE(waitFor(done));
        drainEvents();

        ASSERT_EQ(outcomes.size(), 1U);
        ASSERT_FALSE(outcomes[0].has_value());
        expectReported(outcomes[0].error(), fault);
        EXPECT_TRUE(faulty.server.requests().empty());
    }
}

TEST_P(HttpTlsFault, EndsEveryKindOfStreamOnceWithAnErrorAndSendsNothing)
{
    const auto &fault = GetParam();
    const FakeClock clock;
    for (const auto &kind : streamKinds()) {
        SCOPED_TRACE(kind.name);
        const FaultyServer faulty(fault);
        StreamConnection stream(faulty.access, kind.path, clock, nullptr, fault.silence);
        std::vector<Error> ends;
        QObject::connect(&stream, &StreamConnection::ended, &stream,
                         [&](const Error &error) { ends.push_back(error); });
        stream.open();
        ASSERT_TRUE(waitUntil([&] { return !ends.empty(); }));
        drainEvents();

        ASSERT_EQ(ends.size(), 1U);
        expectReported(ends[0], fault);
        EXPECT_TRUE(faulty.server.requests().empty());
    }
}

INSTANTIATE_TEST_SUITE_P(All, HttpTlsFault, testing::ValuesIn(tlsFaults()),
                         [](const auto &parameter) { return std::string(parameter.param.name); });

class HttpTls : public testing::Test
{
protected:
    bool reaches(const InstanceAccess &access)
    {
        HttpClient client(access, m_clock);
        QObject context;
        const auto future = client.get({.path = versionPath()}, &context);
        return waitFor(future) && future.result().has_value();
    }

    FakeClock m_clock;
};

TEST_F(HttpTls, ConfiguredCaIsSufficient)
{
    const auto identity = makeIdentity();
    RawServer server([](const ReceivedRequest &) -> Script { return {send(json("{}"))}; }, identity);
    auto access = accessTo(server.url());
    EXPECT_FALSE(reaches(access));

    access.authorities = {identity.certificate};
    EXPECT_TRUE(reaches(access));
    access.authorities = {makeIdentity().certificate};
    EXPECT_FALSE(reaches(access)) << "another certificate cannot verify this one";
}

TEST_F(HttpTls, InsecureAcceptsAnyCertificateForThisClientOnly)
{
    RawServer server([](const ReceivedRequest &) -> Script { return {send(json("{}"))}; },
                     makeIdentity({"DNS:elsewhere", -7200, -3600}));
    auto access = accessTo(server.url());
    access.insecure = true;
    EXPECT_TRUE(reaches(access));

    access.insecure = false;
    EXPECT_FALSE(reaches(access));
}

TEST_F(HttpTls, ReadsCaCertificatesFromPem)
{
    const QTemporaryDir folder;
    const auto written = [&folder](const QByteArray &bytes) {
        QFile file(folder.filePath(u"ca.pem"_s));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    };
    const auto pem = makeIdentity().certificate.toPem();

    const auto two = readCertificates(written("a comment\n" + pem + pem));
    ASSERT_TRUE(two.has_value()) << qPrintable(two.error().message);
    EXPECT_EQ(two->size(), 2);

    for (const auto &bytes : {QByteArray(), QByteArray("no certificate"), pem.first(pem.size() / 2),
                              QByteArray("-----BEGIN CERTIFICATE-----\nbm9uZQ==\n-----END CERTIFICATE-----\n")}) {
        const auto none = readCertificates(written(bytes));
        ASSERT_FALSE(none.has_value());
        EXPECT_EQ(none.error().kind, Error::Kind::BadInput);
        EXPECT_TRUE(none.error().message.contains("ca.pem"_L1));
    }
    const auto missing = readCertificates(folder.filePath(u"none.pem"_s));
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(missing.error().kind, Error::Kind::BadInput);
    EXPECT_FALSE(readCertificates(folder.path()).has_value()) << "a folder";
}

} // namespace lynceus
