#pragma once

#include "app/gui/detail/resources/resourcemodel.h"
#include "app/gui/widgets/text/agetext.h"

#include <QLatin1StringView>

namespace lynceus {

[[nodiscard]] QString headerText(ResourceModel::Column column);
/// The text of a cell, without icons; @p now is for ages.
[[nodiscard]] QString cellText(const OutlineNode &node, ResourceModel::Column column, Instant now);
/// The name, or "4,980 healthy Pods" for a group.
[[nodiscard]] QString nameText(const OutlineNode &node);
/// The small text behind the name: kind, revision, hook, orphaned, hidden revisions.
[[nodiscard]] QString remarkText(const OutlineNode &node);
/// "Degraded · CrashLoopBackOff"; with a reason only if something is wrong.
[[nodiscard]] QString healthText(const OutlineNode &node);
/// Details that do not fit into the cell; empty if there are none.
[[nodiscard]] QString toolTip(const OutlineNode &node, ResourceModel::Column column);
/// The cell for screen readers, which read all cells of a row: "Pod web-1", "Degraded, CrashLoopBackOff", "0 of 1
/// containers ready", "3 restarts".
[[nodiscard]] QString spokenText(const OutlineNode &node, ResourceModel::Column column, Instant now);

/// All cells, for copying: "Pod web-1, Degraded, CrashLoopBackOff, 0 of 1 containers ready, 3 restarts".
[[nodiscard]] QString rowText(const OutlineNode &node, Instant now);

/// Without registry and path: "shop-api:2.1.0".
[[nodiscard]] QString shortImage(const QString &image);

/// Name of the Lucide icon for a kind.
[[nodiscard]] QLatin1StringView glyphOf(const ResourceKey &key);

} // namespace lynceus
