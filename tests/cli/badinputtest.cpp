#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/rawserver.h"
#include "tests/support/recordingcase.h"

#include <QElapsedTimer>

#include <ostream>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::linesOf;
using test::ProgramResult;
using test::run;

namespace {

/// Expects @p exitCode, no standard output, and one line on standard error that contains all of @p words.
void expectOneLine(const ProgramResult &result, int exitCode, const std::vector<QByteArray> &words)
{
    EXPECT_EQ(result.exitCode, exitCode) << result.error.toStdString();
    EXPECT_EQ(linesOf(result.error).size(), 1) << result.error.toStdString();
    EXPECT_TRUE(result.error.startsWith("lynceus: ")) << result.error.toStdString();
    EXPECT_TRUE(result.output.isEmpty()) << result.output.toStdString();
    for (const auto &word : words)
        EXPECT_TRUE(result.error.contains(word)) << word.toStdString() << " is not in " << result.error.toStdString();
}

struct WrongUsage
{
    QStringList arguments;
    std::vector<QByteArray> words; ///< words in the error message
};

void PrintTo(const WrongUsage &usage, std::ostream *stream)
{
    *stream << usage.arguments.join(u' ').toStdString();
}

class WrongUsages : public testing::TestWithParam<WrongUsage>
{ };

QStringList waitFor(const QString &target, const QStringList &more = {})
{
    return QStringList{u"wait"_s, u"--server"_s, u"http://127.0.0.1:1"_s, u"--app"_s, target} + more;
}

/// A recording with two applications of the same name.
Recording ambiguousRecording()
{
    const QByteArray text =
        R"({"kind":"head","t":0,"tape":1,"recorded":"2026-11-23T08:32:52Z","scenario":"x","argocd":"v3.6.0","app":"web","appNamespace":"team-a","project":"shop","expect":["web:1"]}
{"kind":"get","t":0,"path":"/api/version","status":200,"type":"application/json","took":1,"body":{"Version":"v3.6.0"}}
{"kind":"get","t":0,"path":"/api/v1/applications","status":200,"type":"application/json","took":1,"body":{"metadata":{"resourceVersion":"1"},"items":[{"metadata":{"name":"web","namespace":"team-a","uid":"1","resourceVersion":"1"},"spec":{"project":"shop"},"status":{}},{"metadata":{"name":"web","namespace":"team-b","uid":"2","resourceVersion":"1"},"spec":{"project":"shop"},"status":{}}]}}
)";
    auto recording = parseRecording(text, u"ambiguous"_s);
    if (!recording)
        qFatal("%s", qPrintable(recording.error().message));
    return std::move(*recording);
}

class InvalidInput : public testing::Test
{
protected:
    void start(std::vector<Recording> recordings, ReplayOptions options)
    {
        server.emplace(std::move(recordings), std::move(options), clock);
        const auto listening = server->listen();
        ASSERT_TRUE(listening) << listening.error().message.toStdString();
    }
    void start(ReplayOptions options = {})
    {
        start({readRecording(recordingFile(u"deploy-ok.jsonl.gz"_s)).value()}, std::move(options));
    }
    QString url() const { return server->baseUrl().toString(); }

    QTemporaryDir folder;
    SystemClock clock;
    std::optional<ReplayServer> server;
};

} // namespace

TEST_P(WrongUsages, GetOneErrorLineAndExitCode2)
{
    expectOneLine(run(GetParam().arguments), 2, GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, WrongUsages,
    testing::Values(
        WrongUsage{{}, {"--help"}}, WrongUsage{{u"wiat"_s}, {"wiat", "unknown command", "wait"}},
        WrongUsage{{u"wathc"_s, u"--app"_s, u"x"_s}, {"wathc", "unknown command"}},
        WrongUsage{{u"--output"_s, u"json"_s, u"apps"_s}, {"--output", "follow the command"}},
        WrongUsage{{u"wait"_s, u"--tiemout"_s, u"5m"_s}, {"--tiemout", "unknown option", "--timeout"}},
        WrongUsage{{u"apps"_s, u"--helth=degraded"_s}, {"--helth:", "--health"}},
        WrongUsage{{u"apps"_s, u"--frobnicate"_s}, {"--frobnicate", "lynceus apps --help"}},
        WrongUsage{{u"apps"_s, u"surplus"_s}, {"surplus", "unexpected argument"}},
        WrongUsage{{u"wait"_s, u"--app"_s}, {"--app", "requires a value", "shop-web=ghcr.io"}},
        WrongUsage{{u"wait"_s, u"--app"_s, u"--image"_s, u"x"_s}, {"--app", "requires a value"}},
        WrongUsage{{u"wait"_s, u"--timeout="_s}, {"--timeout", "requires a value", "15m"}},
        WrongUsage{{u"wait"_s, u"--image"_s, u"web:1"_s}, {"no application given", "--app"}},
        WrongUsage{waitFor(u"web"_s), {"no image given", "--app web=IMAGE"}},
        WrongUsage{waitFor(u"web=:1.5.0"_s), {"--app web=:1.5.0"}},
        WrongUsage{waitFor(u"web=ghcr.io/acme/web:1 5"_s), {"--app web=ghcr.io/acme/web:1 5"}},
        WrongUsage{waitFor(u"ghcr.io/acme/web:1"_s), {"looks like an image", "NAME=IMAGE"}},
        WrongUsage{waitFor(u"Web=web:1"_s), {"Web", "not a valid name"}},
        WrongUsage{waitFor(u"web=web:1"_s, {u"--timeout"_s, u"15"_s}), {"--timeout 15"}},
        WrongUsage{waitFor(u"web=web:1"_s, {u"--timeout"_s, u"soon"_s}), {"--timeout soon"}},
        WrongUsage{waitFor(u"web=web:1"_s, {u"--timeout"_s, u"0s"_s}), {"--timeout 0s", "at least"}},
        WrongUsage{waitFor(u"web=web:1"_s, {u"--output"_s, u"csv"_s}), {"--output csv", "text, json, jsonl"}},
        WrongUsage{waitFor(u"web=web:1"_s, {u"--output"_s, u"jsno"_s}), {"--output jsno", "did you mean json"}},
        WrongUsage{waitFor(u"team-a/web=web:1"_s, {u"--app-namespace"_s, u"team-b"_s}), {"--app-namespace team-b"}},
        WrongUsage{waitFor(u"other:web=web:1"_s), {"one server"}},
        WrongUsage{waitFor(u"web=web:1"_s, {u"--header"_s, u"no colon"_s}), {"--header", "NAME: VALUE"}},
        WrongUsage{waitFor(u"web=web:1"_s, {u"--server-crt"_s, u"/nowhere.pem"_s}), {"--server-crt /nowhere.pem"}},
        WrongUsage{waitFor(u"web=web:1"_s, {u"--auth-token-file"_s, u"/nowhere"_s}), {"--auth-token-file /nowhere"}},
        WrongUsage{waitFor(u"web"_s), {"--revision", "--chart-version", "--next"}},
        WrongUsage{waitFor(u"web"_s, {u"--revision"_s}), {"--revision", "requires a value", "3f2a1b0"}},
        WrongUsage{waitFor(u"web"_s, {u"--revision"_s, u"3f2a"_s}), {"--revision 3f2a", "at least 7 digits"}},
        WrongUsage{waitFor(u"web"_s, {u"--revision"_s, u"HEAD"_s}), {"--revision HEAD", "--next"}},
        WrongUsage{waitFor(u"web"_s, {u"--revision"_s, u"a b"_s}), {"--revision a b", "commit", "tag"}},
        WrongUsage{waitFor(u"web"_s, {u"--chart-version"_s, u"1.x"_s}), {"--chart-version 1.x", "1.5.2"}},
        WrongUsage{waitFor(u"web=web:1"_s, {u"--revision"_s, u"v1"_s}), {"--revision", "--app web"}},
        WrongUsage{waitFor(u"web"_s, {u"--image"_s, u"web:1"_s, u"--next"_s}), {"--next", "--image"}},
        WrongUsage{waitFor(u"web"_s, {u"--next"_s, u"--revision"_s, u"v1"_s}), {"--next", "--revision"}},
        WrongUsage{waitFor(u"web"_s, {u"--chart-version"_s, u"1.5.2"_s, u"--revision"_s, u"v1"_s}),
                   {"--chart-version", "--revision"}},
        WrongUsage{waitFor(u"web"_s, {u"--app"_s, u"api"_s, u"--image"_s, u"web:1"_s, u"--wait-for-app"_s}),
                   {"--wait-for-app", "--image", "--app web=IMAGE"}},
        WrongUsage{waitFor(u"web"_s, {u"--app"_s, u"api"_s, u"--image"_s, u"web:1"_s, u"--with-children"_s}),
                   {"--with-children", "--image", "--app web=IMAGE"}},
        WrongUsage{waitFor(u"web"_s, {u"--with-children"_s}), {"no image given"}},
        WrongUsage{waitFor(u"web=web:1"_s, {u"--wait-for-app=yes"_s}), {"--wait-for-app: ", "takes no value"}},
        WrongUsage{waitFor(u"web=web:1"_s, {u"--no-refresh=false"_s}), {"--no-refresh: ", "takes no value"}},
        WrongUsage{{u"--version=1"_s}, {"--version: ", "takes no value"}},
        WrongUsage{{u"--help=wait"_s}, {"--help: ", "takes no value"}},
        WrongUsage{{u"apps"_s}, {"--server", "ARGOCD_SERVER"}},
        WrongUsage{{u"apps"_s, u"--server"_s, u"https://http://argocd.example"_s}, {"--server"}},
        WrongUsage{{u"apps"_s, u"--server"_s, u"ftp://argocd.example"_s}, {"--server", "ftp"}},
        WrongUsage{{u"apps"_s, u"--health"_s, u"degarded"_s}, {"--health degarded", "did you mean Degraded"}},
        WrongUsage{{u"apps"_s, u"--sync"_s, u"insync"_s}, {"--sync insync", "Synced, OutOfSync, Unknown"}},
        WrongUsage{{u"apps"_s, u"--label"_s, u"a in b"_s}, {"--label a in b"}},
        WrongUsage{{u"status"_s}, {"no application given", "lynceus status APP"}},
        WrongUsage{{u"replay"_s}, {"no recording given"}},
        WrongUsage{{u"replay"_s, u"x"_s, u"--port"_s, u"70000"_s}, {"--port 70000", "65535"}},
        WrongUsage{{u"replay"_s, u"x"_s, u"--speed"_s, u"fast"_s}, {"--speed fast"}},
        WrongUsage{{u"replay"_s, u"x"_s, u"--fault"_s, u"refuze"_s}, {"--fault refuze", "refuse"}},
        WrongUsage{{u"replay"_s, u"x"_s, u"--write-crt"_s, u"y"_s}, {"--write-crt", "--tls"}},
        WrongUsage{{u"replay"_s, u"/nowhere.jsonl.gz"_s}, {"/nowhere.jsonl.gz", "No such file"}},
        WrongUsage{{u"demo"_s, u"--utc"_s}, {"--headless"}}, WrongUsage{{u"help"_s, u"aps"_s}, {"aps", "apps"}}));

TEST_F(InvalidInput, BrokenRecordingReportsTheLine)
{
    const auto file = test::fileWith(folder, u"broken.jsonl"_s,
                                     R"({"kind":"head","t":0,"tape":1,"recorded":"2026-11-23T08:32:52Z"})"
                                     "\n{\"kind\":\"get\",\"t\":1,\"path\n");
    expectOneLine(run({u"replay"_s, file}), 2, {"broken.jsonl", "line 2"});
}

TEST_F(InvalidInput, OtherFilesAreNotRecordings)
{
    expectOneLine(run({u"replay"_s, folder.path()}), 2, {folder.path().toUtf8()});
    expectOneLine(run({u"replay"_s, test::fileWith(folder, u"text"_s, "hello\n")}), 2, {"text", "line 1"});
    expectOneLine(run({u"replay"_s, test::fileWith(folder, u"empty"_s, {})}), 2, {"empty"});
}

TEST_F(InvalidInput, TokenFileNeedsAToken)
{
    const auto empty = test::fileWith(folder, u"empty"_s, "\n");
    const auto prose = test::fileWith(folder, u"prose"_s, "planted words of a secret\n");
    expectOneLine(run({u"apps"_s, u"--server"_s, u"x"_s, u"--auth-token-file"_s, empty}), 2, {"it contains no token"});
    const auto result = run({u"apps"_s, u"--server"_s, u"x"_s, u"--auth-token-file"_s, prose});
    expectOneLine(result, 2, {"it is not a token"});
    EXPECT_FALSE(result.error.contains("planted"));
}

TEST_F(InvalidInput, CertificateFileNeedsACertificate)
{
    const auto file = test::fileWith(folder, u"ca.pem"_s, "-----BEGIN NOTHING-----\n");
    expectOneLine(run({u"apps"_s, u"--server"_s, u"x"_s, u"--server-crt"_s, file}), 2,
                  {"ca.pem", "no PEM certificate", "BEGIN CERTIFICATE"});
}

TEST_F(InvalidInput, RefusedConnectionsAreExitCode5)
{
    start();
    const auto url = this->url();
    server.reset(); // closes the port
    for (const auto &command : {u"status"_s, u"tree"_s, u"explain"_s})
        expectOneLine(run({command, u"shop-web"_s, u"--server"_s, url}), 5, {"127.0.0.1"});
    expectOneLine(run({u"apps"_s, u"--server"_s, url}), 5, {"127.0.0.1"});
}

TEST_F(InvalidInput, WaitRetriesARefusingServerFor15Seconds)
{
    start();
    const auto url = this->url();
    server.reset();
    QElapsedTimer timer;
    timer.start();
    expectOneLine(run({u"wait"_s, u"--server"_s, url, u"--app"_s, u"shop-web=web:1"_s}), 5, {"127.0.0.1"});
    EXPECT_GE(timer.elapsed(), 12'000); // a retry that would exceed the limit is not waited for
    EXPECT_LE(timer.elapsed(), 20'000);
}

TEST_F(InvalidInput, UnknownHostIsExitCode5)
{
    // Longer than DNS permits (RFC 1035 §2.3.4): the local resolver refuses it without a query.
    const QString host = QString(u"unknown."_s).repeated(31) + u"example"_s;
    for (const auto &arguments : {QStringList{u"apps"_s}, QStringList{u"status"_s, u"shop-web"_s},
                                  QStringList{u"tree"_s, u"shop-web"_s}, waitFor(u"shop-web=web:1"_s)})
        expectOneLine(run(arguments + QStringList{u"--server"_s, host}), 5, {"unknown.example", "not found"});
}

TEST_F(InvalidInput, WrongCertificateFailsImmediately)
{
    start({.tls = true});
    for (const auto &arguments : {QStringList{u"apps"_s}, waitFor(u"shop-web=web:1"_s)})
        expectOneLine(run(arguments + QStringList{u"--server"_s, url()}), 5, {"certificate", "--server-crt"});
}

TEST_F(InvalidInput, ConfiguredCaIsTrustedAndInsecureWarns)
{
    start({.tls = true});
    const auto pem = test::fileWith(folder, u"ca.pem"_s, server->certificate());
    const auto trusted = run({u"apps"_s, u"--server"_s, url(), u"--server-crt"_s, pem});
    EXPECT_EQ(trusted.exitCode, 0) << trusted.error.toStdString();
    EXPECT_TRUE(trusted.error.isEmpty()) << trusted.error.toStdString();
    const auto insecure = run({u"apps"_s, u"--server"_s, url(), u"--insecure"_s});
    EXPECT_EQ(insecure.exitCode, 0) << insecure.error.toStdString();
    EXPECT_TRUE(insecure.error.contains("warning: --insecure")) << insecure.error.toStdString();
}

TEST_F(InvalidInput, WrongOrMissingTokenIsExitCode7)
{
    start({.token = "right.token.here"});
    for (const auto &arguments :
         {QStringList{u"apps"_s}, QStringList{u"status"_s, u"shop-web"_s}, waitFor(u"shop-web=web:1"_s)}) {
        const auto call = arguments + QStringList{u"--server"_s, url()};
        expectOneLine(run(call), 7, {"sign-in", "--auth-token-file"});
        const auto wrong = run(call, {{u"ARGOCD_AUTH_TOKEN"_s, u"planted.wrong.token"_s}});
        expectOneLine(wrong, 7, {"sign-in"});
        EXPECT_FALSE(wrong.error.contains("planted"));
    }
    EXPECT_EQ(run({u"apps"_s, u"--server"_s, url()}, {{u"ARGOCD_AUTH_TOKEN"_s, u"right.token.here"_s}}).exitCode, 0);
}

TEST_F(InvalidInput, UnknownApplicationIsExitCode4WithTheNearestNames)
{
    start();
    for (const auto &name : {u"shop-wed"_s, u"argocd/shop-wed"_s}) {
        expectOneLine(run({u"status"_s, name, u"--server"_s, url()}), 4, {"shop-wed", "shop-web"});
        expectOneLine(run({u"wait"_s, u"--server"_s, url(), u"--app"_s, name + u"=web:1"_s}), 4, {"shop-wed"});
        // With a project, the server answers 404; without one, 403.
        expectOneLine(run({u"tree"_s, name, u"--project"_s, u"shop"_s, u"--server"_s, url()}), 4, {"shop-wed"});
    }
}

TEST_F(InvalidInput, AmbiguousNameListsTheCandidates)
{
    start({ambiguousRecording()}, {});
    for (const auto &arguments : {QStringList{u"status"_s, u"web"_s}, waitFor(u"web=web:1"_s)})
        expectOneLine(run(arguments + QStringList{u"--server"_s, url()}), 2, {"team-a/web", "team-b/web"});
}

TEST_F(InvalidInput, OtherServersAreReportedByTheirAnswer)
{
    const QByteArray page = "<html><title>Sign in to Acme</title></html>";
    test::RawServer other([&](const test::ReceivedRequest &) {
        return test::Script{test::send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                                       + QByteArray::number(page.size()) + "\r\n\r\n" + page)};
    });
    const auto url = other.url().toString();
    expectOneLine(run({u"apps"_s, u"--server"_s, url}), 5, {"Sign in to Acme", "Argo CD"});
    expectOneLine(run({u"wait"_s, u"--server"_s, url, u"--app"_s, u"web=web:1"_s}), 5, {"Sign in to Acme"});
}

TEST_F(InvalidInput, ImageThatMatchesNoneOfSeveralApplicationsIsAnError)
{
    start({readRecording(recordingFile(u"deploy-ok.jsonl.gz"_s)).value(),
           readRecording(recordingFile(u"crashloop.jsonl.gz"_s)).value()},
          {});
    const auto result = run({u"wait"_s, u"--server"_s, url(), u"--app"_s, u"shop-web"_s, u"--app"_s, u"shop-search"_s,
                             u"--image"_s, u"ghcr.io/acme/shop-wed:1.5.0"_s});
    expectOneLine(result, 2, {"--image ghcr.io/acme/shop-wed:1.5.0", "did you mean ghcr.io/acme/shop-web"});
}

} // namespace lynceus
