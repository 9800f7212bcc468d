#pragma once

#include "app/cli/explain/diagnosis.h"
#include "app/cli/output/textstyle.h"

namespace lynceus {

/// What is wrong or awaited now is part of it, unless all is well.
[[nodiscard]] QString statusText(const Inspection &inspection, const Diagnosis &diagnosis, const TextStyle &style);
[[nodiscard]] QByteArray statusJson(const Inspection &inspection, const Diagnosis &diagnosis);

/// `1a2b3c4 "Release 1.5.0" by Jane Doe, 2026-11-23 09:32:52`; parts that are not known are left out.
[[nodiscard]] QString commitText(const QStringList &revisions, const std::optional<RevisionMetadata> &commit,
                                 const TextStyle &style);

/// "  label      text", for blocks of facts. @p text is cleaned by visibleLine().
[[nodiscard]] QString factLine(const QString &label, const QString &text);
/// The same of a text that toned() made, or that is put together of such.
[[nodiscard]] QString tonedFactLine(const QString &label, const QString &text);

} // namespace lynceus
