#pragma once

#include "core/domain/base/result.h"

#include <QString>

namespace lynceus {

enum class ManifestParts {
    Whole,
    /// As users wrote it: without status, metadata.managedFields and kubectl's annotation last-applied-configuration.
    Spoken,
};

/// A manifest as `kubectl get -o yaml` shows it: keys by code point, list dashes at the indent of their key, long texts
/// as block literals. Parsing it as YAML 1.1 or 1.2 gives the values of @p json; ambiguous values (`yes`, `1.10`,
/// `0x1f`) are quoted. Empty for a text with only white space. Error::Kind::Malformed: not JSON, numbers of more than
/// 64 bits, or nested deeper than 128.
[[nodiscard]] Result<QString> yamlFrom(const QString &json, ManifestParts parts);

} // namespace lynceus
