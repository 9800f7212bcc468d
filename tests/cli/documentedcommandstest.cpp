#include "tests/cli/documentedcommands.h"

#include "app/cli/commandline.h"
#include "app/cli/options/commandspec.h"
#include "app/cli/process/windowlauncher.h"

#include <QDirIterator>
#include <QFile>

#include <array>

#include <gtest/gtest.h>

// What the documentation tells people to type is what the program understands.

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QString contentOf(const QString &name)
{
    QFile file(name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
    return QString::fromUtf8(file.readAll());
}

/// Why the program refuses @p words; empty if it does not.
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

/// `wait --from-env` reads them.
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

/// The pages for people, and the examples that are files.
QStringList documentedFiles()
{
    const auto root = QStringLiteral(LYNCEUS_SOURCE_DIR);
    QStringList files{root + u"/README.md"_s};
    for (const auto &folder : {u"/docs"_s, u"/packaging/pipelines"_s}) {
        QDirIterator found(root + folder, {u"*.md"_s, u"*.yml"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            if (const auto file = found.next(); !file.contains(u"/decisions/"_s))
                files.append(file);
        }
    }
    return files;
}

} // namespace

TEST(DocumentedCommands, AreSplitAsAShellDoes)
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

TEST(DocumentedCommands, AreUnderstood)
{
    const PipelineVariables variables;
    std::size_t count = 0;
    for (const auto &file : documentedFiles()) {
        for (const auto &command : test::documentedCommands(contentOf(file), file.endsWith(u".md"_s))) {
            ++count;
            // Words in capitals and "…" stand for what somebody has to put in.
            if (!command.line.contains(u'…') && !command.line.contains(u"[OPTIONS]"_s))
                EXPECT_EQ(refusal(command.words), "")
                    << file.toStdString() << ": lynceus " << command.line.toStdString();
        }
    }
    EXPECT_GT(count, 20U);
}

TEST(DocumentedCommands, ExamplesOfTheHelpAreUnderstood)
{
    const PipelineVariables variables;
    for (const auto &command : commandSpecs()) {
        for (const char *example : command.examples) {
            auto words = test::shellWords(QString::fromUtf8(example));
            if (words.front() != "lynceus")
                continue; // systemctl
            words.erase(words.begin());
            EXPECT_EQ(refusal(words), "") << example;
        }
    }
}

} // namespace lynceus
