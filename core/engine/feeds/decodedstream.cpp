#include "core/engine/feeds/decodedstream.h"

namespace lynceus {

DecodedStream::DecodedStream(const InstanceAccess &access, const ApiPath &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(access, path, clock)
{
    connect(&m_connection, &StreamConnection::opened, this, &DecodedStream::opened);
    connect(&m_connection, &StreamConnection::keepaliveArrived, this, &DecodedStream::received);
    connect(&m_connection, &StreamConnection::frameArrived, this, &DecodedStream::takeFrame);
    connect(&m_connection, &StreamConnection::ended, this, &DecodedStream::end);
}

void DecodedStream::takeFrame(const QByteArray &payload)
{
    if (m_over)
        return;
    if (const auto taken = take(payload); !taken)
        end(taken.error());
}

void DecodedStream::end(const Error &error)
{
    if (!std::exchange(m_over, true))
        Q_EMIT ended(error);
}

} // namespace lynceus
