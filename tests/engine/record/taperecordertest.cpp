#include "core/engine/record/taperecorder.h"

#include "core/engine/watchrunner.h"
#include "core/io/replay/replayserver.h"
#include "tests/support/tapecase.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double kSpeed = 2.0;

/// What a watch says of a tape that is played.
class Playing final
{
public:
    Playing(Tape tape, const ImageReference &image)
        : key{u"test"_s, tape.head.applicationNamespace, tape.head.application}
        , project(tape.head.project)
        , server({std::move(tape)}, {.speed = kSpeed}, clock)
    {
        if (!server.listen())
            qFatal("no port");
        InstanceAccess access;
        access.baseUrl = server.baseUrl();
        client.emplace(u"test"_s, access, clock);
        Expectation expectation;
        expectation.application = key;
        expectation.images = {image};
        expectation.failAfter = 5s;
        runner.emplace(*client, clock, expectation, 60s, WatchOptions{.project = project});
    }

    SystemClock clock;
    ApplicationKey key;
    QString project;
    ReplayServer server;
    std::optional<ArgoCdClient> client;
    std::optional<WatchRunner> runner;
};

class RecordedAgain : public testing::TestWithParam<const char *>
{ };

} // namespace

TEST_P(RecordedAgain, GivesTheSameVerdictAndNamesNobody)
{
    const auto tape = readTape(tapeFile(QString::fromLatin1(GetParam()) + u".jsonl.gz"_s)).value();
    const auto image = parseImageReference(tape.head.images.front()).value();
    Playing live(tape, image);
    Replacements replacements;
    replacements.add(u"acme"_s, u"umbrella"_s);
    TapeRecorder recorder(*live.client, live.clock, live.key, live.project, tape.head.images, replacements);
    bool hasBegun = false;
    QObject::connect(&recorder, &TapeRecorder::began, &recorder, [&] { hasBegun = true; });
    recorder.start();
    live.runner->start();
    ASSERT_TRUE(test::waitUntil([&] { return live.runner->verdict().outcome != Outcome::Waiting; }, 90s));
    EXPECT_TRUE(hasBegun);
    bool hasFinished = false; // the watch may have known before the recorder looked again
    QObject::connect(&recorder, &TapeRecorder::finished, &recorder, [&] { hasFinished = true; });
    recorder.finish();
    ASSERT_TRUE(test::waitUntil([&] { return hasFinished; }));

    const QTemporaryDir folder;
    const auto file = folder.filePath(u"again.jsonl.gz"_s);
    ASSERT_TRUE(recorder.tape()->write(file));
    EXPECT_FALSE(recorder.tape()->text().toLower().contains("acme"));
    EXPECT_FALSE(recorder.tape()->text().contains("127.0.0.1"));

    EXPECT_LT(recorder.tape()->text().indexOf(R"("path":"/api/v1/applications",)"),
              recorder.tape()->text().indexOf("stream-open"));
    auto again = readTape(file);
    ASSERT_TRUE(again) << again.error().message.toStdString();
    EXPECT_EQ(again->head.argocd, tape.head.argocd);
    const auto renamed = parseImageReference(again->head.images.front()).value();
    EXPECT_TRUE(renamed.repository.startsWith("umbrella/"_L1)) << again->head.images.front().toStdString();
    Playing replayed(*std::move(again), renamed);
    replayed.runner->start();
    ASSERT_TRUE(test::waitUntil([&] { return replayed.runner->verdict().outcome != Outcome::Waiting; }, 90s));
    EXPECT_EQ(replayed.runner->verdict().outcome, live.runner->verdict().outcome);
    EXPECT_EQ(replayed.runner->verdict().stage, live.runner->verdict().stage);
    ASSERT_EQ(replayed.runner->verdict().cause.has_value(), live.runner->verdict().cause.has_value());
    if (const auto &cause = live.runner->verdict().cause) {
        EXPECT_EQ(replayed.runner->verdict().cause->kind, cause->kind);
        EXPECT_EQ(replayed.runner->verdict().cause->resource, cause->resource);
    }
}

INSTANTIATE_TEST_SUITE_P(Tapes, RecordedAgain, testing::Values("deploy-ok", "image-typo"));

TEST(TapeRecorder, SaysWhyNothingCanBeRecorded)
{
    Playing live(readTape(tapeFile(u"deploy-ok.jsonl.gz"_s)).value(), parseImageReference(u"a/b:1").value());
    TapeRecorder recorder(*live.client, live.clock, {u"test"_s, u"argocd"_s, u"none"_s}, {}, {}, {});
    std::optional<Error> error;
    QObject::connect(&recorder, &TapeRecorder::failed, &recorder, [&](const Error &why) { error = why; });
    recorder.start();
    ASSERT_TRUE(test::waitUntil([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, Error::Kind::Forbidden);
    EXPECT_EQ(recorder.tape(), nullptr);
}

} // namespace lynceus
