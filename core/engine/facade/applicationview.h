#pragma once

#include "core/domain/argocd/requests.h"
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

/// Log lines of one container while somebody looks at them. Destroying it closes the stream.
class LogView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void linesArrived(const std::vector<lynceus::LogLine> &lines);
    /// At most once. Forbidden: this account may not read logs in the project. No error: the container ended.
    void ended(const std::optional<lynceus::Error> &error);
};

/// One application while somebody looks at it: its whole value, its tree kept up to date, and questions about parts of
/// it. Lives in the thread of its creator; destroying it ends all reading. At most three trees per instance have a
/// stream of their own, the others are read again and again.
class ApplicationView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual ApplicationKey key() const = 0;
    [[nodiscard]] virtual std::shared_ptr<const Application> application() const = 0; ///< null: not read yet
    [[nodiscard]] virtual std::shared_ptr<const ResourceTree> tree() const = 0;       ///< null: not read yet

    // Each settles exactly once, never after @p context died. Errors as ArgoCdClient says.
    [[nodiscard]] virtual QFuture<Result<std::vector<ResourceEvent>>> events(const ResourceNode &resource,
                                                                             QObject *context) = 0;
    [[nodiscard]] virtual QFuture<Result<std::vector<ResourceEvent>>> applicationEvents(QObject *context) = 0;
    [[nodiscard]] virtual QFuture<Result<Manifests>> manifests(const ResourceNode &resource, QObject *context) = 0;
    [[nodiscard]] virtual QFuture<Result<RevisionMetadata>> commit(const QString &revision, QObject *context) = 0;
    /// Follows the log until the view or @p parent is destroyed. Never null.
    [[nodiscard]] virtual LogView *follow(const LogQuery &query, QObject *parent) = 0;
    /// Containers of a pod, init containers last, from its live manifest.
    [[nodiscard]] virtual QFuture<Result<QStringList>> containers(const ResourceNode &pod, QObject *context) = 0;

Q_SIGNALS:
    void applicationChanged();
    void treeChanged();
    /// What is shown cannot be read or kept up to date; nothing: it can again. Cancelled: the instance is paused.
    void troubleChanged(const std::optional<lynceus::Error> &trouble);
};

} // namespace lynceus
