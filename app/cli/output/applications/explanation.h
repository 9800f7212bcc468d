#pragma once

#include "app/cli/explain/diagnosis.h"
#include "app/cli/output/textstyle.h"

namespace lynceus {

/// One sentence about the problem: which resource, what, how many; or that the application is healthy.
[[nodiscard]] QString diagnosisSentence(const Inspection &inspection, const Diagnosis &diagnosis);

/// The sentence, then its evidence: resource, events, last log lines.
[[nodiscard]] QString explanationText(const Inspection &inspection, const Diagnosis &diagnosis, const TextStyle &style);
[[nodiscard]] QByteArray explanationJson(const Inspection &inspection, const Diagnosis &diagnosis);

} // namespace lynceus
