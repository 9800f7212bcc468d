#include "app/cli/commandline.h"
#include "app/cli/options/commandspec.h"
#include "app/cli/reference/commandreference.h"
#include "app/cli/reference/completion.h"
#include "app/cli/reference/manpage.h"
#include "core/replay/faults/fault.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "tests/cli/documentedcommands.h"
#include "tests/cli/engineprocessfixture.h"
#include "tests/support/waiting.h"

#include <QRegularExpression>

#include <csignal>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

namespace {

/// The names that a user has stored.
class AuthorNames final : public StoredNames
{
public:
    [[nodiscard]] std::vector<Candidate> instances() const override
    {
        return {{u"staging"_s, u"https://argocd.acme.example"_s}, {u"prod"_s, {}}};
    }
    [[nodiscard]] std::vector<Candidate> applications() const override
    {
        return {{u"shop-web"_s, u"staging"_s}, {u"prod:argocd/shop-api"_s, {}}, {u"staging:argocd/shop-api"_s, {}}};
    }
    [[nodiscard]] std::vector<Candidate> watches() const override { return {{u"w7k3f"_s, u"shop-web"_s}}; }
    [[nodiscard]] std::vector<Candidate> followRules() const override { return {{u"shop"_s, {}}}; }
    [[nodiscard]] std::vector<Candidate> teamServers() const override { return {{u"team"_s, {}}}; }
};

std::vector<std::string> offered(const QStringList &words)
{
    std::vector<std::string> found;
    for (const auto &candidate : completionOf(words, AuthorNames()).candidates)
        found.push_back(candidate.word.toStdString());
    return found;
}

bool offersFiles(const QStringList &words)
{
    return completionOf(words, AuthorNames()).files;
}

bool understands(std::vector<std::string> words)
{
    std::vector<char *> pointers;
    words.insert(words.begin(), "lynceus");
    for (auto &word : words)
        pointers.push_back(word.data());
    return parseCommandLine(takeArguments(int(pointers.size()), pointers.data())).has_value();
}

} // namespace

TEST(Completion, OffersCommandsAndTheirFamilies)
{
    EXPECT_THAT(offered({u"w"_s}), ElementsAre("wait", "watch"));
    EXPECT_THAT(offered({u"watch"_s, u""_s}),
                ElementsAre("add", "list", "show", "extend", "repeat", "cancel", "share"));
    EXPECT_THAT(offered({u"help"_s, u"watch"_s, u"ex"_s}), ElementsAre("extend"));
    EXPECT_THAT(offered({u"serve"_s, u"--ch"_s}), ElementsAre("--check"));
    EXPECT_THAT(offered({u"serve"_s, u"token"_s, u"r"_s}), ElementsAre("revoke"));
    EXPECT_THAT(offered({u"nosuchcommand"_s, u""_s}), IsEmpty());
    for (const auto &command : commandSpecs()) // completion offers each command
        EXPECT_THAT(offered(QString::fromLatin1(command.name).split(u' ')),
                    Contains(QString::fromLatin1(command.name).section(u' ', -1).toStdString()));
}

TEST(Completion, OffersUnusedOptions)
{
    EXPECT_THAT(offered({u"wait"_s, u"--ti"_s}), ElementsAre("--timeout"));
    EXPECT_THAT(offered({u"wait"_s, u"--timeout"_s, u"5m"_s, u"--ti"_s}), IsEmpty());
    EXPECT_THAT(offered({u"wait"_s, u"--timeout=5m"_s, u"--ti"_s}), IsEmpty());
    EXPECT_THAT(offered({u"wait"_s, u"--app"_s, u"a=b"_s, u"--ap"_s}), Contains("--app"))
        << "the option can be repeated";
    EXPECT_THAT(offered({u"wait"_s, u"--timeout"_s, u""_s}), IsEmpty()) << "a duration has no fixed completions";
    EXPECT_THAT(offered({u"status"_s, u"--"_s, u"--"_s}), IsEmpty());
}

TEST(Completion, OffersStoredInstances)
{
    EXPECT_THAT(offered({u"status"_s, u"shop"_s}), ElementsAre("shop-web"));
    EXPECT_THAT(offered({u"status"_s, u"prod:"_s}), ElementsAre("prod:argocd/shop-api"));
    EXPECT_THAT(offered({u"status"_s, u"shop-web"_s, u""_s}), IsEmpty()) << "the command accepts one argument";
    EXPECT_THAT(offered({u"wait"_s, u"--app"_s, u"sh"_s}), ElementsAre("shop-web"));
    EXPECT_THAT(offered({u"history"_s, u"--app=sh"_s}), ElementsAre("--app=shop-web"));
    EXPECT_THAT(offered({u"watch"_s, u"cancel"_s, u"w7k3f"_s, u""_s}), ElementsAre("w7k3f"));
    EXPECT_THAT(offered({u"watch"_s, u"share"_s, u"w7k3f"_s, u""_s}), ElementsAre("team"));
    EXPECT_THAT(offered({u"follow"_s, u"pause"_s, u""_s}), ElementsAre("shop"));
    EXPECT_THAT(offered({u"report"_s, u"--rule"_s, u""_s}), ElementsAre("shop"));
    EXPECT_THAT(offered({u"login"_s, u"st"_s}), ElementsAre("staging"));
    EXPECT_THAT(offered({u"instances"_s, u"rename"_s, u"prod"_s, u""_s}), IsEmpty()) << "the new name";
    EXPECT_THAT(offered({u"instances"_s, u"add"_s, u""_s}), IsEmpty());
    EXPECT_THAT(offered({u"doctor"_s, u""_s}), ElementsAre("staging", "prod", "team"));
    EXPECT_THAT(offered({u"tasks"_s, u"--team-server"_s, u""_s}), ElementsAre("team"));
}

TEST(Completion, OffersFilesAndTheirContents)
{
    EXPECT_TRUE(offersFiles({u"wait"_s, u"--server-crt"_s, u""_s}));
    EXPECT_TRUE(offersFiles({u"record"_s, u"shop-web"_s, u"-o"_s, u""_s}));
    EXPECT_FALSE(offersFiles({u"wait"_s, u"--app"_s, u""_s}));
    EXPECT_TRUE(offersFiles({u"replay"_s, u""_s}));
    EXPECT_EQ(offered({u"replay"_s, u""_s}).size(), std::size_t(builtInRecordings().size()));
    EXPECT_EQ(offered({u"replay"_s, u"--fault"_s, u""_s}).size(), std::size_t(faultNames().size()));
}

TEST(Completion, EachListedChoiceIsAccepted)
{
    int choices = 0;
    for (const auto &command : commandSpecs()) {
        auto words = test::shellWords(QString::fromUtf8(command.examples.front()));
        words.erase(words.begin());
        for (const OptionGroup &group : command.groups) {
            for (const OptionSpec &option : group.options) {
                const auto list = choicesOf(option);
                auto with = words;
                with.insert(with.end(), {option.name, "no-such-value"});
                if (!list.isEmpty())
                    EXPECT_FALSE(understands(with)) << command.name << ' ' << option.name;
                for (const auto &choice : list) {
                    ++choices;
                    with.back() = choice.toStdString();
                    EXPECT_TRUE(understands(with)) << command.name << ' ' << option.name << ' ' << with.back();
                }
            }
        }
    }
    EXPECT_GT(choices, 60);
}

TEST(Completion, ContainsNoControlSequences)
{
    const Completion completion{
        {{u"plain"_s, u"a\tmeaning\nin lines"_s}, {u"evil\x1b[2J"_s, {}}, {u"two\nlines"_s, {}}}, true};
    EXPECT_EQ(completionText(completion), u":files\nplain\ta meaning in lines\n"_s);
}

TEST(ManualPage, HasEachCommandAndOptionWithoutRoffInjection)
{
    const auto page = manualPage();
    static const QRegularExpression place(u"@[A-Z]+@"_s);
    EXPECT_FALSE(place.match(page).hasMatch()) << "a place that was not filled";
    for (const auto &command : commandSpecs()) {
        EXPECT_TRUE(page.contains(u"\n.SS \"lynceus %1 "_s.arg(roffText(QString::fromUtf8(command.name)))))
            << command.name;
        for (const auto &option : optionNames(command))
            EXPECT_TRUE(page.contains(roffText(option))) << option.toStdString();
    }
    EXPECT_EQ(roffText(u".SH \"it's\" a \\n-word…"_s), u"\\&.SH \\(dqit\\(aqs\\(dq a \\en\\-word..."_s);
    static const QRegularExpression unknown(u"^\\.(?!(TH|SH|SS|PP|TP|BI|BR|RB|RI|B|br|nf|fi|RS|RE|\\\\\") ?)"_s,
                                            QRegularExpression::MultilineOption);
    EXPECT_FALSE(unknown.match(page).hasMatch()) << unknown.match(page).captured().toStdString();
}

TEST(CommandReference, HasASectionForEachCommand)
{
    const auto page = commandReference();
    for (const auto &command : commandSpecs())
        EXPECT_TRUE(page.contains(u"\n## lynceus %1\n"_s.arg(QString::fromUtf8(command.name)))) << command.name;
}

using StoredCompletion = test::EngineProcessFixture;

TEST_F(StoredCompletion, ReadsStoredValues)
{
    serve(u"deploy-ok"_s, 1.0);
    EXPECT_EQ(run({u"__complete"_s, u"login"_s, u"st"_s}).output.left(8), "staging\t");
    EXPECT_EQ(run({u"__complete"_s, u"watch"_s, u"show"_s, u""_s}).output, "") << "nothing was stored";
    const auto added = run({u"watch"_s, u"add"_s, u"--app"_s, u"shop-web=ghcr.io/acme/shop-web:1.5.0"_s});
    ASSERT_EQ(added.exitCode, 0) << added.error.toStdString();
    const auto id = added.output.trimmed();
    const auto complete = [this](const QStringList &words) { return run(QStringList{u"__complete"_s} + words).output; };
    EXPECT_EQ(complete({u"watch"_s, u"show"_s, u""_s}), id + "\tshop-web\n");
    // The engine stores its list of applications when it quits.
    ASSERT_TRUE(
        test::waitUntil([&] { return stored(QString::fromLatin1(id)).verdict.evidence.observedAt != Instant{}; }));
    ::kill(pid_t(ownerProcess()), SIGTERM);
    ASSERT_TRUE(waitForOwner({}));
    EXPECT_EQ(complete({u"status"_s, u"shop-we"_s}), "shop-web\tstaging\n");
}

} // namespace lynceus
