#include "app/cli/commandline.h"
#include "app/cli/options/commandspec.h"
#include "app/cli/options/helptext.h"
#include "app/cli/options/neededpackages.h"
#include "app/cli/servers/serverconnection.h"
#include "app/cli/wait/imageassignment.h"
#include "core/replay/faults/fault.h"
#include "core/replay/recordings/builtinrecordings.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

/// A command line in wipeable memory, as the system provides it.
class CommandLine final
{
public:
    explicit CommandLine(std::vector<std::string> words)
        : m_words(std::move(words))
    {
        m_words.insert(m_words.begin(), "lynceus");
        for (auto &word : m_words)
            m_pointers.push_back(word.data());
    }

    [[nodiscard]] Arguments take() { return takeArguments(int(m_pointers.size()), m_pointers.data()); }
    [[nodiscard]] std::string left(std::size_t index) const { return m_words[index]; }

private:
    std::vector<std::string> m_words;
    std::vector<char *> m_pointers;
};

template<typename Options>
Options parsed(std::vector<std::string> words)
{
    CommandLine line(std::move(words));
    auto invocation = parseCommandLine(line.take());
    EXPECT_TRUE(invocation) << (invocation ? std::string() : invocation.error().message.toStdString());
    if (!invocation || !std::holds_alternative<Options>(*invocation)) {
        ADD_FAILURE() << "another command";
        return {};
    }
    return std::get<Options>(std::move(*invocation));
}

} // namespace

// The meaning of "--no-refresh=false" is ambiguous, so it is an error.
TEST(Switches, WithAValueAreRejectedByAllCommands)
{
    int switches = 0;
    for (const auto &command : commandSpecs()) {
        for (const auto &group : command.groups) {
            for (const auto &option : group.options) {
                if (option.placeholder)
                    continue;
                ++switches;
                for (const std::string value : {"yes", "false", "1", ""}) {
                    auto words = QString::fromLatin1(command.name).split(u' ');
                    words += QString::fromLatin1(option.name) + u'=' + QString::fromStdString(value);
                    std::vector<std::string> line;
                    std::ranges::transform(words, std::back_inserter(line), &QString::toStdString);
                    const auto invocation = parseCommandLine(CommandLine(line).take());
                    ASSERT_FALSE(invocation) << words.join(u' ').toStdString();
                    EXPECT_EQ(invocation.error().kind, Error::Kind::BadInput);
                    EXPECT_EQ(invocation.error().asked, QString::fromLatin1(option.name));
                    EXPECT_TRUE(invocation.error().message.contains("takes no value"_L1))
                        << invocation.error().message.toStdString();
                }
            }
        }
    }
    EXPECT_GT(switches, 40);
}

// A value may look like a switch.
TEST(Switches, AreNotDetectedInValuesOfOtherOptions)
{
    const auto add = parsed<WatchAddOptions>({"watch", "add", "--app", "web=web:1", "--note=--accept-suspended=no"});
    EXPECT_EQ(add.note, u"--accept-suspended=no"_s);
}

TEST(WaitOptions, HaveTheDocumentedDefaults)
{
    const auto options = parsed<WaitOptions>({"wait", "--app", "web=ghcr.io/acme/web:1"});
    EXPECT_EQ(options.timeout, std::chrono::minutes(15));
    EXPECT_EQ(options.failAfter, std::chrono::seconds(60));
    EXPECT_EQ(options.imageGrace, std::chrono::seconds(60));
    EXPECT_EQ(options.bake, Duration{0});
    EXPECT_TRUE(options.refresh);
    EXPECT_FALSE(options.acceptSuspended);
    EXPECT_EQ(options.output.format, OutputFormat::Text);
}

TEST(WaitOptions, RegistryProxyIsAnAddress)
{
    const auto options =
        parsed<WaitOptions>({"wait", "--app", "web=ghcr.io/acme/web:1", "--registry-proxy",
                             "https://harbor.acme.example/ghcr-proxy/", "--registry-proxy", "oci://b.example:5000"});
    EXPECT_EQ(options.registryProxies, (QStringList{u"harbor.acme.example/ghcr-proxy"_s, u"b.example:5000"_s}));
    for (const auto *wrong : {"ftp://a.example", "https://", "", "a.example/x y", "a.example/x?y=1", "me@a.example"}) {
        CommandLine line({"wait", "--app", "web=ghcr.io/acme/web:1", "--registry-proxy", wrong});
        EXPECT_FALSE(parseCommandLine(line.take())) << wrong;
    }
}

TEST(WaitOptions, ParseAllOptions)
{
    const auto options = parsed<WaitOptions>({"wait",
                                              "--app=team-a/web=ghcr.io/acme/web:1",
                                              "--app",
                                              "api",
                                              "--image",
                                              "api:2",
                                              "--timeout",
                                              "1h30m",
                                              "--fail-after=20s",
                                              "--image-grace",
                                              "10s",
                                              "--bake",
                                              "5m",
                                              "--accept-suspended",
                                              "--no-refresh",
                                              "--project",
                                              "shop",
                                              "--registry-proxy",
                                              "a.example/x",
                                              "--registry-proxy",
                                              "b.example/y",
                                              "-o",
                                              "jsonl",
                                              "--utc",
                                              "--server",
                                              "argocd.example/base",
                                              "--insecure"});
    ASSERT_EQ(options.targets.size(), 2U);
    EXPECT_EQ(options.targets[0].application.address.nameSpace, u"team-a"_s);
    EXPECT_EQ(options.targets[0].images.front().tag, u"1"_s);
    EXPECT_TRUE(options.targets[1].images.empty());
    EXPECT_EQ(options.images.front().repository, u"library/api"_s);
    EXPECT_EQ(options.timeout, std::chrono::minutes(90));
    EXPECT_EQ(options.failAfter, std::chrono::seconds(20));
    EXPECT_EQ(options.imageGrace, std::chrono::seconds(10));
    EXPECT_EQ(options.bake, std::chrono::minutes(5));
    EXPECT_TRUE(options.acceptSuspended);
    EXPECT_FALSE(options.refresh);
    EXPECT_EQ(options.project, u"shop"_s);
    EXPECT_EQ(options.registryProxies, (QStringList{u"a.example/x"_s, u"b.example/y"_s}));
    EXPECT_EQ(options.output.format, OutputFormat::Jsonl);
    EXPECT_TRUE(options.output.utc);
    EXPECT_TRUE(options.server.insecure);
    EXPECT_EQ(options.server.server, u"argocd.example/base"_s);
}

TEST(WaitOptions, OtherVersionsApplyToAllApplications)
{
    using Kind = ExpectedVersion::Kind;
    const auto commit = parsed<WaitOptions>({"wait", "--app", "web", "--app", "api", "--revision", "3F2A1B0"});
    EXPECT_EQ(commit.version, (ExpectedVersion{Kind::Revision, u"3f2a1b0"_s}));
    EXPECT_EQ(commit.targets.size(), 2U);
    EXPECT_FALSE(commit.waitForApp);
    const auto chart = parsed<WaitOptions>({"wait", "--app", "web", "--chart-version=1.5.2", "--wait-for-app"});
    EXPECT_EQ(chart.version, (ExpectedVersion{Kind::ChartVersion, u"1.5.2"_s}));
    EXPECT_TRUE(chart.waitForApp);
    const auto next = parsed<WatchAddOptions>({"watch", "add", "--app", "web", "--next"});
    EXPECT_EQ(next.expectation.version, (ExpectedVersion{Kind::Next, {}}));
}

TEST(WaitOptions, RepeatedApplicationIsOneWatchWithBothImages)
{
    const auto options = parsed<WaitOptions>({"wait", "--app", "web=a:1", "--app", "web=b:2", "--app", "web=a:1"});
    ASSERT_EQ(options.targets.size(), 1U);
    EXPECT_EQ(options.targets[0].images.size(), 2U);
}

TEST(PositionalArguments, CanBeNamedLikeCommands)
{
    EXPECT_EQ(parsed<StatusCall>({"status", "apps"}).options.application.address.name, u"apps"_s);
    EXPECT_EQ(parsed<TreeCall>({"tree", "--project", "wait", "demo"}).options.application.address.name, u"demo"_s);
    EXPECT_EQ(parsed<ReplayCommandOptions>({"replay", "a.gz", "--speed", "4", "b.gz"}).recordings.size(), 2);
    EXPECT_EQ(parsed<ReplayCommandOptions>({"replay", "--", "--odd-name.gz"}).recordings,
              QStringList{u"--odd-name.gz"_s});
}

TEST(Secrets, AreWipedFromTheCommandLine)
{
    CommandLine line(
        {"apps", "--auth-token", "planted.token.one", "--auth-token=planted.token.two", "--header", "X-Key: planted"});
    const auto arguments = line.take();
    ASSERT_EQ(arguments.tokens.size(), 2U);
    EXPECT_EQ(arguments.tokens[0].reveal(), "planted.token.one");
    EXPECT_EQ(arguments.tokens[1].reveal(), "planted.token.two");
    ASSERT_EQ(arguments.headers.size(), 1U);
    EXPECT_EQ(arguments.headers[0].reveal(), "X-Key: planted");
    for (const auto &word : arguments.words)
        EXPECT_EQ(word.find("planted"), std::string::npos) << word;
    for (std::size_t i = 0; i < 7; ++i)
        EXPECT_EQ(line.left(i).find("planted"), std::string::npos) << i;
}

TEST(ServerConnection, OptionsOverrideTheEnvironment)
{
    ServerOptions options;
    ServerEnvironment environment{u"environment.example"_s, Secret("environment.token.x")};
    auto connection = serverConnection(options, environment);
    ASSERT_TRUE(connection);
    EXPECT_EQ(connection->access.baseUrl, QUrl(u"https://environment.example"_s));
    EXPECT_EQ(connection->access.token.reveal(), "environment.token.x");
    EXPECT_TRUE(connection->warnings.isEmpty());
    options.server = u"http://option.example:8080/argocd/"_s;
    options.authToken = Secret("option.token.y");
    options.headers = {{"X-Team", Secret("shop")}};
    connection = serverConnection(options, environment);
    ASSERT_TRUE(connection);
    EXPECT_EQ(connection->instance, u"option.example"_s);
    EXPECT_EQ(connection->access.baseUrl, QUrl(u"http://option.example:8080/argocd"_s));
    EXPECT_EQ(connection->access.token.reveal(), "option.token.y");
    EXPECT_EQ(connection->access.headers.front().first, "X-Team");
    ASSERT_EQ(connection->warnings.size(), 2); // the token is visible in the process list and is sent unencrypted
    EXPECT_FALSE(connection->warnings.join(u' ').contains(u"option.token"_s));
}

TEST(ServerConnection, EnvironmentTokenIsSentOnlyToTheEnvironmentServer)
{
    ServerEnvironment environment{u"argocd.example/team"_s, Secret("planted.token.x")};
    ServerOptions options;
    for (const auto &same : {u"https://argocd.example"_s, u"argocd.example:443/other"_s, u"ARGOCD.example."_s}) {
        options.server = same;
        const auto connection = serverConnection(options, environment);
        ASSERT_TRUE(connection) << qPrintable(same) << qPrintable(connection.error().message);
        EXPECT_EQ(connection->access.token.reveal(), "planted.token.x");
    }
    for (const auto &other : {u"http://argocd.example"_s, u"argocd.example:8443"_s, u"other.example"_s}) {
        options.server = other;
        const auto connection = serverConnection(options, environment);
        ASSERT_FALSE(connection) << qPrintable(other);
        EXPECT_EQ(connection.error().asked, u"ARGOCD_AUTH_TOKEN"_s);
        EXPECT_FALSE(connection.error().message.contains(u"planted"_s));
    }
    environment.server.clear(); // a token without a server applies to any server
    EXPECT_TRUE(serverConnection(options, environment));
}

TEST(ServerConnection, RejectsTokensWithLineBreaks)
{
    ServerOptions options;
    options.server = u"x.example"_s;
    options.authToken = Secret("planted\r\nX-Evil: 1");
    const auto connection = serverConnection(options, {});
    ASSERT_FALSE(connection);
    EXPECT_FALSE(connection.error().message.contains(u"planted"_s));
}

TEST(ImageAssignment, GivesAllImagesToASingleTarget)
{
    const auto image = *parseImageReference(u"web:1"_s);
    const auto assigned = assignImages({{u"web"_s, {}, nullptr}}, {image}, {});
    ASSERT_TRUE(assigned);
    EXPECT_EQ(assigned->front(), std::vector{image});
}

TEST(ImageAssignment, FollowsTheManifestsOfSeveral)
{
    const auto managed = [](const QString &image) {
        auto resources = std::make_shared<ManagedResources>();
        ManagedWorkload workload;
        workload.live = WorkloadSpec{{image}, 1, false, false};
        resources->workloads.push_back(workload);
        return resources;
    };
    const auto web = *parseImageReference(u"ghcr.io/acme/web:2"_s);
    const auto api = *parseImageReference(u"ghcr.io/acme/api:2"_s);
    const std::vector<AssignmentTarget> targets{{u"web"_s, {}, managed(u"ghcr.io/acme/web:1"_s)},
                                                {u"api"_s, {}, managed(u"proxy.example/x/acme/api:1"_s)}};
    const auto assigned = assignImages(targets, {api, web}, {u"proxy.example/x"_s});
    ASSERT_TRUE(assigned) << assigned.error().message.toStdString();
    EXPECT_EQ((*assigned)[0], std::vector{web});
    EXPECT_EQ((*assigned)[1], std::vector{api});
    const auto none = assignImages(targets, {web, *parseImageReference(u"ghcr.io/acme/wbe:2"_s)}, {});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(none.error().message.contains(u"ghcr.io/acme/web"_s)) << none.error().message.toStdString();
    const auto without = assignImages(targets, {web}, {});
    ASSERT_FALSE(without);
    EXPECT_TRUE(without.error().message.contains(u"--app api=IMAGE"_s)) << without.error().message.toStdString();
}

TEST(Help, EveryCommandHasAnExampleAndFitsTheTerminal)
{
    for (const auto &command : commandSpecs()) {
        const auto help = commandHelp(command);
        EXPECT_TRUE(help.contains(u"Example"_s)) << command.name;
        EXPECT_TRUE(help.contains(u"Exit codes:"_s)) << command.name;
        EXPECT_TRUE(generalHelp().contains(QString::fromLatin1(command.summary).section(u' ', 0, 2))) << command.name;
        for (const auto &option : optionNames(command))
            EXPECT_TRUE(help.contains(option)) << option.toStdString();
        const auto upToExamples = help.section(u"\nExample"_s, 0, 0);
        for (const auto &line : upToExamples.split(u'\n'))
            EXPECT_LE(line.size(), 80) << line.toStdString();
    }
}

TEST(Help, NamesThePackagesThatACommandNeedsAndMarksMissingOnes)
{
    const auto missing = [](RuntimePackage) { return false; };
    const std::map<QString, QStringList> needed{
        {u"login"_s, {u"ca-certificates"_s, u"libsecret-1-0"_s, u"xdg-utils"_s}},
        {u"watch add"_s, {u"libqt6sql6-sqlite"_s}},
        {u"history"_s, {u"libqt6sql6-sqlite"_s}},
        {u"serve"_s, {u"libqt6sql6-sqlite"_s, u"ca-certificates"_s}},
        {u"wait"_s, {u"ca-certificates"_s}},
        {u"demo"_s, {u"qt6-wayland"_s}},
    };
    for (const auto &[name, packages] : needed) {
        const auto &command = *findCommand(name);
        const auto help = commandHelp(command, missing);
        const auto complete = commandHelp(command, [](RuntimePackage) { return true; });
        for (const auto &package : packages) {
            EXPECT_TRUE(complete.contains(u"\n  "_s + package)) << qPrintable(name + u": "_s + package);
            const auto row = help.section(package, 1).section(u'\n', 0, 1).simplified(); // the row may be wrapped
            EXPECT_TRUE(row.contains(u"(not installed)"_s)) << qPrintable(help);
        }
        EXPECT_FALSE(complete.contains(u"not installed"_s));
    }
    EXPECT_FALSE(commandHelp(*findCommand(u"replay"), missing).contains(u"Packages"_s));
    std::set<RuntimePackage> named;
    for (const auto &command : commandSpecs()) {
        for (const auto package : packagesNeededBy(QString::fromLatin1(command.name)))
            named.insert(package);
    }
    EXPECT_EQ(named.size(), runtimePackages().size()) << "each block belongs to a command";
}

TEST(Help, ReplayHelpListsTheBuiltInRecordings)
{
    const auto help = commandHelp(*findCommand(u"replay"));
    for (const auto &recording : builtInRecordings())
        EXPECT_TRUE(help.contains(recording)) << recording.toStdString();
    for (const auto &fault : faultNames())
        EXPECT_TRUE(help.contains(fault)) << fault.toStdString();
}

} // namespace lynceus
