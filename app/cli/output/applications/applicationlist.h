#pragma once

#include "app/cli/applications/listedapplication.h"
#include "app/cli/output/textstyle.h"

namespace lynceus {

/// A list may come in parts, as servers answer: what stands before the first, between two, and after the last part.
enum class ListPart { Whole, First, Next, Last };

/// Columns as wide as they need: INSTANCE and NAMESPACE (where there are several), NAME, PROJECT, HEALTH, SYNC, IMAGES.
/// @p severalInstances: there may be others than in these rows.
[[nodiscard]] QByteArray applicationTable(const ApplicationRows &rows, const TextStyle &style,
                                          bool severalInstances = false);
/// RFC 4180 with a head, unless it is a later part; images are separated by spaces.
[[nodiscard]] QByteArray applicationCsv(const ApplicationRows &rows, ListPart part = ListPart::Whole);
/// One array.
[[nodiscard]] QByteArray applicationJson(const ApplicationRows &rows, ListPart part = ListPart::Whole);
/// One object a line.
[[nodiscard]] QByteArray applicationJsonLines(const ApplicationRows &rows);

} // namespace lynceus
