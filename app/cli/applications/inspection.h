#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/application.h"
#include "core/domain/model/applicationurl.h"
#include "core/domain/model/event.h"
#include "core/domain/model/managedresources.h"
#include "core/domain/model/resourcetree.h"

#include <QUrl>

#include <memory>
#include <optional>

namespace lynceus {

/// The data of one application for `status`, `tree` and `explain`.
struct Inspection
{
    ApplicationKey key;
    QUrl url;                                        ///< the application's page in the web UI of Argo CD
    Instant readAt{};                                ///< server's clock
    std::shared_ptr<const Application> application;  ///< never null
    std::shared_ptr<const ResourceTree> tree;        ///< null: not requested, or not visible to the account
    std::shared_ptr<const ManagedResources> managed; ///< null: as for `tree`
    std::optional<Error> treeError;                  ///< why the account cannot read the tree
    std::optional<Error> managedError;               ///< why the account cannot read the managed resources
    std::optional<RevisionMetadata> commit;          ///< commit of the first revision, if the server knows it
};

/// "argocd/shop-web", or only the name if the namespace is unknown.
[[nodiscard]] QString qualifiedName(const ApplicationKey &key);

} // namespace lynceus
