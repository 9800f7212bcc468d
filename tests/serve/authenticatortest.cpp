#include "app/serve/authenticator.h"

#include "app/serve/jwtcheck.h"
#include "tests/support/fakeclock.h"

#include <QMessageAuthenticationCode>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

using Kind = Authenticator::Decision::Kind;

const QByteArray kToken = "a-deploy-token-for-tests";
const QByteArray kSecret = "a-shared-secret-for-tests";

QByteArray part(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signedToken(const QByteArray &header, const QByteArray &claims, const QByteArray &secret = kSecret,
                       QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256)
{
    const auto text = part(header) + '.' + part(claims);
    return text + '.' + part(QMessageAuthenticationCode::hash(text, secret, algorithm));
}

HttpRequest requestWith(const QByteArray &name, const QByteArray &value)
{
    HttpRequest request;
    request.headers.append(name, value);
    return request;
}

Secret secretOf(const QByteArray &bytes)
{
    return Secret(QByteArray(bytes.constData(), bytes.size()));
}

ServeAccess access()
{
    ServeAccess access;
    access.deployTokens = {{u"another"_s, secretOf("another-deploy-token")}, {u"pipeline"_s, secretOf(kToken)}};
    access.jwtSecret = secretOf(kSecret);
    return access;
}

} // namespace

TEST(Authenticator, AcceptsDeployTokensAndJwtsForRegistration)
{
    const FakeClock clock;
    Authenticator authenticator(access(), clock);
    const auto expires = QByteArray::number(clock.now().time_since_epoch().count() / 1000 + 60);
    const auto jwt = signedToken(R"({"alg":"HS256","typ":"JWT"})", "{\"exp\":" + expires + "}");
    for (const auto &request :
         {requestWith("ARGO_WATCHER_DEPLOY_TOKEN", kToken), requestWith("Argo_watcher_deploy_token", kToken),
          requestWith("Authorization", "Bearer " + kToken), requestWith("Authorization", jwt),
          requestWith("Authorization", "Bearer " + jwt)})
        EXPECT_EQ(authenticator.mayRegister(request, u"10.0.0.1"_s).kind, Kind::Allowed);
}

TEST(Authenticator, RejectsOtherCredentialsWithAReason)
{
    const FakeClock clock;
    Authenticator authenticator(access(), clock);
    EXPECT_EQ(authenticator.mayRegister(HttpRequest(), u"a"_s).kind, Kind::Refused);
    const auto wrong = authenticator.mayRegister(requestWith("ARGO_WATCHER_DEPLOY_TOKEN", kToken + "x"), u"a"_s);
    EXPECT_EQ(wrong.kind, Kind::Refused);
    EXPECT_EQ(wrong.reason, u"deploy token is invalid"_s);
    EXPECT_FALSE(wrong.reason.contains(QString::fromLatin1(kToken)));
    // One valid credential is enough.
    auto both = requestWith("ARGO_WATCHER_DEPLOY_TOKEN", "nonsense");
    both.headers.append("Authorization", kToken);
    EXPECT_EQ(authenticator.mayRegister(both, u"a"_s).kind, Kind::Allowed);
}

TEST(Authenticator, OpenAccessNeedsNoCredentialButReportsAWrongOne)
{
    const FakeClock clock;
    auto open = access();
    open.openRegistration = true;
    Authenticator authenticator(open, clock);
    EXPECT_EQ(authenticator.mayRegister(HttpRequest(), u"a"_s).kind, Kind::Allowed);
    EXPECT_EQ(authenticator.mayRegister(requestWith("Authorization", "x"), u"a"_s).kind, Kind::Refused);
    EXPECT_EQ(authenticator.mayRead(requestWith("Authorization", "x"), u"a"_s).kind, Kind::Allowed);
    open.openReading = false;
    Authenticator closed(open, clock);
    EXPECT_EQ(closed.mayRead(HttpRequest(), u"a"_s).kind, Kind::Refused);
    EXPECT_EQ(closed.mayRead(requestWith("Authorization", kToken), u"a"_s).kind, Kind::Allowed);
}

TEST(Authenticator, OpenAccessWithoutAJwtSecretIgnoresForeignAuthorization)
{
    const FakeClock clock;
    auto open = access();
    open.openRegistration = true;
    open.jwtSecret = {};
    Authenticator authenticator(open, clock);
    auto request = requestWith("Authorization", "Bearer a-token-of-the-proxy");
    EXPECT_EQ(authenticator.mayRegister(request, u"a"_s).kind, Kind::Allowed);
    request.headers.append("ARGO_WATCHER_DEPLOY_TOKEN", "wrong");
    EXPECT_EQ(authenticator.mayRegister(request, u"a"_s).kind, Kind::Refused);

    open.openRegistration = open.openReading = false;
    Authenticator closed(open, clock);
    request = requestWith("Authorization", "Bearer a-token-of-the-proxy");
    EXPECT_EQ(closed.mayRegister(request, u"a"_s).kind, Kind::Refused);
    EXPECT_EQ(closed.mayRead(request, u"a"_s).kind, Kind::Refused);
}

TEST(Authenticator, ThrottlesOnlyWrongCredentials)
{
    FakeClock clock;
    Authenticator authenticator(access(), clock);
    const auto wrong = requestWith("ARGO_WATCHER_DEPLOY_TOKEN", "wrong");
    for (int i = 0; i < Authenticator::kMostWrong; ++i)
        EXPECT_EQ(authenticator.mayRegister(wrong, u"a"_s).kind, Kind::Refused) << i;
    EXPECT_EQ(authenticator.mayRegister(wrong, u"a"_s).kind, Kind::TooMany);
    EXPECT_EQ(authenticator.mayRegister(wrong, u"b"_s).kind, Kind::Refused);
    // Valid tokens from the same address, such as those of pipelines behind a proxy, still work.
    EXPECT_EQ(authenticator.mayRegister(requestWith("ARGO_WATCHER_DEPLOY_TOKEN", kToken), u"a"_s).kind, Kind::Allowed);
    clock.advance(Duration{60'000});
    EXPECT_EQ(authenticator.mayRegister(wrong, u"a"_s).kind, Kind::Refused);
}

TEST(Authenticator, IdentifiesADatabaseTokenByHashAndName)
{
    const FakeClock clock;
    Authenticator authenticator(access(), clock);
    const auto token = "lynceus_" + QByteArray(16, 'a') + '_' + QByteArray(64, 'b');
    const auto request = requestWith("Authorization", "Bearer " + token);
    EXPECT_EQ(Authenticator::storedTokenId(request), QString(16, u'a'));
    EXPECT_EQ(Authenticator::storedTokenId(requestWith("ARGO_WATCHER_DEPLOY_TOKEN", token)), QString(16, u'a'));
    EXPECT_EQ(Authenticator::storedTokenId(requestWith("ARGO_WATCHER_DEPLOY_TOKEN", kToken)), QString());

    EXPECT_EQ(authenticator.mayRegister(request, u"a"_s).kind, Kind::Refused)
        << "the token does not exist or is revoked";
    const DeployToken stored{u"shop"_s, deployTokenHash(token), {}, {}};
    const auto allowed = authenticator.mayRegister(request, u"a"_s, stored);
    EXPECT_EQ(allowed.kind, Kind::Allowed);
    EXPECT_EQ(allowed.caller, u"shop"_s);
    // The ID of a token alone is not enough.
    const auto guessed = "lynceus_" + QByteArray(16, 'a') + '_' + QByteArray(64, 'c');
    EXPECT_EQ(authenticator.mayRegister(requestWith("Authorization", guessed), u"a"_s, stored).kind, Kind::Refused);
    EXPECT_EQ(authenticator.mayRegister(requestWith("Authorization", kToken), u"a"_s).caller, u"pipeline"_s);
}

TEST(Authenticator, ThrottlesOnlyTheTokenThatRegistersTooMuch)
{
    FakeClock clock;
    auto limited = access();
    limited.ratePerToken = 3;
    Authenticator authenticator(limited, clock);
    const auto one = requestWith("Authorization", kToken);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(authenticator.mayRegister(one, u"a"_s).kind, Kind::Allowed);
    EXPECT_EQ(authenticator.mayRegister(one, u"b"_s).kind, Kind::TooMany) << "from any address";
    EXPECT_EQ(authenticator.mayRegister(requestWith("Authorization", "another-deploy-token"), u"a"_s).kind,
              Kind::Allowed);
    clock.advance(Duration{60'000});
    EXPECT_EQ(authenticator.mayRegister(one, u"a"_s).kind, Kind::Allowed);
}

TEST(Authenticator, CountsJwtsBySubject)
{
    FakeClock clock;
    auto limited = access();
    limited.ratePerToken = 2;
    Authenticator authenticator(limited, clock);
    const auto expires = QByteArray::number(clock.now().time_since_epoch().count() / 1000 + 600);
    const auto kindFor = [&](const QByteArray &claims, int number = 0) {
        const auto token = signedToken(R"({"alg":"HS256"})",
                                       "{\"exp\":" + expires + ",\"jti\":" + QByteArray::number(number) + claims + '}');
        const auto decision = authenticator.mayRegister(requestWith("Authorization", token), u"a"_s);
        EXPECT_TRUE(decision.kind == Kind::TooMany || decision.caller == u"jwt"_s);
        return decision.kind;
    };
    const QByteArray shop = R"(,"iss":"ci","sub":"shop")";
    EXPECT_EQ(kindFor(shop, 1), Kind::Allowed);
    EXPECT_EQ(kindFor(shop, 2), Kind::Allowed);
    EXPECT_EQ(kindFor(shop, 3), Kind::TooMany) << "a new token counts for the same pipeline";
    for (const QByteArray other : {R"(,"iss":"ci","sub":"orders")", R"(,"iss":"other","sub":"shop")", ""}) {
        EXPECT_EQ(kindFor(other), Kind::Allowed) << other.constData();
        EXPECT_EQ(kindFor(other), Kind::Allowed) << other.constData();
        EXPECT_EQ(kindFor(other), Kind::TooMany) << other.constData();
    }
    clock.advance(Duration{60'000});
    EXPECT_EQ(kindFor(shop), Kind::Allowed);
}

TEST(Authenticator, TracksABoundedNumberOfAccounts)
{
    FakeClock clock;
    auto limited = access();
    limited.ratePerToken = 2;
    Authenticator authenticator(limited, clock);
    const auto registers = [&](const QString &name) {
        const auto token = "lynceus_" + QByteArray(16, 'a') + '_' + QByteArray(64, 'b');
        const DeployToken stored{name, deployTokenHash(token), {}, {}};
        return authenticator.mayRegister(requestWith("Authorization", token), u"a"_s, stored).kind;
    };
    for (qsizetype i = 0; i < Authenticator::kMostAccounts; ++i)
        ASSERT_EQ(registers(QString::number(i)), Kind::Allowed);
    EXPECT_EQ(registers(u"x"_s), Kind::Allowed);
    EXPECT_EQ(registers(u"y"_s), Kind::Allowed);
    EXPECT_EQ(registers(u"z"_s), Kind::TooMany) << "further tokens share a limit";
    EXPECT_EQ(registers(u"0"_s), Kind::Allowed) << "known tokens have their own limit";
    clock.advance(Duration{60'000});
    EXPECT_EQ(registers(u"z"_s), Kind::Allowed);
}

TEST(JwtCheck, AcceptsOnlyValidSignedTokens)
{
    const Instant now{Duration{1'795'000'000'000}};
    const QByteArray header = R"({"alg":"HS256"})";
    const QByteArray good = R"({"exp":1795000100,"nbf":1794999990,"iat":1794999990})";
    EXPECT_EQ(faultOfJwt(signedToken(header, good), secretOf(kSecret), now), QString());
    EXPECT_EQ(faultOfJwt(signedToken(R"({"alg":"HS512"})", good, kSecret, QCryptographicHash::Sha512),
                         secretOf(kSecret), now),
              QString());
    const auto fault = [&](const QByteArray &token) { return faultOfJwt(token, secretOf(kSecret), now); };
    EXPECT_EQ(fault(signedToken(header, R"({"exp":1794999000})")), u"token has invalid claims: token is expired"_s);
    EXPECT_NE(fault(signedToken(header, R"({})")), QString());
    EXPECT_NE(fault(signedToken(header, R"({"exp":"1795000100"})")), QString());
    EXPECT_NE(fault(signedToken(header, R"({"exp":1795000100,"nbf":1795000090})")), QString());
    EXPECT_NE(fault(signedToken(header, good, "another secret")), QString());
    EXPECT_NE(fault(part(R"({"alg":"none"})") + '.' + part(good) + '.'), QString());
    EXPECT_NE(fault(signedToken(R"({"alg":"none"})", good)), QString());
    // Signed with a different algorithm than the header names.
    EXPECT_NE(fault(signedToken(R"({"alg":"HS512"})", good)), QString());
    auto changed = signedToken(header, good);
    changed[changed.size() - 3] = changed.at(changed.size() - 3) == 'A' ? 'B' : 'A';
    EXPECT_NE(fault(changed), QString());
    for (const auto *text : {"", "a", "a.b", "a.b.c", "a.b.c.d", "..", "!.!.!"})
        EXPECT_NE(fault(text), QString()) << text;
}

TEST(JwtCheck, ComparesEveryByte)
{
    EXPECT_TRUE(equalInConstantTime("abc", "abc"));
    EXPECT_FALSE(equalInConstantTime("abc", "abd"));
    EXPECT_FALSE(equalInConstantTime("abc", "ab"));
}

} // namespace lynceus::test
