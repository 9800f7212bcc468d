#pragma once

#include "app/cli/applications/listedapplication.h"
#include "app/cli/output/textstyle.h"

namespace lynceus {

/// Part of a list that is printed as servers respond; decides about the text before, between and after parts.
enum class ListPart { Whole, First, Next, Last };

/// Columns as wide as needed: INSTANCE and NAMESPACE (if there are several), NAME, PROJECT, HEALTH, SYNC, IMAGES. @p
/// severalInstances: other parts may have other instances.
[[nodiscard]] QByteArray applicationTable(const ApplicationRows &rows, const TextStyle &style,
                                          bool severalInstances = false);
/// RFC 4180; the header is omitted in later parts; images are separated by spaces.
[[nodiscard]] QByteArray applicationCsv(const ApplicationRows &rows, ListPart part = ListPart::Whole);
/// One JSON array.
[[nodiscard]] QByteArray applicationJson(const ApplicationRows &rows, ListPart part = ListPart::Whole);
/// One JSON object per line.
[[nodiscard]] QByteArray applicationJsonLines(const ApplicationRows &rows);

} // namespace lynceus
