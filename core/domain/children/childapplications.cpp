#include "core/domain/children/childapplications.h"

#include "core/domain/rollout/verdict/worstoutcome.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

std::optional<ParentKind> kindOf(const ResourceKey &key)
{
    if (key.group != "argoproj.io"_L1)
        return std::nullopt;
    if (key.kind == "Application"_L1)
        return ParentKind::Application;
    if (key.kind == "ApplicationSet"_L1)
        return ParentKind::ApplicationSet;
    return std::nullopt;
}

void addAll(QStringList &images, const QStringList &more)
{
    for (const auto &image : more) {
        if (!images.contains(image))
            images.append(image);
    }
}

bool isRunning(const Application &application)
{
    return application.pendingOperation
        || (application.operationState && application.operationState->phase == OperationPhase::Running);
}

const ManagedResourceStatus *firstNotApplied(const Application &parent)
{
    const auto found = std::ranges::find_if(parent.resources, [](const ManagedResourceStatus &resource) {
        return !resource.hook && kindOf(resource.key) && resource.sync != SyncStatus::Synced;
    });
    return found == parent.resources.end() ? nullptr : &*found;
}

QString messageOf(const Application &application, QStringView type)
{
    const auto found = std::ranges::find(application.conditions, type, &ApplicationCondition::type);
    return found == application.conditions.end() ? QString() : found->message;
}

} // namespace

QString nameOf(ParentKind kind)
{
    return kind == ParentKind::Application ? u"Application"_s : u"ApplicationSet"_s;
}

std::vector<ChildReference> childrenOf(const Application &parent)
{
    std::vector<ChildReference> children;
    for (const auto &resource : parent.resources) {
        const auto kind = kindOf(resource.key);
        if (kind && !resource.hook)
            children.push_back({*kind, resource.key.nameSpace, resource.key.name, resource.sync == SyncStatus::Synced});
    }
    return children;
}

std::optional<std::vector<ChildReference>> childrenOf(const ApplicationSetContents &set)
{
    if (!set.applications)
        return std::nullopt;
    std::vector<ChildReference> children;
    for (const auto &key : *set.applications) {
        if (kindOf(key) == ParentKind::Application)
            children.push_back({ParentKind::Application, key.nameSpace, key.name, true});
    }
    return children;
}

std::vector<ChildReference> ownedBy(const QString &name, const QString &nameSpace,
                                    const std::vector<Application> &listed)
{
    std::vector<ChildReference> children;
    for (const auto &application : listed) {
        // An owner is always in the namespace of its objects.
        const bool isElsewhere =
            !nameSpace.isEmpty() && !application.nameSpace.isEmpty() && application.nameSpace != nameSpace;
        if (application.applicationSet == name && !isElsewhere)
            children.push_back({ParentKind::Application, application.nameSpace, application.name, true});
    }
    return children;
}

std::optional<Blocker> pendingOf(const Application &parent, bool isCompared, bool wantsApplied)
{
    if (parent.skipReconcile)
        return Blocker{Blocker::Kind::SkipReconcile, {}, {}, std::nullopt};
    // Rendering failed, so its resources are not those in git.
    if (const auto error = messageOf(parent, u"ComparisonError"); !error.isEmpty())
        return Blocker{Blocker::Kind::DesiredStateError, {}, error, std::nullopt};
    if (!isCompared || parent.sync == SyncStatus::Unknown)
        return Blocker{Blocker::Kind::ComparisonAwaited, {}, {}, std::nullopt};
    if (!wantsApplied)
        return std::nullopt;
    if (isRunning(parent))
        return Blocker{Blocker::Kind::SyncRunning,
                       {},
                       parent.operationState ? parent.operationState->message : QString(),
                       std::nullopt};
    if (const auto *waiting = firstNotApplied(parent))
        return Blocker{Blocker::Kind::SyncAwaited, {}, nameOf(*kindOf(waiting->key)) + u' ' + waiting->key.name, {}};
    return std::nullopt;
}

QStringList manifestImages(const ManagedResources &manifests)
{
    QStringList images;
    for (const auto &workload : manifests.workloads) {
        for (const auto *spec : {&workload.target, &workload.live}) {
            if (*spec)
                addAll(images, (*spec)->images);
        }
    }
    for (const auto &mention : manifests.mentions) {
        if (kindOf(mention.key))
            continue; // parameters of a child, whose own manifests contain the image
        addAll(images, mention.target);
        addAll(images, mention.live);
    }
    return images;
}

std::vector<ImageReference> usedImages(const ManagedResources &manifests, const std::vector<ImageReference> &images,
                                       const RegistryProxies &proxies)
{
    const auto texts = manifestImages(manifests);
    std::vector<ImageReference> used;
    for (const auto &image : images) {
        const bool isUsed = std::ranges::any_of(texts, [&](const QString &text) {
            const auto reference = parseImageReference(text);
            return reference && sameRepository(*reference, image, proxies);
        });
        if (isUsed && std::ranges::find(used, image) == used.end())
            used.push_back(image);
    }
    return used;
}

Outcome releaseOutcome(const std::vector<Outcome> &outcomes, bool isComplete, bool isLate)
{
    auto ended = outcomes;
    if (isLate)
        std::ranges::replace(ended, Outcome::Waiting, Outcome::TimedOut);
    const auto worst = worstOutcome(ended);
    if (worst != Outcome::Deployed)
        return worst;
    if (isComplete && !outcomes.empty())
        return Outcome::Deployed;
    return isLate ? Outcome::TimedOut : Outcome::Waiting;
}

} // namespace lynceus
