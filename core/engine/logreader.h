#pragma once

#include "core/domain/argocd/decoders.h"
#include "core/io/http/streamconnection.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

namespace lynceus {

struct ReadLines
{
    std::vector<LogLine> lines;
    Instant askedAt{}; ///< our clock
};

/// Reads the log lines that /logs sends until its end mark, then deletes itself. Settles exactly once;
/// when its parent dies before, nothing is delivered.
/// Errors: those of the stream; an end without the end mark is no error if lines came, because each line is whole.
class LogReader final : public QObject
{
    Q_OBJECT
public:
    LogReader(const InstanceAccess &access, const ApiPath &path, const Clock &clock, QObject *parent);
    ~LogReader() override;

    [[nodiscard]] QFuture<Result<ReadLines>> read();

private:
    void takeFrame(const QByteArray &payload);
    void takeEnd(const Error &error);
    void settle(Result<ReadLines> result);

    QPromise<Result<ReadLines>> m_promise;
    StreamConnection m_connection;
    Decoder m_decoder;
    QTimer m_deadline;
    ReadLines m_read;
    bool m_settled = false;
};

} // namespace lynceus
