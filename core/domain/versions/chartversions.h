#pragma once

#include "core/domain/model/application.h"

#include <vector>

namespace lynceus {

/// A Helm chart of an application's sources, and its version.
struct ChartVersion
{
    QString service; ///< chartService()
    QString version;

    friend bool operator==(const ChartVersion &, const ChartVersion &) = default;
};

/// What names a chart beside image repositories: the URL of its repository, without credentials, and its name. A
/// registry, which Argo CD names without a scheme, gets "oci://", so that no chart is named like an image.
[[nodiscard]] QString chartService(const QString &repoUrl, const QString &chart);
[[nodiscard]] bool isChartService(const QString &service);

/// The charts of an application with the versions that were synced last; where the server does not say that, those that
/// it compares with, or that the sources name. Ranges are left out.
[[nodiscard]] std::vector<ChartVersion> chartVersions(const Application &application);

} // namespace lynceus
