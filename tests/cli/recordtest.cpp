#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::Program;

namespace {

constexpr double kSpeed =
    5.0; // the recorder polls every second, which is every five seconds of the recording; streams fill the gaps

/// A server that replays one recording.
class Played final
{
public:
    explicit Played(Recording recording, const QByteArray &token = {}, double speed = kSpeed)
        : m_server({std::move(recording)}, {.speed = speed, .token = token}, m_clock)
    {
        if (!m_server.listen())
            qFatal("not a port");
    }
    [[nodiscard]] QString url() const { return m_server.baseUrl().toString(); }

private:
    SystemClock m_clock;
    ReplayServer m_server;
};

QString outcomeOf(const QString &server, const QString &application, const QString &image, QString *cause)
{
    // Replaying takes as long as recording did, which may be a minute on a busy machine.
    Program program({u"wait"_s, u"--server"_s, server, u"--app"_s, application + u'=' + image, u"--output"_s, u"json"_s,
                     u"--fail-after"_s, u"3s"_s, u"--timeout"_s, u"150s"_s});
    const auto waited = program.finish(std::chrono::seconds(180));
    const auto verdict = QJsonDocument::fromJson(waited.output).object();
    *cause = verdict["cause"_L1].toObject()["kind"_L1].toString();
    return verdict["outcome"_L1].toString();
}

class Record : public testing::Test
{
protected:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(Record, LiveRecordingReplaysTheSameVerdictWithoutNames)
{
    for (const auto *name : {"deploy-ok", "image-typo"}) {
        const auto recording = readRecording(recordingFile(QString::fromLatin1(name) + u".jsonl.gz"_s)).value();
        const auto image = recording.head.images.front();
        const Played live(recording, "sesame-of-acme");
        const QHash<QString, QString> token{{u"ARGOCD_AUTH_TOKEN"_s, u"sesame-of-acme"_s}};
        const auto file = path(QString::fromLatin1(name) + u".jsonl.gz"_s);
        Program recorder({u"record"_s, recording.head.application, u"--server"_s, live.url(), u"--output"_s, file,
                          u"--replace"_s, u"acme=umbrella"_s, u"--image"_s, image},
                         token);
        Program waiting({u"wait"_s, u"--server"_s, live.url(), u"--app"_s, recording.head.application + u'=' + image,
                         u"--output"_s, u"json"_s, u"--fail-after"_s, u"3s"_s},
                        token);
        const auto waited = waiting.finish();
        const auto truth = QJsonDocument::fromJson(waited.output).object();
        recorder.interrupt();
        const auto recorded = recorder.finish();
        ASSERT_EQ(recorded.exitCode, 0) << recorded.error.toStdString();
        EXPECT_EQ(recorded.output, file.toUtf8() + '\n');

        auto again = readRecording(file);
        ASSERT_TRUE(again.has_value()) << again.error().message.toStdString();
        const auto renamed = again->head.images.front();
        EXPECT_TRUE(renamed.contains(u"umbrella"_s)) << renamed.toStdString();
        QProcess gunzip;
        gunzip.start(u"gzip"_s, {u"-dc"_s, file});
        ASSERT_TRUE(test::waitUntil([&] { return gunzip.state() == QProcess::NotRunning; }));
        const auto text = gunzip.readAllStandardOutput().toLower();
        EXPECT_GT(text.size(), 10'000);
        for (const auto *secret : {"acme", "sesame", "127.0.0.1"})
            EXPECT_FALSE(text.contains(secret)) << secret;

        const Played replayed(*std::move(again), {}, 1.0); // the new recording has real time stamps
        QString cause;
        EXPECT_EQ(outcomeOf(replayed.url(), recording.head.application, renamed, &cause),
                  truth["outcome"_L1].toString());
        EXPECT_EQ(cause, truth["cause"_L1].toObject()["kind"_L1].toString());
    }
}

TEST_F(Record, EndsAfterItsDuration)
{
    const Played live(readRecording(recordingFile(u"already-deployed.jsonl.gz"_s)).value());
    const auto file = path(u"short.jsonl"_s);
    const auto result = test::run(
        {u"record"_s, u"argocd/shop-cart"_s, u"--server"_s, live.url(), u"--output"_s, file, u"--for"_s, u"2s"_s});
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    EXPECT_TRUE(result.error.contains("argocd/shop-cart to")) << result.error.toStdString();
    const auto recording = readRecording(file);
    ASSERT_TRUE(recording.has_value()) << recording.error().message.toStdString();
    EXPECT_GT(recording->lines.size(), 5U);
}

TEST_F(Record, ReportsErrorsInOneLineAndWritesNothing)
{
    const Played live(readRecording(recordingFile(u"already-deployed.jsonl.gz"_s)).value());
    const auto there = test::fileWith(m_folder, u"there.jsonl"_s, "mine");
    const auto at = QStringList{u"--server"_s, live.url()};
    struct Case
    {
        QStringList arguments;
        int exitCode;
        const char *says;
    };
    const std::vector<Case> cases{
        {{}, 2, "no application given; usage: lynceus record APP"},
        {{u"shop-web"_s, u"--output"_s, there}, 2, "already exists"},
        {{u"shop-web"_s, u"--output"_s, path(u"no/such/folder.jsonl"_s)}, 2, "cannot be written"},
        {{u"shop-web"_s, u"--replace"_s, u"acme"_s}, 2, "use for example --replace acme=example"},
        {{u"shop-web"_s, u"--replace"_s, u"acme=a b"_s}, 2, "may contain letters"},
        {{u"shop-web"_s, u"--replace"_s, u"status=x"_s}, 2, "a word of Argo CD's API"},
        {{u"shop-web"_s, u"--for"_s, u"2"_s}, 2, "--for 2: "},
        {{u"shop-web"_s, u"--for"_s, u"3d"_s}, 2, "at most 1 d"},
        {{u"no-such-application"_s, u"--output"_s, path(u"none.jsonl"_s)}, 4, "no-such-application"},
    };
    for (const auto &each : cases) {
        const auto result = test::run(QStringList{u"record"_s} + each.arguments + at);
        EXPECT_EQ(result.exitCode, each.exitCode) << each.says;
        EXPECT_TRUE(result.error.contains(each.says)) << result.error.toStdString();
        EXPECT_EQ(test::linesOf(result.error).size(), 1) << result.error.toStdString();
    }
    QFile untouched(there);
    ASSERT_TRUE(untouched.open(QIODevice::ReadOnly));
    EXPECT_EQ(untouched.readAll(), "mine");
    EXPECT_FALSE(QFile::exists(path(u"none.jsonl"_s)));
}

} // namespace lynceus
