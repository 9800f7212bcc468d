#pragma once

#include "core/domain/base/time.h"

#include <QObject>

#include <functional>

namespace lynceus {

/// What state the desktop's keychain is in, asked of the Secret Service itself: a locked one answers reads with "no
/// such entry" and deletes with success.
enum class SecretServiceState {
    Open,
    Locked,
    NoKeyring, ///< the service runs but has no keyring to put anything in
    Absent,    ///< no session bus, or nobody answers there
    Silent,    ///< it did not answer in time
    Elsewhere, ///< this desktop keeps secrets in something else (KWallet, macOS, Windows), which asks people itself
};

/// Never blocks. The answer comes later, once, unless @p context died; within @p deadline for each of two questions.
void askSecretService(QObject *context, Duration deadline, std::function<void(SecretServiceState)> answer);

} // namespace lynceus
