#include "tests/cli/engineprocessfixture.h"
#include "tests/support/parentrecording.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::EngineProcessFixture;
using test::linesOf;

namespace {

class WatchChanges : public EngineProcessFixture
{
protected:
    [[nodiscard]] QStringList add(const QStringList &more) const
    {
        const auto added = run(QStringList{u"watch"_s, u"add"_s} + more);
        EXPECT_EQ(added.exitCode, 0) << added.error.toStdString();
        return QString::fromLatin1(added.output).split(u'\n', Qt::SkipEmptyParts);
    }
};

} // namespace

TEST_F(WatchChanges, GoThroughTheOwner)
{
    serve(u"deploy-ok"_s, 0.1); // slow, so that hardly anything changes
    auto daemon = startDaemon();
    const auto ids =
        add({u"--app"_s, u"shop-web=ghcr.io/acme/shop-web:1.5.0"_s, u"--release"_s, u"2026-47"_s, u"--note"_s,
             u"for the fair"_s, u"--timeout"_s, u"30m"_s, u"--bake"_s, u"2m"_s, u"--accept-suspended"_s});
    ASSERT_EQ(ids.size(), 1);
    const auto &id = ids.front();
    const auto before = stored(id);
    EXPECT_EQ(before.request.application, (ApplicationKey{u"id-staging"_s, u"argocd"_s, u"shop-web"_s}));
    EXPECT_EQ(before.request.release, u"2026-47"_s);
    EXPECT_EQ(before.request.note, u"for the fair"_s);
    EXPECT_EQ(before.request.timeout, std::chrono::minutes(30));
    EXPECT_EQ(before.request.bake, std::chrono::minutes(2));
    EXPECT_TRUE(before.request.acceptSuspended);

    const auto extended = run({u"watch"_s, u"extend"_s, id, u"--by"_s, u"5m"_s});
    EXPECT_EQ(extended.exitCode, 0) << extended.error.toStdString();
    const auto length = [](const WatchRecord &record) {
        return record.expectation.deadline - record.expectation.registeredAt;
    };
    EXPECT_TRUE(test::waitUntil([&] { return length(stored(id)) == std::chrono::minutes(35); }));

    const auto repeated = run({u"watch"_s, u"repeat"_s, id, u"--output"_s, u"json"_s});
    EXPECT_EQ(repeated.exitCode, 0) << repeated.error.toStdString();
    const auto again = QJsonDocument::fromJson(repeated.output).array().at(0).toObject();
    const auto next = again["id"_L1].toString();
    EXPECT_NE(next, id);
    EXPECT_EQ(stored(next).request, before.request);
    EXPECT_EQ(stored(id).verdict.outcome, Outcome::Cancelled) << "the newer watch replaces the older one";
    EXPECT_EQ(stored(id).replacedBy, next);

    const auto cancelled = run({u"watch"_s, u"cancel"_s, next, id, u"wxxxx"_s});
    EXPECT_EQ(cancelled.exitCode, 2) << "the first failure determines the exit code";
    EXPECT_EQ(linesOf(cancelled.error).size(), 2) << cancelled.error.toStdString();
    EXPECT_TRUE(cancelled.error.contains("has ended (cancelled)"));
    EXPECT_TRUE(cancelled.error.contains("wxxxx")) << cancelled.error.toStdString();
    EXPECT_TRUE(waitForOutcome(next, Outcome::Cancelled));
}

TEST_F(WatchChanges, AreWrittenToTheStoreWithoutAnOwner)
{
    serve(u"deploy-ok"_s, 0.1);
    auto daemon = startDaemon();
    const auto id = add({u"--app"_s, u"shop-web=ghcr.io/acme/shop-web:1.5.0"_s}).front();
    daemon->interrupt();
    EXPECT_EQ(daemon->finish().exitCode, 0);

    const auto cancelled = run({u"watch"_s, u"cancel"_s, id});
    EXPECT_EQ(cancelled.exitCode, 0) << cancelled.error.toStdString();
    EXPECT_EQ(stored(id).verdict.outcome, Outcome::Cancelled);
    EXPECT_EQ(owner(), QString()) << "no background service is needed";
    const auto twice = run({u"watch"_s, u"cancel"_s, id});
    EXPECT_EQ(twice.exitCode, 2);
    EXPECT_TRUE(twice.error.contains("has ended")) << twice.error.toStdString();
    EXPECT_EQ(run({u"watch"_s, u"extend"_s, u"wxxxx"_s}).exitCode, 4);
    EXPECT_EQ(owner(), QString());

    const auto repeated = run({u"watch"_s, u"repeat"_s, id});
    EXPECT_EQ(repeated.exitCode, 0) << repeated.error.toStdString();
    EXPECT_TRUE(repeated.error.contains("the background service was started")) << repeated.error.toStdString();
    EXPECT_EQ(owner(), u"daemon"_s);
    EXPECT_EQ(stored(QString::fromLatin1(repeated.output).trimmed()).verdict.outcome, Outcome::Waiting);
}

TEST_F(WatchChanges, SeveralApplicationsAreOneReleaseAndGetTheirImages)
{
    serve(u"deploy-ok"_s, 0.1);
    auto daemon = startDaemon();
    const auto json = run({u"watch"_s, u"add"_s, u"--app"_s, u"shop-web"_s, u"--image"_s,
                           u"ghcr.io/acme/shop-web:1.5.0"_s, u"--release"_s, u"r"_s, u"--output"_s, u"json"_s});
    EXPECT_EQ(json.exitCode, 0) << json.error.toStdString();
    const auto watches = QJsonDocument::fromJson(json.output).array();
    ASSERT_EQ(watches.size(), 1);
    EXPECT_EQ(watches[0].toObject()["outcome"_L1].toString(), u"waiting"_s) << json.output.toStdString();
}

TEST_F(WatchChanges, ParentIsAReleaseOfItsApplications)
{
    const auto read = [](const QString &name) { return readRecording(recordingFile(name)).value(); };
    playRecordings({read(u"deploy-ok.jsonl.gz"_s), read(u"already-deployed.jsonl.gz"_s),
                    test::parentRecording(test::parentLine(Duration{0}, {{"shop-web"}, {"shop-cart"}}))},
                   {.speed = 3.0});
    storeInstance();
    const auto id = add({u"--app"_s, u"argocd/family"_s, u"--with-children"_s, u"--image"_s,
                         u"ghcr.io/acme/shop-web:1.5.0"_s, u"--image"_s, u"ghcr.io/acme/shop-cart:0.9.2"_s})
                        .front();
    EXPECT_EQ(owner(), u"daemon"_s) << "the background service follows the watch that the command registered";
    EXPECT_TRUE(stored(id).request.withChildren);
    ASSERT_TRUE(test::waitUntil([&] { return stored(id).isOver(); }, std::chrono::seconds(120)));
    const auto parent = stored(id);
    EXPECT_EQ(parent.verdict.outcome, Outcome::Deployed);
    ASSERT_EQ(parent.children.size(), 2);
    const auto listed = QJsonDocument::fromJson(run({u"watch"_s, u"list"_s, u"--output"_s, u"json"_s}).output).array();
    ASSERT_EQ(listed.size(), 3) << "all are on the board";
    for (const auto watch : listed) {
        EXPECT_EQ(watch["release"_L1].toString(), u"family"_s);
        EXPECT_EQ(watch["outcome"_L1].toString(), u"deployed"_s);
        const bool isParent = watch["id"_L1].toString() == id;
        EXPECT_EQ(watch["withChildren"_L1].toBool(), isParent);
        EXPECT_EQ(watch["children"_L1].toArray().size(), isParent ? 2 : 0);
    }
}

TEST_F(WatchChanges, WatchCanStartWhileItsInstanceIsUnreachable)
{
    serve(u"deploy-ok"_s, 1.0, "sesame");
    auto daemon = startDaemon();
    const auto added = run({u"watch"_s, u"add"_s, u"--app"_s, u"argocd/shop-web=ghcr.io/acme/shop-web:1.5.0"_s});
    EXPECT_EQ(added.exitCode, 0) << added.error.toStdString();
    EXPECT_TRUE(added.error.contains("lynceus login staging")) << added.error.toStdString();
    EXPECT_TRUE(added.error.contains("registered without a check"));
    EXPECT_EQ(stored(QString::fromLatin1(added.output).trimmed()).request.application.name, u"shop-web"_s);
}

TEST_F(WatchChanges, ErrorsAreReportedInOneLineAndChangeNothing)
{
    struct Case
    {
        QStringList arguments;
        int exitCode;
        const char *says;
    };
    const std::vector<Case> withoutInstances{
        {{u"add"_s, u"--app"_s, u"shop-web=a/b:1"_s}, 2, "lynceus instances add NAME URL"},
        {{u"repeat"_s, u"w7k3f"_s}, 4, "no such watch"},
    };
    const std::vector<Case> cases{
        {{u"add"_s}, 2, "use --app NAME=IMAGE"},
        {{u"add"_s, u"--app"_s, u"shop-web"_s}, 2, "no image given"},
        {{u"add"_s, u"--app"_s, u"shop-web=A B"_s}, 2, "shop-web=A B"},
        {{u"add"_s, u"--app"_s, u"shop-wbe=a/b:1"_s}, 4, "shop-wbe"},
        {{u"add"_s, u"--app"_s, u"stagging:shop-web=a/b:1"_s}, 2, "did you mean staging?"},
        {{u"add"_s, u"--app"_s, u"shop-web=a/b:1"_s, u"--timeout"_s, u"100d"_s}, 2, "at most 90 d"},
        {{u"add"_s, u"--app"_s, u"shop-web=a/b:1"_s, u"--server"_s, u"argocd.example"_s}, 2, "unknown option"},
        {{u"extend"_s}, 2, "no watch given; usage: lynceus watch extend ID"},
        {{u"extend"_s, u"w7k3f"_s, u"--by"_s, u"10"_s}, 2, "--by 10: "},
        {{u"extend"_s, u"w7k3f"_s, u"--by"_s, u"365d"_s}, 2, "too long"},
        {{u"extend"_s, u"w7k3f"_s}, 4, "no watch"},
        {{u"cancel"_s}, 2, "no watch given"},
        {{u"cancel"_s, u"w7k3f"_s}, 4, "no watch"},
        {{u"repeat"_s}, 2, "no watch given"},
        {{u"repeat"_s, u"w7k3f"_s}, 4, "no such watch"},
    };
    const auto check = [this](const std::vector<Case> &all) {
        for (const auto &each : all) {
            const auto result = run(QStringList{u"watch"_s} + each.arguments);
            EXPECT_EQ(result.exitCode, each.exitCode) << each.says << result.error.toStdString();
            EXPECT_TRUE(result.error.contains(each.says)) << each.says << "\n" << result.error.toStdString();
            EXPECT_EQ(linesOf(result.error).size(), 1) << result.error.toStdString();
            EXPECT_TRUE(result.output.isEmpty()) << result.output.toStdString();
        }
    };
    check(withoutInstances);
    serve(u"deploy-ok"_s, 1.0);
    check(cases);
    EXPECT_EQ(owner(), QString()) << "nothing was registered, so no background service was started";
    const auto idle = run({u"daemon"_s, u"--idle"_s, u"0s"_s});
    EXPECT_EQ(idle.exitCode, 2);
    EXPECT_TRUE(idle.error.contains("too short")) << idle.error.toStdString();
}

TEST_F(WatchChanges, ReadOnlyHomeIsReportedAndNothingIsRegistered)
{
    serve(u"deploy-ok"_s, 1.0);
    m_environment.insert(u"XDG_DATA_HOME"_s, u"/proc/none"_s);
    const auto added = run({u"watch"_s, u"add"_s, u"--app"_s, u"shop-web=ghcr.io/acme/shop-web:1.5.0"_s});
    EXPECT_EQ(added.exitCode, 2);
    EXPECT_EQ(linesOf(added.error).size(), 1) << added.error.toStdString();
    EXPECT_TRUE(added.error.contains("/proc/none")) << added.error.toStdString();
    EXPECT_TRUE(added.output.isEmpty());
}

} // namespace lynceus
