#pragma once

#include "core/domain/base/result.h"

#include <QByteArrayView>
#include <QUrl>

namespace lynceus {

/// The allow-list for all outgoing requests by method, path and origin: GET requests of the API calls that we use, to
/// the instance's own origin and below its base path. Anything else is Error::Kind::NotAllowed.
[[nodiscard]] Result<void> checkAllowed(QByteArrayView method, const QUrl &url, const QUrl &baseUrl);

} // namespace lynceus
