#pragma once

#include "core/domain/deployments/deploymentnumbers.h"
#include "core/domain/deployments/deploymentquery.h"
#include "core/io/store/database.h"

#include <QSet>

namespace lynceus {

/// Deployments, in the store beside the watches (WatchStore makes and migrates the file). One process writes, any
/// number read. Errors are those of Database.
class DeploymentStore final
{
public:
    /// Deployments are kept up to this number: 60 MB at most.
    static constexpr int kMost = 100'000;

    /// To write, after WatchStore::open() of the same file.
    [[nodiscard]] static Result<std::unique_ptr<DeploymentStore>> open(const QString &file);
    /// To look only, beside a process that writes. Nothing if there is no file yet, or only one of an earlier
    /// version.
    [[nodiscard]] static Result<std::unique_ptr<DeploymentStore>> openToRead(const QString &file);

    /// New ones and newer states, all or none. What was learned from a history does not replace what was observed.
    [[nodiscard]] Result<void> write(const std::vector<Deployment> &deployments);

    [[nodiscard]] Result<std::vector<Deployment>> find(const DeploymentQuery &query);
    /// What numbers are made of, in the order of their starts; limit and offset do not count.
    [[nodiscard]] Result<std::vector<DeploymentSample>> samples(const DeploymentQuery &query);
    /// Nothing if there is none.
    [[nodiscard]] Result<std::optional<Deployment>> deployment(const ApplicationKey &application, Instant startedAt);
    /// Those in progress.
    [[nodiscard]] Result<std::vector<Deployment>> open();
    [[nodiscard]] Result<int> count();

    /// Removes what began before @p from, and the oldest of more than @p most; the result is how many.
    [[nodiscard]] Result<int> retain(Instant from, int most);

    /// Rows that were left out since the store was opened, because they are damaged or of a later version.
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
