#pragma once

#include "core/domain/model/imagereference.h"
#include "core/domain/model/managedresources.h"
#include "core/domain/model/resourcetree.h"
#include "core/domain/podimages/containerstatus.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace lynceus {

/// What pods run whose references cannot be compared with the expected ones: a digest where a tag is expected, or a tag
/// where a digest is. The status in a pod's live manifest tells both. Completes references of trees and manifests with
/// what is known, never with what is likely. Pure: times are monotonic and come from the caller.
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
    /// The pod whose live manifest should be read now; nothing: none would tell more.
    [[nodiscard]] std::optional<Pod> wanted(const ResourceTree &tree, Duration now) const;
    void asked(const Pod &pod, Duration now);
    void take(const Pod &pod, const std::vector<ContainerStatus> &containers);
    /// Whether there are pods whose references cannot be compared and which were never asked about.
    [[nodiscard]] bool hasUnread(const ResourceTree &tree) const;

    /// The same pointer if nothing in it can be completed; the same one again for the same tree while nothing more is
    /// known.
    [[nodiscard]] std::shared_ptr<const ResourceTree> completed(const std::shared_ptr<const ResourceTree> &tree) const;
    /// Live manifests only: what git wants is what git says.
    [[nodiscard]] std::shared_ptr<const ManagedResources> completed(
        const std::shared_ptr<const ManagedResources> &managed) const;

private:
    struct Asked
    {
        Duration at{0};
        int times = 0;
    };
    /// A reference with a digest, completed by a tag under which a node has this content.
    struct Tagged
    {
        QString image;
        bool isExpected = false; ///< that is an expected image, and nothing more is to be found out
        int pods = 0;            ///< that were read without finding it
    };

    /// Its reference cannot be compared with an expected one of the same repository.
    [[nodiscard]] bool isUnclear(const QString &image) const;
    /// Nothing is known of one of its images, or another pod may know more than this reference's tag.
    [[nodiscard]] bool isUnclear(const ResourceNode &node) const;
    [[nodiscard]] bool isUnknown(const ResourceNode &node) const;
    [[nodiscard]] bool isExpected(const ImageReference &actual) const;
    void takeTag(const ImageReference &actual, const ContainerStatus &container);
    /// @p uid: of the pod; empty: a template's.
    [[nodiscard]] QString completed(const QString &uid, const QString &image) const;
    [[nodiscard]] QStringList completedAll(const QString &uid, const QStringList &images) const;

    std::vector<ImageReference> m_expected;
    RegistryProxies m_proxies;
    QHash<QString, Tagged> m_tagged; ///< by the reference with a digest
    QHash<QString, QHash<QString, QString>>
        m_digested;                         ///< by the pod's uid: reference with a tag → with its digest, too
    QHash<QString, Asked> m_asked;          ///< by uid
    mutable QHash<QString, bool> m_unclear; ///< what was found out about references
    // The last ones and what they were completed to: they are asked for with every look.
    mutable std::shared_ptr<const ResourceTree> m_tree;
    mutable std::shared_ptr<const ResourceTree> m_completedTree;
    mutable std::shared_ptr<const ManagedResources> m_managed;
    mutable std::shared_ptr<const ManagedResources> m_completedManaged;
};

} // namespace lynceus
