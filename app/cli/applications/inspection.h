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

/// What was read of one application for `status`, `tree` and `explain`.
struct Inspection
{
    ApplicationKey key;
    QUrl url;                                        ///< its page in Argo CD's own window
    Instant readAt{};                                ///< server's clock
    std::shared_ptr<const Application> application;  ///< never null
    std::shared_ptr<const ResourceTree> tree;        ///< null: not asked for, or not to be seen
    std::shared_ptr<const ManagedResources> managed; ///< the same
    std::optional<Error> treeError;                  ///< why the account does not see it
    std::optional<Error> managedError;               ///< the same
    std::optional<RevisionMetadata> commit;          ///< behind the first revision, where the server knows it
};

/// "argocd/shop-web", or the name alone where the namespace is not known.
[[nodiscard]] QString qualifiedName(const ApplicationKey &key);

} // namespace lynceus
