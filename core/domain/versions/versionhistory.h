#pragma once

#include "core/domain/deployments/deployment.h"

#include <QHash>

#include <map>

namespace lynceus {

struct VersionMatrix;

/// How far an environment is behind the one to its left.
struct VersionLag
{
    int deployments = 1; ///< number of deployments of the other since it left the version; at least 1
    Instant since{};     ///< start of the first of them; server's clock

    friend bool operator==(const VersionLag &, const VersionLag &) = default;
};

/// When applications got their versions, from known deployments in any order.
class VersionHistory final
{
public:
    static constexpr std::size_t kMost = 200; ///< newest per application

    void take(const Deployment &deployment);

    /// How far an environment with @p versions of the service is behind one where @p ahead run it: the number of
    /// deployments of an application since the newest one that left one of the versions; the maximum over applications
    /// and versions. Failed and superseded deployments do not count, except for the first one. Empty: known data does
    /// not reach back to the versions.
    [[nodiscard]] std::optional<VersionLag> lag(const QString &service, const QStringList &versions,
                                                const std::vector<ApplicationKey> &ahead) const;
    /// When @p application got this version of the service. Empty: unknown.
    [[nodiscard]] std::optional<Instant> since(const ApplicationKey &application, const QString &service,
                                               const QString &version) const;

    /// Sets the lag of cells that are behind, and since when versions run, if known for the last of their applications.
    void describe(VersionMatrix &matrix) const;

private:
    struct Step
    {
        QString service; ///< image repository; empty: the application's chart
        QStringList from;
        QStringList to;
    };
    struct Known
    {
        std::vector<Step> steps;
        bool counts = true;
    };
    using Steps = std::map<Instant, Known>; ///< by start

    [[nodiscard]] static const Step *stepOf(const Known &known, const QString &service);
    [[nodiscard]] static std::optional<VersionLag> lagOf(const Steps &steps, const QString &service,
                                                         const QString &version);

    QHash<ApplicationKey, Steps> m_known;
};

} // namespace lynceus
