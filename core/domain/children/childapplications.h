#pragma once

#include "core/domain/argocd/applicationsetcontents.h"
#include "core/domain/model/application.h"
#include "core/domain/model/imagereference.h"
#include "core/domain/model/managedresources.h"
#include "core/domain/rollout/verdict.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace lynceus {

/// What stands for other applications: an application that manages some (an app of apps), or an ApplicationSet.
enum class ParentKind { Application, ApplicationSet };

[[nodiscard]] QString nameOf(ParentKind kind);

/// What a parent names: an application, or an ApplicationSet with further ones.
struct ChildReference
{
    ParentKind kind = ParentKind::Application;
    QString nameSpace; ///< empty: not said
    QString name;
    /// It exists as the parent wants it. Else it may not have been created yet, or another sync of it is to come.
    bool isApplied = true;

    friend bool operator==(const ChildReference &, const ChildReference &) = default;
};

/// Of the resources of @p parent; in their order.
[[nodiscard]] std::vector<ChildReference> childrenOf(const Application &parent);
/// Nothing: the answer does not say which there are (ApplicationSetContents::applications).
[[nodiscard]] std::optional<std::vector<ChildReference>> childrenOf(const ApplicationSetContents &set);
/// Those of @p listed that the ApplicationSet @p name owns. @p nameSpace: of the ApplicationSet; empty: any.
[[nodiscard]] std::vector<ChildReference> ownedBy(const QString &name, const QString &nameSpace,
                                                  const std::vector<Application> &listed);

/// Why it is not known yet what @p parent stands for, or what its children are to be; nothing: it is.
/// @p isCompared: Argo CD has compared it with git since the release was registered.
/// @p wantsApplied: the release expects another version than images: then the children's own specs must be what the
/// parent wants, because pods cannot prove which revision is meant.
[[nodiscard]] std::optional<Blocker> pendingOf(const Application &parent, bool isCompared, bool wantsApplied);

/// Which of @p images the manifests name by their repository, wanted or live ones: a commit may not be noticed yet.
[[nodiscard]] std::vector<ImageReference> usedImages(const ManagedResources &manifests,
                                                     const std::vector<ImageReference> &images,
                                                     const RegistryProxies &proxies);
/// All images that the manifests name, wanted and live ones; each text once. Not what applications and ApplicationSets
/// among them give to theirs.
[[nodiscard]] QStringList manifestImages(const ManagedResources &manifests);

/// How a release of a parent's applications stands. @p outcomes: of the applications' watches; @p isComplete: these are
/// all, and nothing about the parent is pending; @p isLate: the deadline has passed. The worst decides once all watches
/// have ended; a release that is incomplete, or of no application, is never deployed.
[[nodiscard]] Outcome releaseOutcome(const std::vector<Outcome> &outcomes, bool isComplete, bool isLate);

} // namespace lynceus
