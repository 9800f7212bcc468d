#include "app/serve/serveconfig.h"

#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

class ServeConfigTest : public testing::Test
{
protected:
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        return file.fileName();
    }

    [[nodiscard]] QString token() const { return file(u"token"_s, "0123456789abcdef0123\n"); }

    /// All faults of a file in the form "PLACE: MESSAGE", without the test's folder.
    [[nodiscard]] QStringList faultsOf(const QByteArray &yaml, const ServeOverrides &overrides = {}) const
    {
        const auto config = readServeConfig(file(u"serve.yaml"_s, yaml), overrides);
        QStringList faults;
        if (config)
            return faults;
        for (const auto &error : config.error())
            faults += QString(error.asked + u": "_s + error.message).remove(m_folder.path() + u'/');
        return faults;
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(ServeConfigTest, ReadsEverySetting)
{
    const auto config = readServeConfig(
        file(u"serve.yaml"_s,
             "listen: '[::1]:9090'\n"
             "database: sqlite:/tmp/x.db\n"
             "instances:\n"
             "  - name: prod\n    url: https://argocd.acme.example/base/\n    shown-url: https://cd.acme.example\n"
             "    token-file: "
                 + token().toUtf8()
                 + "\n  - url: argocd.dev.example\n"
                   "deploy-token-files: ["
                 + token().toUtf8() + "]\njwt-secret-file: " + token().toUtf8()
                 + "\nopen-reading: false\ntimeout: 5m\nrefresh: false\naccept-suspended: true\n"
                   "registry-proxies: [harbor.acme.example/ghcr]\nmost-running: 7\nkeep-days: 30\n"
                   "fail-after: 20s\nimage-grace: 10s\nbake: 30s\nrate-per-token: 9\n"),
        {});
    ASSERT_TRUE(config) << config.error().front().message.toStdString();
    EXPECT_EQ(config->address, QHostAddress(u"::1"_s));
    EXPECT_EQ(config->port, 9090);
    ASSERT_EQ(config->instances.size(), 2U);
    EXPECT_EQ(config->instances[0].name, u"prod"_s);
    EXPECT_EQ(config->instances[0].url.toString(), u"https://argocd.acme.example/base"_s);
    EXPECT_EQ(config->instances[0].shownUrl.toString(), u"https://cd.acme.example"_s);
    EXPECT_EQ(config->instances[1].name, u"argocd.dev.example"_s);
    EXPECT_EQ(config->access.deployTokens.size(), 1U);
    EXPECT_EQ(config->access.deployTokens.front().token.reveal(), "0123456789abcdef0123");
    EXPECT_FALSE(config->access.jwtSecret.isEmpty());
    EXPECT_FALSE(config->access.openReading);
    EXPECT_FALSE(config->access.openRegistration);
    EXPECT_EQ(config->defaults.timeout, Duration(std::chrono::minutes(5)));
    EXPECT_EQ(config->defaults.failAfter, Duration{20'000});
    EXPECT_EQ(config->defaults.imageGrace, Duration{10'000});
    EXPECT_EQ(config->defaults.bake, Duration{30'000});
    EXPECT_EQ(config->access.ratePerToken, 9);
    EXPECT_FALSE(config->defaults.refresh);
    EXPECT_TRUE(config->defaults.acceptSuspended);
    EXPECT_EQ(config->defaults.registryProxies, QStringList{u"harbor.acme.example/ghcr"_s});
    EXPECT_EQ(config->limits.running, 7);
    EXPECT_EQ(config->limits.keep, Duration(std::chrono::hours(24 * 30)));
}

TEST_F(ServeConfigTest, ConfiguringAProviderRequiresSignInForReading)
{
    const QByteArray rest = "instances:\n  - url: https://a.example\ndatabase: sqlite:x.db\n";
    const auto read = [&](const QByteArray &oidc) { return readServeConfig(file(u"serve.yaml"_s, oidc + rest), {}); };
    const auto config = read("public-url: https://team.example\noidc:\n  issuer: https://id.example/realm\n"
                             "  client-id: lynceus\n  client-secret-file: "
                             + token().toUtf8() + '\n');
    ASSERT_TRUE(config) << config.error().front().message.toStdString();
    EXPECT_EQ(config->access.oidc.issuer, u"https://id.example/realm"_s);
    EXPECT_EQ(config->access.oidc.clientId, u"lynceus"_s);
    EXPECT_EQ(config->access.oidc.clientSecret.reveal(), "0123456789abcdef0123");
    EXPECT_FALSE(config->access.openReading);
    const auto before = warningsAbout(*config).size();
    const auto open = read("open-reading: true\noidc: {issuer: 'https://id.example', client-id: lynceus}\n");
    ASSERT_TRUE(open);
    EXPECT_TRUE(open->access.openReading);
    EXPECT_EQ(warningsAbout(*open).size(), before + 2) << "the setting has no effect without browser sign-in";
    EXPECT_TRUE(read("oidc: {issuer: 'http://127.0.0.1:8080', client-id: lynceus}\n")) << "allowed for evaluation";
    for (const QByteArray wrong :
         {"{client-id: lynceus}", "{issuer: 'https://id.example'}", "{issuer: 'http://id.example', client-id: x}",
          "{issuer: 'id.example', client-id: x}", "{issuer: 'https://id.example?x=1', client-id: x}",
          "{issuer: 'https://a@id.example', client-id: x}", "{issuer: 'https://id.example', client-id: ''}",
          "{issuer: 'https://id.example', client-id: x, ca-file: none.pem}",
          "{issuer: 'https://id.example', client-id: x, client-secret-file: none}"})
        EXPECT_FALSE(faultsOf("oidc: " + wrong + '\n' + rest).isEmpty()) << wrong.constData();
}

TEST_F(ServeConfigTest, OptionsAreSufficientAndTakePrecedence)
{
    ServeOverrides overrides;
    overrides.server = {u"--server"_s, u"http://127.0.0.1:1"_s};
    overrides.database = {u"--database"_s, u"sqlite:x.db"_s};
    overrides.listen = {u"--listen"_s, u"0.0.0.0:0"_s};
    overrides.openRegistration = true;
    const auto alone = readServeConfig({}, overrides);
    ASSERT_TRUE(alone);
    EXPECT_EQ(alone->instances.front().name, u"127.0.0.1"_s);
    EXPECT_EQ(warningsAbout(*alone).size(), 2) << "open registration, and no TLS";
    const auto both = readServeConfig(
        file(u"serve.yaml"_s,
             "listen: 127.0.0.1:7\ninstances:\n  - url: https://a.example\n  - url: https://b.example\n"),
        overrides);
    ASSERT_TRUE(both);
    EXPECT_EQ(both->port, 0);
    ASSERT_EQ(both->instances.size(), 1U);
    EXPECT_EQ(both->instances.front().url.toString(), u"http://127.0.0.1:1"_s);
}

TEST_F(ServeConfigTest, ReportsAllErrorsWithPosition)
{
    const auto faults = faultsOf("listen: nowhere\n"
                                 "instances:\n  - name: a\n  - url: ftp://x\n  - name: A\n    url: https://x.example\n"
                                 "database: mysql://h/d\n"
                                 "deploy-token-files: [no-such-file]\n"
                                 "timeout: 15\nopen-reading: maybe\nmost-running: 0\nlistne: 1\n");
    const auto has = [&](const QString &begin) {
        return std::ranges::any_of(faults, [&](const QString &fault) { return fault.startsWith(begin); });
    };
    for (const auto *begin :
         {"serve.yaml: listen: ", "serve.yaml: instances[0]: url is missing",
          "serve.yaml: instances[1].url: ", "serve.yaml: instances[2].name: ", "serve.yaml: database: ",
          "serve.yaml: deploy-token-files[0] no-such-file: ", "serve.yaml: timeout: ", "serve.yaml: open-reading: ",
          "serve.yaml: most-running: ", "serve.yaml: listne: "})
        EXPECT_TRUE(has(QString::fromLatin1(begin))) << begin << "\n" << faults.join(u'\n').toStdString();
}

TEST_F(ServeConfigTest, RejectsOtherFiles)
{
    EXPECT_EQ(faultsOf("- a\n").size(), 1);
    EXPECT_EQ(faultsOf("a: [\n").size(), 1);
    EXPECT_EQ(faultsOf("a: &x [1]\nb: *x\n").size(), 1);
    EXPECT_EQ(faultsOf("listen: a\nlisten: b\n").size(), 1);
    EXPECT_EQ(faultsOf(QByteArray("a: ") + QByteArray("[").repeated(50) + QByteArray("]").repeated(50) + "\n").size(),
              1);
    const auto missing = readServeConfig(m_folder.filePath(u"none.yaml"_s), {});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().front().asked, m_folder.filePath(u"none.yaml"_s));
}

TEST_F(ServeConfigTest, RejectsWeakTokens)
{
    ServeOverrides overrides;
    overrides.server = {u"--server"_s, u"https://a.example"_s};
    overrides.database = {u"--database"_s, u"sqlite:x.db"_s};
    EXPECT_TRUE(readServeConfig({}, overrides)) << "the database may have tokens";
    overrides.deployTokenFile = {u"--deploy-token-file"_s, file(u"short"_s, "secret\n")};
    const auto weak = readServeConfig({}, overrides);
    ASSERT_FALSE(weak);
    EXPECT_TRUE(weak.error().front().message.contains(u"too short"_s));
    EXPECT_FALSE(weak.error().front().message.contains(u"secret"_s));
}

TEST_F(ServeConfigTest, ReportsAmbiguousDeployTokenNames)
{
    ServeConfig config;
    config.address = QHostAddress(QHostAddress::LocalHost);
    for (const auto &name : {u"shop"_s, u"token"_s, u"token"_s})
        config.access.deployTokens.push_back({name, Secret(QByteArray("0123456789abcdef"))});
    const auto files = warningsAbout(config);
    ASSERT_EQ(files.size(), 1);
    EXPECT_TRUE(files.front().startsWith(u"2 deploy token files are named \"token\": "_s))
        << files.front().toStdString();

    const auto stored = warningsAboutTokens(config, {{u"other"_s, {}}, {u"shop"_s, {}}});
    ASSERT_EQ(stored.size(), 1);
    EXPECT_TRUE(stored.front().contains(u"\"shop\""_s)) << stored.front().toStdString();
    EXPECT_EQ(warningsAboutTokens(config, {{u"JWT"_s, {}}}).size(), 1);
    EXPECT_EQ(warningsAboutTokens(config, {{u"JWT"_s, {}, {}, Instant()}}).size(), 0) << "the token is revoked";
}

TEST_F(ServeConfigTest, RejectsATokenFileNamedLikeJwts)
{
    ServeOverrides overrides;
    overrides.server = {u"--server"_s, u"https://a.example"_s};
    overrides.database = {u"--database"_s, u"sqlite:x.db"_s};
    for (const auto &name : {u"jwt"_s, u"JWT"_s}) {
        overrides.deployTokenFile = {u"--deploy-token-file"_s, file(name, "0123456789abcdef0123\n")};
        const auto config = readServeConfig({}, overrides);
        ASSERT_FALSE(config) << name.toStdString();
        EXPECT_EQ(config.error().size(), 1U);
        EXPECT_EQ(config.error().front().asked, u"--deploy-token-file"_s);
    }
}

} // namespace lynceus::test
