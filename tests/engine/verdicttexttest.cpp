#include "core/engine/text/verdicttext.h"

#include "core/engine/text/servertext.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Expectation expecting(const QString &image)
{
    Expectation expectation;
    expectation.application = {u"prod"_s, u"argocd"_s, u"shop-web"_s};
    expectation.images = {*parseImageReference(image)};
    return expectation;
}

const ResourceKey kPod{{}, u"Pod"_s, u"shop"_s, u"shop-web-5794f877ff-s8dnw"_s};
const ResourceKey kDeployment{u"apps"_s, u"Deployment"_s, u"shop"_s, u"shop-web"_s};

Cause causeOf(Cause::Kind kind, const ResourceKey &resource, const QString &message = {})
{
    Cause cause;
    cause.kind = kind;
    cause.resource = resource;
    cause.message = message;
    return cause;
}

TEST(VerdictText, SentenceNamesSubjectProblemAndCount)
{
    Verdict verdict;
    verdict.cause = causeOf(Cause::Kind::ImagePull, kPod,
                            u"rpc error: code = NotFound desc = failed to pull and unpack image "
                            "ghcr.io/acme/shop-web:1.6.0-typo: not found"_s);
    verdict.cause->image = u"ghcr.io/acme/shop-web:1.6.0-typo"_s;
    verdict.pods = {3, 1, 0, 3};
    const auto wanted =
        u"Pod shop-web-5794f877ff-s8dnw cannot pull ghcr.io/acme/shop-web:1.6.0-typo (not found); 0 of 3 new pods ready, 3 old pods are still serving."_s;
    const auto expectation = expecting(u"ghcr.io/acme/shop-web:1.6.0-typo"_s);
    EXPECT_EQ(sentence(verdict, expectation).toStdString(), wanted.toStdString()) << "early warning";
    verdict.outcome = Outcome::Failed;
    EXPECT_EQ(sentence(verdict, expectation), wanted);
    verdict.outcome = Outcome::TimedOut;
    EXPECT_EQ(sentence(verdict, expectation), u"Not deployed in time: "_s + wanted);
}

struct Line
{
    Verdict verdict;
    QString text;
};

Verdict ending(Outcome outcome, std::optional<Cause> cause = std::nullopt,
               std::optional<Blocker> blocker = std::nullopt)
{
    Verdict verdict;
    verdict.outcome = outcome;
    verdict.cause = std::move(cause);
    verdict.blocker = std::move(blocker);
    return verdict;
}

Cause superseded(Cause::Kind kind)
{
    auto cause = causeOf(kind, {});
    cause.image = u"ghcr.io/acme/shop-web:1.8.0"_s;
    return cause;
}

Cause absent()
{
    auto cause = causeOf(Cause::Kind::ImageNotInApplication, {});
    cause.image = u"nginx:1.25"_s;
    cause.candidates = QStringList{u"ghcr.io/acme/shop-agent"_s};
    return cause;
}

Cause hook()
{
    auto cause = causeOf(Cause::Kind::HookFailed, {u"batch"_s, u"Job"_s, u"shop"_s, u"shop-api-migrate"_s},
                         u"migration 0042 failed: column already exists"_s);
    cause.attempt = 2;
    return cause;
}

Cause crash()
{
    auto cause = causeOf(Cause::Kind::CrashLoop, kPod, u"back-off 10s restarting failed container"_s);
    cause.restarts = 3;
    return cause;
}

TEST(VerdictText, Sentences)
{
    auto deployed = ending(Outcome::Deployed);
    deployed.pods = {3, 3, 3, 0};
    auto noPods = ending(Outcome::Deployed);
    const Blocker paused{Blocker::Kind::Paused, kDeployment, u"Deployment is paused"_s, std::nullopt};
    const Blocker hook1{
        Blocker::Kind::WaitingForHook, {}, u"waiting for completion of hook batch/Job/x"_s, std::nullopt};
    const Blocker window{Blocker::Kind::SyncWindow, {}, {}, parseRfc3339("2026-11-23T14:00:00Z")};
    const Blocker refused{Blocker::Kind::Unreachable, {}, u"connection refused"_s, std::nullopt};
    const std::vector<Line> lines{
        {deployed, u"shop-web runs nginx:1.25; 3 of 3 new pods ready."_s},
        {noPods, u"shop-web runs nginx:1.25."_s},
        {ending(Outcome::Waiting), u"Waiting for Argo CD to notice nginx:1.25."_s},
        {ending(Outcome::Waiting, std::nullopt, paused), u"Deployment shop-web is paused; resume it."_s},
        {ending(Outcome::Waiting, std::nullopt, Blocker{Blocker::Kind::AutoSyncOff, {}, {}, std::nullopt}),
         u"Auto-sync is off and the application is out of sync; sync it manually, or enable auto-sync."_s},
        {ending(Outcome::TimedOut, std::nullopt, paused),
         u"Not deployed in time: Deployment shop-web is paused; resume it."_s},
        {ending(Outcome::Waiting, std::nullopt, hook1),
         u"The sync is waiting for a hook: waiting for completion of hook batch/Job/x."_s},
        {ending(Outcome::Waiting, std::nullopt, window),
         u"A sync window blocks syncs until 2026-11-23T14:00:00Z; wait until it ends, or ask your administrator to change it."_s},
        {ending(Outcome::Aborted, std::nullopt, refused),
         u"Application shop-web could not be observed: the instance does not respond: connection refused."_s},
        {ending(Outcome::Gone, causeOf(Cause::Kind::AppDeleted, {}, u"permission denied"_s)),
         u"Application shop-web does not exist, or this account does not have access to it."_s},
        {ending(Outcome::SignInNeeded), u"Sign in to prod: the token is missing, expired or rejected."_s},
        {ending(Outcome::Cancelled), u"The watch was cancelled."_s},
        {ending(Outcome::Superseded, superseded(Cause::Kind::SupersededBy)),
         u"nginx:1.25 was replaced by ghcr.io/acme/shop-web:1.8.0."_s},
        {ending(Outcome::Superseded, superseded(Cause::Kind::RolledBack)),
         u"nginx:1.25 was rolled back to ghcr.io/acme/shop-web:1.8.0."_s},
        {ending(Outcome::Failed, absent()),
         u"No manifest of application shop-web uses nginx:1.25; its images are ghcr.io/acme/shop-agent."_s},
        {ending(Outcome::Failed, hook()),
         u"Hook Job shop-api-migrate failed, attempt 2: migration 0042 failed: column already exists."_s},
        {ending(Outcome::Failed, crash()), u"Pod shop-web-5794f877ff-s8dnw keeps crashing, 3 restarts."_s},
        {ending(Outcome::Failed, causeOf(Cause::Kind::ProgressDeadline, kDeployment)),
         u"Deployment shop-web exceeded its progress deadline."_s},
    };
    for (const auto &line : lines)
        EXPECT_EQ(sentence(line.verdict, expecting(u"nginx:1.25"_s)).toStdString(), line.text.toStdString());
}

TEST(VerdictText, PodCounts)
{
    EXPECT_EQ(podCountsText({}), QString());
    EXPECT_EQ(podCountsText({3, 2, 1, 0}), u"1 of 3 new pods ready"_s);
    EXPECT_EQ(podCountsText({3, 4, 4, 1}), u"4 of 4 new pods ready, 1 old pod is still serving"_s);
    EXPECT_EQ(podCountsText({0, 0, 0, 2}), u"2 old pods are still serving"_s);
    EXPECT_EQ(podCountsText({3, 0, 0, 3, 1}),
              u"0 of 3 new pods ready, 2 old pods are still serving, 1 old pod is not ready"_s);
    EXPECT_EQ(podCountsText({0, 0, 0, 2, 2}), u"2 old pods are not ready"_s);
}

TEST(VerdictText, PullReasons)
{
    const std::vector<std::pair<QString, QString>> table{
        {u"rpc error: code = NotFound desc = failed to resolve reference \"x\": x: not found"_s, u"not found"_s},
        {u"manifest unknown"_s, u"not found"_s},
        {u"failed to authorize: failed to fetch anonymous token: 401 Unauthorized"_s, u"access denied"_s},
        {u"pull access denied, repository does not exist or may require authorization"_s, u"access denied"_s},
        {u"toomanyrequests: You have reached your pull rate limit"_s, u"the registry limits pulls"_s},
        {u"dial tcp: lookup registry.acme.example: no such host"_s, u"the registry cannot be reached"_s},
        {u"tls: failed to verify certificate: x509: certificate signed by unknown authority"_s,
         u"the registry's certificate is not trusted"_s},
        {u"no match for platform in manifest"_s, u"not built for the node's platform"_s},
        {u"Back-off pulling image x"_s, QString()},
        {QString(), QString()},
        {u"rpc error: code = Unknown desc = the moon is full."_s, u"the moon is full"_s},
    };
    for (const auto &[message, reason] : table)
        EXPECT_EQ(pullReason(message), reason) << message.toStdString();
}

TEST(VerdictText, ServerMessagesAreOneShortLineWithoutSecrets)
{
    EXPECT_EQ(serverText(u"  two\nlines.\n"_s), u"two lines"_s);
    EXPECT_LE(serverText(QString(5'000, u'x')).size(), 170);
    const auto token = u"token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJlLXNpZ25hdHVyZQ refused"_s;
    EXPECT_FALSE(serverText(token).contains(u"eyJzdWIi"_s));
}

TEST(VerdictText, LongServerMessagesKeepTheReason)
{
    const auto helm = u"rpc error: code = Unknown desc = failed to generate manifest: `helm template . --name-template "
                      "shop-web --include-crds` failed exit status 1: Error: execution error at "
                      "(shop-web/templates/deployment.yaml:14:20): image.tag is required\n\nUse --debug flag to render "
                      "out invalid YAML\n"_s
        + QString(60'000, u'x');
    EXPECT_EQ(serverText(helm),
              u"execution error at (shop-web/templates/deployment.yaml:14:20): image.tag is required"_s);
    const auto longStep = u"failed to sync: "_s + QString(500, u'y') + u" because the disk is full"_s;
    EXPECT_TRUE(serverText(longStep).startsWith(u"failed to sync: "_s));
    EXPECT_TRUE(serverText(longStep).endsWith(u"because the disk is full"_s));
    EXPECT_EQ(serverText(u"TypeError: x is undefined"_s), u"TypeError: x is undefined"_s);
    const auto secret = QString(5'000, u'z') + u" password: hunter2 "_s + QString(60, u'z');
    EXPECT_FALSE(serverText(secret).contains(u"hunter2"_s));
}

TEST(VerdictText, UndeclaredImageIsReportedWithTheDeclaredOnes)
{
    Verdict verdict;
    verdict.outcome = Outcome::Failed;
    verdict.cause = Cause{};
    verdict.cause->kind = Cause::Kind::ImageNotInApplication;
    verdict.cause->image = u"1.5.0:latest"_s;
    verdict.cause->candidates = {u"ghcr.io/acme/shop-web"_s, u"ghcr.io/acme/shop-agent"_s};
    const auto text = sentence(verdict, expecting(u"1.5.0"_s));
    EXPECT_EQ(text,
              u"No manifest of application shop-web uses 1.5.0:latest; 1.5.0 was parsed as an image name; its "
              "images are ghcr.io/acme/shop-web, ghcr.io/acme/shop-agent."_s);
    verdict.cause->image = u"ghcr.io/acme/shop-wbe:1.5.0"_s;
    verdict.cause->candidates = {u"ghcr.io/acme/shop-web"_s};
    EXPECT_TRUE(sentence(verdict, expecting(u"ghcr.io/acme/shop-wbe:1.5.0"_s))
                    .endsWith(u"did you mean ghcr.io/acme/shop-web?"_s));
}

TEST(VerdictText, LockedKeychainIsNotARejectedToken)
{
    Verdict verdict;
    verdict.blocker = signInBlocker(u"the keychain is locked; unlock it, then try again"_s, true);
    EXPECT_EQ(sentence(verdict, expecting(u"nginx:1.25"_s)), u"The keychain is locked; unlock it, then try again."_s);
    verdict.blocker = signInBlocker(u"Argo CD rejected the sign-in: invalid"_s, false);
    EXPECT_EQ(sentence(verdict, expecting(u"nginx:1.25"_s)),
              u"The token is missing, expired or rejected; sign in again."_s);
}

TEST(VerdictText, ReportsThatArgoCdTakesLongerThanUsual)
{
    Verdict verdict;
    verdict.blocker = Blocker{Blocker::Kind::NotNoticed, {}, {}, {}};
    EXPECT_TRUE(sentence(verdict, expecting(u"nginx:1.25"_s)).startsWith("Argo CD has not noticed the image yet; "_L1));
    verdict.blocker->exceeds = std::chrono::minutes(12);
    EXPECT_TRUE(sentence(verdict, expecting(u"nginx:1.25"_s))
                    .startsWith("Argo CD has not noticed the image within the usual 12 min; "_L1));
    verdict.blocker->detail = u"version"_s;
    EXPECT_EQ(blockerText(*verdict.blocker), u"Argo CD has not noticed the expected version within the usual 12 min"_s);
}

TEST(VerdictText, NormalWaitShowsPods)
{
    Verdict verdict;
    verdict.stage = Stage::Rolling;
    verdict.pods = {3, 1, 0, 2, 0};
    verdict.blocker = Blocker{Blocker::Kind::Starting, {{}, u"Pod"_s, u"shop"_s, u"web-2-a"_s}, {}, {}};
    verdict.blocker->detail = u"ContainerCreating"_s;
    EXPECT_EQ(
        sentence(verdict, expecting(u"nginx:1.25"_s)),
        u"Pod web-2-a is creating its containers or pulling images; 0 of 3 new pods ready, 2 old pods are still serving."_s);
    verdict.blocker->detail = u"Running"_s;
    verdict.blocker->since = parseRfc3339("2026-11-30T12:00:00Z");
    EXPECT_EQ(blockerText(*verdict.blocker), u"Pod web-2-a is running but not ready yet, since 2026-11-30T12:00:00Z"_s);
    verdict.blocker = Blocker{Blocker::Kind::Starting, {u"acme.example"_s, u"Squad"_s, u"shop"_s, u"web"_s}, {}, {}};
    verdict.blocker->detail = u"settling"_s;
    EXPECT_EQ(blockerText(*verdict.blocker),
              u"the pods of Squad web are ready; it does not report whether others follow"_s);
    verdict.blocker =
        Blocker{Blocker::Kind::OldPodBroken, {{}, u"Pod"_s, u"shop"_s, u"web-2"_s}, u"CrashLoopBackOff"_s, {}};
    EXPECT_EQ(
        sentence(verdict, expecting(u"nginx:1.25"_s)),
        u"Pod web-2 of the old version is not ready, and Kubernetes waits for it before updating other pods: CrashLoopBackOff; check this pod: the rollout continues when it is ready or deleted."_s);
}

template<typename Kind>
std::vector<Kind> allOf(Kind last)
{
    std::vector<Kind> all;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        all.push_back(static_cast<Kind>(i));
    return all;
}

void expectOneLine(QSet<QString> &seen, const QString &text)
{
    EXPECT_FALSE(text.isEmpty());
    EXPECT_FALSE(text.contains(u'\n'));
    EXPECT_FALSE(text.contains(u'%')) << text.toStdString();
    EXPECT_FALSE(text.contains("  "_L1)) << text.toStdString();
    EXPECT_FALSE(seen.contains(text)) << "two kinds with the same text: " << text.toStdString();
    seen.insert(text);
}

TEST(VerdictText, EachKindHasItsOwnText)
{
    const auto expectation = expecting(u"nginx:1.25"_s);
    QSet<QString> seen;
    for (const auto kind : allOf(Cause::Kind::RolledBack)) {
        auto cause = causeOf(kind, kDeployment, u"first\nsecond line."_s);
        cause.image = u"nginx:1.24"_s;
        expectOneLine(seen, causeText(cause, expectation));
    }
    for (const auto kind : allOf(Blocker::Kind::ComparisonAwaited))
        expectOneLine(seen, blockerText({kind, kDeployment, u"first\nsecond line."_s, std::nullopt}));
    for (const auto kind : allOf(Note::Kind::MovingTag))
        expectOneLine(seen, noteText({kind, kDeployment, u"first\nsecond"_s}));
    for (const auto outcome : allOf(Outcome::Cancelled))
        expectOneLine(seen, outcomeText(outcome));
    for (const auto stage : allOf(Stage::Stable))
        expectOneLine(seen, stageText(stage));
    for (const auto kind : allOf(Blocker::Kind::ComparisonAwaited)) {
        const auto remedy = remedyText({kind, kDeployment, {}, std::nullopt});
        if (!remedy.isEmpty())
            expectOneLine(seen, remedy);
    }
}

TEST(VerdictText, NamesTheProjectThatForbidsLogs)
{
    EXPECT_EQ(logsRefusedText(u"shop"_s), u"this account cannot read logs in project shop"_s);
}

} // namespace

} // namespace lynceus
