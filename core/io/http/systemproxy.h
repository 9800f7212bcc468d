#pragma once

#include "core/domain/http/proxyenvironment.h"
#include "core/io/http/outgoingrequest.h"

#include <QObject>

#include <functional>

namespace lynceus {

/// Finds the proxy of a request: the one that its instance names, else that of the environment's variables, else that
/// of the desktop; never one for this computer. The desktop may have to be waited for (a script that it must fetch),
/// which happens in a thread of the pool.
/// @param answer called once, perhaps before this returns, never after @p context died. Errors: as proxyFor().
void findProxy(const OutgoingRequest &request, QObject *context,
               std::function<void(Result<std::optional<ProxyServer>>)> answer);

} // namespace lynceus
