#pragma once

#include "core/domain/model/ids.h"
#include "core/domain/syncwindows/syncwindow.h"
#include "core/engine/facade/applicationview.h"

#include <QHash>
#include <QTimer>

namespace lynceus::test {

/// The responses of a FakeEngine about one application beyond its list entry; tests set them before or while it is
/// shown.
struct FakeAnswers
{
    std::shared_ptr<const ResourceTree> tree; ///< null until first read
    Result<std::vector<ResourceEvent>> applicationEvents;
    QHash<ResourceKey, Result<std::vector<ResourceEvent>>> events; ///< empty for others
    QHash<ResourceKey, Result<Manifests>> manifests;               ///< both empty for others
    QHash<QString, Result<RevisionMetadata>> commits;              ///< by revision; NotFound for others
    QHash<QString, QStringList> containers;                        ///< by pod name; one named "app" for others
    QHash<QString, std::vector<LogLine>> logs;                     ///< by "POD/CONTAINER"; nothing for others
    std::optional<Error> logError;                                 ///< ends each log at once
    std::optional<Error> trouble;
    Result<SyncWindowBlock> syncWindow; ///< default: no window is closed
};

/// A log that tests write to; its initial lines are emitted in the next iteration of the event loop.
class FakeLogView final : public LogView
{
    Q_OBJECT
public:
    FakeLogView(LogQuery query, QObject *parent);

    [[nodiscard]] const LogQuery &query() const { return m_query; }
    void write(const std::vector<LogLine> &lines);
    void end(const std::optional<Error> &error = {});

private:
    LogQuery m_query;
};

/// Settles in the next iteration of the event loop, as with a network, unless responses are held.
class FakeApplicationView final : public ApplicationView
{
    Q_OBJECT
public:
    FakeApplicationView(ApplicationKey key, std::shared_ptr<const Application> application,
                        std::shared_ptr<FakeAnswers> answers, std::shared_ptr<const bool> held, QObject *parent);

    void reportApplication(std::shared_ptr<const Application> application);
    void reportTree();
    void reportTrouble();
    /// The currently followed logs, the oldest first.
    [[nodiscard]] QList<FakeLogView *> logs() const { return findChildren<FakeLogView *>(); }

    [[nodiscard]] ApplicationKey key() const override { return m_key; }
    [[nodiscard]] std::shared_ptr<const Application> application() const override { return m_application; }
    [[nodiscard]] std::shared_ptr<const ResourceTree> tree() const override { return m_answers->tree; }
    [[nodiscard]] QFuture<Result<std::vector<ResourceEvent>>> events(const ResourceNode &resource,
                                                                     QObject *context) override;
    [[nodiscard]] QFuture<Result<std::vector<ResourceEvent>>> applicationEvents(QObject *context) override;
    [[nodiscard]] QFuture<Result<Manifests>> manifests(const ResourceNode &resource, QObject *context) override;
    [[nodiscard]] QFuture<Result<RevisionMetadata>> commit(const QString &revision, QObject *context) override;
    [[nodiscard]] LogView *follow(const LogQuery &query, QObject *parent) override;
    [[nodiscard]] QFuture<Result<QStringList>> containers(const ResourceNode &pod, QObject *context) override;

private:
    ApplicationKey m_key;
    std::shared_ptr<const Application> m_application;
    std::shared_ptr<FakeAnswers> m_answers; ///< shared with the engine: may change while the view is open
    std::shared_ptr<const bool> m_held;
};

} // namespace lynceus::test
