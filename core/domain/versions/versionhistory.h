#pragma once

#include "core/domain/deployments/deployment.h"

#include <QHash>

#include <map>

namespace lynceus {

struct VersionMatrix;

/// How far an environment is behind the one to its left.
struct VersionLag
{
    int deployments = 1; ///< that the other one has had since it left the version; at least 1
    Instant since{};     ///< when the first of them began; server's clock

    friend bool operator==(const VersionLag &, const VersionLag &) = default;
};

/// Which versions applications got when, from the deployments that are known: newest states of any number of them, in
/// any order.
class VersionHistory final
{
public:
    static constexpr std::size_t kMost = 200; ///< of an application, the newest

    void take(const Deployment &deployment);

    /// How far an environment that runs @p versions of the service is behind one where @p ahead run it: the
    /// deployments of the application there that left one of the versions, from the newest one that did; of several
    /// applications or versions, the most. Deployments that failed or were superseded do not count, except that the
    /// first one counts in any case. Nothing: what is known does not reach back to the versions.
    [[nodiscard]] std::optional<VersionLag> lag(const QString &service, const QStringList &versions,
                                                const std::vector<ApplicationKey> &ahead) const;
    /// When @p application got the version that it has of the service. Nothing: it is not known.
    [[nodiscard]] std::optional<Instant> since(const ApplicationKey &application, const QString &service,
                                               const QString &version) const;

    /// Sets the lag of cells that are behind, and since when versions run, if the last of their applications is known.
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
