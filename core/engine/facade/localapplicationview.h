#pragma once

#include "core/engine/facade/applicationview.h"
#include "core/engine/facade/engineservices.h"
#include "core/engine/facade/enginethread.h"

#include <QPointer>

namespace lynceus {

/// Proxy in the user's thread for a ViewSession in the engine's thread. Keeps its last values if the engine is
/// destroyed first.
class LocalApplicationView final : public ApplicationView
{
    Q_OBJECT
public:
    LocalApplicationView(ApplicationKey key, EngineThread &thread, std::shared_ptr<EngineSlot> engine, QObject *parent);
    ~LocalApplicationView() override;

    [[nodiscard]] ApplicationKey key() const override { return m_key; }
    [[nodiscard]] std::shared_ptr<const Application> application() const override { return m_application; }
    [[nodiscard]] std::shared_ptr<const ResourceTree> tree() const override { return m_tree; }

    [[nodiscard]] QFuture<Result<std::vector<ResourceEvent>>> events(const ResourceNode &resource,
                                                                     QObject *context) override;
    [[nodiscard]] QFuture<Result<std::vector<ResourceEvent>>> applicationEvents(QObject *context) override;
    [[nodiscard]] QFuture<Result<Manifests>> manifests(const ResourceNode &resource, QObject *context) override;
    [[nodiscard]] QFuture<Result<RevisionMetadata>> commit(const QString &revision, QObject *context) override;
    [[nodiscard]] LogView *follow(const LogQuery &query, QObject *parent) override;
    [[nodiscard]] QFuture<Result<QStringList>> containers(const ResourceNode &pod, QObject *context) override;

private:
    void open();
    template<typename T, typename Question>
    [[nodiscard]] QFuture<Result<T>> ask(QObject *context, Question question);

    ApplicationKey m_key;
    QPointer<EngineThread> m_thread;
    std::shared_ptr<EngineSlot> m_engine;
    std::shared_ptr<QPointer<ViewSession>> m_session; ///< dereference only in the engine's thread
    std::shared_ptr<const Application> m_application;
    std::shared_ptr<const ResourceTree> m_tree;
};

} // namespace lynceus
