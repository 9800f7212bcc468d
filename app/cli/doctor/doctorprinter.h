#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/output/textstyle.h"
#include "core/engine/doctor/finding.h"

#include <QJsonObject>

namespace lynceus {

/// The findings for this computer or for one instance.
struct DoctorSection
{
    QString name;
    QString address; ///< URL of the instance
    Findings findings;
};

/// A line with the section's name, then a line for each finding, with the remedy in the line below.
[[nodiscard]] QByteArray doctorText(const DoctorSection &section, const TextStyle &style);
/// @p computer comes first.
[[nodiscard]] QJsonObject doctorJson(const DoctorSection &computer, const std::vector<DoctorSection> &instances);
/// The exit code of the worst finding; Done if all checks passed.
[[nodiscard]] ExitCode doctorExit(const std::vector<DoctorSection> &sections);

} // namespace lynceus
