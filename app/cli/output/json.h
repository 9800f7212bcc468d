#pragma once

#include "core/domain/model/event.h"
#include "core/domain/model/ids.h"
#include "core/domain/time/time.h"

#include <QStringList>

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

namespace lynceus {

// Shared parts of JSON outputs. Names are stable, in the order of the documentation; times are RFC 3339 in UTC.

using OrderedJson = nlohmann::ordered_json;

[[nodiscard]] OrderedJson toJson(const QString &text);
[[nodiscard]] OrderedJson toJson(const QStringList &texts);
/// null if empty.
[[nodiscard]] OrderedJson toJson(const std::optional<Instant> &instant);
[[nodiscard]] OrderedJson toJson(const ResourceKey &key);
[[nodiscard]] OrderedJson toJson(const std::optional<RevisionMetadata> &commit);

/// Accepts invalid UTF-8; visibleJson() defines what is escaped. Indented by two spaces if @p readable; no line break
/// at the end.
[[nodiscard]] std::string dumped(const OrderedJson &json, bool readable = false);
/// dumped() with a line break.
[[nodiscard]] QByteArray document(const OrderedJson &json);

} // namespace lynceus
