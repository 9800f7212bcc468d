#pragma once

#include "core/domain/time/time.h"

#include <QObject>

#include <functional>

namespace lynceus {

/// State of the desktop's keychain, read from the Secret Service itself, because a locked one answers reads with "no
/// such entry" and deletes with success.
enum class SecretServiceState {
    Open,
    Locked,
    NoKeyring, ///< the service runs but has no collection for secrets
    Absent,    ///< no session bus, or no service on it
    Silent,    ///< no answer in time
    Elsewhere, ///< this desktop uses another keychain (KWallet, macOS, Windows) with its own dialogs
};

/// Does not block. Calls @p answer later, once, unless @p context was destroyed; within @p deadline for each of two
/// requests.
void askSecretService(QObject *context, Duration deadline, std::function<void(SecretServiceState)> answer);

} // namespace lynceus
