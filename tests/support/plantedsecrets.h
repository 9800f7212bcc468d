#pragma once

#include <QByteArray>

#include <vector>

namespace lynceus::test {

/// A secret as it stands in logs, messages, arguments and settings.
struct PlantedSecret
{
    const char *kind;
    QByteArray text;
    QByteArray needle; ///< what must be found nowhere
};

/// More than forty kinds, each with a needle of its own. None of them was ever issued.
[[nodiscard]] std::vector<PlantedSecret> plantedSecrets();

} // namespace lynceus::test
