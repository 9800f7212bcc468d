#pragma once

#include "core/domain/argocd/requests/requests.h"
#include "core/domain/base/result.h"
#include "core/domain/model/application.h"
#include "core/domain/model/event.h"
#include "core/domain/model/manifests.h"
#include "core/domain/model/resourcetree.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>

namespace lynceus {

/// Follows the log of one container. Destroying it closes the stream.
class LogView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void linesArrived(const std::vector<lynceus::LogLine> &lines);
    /// Emitted at most once. Forbidden: the account may not read logs in the project. No error: the container ended.
    void ended(const std::optional<lynceus::Error> &error);
};

/// Keeps one application and its resource tree up to date while a view shows them, and answers requests about their
/// parts. Lives in the thread of its creator; destroying it stops all reading. Per instance, at most three trees are
/// streamed (TreeStreamLimiter::kMost); the others are polled.
class ApplicationView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual ApplicationKey key() const = 0;
    [[nodiscard]] virtual std::shared_ptr<const Application> application() const = 0; ///< null until first read
    [[nodiscard]] virtual std::shared_ptr<const ResourceTree> tree() const = 0;       ///< null until first read

    // Each future settles exactly once, and never after @p context was destroyed. Errors: see ArgoCdClient.
    [[nodiscard]] virtual QFuture<Result<std::vector<ResourceEvent>>> events(const ResourceNode &resource,
                                                                             QObject *context) = 0;
    [[nodiscard]] virtual QFuture<Result<std::vector<ResourceEvent>>> applicationEvents(QObject *context) = 0;
    [[nodiscard]] virtual QFuture<Result<Manifests>> manifests(const ResourceNode &resource, QObject *context) = 0;
    [[nodiscard]] virtual QFuture<Result<RevisionMetadata>> commit(const QString &revision, QObject *context) = 0;
    /// Follows the log until the view or @p parent is destroyed. Never null.
    [[nodiscard]] virtual LogView *follow(const LogQuery &query, QObject *parent) = 0;
    /// Names of the containers in the pod's live manifest, init containers last.
    [[nodiscard]] virtual QFuture<Result<QStringList>> containers(const ResourceNode &pod, QObject *context) = 0;

Q_SIGNALS:
    void applicationChanged();
    void treeChanged();
    /// Set when the shown data cannot be read or updated, empty when it can again. Cancelled: the instance is paused.
    void troubleChanged(const std::optional<lynceus::Error> &trouble);
};

} // namespace lynceus
