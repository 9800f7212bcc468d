#pragma once

#include <QByteArray>

#include <vector>

namespace lynceus::test {

/// A fake secret in the form in which it occurs in logs, messages, arguments and settings.
struct PlantedSecret
{
    const char *kind;
    QByteArray text;
    QByteArray needle; ///< must not be found anywhere
};

/// More than forty kinds, each with a unique needle. None was ever issued.
[[nodiscard]] std::vector<PlantedSecret> plantedSecrets();

} // namespace lynceus::test
