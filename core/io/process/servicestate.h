#pragma once

#include <QByteArrayView>

namespace lynceus {

/// Reports a state to the service manager: "READY=1", "STOPPING=1" (sd_notify(3): a datagram to the socket in
/// NOTIFY_SOCKET, a path or, after "@", an abstract name). Does not wait. Returns false if there is no service manager
/// or sending failed.
bool notifyServiceManager(QByteArrayView state);

} // namespace lynceus
