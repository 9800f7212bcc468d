#pragma once

#include "core/domain/argocd/requests/applicationsetcontents.h"
#include "core/domain/images/imagereference.h"
#include "core/domain/model/application.h"
#include "core/domain/model/managedresources.h"
#include "core/domain/rollout/verdict/verdict.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace lynceus {

/// Kinds of parents: an application that manages others (app of apps), or an ApplicationSet.
enum class ParentKind { Application, ApplicationSet };

[[nodiscard]] QString nameOf(ParentKind kind);

/// A child that a parent names: an application, or an ApplicationSet.
struct ChildReference
{
    ParentKind kind = ParentKind::Application;
    QString nameSpace; ///< may be empty
    QString name;
    /// Exists as the parent specifies. Otherwise it may not be created yet, or it will be synced again.
    bool isApplied = true;

    friend bool operator==(const ChildReference &, const ChildReference &) = default;
};

/// From the resources of @p parent, in order.
[[nodiscard]] std::vector<ChildReference> childrenOf(const Application &parent);
/// Empty if the answer does not list them (ApplicationSetContents::applications).
[[nodiscard]] std::optional<std::vector<ChildReference>> childrenOf(const ApplicationSetContents &set);
/// The applications in @p listed that the ApplicationSet @p name owns. @p nameSpace: of the ApplicationSet; empty: any.
[[nodiscard]] std::vector<ChildReference> ownedBy(const QString &name, const QString &nameSpace,
                                                  const std::vector<Application> &listed);

/// Why the children of @p parent, or what they should be, are not known yet; empty if they are. @p isCompared: Argo CD
/// has compared it with git since the release was registered. @p wantsApplied: the release expects another version than
/// images; the children's specs must then be as the parent specifies, because pods cannot prove a revision.
[[nodiscard]] std::optional<Blocker> pendingOf(const Application &parent, bool isCompared, bool wantsApplied);

/// The @p images whose repository is in the desired or live manifests, because Argo CD may not have noticed a commit
/// yet.
[[nodiscard]] std::vector<ImageReference> usedImages(const ManagedResources &manifests,
                                                     const std::vector<ImageReference> &images,
                                                     const RegistryProxies &proxies);
/// All images in the desired and live manifests, without duplicates. Excludes images that applications and
/// ApplicationSets pass to their own manifests.
[[nodiscard]] QStringList manifestImages(const ManagedResources &manifests);

/// Outcome of a release of a parent's applications. @p outcomes: of the applications' watches; @p isComplete: these are
/// all, and nothing about the parent is pending; @p isLate: the deadline has passed. The worst outcome counts once all
/// watches have ended; a release that is incomplete or has no application is never deployed.
[[nodiscard]] Outcome releaseOutcome(const std::vector<Outcome> &outcomes, bool isComplete, bool isLate);

} // namespace lynceus
