#pragma once

#include "core/engine/facade/applicationview.h"
#include "core/engine/facade/engineservices.h"
#include "core/engine/facade/enginethread.h"
#include "core/engine/views/logfollower.h"

#include <QPointer>

namespace lynceus {

/// Proxy in the user's thread for a LogFollower in the engine's thread.
class LocalLogView final : public LogView
{
    Q_OBJECT
public:
    explicit LocalLogView(QObject *parent);
    ~LocalLogView() override;

    void follow(const LogQuery &query, EngineThread &thread, const std::shared_ptr<EngineSlot> &engine,
                const std::shared_ptr<QPointer<ViewSession>> &session);
    /// Stops reading; no signal is emitted afterwards.
    void close();

private:
    QPointer<EngineThread> m_thread;
    std::shared_ptr<QPointer<LogFollower>> m_follower; ///< dereference only in the engine's thread
    bool m_closed = false;
};

} // namespace lynceus
