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
        HealthStatus health = HealthStatus::None; ///< worst of the applications
        SyncStatus sync = SyncStatus::Synced;     ///< worst of the applications
        /// When the last of them got it, set by VersionHistory::describe(); server's clock.
        std::optional<Instant> since{};
    };
    struct Cell
    {
        std::vector<Version> versions;   ///< in natural order; empty: does not run there
        std::optional<VersionLag> lag{}; ///< if behind, set by VersionHistory::describe()

        /// Several versions: applications differ, or a rollout is in progress.
        [[nodiscard]] bool hasDrift() const { return versions.size() > 1; }
        [[nodiscard]] QStringList names() const;
    };
    struct Row
    {
        QString repository;      ///< of the image, or chartService()
        std::vector<Cell> cells; ///< one per environment

        /// Whether environments with it differ, or one has several versions.
        [[nodiscard]] bool differs() const;
        /// The nearest environment to the left of @p cell that has the service in other versions; -1: none, or the same
        /// versions.
        [[nodiscard]] int behind(std::size_t cell) const;
    };

    QStringList environments;
    std::vector<Row> rows; ///< in natural order of services
};

/// An application with its environment.
struct PlacedApplication
{
    ApplicationEntry entry;
    QString environment;
};

/// Built from the images of the pods and the charts of @p applications; omits unreadable images. Environments in @p
/// order come first, then others in natural order; environments without applications are omitted.
[[nodiscard]] VersionMatrix versionMatrix(const std::vector<PlacedApplication> &applications,
                                          const QStringList &order = {});

} // namespace lynceus
