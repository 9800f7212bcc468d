#pragma once

#include "app/cli/output/textstyle.h"
#include "core/domain/follow/followrule.h"

#include <vector>

namespace lynceus {

/// One row per rule: name, state, notifications, timeout, bake time and filter. Empty for none.
[[nodiscard]] QByteArray ruleTable(const std::vector<FollowRule> &rules, const TextStyle &style);
/// One JSON array. Names are stable, more may be added; times are RFC 3339 in UTC, durations are seconds.
[[nodiscard]] QByteArray ruleJson(const std::vector<FollowRule> &rules);

/// One row per rule (RFC 4180 with a header), with the same fields as the JSON.
[[nodiscard]] QByteArray ruleCsv(const std::vector<FollowRule> &rules);

} // namespace lynceus
