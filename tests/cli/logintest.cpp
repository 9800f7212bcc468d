#include "tests/cli/fakeowner.h"
#include "tests/cli/programrun.h"
#include "tests/support/fakeargocd.h"
#include "tests/support/keyringbus.h"
#include "tests/support/testbrowser.h"
#include "tests/support/waiting.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

/// Has its own home with one instance, and a real keyring on its own bus.
class Login : public testing::Test
{
protected:
    void SetUp() override
    {
        m_server.now = QDateTime::currentSecsSinceEpoch();
        m_bus.startKeyring();
        QDir().mkpath(m_bus.home() + u"/config/lynceus"_s);
        QFile file(m_bus.home() + u"/config/lynceus/instances.json"_s);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(R"({"version":1,"instances":[{"id":"one","name":"staging","url":")" + m_server.url().toEncoded()
                   + R"(","colour":"#336699","callbackPort":)" + QByteArray::number(freePort()) + "}]}");
    }

    static quint16 freePort()
    {
        QTcpServer probe;
        EXPECT_TRUE(probe.listen(QHostAddress(QHostAddress::LocalHost)));
        return probe.serverPort();
    }

    [[nodiscard]] QHash<QString, QString> environment() const
    {
        return {{u"HOME"_s, m_bus.home()},
                {u"XDG_CONFIG_HOME"_s, m_bus.home() + u"/config"_s},
                {u"XDG_DATA_HOME"_s, m_bus.home() + u"/data"_s},
                {u"XDG_CACHE_HOME"_s, m_bus.home() + u"/cache"_s},
                {u"XDG_RUNTIME_DIR"_s, m_bus.home() + u"/run"_s},
                {u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s},
                {u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address()},
                {u"QT_LOGGING_RULES"_s, u"lynceus.*=true"_s}};
    }

    /// Runs `login staging --no-browser` with a fake browser that opens the printed link.
    ProgramResult signIn()
    {
        Program program({u"login"_s, u"staging"_s, u"--no-browser"_s}, environment());
        TestBrowser browser;
        QByteArray standardError;
        EXPECT_TRUE(waitUntil([&] {
            standardError += program.process().readAllStandardError();
            return standardError.contains(m_server.issuer().toUtf8() + "/auth?")
                || program.process().state() == QProcess::NotRunning;
        }));
        const auto begin = standardError.indexOf(m_server.issuer().toUtf8() + "/auth?");
        if (begin >= 0)
            browser.go(QUrl::fromEncoded(standardError.sliced(begin).split('\n').front().trimmed()));
        auto result = program.finish();
        result.error.prepend(standardError);
        EXPECT_TRUE(begin < 0 || waitUntil([&browser] { return browser.status != 0; })) << "the browser got no page";
        m_page = browser.page;
        m_outputs.append(result.output + result.error + browser.page);
        return result;
    }

    ProgramResult call(const QStringList &arguments)
    {
        auto result = run(arguments, environment());
        m_outputs.append(result.output + result.error);
        return result;
    }

    /// Checks that no secret is in any output or file: neither in plain text, nor in base64, nor in URL encoding. The
    /// files of the keyring are encrypted.
    void expectNoSecretAnywhere()
    {
        auto everything = m_outputs;
        QDirIterator files(m_bus.home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                everything.append(file.readAll());
        }
        auto secrets = m_server.secrets();
        secrets.append("planted-password-77");
        for (const auto &secret : secrets) {
            for (const auto &form : {secret, secret.toBase64(QByteArray::OmitTrailingEquals),
                                     secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
                                     secret.toPercentEncoding(), secret.toHex()}) {
                for (const auto &text : everything)
                    EXPECT_FALSE(text.contains(form)) << form.constData();
            }
        }
    }

    FakeArgoCd m_server;
    KeyringBus m_bus;
    QList<QByteArray> m_outputs;
    QByteArray m_page; ///< the last page in the browser
};

} // namespace

TEST_F(Login, SignsInStoresRevokesAndExposesNothing)
{
    QStringList reported;
    const auto place = ownerPlaceIn(m_bus.home() + u"/run/lynceus"_s, m_bus.home() + u"/data"_s);
    ASSERT_TRUE(place) << place.error().message.toStdString();
    const FakeOwner owner(*place, 1, [&reported](QLocalSocket &socket, const QCborMap &question) {
        reported += question.value(u"verb"_s).toString() + u' '
            + question.value(u"arguments"_s).toMap().value(u"instance"_s).toString();
        socket.write(ipcFrame({{u"id"_s, question.value(u"id"_s)}, {u"result"_s, QCborMap()}}));
    });
    const auto in = signIn();
    ASSERT_EQ(in.exitCode, 0) << in.error.constData();
    EXPECT_EQ(reported, QStringList(u"sign-in-changed one"_s)) << "a running engine has an older session";
    EXPECT_TRUE(in.output.startsWith("signed in to staging as dev@acme.example until ")) << in.output.constData();
    EXPECT_TRUE(in.output.contains("renewed automatically"));
    EXPECT_TRUE(m_page.contains("Signed in. You can close this page")) << m_page.constData();
    EXPECT_GE(m_server.secrets().size(), 4);

    const auto out = call({u"logout"_s, u"staging"_s});
    EXPECT_EQ(out.exitCode, 0) << out.error.constData();
    EXPECT_EQ(out.output, "signed out of staging\n");
    EXPECT_EQ(reported.size(), 2);
    EXPECT_EQ(m_server.count("POST /auth/logout"), 1) << "the keychain provided the token for the second call";
    EXPECT_EQ(call({u"logout"_s, u"staging"_s}).exitCode, 0);
    EXPECT_EQ(m_server.count("POST /auth/logout"), 1) << "the token is no longer in the keychain";
    expectNoSecretAnywhere();
}

// A fake xdg-open records its arguments and environment.
TEST_F(Login, ShowsNoSecretToTheBrowserAndNoneInItsOwnArguments)
{
    const auto reported = m_bus.home() + u"/opener-report"_s;
    QDir().mkpath(m_bus.home() + u"/bin"_s);
    QFile opener(m_bus.home() + u"/bin/xdg-open"_s);
    ASSERT_TRUE(opener.open(QIODevice::WriteOnly));
    opener.write("#!/bin/sh\n{ env; echo \"LINK $1\"; tr '\\0' ' ' < /proc/$$/cmdline; echo; echo END; } > "
                 + reported.toUtf8() + "\n");
    opener.close();
    opener.setPermissions(opener.permissions() | QFile::ExeOwner);
    auto own = environment();
    own.insert(u"PATH"_s, m_bus.home() + u"/bin:"_s + qEnvironmentVariable("PATH"));
    own.insert(u"ARGOCD_AUTH_TOKEN"_s, u"planted-password-77"_s);
    own.insert(u"LYNCEUS_ANYTHING"_s, u"planted-password-77"_s);

    Program program({u"login"_s, u"staging"_s}, own);
    const auto openerReport = [&reported] {
        QFile file(reported);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    ASSERT_TRUE(waitUntil([&] { return openerReport().endsWith("END\n"); }));
    TestBrowser browser;
    const auto opened = openerReport();
    const auto link = opened.sliced(opened.indexOf("LINK ") + 5).split('\n').front();
    browser.go(QUrl::fromEncoded(link));
    QFile arguments(u"/proc/%1/cmdline"_s.arg(program.process().processId()));
    if (arguments.open(QIODevice::ReadOnly))
        m_outputs.append(arguments.readAll());
    const auto result = program.finish();
    EXPECT_EQ(result.exitCode, 0) << result.error.constData();
    EXPECT_GE(m_server.secrets().size(), 4);
    m_outputs.append(result.output + result.error + openerReport());
    expectNoSecretAnywhere();
}

TEST_F(Login, ReadsAPasswordAsOneLineOfInput)
{
    Program program({u"login"_s, u"staging"_s, u"--username"_s, u"admin"_s}, environment(), -1,
                    "planted-password-77\n");
    const auto result = program.finish();
    m_outputs.append(result.output + result.error);
    EXPECT_EQ(result.exitCode, 0) << result.error.constData();
    EXPECT_TRUE(result.output.startsWith("signed in to staging as ")) << result.output.constData();
    expectNoSecretAnywhere();
}

TEST_F(Login, ReadsATokenFromAFile)
{
    QTemporaryDir folder;
    const auto token = m_server.makeToken("argocd", "ci:apiKey", m_server.now, m_server.now + 3600);
    const auto result =
        call({u"login"_s, u"staging"_s, u"--auth-token-file"_s, fileWith(folder, u"t"_s, token + '\n')});
    EXPECT_EQ(result.exitCode, 0) << result.error.constData();
    m_server.revokeAll();
    const auto refused = call({u"login"_s, u"staging"_s, u"--auth-token-file"_s, fileWith(folder, u"t"_s, token)});
    EXPECT_EQ(refused.exitCode, 7);
    EXPECT_TRUE(refused.error.contains("does not accept this token")) << refused.error.constData();
    expectNoSecretAnywhere();
}

TEST_F(Login, WithoutAKeychainNothingIsStoredAndThisIsReported)
{
    auto bare = environment();
    bare.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=%1/none"_s.arg(m_bus.home()));
    QTemporaryDir folder;
    const auto token = m_server.makeToken("argocd", "ci:apiKey", m_server.now, m_server.now + 3600);
    const auto result = run({u"login"_s, u"staging"_s, u"--auth-token-file"_s, fileWith(folder, u"t"_s, token)}, bare);
    m_outputs.append(result.output + result.error);
    EXPECT_EQ(result.exitCode, 7);
    EXPECT_TRUE(result.error.contains("not signed in: no keychain is available")) << result.error.constData();
    expectNoSecretAnywhere();
}

TEST_F(Login, WithoutAKeychainNoBrowserIsOpenedAndNoPasswordSent)
{
    auto bare = environment();
    bare.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=%1/none"_s.arg(m_bus.home()));
    for (const auto &call : {QStringList{u"login"_s, u"staging"_s, u"--no-browser"_s},
                             QStringList{u"login"_s, u"staging"_s, u"--username"_s, u"admin"_s}}) {
        Program program(call, bare, -1, "planted-password-77\n");
        const auto result = program.finish();
        EXPECT_EQ(result.exitCode, 7) << result.error.constData();
        EXPECT_TRUE(result.error.contains("not signed in: no keychain is available")) << result.error.constData();
        EXPECT_FALSE(result.error.contains("/auth?")) << result.error.constData();
    }
    EXPECT_TRUE(m_server.requests().empty()) << m_server.requests().front().line.constData();
}

// All commands of a script share one refresh token, and the provider revokes the sign-in if the token is used twice.
TEST_F(Login, SixConcurrentCommandsRenewARejectedSignInOnce)
{
    ASSERT_EQ(signIn().exitCode, 0);
    m_server.endsSignInOnReuse = true;
    m_server.tokenDelay = Duration(300);
    m_server.revokeAll();
    const auto before = m_server.count("POST /api/dex/token");
    std::vector<std::unique_ptr<Program>> programs;
    for (int i = 0; i < 6; ++i)
        programs.push_back(
            std::make_unique<Program>(QStringList{u"apps"_s, u"--instance"_s, u"staging"_s}, environment()));
    for (const auto &program : programs) {
        const auto result = program->finish();
        EXPECT_EQ(result.exitCode, 0) << result.error.constData();
        m_outputs.append(result.output + result.error);
    }
    EXPECT_EQ(m_server.count("POST /api/dex/token"), before + 1);
    EXPECT_EQ(call({u"apps"_s, u"--instance"_s, u"staging"_s}).exitCode, 0) << "the sign-in is still valid";
    expectNoSecretAnywhere();
}

// The system releases the lock of a killed process, so that the next command can renew.
TEST_F(Login, CommandKilledDuringRenewalDoesNotBlockOthers)
{
    ASSERT_EQ(signIn().exitCode, 0);
    m_server.revokeAll();
    const auto before = m_server.count("POST /api/dex/token");
    m_server.tokenFault = Script{}; // never answers
    Program killed({u"apps"_s, u"--instance"_s, u"staging"_s}, environment());
    ASSERT_TRUE(waitUntil([&] { return m_server.count("POST /api/dex/token") == before + 1; }));
    Program waits({u"apps"_s, u"--instance"_s, u"staging"_s}, environment());
    const auto seen = m_server.requests().size();
    ASSERT_TRUE(waitUntil([&] { return m_server.requests().size() > seen; }));
    m_server.tokenFault.reset();
    killed.process().kill();
    EXPECT_EQ(killed.finish().exitCode, -1);
    const auto result = waits.finish();
    EXPECT_EQ(result.exitCode, 0) << result.error.constData();
}

TEST_F(Login, EntriesOfALockedKeychainAreNotRemoved)
{
    QTemporaryDir folder;
    const auto token = m_server.makeToken("argocd", "ci:apiKey", m_server.now, m_server.now + 3600);
    ASSERT_EQ(call({u"login"_s, u"staging"_s, u"--auth-token-file"_s, fileWith(folder, u"t"_s, token)}).exitCode, 0);
    m_bus.lockKeyring();
    const auto removed = call({u"instances"_s, u"remove"_s, u"staging"_s});
    EXPECT_EQ(removed.exitCode, 7);
    EXPECT_TRUE(removed.error.contains("its secrets could not be removed")) << removed.error.constData();
    EXPECT_TRUE(removed.error.contains("locked")) << removed.error.constData();
    EXPECT_TRUE(call({u"instances"_s, u"list"_s}).output.contains("staging"))
        << "the instance stays listed so that its keychain entries can be removed";
    EXPECT_EQ(call({u"logout"_s, u"staging"_s}).exitCode, 5);

    const auto doctor = call({u"doctor"_s});
    EXPECT_EQ(doctor.exitCode, 7);
    EXPECT_TRUE(doctor.output.contains("bad     keychain      the keychain is locked")) << doctor.output.constData();
}

TEST_F(Login, PageOfARejectedSignInShowsTheReason)
{
    const QByteArray body = R"({"error":"invalid_client","error_description":"Invalid client credentials."})";
    m_server.tokenFault = Script{send("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: "
                                      + QByteArray::number(body.size()) + "\r\n\r\n" + body)};
    const auto refused = signIn();
    EXPECT_NE(refused.exitCode, 0);
    EXPECT_TRUE(refused.error.contains("invalid_client")) << refused.error.constData();
    EXPECT_TRUE(m_page.contains("Not signed in")) << m_page.constData();
    EXPECT_TRUE(m_page.contains("invalid_client")) << m_page.constData();
    EXPECT_FALSE(m_page.contains("Signed in.")) << m_page.constData();
}

TEST_F(Login, DeniedSignInIsReported)
{
    m_server.authorizationError = "access_denied";
    const auto denied = signIn();
    EXPECT_EQ(denied.exitCode, 7);
    EXPECT_TRUE(denied.error.contains("denied in the browser")) << denied.error.constData();
}

TEST_F(Login, BadInputIsReportedWithAValidExample)
{
    struct Case
    {
        QStringList arguments;
        QByteArray says;
    };
    const std::vector<Case> cases{
        {{u"login"_s}, "no instance given"},
        {{u"logout"_s}, "no instance given"},
        {{u"login"_s, u"stagign"_s}, "did you mean staging?"},
        {{u"login"_s, u"staging"_s, u"--sso"_s, u"--anonymous"_s}, "only one sign-in method is allowed"},
        {{u"login"_s, u"staging"_s, u"--usernam"_s, u"x"_s}, "--username"},
        {{u"login"_s, u"staging"_s, u"--auth-token-file"_s, u"/does/not/exist"_s}, "cannot be read"},
        {{u"login"_s, u"staging"_s, u"--username"_s, u"admin"_s}, "no password given"},
        {{u"login"_s, u"staging"_s, u"prod"_s}, "unexpected argument"},
    };
    for (const auto &[arguments, says] : cases) {
        const auto result = call(arguments);
        EXPECT_EQ(result.exitCode, 2) << arguments.join(u' ').toStdString();
        EXPECT_TRUE(result.error.contains(says)) << result.error.constData();
        EXPECT_TRUE(result.output.isEmpty());
    }
}

} // namespace lynceus
