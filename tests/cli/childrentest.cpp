#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/parentrecording.h"
#include "tests/support/recordingcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::linesOf;
using test::parentLine;
using test::parentRecording;
using test::Program;
using test::ProgramResult;

namespace {

constexpr double kSpeed = 3;

class WithChildren : public testing::Test
{
protected:
    void serve(const QStringList &recordings, const QByteArray &family)
    {
        std::vector<Recording> read;
        for (const auto &recording : recordings)
            read.push_back(readRecording(recordingFile(recording)).value());
        read.push_back(parentRecording(family));
        serve(std::move(read));
    }

    void serve(std::vector<Recording> read)
    {
        m_server.emplace(std::move(read), ReplayOptions{.speed = kSpeed}, m_clock);
        const auto listening = m_server->listen();
        ASSERT_TRUE(listening) << listening.error().message.toStdString();
    }

    ProgramResult waitFor(const QStringList &images, const QStringList &more = {}, const QString &format = u"json"_s)
    {
        QStringList arguments{u"wait"_s,     u"--server"_s, m_server->baseUrl().toString(), u"--with-children"_s,
                              u"--output"_s, format};
        for (const auto &parent : m_parents)
            arguments << u"--app"_s << parent;
        for (const auto &image : images)
            arguments << u"--image"_s << image;
        Program program(arguments + more);
        return program.finish(std::chrono::seconds(120));
    }

    static QJsonObject lastOf(const ProgramResult &result)
    {
        const auto lines = linesOf(result.output);
        return lines.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(lines.back()).object();
    }

    /// Lines such as "shop-web:deployed", sorted.
    static QStringList outcomesOf(const QJsonObject &release)
    {
        QStringList outcomes;
        for (const auto watch : release["watches"_L1].toArray())
            outcomes += watch["application"_L1]["name"_L1].toString() + u':' + watch["outcome"_L1].toString();
        outcomes.sort();
        return outcomes;
    }

    static QStringList namesIn(const QJsonValue &keys)
    {
        QStringList names;
        for (const auto key : keys.toArray())
            names += key["name"_L1].toString();
        names.sort();
        return names;
    }

    QStringList m_parents{u"argocd/family"_s};

private:
    SystemClock m_clock;
    std::optional<ReplayServer> m_server;
};

const QString kWeb = u"ghcr.io/acme/shop-web:1.5.0"_s;
const QString kCrash = u"ghcr.io/acme/shop-search:7.1.0-crash"_s;
const QString kCart = u"ghcr.io/acme/shop-cart:0.9.2"_s;

} // namespace

TEST_F(WithChildren, FailedChildDecides)
{
    serve({u"deploy-ok.jsonl.gz"_s, u"crashloop.jsonl.gz"_s}, parentLine(Duration{0}, {{"shop-web"}, {"shop-search"}}));
    const auto result = waitFor({kWeb, kCrash});
    const auto text = (result.output + result.error).toStdString();
    EXPECT_EQ(result.exitCode, 1) << text;
    const auto release = lastOf(result);
    EXPECT_EQ(release["outcome"_L1].toString(), u"failed"_s) << text;
    EXPECT_EQ(outcomesOf(release), (QStringList{u"shop-search:failed"_s, u"shop-web:deployed"_s})) << text;
    const auto parent = release["parents"_L1][0];
    EXPECT_EQ(parent["kind"_L1].toString(), u"Application"_s);
    EXPECT_EQ(parent["name"_L1].toString(), u"family"_s);
    EXPECT_EQ(parent["foundBy"_L1].toString(), u"resources"_s);
    EXPECT_EQ(namesIn(parent["children"_L1]), (QStringList{u"shop-search"_s, u"shop-web"_s})) << text;
    EXPECT_TRUE(namesIn(parent["leftOut"_L1]).isEmpty()) << text;
    // Progress has a line for each child and for the parent.
    for (const auto *line : {"family  2 child applications", "shop-web  ", "shop-search  "})
        EXPECT_TRUE(result.error.contains(line)) << line << '\n' << text;
}

TEST_F(WithChildren, ChildThatAppearsDuringTheWaitBelongsToTheRelease)
{
    serve({u"deploy-ok.jsonl.gz"_s, u"already-deployed.jsonl.gz"_s},
          parentLine(Duration{0}, {{"shop-web"}}) + parentLine(Duration{9'000}, {{"shop-web"}, {"shop-cart"}}));
    const auto result = waitFor({kWeb, kCart}, {}, u"jsonl"_s);
    const auto text = (result.output + result.error).toStdString();
    EXPECT_EQ(result.exitCode, 0) << text;
    const auto release = lastOf(result);
    EXPECT_EQ(release["outcome"_L1].toString(), u"deployed"_s) << text;
    EXPECT_EQ(outcomesOf(release), (QStringList{u"shop-cart:deployed"_s, u"shop-web:deployed"_s})) << text;
    EXPECT_TRUE(release["parents"_L1][0]["complete"_L1].toBool()) << text;
}

TEST_F(WithChildren, MissingChildTimesOut)
{
    serve({u"already-deployed.jsonl.gz"_s}, parentLine(Duration{0}, {{"shop-cart"}, {"shop-new", "OutOfSync"}}));
    const auto result = waitFor({kCart}, {u"--timeout"_s, u"12s"_s});
    const auto text = (result.output + result.error).toStdString();
    EXPECT_EQ(result.exitCode, 3) << text;
    const auto release = lastOf(result);
    EXPECT_EQ(release["outcome"_L1].toString(), u"timed-out"_s) << text;
    EXPECT_EQ(outcomesOf(release), QStringList{u"shop-cart:deployed"_s}) << text;
    const auto parent = release["parents"_L1][0];
    EXPECT_FALSE(parent["complete"_L1].toBool());
    EXPECT_EQ(parent["blocker"_L1]["kind"_L1].toString(), u"not-created"_s) << text;
    EXPECT_EQ(parent["blocker"_L1]["resource"_L1]["name"_L1].toString(), u"shop-new"_s) << text;
    EXPECT_TRUE(result.error.contains("Application shop-new has not been created yet")) << text;
}

TEST_F(WithChildren, UnreadableChildIsNotDeployed)
{
    serve({u"already-deployed.jsonl.gz"_s}, parentLine(Duration{0}, {{"shop-cart"}, {"shop-secret"}}));
    const auto result = waitFor({kCart});
    const auto text = (result.output + result.error).toStdString();
    EXPECT_EQ(result.exitCode, 4) << text;
    const auto release = lastOf(result);
    EXPECT_EQ(release["outcome"_L1].toString(), u"gone"_s) << text;
    EXPECT_EQ(outcomesOf(release), (QStringList{u"shop-cart:deployed"_s, u"shop-secret:gone"_s})) << text;
}

TEST_F(WithChildren, ParentWithoutChildrenIsOneLineAndExitCode2)
{
    serve({u"already-deployed.jsonl.gz"_s}, parentLine(Duration{0}, {}));
    const auto result = waitFor({kCart}, {u"--image-grace"_s, u"0s"_s}, u"json"_s);
    EXPECT_EQ(result.exitCode, 2) << result.error.toStdString();
    EXPECT_TRUE(result.output.isEmpty()) << result.output.toStdString();
    EXPECT_TRUE(linesOf(result.error).back().startsWith("lynceus: --with-children: Application family has no child "))
        << result.error.toStdString();
}

TEST_F(WithChildren, UnusedImageIsOneLineAndExitCode2)
{
    serve({u"already-deployed.jsonl.gz"_s}, parentLine(Duration{0}, {{"shop-cart"}}));
    const auto result = waitFor({kCart, u"ghcr.io/acme/shop-carts:1"_s}, {u"--image-grace"_s, u"0s"_s});
    EXPECT_EQ(result.exitCode, 2) << result.error.toStdString();
    for (const auto *words :
         {"--image ghcr.io/acme/shop-carts:1", "no manifest", "did you mean ghcr.io/acme/shop-cart?"})
        EXPECT_TRUE(result.error.contains(words)) << words << '\n' << result.error.toStdString();
}

TEST_F(WithChildren, OtherResourcesAreSkippedAndReported)
{
    serve({u"already-deployed.jsonl.gz"_s, u"deploy-ok.jsonl.gz"_s},
          parentLine(Duration{0}, {{"shop-cart"}, {"shop-web"}}));
    const auto result = waitFor({kCart}, {}, u"text"_s);
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    for (const auto *words : {"Application family has 1 application in this release.", "argocd/shop-cart",
                              "argocd/shop-web (they use none of the images)"})
        EXPECT_TRUE(result.output.contains(words)) << words << '\n' << result.output.toStdString();
}

TEST_F(WithChildren, ChildOfTwoParentsIsWatchedForTheImagesOfBoth)
{
    std::vector<Recording> read{readRecording(recordingFile(u"already-deployed.jsonl.gz"_s)).value()};
    for (const QByteArray name : {"family", "clan"})
        read.push_back(parentRecording(parentLine(Duration{0}, {{"shop-cart"}}, name), name));
    serve(std::move(read));
    m_parents = {u"argocd/family="_s + kCart, u"argocd/clan=ghcr.io/acme/shop-cart:9.9.9"_s};
    const auto result = waitFor({}, {u"--timeout"_s, u"12s"_s});
    const auto text = (result.output + result.error).toStdString();
    EXPECT_EQ(result.exitCode, 3) << text;
    EXPECT_EQ(outcomesOf(lastOf(result)), (QStringList{u"shop-cart:deployed"_s, u"shop-cart:timed-out"_s})) << text;
}

TEST_F(WithChildren, ApplicationSetRepresentsItsApplications)
{
    auto recording = readRecording(recordingFile(u"appset-first.jsonl.gz"_s)).value();
    RecordingLine set;
    set.path = u"/api/v1/applicationsets/fleet"_s;
    set.contentType = "application/json";
    set.body =
        R"({"metadata":{"name":"fleet","namespace":"argocd"},"status":{"resources":[{"group":"argoproj.io","kind":"Application","namespace":"argocd","name":"fleet-dev","status":"Synced"}]}})";
    recording.lines.insert(recording.lines.begin(), set);
    serve(std::vector{std::move(recording)});
    m_parents = {u"fleet"_s};
    const auto result = waitFor({u"ghcr.io/acme/fleet:1.1.0"_s});
    const auto text = (result.output + result.error).toStdString();
    EXPECT_EQ(result.exitCode, 0) << text;
    const auto release = lastOf(result);
    EXPECT_EQ(outcomesOf(release), QStringList{u"fleet-dev:deployed"_s}) << text;
    const auto parent = release["parents"_L1][0];
    EXPECT_EQ(parent["kind"_L1].toString(), u"ApplicationSet"_s) << text;
    EXPECT_EQ(parent["foundBy"_L1].toString(), u"resources"_s) << text;
    EXPECT_TRUE(parent["complete"_L1].toBool()) << text;
}

TEST_F(WithChildren, MissingParentIsExitCode4)
{
    serve({u"already-deployed.jsonl.gz"_s}, parentLine(Duration{0}, {{"shop-cart"}}));
    m_parents = {u"argocd/famly"_s};
    const auto result = waitFor({kCart});
    EXPECT_EQ(result.exitCode, 4) << result.error.toStdString();
    EXPECT_TRUE(result.error.contains("argocd/famly")) << result.error.toStdString();
}

} // namespace lynceus
