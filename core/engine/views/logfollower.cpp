#include "core/engine/views/logfollower.h"

#include "core/domain/time/backoff.h"

#include <QRandomGenerator>

namespace lynceus {

namespace {

constexpr Duration kFlush{100};        // batches lines that arrive together
constexpr int kLinesAfterBreak = 1000; // most of which arrived before
constexpr int kMostFailures = 5;       // in a row; each had its own delay
constexpr Duration kLongLife{60'000};  // connections of this age are cut by gateways, not by a fault
constexpr BackoffPolicy kAgain{Duration{500}, Duration{10'000}, 2.0, 0.5};

} // namespace

LogFollower::LogFollower(const InstanceAccess &access, const ApplicationKey &key, const QString &project,
                         LogQuery query, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_key(key)
    , m_project(project)
    , m_query(std::move(query))
    , m_clock(clock)
{
    m_query.follow = !m_query.previous; // an ended log gets no more lines
    m_flush.setSingleShot(true);
    m_flush.setInterval(kFlush);
    connect(&m_flush, &QTimer::timeout, this, &LogFollower::flush);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &LogFollower::open);
}

LogFollower::~LogFollower() = default;

void LogFollower::open()
{
    m_repeated = 0;
    m_openedAt = m_clock.steady();
    m_connection = std::make_unique<StreamConnection>(m_access, logsPath(m_key, m_project, m_query), m_clock);
    connect(m_connection.get(), &StreamConnection::frameArrived, this, &LogFollower::takeFrame);
    connect(m_connection.get(), &StreamConnection::ended, this, &LogFollower::takeBreak);
    m_connection->open();
}

/// Timestamps have at best milliseconds: of lines as old as the newest one, drop as many as were emitted.
bool LogFollower::cameBefore(const LogLine &line)
{
    if (!m_newest || !line.time || !m_reopened)
        return false;
    if (*line.time != *m_newest)
        return *line.time < *m_newest;
    return ++m_repeated <= m_atNewest;
}

void LogFollower::takeFrame(const QByteArray &payload)
{
    if (m_over)
        return;
    auto line = m_decoder.logLine(payload);
    if (!line)
        return end(line.error());
    if (line->last)
        return end(std::nullopt);
    if (cameBefore(*line))
        return;
    m_failures = 0;
    if (line->time) {
        m_atNewest = m_newest == line->time ? m_atNewest + 1 : 1;
        m_newest = line->time;
    }
    m_waiting.push_back(std::move(*line));
    if (!m_flush.isActive())
        m_flush.start();
}

void LogFollower::takeBreak(const Error &error)
{
    if (m_over)
        return;
    m_connection.release()->deleteLater(); // this is called from its signal
    const bool passes =
        error.retryable || error.kind == Error::Kind::Unreachable || error.kind == Error::Kind::TimedOut;
    if (m_clock.steady() - m_openedAt >= kLongLife)
        m_failures = 0;
    if (!passes || ++m_failures > kMostFailures)
        return end(error);
    m_reopened = true;
    if (m_newest)
        m_query.tailLines = kLinesAfterBreak;
    m_again.start(backoffDelay(kAgain, m_failures, QRandomGenerator::global()->generateDouble()));
}

void LogFollower::flush()
{
    const auto count = std::min(m_waiting.size(), kBatch);
    if (count == 0)
        return;
    const auto rest = m_waiting.begin() + static_cast<std::ptrdiff_t>(count);
    const std::vector<LogLine> batch(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(rest));
    m_waiting.erase(m_waiting.begin(), rest);
    if (!m_waiting.empty())
        m_flush.start();
    Q_EMIT linesArrived(batch);
}

void LogFollower::end(const std::optional<Error> &error)
{
    if (std::exchange(m_over, true))
        return;
    while (!m_waiting.empty())
        flush();
    m_flush.stop();
    m_again.stop();
    Q_EMIT ended(error);
}

} // namespace lynceus
