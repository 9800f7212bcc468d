#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/output/textstyle.h"
#include "core/engine/doctor/finding.h"

#include <QJsonObject>

namespace lynceus {

/// What was found out about this computer, or about one instance.
struct DoctorSection
{
    QString name;
    QString address; ///< of an instance
    Findings findings;
};

/// Its name in a line, then a line for each finding, and one below it for what to do.
[[nodiscard]] QByteArray doctorText(const DoctorSection &section, const TextStyle &style);
/// @p computer first.
[[nodiscard]] QJsonObject doctorJson(const DoctorSection &computer, const std::vector<DoctorSection> &instances);
/// The worst of what is bad; Done if nothing is.
[[nodiscard]] ExitCode doctorExit(const std::vector<DoctorSection> &sections);

} // namespace lynceus
