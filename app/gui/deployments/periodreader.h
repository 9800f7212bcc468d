#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/domain/watch/watchrecord.h"

#include <QObject>

#include <optional>
#include <vector>

namespace lynceus {

class Engine;
struct Error;

/// What a period contains.
struct PeriodContent
{
    std::vector<Deployment> deployments; ///< also those of the previous period, for comparison
    std::vector<WatchRecord> ended;      ///< watches that ended in the period
    bool isCut = false;                  ///< there are older ones, too
    // Newer than the above, oldest first; not limited to the period.
    std::vector<Deployment> changedSince;
    std::vector<WatchRecord> endedSince;
};

/// Reads the deployments and the ended watches of a period, one after the other. What changes in the meantime is newer
/// than the responses, and is passed on with them. Responses to older requests are dropped.
class PeriodReader final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMost = 10'000;       ///< in the period and the previous one: longer lists are not useful
    static constexpr int kMostWatches = 1'000; ///< ended watches; each includes its evidence

    explicit PeriodReader(Engine &engine, QObject *parent = nullptr);

    /// Reads the period from @p from until @p now; empty: everything. Emits contentRead() or failed(), unless it is
    /// called again before.
    void read(std::optional<Instant> from, Instant now);
    /// The response to the latest request is missing.
    [[nodiscard]] bool isReading() const { return m_isReading; }

Q_SIGNALS:
    void contentRead(const lynceus::PeriodContent &content);
    void failed(const lynceus::Error &error);

private:
    void readWatches(std::optional<Instant> from, std::vector<Deployment> deployments);
    void finish(std::vector<Deployment> deployments, std::vector<WatchRecord> ended);
    void fail(const Error &error);

    Engine &m_engine;
    int m_asked = 0; ///< number of the latest request
    bool m_isReading = false;
    std::vector<Deployment> m_changed; ///< while m_isReading
    std::vector<WatchRecord> m_ended;  ///< while m_isReading
};

} // namespace lynceus
