#pragma once

#include "core/domain/watch/watchrecord.h"
#include "core/engine/facade/enginesetup.h"
#include "core/io/clock.h"

#include <QObject>
#include <QSet>
#include <QTemporaryDir>
#include <QThread>

#include <memory>

namespace lynceus {

class Engine;

/// Data for `lynceus demo`: two local instances that play built-in recordings, with four watches. One succeeds, one
/// fails, one waits for a manual sync, one is done at once. Further deployments happen without a watch, one by Image
/// Updater and two that fail, after a week of invented deployments. All files are in a temporary folder; nothing is
/// sent to other computers, and the user's own data is not used.
class DemoScenario final : public QObject
{
    Q_OBJECT
public:
    /// Errors: an unreadable recording, no free port, no temporary folder.
    [[nodiscard]] static Result<std::unique_ptr<DemoScenario>> make(const Clock &clock);
    ~DemoScenario() override;

    /// For the engine that shows the demo.
    [[nodiscard]] EngineSetup setup() const;
    /// Registers the watches once the engine knows the applications. Call before Engine::start().
    void registerWatchesIn(Engine &engine);

    /// The requests of these watches, with the ids of the demo's instances.
    [[nodiscard]] std::vector<WatchRequest> requests() const;

private:
    explicit DemoScenario(const Clock &clock);
    [[nodiscard]] Result<void> serve();
    /// Writes past deployments to the engine's store.
    [[nodiscard]] Result<void> invent() const;

    const Clock &m_clock;
    QTemporaryDir m_folder;
    QThread m_thread;          ///< of the servers, so that their work does not slow down the window
    QObject *m_room = nullptr; ///< lives in m_thread and owns the servers
    QSet<QString> m_awaited;   ///< instances that the engine has not listed yet
};

} // namespace lynceus
