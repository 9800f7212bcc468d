#include "core/replay/recordings/builtinrecordings.h"

#include "core/replay/recordings/recordedstate.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(BuiltInRecordings, AreReadableAndCoverManyCases)
{
    EXPECT_GE(builtInRecordings().size(), 5);
    for (const QString &name : builtInRecordings()) {
        const auto recording = builtInRecording(name);
        ASSERT_TRUE(recording) << recording.error().message.toStdString();
        EXPECT_EQ(recording->head.scenario, name);
        EXPECT_TRUE(RecordedState(std::make_shared<const Recording>(*recording)).treeAt(Duration{0}));
    }
}

TEST(BuiltInRecordings, HaveLogsOfPodsAndManifestsOfUnmanagedResources)
{
    for (const QString &name : builtInRecordings()) {
        const auto recording = builtInRecording(name);
        ASSERT_TRUE(recording) << name.toStdString();
        const auto has = [&](RecordingLine::Kind kind) {
            return std::ranges::count(recording->lines, kind, &RecordingLine::kind) > 0;
        };
        EXPECT_TRUE(has(RecordingLine::Kind::LogLine)) << name.toStdString();
        EXPECT_TRUE(has(RecordingLine::Kind::Manifest)) << name.toStdString();
    }
}

TEST(BuiltInRecordings, UnknownNameSuggestsTheNearest)
{
    const auto recording = builtInRecording(u"deploy-okk"_s);
    ASSERT_FALSE(recording);
    EXPECT_EQ(recording.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(recording.error().message.contains("did you mean \"deploy-ok\"?"_L1))
        << recording.error().message.toStdString();
}

} // namespace lynceus
