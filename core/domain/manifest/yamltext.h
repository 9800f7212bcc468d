#pragma once

#include "core/domain/base/result.h"

#include <QString>

namespace lynceus {

enum class ManifestParts {
    Whole,
    Spoken, ///< what people wrote: without status, metadata.managedFields and kubectl's copy of the last applied text
};

/// A manifest as `kubectl get -o yaml` shows it: keys by code point, list dashes as deep as their key, long texts as
/// block literals. Parsing it as YAML 1.1 or 1.2 gives the values of @p json; what could be read as something else
/// (`yes`, `1.10`, `0x1f`) is quoted. Nothing for a text of nothing but white space.
/// Error::Kind::Malformed: no JSON, numbers of more than 64 bits, or nested deeper than 128.
[[nodiscard]] Result<QString> yamlFrom(const QString &json, ManifestParts parts);

} // namespace lynceus
