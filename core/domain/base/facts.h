#pragma once

#include <QStringList>

namespace lynceus {

/// Short facts in one line with a middle dot between each two: "project shop · release 1.5". What is empty has no dot:
/// none stands at an end or beside another.
[[nodiscard]] QString joinedFacts(QStringList facts);

} // namespace lynceus
