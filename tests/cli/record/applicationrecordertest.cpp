#include "app/cli/record/applicationrecorder.h"

#include "core/replay/server/replayserver.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double kSpeed = 2.0;

/// A server that replays a recording, and a client for it.
class Playing final
{
public:
    explicit Playing(Recording recording)
        : key{u"test"_s, recording.head.applicationNamespace, recording.head.application}
        , project(recording.head.project)
        , server({std::move(recording)}, {.speed = kSpeed}, clock)
    {
        if (!server.listen())
            qFatal("no port");
        InstanceAccess access;
        access.baseUrl = server.baseUrl();
        client.emplace(u"test"_s, access, clock);
    }

    SystemClock clock;
    ApplicationKey key;
    QString project;
    ReplayServer server;
    std::optional<ArgoCdClient> client;
};

} // namespace

TEST(ApplicationRecorder, WritesNoPersonalNames)
{
    const auto recording = readRecording(recordingFile(u"image-typo.jsonl.gz"_s)).value();
    Playing live(recording);
    Replacements replacements;
    replacements.add(u"acme"_s, u"umbrella"_s);
    ApplicationRecorder recorder(*live.client, live.clock, live.key, live.project, recording.head.images, replacements);
    int grown = 0;
    QObject::connect(&recorder, &ApplicationRecorder::grew, &recorder, [&] { ++grown; });
    recorder.start();
    ASSERT_TRUE(test::waitUntil([&] { return grown > 10; }, 90s));
    bool hasFinished = false;
    QObject::connect(&recorder, &ApplicationRecorder::finished, &recorder, [&] { hasFinished = true; });
    recorder.finish();
    ASSERT_TRUE(test::waitUntil([&] { return hasFinished; }));

    const QTemporaryDir folder;
    const auto file = folder.filePath(u"again.jsonl.gz"_s);
    ASSERT_TRUE(recorder.recording()->write(file));
    EXPECT_EQ(QFile::permissions(file) & ~QFile::Permissions(QFile::ReadUser | QFile::WriteUser),
              QFile::ReadOwner | QFile::WriteOwner);
    const auto text = recorder.recording()->text();
    EXPECT_FALSE(text.toLower().contains("acme"));
    EXPECT_FALSE(text.contains("127.0.0.1"));
    EXPECT_LT(text.indexOf(R"("path":"/api/v1/applications",)"), text.indexOf("stream-open"));
    const auto again = readRecording(file);
    ASSERT_TRUE(again) << again.error().message.toStdString();
    EXPECT_EQ(again->head.argocd, recording.head.argocd);
    const auto renamed = parseImageReference(again->head.images.front()).value();
    EXPECT_TRUE(renamed.repository.startsWith("umbrella/"_L1)) << again->head.images.front().toStdString();
}

TEST(ApplicationRecorder, ReportsWhyNothingCanBeRecorded)
{
    Playing live(readRecording(recordingFile(u"deploy-ok.jsonl.gz"_s)).value());
    ApplicationRecorder recorder(*live.client, live.clock, {u"test"_s, u"argocd"_s, u"none"_s}, {}, {}, {});
    std::optional<Error> error;
    QObject::connect(&recorder, &ApplicationRecorder::failed, &recorder, [&](const Error &why) { error = why; });
    recorder.start();
    ASSERT_TRUE(test::waitUntil([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, Error::Kind::Forbidden);
    EXPECT_EQ(recorder.recording(), nullptr);
}

} // namespace lynceus
