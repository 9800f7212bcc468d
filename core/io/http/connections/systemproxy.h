#pragma once

#include "core/domain/http/proxyenvironment.h"
#include "core/io/http/connections/outgoingrequest.h"

#include <QObject>

#include <functional>

namespace lynceus {

/// Finds the proxy for a request: that of the instance, otherwise of environment variables, otherwise of the desktop;
/// never one for this computer. The desktop's settings may take time (a script to fetch), so they are read in a thread
/// of the pool. @param answer called once, possibly before this returns, and never after @p context was destroyed.
/// Errors: as for proxyFor().
void findProxy(const OutgoingRequest &request, QObject *context,
               std::function<void(Result<std::optional<ProxyServer>>)> answer);

} // namespace lynceus
