#include "app/serve/oidc/oidcreaders.h"

#include "app/serve/oidc/readersignin.h"
#include "core/io/signin/signingkeys.h"
#include "tests/serve/taskapifixture.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeprovider.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QUrlQuery>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

using Kind = OidcReaders::Finding::Kind;

const QString kClient = u"lynceus"_s;

class OidcReadersTest : public testing::Test
{
protected:
    /// Starts reading the provider's keys.
    void start(FakeProvider &provider)
    {
        m_readers = std::make_unique<OidcReaders>(ServeOidc{provider.issuer(), kClient, {}}, m_clock);
        QObject::connect(m_readers.get(), &OidcReaders::said, m_readers.get(),
                         [this](const QString &sentence) { m_messages.append(sentence); });
        m_readers->start();
    }
    [[nodiscard]] bool becomes(Kind kind, const QByteArray &token)
    {
        return waitUntil([&] { return m_readers->check(token).kind == kind; });
    }
    [[nodiscard]] QString reason(const QByteArray &token) { return m_readers->check(token).reason; }

    FakeClock m_clock;
    std::unique_ptr<OidcReaders> m_readers;
    QStringList m_messages;
};

} // namespace

TEST_F(OidcReadersTest, AcceptsTokensOfTheProviderForThisClient)
{
    FakeProvider provider;
    start(provider);
    EXPECT_TRUE(becomes(Kind::Allowed, provider.token(provider.claims(kClient, m_clock.now()))));
    auto several = provider.claims(kClient, m_clock.now());
    several.insert(u"aud"_s, QJsonArray{u"another"_s, kClient});
    several.insert(u"azp"_s, kClient);
    EXPECT_EQ(m_readers->check(provider.token(several)).kind, Kind::Allowed);
    EXPECT_TRUE(m_messages.isEmpty());
}

TEST_F(OidcReadersTest, AcceptsRsaSignatures)
{
    FakeProvider provider(FakeProvider::KeyType::Rsa);
    start(provider);
    const auto claims = provider.claims(kClient, m_clock.now());
    EXPECT_TRUE(becomes(Kind::Allowed, provider.token(claims)));
    EXPECT_EQ(m_readers->check(provider.token(claims, u"PS256"_s, u"first"_s)).kind, Kind::Allowed);
    EXPECT_EQ(m_readers->check(provider.token(claims, u"RS512"_s, u"first"_s)).kind, Kind::Refused)
        << "the header names a wrong algorithm";
}

TEST_F(OidcReadersTest, RejectsTokensForOthersAndInvalidOnes)
{
    FakeProvider provider;
    start(provider);
    const auto now = m_clock.now();
    const auto good = provider.claims(kClient, now);
    ASSERT_TRUE(becomes(Kind::Allowed, provider.token(good)));
    const auto with = [&good](const QString &name, const QJsonValue &value) {
        auto claims = good;
        if (value.isUndefined())
            claims.remove(name);
        else
            claims.insert(name, value);
        return claims;
    };
    const auto seconds = qint64{std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count()};
    const QJsonObject refused[] = {
        with(u"aud"_s, u"another"_s),
        with(u"aud"_s, QJsonValue::Undefined),
        with(u"aud"_s, QJsonArray{}),
        with(u"iss"_s, u"https://elsewhere.example"_s),
        with(u"iss"_s, provider.issuer() + u'/'),
        with(u"exp"_s, seconds - 3'600),
        with(u"exp"_s, QJsonValue::Undefined),
        with(u"exp"_s, u"tomorrow"_s),
        with(u"iat"_s, seconds + 3'600),
    };
    for (const auto &claims : refused) {
        const auto finding = m_readers->check(provider.token(claims));
        EXPECT_EQ(finding.kind, Kind::Refused) << QJsonDocument(claims).toJson().constData();
        EXPECT_FALSE(finding.reason.isEmpty());
    }
    m_clock.advance(std::chrono::hours(2));
    EXPECT_EQ(m_readers->check(provider.token(good)).kind, Kind::Refused) << "the token expired";
}

TEST_F(OidcReadersTest, RejectsForeignSignatures)
{
    FakeProvider provider;
    start(provider);
    const auto claims = provider.claims(kClient, m_clock.now());
    const auto good = provider.token(claims);
    ASSERT_TRUE(becomes(Kind::Allowed, good));
    const FakeProvider attacker;
    const auto parts = good.split('.');
    const auto encoded = [](const QByteArray &bytes) {
        return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    const auto unsignedHead = encoded(R"({"alg":"none"})");
    const auto sharedHead = encoded(R"({"alg":"HS256","kid":"first"})");
    const auto shared = sharedHead + '.' + parts[1];
    auto changed = good;
    changed[changed.size() - 5] = changed.at(changed.size() - 5) == 'A' ? 'B' : 'A';
    const QByteArray refused[] = {
        attacker.token(claims),
        unsignedHead + '.' + parts[1] + '.',
        unsignedHead + '.' + parts[1] + '.' + parts[2],
        shared + '.' + encoded(QMessageAuthenticationCode::hash(shared, "first", QCryptographicHash::Sha256)),
        encoded(R"({"alg":"ES256","kid":"first","crit":["exp"]})") + '.' + parts[1] + '.' + parts[2],
        changed,
        parts[0] + '.' + parts[1] + '.' + encoded("short"),
        parts[0] + '.' + parts[1] + '.',
        "a.b.c",
        {},
        QByteArray(200'000, 'a') + '.' + parts[1] + '.' + parts[2],
    };
    for (const auto &token : refused)
        EXPECT_EQ(m_readers->check(token).kind, Kind::Refused)
            << token.first(std::min<qsizetype>(token.size(), 200)).constData();
    EXPECT_EQ(m_readers->check(good).kind, Kind::Allowed);
}

TEST_F(OidcReadersTest, UnknownKeyIsFetchedAtALimitedRate)
{
    FakeProvider provider;
    start(provider);
    const auto claims = provider.claims(kClient, m_clock.now());
    ASSERT_TRUE(becomes(Kind::Allowed, provider.token(claims)));
    const auto old = provider.token(claims);
    provider.changeKey(u"second"_s);
    const auto token = provider.token(claims);
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(m_readers->check(token).kind, Kind::Refused);
    EXPECT_TRUE(reason(token).contains(u"the provider does not have"_s));
    EXPECT_EQ(provider.keysRead(), 1) << "unknown keys cause no provider requests";
    m_clock.advance(OidcReaders::kAgain);
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(m_readers->check(token).kind, Kind::Unavailable) << "the keys are being read again";
    EXPECT_TRUE(becomes(Kind::Allowed, token));
    EXPECT_EQ(m_readers->check(old).kind, Kind::Refused) << "the provider removed its key";
    EXPECT_EQ(provider.keysRead(), 2);
}

TEST_F(OidcReadersTest, TokenSignedWithANewKeyIsNotAWrongCredential)
{
    FakeProvider provider;
    start(provider);
    const auto claims = provider.claims(kClient, m_clock.now());
    ASSERT_TRUE(becomes(Kind::Allowed, provider.token(claims)));
    ServeAccess access;
    access.openReading = false;
    Authenticator authenticator(access, m_clock);
    authenticator.setReaders(m_readers.get());
    using Decided = Authenticator::Decision::Kind;
    const auto decide = [&](const QByteArray &token) {
        HttpRequest request;
        request.headers.append("Authorization", "Bearer " + token);
        return authenticator.mayRead(request, u"192.0.2.1"_s).kind;
    };
    provider.changeKey(u"second"_s);
    m_clock.advance(OidcReaders::kAgain);
    const auto token = provider.token(claims);
    for (int i = 0; i < 2 * Authenticator::kMostWrong; ++i)
        EXPECT_EQ(decide(token), Decided::Unavailable);
    EXPECT_TRUE(becomes(Kind::Allowed, token));

    provider.setKeysBody("{}"); // from now on, its key set is invalid
    provider.changeKey(u"third"_s);
    m_clock.advance(OidcReaders::kAgain);
    const auto unknown = provider.token(claims);
    EXPECT_EQ(decide(unknown), Decided::Unavailable);
    ASSERT_TRUE(waitUntil([this] { return !m_messages.isEmpty(); }));
    EXPECT_EQ(decide(unknown), Decided::Unavailable) << "the keys are read again soon";
    EXPECT_EQ(decide("a.b.c"), Decided::Refused) << "invalid tokens were not counted before";
    EXPECT_EQ(decide(token), Decided::Allowed);
}

TEST_F(OidcReadersTest, UnreachableProviderIsRetriedAndItsKeysStayValid)
{
    FakeProvider provider;
    const auto token = provider.token(provider.claims(kClient, m_clock.now()));
    provider.setAway(true);
    start(provider);
    ASSERT_TRUE(waitUntil([this] { return !m_messages.isEmpty(); }));
    EXPECT_EQ(m_readers->check(token).kind, Kind::Unavailable) << "the result is undecided";
    provider.setAway(false);
    m_readers->start();
    ASSERT_TRUE(becomes(Kind::Allowed, token));
    EXPECT_EQ(m_messages.size(), 2) << m_messages.join(u'\n').toStdString();
    for (const QByteArray body : {"<html>", R"({"keys":[{"kty":"RSA"}]})", "{}", R"({"keys":[]})", R"({"keys":7})"}) {
        provider.setKeysBody(body); // a different fault each time
        const auto before = provider.keysRead();
        m_messages.clear();
        m_readers->start();
        ASSERT_TRUE(waitUntil([&] { return provider.keysRead() > before && !m_messages.isEmpty(); }))
            << body.constData();
        EXPECT_EQ(m_readers->check(token).kind, Kind::Allowed) << body.constData();
    }
}

TEST(SigningKeys, ContainOnlySupportedKeys)
{
    const auto rsa = [](int bytes) {
        return R"({"kty":"RSA","e":"AQAB","n":")"
            + QByteArray(bytes, '\xff').toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
            + "\"}";
    };
    const auto set = [](const QByteArray &key) { return SigningKeys::fromJson("{\"keys\":[" + key + "]}"); };
    EXPECT_TRUE(set(rsa(256)).has_value());
    for (const auto &bad : {rsa(128), rsa(2'000), QByteArray(R"({"kty":"oct","k":"AAAA"})"),
                            QByteArray(R"({"kty":"EC","crv":"P-256","x":"AA","y":"AA"})"),
                            QByteArray(R"({"kty":"EC","crv":"secp256k1","x":"AA","y":"AA"})"),
                            rsa(256).replace("{", R"({"use":"enc",)"), QByteArray("7"), QByteArray()})
        EXPECT_FALSE(set(bad).has_value()) << bad.left(100).constData();
    QByteArrayList many;
    for (int i = 0; i < 101; ++i)
        many += "{}";
    EXPECT_FALSE(SigningKeys::fromJson("{\"keys\":[" + many.join(',') + "]}").has_value());
}

/// The API with an OpenID Connect provider.
class OidcApi : public TaskApiFixture
{
protected:
    void openWith(const FakeProvider &provider, const QString &publicUrl = {})
    {
        m_config.publicUrl = QUrl(publicUrl);
        m_config.instances.push_back({u"prod"_s, QUrl(u"http://127.0.0.1:1"_s), {}, {}, {}});
        m_config.access.oidc = {provider.issuer(), kClient, {}};
        m_config.access.openReading = false;
        open();
    }
    [[nodiscard]] HttpReply read(const QByteArray &field, const QByteArray &value,
                                 const QByteArray &target = "/api/v1/tasks", const QByteArray &method = "GET")
    {
        HttpRequest request;
        request.method = method;
        request.target = target;
        request.headers.append("Content-Type", "application/json");
        if (!value.isEmpty())
            request.headers.append(field, value);
        return m_api->reply(request, u"127.0.0.1"_s);
    }
};

TEST_F(OidcApi, ReadersSignInWithTheProviderAndPipelinesWithTheirTokens)
{
    FakeProvider provider;
    openWith(provider);
    const auto bearer = "Bearer " + provider.token(provider.claims(kClient, m_clock.now()));
    ASSERT_TRUE(waitUntil([&] { return read("Authorization", bearer).status == 200; }));
    EXPECT_EQ(read("Oidc-Authorization", bearer).status, 200) << "the header of Argo Watcher's web interface";
    EXPECT_EQ(read("Authorization", bearer, "/").status, 200) << "pages too";
    EXPECT_EQ(read("Authorization", bearer, "/api/v1/tasks", "POST").status, 401) << "a reader cannot register tasks";
    EXPECT_EQ(read("Oidc-Authorization", bearer, "/api/v1/tasks/1/cancel", "POST").status, 401);
    EXPECT_EQ(read("Authorization", {}).status, 401);
    EXPECT_EQ(call("GET", "/api/v1/tasks").status, 200) << "a deploy token reads, too";
    const auto config = json(read("Authorization", bearer, "/api/v1/config")).value("oidc"_L1).toObject();
    EXPECT_TRUE(config.value("enabled"_L1).toBool());
    EXPECT_EQ(config.value("issuer_url"_L1).toString(), provider.issuer());
    EXPECT_EQ(config.value("client_id"_L1).toString(), kClient);
    const auto wrong = "Bearer " + provider.token(provider.claims(u"another"_s, m_clock.now()));
    for (int i = 1; i < Authenticator::kMostWrong; ++i) // the request above was the first wrong one
        EXPECT_EQ(read("Authorization", wrong).status, 401);
    EXPECT_EQ(read("Authorization", wrong).status, 429) << "guessing is throttled";
    EXPECT_EQ(read("Authorization", bearer).status, 200) << "valid tokens are not throttled";
}

/// A browser that visits the pages of a server with the public URL https://team.acme.example.
class OidcPages : public OidcApi
{
protected:
    void SetUp() override
    {
        openWith(m_provider, u"https://team.acme.example"_s);
        const auto bearer = "Bearer " + m_provider.token(m_provider.claims(kClient, m_clock.now()));
        ASSERT_TRUE(waitUntil([&] { return read("Authorization", bearer).status == 200; }))
            << "timeout: the keys were not read";
    }
    [[nodiscard]] HttpReply visit(const QByteArray &target, const QByteArray &cookies = {},
                                  const QByteArray &method = "GET")
    {
        auto reply = read("Cookie", cookies, target, method);
        if (!reply.later)
            return reply;
        EXPECT_TRUE(waitFor(*reply.later));
        return reply.later->result();
    }
    [[nodiscard]] static QByteArray locationOf(const HttpReply &reply) { return reply.headers.value("Location"); }
    /// The cookies that @p reply sets, as "NAME=VALUE" pairs in the form in which a browser returns them.
    [[nodiscard]] static QByteArray cookiesOf(const HttpReply &reply)
    {
        QByteArrayList cookies;
        for (const auto &set : reply.headers.value("Set-Cookie").split(','))
            cookies += set.trimmed().split(';').first();
        return cookies.join("; ");
    }
    /// A parameter of the request to the provider, for example "state" or "nonce".
    [[nodiscard]] static QByteArray asked(const HttpReply &begun, const QString &name)
    {
        return QUrlQuery(QUrl::fromEncoded(locationOf(begun))).queryItemValue(name, QUrl::FullyDecoded).toLatin1();
    }
    void grant(const QByteArray &nonce, const QString &audience = kClient)
    {
        auto claims = m_provider.claims(audience, m_clock.now());
        claims.insert(u"nonce"_s, QString::fromLatin1(nonce));
        m_provider.setIdToken(m_provider.token(claims));
    }

    FakeProvider m_provider;
};

TEST_F(OidcPages, BrowserSignsInAndReturnsToTheRequestedPage)
{
    const auto sent = visit("/?state=failed");
    EXPECT_EQ(sent.status, 302);
    ASSERT_EQ(locationOf(sent), "/signin?to=%2F%3Fstate%3Dfailed");
    const auto begun = visit(locationOf(sent));
    ASSERT_EQ(begun.status, 302);
    const QUrl provider = QUrl::fromEncoded(locationOf(begun));
    EXPECT_EQ(provider.toString(QUrl::RemoveQuery), m_provider.issuer() + u"/authorize"_s);
    EXPECT_EQ(asked(begun, u"redirect_uri"_s), "https://team.acme.example/signin/done");
    EXPECT_EQ(asked(begun, u"scope"_s), "openid profile email") << "no refresh token is requested";
    EXPECT_EQ(asked(begun, u"code_challenge_method"_s), "S256");
    const auto set = begun.headers.value("Set-Cookie");
    for (const auto *attribute : {"HttpOnly", "SameSite=Lax", "Secure", "Path=/signin"})
        EXPECT_TRUE(set.contains(attribute)) << set.constData();

    grant(asked(begun, u"nonce"_s));
    const auto done = visit("/signin/done?code=c0de&state=" + asked(begun, u"state"_s), cookiesOf(begun));
    ASSERT_EQ(done.status, 302) << done.body.constData();
    EXPECT_EQ(locationOf(done), "/?state=failed");
    EXPECT_TRUE(m_provider.exchanged().contains("code=c0de")) << m_provider.exchanged().constData();
    EXPECT_TRUE(m_provider.exchanged().contains("code_verifier="));
    const auto cookies = cookiesOf(done);
    EXPECT_EQ(visit("/", cookies).status, 200);
    EXPECT_EQ(visit("/api/v1/tasks", cookies).status, 200) << "live.js uses the cookie, too";
    EXPECT_EQ(visit("/api/v1/tasks", cookies, "POST").status, 401) << "a cookie cannot register tasks";
    EXPECT_EQ(visit("/", "lynceus_reader0=a.b.c").status, 302) << "an invalid cookie starts a new sign-in";
}

TEST_F(OidcPages, ShorterTokenReplacesALongerOneCompletely)
{
    const auto signIn = [this](qsizetype padding) {
        const auto begun = visit("/signin?to=/");
        auto claims = m_provider.claims(kClient, m_clock.now());
        claims.insert(u"nonce"_s, QString::fromLatin1(asked(begun, u"nonce"_s)));
        claims.insert(u"padding"_s, QString(padding, u'x'));
        m_provider.setIdToken(m_provider.token(claims));
        return visit("/signin/done?code=c0de&state=" + asked(begun, u"state"_s), cookiesOf(begun));
    };
    const auto longer = signIn(4'000);
    EXPECT_EQ(visit("/", cookiesOf(longer)).status, 200) << "in two cookies";
    EXPECT_FALSE(longer.headers.value("Set-Cookie").contains("lynceus_reader1=;"));
    const auto set = signIn(0).headers.value("Set-Cookie");
    EXPECT_FALSE(set.contains("lynceus_reader0=;")) << set.constData();
    for (const auto *gone : {"lynceus_reader1=; Path=/; Max-Age=0;", "lynceus_reader4=; Path=/; Max-Age=0;"})
        EXPECT_TRUE(set.contains(gone)) << set.constData();
}

/// The same, below a path that a proxy removes.
class OidcPagesBelowAPath : public OidcPages
{
protected:
    void SetUp() override
    {
        openWith(m_provider, u"https://acme.example/lynceus"_s);
        const auto bearer = "Bearer " + m_provider.token(m_provider.claims(kClient, m_clock.now()));
        ASSERT_TRUE(waitUntil([&] { return read("Authorization", bearer).status == 200; }))
            << "timeout: the keys were not read";
    }
};

TEST_F(OidcPagesBelowAPath, BrowserStaysBelowThePath)
{
    EXPECT_EQ(locationOf(visit("/")), "/lynceus/signin?to=%2F");
    const auto begun = visit("/signin?to=%2F%3Fstate%3Dfailed");
    EXPECT_EQ(asked(begun, u"redirect_uri"_s), "https://acme.example/lynceus/signin/done");
    EXPECT_TRUE(begun.headers.value("Set-Cookie").contains("Path=/lynceus/signin;"));
    const auto failed = visit("/signin/done?code=c0de&state=another", cookiesOf(begun));
    EXPECT_TRUE(failed.body.contains("<a href=\"/lynceus/signin\">")) << failed.body.constData();
    EXPECT_TRUE(failed.body.contains("href=\"/lynceus/style.css\""));

    grant(asked(begun, u"nonce"_s));
    const auto done = visit("/signin/done?code=c0de&state=" + asked(begun, u"state"_s), cookiesOf(begun));
    EXPECT_EQ(locationOf(done), "/lynceus/?state=failed");
    EXPECT_TRUE(done.headers.value("Set-Cookie").contains("Path=/lynceus;"));
    EXPECT_EQ(locationOf(visit("/api/v1/tasks/")), "/lynceus/api/v1/tasks");
    const auto page = visit("/", cookiesOf(done));
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(page.body.contains("=\"/\"")) << page.body.constData();
}

TEST_F(OidcPages, UnsolicitedCallbackIsRejected)
{
    const auto begun = visit("/signin?to=/");
    const auto cookies = cookiesOf(begun);
    const auto done = "/signin/done?code=c0de&state=" + asked(begun, u"state"_s);
    const auto refuses = [&](int status, const QByteArray &target, const QByteArray &with) {
        const auto reply = visit(target, with);
        EXPECT_EQ(reply.status, status) << target.constData() << reply.body.constData();
        EXPECT_FALSE(reply.headers.value("Set-Cookie").contains("lynceus_reader"));
        EXPECT_FALSE(reply.body.contains("c0de"));
    };
    grant(asked(begun, u"nonce"_s));
    refuses(400, done, {});
    refuses(400, "/signin/done?code=c0de&state=another", cookies);
    refuses(400, "/signin/done?code=c0de", cookies);
    refuses(400, "/signin/done?error=access_denied&state=" + asked(begun, u"state"_s), cookies);
    grant("another nonce");
    refuses(403, done, cookies);
    grant(asked(begun, u"nonce"_s), u"another client"_s);
    refuses(403, done, cookies);
    const FakeProvider attacker;
    auto claims = m_provider.claims(kClient, m_clock.now());
    claims.insert(u"nonce"_s, QString::fromLatin1(asked(begun, u"nonce"_s)));
    m_provider.setIdToken(attacker.token(claims));
    refuses(403, done, cookies);
    m_provider.setIdToken({});
    refuses(502, done, cookies);
    m_provider.setIdToken("a.b.c");
    EXPECT_TRUE(visit(done, cookies).body.contains("The OpenID provider sent no ID token."));
    m_provider.setAway(true);
    refuses(503, done, cookies);
}

TEST_F(OidcPages, RedirectsStayOnTheServer)
{
    for (const QByteArray target : {"//evil.example/", "https://evil.example/", "/\\evil.example", "/task/../x",
                                    "/task/a/b", "/api/v1/tasks", "/%0d%0aSet-Cookie:%20a=b"}) {
        const auto begun = visit("/signin?to=" + target.toPercentEncoding());
        grant(asked(begun, u"nonce"_s));
        const auto done = visit("/signin/done?code=c0de&state=" + asked(begun, u"state"_s), cookiesOf(begun));
        EXPECT_EQ(done.status, 302);
        EXPECT_EQ(locationOf(done), "/") << target.constData();
    }
}

/// Sign-ins without the API, with a fake clock.
class ReaderSignInTest : public testing::Test
{
protected:
    void SetUp() override
    {
        const ServeOidc settings{m_provider.issuer(), kClient, {}};
        m_readers = std::make_unique<OidcReaders>(settings, m_clock);
        m_signIn = std::make_unique<ReaderSignIn>(settings, QUrl(u"https://team.acme.example"_s), *m_readers, m_clock);
    }
    [[nodiscard]] static int statusOf(const HttpReply &reply)
    {
        if (!reply.later)
            return reply.status;
        EXPECT_TRUE(waitFor(*reply.later));
        return reply.later->result().status;
    }
    [[nodiscard]] HttpReply begin(const QString &peer = u"192.0.2.1"_s)
    {
        HttpRequest request;
        request.method = "GET";
        request.target = "/signin?to=/";
        return m_signIn->begin(request, peer);
    }
    /// A request with an invented code and a matching cookie.
    [[nodiscard]] HttpReply finish(const QString &peer = u"192.0.2.1"_s)
    {
        HttpRequest request;
        request.method = "GET";
        request.target = "/signin/done?code=c0de&state=made-up";
        request.headers.append("Cookie", "lynceus_signin=made-up.nonce.verifier.Lw");
        return m_signIn->finish(request, peer);
    }

    FakeClock m_clock;
    FakeProvider m_provider;
    std::unique_ptr<OidcReaders> m_readers; ///< has not read any keys
    std::unique_ptr<ReaderSignIn> m_signIn;
};

TEST_F(ReaderSignInTest, ConcurrentSignInsShareOneProviderRequest)
{
    std::vector<HttpReply> begun;
    for (int i = 0; i < 30; ++i)
        begun.push_back(begin());
    for (const auto &reply : begun)
        EXPECT_EQ(statusOf(reply), 302);
    for (int i = 0; i < 2 * ReaderSignIn::kMostTries; ++i)
        EXPECT_EQ(statusOf(begin()), 302) << "sign-in starts cause no provider requests";
    EXPECT_EQ(m_provider.discoveries(), 1);
    m_clock.advance(ReaderSignIn::kProviderAge);
    EXPECT_EQ(statusOf(begin()), 302);
    EXPECT_EQ(m_provider.discoveries(), 2) << "the provider's endpoints may have changed";
}

TEST_F(ReaderSignInTest, UnreachableProviderIsNotContactedForAWhile)
{
    m_provider.setAway(true);
    EXPECT_EQ(statusOf(begin()), 503);
    const auto asked = m_provider.discoveries();
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(statusOf(begin()), 503);
    EXPECT_EQ(m_provider.discoveries(), asked);
    m_provider.setAway(false);
    m_clock.advance(ReaderSignIn::kAgain);
    EXPECT_EQ(statusOf(begin()), 302);
}

TEST_F(ReaderSignInTest, WaitingSignInsAreLimited)
{
    std::vector<HttpReply> waiting;
    for (std::size_t i = 0; i < ReaderSignIn::kMostWaiting; ++i) {
        waiting.push_back(begin(QString::number(i)));
        EXPECT_TRUE(waiting.back().later);
    }
    const auto refused = begin(u"another"_s);
    EXPECT_FALSE(refused.later);
    EXPECT_EQ(refused.status, 503);
    for (const auto &reply : waiting)
        EXPECT_EQ(statusOf(reply), 302);
    EXPECT_EQ(statusOf(begin(u"another"_s)), 302);
}

TEST_F(ReaderSignInTest, ThrottlesInvalidCodes)
{
    for (int i = 0; i < ReaderSignIn::kMostTries; ++i)
        EXPECT_EQ(statusOf(finish()), 502);
    EXPECT_EQ(m_provider.exchanges(), ReaderSignIn::kMostTries);
    const auto refused = finish();
    EXPECT_EQ(statusOf(refused), 429);
    EXPECT_EQ(refused.headers.value("Retry-After"), "60");
    EXPECT_EQ(m_provider.exchanges(), ReaderSignIn::kMostTries) << "no provider request";
    EXPECT_EQ(statusOf(finish(u"192.0.2.2"_s)), 502) << "each address has its own limit";
    EXPECT_EQ(statusOf(begin()), 302) << "no provider requests";
    m_clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(statusOf(finish()), 502);
}

TEST_F(OidcApi, BrowserSignInNeedsTheExternalUrl)
{
    const FakeProvider provider;
    openWith(provider);
    EXPECT_EQ(read("Cookie", {}, "/").status, 401);
    EXPECT_EQ(read("Cookie", {}, "/signin").status, 404);
    EXPECT_EQ(read("Cookie", {}, "/signin/done").status, 404);
}

TEST_F(OidcApi, UnreachableProviderIsReported)
{
    FakeProvider provider;
    provider.setAway(true);
    openWith(provider);
    const auto reply = read("Authorization", "Bearer " + provider.token(provider.claims(kClient, m_clock.now())));
    EXPECT_EQ(reply.status, 503);
    EXPECT_TRUE(json(reply).value("error"_L1).toString().contains(u"OpenID provider"_s));
}

TEST_F(OidcApi, BrowserGetsAPageIfItsTokenCannotBeVerified)
{
    FakeProvider provider;
    provider.setAway(true);
    openWith(provider, u"https://team.acme.example"_s);
    HttpRequest request;
    request.method = "GET";
    request.headers.append("Cookie", "lynceus_reader0=" + provider.token(provider.claims(kClient, m_clock.now())));
    for (const auto *page : {"/", "/task/00000000-0000-0000-0000-000000000000"}) {
        request.target = page;
        auto browser = request;
        browser.headers.append("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        const auto shown = m_api->reply(browser, u"127.0.0.1"_s);
        EXPECT_EQ(shown.status, 503) << page;
        EXPECT_EQ(shown.headers.value("Retry-After"), "15") << page;
        EXPECT_TRUE(shown.contentType.startsWith("text/html")) << page;
        EXPECT_TRUE(shown.body.contains("OpenID provider")) << shown.body.constData();
        const auto program = m_api->reply(request, u"127.0.0.1"_s);
        EXPECT_EQ(program.status, 503) << page;
        EXPECT_FALSE(program.headers.value("Retry-After").isEmpty()) << page;
        EXPECT_TRUE(json(program).contains("error"_L1)) << page;
    }
}

TEST_F(OidcApi, BrowserGetsAPageIfReadingIsForbidden)
{
    const FakeProvider provider;
    openWith(provider); // without a public URL for sign-ins
    HttpRequest request;
    request.method = "GET";
    request.target = "/";
    request.headers.append("Accept", "text/html");
    const auto shown = m_api->reply(request, u"127.0.0.1"_s);
    EXPECT_EQ(shown.status, 401);
    EXPECT_TRUE(shown.contentType.startsWith("text/html"));
    request.target = "/api/v1/tasks";
    EXPECT_TRUE(m_api->reply(request, u"127.0.0.1"_s).contentType.startsWith("application/json"));
}

} // namespace lynceus::test
