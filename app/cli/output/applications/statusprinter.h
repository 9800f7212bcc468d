#pragma once

#include "app/cli/explain/diagnosis.h"
#include "app/cli/output/textstyle.h"

namespace lynceus {

/// Includes the current cause or blocker, unless the application is healthy.
[[nodiscard]] QString statusText(const Inspection &inspection, const Diagnosis &diagnosis, const TextStyle &style);
[[nodiscard]] QByteArray statusJson(const Inspection &inspection, const Diagnosis &diagnosis);

/// `1a2b3c4 "Release 1.5.0" by Jane Doe, 2026-11-23 09:32:52`; unknown parts are omitted.
[[nodiscard]] QString commitText(const QStringList &revisions, const std::optional<RevisionMetadata> &commit,
                                 const TextStyle &style);

/// "  label      text", for a line of facts. @p text is cleaned by visibleLine().
[[nodiscard]] QString factLine(const QString &label, const QString &text);
/// As factLine(), for text from toned().
[[nodiscard]] QString tonedFactLine(const QString &label, const QString &text);

} // namespace lynceus
