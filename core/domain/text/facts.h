#pragma once

#include <QStringList>

namespace lynceus {

/// Joins short facts with a middle dot: "project shop · release 1.5". Skips empty facts.
[[nodiscard]] QString joinedFacts(QStringList facts);

} // namespace lynceus
