#pragma once

#include "app/cli/explain/diagnosis.h"
#include "app/cli/output/textstyle.h"

namespace lynceus {

/// One sentence that says who, what and how much; plainly that all is well if it is.
[[nodiscard]] QString diagnosisSentence(const Inspection &inspection, const Diagnosis &diagnosis);

/// The sentence, then what it rests on: resource, events, last log lines.
[[nodiscard]] QString explanationText(const Inspection &inspection, const Diagnosis &diagnosis, const TextStyle &style);
[[nodiscard]] QByteArray explanationJson(const Inspection &inspection, const Diagnosis &diagnosis);

} // namespace lynceus
