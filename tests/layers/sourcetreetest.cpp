#include "tests/layers/sourcetree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SourceTree, DistinguishesOwnFromForeignIncludes)
{
    const auto file = parseSource(
        "core/io/a.cpp", "#include \"core/io/a.h\"\n#include \"b.h\"\n# include <QObject>\n#include \"a.moc\"\n",
        {"core/io/a.h", "core/io/b.h"});
    EXPECT_THAT(file.ownIncludes, ElementsAre("core/io/a.h", "core/io/b.h"));
    EXPECT_THAT(file.foreignIncludes, ElementsAre("QObject", "a.moc"));
}

TEST(SourceTree, CommentsAndLiteralsAreNotCode)
{
    const auto file = parseSource(
        "a.cpp",
        "int a; // QObject\nauto b = \"tr(\\\"\" + c; /* now\nstill */ int d;\nauto e = R\"x(tr(\n)\" tr()x\"; f();\n",
        {});
    EXPECT_THAT(file.code, ElementsAre("int a; ", "auto b = \"\" + c; ", " int d;", "auto e = ", "; f();"));
}

TEST(SourceTree, FindsACycleAndItsMembers)
{
    EXPECT_THAT(findCycle({{"a", {"b"}}, {"b", {"c"}}, {"c", {"d"}}}), IsEmpty());
    EXPECT_THAT(findCycle({{"a", {"b"}}, {"b", {"c"}}, {"c", {"b"}}}), ElementsAre("b", "c", "b"));
}

TEST(SourceTree, CutsPathsAtAFolder)
{
    EXPECT_EQ(folderOf("core/domain/model/ids.h", 3), "core/domain/model");
    EXPECT_EQ(folderOf("core/engine/client.h", 3), "core/engine");
    EXPECT_EQ(folderOf("core/io/http/deep/x.h", 2), "core/io");
}

TEST(SourceTree, MeasuresFunctionsButNotClasses)
{
    const auto file =
        parseSource("a.cpp", "struct A\n{\n    int a;\n    int b;\n};\n\nvoid f()\n{\n    g();\n    g();\n}\n", {});
    EXPECT_THAT(longFunctions(file, 1), ElementsAre("a.cpp:7, 2 lines"));
    EXPECT_THAT(longFunctions(file, 2), IsEmpty());
}

TEST(SourceTree, FindsTheClassesOfMembers)
{
    const auto file =
        parseSource("a.cpp",
                    "A::A()\n    : m_b(B::c())\n{\n    D::e();\n}\nstd::vector<F> G::h(int i) const\n{\n}\n"
                    "bool G::operator==(const G &) const\n{\n}\nauto x = K::l();\nvoid free()\n{\n}\n",
                    {});
    EXPECT_THAT(classesWithMembersIn(file), ElementsAre("A", "G"));
}

TEST(SourceTree, FindsTheClassesOfAHeader)
{
    const auto file = parseSource("a.h",
                                  "class Forward;\nclass A final : public B\n{\n    struct Inner { };\n};\n"
                                  "struct C { int d; }\n;\nenum class E { F };\n",
                                  {});
    EXPECT_THAT(classesDefinedIn(file), ElementsAre("A", "C"));
}

TEST(SourceTree, DetectsHeadersThatOnlyForward)
{
    EXPECT_TRUE(onlyForwards(
        parseSource("a.h", "#pragma once\n\n// where it went\n#include \"b.h\"\n\nnamespace lynceus {\n}\n", {})));
    EXPECT_FALSE(onlyForwards(parseSource("a.h", "#pragma once\n\nvoid f();\n", {})));
}

} // namespace lynceus
