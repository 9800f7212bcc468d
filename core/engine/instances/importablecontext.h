#pragma once

#include "core/domain/model/instance.h"

namespace lynceus {

/// A context of the argocd CLI's configuration that can be imported.
struct ImportableContext
{
    QString name;          ///< name in the file; importContexts() takes it
    Instance instance;     ///< as it would be added; id is empty
    bool hasToken = false; ///< the file contains a token; the import would store it in the keychain
    bool isThere = false;  ///< an instance with this address already exists
    QString problem;       ///< why it cannot be imported; one sentence, or empty
    QString note{};        ///< what the user should know before the import; one sentence, or empty

    friend bool operator==(const ImportableContext &, const ImportableContext &) = default;
};

} // namespace lynceus
