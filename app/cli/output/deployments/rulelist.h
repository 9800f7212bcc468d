#pragma once

#include "app/cli/output/textstyle.h"
#include "core/domain/follow/followrule.h"

#include <vector>

namespace lynceus {

/// A row a rule: name, state, notifications, timeout, bake time and filter. Empty for none.
[[nodiscard]] QByteArray ruleTable(const std::vector<FollowRule> &rules, const TextStyle &style);
/// One array. Names are stable, more may come; times RFC 3339 in UTC, durations in seconds.
[[nodiscard]] QByteArray ruleJson(const std::vector<FollowRule> &rules);

/// A row a rule (RFC 4180 with a head), as the JSON has it.
[[nodiscard]] QByteArray ruleCsv(const std::vector<FollowRule> &rules);

} // namespace lynceus
