#include "core/domain/text/visibletext.h"
#include "core/engine/instances/instanceregistry.h"
#include "core/io/http/connections/transport.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

QByteArray answer(const QByteArray &status, const QByteArray &type, const QByteArray &body, const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray json(const QByteArray &body)
{
    return answer("200 OK", "application/json", body);
}

QByteArray redirect(const QByteArray &location)
{
    return answer("302 Found", "text/html", "", "Location: " + location + "\r\n");
}

const QByteArray kPage = answer("200 OK", "text/html", "<title>Welcome</title>");
const QByteArray kDex =
    R"({"url":"https://argocd.acme.example","dexConfig":{"connectors":[{"name":"LDAP","id":"l"}]}})";

/// An Argo CD below @p base; all other paths are web pages.
RawServer::Answer argoCdBelow(const QByteArray &base, const QByteArray &settings = kDex, bool anonymous = false)
{
    return [=](const ReceivedRequest &request) -> Script {
        const auto path = request.line.split(' ').value(1);
        if (path == base + "/api/version")
            return {send(json(R"({"Version":"v3.6.0"})"))};
        if (path == base + "/api/v1/settings")
            return {send(json(settings))};
        if (path.startsWith(base + "/api/v1/applications?"))
            return {send(anonymous ? json(R"({"items":null})")
                                   : answer("401 Unauthorized", "application/json",
                                            R"({"error":"no session information","code":16})"))};
        return {send(kPage)};
    };
}

class AddressProbeTest : public testing::Test
{
protected:
    Result<InstanceProbe> probe(const QUrl &url)
    {
        Instance instance;
        instance.name = u"x"_s;
        instance.baseUrl = url;
        return probe(instance);
    }
    Result<InstanceProbe> probe(const Instance &instance, const InstanceSecrets &secrets = {})
    {
        const auto future = m_registry.probe(instance, secrets, &m_context);
        return waitFor(future) ? future.result() : badInput(u"the test's patience ended"_s);
    }

    QTemporaryDir m_folder;
    FakeClock m_clock;
    QObject m_context;
    InstanceRegistry m_registry{InstancesFile(m_folder.filePath(u"instances.json"_s)), m_clock};
};

} // namespace

TEST_F(AddressProbeTest, ReportsTheServersVersionAndSettings)
{
    const RawServer server(argoCdBelow(""));
    const auto found = probe(server.url());
    ASSERT_TRUE(found.has_value()) << qPrintable(found.error().message);
    EXPECT_EQ(found->baseUrl, server.url());
    EXPECT_EQ(found->serverVersion, u"v3.6.0"_s);
    EXPECT_EQ(found->settingsUrl, u"https://argocd.acme.example"_s);
    EXPECT_TRUE(found->settingsUrlDiffers);
    EXPECT_TRUE(found->ssoOffered);
    EXPECT_EQ(found->ssoName, u"Dex (LDAP)"_s);
    EXPECT_TRUE(found->passwordOffered);
    EXPECT_FALSE(found->anonymousAllowed);
    for (const auto &request : server.requests())
        EXPECT_FALSE(request.headers.contains("authorization")) << request.line.constData();
}

TEST_F(AddressProbeTest, ReportsTheOtherSignInMethods)
{
    const RawServer oidc(
        argoCdBelow("", R"({"oidcConfig":{"name":"Keycloak","issuer":"https://k"},"userLoginsDisabled":true})", true));
    const auto found = probe(oidc.url());
    ASSERT_TRUE(found.has_value()) << qPrintable(found.error().message);
    EXPECT_EQ(found->ssoName, u"Keycloak"_s);
    EXPECT_FALSE(found->passwordOffered);
    EXPECT_TRUE(found->anonymousAllowed);
    EXPECT_FALSE(found->settingsUrlDiffers) << "the server reports no URL";
}

TEST_F(AddressProbeTest, ErrorsOfInvalidResponsesNameTheRequest)
{
    const RawServer noVersion([](const ReceivedRequest &) -> Script {
        return {send(answer("200 OK", "application/json", R"({"items":"none"})"))};
    });
    const auto first = probe(noVersion.url());
    ASSERT_FALSE(first.has_value());
    EXPECT_EQ(first.error().asked, u"GET /api/version"_s);

    const RawServer noSettings(argoCdBelow("", "[7]"));
    const auto second = probe(noSettings.url());
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().asked, u"GET /api/v1/settings"_s);
}

TEST_F(AddressProbeTest, FindsTheBasePathAboveAndBeside)
{
    const RawServer server(argoCdBelow("/argocd"));
    for (const auto *typed : {"", "/argocd", "/argocd/applications/argocd/shop-web"}) {
        auto url = server.url();
        url.setPath(QString::fromLatin1(typed));
        const auto found = probe(url);
        ASSERT_TRUE(found.has_value()) << typed << ": " << qPrintable(found.error().message);
        EXPECT_EQ(found->baseUrl.path(), u"/argocd"_s);
    }
}

TEST_F(AddressProbeTest, ReportsARedirectToAnotherOriginAndSendsNothingThere)
{
    const RawServer target(argoCdBelow("/argocd"));
    const RawServer gateway([&](const ReceivedRequest &) -> Script {
        return {send(redirect(target.url().toEncoded() + "/argocd/api/version"))};
    });
    Instance instance;
    instance.baseUrl = gateway.url();
    instance.headerNames = {u"X-Gateway-Key"_s};
    InstanceSecrets secrets;
    secrets.token = Secret(QByteArray("token-that-stays"));
    secrets.headers.emplace_back(u"X-Gateway-Key"_s, Secret(QByteArray("key-that-stays")));
    const auto found = probe(instance, secrets);
    ASSERT_TRUE(found.has_value()) << qPrintable(found.error().message);
    EXPECT_EQ(found->redirectsTo, QUrl(target.url().toString() + u"/argocd"_s));
    EXPECT_EQ(found->baseUrl, gateway.url());
    EXPECT_TRUE(found->serverVersion.isEmpty());
    ASSERT_EQ(gateway.requests().size(), 1U);
    EXPECT_EQ(gateway.requests()[0].headers.value("x-gateway-key"), "key-that-stays");
    EXPECT_FALSE(gateway.requests()[0].headers.contains("authorization"));
    EXPECT_EQ(target.connections(), 0);
}

TEST_F(AddressProbeTest, FollowsOneRedirectToAnotherBasePath)
{
    const RawServer server([&](const ReceivedRequest &request) -> Script {
        if (request.line.startsWith("GET /api/version "))
            return {send(redirect("/deep/argocd/api/version"))};
        return argoCdBelow("/deep/argocd")(request);
    });
    const auto found = probe(server.url());
    ASSERT_TRUE(found.has_value()) << qPrintable(found.error().message);
    EXPECT_EQ(found->baseUrl, QUrl(server.url().toString() + u"/deep/argocd"_s));
    EXPECT_TRUE(found->redirectsTo.isEmpty());
}

TEST_F(AddressProbeTest, FollowsNoSecondRedirect)
{
    QByteArray own;
    const RawServer server([&own](const ReceivedRequest &request) -> Script {
        return {send(redirect(own + "/deeper" + request.line.split(' ').value(1)))};
    });
    own = server.url().toEncoded();
    const auto found = probe(server.url());
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().kind, Error::Kind::NotArgoCd) << qPrintable(found.error().message);
    EXPECT_LE(server.requests().size(), 5U) << "a loop of redirects ends";
}

TEST_F(AddressProbeTest, RefusesHttpAfterHttps)
{
    const RawServer plain(argoCdBelow(""));
    const auto identity = makeIdentity();
    const RawServer server(
        [&](const ReceivedRequest &) -> Script { return {send(redirect(plain.url().toEncoded() + "/api/version"))}; },
        identity);
    Instance instance;
    instance.baseUrl = server.url();
    instance.pinnedFingerprint = identity.certificate.digest(QCryptographicHash::Sha256);
    const auto found = probe(instance);
    ASSERT_FALSE(found.has_value());
    EXPECT_TRUE(found.error().message.contains(u"not encrypted"_s)) << qPrintable(found.error().message);
    EXPECT_TRUE(plain.requests().empty());
}

TEST_F(AddressProbeTest, ReportsWhatRespondsInstead)
{
    const RawServer page([](const ReceivedRequest &) -> Script { return {send(kPage)}; });
    const auto html = probe(page.url());
    ASSERT_FALSE(html.has_value());
    EXPECT_EQ(html.error().kind, Error::Kind::NotArgoCd);
    EXPECT_TRUE(html.error().message.contains(u"Welcome"_s)) << qPrintable(html.error().message);
    EXPECT_EQ(html.error().asked, u"GET /api/version"_s);

    QUrl closed;
    {
        const RawServer gone([](const ReceivedRequest &) { return Script(); });
        closed = gone.url();
    }
    EXPECT_EQ(probe(closed).error().kind, Error::Kind::Unreachable);
    const RawServer selfSigned([](const ReceivedRequest &) { return Script(); }, makeIdentity());
    EXPECT_EQ(probe(selfSigned.url()).error().kind, Error::Kind::Certificate);
    EXPECT_TRUE(selfSigned.requests().empty());
}

TEST_F(AddressProbeTest, DestroyedContextReceivesNothing)
{
    const RawServer silent([](const ReceivedRequest &) { return Script(); });
    Instance instance;
    instance.baseUrl = silent.url();
    auto context = std::make_unique<QObject>();
    int settled = 0;
    std::ignore = m_registry.probe(instance, context.get()).then(context.get(), [&](const Result<InstanceProbe> &) {
        ++settled;
    });
    ASSERT_TRUE(waitUntil([&] { return !silent.requests().empty(); }));
    context.reset();
    EXPECT_TRUE(waitUntil([&] { return silent.closedConnections() == 1; }));
    drainEvents();
    EXPECT_EQ(settled, 0);
}

TEST_F(AddressProbeTest, ReportsTheUntrustedCertificate)
{
    const auto identity = makeIdentity();
    const RawServer server([](const ReceivedRequest &) { return Script(); }, identity);
    const auto shown = m_registry.certificate(server.url(), &m_context);
    ASSERT_TRUE(waitFor(shown));
    ASSERT_TRUE(shown.result().has_value()) << qPrintable(shown.result().error().message);
    const auto certificate = *shown.result();
    EXPECT_EQ(certificate.fingerprint, identity.certificate.digest(QCryptographicHash::Sha256));
    EXPECT_TRUE(certificate.problem.contains(u"self-signed"_s)) << qPrintable(certificate.problem);
    EXPECT_LT(certificate.validFrom, certificate.validUntil);
    EXPECT_TRUE(server.requests().empty());

    const RawServer plain([](const ReceivedRequest &) { return Script(); });
    const auto none = m_registry.certificate(plain.url(), &m_context);
    ASSERT_TRUE(waitFor(none));
    EXPECT_EQ(none.result().error().kind, Error::Kind::BadInput);
}

TEST_F(AddressProbeTest, NamesInACertificateCannotForgeItsFingerprint)
{
    CertificateOptions wish;
    wish.organization = "acme\nSHA-256: 00:11\u2028\u202e" + QByteArray(300, 'x');
    for (int number = 0; number < 40; ++number)
        wish.names += ",DNS:host-" + QByteArray::number(number) + ".acme.example";
    const auto identity = makeIdentity(wish);
    const RawServer server([](const ReceivedRequest &) { return Script(); }, identity);
    const auto shown = m_registry.certificate(server.url(), &m_context);
    ASSERT_TRUE(waitFor(shown));
    ASSERT_TRUE(shown.result().has_value()) << qPrintable(shown.result().error().message);
    const auto certificate = *shown.result();
    for (const auto &text : {certificate.subject, certificate.issuer}) {
        EXPECT_EQ(text, visibleLine(text)) << qPrintable(text);
        EXPECT_LE(text.size(), 201) << qPrintable(text);
    }
    EXPECT_TRUE(certificate.subject.startsWith(u"acme "_s)) << qPrintable(certificate.subject);

    const auto problem =
        certificateProblem({QSslError(QSslError::HostNameMismatch, identity.certificate)}, u"argocd.acme.example"_s);
    EXPECT_TRUE(problem.endsWith(u"not for argocd.acme.example"_s)) << qPrintable(problem);
    EXPECT_LE(problem.size(), 300) << qPrintable(problem);
}

} // namespace lynceus
