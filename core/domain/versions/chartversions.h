#pragma once

#include "core/domain/model/application.h"

#include <vector>

namespace lynceus {

/// A Helm chart of an application with its version.
struct ChartVersion
{
    QString service; ///< chartService()
    QString version;

    friend bool operator==(const ChartVersion &, const ChartVersion &) = default;
};

/// Service name of a chart: URL of its repository, without credentials, and its name. Registries, which Argo CD names
/// without scheme, get "oci://", so that a chart cannot have the name of an image.
[[nodiscard]] QString chartService(const QString &repoUrl, const QString &chart);
[[nodiscard]] bool isChartService(const QString &service);

/// The charts of an application with the versions of the last sync; if not reported, of the comparison or of the
/// sources. Omits ranges.
[[nodiscard]] std::vector<ChartVersion> chartVersions(const Application &application);

} // namespace lynceus
