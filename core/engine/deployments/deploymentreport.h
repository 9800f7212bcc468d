#pragma once

#include "core/domain/deployments/deploymentnumbers.h"
#include "core/domain/watch/timelineentry.h"
#include "core/engine/deployments/historyexport.h"

#include <QTimeZone>

namespace lynceus {

/// What happened in a period, for people who were not there.
struct DeploymentReport
{
    /// A deployment that failed or timed out.
    struct Failure
    {
        Deployment deployment;
        std::vector<TimelineEntry> timeline; ///< of its watch, oldest first; empty: no watch judged it
    };

    Instant madeAt{};                    ///< our clock
    QString scope;                       ///< the filters, "application shop-web, instance prod"; empty: all
    DeploymentTrend trend;               ///< of the period
    std::vector<Deployment> deployments; ///< newest first
    bool isCut = false;                  ///< there were more
    std::vector<Failure> failures;       ///< newest first
};

/// One file that any browser opens offline: styles and chart are inside, nothing is loaded, nothing runs. Text of
/// others is escaped. Times are those of @p zone, which is named.
[[nodiscard]] QByteArray reportHtml(const DeploymentReport &report, const InstanceNames &instances,
                                    const QTimeZone &zone = QTimeZone::utc());
[[nodiscard]] QByteArray reportMarkdown(const DeploymentReport &report, const InstanceNames &instances,
                                        const QTimeZone &zone = QTimeZone::utc());
/// Names are stable, more may come; times RFC 3339 in UTC, durations in seconds.
[[nodiscard]] QByteArray reportJson(const DeploymentReport &report, const InstanceNames &instances);

/// One of the four numbers as people read it.
struct NumberText
{
    QString name;       ///< "Lead time, median"
    QString value;      ///< "1 h 30 min"; "–": no samples
    QString before;     ///< the same of the period before
    QString samples;    ///< "of 12 deployments"
    QString definition; ///< one sentence
};
[[nodiscard]] std::vector<NumberText> numberTexts(const DeploymentTrend &trend);

} // namespace lynceus
