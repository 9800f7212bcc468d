#include "core/domain/deployments/deploymentrules.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

const QString kOld(40, u'a');
const QString kNew(40, u'b');
const QString kNewer(40, u'c');
constexpr Instant kDeployed{1'000s};
constexpr Instant kStart{2'000s};

SourceMark source(quint64 settings = 0)
{
    return {u"https://git.acme.example/shop.git"_s, u"web"_s, {}, settings};
}

HistoryMark entry(qint64 id, const QString &revision, Instant at, quint64 settings = 0)
{
    return {id, {{revision}, {source(settings)}}, at, at, {}, true};
}

OperationMark::Resource resource(const QString &image, bool isUnchanged = false)
{
    return {false, isUnchanged, {image}};
}

/// Synced with kOld, which was deployed; the pods run web:1.4.0.
ApplicationBefore before()
{
    return {AppliedVersion{{kOld}, {source()}}, {u"ghcr.io/acme/web:1.4.0"_s}, {}, HealthStatus::Healthy};
}

/// An automated sync of kNew has started.
DeploymentMarks release()
{
    DeploymentMarks marks;
    marks.name = u"web"_s;
    marks.nameSpace = u"argocd"_s;
    marks.project = u"shop"_s;
    marks.sources = {source()};
    marks.sync = SyncStatus::Synced;
    marks.revisions = QStringList{kOld};
    marks.compared = {source()};
    marks.health = HealthStatus::Healthy;
    marks.images = before().images;
    marks.history = {entry(0, kOld, kDeployed)};
    OperationMark operation;
    operation.phase = OperationPhase::Running;
    operation.startedAt = kStart;
    operation.automated = true;
    operation.requested = {{kNew}, {source()}};
    marks.operation = operation;
    return marks;
}

/// release() after it succeeded: web:1.5.0 was applied.
DeploymentMarks released()
{
    auto marks = release();
    marks.operation->phase = OperationPhase::Succeeded;
    marks.operation->finishedAt = kStart + 1s;
    marks.operation->applied = marks.operation->requested;
    marks.operation->hasResult = true;
    marks.operation->resources = {resource(u"ghcr.io/acme/web:1.5.0"_s)};
    marks.history.push_back(entry(1, kNew, kStart));
    marks.revisions = QStringList{kNew};
    return marks;
}

/// A resource that the new version no longer has. @p isKept: it was not pruned.
OperationMark::Resource pruned(const QString &image, bool isKept = false)
{
    return {false, isKept, {image}, true};
}

template<typename Change>
DeploymentMarks with(DeploymentMarks marks, Change change)
{
    change(marks);
    return marks;
}

TEST(DeploymentRules, OnlyChangesOfTheDesiredVersionAreDeployments)
{
    using Decision = DeploymentDecision;
    const auto synced = [](const QString &revision) {
        auto state = before();
        state.settled = AppliedVersion{{revision}, {source()}};
        return state;
    };
    const auto drifted = [] {
        auto state = before();
        state.isDrifted = true;
        return state;
    };
    const auto desired = [](const QStringList &images) {
        auto state = before();
        state.desired = images;
        return state;
    };
    const auto byUser = [](DeploymentMarks marks) {
        marks.operation->automated = false;
        marks.operation->user = u"ann"_s;
        return marks;
    };
    const auto again = [](DeploymentMarks marks) { // of the running version
        marks.operation->requested = {{kOld}, {source()}};
        if (marks.operation->hasResult) {
            marks.operation->applied = marks.operation->requested;
            marks.history.back() = entry(1, kOld, kStart);
            marks.revisions = QStringList{kOld};
        }
        return marks;
    };
    const auto unchanged = [](DeploymentMarks marks) {
        marks.operation->resources = {resource(u"ghcr.io/acme/web:1.4.0"_s, true)};
        return marks;
    };
    const auto twoSources = [](const QString &second) { return AppliedVersion{{kOld, second}, {source(), source(9)}}; };
    struct Line
    {
        const char *what;
        ApplicationBefore before;
        DeploymentMarks now;
        Decision decision;
    };
    const std::vector<Line> table = {
        {"automated sync of a new revision", before(), release(), Decision::IsDeployment},
        {"the same when it is over", before(), released(), Decision::IsDeployment},
        {"an application that never ran, first sync",
         {},
         with(release(), [](auto &m) { m.history.clear(); }),
         Decision::IsDeployment},
        {"settings of the source changed, revision did not", before(),
         with(release(),
              [](auto &m) {
                  m.operation->requested = {{kOld}, {source(7)}};
              }),
         Decision::IsDeployment},
        {"the same after a list with the earlier state",
         {AppliedVersion{{kOld}, {}}, {}, {}, {}},
         with(release(),
              [](auto &m) {
                  m.operation->requested = {{kOld}, {source(7)}};
              }),
         Decision::IsDeployment},
        {"rollback by a user", synced(kNew),
         with(release(),
              [](auto &m) {
                  m.history.push_back(entry(1, kNew, kDeployed + 1s));
                  m.operation->automated = false;
                  m.operation->user = u"ann"_s;
                  m.operation->requested = {{kOld}, {source()}};
              }),
         Decision::IsDeployment},
        {"sync of OutOfSync resources by a user", before(),
         with(release(),
              [](auto &m) {
                  m.operation->automated = false;
                  m.sync = SyncStatus::OutOfSync;
                  m.revisions = QStringList{kNew};
              }),
         Decision::IsDeployment},
        {"a step of an ApplicationSet", before(),
         with(release(),
              [](auto &m) {
                  m.operation->user = u"applicationset-controller"_s;
                  m.operation->requested = {};
                  m.revisions = QStringList{kNew};
              }),
         Decision::IsDeployment},
        {"a failed sync of a new revision", before(),
         with(release(),
              [](auto &m) {
                  m.operation->phase = OperationPhase::Failed;
                  m.operation->automated = false;
              }),
         Decision::IsDeployment},
        {"selected resources with another image", before(),
         with(released(),
              [](auto &m) {
                  m.operation->automated = false;
                  m.operation->isPartial = true;
              }),
         Decision::IsDeployment},

        {"scaled, refreshed, pods replaced, metadata: no operation", before(),
         with(release(), [](auto &m) { m.operation.reset(); }), Decision::NoOperation},
        {"another commit of a mono repository changes nothing here: no operation", before(),
         with(release(),
              [](auto &m) {
                  m.operation.reset();
                  m.revisions = QStringList{kNew};
              }),
         Decision::NoOperation},
        {"dry run", before(), with(release(), [](auto &m) { m.operation->dryRun = true; }), Decision::DryRun},
        {"self-heal", before(), with(release(), [](auto &m) { m.operation->isSelfHeal = true; }), Decision::SelfHeal},
        {"self-heal before 2.13", before(), with(release(), [](auto &m) { m.operation->isPartial = true; }),
         Decision::SelfHeal},
        {"drift set back by a user at the version that runs", before(),
         with(release(),
              [](auto &m) {
                  m.operation->automated = false;
                  m.operation->requested = {{kOld}, {source()}};
                  m.sync = SyncStatus::OutOfSync;
              }),
         Decision::Repeat},
        {"drift set back at a later commit that changed nothing here", synced(kNew), release(), Decision::InSync},
        {"the same after a list with the earlier state",
         {AppliedVersion{{kNew}, {}}, {}, {}, {}},
         release(),
         Decision::InSync},
        {"RollingSync syncs once more", synced(kOld),
         with(released(),
              [](auto &m) {
                  m.history = {entry(0, kOld, kDeployed), entry(1, kNew, kStart - 1s), entry(2, kNew, kStart)};
              }),
         Decision::Repeat},
        {"selected resources without another image", before(),
         with(released(),
              [](auto &m) {
                  m.operation->automated = false;
                  m.operation->isPartial = true;
                  m.operation->resources = {resource(u"ghcr.io/acme/web:1.4.0"_s)};
              }),
         Decision::PartialSync},
        {"a user syncs a later commit that leaves all unchanged", before(),
         with(released(),
              [](auto &m) {
                  m.operation->automated = false;
                  m.operation->resources = {resource(u"ghcr.io/acme/web:1.4.0"_s, true)};
              }),
         Decision::NothingApplied},
        {"the same, and a workload of an earlier version is kept because pruning is off", before(),
         with(released(),
              [](auto &m) {
                  m.operation->automated = false;
                  m.operation->resources = {resource(u"ghcr.io/acme/web:1.4.0"_s, true),
                                            pruned(u"ghcr.io/acme/proxy:1"_s, true)};
              }),
         Decision::NothingApplied},
        {"a user syncs a later commit that only prunes a workload", before(),
         with(released(),
              [](auto &m) {
                  m.operation->automated = false;
                  m.operation->resources = {resource(u"ghcr.io/acme/web:1.4.0"_s, true),
                                            pruned(u"ghcr.io/acme/proxy:1"_s)};
              }),
         Decision::IsDeployment},
        {"selected resources, and what they prune had another image", before(),
         with(released(),
              [](auto &m) {
                  m.operation->automated = false;
                  m.operation->isPartial = true;
                  m.operation->resources = {pruned(u"ghcr.io/acme/proxy:1"_s)};
              }),
         Decision::PartialSync},

        // Kinds that no recording has.
        {"the digest of the image that ran is added to its tag", before(),
         with(released(),
              [](auto &m) {
                  m.operation->resources = {resource(u"ghcr.io/acme/web:1.4.0@sha256:"_s + QString(64, u'1'))};
              }),
         Decision::IsDeployment},
        {"only the image of an init container changes: results name none, pods do", before(),
         with(released(),
              [](auto &m) {
                  m.operation->resources = {{}};
                  m.images += u"ghcr.io/acme/migrations:3"_s;
              }),
         Decision::IsDeployment},
        {"a parameter is set back",
         {AppliedVersion{{kOld}, {source(7)}}, before().images, {}, HealthStatus::Healthy},
         with(release(),
              [](auto &m) {
                  m.history.push_back(entry(1, kOld, kDeployed + 1s, 7));
                  m.operation->requested = {{kOld}, {source()}};
              }),
         Decision::IsDeployment},
        {"one of two sources moved, images did not",
         {twoSources(kOld), before().images, {}, HealthStatus::Healthy},
         with(release(),
              [&](auto &m) {
                  m.history[0].version = twoSources(kOld);
                  m.operation->requested = twoSources(kNew);
              }),
         Decision::IsDeployment},
        {"rollback by a user to the images that run", synced(kNew),
         byUser(with(again(release()), [](auto &m) { m.history.push_back(entry(1, kNew, kDeployed + 1s)); })),
         Decision::IsDeployment},
        {"a chart that was published again with another image, in the same version",
         desired({u"ghcr.io/acme/web:1.4.0"_s}), again(released()), Decision::IsDeployment},
        {"a new commit for one that drifted, and a workload is configured", drifted(), released(),
         Decision::IsDeployment},
        {"a new commit for one that drifted, and its sync fails", drifted(),
         with(released(), [](auto &m) { m.operation->phase = OperationPhase::Failed; }), Decision::IsDeployment},
        {"a sync of a new revision is terminated", before(),
         byUser(with(released(),
                     [](auto &m) {
                         m.operation->phase = OperationPhase::Failed;
                         m.operation->message = u"Operation terminated"_s;
                         m.operation->resources.clear();
                     })),
         Decision::IsDeployment},
        {"an application that was deleted and created again is synced",
         {},
         with(released(), [](auto &m) { m.history = {entry(0, kNew, kStart)}; }),
         Decision::IsDeployment},

        {"automated sync of the version that runs", before(), again(release()), Decision::Repeat},
        {"the same when it is over", desired({u"ghcr.io/acme/web:1.4.0"_s}), unchanged(again(released())),
         Decision::Repeat},
        {"the same while it may still bring other images", desired({u"ghcr.io/acme/web:1.4.0"_s}), again(release()),
         Decision::NotDecided},
        {"a user forces or replaces at the version that runs", before(), byUser(again(release())), Decision::Repeat},
        {"replicas that an autoscaler changed are set back by a user", desired({u"ghcr.io/acme/web:1.4.0"_s}),
         byUser(with(again(released()),
                     [](auto &m) { m.operation->resources = {resource(u"ghcr.io/acme/web:1.4.0"_s)}; })),
         Decision::Repeat},
        {"replicas that an autoscaler changed are set back by self-heal", before(),
         with(again(released()), [](auto &m) { m.operation->isSelfHeal = true; }), Decision::SelfHeal},
        {"an image that a user set with kubectl is set back by a user",
         {before().settled, {u"ghcr.io/acme/web:1.6.0"_s}, {u"ghcr.io/acme/web:1.4.0"_s}, HealthStatus::Healthy},
         byUser(with(again(released()),
                     [](auto &m) { m.operation->resources = {resource(u"ghcr.io/acme/web:1.4.0"_s)}; })),
         Decision::Repeat},
        {"a sync of the version that runs fails", desired({u"ghcr.io/acme/web:1.4.0"_s}),
         with(again(released()), [](auto &m) { m.operation->phase = OperationPhase::Failed; }), Decision::Repeat},
        {"the destination changed, revision and settings did not", before(),
         with(again(released()), [](auto &m) { m.sync = SyncStatus::OutOfSync; }), Decision::Repeat},
        {"the project changed, and a user syncs", before(),
         byUser(with(again(release()), [](auto &m) { m.project = u"shop-2"_s; })), Decision::Repeat},
        {"a branch was renamed: another target revision of the same commit", before(), again(release()),
         Decision::Repeat},
        {"hooks alone run at a later commit", before(),
         byUser(with(released(),
                     [](auto &m) {
                         m.operation->resources = {{true, false, {u"ghcr.io/acme/migrations:3"_s}}};
                     })),
         Decision::NothingApplied},
        {"a parameter is set and set back before anything was synced", before(), unchanged(again(released())),
         Decision::Repeat},
        {"selected resources, of which one has a label", before(),
         byUser(with(released(),
                     [](auto &m) {
                         m.operation->isPartial = true;
                         m.operation->resources = {{false, false, {}}};
                     })),
         Decision::PartialSync},
        {"selected resources, dry run", before(),
         byUser(with(released(),
                     [](auto &m) {
                         m.operation->isPartial = true;
                         m.operation->dryRun = true;
                     })),
         Decision::DryRun},
        {"one of two sources moved and left all unchanged",
         {twoSources(kOld), before().images, {}, HealthStatus::Healthy},
         byUser(with(released(),
                     [&](auto &m) {
                         m.history = {{0, twoSources(kOld), kDeployed, kDeployed, {}, true}};
                         m.operation->requested = m.operation->applied = twoSources(kNew);
                         m.operation->resources = {resource(u"ghcr.io/acme/web:1.4.0"_s, true)};
                     })),
         Decision::NothingApplied},
        {"a commit of another application, for one that drifted, has begun", drifted(), release(),
         Decision::NotDecided},
        {"a commit of another application, for one that drifted, left all unchanged", drifted(), unchanged(released()),
         Decision::NothingApplied},
        {"the same by a user", drifted(),
         byUser(with(unchanged(released()), [](auto &m) { m.sync = SyncStatus::OutOfSync; })),
         Decision::NothingApplied},

        {"a user syncs a commit that was not compared yet", before(),
         with(release(), [](auto &m) { m.operation->automated = false; }), Decision::NotDecided},
        {"a branch alone is no evidence", before(),
         with(release(), [](auto &m) { m.operation->requested.revisions = QStringList{u"main"_s}; }),
         Decision::NotDecided},
        {"an ApplicationSet syncs a revision that was not compared yet", before(),
         with(release(), [](auto &m) { m.operation->requested = {}; }), Decision::NotDecided},
        {"selected resources, not over", before(),
         with(release(),
              [](auto &m) {
                  m.operation->automated = false;
                  m.operation->isPartial = true;
              }),
         Decision::NotDecided},
    };
    for (const auto &line : table)
        EXPECT_EQ(nameOf(decideDeployment(line.before, line.now)), nameOf(line.decision)) << line.what;
}

TEST(DeploymentRules, ImagesAreComparedByRepository)
{
    const auto changes = [](const ApplicationBefore &state, const DeploymentMarks &now) {
        QStringList texts;
        for (const auto &change : imageChanges(state, now)) {
            texts += u"%1 %2>%3%4"_s.arg(change.repository, change.from.join(u','), change.to.join(u','),
                                         change.isHook ? u" hook"_s : QString());
        }
        return texts.join(u"; "_s).toStdString();
    };
    EXPECT_EQ(changes(before(), released()), "ghcr.io/acme/web 1.4.0>1.5.0");
    auto sidecar = released();
    sidecar.operation->resources[0].images += u"ghcr.io/acme/proxy:2"_s;
    EXPECT_EQ(changes(before(), sidecar), "ghcr.io/acme/proxy >2; ghcr.io/acme/web 1.4.0>1.5.0");
    auto hook = released();
    hook.operation->resources.push_back({true, false, {u"ghcr.io/acme/migrate:9"_s}});
    EXPECT_EQ(changes(before(), hook), "ghcr.io/acme/migrate >9 hook; ghcr.io/acme/web 1.4.0>1.5.0");
    auto initial = before(); // results do not name init containers
    initial.images += u"ghcr.io/acme/proxy:1"_s;
    auto later = released();
    later.images = QStringList{u"ghcr.io/acme/web:1.4.0"_s, u"ghcr.io/acme/proxy:1"_s, u"ghcr.io/acme/proxy:2"_s};
    EXPECT_EQ(changes(initial, later), "ghcr.io/acme/proxy 1>2; ghcr.io/acme/web 1.4.0>1.5.0");
    auto broken = before(); // pods of a release that never became ready run beside the old ones
    broken.images = QStringList{u"ghcr.io/acme/web:1.5.0"_s, u"ghcr.io/acme/web:1.6.0-typo"_s};
    EXPECT_EQ(changes(broken, released()), "ghcr.io/acme/web 1.6.0-typo>1.5.0");
    auto older = released(); // before Argo CD 3.1, only the pods show images, and only new images count
    older.operation->resources[0].images.clear();
    EXPECT_EQ(changes(before(), older), "");
    older.images += u"ghcr.io/acme/web:1.5.0"_s;
    EXPECT_EQ(changes(before(), older), "ghcr.io/acme/web 1.4.0>1.5.0");
    auto digest = released();
    digest.operation->resources[0].images = QStringList{u"ghcr.io/acme/web:1.4.0@sha256:"_s + QString(64, u'1')};
    EXPECT_EQ(changes(before(), digest), "ghcr.io/acme/web 1.4.0>1.4.0@sha256:" + std::string(64, '1'));
    auto scaled = before(); // scaled to zero; an earlier event named the images
    scaled.images.clear();
    scaled.desired = before().images;
    EXPECT_EQ(changes(scaled, released()), "ghcr.io/acme/web 1.4.0>1.5.0");
}

TEST(DeploymentRules, PrunedAndKeptResourcesAreNotPartOfTheVersion)
{
    for (const bool isKept : {false, true}) { // another workload replaces the old one
        auto renamed = released();
        renamed.operation->resources.push_back(pruned(u"ghcr.io/acme/web:1.4.0"_s, isKept));
        const auto changes = imageChanges(before(), renamed);
        ASSERT_EQ(changes.size(), 1U);
        EXPECT_EQ(changes[0].from, QStringList{u"1.4.0"_s});
        EXPECT_EQ(changes[0].to, QStringList{u"1.5.0"_s});
        auto removed = released(); // one workload was removed, the other is unchanged
        removed.operation->resources = {resource(u"ghcr.io/acme/web:1.4.0"_s, true),
                                        pruned(u"ghcr.io/acme/proxy:1"_s, isKept)};
        Deployment deployment;
        describe(deployment, before(), removed);
        EXPECT_EQ(nameOf(deployment.kind), "configuration"_L1);
        EXPECT_TRUE(deployment.images.empty());
    }
}

TEST(DeploymentRules, KindAndActorDescribeTheChange)
{
    struct Line
    {
        const char *what;
        DeploymentMarks now;
        Deployment::Kind kind;
        Actor actor;
    };
    using Kind = Deployment::Kind;
    const auto chart = [](DeploymentMarks &marks) {
        auto packaged = source();
        packaged.chart = u"web"_s;
        marks.history[0].version = {{u"1.2.0"_s}, {packaged}};
        marks.operation->applied = {{u"1.3.0"_s}, {packaged}};
        marks.operation->requested = marks.operation->applied;
        marks.operation->resources = {resource(u"ghcr.io/acme/web:1.4.0"_s)};
    };
    const std::vector<Line> table = {
        {"not known yet", release(), Kind::Unknown, {Actor::Kind::Automated, {}}},
        {"image", released(), Kind::Image, {Actor::Kind::Automated, {}}},
        {"user",
         with(released(),
              [](auto &m) {
                  m.operation->automated = false;
                  m.operation->user = u"ann"_s;
              }),
         Kind::Image,
         {Actor::Kind::User, u"ann"_s}},
        {"configuration",
         with(released(), [](auto &m) { m.operation->resources = {resource(u"ghcr.io/acme/web:1.4.0"_s)}; }),
         Kind::Configuration,
         {Actor::Kind::Automated, {}}},
        {"chart", with(released(), chart), Kind::Chart, {Actor::Kind::Automated, {}}},
        {"the same version with another image",
         with(released(),
              [](auto &m) {
                  m.operation->requested = m.operation->applied = {{kOld}, {source()}};
              }),
         Kind::Image,
         {Actor::Kind::Automated, {}}},
        {"ApplicationSet",
         with(released(), [](auto &m) { m.operation->user = u"applicationset-controller"_s; }),
         Kind::Image,
         {Actor::Kind::ApplicationSet, {}}},
        {"override",
         with(released(),
              [](auto &m) {
                  m.operation->applied = {{kOld}, {source(7)}};
              }),
         Kind::Image,
         {Actor::Kind::ParameterOverride, {}}},
        {"rollback",
         with(released(),
              [](auto &m) {
                  m.history = {entry(0, kNew, kDeployed - 1s), entry(1, kOld, kDeployed), entry(2, kNew, kStart)};
                  m.operation->automated = false;
                  m.operation->user = u"ann"_s;
              }),
         Kind::Rollback,
         {Actor::Kind::Rollback, u"ann"_s}},
    };
    for (const auto &line : table) {
        Deployment deployment;
        describe(deployment, before(), line.now);
        EXPECT_EQ(nameOf(deployment.kind), nameOf(line.kind)) << line.what;
        EXPECT_EQ(nameOf(deployment.actor.kind), nameOf(line.actor.kind)) << line.what;
        EXPECT_EQ(deployment.actor.name, line.actor.name) << line.what;
    }
    Deployment packaged;
    describe(packaged, before(), with(released(), chart));
    EXPECT_EQ(packaged.chartFrom, "1.2.0"_L1);
    EXPECT_EQ(packaged.chartTo, "1.3.0"_L1);
}

TEST(DeploymentRules, CommitsAndManagersNameTheActorMorePrecisely)
{
    Deployment deployment;
    describe(deployment, before(), released());
    auto byAnn = deployment;
    takeCommit(byAnn, {u"Ann <ann@acme.example>"_s, u"Release 1.5.0"_s, {}});
    EXPECT_EQ(byAnn.actor, (Actor{Actor::Kind::Automated, u"Ann <ann@acme.example>"_s}));
    auto byUpdater = deployment;
    takeCommit(byUpdater, {u"argocd-image-updater <noreply@argoproj.io>"_s, u"build: automatic update of web"_s, {}});
    EXPECT_EQ(byUpdater.actor.kind, Actor::Kind::ImageUpdater);
    takeManagers(deployment, {u"argocd-image-updater"_s});
    EXPECT_EQ(deployment.actor.kind, Actor::Kind::Automated) << "the settings did not change";
    deployment.actor = {Actor::Kind::ParameterOverride, {}};
    auto byParent = deployment;
    takeManagers(byParent, {u"argocd-controller"_s, u"image-updater"_s});
    EXPECT_EQ(byParent.actor, (Actor{Actor::Kind::ParameterOverride, u"argocd-controller"_s}));
    takeManagers(deployment, {u"image-updater"_s, u"argocd-controller"_s});
    EXPECT_EQ(deployment.actor.kind, Actor::Kind::ImageUpdater);
}

} // namespace

} // namespace lynceus
