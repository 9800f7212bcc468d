#include "tests/layers/literals.h"
#include "tests/layers/sourcetree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

/// The faults of a source, as reported by the test of the product.
std::vector<std::string> faultsIn(const std::string &path, const std::string &source)
{
    std::vector<std::string> faults;
    for (const auto &literal : literalsOf(source)) {
        if (const auto fault = faultOf(literal); !fault.empty())
            faults.push_back(path + ":" + std::to_string(literal.line) + ": \"" + literal.text + "\": " + fault);
    }
    return faults;
}

} // namespace

// docs/words.md: plain technical English.
TEST(Words, ProductTextsUseNoExcludedPhrase)
{
    std::size_t texts = 0;
    std::size_t translated = 0;
    for (const auto &file : readSources({"app", "core"})) {
        const auto source = readText(file.path);
        EXPECT_THAT(faultsIn(file.path, source), IsEmpty());
        for (const auto &literal : literalsOf(source)) {
            texts += literal.text.find(' ') != std::string::npos ? 1 : 0;
            translated += literal.isTranslated ? 1 : 0;
        }
    }
    EXPECT_GT(texts, 1500U);
    EXPECT_GT(translated, 700U);
}

TEST(Words, DetectsExcludedPhrases)
{
    for (const auto *planted :
         {"it is asked how people sign in", "this is no token", "the window is told", "an own CA", "Please sign in",
          "no preference is called like that", "The keyring is locked", "Argo CD goes on", "the tape is empty",
          "ask whoever runs it", "nobody can read it", "the engine lets go of the lock", "it is not there any more"}) {
        EXPECT_THAT(faultsIn("a.cpp", std::string("f(u\"") + planted + "\"_s);"), SizeIs(1)) << planted;
        EXPECT_THAT(faultsIn("a.cpp", std::string("tr(\"") + planted + "\")"), SizeIs(1)) << planted;
    }
    EXPECT_THAT(faultsIn("a.cpp", "start gnome-keyring"), IsEmpty());
    EXPECT_THAT(faultsIn("a.cpp", "f(\"start gnome-keyring or KWallet\")"), IsEmpty());
}

TEST(Words, SentencesStartWithACapitalAndNameTheirSubject)
{
    for (const auto *planted : {"the token expired.", "Cannot be read.", "Has ended.", "Signed in. Go back",
                                "signed in. You can go back.", "It works!"})
        EXPECT_THAT(faultsIn("a.cpp", std::string("tr(\"") + planted + "\")"), SizeIs(1)) << planted;
    for (const auto *right : {"The token expired.", "%1 expired.", "signed in as %1", "Copy report", "loading…",
                              "Cannot be read", "“%1” is not a key"})
        EXPECT_THAT(faultsIn("a.cpp", std::string("tr(\"") + right + "\")"), IsEmpty()) << right;
}

TEST(Words, LiteralsAreParsedLikeInTheCompiler)
{
    const auto literals = literalsOf("// \"a comment\"\n"
                                     "#include \"a.h\"\n"
                                     "const char c = '\"';\n"
                                     "text = u\"one \"\n"
                                     "       \"two\"_s; // three\n"
                                     "tr(\"four \\\" five\"); R\"(six \" seven)\";\n"
                                     "tr(many ? \"eight\" : \"nine\"), f(\"ten\"), translate(\"class\", \"eleven\");");
    std::vector<std::string> read;
    for (const auto &literal : literals)
        read.push_back(std::to_string(literal.line) + (literal.isTranslated ? " tr " : " ") + literal.text);
    EXPECT_THAT(read,
                testing::ElementsAre("4 one two", "6 tr four \\\" five", "7 tr eight", "7 tr nine", "7 ten",
                                     "7 tr class", "7 tr eleven"));
}

TEST(Words, GlossaryContainsEachTermOfTheWindow)
{
    const auto page = readText("docs/words.md");
    for (const auto *word : {"instance", "application", "release", "watch", "deployment", "verdict", "environment",
                             "recording", "command", "argocd CLI", "keychain", "background service",
                             "deadline, timeout", "observe for", "sign in, sign out", "settings"})
        EXPECT_THAT(page, HasSubstr(std::string("\n| ") + word + " |"));
}

} // namespace lynceus
