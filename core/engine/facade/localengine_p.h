#pragma once

#include "core/engine/facade/localengine.h"

namespace lynceus {

template<typename T, typename Work>
QFuture<T> LocalEngine::ask(QObject *context, T cancelled, Work work)
{
    return m_thread.ask<T>(
        context, std::move(cancelled),
        [engine = m_engine, work = std::move(work)](QObject *requests, const EngineThread::Reply<T> &reply) {
            work(*engine->services, requests, reply);
        });
}

namespace detail {

[[nodiscard]] inline tl::unexpected<Error> closing()
{
    return tl::unexpected(Error{Error::Kind::Cancelled, {}, QStringLiteral("Lynceus is quitting"), false, 0});
}

/// Forwards the result of a future in the engine's thread to @p reply.
template<typename T>
void passOn(QFuture<Result<T>> future, QObject *requests, const EngineThread::Reply<Result<T>> &reply)
{
    std::ignore = future.then(requests, [reply](const Result<T> &answer) { reply(answer); });
}

} // namespace detail

} // namespace lynceus
