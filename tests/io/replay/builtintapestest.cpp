#include "core/io/replay/builtintapes.h"

#include "core/io/replay/tapeworld.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(BuiltInTapes, AreAllReadableAndOfManyStories)
{
    EXPECT_GE(builtInTapes().size(), 5);
    for (const QString &name : builtInTapes()) {
        const auto tape = builtInTape(name);
        ASSERT_TRUE(tape) << tape.error().message.toStdString();
        EXPECT_EQ(tape->head.scenario, name);
        EXPECT_TRUE(TapeWorld(std::make_shared<const Tape>(*tape)).treeAt(Duration{0}));
    }
}

TEST(BuiltInTapes, HaveLogsOfTheirPodsAndManifestsOfWhatIsNotManaged)
{
    for (const QString &name : builtInTapes()) {
        const auto tape = builtInTape(name);
        ASSERT_TRUE(tape) << name.toStdString();
        const auto has = [&](TapeLine::Kind kind) {
            return std::ranges::count(tape->lines, kind, &TapeLine::kind) > 0;
        };
        EXPECT_TRUE(has(TapeLine::Kind::LogLine)) << name.toStdString();
        EXPECT_TRUE(has(TapeLine::Kind::Manifest)) << name.toStdString();
    }
}

TEST(BuiltInTapes, AnUnknownNameGetsTheNearest)
{
    const auto tape = builtInTape(u"deploy-okk"_s);
    ASSERT_FALSE(tape);
    EXPECT_EQ(tape.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(tape.error().message.contains("did you mean \"deploy-ok\"?"_L1)) << tape.error().message.toStdString();
}

} // namespace lynceus
