#pragma once

#include "core/engine/facade/applicationview.h"
#include "core/engine/facade/engineservices.h"
#include "core/engine/facade/enginethread.h"
#include "core/engine/views/logfollower.h"

#include <QPointer>

namespace lynceus {

/// A log in the thread of whoever reads it, of a follower in the engine's thread.
class LocalLogView final : public LogView
{
    Q_OBJECT
public:
    explicit LocalLogView(QObject *parent);
    ~LocalLogView() override;

    void follow(const LogQuery &query, EngineThread &thread, const std::shared_ptr<EngineSlot> &engine,
                const std::shared_ptr<QPointer<ViewSession>> &session);
    /// Ends the reading; nothing comes afterwards.
    void close();

private:
    QPointer<EngineThread> m_thread;
    std::shared_ptr<QPointer<LogFollower>> m_follower; ///< what it points to is the other thread's
    bool m_closed = false;
};

} // namespace lynceus
