#pragma once

#include "core/domain/model/changeset.h"
#include "core/domain/versions/versionhistory.h"

#include <QStringList>

#include <vector>

namespace lynceus {

/// Which version of each service runs where: rows are image repositories and charts, columns are environments.
struct VersionMatrix
{
    /// One version of a service in one environment.
    struct Version
    {
        QString version; ///< tag, digest or both
        std::vector<ApplicationEntry> applications;
        HealthStatus health = HealthStatus::None; ///< the worst of the applications
        SyncStatus sync = SyncStatus::Synced;     ///< the worst of them
        std::optional<Instant> since{}; ///< when the last of them got it, by VersionHistory::describe(); server's clock
    };
    struct Cell
    {
        std::vector<Version> versions;   ///< in natural order; empty: it does not run there
        std::optional<VersionLag> lag{}; ///< of one that is behind, by VersionHistory::describe()

        /// Several versions: applications that drifted apart, or a rollout in progress.
        [[nodiscard]] bool hasDrift() const { return versions.size() > 1; }
        [[nodiscard]] QStringList names() const;
    };
    struct Row
    {
        QString repository;      ///< of the image, or chartService()
        std::vector<Cell> cells; ///< one for each environment

        /// Whether environments that have it differ, or one has several versions.
        [[nodiscard]] bool differs() const;
        /// The nearest environment to the left of @p cell that has the repository, in other versions; -1: none, or the
        /// same versions.
        [[nodiscard]] int behind(std::size_t cell) const;
    };

    QStringList environments;
    std::vector<Row> rows; ///< in natural order of services
};

/// An application, and the environment that it belongs to.
struct PlacedApplication
{
    ApplicationEntry entry;
    QString environment;
};

/// From the images of the pods and the charts of @p applications; images that cannot be read are left out. Environments
/// come in the order of @p order, others behind them in natural order; those that have no application are left out.
[[nodiscard]] VersionMatrix versionMatrix(const std::vector<PlacedApplication> &applications,
                                          const QStringList &order = {});

} // namespace lynceus
