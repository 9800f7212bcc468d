#pragma once

#include "app/gui/detail/resources/resourcemodel.h"
#include "app/gui/widgets/text/agetext.h"

#include <QLatin1StringView>

namespace lynceus {

[[nodiscard]] QString headerText(ResourceModel::Column column);
/// What a cell says in words, without its icons; @p now for ages.
[[nodiscard]] QString cellText(const OutlineNode &node, ResourceModel::Column column, Instant now);
/// The name, or "4,980 healthy Pods" for a group.
[[nodiscard]] QString nameText(const OutlineNode &node);
/// What stands in small behind the name: kind, revision, hook, orphaned, hidden revisions.
[[nodiscard]] QString remarkText(const OutlineNode &node);
/// "Degraded · CrashLoopBackOff"; a reason only where something is not as it should be.
[[nodiscard]] QString healthWords(const OutlineNode &node);
/// More than the cell has room for; empty if there is no more.
[[nodiscard]] QString toolTip(const OutlineNode &node, ResourceModel::Column column);
/// The cell for screen readers, which read all cells of a row: "Pod web-1", "Degraded, CrashLoopBackOff",
/// "0 of 1 containers ready", "3 restarts".
[[nodiscard]] QString spokenText(const OutlineNode &node, ResourceModel::Column column, Instant now);

/// All of them, to be copied: "Pod web-1, Degraded, CrashLoopBackOff, 0 of 1 containers ready, 3 restarts".
[[nodiscard]] QString rowText(const OutlineNode &node, Instant now);

/// Without registry and path: "shop-api:2.1.0".
[[nodiscard]] QString shortImage(const QString &image);

/// lucide's icon for a kind.
[[nodiscard]] QLatin1StringView glyphOf(const ResourceKey &key);

} // namespace lynceus
