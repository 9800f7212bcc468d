#pragma once

#include "core/domain/base/result.h"
#include "core/io/http/requests/streamconnection.h"

#include <QObject>

namespace lynceus {

/// An Argo CD stream whose subclass decodes each frame. The first frame that cannot be decoded ends it. No signal is
/// emitted after ended().
class DecodedStream : public QObject
{
    Q_OBJECT
public:
    void open() { m_connection.open(); }

Q_SIGNALS:
    void opened();
    /// A keepalive, or a frame without another signal, was received.
    void received();
    void ended(const lynceus::Error &error);

protected:
    DecodedStream(const InstanceAccess &access, const ApiPath &path, const Clock &clock, QObject *parent);

    /// Emits the content of a frame by the subclass's own signals. Must not return an error after emitting: a slot may
    /// have destroyed the stream.
    [[nodiscard]] virtual Result<void> take(const QByteArray &payload) = 0;

private:
    void takeFrame(const QByteArray &payload);
    void end(const Error &error);

    StreamConnection m_connection;
    bool m_over = false;
};

} // namespace lynceus
