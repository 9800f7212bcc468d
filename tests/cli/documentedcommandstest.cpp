#include "tests/cli/documentedcommands.h"

#include "app/cli/commandline.h"
#include "app/cli/options/commandspec.h"
#include "app/cli/process/windowlauncher.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <array>
#include <map>
#include <set>

#include <gtest/gtest.h>

// The program must accept all commands in the documentation.

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

/// The program's error for @p words; empty if it accepts them.
std::string refusal(std::vector<std::string> words)
{
    std::vector<char *> pointers;
    words.insert(words.begin(), "lynceus");
    for (auto &word : words)
        pointers.push_back(word.data());
    if (isForWindow(int(pointers.size()), pointers.data()))
        return {};
    const auto invocation = parseCommandLine(takeArguments(int(pointers.size()), pointers.data()));
    return invocation ? std::string() : (invocation.error().asked + u": "_s + invocation.error().message).toStdString();
}

/// Sets the variables that `wait --from-env` reads.
class PipelineVariables final
{
public:
    PipelineVariables()
    {
        for (const auto *name : kNames)
            qputenv(name, name == QByteArrayView("ARGO_WATCHER_URL") ? "https://lynceus.acme.example" : "sample");
    }
    ~PipelineVariables()
    {
        for (const auto *name : kNames)
            qunsetenv(name);
    }
    PipelineVariables(const PipelineVariables &) = delete;
    PipelineVariables &operator=(const PipelineVariables &) = delete;

private:
    static constexpr std::array kNames{"ARGO_WATCHER_URL", "ARGO_APP",      "IMAGES",
                                       "IMAGE_TAG",        "COMMIT_AUTHOR", "PROJECT_NAME"};
};

/// External programs and shell keywords, with the reason why they are not run here.
const std::map<QString, const char *> &foreignPrograms()
{
    static const std::map<QString, const char *> programs{
        {u"apt"_s, "needs root; packaging/check-install.sh installs both packages on a clean Debian 12"},
        {u"curl"_s, "its requests are run by DocumentedRequests.CurlRequestsAreAcceptedByTheTeamServer"},
        {u"systemctl"_s, "needs systemd as PID 1; Packaging.TeamServerIsRestrictedAsDocumented reads the unit"},
        {u"export"_s, "sets variables for the next line"},
        {u"case"_s, "passes on the exit code of the line before"},
    };
    return programs;
}

/// The source path of a program in the build folder; empty if there is none.
QString sourceOfProgram(const QString &program)
{
    const auto name = program.section(u'/', -1);
    const QDir bench(QStringLiteral(LYNCEUS_SOURCE_DIR "/tests/bench"));
    for (const auto &file :
         {u"server/"_s + name + u".cpp"_s, name.sliced(name.startsWith(u"bench_"_s) ? 6 : 0) + u".cpp"_s}) {
        if (bench.exists(file))
            return bench.filePath(file);
    }
    return {};
}

} // namespace

TEST(DocumentedCommands, AreSplitLikeInAShell)
{
    using Words = std::vector<std::string>;
    EXPECT_EQ(test::shellWords(u"wait --note 'for the fair' | jq ."_s), (Words{"wait", "--note", "for the fair"}));
    EXPECT_EQ(test::shellWords(u"history --output csv > a.csv"_s), (Words{"history", "--output", "csv"}));
    EXPECT_EQ(test::shellWords(u"apps 2>/dev/null"_s), Words{"apps"});
    EXPECT_EQ(test::shellWords(u"daemon # in the background"_s), Words{"daemon"});
    const auto commands = test::documentedCommands(
        u"lynceus not this\n```sh\n$ lynceus wait \\\n    --app \"$APP\"\necho lynceus\n```\n"_s, true);
    ASSERT_EQ(commands.size(), 1U);
    EXPECT_EQ(commands[0].words, (Words{"wait", "--app", "sample"}));
}

TEST(DocumentedCommands, AreAccepted)
{
    const PipelineVariables variables;
    std::size_t count = 0;
    for (const auto &file : test::documentedFiles()) {
        for (const auto &command : test::documentedCommands(test::sourceText(file), file.endsWith(u".md"_s))) {
            ++count;
            // "…" and "[OPTIONS]" stand for the reader's own input.
            if (!command.line.contains(u'…') && !command.line.contains(u"[OPTIONS]"_s))
                EXPECT_EQ(refusal(command.words), "")
                    << file.toStdString() << ": lynceus " << command.line.toStdString();
        }
    }
    EXPECT_GT(count, 60U);
}

TEST(DocumentedCommands, EachBlockNamesItsLanguageAndOnlyShellBlocksHaveCommands)
{
    static const QRegularExpression command(
        u"^\\s*(?:\\$ )?(?:lynceus|\\./dev|\\.ci/run|curl|apt|apt-get|systemctl|git|sudo) "_s);
    for (const auto &file : test::documentedFiles()) {
        if (!file.endsWith(u".md"_s))
            continue;
        for (const auto &block : test::codeBlocks(test::sourceText(file))) {
            EXPECT_FALSE(block.language.isEmpty()) << file.toStdString() << ": " << block.heading.toStdString();
            if (block.language == u"sh"_s)
                continue;
            EXPECT_NE(block.language, u"bash"_s) << file.toStdString() << ": blocks of commands are \"sh\"";
            EXPECT_NE(block.language, u"console"_s) << file.toStdString() << ": blocks of commands are \"sh\"";
            for (const auto &line : block.lines)
                EXPECT_FALSE(command.match(line).hasMatch()) << file.toStdString() << ": " << line.toStdString();
        }
    }
}

TEST(DocumentedCommands, CommandsAndOptionsInSentencesExist)
{
    static const QRegularExpression span(u"`lynceus ([a-z][^`]*)`"_s);
    int count = 0;
    for (const auto &file : test::documentedFiles()) {
        if (!file.endsWith(u".md"_s))
            continue;
        auto spans = span.globalMatch(test::sourceText(file));
        while (spans.hasNext()) {
            const auto text = spans.next().captured(1).simplified();
            const auto words = text.split(u' ', Qt::SkipEmptyParts);
            const auto *command = findCommand(words.mid(0, 2).join(u' '));
            if (!command)
                command = findCommand(words.front());
            EXPECT_TRUE(command || !subCommandNames(words.front()).isEmpty())
                << file.toStdString() << ": " << text.toStdString();
            for (const auto &word : words) {
                if (command && word.startsWith(u"--"_s))
                    EXPECT_TRUE(findOption(*command, word.section(u'=', 0, 0)))
                        << file.toStdString() << ": " << text.toStdString();
            }
            ++count;
        }
    }
    EXPECT_GT(count, 50);
}

TEST(DocumentedCommands, OtherProgramsAreInstalledOrListed)
{
    std::set<QString> seen;
    for (const auto &file : test::documentedFiles()) {
        if (!file.endsWith(u".md"_s))
            continue;
        for (const auto &block : test::codeBlocks(test::sourceText(file))) {
            if (block.language != u"sh"_s)
                continue;
            for (const auto &[program, line] : test::shellCommands(block)) {
                const auto where = file.toStdString() + ": " + line.toStdString();
                if (program.startsWith(u"build/"_s)) {
                    EXPECT_NE(sourceOfProgram(program), QString()) << where << ": no such program is built";
                } else if (program.contains(u'/')) {
                    const QFileInfo script(QStringLiteral(LYNCEUS_SOURCE_DIR "/") + program);
                    EXPECT_TRUE(script.isFile() && script.isExecutable()) << where << ": no such program";
                } else if (!program.isEmpty() && program != u"lynceus"_s) { // AreAccepted checks lynceus
                    EXPECT_TRUE(foreignPrograms().contains(program)) << where << ": not in foreignPrograms()";
                    seen.insert(program);
                }
            }
        }
    }
    for (const auto &[program, reason] : foreignPrograms()) {
        EXPECT_TRUE(seen.contains(program)) << program.toStdString() << " is in no page (" << reason << ')';
        EXPECT_EQ(test::missingTests(QString::fromUtf8(reason)), QStringList());
    }
}

TEST(DocumentedCommands, HelpExamplesAreAccepted)
{
    const PipelineVariables variables;
    for (const auto &command : commandSpecs()) {
        for (const char *example : command.examples) {
            auto words = test::shellWords(QString::fromUtf8(example));
            if (words.front() != "lynceus")
                continue; // another program, such as systemctl
            words.erase(words.begin());
            EXPECT_EQ(refusal(words), "") << example;
        }
    }
}

} // namespace lynceus
