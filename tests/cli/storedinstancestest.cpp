#include "app/cli/sessions/applicationsearch.h"
#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/rawserver.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::linesOf;
using test::ProgramResult;
using test::RawServer;

namespace {

/// Stores instances in a separate home folder.
class SeveralInstances : public testing::Test
{
protected:
    void store(const std::vector<std::pair<QString, QUrl>> &instances)
    {
        QJsonArray list;
        for (const auto &[name, url] : instances)
            list.append(QJsonObject{{u"id"_s, u"id-"_s + name},
                                    {u"name"_s, name},
                                    {u"url"_s, url.toString()},
                                    {u"signIn"_s, u"anonymous"_s}});
        write(QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"instances"_s, list}}).toJson());
    }
    void write(const QByteArray &bytes)
    {
        ASSERT_TRUE(QDir(m_folder.path()).mkpath(u"lynceus"_s));
        std::ignore = test::fileWith(m_folder, u"lynceus/instances.json"_s, bytes);
    }
    QUrl serve(const QString &recording)
    {
        m_servers.push_back(std::make_unique<ReplayServer>(
            std::vector{readRecording(recordingFile(recording + u".jsonl.gz"_s)).value()}, ReplayOptions{}, m_clock));
        EXPECT_TRUE(m_servers.back()->listen().has_value());
        return m_servers.back()->baseUrl();
    }
    [[nodiscard]] QHash<QString, QString> environment() const { return {{u"XDG_CONFIG_HOME"_s, m_folder.path()}}; }
    [[nodiscard]] ProgramResult run(const QStringList &arguments) const { return test::run(arguments, environment()); }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::vector<std::unique_ptr<ReplayServer>> m_servers;
};

QUrl closedPort()
{
    const RawServer gone([](const test::ReceivedRequest &) { return test::Script(); });
    return gone.url();
}

FoundApplication foundOn(const QString &instance, const QString &nameSpace = u"argocd"_s)
{
    return {{instance, nameSpace, u"web"_s}, u"shop"_s};
}

Error error(Error::Kind kind, const QString &message)
{
    return {kind, {}, message, false, 0};
}

} // namespace

TEST(InstanceSearch, OneMatchIsChosenAndSeveralAreListed)
{
    const ApplicationAddress web{{}, u"web"_s};
    const auto none = tl::unexpected(error(Error::Kind::NotFound, u"no"_s));
    EXPECT_EQ(pickAmongServers({{u"a"_s, none}, {u"b"_s, foundOn(u"b"_s)}}, web)->key.instance, u"b"_s);
    const auto several =
        pickAmongServers({{u"a"_s, foundOn(u"a"_s)}, {u"b"_s, foundOn(u"b"_s, u"team"_s)}, {u"c"_s, none}}, web);
    ASSERT_FALSE(several.has_value());
    EXPECT_EQ(several.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(several.error().message.contains(u"a:argocd/web, b:team/web"_s));
    const auto notFound = pickAmongServers({{u"a"_s, none}, {u"b"_s, none}}, web);
    EXPECT_EQ(notFound.error().kind, Error::Kind::NotFound);
    EXPECT_TRUE(notFound.error().message.contains(u"a, b"_s));
}

TEST(InstanceSearch, UnansweredServerMayHaveTheApplication)
{
    const ApplicationAddress web{{}, u"web"_s};
    const auto silent = tl::unexpected(error(Error::Kind::Unreachable, u"refused"_s));
    const auto none = tl::unexpected(error(Error::Kind::NotFound, u"no"_s));
    const auto picked = pickAmongServers({{u"a"_s, none}, {u"b"_s, silent}}, web);
    EXPECT_EQ(picked.error().kind, Error::Kind::Unreachable) << "unreachable instead of not found";
    EXPECT_EQ(picked.error().asked, u"b"_s);
    EXPECT_TRUE(pickAmongServers({{u"a"_s, foundOn(u"a"_s)}, {u"b"_s, silent}}, web).has_value());
    const auto twice = tl::unexpected(error(Error::Kind::BadInput, u"ambiguous"_s));
    EXPECT_EQ(pickAmongServers({{u"a"_s, foundOn(u"a"_s)}, {u"b"_s, twice}}, web).error().kind, Error::Kind::BadInput);
}

TEST_F(SeveralInstances, AppsMergesAllDespiteFailures)
{
    store({{u"staging"_s, serve(u"deploy-ok"_s)}, {u"gone"_s, closedPort()}, {u"prod"_s, serve(u"deploy-ok"_s)}});
    const auto result = run({u"apps"_s, u"--name"_s, u"shop-web"_s});
    EXPECT_EQ(result.exitCode, 5);
    const auto lines = linesOf(result.output);
    ASSERT_EQ(lines.size(), 3) << result.output.toStdString();
    EXPECT_TRUE(lines[0].startsWith("INSTANCE  NAME"));
    EXPECT_TRUE(lines[1].startsWith("prod      shop-web"));
    EXPECT_TRUE(lines[2].startsWith("staging   shop-web"));
    const auto errors = linesOf(result.error);
    ASSERT_EQ(errors.size(), 1) << result.error.toStdString();
    EXPECT_TRUE(errors[0].startsWith("lynceus: gone: "));

    const auto json = run({u"apps"_s, u"--output"_s, u"json"_s});
    const auto all = QJsonDocument::fromJson(json.output).array();
    QStringList instances;
    for (const auto &row : all)
        instances.append(row.toObject().value(u"instance"_s).toString());
    EXPECT_EQ(instances.count(u"prod"_s), instances.count(u"staging"_s));
    EXPECT_GT(instances.count(u"prod"_s), 5);

    const auto one = run({u"apps"_s, u"--instance"_s, u"PROD"_s, u"--name"_s, u"shop-web"_s});
    EXPECT_EQ(one.exitCode, 0);
    EXPECT_TRUE(one.output.startsWith("NAME")) << "a single instance needs no column";
}

// 10 of 50 instances hang: the others must be shown as soon as all of them have answered.
TEST_F(SeveralInstances, AppsShowsOthersWhileSomeHang)
{
    const RawServer hanging([](const test::ReceivedRequest &) { return test::Script(); });
    const auto url = serve(u"deploy-ok"_s);
    std::vector<std::pair<QString, QUrl>> instances;
    for (int i = 0; i < 50; ++i)
        instances.emplace_back(u"i%1"_s.arg(i), i % 5 == 0 ? hanging.url() : url);
    store(instances);
    test::Program program({u"apps"_s, u"--name"_s, u"shop-web"_s, u"--output"_s, u"jsonl"_s}, environment());
    QByteArray output;
    const bool areShown = test::waitUntil([&] {
        output += program.process().readAllStandardOutput();
        return output.count('\n') >= 40;
    });
    EXPECT_TRUE(areShown) << output.count('\n');
    EXPECT_EQ(program.process().state(), QProcess::Running) << "hanging requests end later, at their deadline";
    EXPECT_EQ(program.process().readAllStandardError(), QByteArray());
    EXPECT_EQ(hanging.requests().size(), 10U);
    program.interrupt();
    EXPECT_EQ(program.finish().exitCode, 130);
}

TEST_F(SeveralInstances, ArePrefixedWithAColon)
{
    store({{u"staging"_s, serve(u"deploy-ok"_s)}, {u"prod"_s, serve(u"deploy-ok"_s)}});
    const auto named = run({u"status"_s, u"Staging:argocd/shop-web"_s, u"--output"_s, u"json"_s});
    EXPECT_EQ(named.exitCode, 0) << named.error.toStdString();
    EXPECT_TRUE(named.output.contains(R"("instance":"staging")")) << named.output.toStdString();

    for (const auto &command : {u"status"_s, u"tree"_s, u"explain"_s}) {
        const auto both = run({command, u"shop-web"_s});
        EXPECT_EQ(both.exitCode, 2);
        EXPECT_TRUE(both.error.contains("staging:argocd/shop-web, prod:argocd/shop-web")) << both.error.toStdString();
        EXPECT_EQ(linesOf(both.error).size(), 1);
    }
    const auto notFound = run({u"tree"_s, u"nothing-like-it"_s});
    EXPECT_EQ(notFound.exitCode, 4);
    EXPECT_TRUE(notFound.error.contains("staging, prod")) << notFound.error.toStdString();
    const auto unknown = run({u"status"_s, u"stagin:shop-web"_s});
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_TRUE(unknown.error.contains("did you mean staging?")) << unknown.error.toStdString();
}

TEST_F(SeveralInstances, ApplicationIsFoundOnOneOfThem)
{
    store({{u"staging"_s, serve(u"deploy-ok"_s)}, {u"gone"_s, closedPort()}});
    const auto found = run({u"status"_s, u"shop-web"_s});
    EXPECT_EQ(found.exitCode, 0);
    EXPECT_TRUE(found.output.contains("shop-web"));
    EXPECT_TRUE(found.error.startsWith("lynceus: gone: ")) << found.error.toStdString();
    EXPECT_EQ(linesOf(found.error).size(), 1);

    const auto incomplete = run({u"status"_s, u"shop-wobble"_s});
    EXPECT_EQ(incomplete.exitCode, 5) << "the unreachable instance may have the application";
    EXPECT_EQ(linesOf(incomplete.error).size(), 1) << incomplete.error.toStdString();
}

TEST_F(SeveralInstances, WaitTakesApplicationsOfSeveral)
{
    store({{u"staging"_s, serve(u"already-deployed"_s)}, {u"prod"_s, serve(u"already-deployed"_s)}});
    const auto cart = u"shop-cart=ghcr.io/acme/shop-cart:0.9.2"_s;
    const auto result =
        run({u"wait"_s, u"--app"_s, u"staging:"_s + cart, u"--app"_s, u"prod:"_s + cart, u"--output"_s, u"json"_s});
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    const auto watches = QJsonDocument::fromJson(result.output).object().value(u"watches"_s).toArray();
    ASSERT_EQ(watches.size(), 2) << result.output.toStdString();
    EXPECT_EQ(watches[0].toObject().value(u"application"_s).toObject().value(u"instance"_s), u"staging"_s);
    EXPECT_EQ(watches[1].toObject().value(u"application"_s).toObject().value(u"instance"_s), u"prod"_s);
}

TEST_F(SeveralInstances, BadInputIsReportedInOneLine)
{
    const auto expectLine = [this](const QStringList &arguments, const std::vector<QByteArray> &words) {
        const auto result = run(arguments);
        EXPECT_EQ(result.exitCode, 2) << result.error.toStdString();
        EXPECT_EQ(linesOf(result.error).size(), 1) << result.error.toStdString();
        for (const auto &word : words)
            EXPECT_TRUE(result.error.contains(word)) << word.toStdString() << " in " << result.error.toStdString();
    };
    expectLine({u"apps"_s}, {"lynceus instances add NAME URL", "--server"});
    store({{u"staging"_s, closedPort()}});
    expectLine({u"apps"_s, u"--auth-token-file"_s, u"x"_s}, {"--auth-token-file", "it requires --server"});
    expectLine({u"apps"_s, u"--insecure"_s}, {"--insecure", "it requires --server"});
    expectLine({u"apps"_s, u"--header"_s, u"X-Team: shop"_s}, {"--header", "it requires --server"});
    expectLine({u"apps"_s, u"--instance"_s, u"prod"_s}, {"prod", "unknown instance", "staging"});
    write(R"({"version":1,"instances":[{"id":"1","name":"old","url":"https://old.example","paused":true}]})");
    expectLine({u"apps"_s}, {"all stored instances are paused"});
    expectLine({u"status"_s, u"old:web"_s}, {"paused"});
}

TEST_F(SeveralInstances, BrokenFileIsReportedAndIgnoredWithServer)
{
    write("{ this is no JSON");
    const auto url = serve(u"deploy-ok"_s);
    EXPECT_EQ(run({u"apps"_s, u"--server"_s, url.toString()}).exitCode, 0);
    const auto result = run({u"apps"_s});
    EXPECT_EQ(result.exitCode, 2);
    ASSERT_EQ(linesOf(result.error).size(), 2) << result.error.toStdString();
    EXPECT_TRUE(result.error.contains("move it away: mv ")) << result.error.toStdString();
}

} // namespace lynceus
