#pragma once

#include "core/domain/base/result.h"

#include <QByteArrayView>
#include <QUrl>

namespace lynceus {

/// The one allow-list of what may be sent: (method, path, origin). GETs of the API that we use, to the instance's own
/// origin and below its base path; nothing else leaves the program. Error::Kind::NotAllowed otherwise.
[[nodiscard]] Result<void> checkAllowed(QByteArrayView method, const QUrl &url, const QUrl &baseUrl);

} // namespace lynceus
