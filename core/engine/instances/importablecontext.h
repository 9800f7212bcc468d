#pragma once

#include "core/domain/model/instance.h"

namespace lynceus {

/// A context of the official client's configuration as it could be taken over.
struct ImportableContext
{
    QString name;          ///< as the file names it: what importContexts() is told
    Instance instance;     ///< as it would be added, its id empty
    bool hasToken = false; ///< the file holds one; it would go to the keychain
    bool isThere = false;  ///< an instance of this address exists already
    QString problem;       ///< not empty: it cannot be taken over; one sentence
    QString note{};        ///< what a person should know when it is taken over; one sentence, else empty

    friend bool operator==(const ImportableContext &, const ImportableContext &) = default;
};

} // namespace lynceus
