#pragma once

#include "app/cli/instances/instancetest.h"
#include "app/cli/output/textstyle.h"

#include <QJsonArray>

#include <vector>

namespace lynceus {

/// What went wrong with one instance, each once. SignInNeeded where somebody should be signed in and is not.
[[nodiscard]] std::vector<Error> errorsOf(const InstanceFindings &look, bool isTest);

[[nodiscard]] QByteArray testText(const std::vector<InstanceFindings> &looks, const TextStyle &style, Instant now);
/// "staging: jana, until 12:04".
[[nodiscard]] QByteArray whoamiText(const std::vector<InstanceFindings> &looks, const TextStyle &style);
/// One array, with the rows of @p others at the end. @p now: our clock, for the days that a certificate has left.
[[nodiscard]] QByteArray looksJson(const std::vector<InstanceFindings> &looks, bool isTest, Instant now,
                                   const QJsonArray &others = {});

} // namespace lynceus
