#pragma once

#include "core/domain/images/imagereference.h"
#include "core/domain/model/managedresources.h"
#include "core/domain/model/resourcetree.h"
#include "core/domain/podimages/containerstatus.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace lynceus {

/// Determines what pods run whose references cannot be compared with the expected ones: a digest where a tag is
/// expected, or the reverse. The status in a pod's live manifest has both. Completes references in trees and manifests
/// with known data only, without guessing. Pure: the caller passes monotonic times.
class PodImages final
{
public:
    PodImages(std::vector<ImageReference> expected, RegistryProxies proxies);

    struct Pod
    {
        ResourceKey key;
        QString version;
        QString uid;
    };
    /// The pod whose live manifest should be read now; empty if none would add information.
    [[nodiscard]] std::optional<Pod> wanted(const ResourceTree &tree, Duration now) const;
    void asked(const Pod &pod, Duration now);
    void take(const Pod &pod, const std::vector<ContainerStatus> &containers);
    /// Whether there are pods with references that cannot be compared and that were never requested.
    [[nodiscard]] bool hasUnread(const ResourceTree &tree) const;

    /// Returns the same pointer if nothing can be completed; for the same tree, the previous result while nothing new
    /// is known.
    [[nodiscard]] std::shared_ptr<const ResourceTree> completed(const std::shared_ptr<const ResourceTree> &tree) const;
    /// Completes live manifests only; targets stay as in git.
    [[nodiscard]] std::shared_ptr<const ManagedResources> completed(
        const std::shared_ptr<const ManagedResources> &managed) const;

private:
    struct Asked
    {
        Duration at{0};
        int times = 0;
    };
    /// A reference with a digest, completed by a tag for the same content at a node.
    struct Tagged
    {
        QString image;
        bool isExpected = false; ///< it is an expected image; nothing more to find out
        int pods = 0;            ///< number of pods that were read without finding it
    };

    /// The reference cannot be compared with an expected one of the same repository.
    [[nodiscard]] bool isUnclear(const QString &image) const;
    /// One of its images is unknown, or another pod may know more than the tag of its reference.
    [[nodiscard]] bool isUnclear(const ResourceNode &node) const;
    [[nodiscard]] bool isUnknown(const ResourceNode &node) const;
    [[nodiscard]] bool isExpected(const ImageReference &actual) const;
    void takeTag(const ImageReference &actual, const ContainerStatus &container);
    /// @p uid: of the pod; empty: of a template.
    [[nodiscard]] QString completed(const QString &uid, const QString &image) const;
    [[nodiscard]] QStringList completedAll(const QString &uid, const QStringList &images) const;

    std::vector<ImageReference> m_expected;
    RegistryProxies m_proxies;
    QHash<QString, Tagged> m_tagged;                    ///< by reference with digest
    QHash<QString, QHash<QString, QString>> m_digested; ///< by pod uid: reference with tag → with tag and digest
    QHash<QString, Asked> m_asked;                      ///< by pod uid
    mutable QHash<QString, bool> m_unclear;             ///< cached results for references
    // Last input and result, which are requested for every observation.
    mutable std::shared_ptr<const ResourceTree> m_tree;
    mutable std::shared_ptr<const ResourceTree> m_completedTree;
    mutable std::shared_ptr<const ManagedResources> m_managed;
    mutable std::shared_ptr<const ManagedResources> m_completedManaged;
};

} // namespace lynceus
