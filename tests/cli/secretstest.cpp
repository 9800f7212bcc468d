#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/rawserver.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

#include <QFile>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::Program;
using test::ProgramResult;

namespace {

const QByteArray kToken =
    "eyJhbGciOiJIUzI1NiJ9.cGxhbnRlZC10b2tlbi1vZi10aGUtdGVzdA.c2lnbmF0dXJl"; // has the form of a real token
const QByteArray kHeader = "planted-gateway-secret";

class PlantedSecrets : public testing::Test
{
protected:
    PlantedSecrets() { m_tokenFile = test::fileWith(m_folder, u"token"_s, kToken + '\n'); }

    /// All options and forms in which a token can be passed.
    [[nodiscard]] QList<QStringList> argumentVariants() const
    {
        const auto header = u"X-Gateway-Key: "_s + QString::fromLatin1(kHeader);
        return {{u"--auth-token-file"_s, m_tokenFile},
                {u"--auth-token"_s, QString::fromLatin1(kToken)},
                {u"--auth-token="_s + QString::fromLatin1(kToken)},
                {u"--auth-tokne"_s, QString::fromLatin1(kToken)},
                {u"--auth-tokne="_s + QString::fromLatin1(kToken)},
                {QString::fromLatin1(kToken)},
                {u"--header"_s, header, u"--auth-token-file"_s, m_tokenFile}};
    }

    static void expectSilence(const ProgramResult &result, const QString &call)
    {
        EXPECT_NE(result.exitCode, -1) << call.toStdString();
        for (const auto &text : {result.output, result.error}) {
            for (const auto &secret : {kToken, kHeader, kToken.split('.')[1]})
                EXPECT_FALSE(text.contains(secret)) << call.toStdString() << '\n' << text.toStdString();
        }
    }

    void runEverything(const QString &url)
    {
        const QList<QStringList> calls{
            {u"apps"_s},
            {u"apps"_s, u"-o"_s, u"json"_s},
            {u"status"_s, u"argocd/shop-web"_s},
            {u"tree"_s, u"argocd/shop-web"_s},
            {u"explain"_s, u"argocd/shop-web"_s},
            {u"wait"_s, u"--timeout"_s, u"2s"_s, u"--app"_s, u"argocd/shop-web=ghcr.io/acme/shop-web:1.5.0"_s}};
        // Enables all logging.
        const QHash<QString, QString> verboseLogging{{u"QT_LOGGING_RULES"_s, u"*=true"_s}};
        for (const auto &call : calls) {
            for (const auto &way : argumentVariants()) {
                const auto arguments = call + way + QStringList{u"--server"_s, url};
                expectSilence(test::run(arguments, verboseLogging), arguments.join(u' '));
            }
            auto environment = verboseLogging;
            environment.insert(u"ARGOCD_AUTH_TOKEN"_s, QString::fromLatin1(kToken));
            environment.insert(u"ARGOCD_SERVER"_s, url);
            expectSilence(test::run(call, environment), call.join(u' '));
        }
    }

    QTemporaryDir m_folder;
    QString m_tokenFile;
    SystemClock m_clock;
};

std::vector<Recording> oneRecording()
{
    return {readRecording(recordingFile(u"deploy-ok.jsonl.gz"_s)).value()};
}

} // namespace

TEST_F(PlantedSecrets, AreNotInOutputIfAccepted)
{
    ReplayServer server(oneRecording(), {.speed = 8, .token = kToken}, m_clock);
    ASSERT_TRUE(server.listen());
    runEverything(server.baseUrl().toString());
}

TEST_F(PlantedSecrets, AreNotInOutputIfRejected)
{
    ReplayServer server(oneRecording(), {.token = "another.token.entirely"}, m_clock);
    ASSERT_TRUE(server.listen());
    runEverything(server.baseUrl().toString());
}

TEST_F(PlantedSecrets, AreNotInOutputIfAServerEchoesThem)
{
    test::RawServer echo([](const test::ReceivedRequest &request) {
        const auto credentials = request.headers.value("authorization") + ' ' + request.headers.value("x-gateway-key");
        const auto body = "{\"error\":\"invalid " + credentials.trimmed() + "\",\"code\":2,\"message\":\"invalid "
            + credentials.trimmed() + "\"}";
        return test::Script{test::send("HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: "
                                       + QByteArray::number(body.size()) + "\r\n\r\n" + body)};
    });
    const auto url = echo.url().toString();
    for (const auto &way : {QStringList{u"--auth-token-file"_s, m_tokenFile},
                            QStringList{u"--auth-token"_s, QString::fromLatin1(kToken)}})
        expectSilence(test::run(QStringList{u"apps"_s, u"--server"_s, url} + way), way.join(u' '));
}

TEST_F(PlantedSecrets, AreNotInTheProcessList)
{
    ReplayServer server(oneRecording(), {.token = kToken}, m_clock);
    ASSERT_TRUE(server.listen());
    Program program({u"wait"_s, u"--server"_s, server.baseUrl().toString(), u"--app"_s,
                     u"shop-web=ghcr.io/acme/shop-web:1.5.0"_s, u"--auth-token"_s, QString::fromLatin1(kToken),
                     u"--output"_s, u"jsonl"_s});
    ASSERT_FALSE(program.firstLine().isEmpty());
    QFile commandLine(u"/proc/%1/cmdline"_s.arg(program.process().processId()));
    ASSERT_TRUE(commandLine.open(QIODevice::ReadOnly));
    const auto shown = commandLine.readAll();
    EXPECT_TRUE(shown.contains("--auth-token")) << shown.toStdString();
    EXPECT_FALSE(shown.contains(kToken));
    program.interrupt();
    EXPECT_EQ(program.finish().exitCode, 130);
}

TEST_F(PlantedSecrets, AreNotInCoreDumps)
{
    ReplayServer server(oneRecording(), {}, m_clock);
    ASSERT_TRUE(server.listen());
    Program program({u"wait"_s, u"--server"_s, server.baseUrl().toString(), u"--app"_s,
                     u"shop-web=ghcr.io/acme/shop-web:1.5.0"_s, u"--output"_s, u"jsonl"_s});
    ASSERT_FALSE(program.firstLine().isEmpty());
    QFile limits(u"/proc/%1/limits"_s.arg(program.process().processId()));
    ASSERT_TRUE(limits.open(QIODevice::ReadOnly));
    for (const auto &line : limits.readAll().split('\n')) {
        if (line.startsWith("Max core file size")) {
            EXPECT_EQ(line.simplified(), "Max core file size 0 0 bytes");
        }
    }
}

} // namespace lynceus
