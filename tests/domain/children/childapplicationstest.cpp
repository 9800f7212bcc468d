#include "core/domain/children/childapplications.h"

#include <gmock/gmock.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

ManagedResourceStatus resource(const QString &kind, const QString &name, SyncStatus sync = SyncStatus::Synced)
{
    ManagedResourceStatus status;
    const bool isOfArgo = kind.startsWith("Application"_L1);
    status.key = {isOfArgo ? u"argoproj.io"_s : u"apps"_s, kind, u"argocd"_s, name};
    status.sync = sync;
    return status;
}

Application parentOf(std::vector<ManagedResourceStatus> resources)
{
    Application parent;
    parent.name = u"shop"_s;
    parent.nameSpace = u"argocd"_s;
    parent.sync = SyncStatus::Synced;
    parent.resources = std::move(resources);
    return parent;
}

ImageReference image(const char *text)
{
    return *parseImageReference(QString::fromLatin1(text));
}

ManagedResources manifestsOf(const QStringList &target, const QStringList &live)
{
    ManagedWorkload workload;
    workload.key = {u"apps"_s, u"Deployment"_s, u"web"_s, u"web"_s};
    workload.target.emplace().images = target;
    workload.live.emplace().images = live;
    ManagedResources manifests;
    manifests.workloads.push_back(std::move(workload));
    return manifests;
}

std::optional<Blocker::Kind> kindOf(const std::optional<Blocker> &blocker)
{
    return blocker ? std::optional(blocker->kind) : std::nullopt;
}

} // namespace

TEST(ChildApplications, AreResourcesOfKindApplicationOrApplicationSet)
{
    auto hook = resource(u"Application"_s, u"smoke-test"_s);
    hook.hook = true;
    auto foreign = resource(u"Application"_s, u"foreign"_s);
    foreign.key.group = u"app.k8s.io"_s;
    const auto parent = parentOf({resource(u"Application"_s, u"shop-web"_s), resource(u"Deployment"_s, u"shop-db"_s),
                                  resource(u"ApplicationSet"_s, u"shop-fleet"_s),
                                  resource(u"Application"_s, u"shop-new"_s, SyncStatus::OutOfSync), hook, foreign});
    EXPECT_THAT(childrenOf(parent),
                ElementsAre(ChildReference{ParentKind::Application, u"argocd"_s, u"shop-web"_s, true},
                            ChildReference{ParentKind::ApplicationSet, u"argocd"_s, u"shop-fleet"_s, true},
                            ChildReference{ParentKind::Application, u"argocd"_s, u"shop-new"_s, false}));
    EXPECT_THAT(childrenOf(parentOf({})), IsEmpty());
}

TEST(ChildApplications, ApplicationsOfASetAreListedOrOwnedByIt)
{
    EXPECT_EQ(childrenOf(ApplicationSetContents{}), std::nullopt) << "the server does not list its applications";
    ApplicationSetContents contents;
    contents.applications = {resource(u"Application"_s, u"fleet-dev"_s).key, resource(u"ConfigMap"_s, u"x"_s).key};
    EXPECT_THAT(*childrenOf(contents),
                ElementsAre(ChildReference{ParentKind::Application, u"argocd"_s, u"fleet-dev"_s, true}));

    std::vector<Application> listed(4);
    const std::array<std::array<QString, 3>, 4> owners{std::array{u"a"_s, u"argocd"_s, u"fleet"_s},
                                                       {u"b"_s, u"team"_s, u"fleet"_s},
                                                       {u"c"_s, u"argocd"_s, u"fleet-2"_s},
                                                       {u"d"_s, u"argocd"_s, QString()}};
    for (std::size_t i = 0; i < listed.size(); ++i) {
        listed[i].name = owners[i][0];
        listed[i].nameSpace = owners[i][1];
        listed[i].applicationSet = owners[i][2];
    }
    EXPECT_THAT(ownedBy(u"fleet"_s, u"argocd"_s, listed),
                ElementsAre(ChildReference{ParentKind::Application, u"argocd"_s, u"a"_s, true}));
    EXPECT_EQ(ownedBy(u"fleet"_s, {}, listed).size(), 2U);
    EXPECT_THAT(ownedBy(u"flee"_s, {}, listed), IsEmpty()) << "names are compared completely";
}

TEST(ChildApplications, ApplicationSetAnswerIsParsed)
{
    const auto contents = applicationSetContents(R"({"metadata":{"name":"fleet"},"status":{"conditions":[
        {"type":"ParametersGenerated","status":"True","message":"all is well"},
        {"type":"ErrorOccurred","status":"True","message":"git is away"}],"resourcesCount":2,"resources":[
        {"group":"argoproj.io","kind":"Application","namespace":"argocd","name":"fleet-dev","status":"Synced"},
        {"group":"argoproj.io","kind":"Application","namespace":"argocd","name":"fleet-prod"}]}})");
    ASSERT_TRUE(contents);
    EXPECT_EQ(contents->error, u"git is away"_s);
    ASSERT_TRUE(contents->applications);
    EXPECT_THAT(
        *contents->applications,
        ElementsAre(resource(u"Application"_s, u"fleet-dev"_s).key, resource(u"Application"_s, u"fleet-prod"_s).key));
    for (const QByteArray status :
         {R"({})", R"({"resources":null})", R"({"resourcesCount":2,"resources":[{"kind":"Application"}]})"}) {
        const auto cut = applicationSetContents("{\"status\":" + status + '}');
        ASSERT_TRUE(cut) << status.toStdString();
        EXPECT_FALSE(cut->applications) << status.toStdString();
    }
    EXPECT_TRUE(applicationSetContents(R"({"status":{"resources":[]}})")->applications);
    EXPECT_EQ(applicationSetContents(
                  R"({"status":{"conditions":[{"type":"ErrorOccurred","status":"False","message":"none"}]}})")
                  ->error,
              QString());
    EXPECT_EQ(applicationSetContents(R"({"status":{"resources":[{"name":5}]}})").error().kind, Error::Kind::Malformed);
}

TEST(ChildApplications, ParentIsPendingUntilComparedAndChildrenApplied)
{
    const auto synced = parentOf({resource(u"Application"_s, u"a"_s)});
    const auto behind = parentOf({resource(u"Application"_s, u"a"_s, SyncStatus::OutOfSync)});
    auto busy = synced;
    busy.operationState.emplace().phase = OperationPhase::Running;
    auto broken = synced;
    broken.conditions.push_back({u"ComparisonError"_s, u"no such chart"_s, std::nullopt});
    auto skipped = synced;
    skipped.skipReconcile = true;
    auto unknown = synced;
    unknown.sync = SyncStatus::Unknown;
    struct Row
    {
        const Application &parent;
        bool isCompared;
        bool wantsApplied;
        std::optional<Blocker::Kind> pending;
    };
    const Row rows[]{
        {synced, true, false, std::nullopt},
        {synced, true, true, std::nullopt},
        {synced, false, false, Blocker::Kind::ComparisonAwaited},
        {behind, true, false, std::nullopt}, // the pods prove an image
        {behind, true, true, Blocker::Kind::SyncAwaited},
        {behind, false, true, Blocker::Kind::ComparisonAwaited},
        {busy, true, false, std::nullopt},
        {busy, true, true, Blocker::Kind::SyncRunning},
        {broken, true, false, Blocker::Kind::DesiredStateError},
        {skipped, true, false, Blocker::Kind::SkipReconcile},
        {unknown, true, false, Blocker::Kind::ComparisonAwaited},
    };
    for (std::size_t i = 0; i < std::size(rows); ++i)
        EXPECT_EQ(kindOf(pendingOf(rows[i].parent, rows[i].isCompared, rows[i].wantsApplied)), rows[i].pending)
            << "row " << i;
}

TEST(ChildApplications, UseAnImageByTargetOrLiveManifests)
{
    const auto web = image("ghcr.io/acme/web:2");
    const auto api = image("ghcr.io/acme/api:2");
    EXPECT_THAT(usedImages(manifestsOf({u"ghcr.io/acme/web:1"_s}, {}), {web, api, web}, {}), ElementsAre(web));
    EXPECT_THAT(usedImages(manifestsOf({}, {u"ghcr.io/acme/api:1"_s}), {web, api}, {}), ElementsAre(api));
    EXPECT_THAT(
        usedImages(manifestsOf({u"harbor.acme.example/ghcr.io/acme/web:1"_s}, {}), {web}, {u"harbor.acme.example"_s}),
        ElementsAre(web));
    EXPECT_THAT(usedImages(manifestsOf({u"ghcr.io/acme/web-2:1"_s}, {}), {web}, {}), IsEmpty());
    // Parameters that a parent passes to a child are not images of the parent.
    ManagedResources parameters;
    parameters.mentions.push_back({resource(u"Application"_s, u"a"_s).key, {u"ghcr.io/acme/web:2"_s}, {}});
    EXPECT_THAT(usedImages(parameters, {web}, {}), IsEmpty());
    parameters.mentions.push_back({{{}, u"ConfigMap"_s, u"a"_s, u"c"_s}, {u"ghcr.io/acme/web:2"_s}, {}});
    EXPECT_THAT(usedImages(parameters, {web}, {}), ElementsAre(web));
}

TEST(ReleaseOutcome, WorstOutcomeDecidesAndAnIncompleteReleaseIsNotDeployed)
{
    using O = Outcome;
    struct Row
    {
        std::vector<Outcome> outcomes;
        bool isComplete;
        bool isLate;
        Outcome release;
    };
    const Row rows[]{
        {{O::Deployed, O::Deployed}, true, false, O::Deployed},
        {{O::Deployed, O::Deployed}, true, true, O::Deployed},
        {{O::Deployed, O::Deployed}, false, false, O::Waiting}, // another application may appear
        {{O::Deployed, O::Deployed}, false, true, O::TimedOut},
        {{}, true, false, O::Waiting}, // a release without applications
        {{}, true, true, O::TimedOut},
        {{}, false, true, O::TimedOut},
        {{O::Deployed, O::Failed}, true, false, O::Failed},
        {{O::Deployed, O::Failed}, false, false, O::Failed}, // no later application can change this
        {{O::Failed, O::Gone}, true, false, O::Gone},
        {{O::Failed, O::TimedOut, O::Deployed}, true, false, O::Failed},
        {{O::Superseded, O::TimedOut}, true, false, O::Superseded},
        {{O::Deployed, O::Waiting}, true, false, O::Waiting},
        {{O::Failed, O::Waiting}, true, false, O::Waiting},
        {{O::Deployed, O::Waiting}, true, true, O::TimedOut},
        {{O::Failed, O::Waiting}, true, true, O::Failed},
    };
    for (std::size_t i = 0; i < std::size(rows); ++i)
        EXPECT_EQ(releaseOutcome(rows[i].outcomes, rows[i].isComplete, rows[i].isLate), rows[i].release) << "row " << i;
}

} // namespace lynceus
