#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/io/http/requests/streamconnection.h"

#include <QObject>

namespace lynceus {

/// Reads the lines that /logs sends up to its end mark, emits finished() once, and deletes itself. Errors: those of the
/// stream. A missing end mark is no error if lines arrived, because each line is complete.
class LogReader final : public QObject
{
    Q_OBJECT
public:
    LogReader(const InstanceAccess &access, const ApiPath &path, const Clock &clock, QObject *parent);

    void read();

Q_SIGNALS:
    void finished(const lynceus::Result<std::vector<lynceus::LogLine>> &lines);

private:
    void takeFrame(const QByteArray &payload);
    void takeEnd(const Error &error);
    void settleLines();
    void settle(const Result<std::vector<LogLine>> &result);

    StreamConnection m_connection;
    Decoder m_decoder;
    QTimer m_deadline;
    std::vector<LogLine> m_lines;
    bool m_settled = false;
};

} // namespace lynceus
