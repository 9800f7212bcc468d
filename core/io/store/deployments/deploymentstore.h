#pragma once

#include "core/domain/deployments/deploymentnumbers.h"
#include "core/domain/deployments/deploymentquery.h"
#include "core/io/store/database/database.h"

#include <QSet>

namespace lynceus {

/// Deployments, in the same file as the watches (WatchStore creates and migrates it). One process writes, any number
/// may read. Errors: those of Database.
class DeploymentStore final
{
public:
    /// Maximum number of deployments: at most 60 MB.
    static constexpr int kMost = 100'000;

    /// For writing; call WatchStore::open() for the file before.
    [[nodiscard]] static Result<std::unique_ptr<DeploymentStore>> open(const QString &file);
    /// For read-only access beside a writing process. Null if there is no file yet, or only one of an earlier version.
    [[nodiscard]] static Result<std::unique_ptr<DeploymentStore>> openToRead(const QString &file);

    /// Adds or replaces all or none. Data from an application's history does not replace observed data.
    [[nodiscard]] Result<void> write(const std::vector<Deployment> &deployments);

    [[nodiscard]] Result<std::vector<Deployment>> find(const DeploymentQuery &query);
    /// Data for metrics, in order of start; ignores limit and offset.
    [[nodiscard]] Result<std::vector<DeploymentSample>> samples(const DeploymentQuery &query);
    /// Empty if unknown.
    [[nodiscard]] Result<std::optional<Deployment>> deployment(const ApplicationKey &application, Instant startedAt);
    /// Deployments in progress.
    [[nodiscard]] Result<std::vector<Deployment>> open();
    [[nodiscard]] Result<int> count();

    /// Removes deployments that started before @p from, and the oldest beyond @p most; returns the number of removed
    /// ones.
    [[nodiscard]] Result<int> retain(Instant from, int most);

    /// Number of rows that were omitted since the store was opened, because they are damaged or of a later version.
    [[nodiscard]] int unreadable() const { return static_cast<int>(m_unreadable.size()); }

private:
    explicit DeploymentStore(const QString &file);
    [[nodiscard]] Result<void> fillColumns();
    [[nodiscard]] Result<void> put(const Deployment &deployment);
    [[nodiscard]] Result<std::vector<Deployment>> read(const QString &where, const QVariantList &values);

    Database m_database;
    QSet<qint64> m_unreadable; ///< rows
};

} // namespace lynceus
