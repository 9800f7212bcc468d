#include "core/domain/instances/instancerules.h"
#include "core/io/readfile.h"
#include "core/io/writefile.h"
#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/rawserver.h"
#include "tests/support/recordingcase.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::linesOf;
using test::ProgramResult;
using test::RawServer;
using test::ReceivedRequest;
using test::Script;

namespace {

QByteArray answer(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// An Argo CD server; with @p anonymous, it permits anonymous access.
RawServer::Answer argoCd(bool anonymous)
{
    return [=](const ReceivedRequest &request) -> Script {
        const auto path = request.line.split(' ').value(1);
        if (path.endsWith("/api/version"))
            return {test::send(answer("200 OK", R"({"Version":"v3.6.0"})"))};
        if (path.endsWith("/api/v1/settings"))
            return {test::send(answer("200 OK", R"({"url":"https://own.acme.example"})"))};
        if (path.endsWith("/api/v1/session/userinfo"))
            return {test::send(answer("200 OK", "{}"))};
        if (anonymous)
            return {test::send(answer("200 OK", R"({"items":null})"))};
        return {test::send(answer("401 Unauthorized", R"({"error":"no session information","code":16})"))};
    };
}

/// Runs commands with their own configuration folder, and without a session bus and thus without a keychain.
class InstancesCommands : public testing::Test
{
protected:
    [[nodiscard]] ProgramResult run(const QStringList &arguments) const
    {
        return test::run(QStringList{u"instances"_s} + arguments, environment());
    }
    /// @p words: without characters that the shell interprets.
    [[nodiscard]] ProgramResult runOnFullDisk(const QStringList &words) const
    {
        const auto script = u"exec \"$0\" instances %1 >/dev/full"_s.arg(words.join(u' '));
        return test::Program::inShell(script, environment())->finish();
    }
    [[nodiscard]] QHash<QString, QString> environment() const
    {
        return {{u"XDG_CONFIG_HOME"_s, m_folder.path()},
                {u"HOME"_s, m_folder.path()},
                {u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s}};
    }
    void expectLine(const QStringList &arguments, int exitCode, const std::vector<QByteArray> &words) const
    {
        const auto result = run(arguments);
        EXPECT_EQ(result.exitCode, exitCode) << result.error.toStdString();
        EXPECT_EQ(linesOf(result.error).size(), 1) << result.error.toStdString();
        EXPECT_TRUE(result.output.isEmpty()) << result.output.toStdString();
        for (const auto &word : words)
            EXPECT_TRUE(result.error.contains(word)) << word.toStdString() << " in " << result.error.toStdString();
    }
    [[nodiscard]] QJsonArray listed() const
    {
        return QJsonDocument::fromJson(run({u"list"_s, u"--output"_s, u"json"_s}).output).array();
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(InstancesCommands, AddListRenameAndRemove)
{
    const RawServer server(argoCd(true));
    const auto added = run({u"add"_s, u"staging"_s, server.url().toString(), u"--anonymous"_s});
    EXPECT_EQ(added.exitCode, 0) << added.error.toStdString();
    EXPECT_TRUE(added.output.contains("staging") && added.output.contains("v3.6.0")) << added.output.toStdString();
    EXPECT_TRUE(added.error.contains("https://own.acme.example")) << "the warning names the server's own URL";

    EXPECT_EQ(run({u"rename"_s, u"STAGING"_s, u"test"_s}).exitCode, 0);
    const auto list = listed();
    ASSERT_EQ(list.size(), 1);
    EXPECT_EQ(list[0].toObject().value(u"name"_s), u"test"_s);
    EXPECT_EQ(list[0].toObject().value(u"signIn"_s), u"anonymous"_s);
    const auto text = run({u"list"_s});
    EXPECT_TRUE(linesOf(text.output).value(1).startsWith("test  " + server.url().toEncoded()))
        << text.output.toStdString();

    EXPECT_EQ(run({u"remove"_s, u"test"_s}).exitCode, 0);
    EXPECT_TRUE(listed().isEmpty());
}

TEST_F(InstancesCommands, AddedInstanceIsNamedIfTheOutputCannotBeWritten)
{
    const RawServer server(argoCd(true));
    const auto added = runOnFullDisk({u"add"_s, u"staging"_s, server.url().toString(), u"--anonymous"_s});
    EXPECT_EQ(added.exitCode, 2);
    EXPECT_TRUE(added.error.contains("staging was added, but")) << added.error.toStdString();
    EXPECT_EQ(listed().size(), 1);

    ASSERT_TRUE(QDir(m_folder.path()).mkpath(u"argocd"_s));
    std::ignore = test::fileWith(m_folder, u"argocd/config"_s,
                                 "contexts:\n- name: prod\n  server: prod.acme.example\n  user: u\n"
                                 "servers:\n- server: prod.acme.example\nusers:\n- name: u\n");
    const auto imported = runOnFullDisk({u"import"_s});
    EXPECT_EQ(imported.exitCode, 2);
    EXPECT_TRUE(imported.error.contains("were imported, but")) << imported.error.toStdString();
    EXPECT_EQ(listed().size(), 2);
}

TEST_F(InstancesCommands, TestAndWhoamiReportTheState)
{
    const RawServer open(argoCd(true));
    const RawServer closed(argoCd(false));
    ASSERT_EQ(run({u"add"_s, u"open"_s, open.url().toString(), u"--anonymous"_s}).exitCode, 0);
    ASSERT_EQ(run({u"add"_s, u"closed"_s, closed.url().toString()}).exitCode, 0);

    const auto tested = run({u"test"_s, u"open"_s});
    EXPECT_EQ(tested.exitCode, 0) << tested.error.toStdString();
    EXPECT_TRUE(tested.output.contains("v3.6.0")) << tested.output.toStdString();
    EXPECT_TRUE(tested.output.contains("anonymous access")) << tested.output.toStdString();
    const auto who = run({u"whoami"_s, u"--output"_s, u"json"_s});
    EXPECT_EQ(who.exitCode, 7) << "not signed in to the other instance";
    EXPECT_TRUE(who.error.startsWith("lynceus: closed")) << who.error.toStdString();
    EXPECT_EQ(QJsonDocument::fromJson(who.output).array().size(), 2);
    for (const auto &request : closed.requests())
        EXPECT_FALSE(request.headers.contains("authorization")) << request.line.toStdString();
}

TEST_F(InstancesCommands, CertificateIsPinnedOnlyByFingerprint)
{
    const auto identity = test::makeIdentity();
    const RawServer server(argoCd(true), identity);
    const auto right = QString::fromLatin1(identity.certificate.digest(QCryptographicHash::Sha256).toHex(':'));
    const auto add = [&](const QStringList &more) {
        return run(QStringList{u"add"_s, u"self"_s, server.url().toString(), u"--anonymous"_s} + more);
    };
    const auto unknown = add({});
    EXPECT_EQ(unknown.exitCode, 5);
    EXPECT_TRUE(unknown.error.contains(right.toUpper().toLatin1())) << "the fingerprint is shown for comparison";
    EXPECT_TRUE(listed().isEmpty());

    const auto wrong = add({u"--pin"_s, QString(64, u'a')});
    EXPECT_EQ(wrong.exitCode, 5);
    EXPECT_TRUE(wrong.error.contains("not the pinned certificate")) << wrong.error.toStdString();
    EXPECT_TRUE(listed().isEmpty());

    EXPECT_EQ(add({u"--pin"_s, right}).exitCode, 0);
    EXPECT_EQ(run({u"test"_s, u"self"_s}).exitCode, 0);
    const auto changed = run({u"test"_s, u"self"_s, u"--pin"_s, QString(64, u'b')});
    EXPECT_EQ(changed.exitCode, 5);
    EXPECT_TRUE(changed.error.contains("nothing was changed")) << changed.error.toStdString();
}

TEST_F(InstancesCommands, FaultInAListIsPrintedOnce)
{
    const RawServer server(argoCd(true));
    const auto url = server.url().toString();
    ASSERT_EQ(run({u"add"_s, u"shop"_s, url, u"--anonymous"_s}).exitCode, 0);
    const auto list = m_folder.filePath(u"lynceus/instances.json"_s);
    ASSERT_TRUE(writeFile(m_folder.filePath(u"lynceus/team-servers.json"_s), "{").has_value());
    const auto renamed = run({u"rename"_s, u"shop"_s, u"orders"_s});
    EXPECT_EQ(renamed.exitCode, 0);
    EXPECT_EQ(renamed.error.count("were not loaded"), 1) << renamed.error.toStdString();
    const auto unknown = run({u"rename"_s, u"shop"_s, u"orders"_s});
    EXPECT_EQ(unknown.error.count("were not loaded"), 1) << unknown.error.toStdString();
    ASSERT_TRUE(QFile::remove(m_folder.filePath(u"lynceus/team-servers.json"_s)));

    const QByteArray faulty = R"({"version": 1, "instances": [{"name": 5}]})";
    ASSERT_TRUE(writeFile(list, faulty).has_value());
    const QStringList commands[] = {{u"add"_s, u"other"_s, url, u"--anonymous"_s},
                                    {u"rename"_s, u"orders"_s, u"shop"_s},
                                    {u"remove"_s, u"orders"_s},
                                    {u"test"_s, u"orders"_s, u"--pin"_s, QString(64, u'a')}};
    for (const auto &command : commands)
        expectLine(command, 2, {"instances.json", "name is not a string", "nothing was changed"});
    EXPECT_EQ(readFile(list, 1'000).value_or(QByteArray()), faulty);
}

// The redirect may be legitimate or an attack: the command prints the new address and sends no secret to it.
TEST_F(InstancesCommands, RedirectToAnotherOriginStopsBeforeAnySecretIsUsed)
{
    const RawServer other(argoCd(true));
    const auto redirect = [](const QByteArray &location) {
        return Script{test::send("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n")};
    };
    const auto file = test::fileWith(m_folder, u"token"_s, "planted.token.value");
    // A different name is a different origin, even if it resolves to the same address.
    auto sameHost = other.url(u"localhost"_s);
    for (const auto &target : {other.url(), sameHost}) {
        const RawServer moved(
            [&](const ReceivedRequest &) { return redirect(target.toEncoded() + "/team/api/version"); });
        const auto added = run({u"add"_s, u"prod"_s, moved.url().toString(), u"--auth-token-file"_s, file,
                                u"--header"_s, u"X-Gateway-Key: planted-key"_s});
        EXPECT_EQ(added.exitCode, 5) << added.error.toStdString();
        EXPECT_TRUE(added.output.isEmpty()) << added.output.toStdString();
        ASSERT_EQ(linesOf(added.error).size(), 1) << added.error.toStdString();
        EXPECT_TRUE(added.error.contains("lynceus instances add prod " + target.toEncoded() + "/team"))
            << added.error.toStdString();
        EXPECT_TRUE(added.error.contains("nothing was added")) << added.error.toStdString();
        ASSERT_EQ(moved.requests().size(), 1U);
        EXPECT_FALSE(moved.requests()[0].headers.contains("authorization"));
    }
    EXPECT_EQ(other.connections(), 0);
    EXPECT_TRUE(listed().isEmpty());
}

TEST_F(InstancesCommands, StoredInstanceThatRedirectsToAnotherOriginFailsTheTest)
{
    const RawServer other(argoCd(true));
    bool hasMoved = false;
    const RawServer server([&](const ReceivedRequest &request) -> Script {
        if (hasMoved)
            return {test::send("HTTP/1.1 301 Moved\r\nLocation: " + other.url().toEncoded()
                               + request.line.split(' ').value(1) + "\r\nContent-Length: 0\r\n\r\n")};
        return argoCd(true)(request);
    });
    ASSERT_EQ(run({u"add"_s, u"open"_s, server.url().toString(), u"--anonymous"_s}).exitCode, 0);
    hasMoved = true;
    const auto tested = run({u"test"_s, u"open"_s});
    EXPECT_EQ(tested.exitCode, 5) << tested.error.toStdString();
    EXPECT_TRUE((tested.output + tested.error).contains("redirects to another server")) << tested.error.toStdString();
    for (const auto &call :
         {QStringList{u"apps"_s}, QStringList{u"status"_s, u"shop-web"_s}, QStringList{u"doctor"_s}}) {
        EXPECT_NE(test::run(call,
                            {{u"XDG_CONFIG_HOME"_s, m_folder.path()},
                             {u"HOME"_s, m_folder.path()},
                             {u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s}})
                      .exitCode,
                  0)
            << call.join(u' ').toStdString();
    }
    EXPECT_EQ(other.connections(), 0);
}

TEST_F(InstancesCommands, NoCommandFollowsARedirectWithItsToken)
{
    const RawServer other(argoCd(true));
    QByteArray target;
    const RawServer moved([&](const ReceivedRequest &request) -> Script {
        return {test::send("HTTP/1.1 307 Moved\r\nLocation: " + target + request.line.split(' ').value(1)
                           + "\r\nContent-Length: 0\r\n\r\n")};
    });
    const QHash<QString, QString> environment{{u"XDG_CONFIG_HOME"_s, m_folder.path()},
                                              {u"HOME"_s, m_folder.path()},
                                              {u"ARGOCD_AUTH_TOKEN"_s, u"planted.token.value"_s}};
    const auto app = u"shop-web=ghcr.io/acme/shop-web:1.5.0"_s;
    const std::vector<QStringList> calls{{u"apps"_s},
                                         {u"status"_s, u"shop-web"_s},
                                         {u"tree"_s, u"shop-web"_s},
                                         {u"explain"_s, u"shop-web"_s},
                                         {u"doctor"_s},
                                         {u"wait"_s, u"--app"_s, app, u"--timeout"_s, u"5s"_s}};
    // The second URL has a user name that looks like the expected host.
    for (const auto &place : {other.url().toEncoded(), "http://127.0.0.1@" + other.url().authority().toLatin1()}) {
        target = place;
        for (const auto &call : calls) {
            const auto result = test::run(call
                                              + QStringList{u"--server"_s, moved.url().toString(), u"--header"_s,
                                                            u"X-Gateway-Key: planted-key"_s},
                                          environment);
            EXPECT_NE(result.exitCode, 0) << call.join(u' ').toStdString();
            EXPECT_FALSE((result.output + result.error).contains("planted")) << result.error.toStdString();
        }
    }
    EXPECT_GT(moved.requests().size(), 0U);
    EXPECT_EQ(other.connections(), 0);
}

TEST_F(InstancesCommands, BadInputIsReportedInOneLineAndNothingIsStored)
{
    expectLine({}, 2, {"subcommand missing", "add, list"});
    expectLine({u"ad"_s}, 2, {"instances ad", "did you mean add?"});
    expectLine({u"add"_s}, 2, {"use for example lynceus instances add staging"});
    expectLine({u"add"_s, u"x"_s, u"y"_s, u"z"_s}, 2, {"unexpected argument"});
    expectLine({u"add"_s, u"a:b"_s, u"https://x.example"_s}, 2, {"name", "position 2"});
    expectLine({u"add"_s, u"x"_s, u"ftp://x.example"_s}, 2, {"https or http"});
    expectLine({u"add"_s, u"x"_s, u"https://me:hunter2@x.example"_s}, 2, {"must not contain a user or password"});
    expectLine({u"add"_s, u"x"_s, u"x.example"_s, u"--pin"_s, u"12"_s}, 2, {"--pin 12", "64 hexadecimal digits"});
    expectLine({u"add"_s, u"x"_s, u"x.example"_s, u"--proxy"_s, u"nonsense"_s}, 2, {"--proxy"});
    expectLine({u"add"_s, u"x"_s, u"x.example"_s, u"--auth-token-file"_s, u"/nowhere"_s}, 2, {"/nowhere"});
    expectLine({u"add"_s, u"x"_s, u"x.example"_s, u"--anonymous"_s, u"--auth-token-file"_s, u"t"_s}, 2,
               {"--anonymous", "one of them"});
    expectLine({u"add"_s, u"x"_s, u"x.example"_s, u"--client-crt"_s, u"/nowhere"_s}, 2, {"client certificate", "both"});
    expectLine({u"add"_s, u"x"_s, u"x.example"_s, u"--server-crt"_s, u"/nowhere"_s}, 2, {"/nowhere"});
    expectLine({u"rename"_s, u"x"_s}, 2, {"use for example"});
    expectLine({u"rename"_s, u"x"_s, u"y"_s}, 2, {"no instances"});
    expectLine({u"remove"_s}, 2, {"use for example"});
    expectLine({u"import"_s, u"--remove-tokens"_s}, 2, {"--remove-tokens", "--tokens"});
    expectLine({u"import"_s, u"--file"_s, u"/nowhere"_s}, 2, {"/nowhere", "does not exist"});
    EXPECT_TRUE(listed().isEmpty());
}

TEST_F(InstancesCommands, NothingIsStoredOfAnInvalidServer)
{
    const RawServer page([](const ReceivedRequest &) -> Script {
        return {test::send(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 21\r\n\r\n<title>Mail</title>ok")};
    });
    const auto html = run({u"add"_s, u"x"_s, page.url().toString()});
    EXPECT_EQ(html.exitCode, 5);
    EXPECT_TRUE(html.error.contains("Mail")) << html.error.toStdString();
    const RawServer closed(argoCd(false));
    const auto anonymous = run({u"add"_s, u"x"_s, closed.url().toString(), u"--anonymous"_s});
    EXPECT_EQ(anonymous.exitCode, 7);
    EXPECT_TRUE(anonymous.error.contains("nothing was added")) << anonymous.error.toStdString();
    EXPECT_TRUE(listed().isEmpty());
}

TEST_F(InstancesCommands, ImportTakesContextsButNoTokensWithoutConfirmation)
{
    const QByteArray file = "contexts:\n- name: prod\n  server: prod.acme.example\n  user: u\n"
                            "- name: my team\n  server: team.acme.example:8443\n  user: u\n"
                            "- name: k\n  server: kubernetes\n  user: u\n"
                            "servers:\n- server: prod.acme.example\n  grpc-web-root-path: /argocd\n"
                            "- server: team.acme.example:8443\n  insecure: true\n- server: kubernetes\n  core: true\n"
                            "users:\n- name: u\n  auth-token: planted-token-value\n";
    ASSERT_TRUE(QDir(m_folder.path()).mkpath(u"argocd"_s));
    const auto name = test::fileWith(m_folder, u"argocd/config"_s, file);
    const auto imported = run({u"import"_s});
    EXPECT_EQ(imported.exitCode, 0) << imported.error.toStdString();
    EXPECT_EQ(imported.output, "prod: https://prod.acme.example/argocd\nmy-team: https://team.acme.example:8443\n");
    EXPECT_TRUE(imported.error.contains("Kubernetes")) << imported.error.toStdString();
    EXPECT_TRUE(imported.error.contains("skips the certificate check")) << imported.error.toStdString();
    EXPECT_EQ(listed().size(), 2);

    const auto again = run({u"import"_s});
    EXPECT_TRUE(again.error.contains("is already stored")) << again.error.toStdString();
    EXPECT_EQ(listed().size(), 2);
    QFile left(name);
    ASSERT_TRUE(left.open(QIODevice::ReadOnly));
    EXPECT_EQ(left.readAll(), file);
    QFile settings(m_folder.filePath(u"lynceus/instances.json"_s));
    ASSERT_TRUE(settings.open(QIODevice::ReadOnly));
    EXPECT_FALSE(settings.readAll().contains("planted-token-value"));
    EXPECT_FALSE((imported.output + imported.error).contains("planted-token-value"));
}

TEST_F(InstancesCommands, ImportBeyondTheLimitImportsNothing)
{
    QByteArray contexts = "contexts:\n";
    QByteArray servers = "servers:\n";
    for (std::size_t number = 0; number <= kMostInstances; ++number) {
        const auto name = "c" + QByteArray::number(qulonglong(number)) + ".example";
        contexts += "- {name: " + name + ", server: " + name + "}\n";
        servers += "- {server: " + name + "}\n";
    }
    const auto name = test::fileWith(m_folder, u"config"_s, contexts + servers);
    const auto imported = run({u"import"_s, u"--file"_s, name});
    EXPECT_EQ(imported.exitCode, 2);
    EXPECT_TRUE(imported.error.contains("1001 instances; the maximum is 1000")) << imported.error.toStdString();
    EXPECT_TRUE(listed().isEmpty());

    const auto chosen = run({u"import"_s, u"c7.example"_s, u"c1000.example"_s, u"--file"_s, name});
    EXPECT_EQ(chosen.exitCode, 0) << chosen.error.toStdString();
    EXPECT_EQ(chosen.output, "c7.example: https://c7.example\nc1000.example: https://c1000.example\n");
    EXPECT_EQ(listed().size(), 2);
}

TEST_F(InstancesCommands, ImportOfAMissingContextImportsNothing)
{
    const auto name = test::fileWith(m_folder, u"config"_s,
                                     "contexts:\n- {name: prod, server: prod.acme.example}\n"
                                     "servers:\n- {server: prod.acme.example}\n");
    const auto imported = run({u"import"_s, u"prod"_s, u"prd"_s, u"--file"_s, name});
    EXPECT_EQ(imported.exitCode, 4);
    EXPECT_EQ(imported.error, "lynceus: prd: the file does not contain this context; nothing was imported\n");
    EXPECT_TRUE(listed().isEmpty());
}

// Tokens must not be lost without a keychain, so they stay in the file.
TEST_F(InstancesCommands, ImportKeepsTokensThatTheKeychainRejected)
{
    const QByteArray file =
        "contexts:\n- {name: prod, server: prod.acme.example, user: u}\n"
        "servers:\n- server: prod.acme.example\nusers:\n- name: u\n  auth-token: planted-token-value\n";
    const auto name = test::fileWith(m_folder, u"config"_s, file);
    const auto imported = run({u"import"_s, u"--file"_s, name, u"--tokens"_s, u"--remove-tokens"_s});
    EXPECT_EQ(imported.exitCode, 7) << imported.error.toStdString();
    EXPECT_FALSE(imported.error.contains("planted-token-value"));
    QFile left(name);
    ASSERT_TRUE(left.open(QIODevice::ReadOnly));
    EXPECT_EQ(left.readAll(), file);
}

} // namespace lynceus
