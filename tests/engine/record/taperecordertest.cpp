#include "core/engine/record/taperecorder.h"

#include "core/io/replay/replayserver.h"
#include "tests/support/tapecase.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double kSpeed = 2.0;

/// A server that plays a tape, and a client of it.
class Playing final
{
public:
    explicit Playing(Tape tape)
        : key{u"test"_s, tape.head.applicationNamespace, tape.head.application}
        , project(tape.head.project)
        , server({std::move(tape)}, {.speed = kSpeed}, clock)
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

TEST(TapeRecorder, NamesNobodyInWhatItWrites)
{
    const auto tape = readTape(tapeFile(u"image-typo.jsonl.gz"_s)).value();
    Playing live(tape);
    Replacements replacements;
    replacements.add(u"acme"_s, u"umbrella"_s);
    TapeRecorder recorder(*live.client, live.clock, live.key, live.project, tape.head.images, replacements);
    int grown = 0;
    QObject::connect(&recorder, &TapeRecorder::grew, &recorder, [&] { ++grown; });
    recorder.start();
    ASSERT_TRUE(test::waitUntil([&] { return grown > 10; }, 90s));
    bool hasFinished = false;
    QObject::connect(&recorder, &TapeRecorder::finished, &recorder, [&] { hasFinished = true; });
    recorder.finish();
    ASSERT_TRUE(test::waitUntil([&] { return hasFinished; }));

    const QTemporaryDir folder;
    const auto file = folder.filePath(u"again.jsonl.gz"_s);
    ASSERT_TRUE(recorder.tape()->write(file));
    EXPECT_EQ(QFile::permissions(file) & ~QFile::Permissions(QFile::ReadUser | QFile::WriteUser),
              QFile::ReadOwner | QFile::WriteOwner);
    const auto text = recorder.tape()->text();
    EXPECT_FALSE(text.toLower().contains("acme"));
    EXPECT_FALSE(text.contains("127.0.0.1"));
    EXPECT_LT(text.indexOf(R"("path":"/api/v1/applications",)"), text.indexOf("stream-open"));
    const auto again = readTape(file);
    ASSERT_TRUE(again) << again.error().message.toStdString();
    EXPECT_EQ(again->head.argocd, tape.head.argocd);
    const auto renamed = parseImageReference(again->head.images.front()).value();
    EXPECT_TRUE(renamed.repository.startsWith("umbrella/"_L1)) << again->head.images.front().toStdString();
}

TEST(TapeRecorder, SaysWhyNothingCanBeRecorded)
{
    Playing live(readTape(tapeFile(u"deploy-ok.jsonl.gz"_s)).value());
    TapeRecorder recorder(*live.client, live.clock, {u"test"_s, u"argocd"_s, u"none"_s}, {}, {}, {});
    std::optional<Error> error;
    QObject::connect(&recorder, &TapeRecorder::failed, &recorder, [&](const Error &why) { error = why; });
    recorder.start();
    ASSERT_TRUE(test::waitUntil([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, Error::Kind::Forbidden);
    EXPECT_EQ(recorder.tape(), nullptr);
}

} // namespace lynceus
