#pragma once

#include <QByteArrayView>

namespace lynceus {

/// Tells the service manager that started this process how it is: "READY=1", "STOPPING=1" (sd_notify(3): a datagram to
/// the socket that NOTIFY_SOCKET names, a path or, behind an "@", an abstract name). Never waits. False if nobody wants
/// to know or it could not be said.
bool tellServiceManager(QByteArrayView state);

} // namespace lynceus
