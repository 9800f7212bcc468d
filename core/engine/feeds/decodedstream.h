#pragma once

#include "core/domain/base/result.h"
#include "core/io/http/streamconnection.h"

#include <QObject>

namespace lynceus {

/// A stream of Argo CD, frame by frame decoded by who derives from it. The first frame that cannot be decoded ends it.
/// Nothing comes after ended().
class DecodedStream : public QObject
{
    Q_OBJECT
public:
    void open() { m_connection.open(); }

Q_SIGNALS:
    void opened();
    /// The stream lives: a keepalive, or a frame of which nothing else is told.
    void heard();
    void ended(const lynceus::Error &error);

protected:
    DecodedStream(const InstanceAccess &access, const ApiPath &path, const Clock &clock, QObject *parent);

    /// Tells what a frame says by signals of its own. An error only where nothing was told: a slot may destroy the
    /// stream.
    [[nodiscard]] virtual Result<void> take(const QByteArray &payload) = 0;

private:
    void takeFrame(const QByteArray &payload);
    void end(const Error &error);

    StreamConnection m_connection;
    bool m_over = false;
};

} // namespace lynceus
