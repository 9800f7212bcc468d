#pragma once

#include "core/domain/deployments/deploymentnumbers.h"
#include "core/domain/watch/timelineentry.h"
#include "core/engine/deployments/historyexport.h"

#include <QTimeZone>

namespace lynceus {

/// Report on the deployments of a period.
struct DeploymentReport
{
    /// A deployment that failed or timed out.
    struct Failure
    {
        Deployment deployment;
        std::vector<TimelineEntry> timeline; ///< of its watch, oldest first; empty if no watch judged it
    };

    Instant madeAt{};                    ///< our clock
    QString scope;                       ///< the filters, "application shop-web, instance prod"; empty: all
    DeploymentTrend trend;               ///< of the period
    std::vector<Deployment> deployments; ///< newest first
    bool isCut = false;                  ///< there were more deployments than fit
    std::vector<Failure> failures;       ///< newest first
};

/// A single HTML file that works offline: styles and chart are embedded, without external resources and scripts. Text
/// from servers is escaped. Names @p zone, in which times are given.
[[nodiscard]] QByteArray reportHtml(const DeploymentReport &report, const InstanceNames &instances,
                                    const QTimeZone &zone = QTimeZone::utc());
[[nodiscard]] QByteArray reportMarkdown(const DeploymentReport &report, const InstanceNames &instances,
                                        const QTimeZone &zone = QTimeZone::utc());
/// Field names are stable, fields may be added; times in RFC 3339, UTC, durations in seconds.
[[nodiscard]] QByteArray reportJson(const DeploymentReport &report, const InstanceNames &instances);

/// Texts for one of the four metrics.
struct NumberText
{
    QString name;       ///< "Lead time, median"
    QString value;      ///< "1 h 30 min"; "–": no samples
    QString before;     ///< value of the previous period
    QString samples;    ///< "of 12 deployments"
    QString definition; ///< one sentence
};
[[nodiscard]] std::vector<NumberText> numberTexts(const DeploymentTrend &trend);

} // namespace lynceus
