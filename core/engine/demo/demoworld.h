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

/// What `lynceus demo` shows: two instances on this computer that play built-in recordings, and four watches on them.
/// One succeeds, one fails, one waits for somebody to sync, one is done at once. Other releases come that nobody
/// registered, one of them by Image Updater and two that fail, after a week of invented deployments. Everything that it
/// writes is in a folder that goes with it; nothing leaves this computer, and nothing of the person's own is touched.
class DemoWorld final : public QObject
{
    Q_OBJECT
public:
    /// Errors: a recording that cannot be read, no port, no folder for temporary files.
    [[nodiscard]] static Result<std::unique_ptr<DemoWorld>> make(const Clock &clock);
    ~DemoWorld() override;

    /// For the engine that looks at it.
    [[nodiscard]] EngineSetup setup() const;
    /// Registers the watches as soon as the engine knows the applications; to be called before Engine::start().
    void tellStoryTo(Engine &engine);

    /// What is registered, with the ids of this world's instances.
    [[nodiscard]] std::vector<WatchRequest> story() const;

private:
    explicit DemoWorld(const Clock &clock);
    [[nodiscard]] Result<void> serve();
    /// The past, in the store that the engine will read.
    [[nodiscard]] Result<void> invent() const;

    const Clock &m_clock;
    QTemporaryDir m_folder;
    QThread m_thread;          ///< the servers': what they pack and write must not be felt in the window
    QObject *m_room = nullptr; ///< lives there, and owns them
    QSet<QString> m_awaited;   ///< instances that the engine has not listed yet
};

} // namespace lynceus
