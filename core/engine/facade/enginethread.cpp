#include "core/engine/facade/enginethread.h"

#include <utility>

namespace lynceus {

EngineThread::EngineThread(QObject *parent)
    : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("engine"));
}

EngineThread::~EngineThread()
{
    stop();
}

void EngineThread::start(std::function<void(QObject *)> build)
{
    Q_ASSERT(!m_room);
    m_room = new QObject;
    m_room->moveToThread(&m_thread);
    m_thread.start();
    post([room = m_room, build = std::move(build)] { build(room); });
}

void EngineThread::stop()
{
    if (!m_room)
        return;
    auto *room = std::exchange(m_room, nullptr);
    QMetaObject::invokeMethod(
        room,
        [this, room] {
            room->deleteLater(); // in its own thread, after the current event
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
    const auto open = std::exchange(m_open, {});
    for (const auto &[id, each] : open)
        each.cancel();
}

void EngineThread::post(std::function<void()> work)
{
    if (m_room)
        QMetaObject::invokeMethod(m_room, std::move(work), Qt::QueuedConnection);
}

void EngineThread::postHome(std::function<void()> work)
{
    QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
}

void EngineThread::drop(quint64 id)
{
    if (m_open.erase(id) > 0)
        post([this, id] { forgetContext(id); });
}

void EngineThread::forgetContext(quint64 id)
{
    const auto found = m_contexts.find(id);
    if (found == m_contexts.end())
        return;
    found->second->deleteLater(); // its own answer may have called this
    m_contexts.erase(found);
}

} // namespace lynceus
