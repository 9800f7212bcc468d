#pragma once

#include "app/cli/instances/instancetest.h"
#include "app/cli/output/textstyle.h"

#include <QJsonArray>

#include <vector>

namespace lynceus {

/// The errors of one instance, without duplicates. SignInNeeded if the instance needs a sign-in and has none.
[[nodiscard]] std::vector<Error> errorsOf(const InstanceFindings &findings, bool isTest);

[[nodiscard]] QByteArray testText(const std::vector<InstanceFindings> &all, const TextStyle &style, Instant now);
/// "staging: jana, until 12:04".
[[nodiscard]] QByteArray whoamiText(const std::vector<InstanceFindings> &all, const TextStyle &style);
/// One array, with the rows of @p others at the end. @p now: local clock, for the remaining days of certificates.
[[nodiscard]] QByteArray findingsJson(const std::vector<InstanceFindings> &all, bool isTest, Instant now,
                                      const QJsonArray &others = {});

} // namespace lynceus
