#include "core/engine/clients/logreader.h"

#include "core/domain/redaction/linesecrets.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kSilence{20'000};      // as for any other answer
constexpr Duration kDeadline{30'000};     // twenty lines arrive at once or not at all
constexpr std::size_t kMostLines = 2'000; // limits memory if a server ignores tailLines

/// Only the newest lines were requested, so the first ones may be the rest of a private key.
void removeCutKeys(std::vector<LogLine> &lines)
{
    std::vector<QString> contents;
    for (const auto &line : lines)
        contents.push_back(line.content);
    for (std::size_t end = 0; end < lines.size(); ++end) {
        const auto count = linesOfCutKey(contents, end);
        for (std::size_t i = 0; i < count; ++i)
            lines[end - i].content = QStringLiteral("…");
    }
}

} // namespace

LogReader::LogReader(const InstanceAccess &access, const ApiPath &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(access, path, clock, nullptr, kSilence)
{
    connect(&m_connection, &StreamConnection::frameArrived, this, &LogReader::takeFrame);
    connect(&m_connection, &StreamConnection::ended, this, &LogReader::takeEnd);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        settle(tl::unexpected(Error{Error::Kind::TimedOut, u"logs"_s, u"the log was not complete in time"_s, true, 0}));
    });
}

void LogReader::read()
{
    m_deadline.start(kDeadline);
    m_connection.open();
}

void LogReader::takeFrame(const QByteArray &payload)
{
    if (m_settled)
        return;
    auto line = m_decoder.logLine(payload);
    if (!line)
        return settle(tl::unexpected(line.error()));
    if (line->last)
        return settleLines();
    m_lines.push_back(std::move(*line));
    if (m_lines.size() >= kMostLines)
        settleLines();
}

void LogReader::takeEnd(const Error &error)
{
    if (m_lines.empty())
        settle(tl::unexpected(error));
    else
        settleLines();
}

void LogReader::settleLines()
{
    removeCutKeys(m_lines);
    settle(std::move(m_lines));
}

void LogReader::settle(const Result<std::vector<LogLine>> &result)
{
    if (m_settled)
        return;
    m_settled = true;
    m_deadline.stop();
    deleteLater();
    Q_EMIT finished(result);
}

} // namespace lynceus
