#pragma once

#include "core/domain/argocd/requests/requests.h"

namespace lynceus {

/// The part of a response that belongs in the recording of @p application. Servers and gateways ignore unknown filters
/// and send other applications and events too. Empty if nothing is about the application.
[[nodiscard]] QByteArray recordedAnswer(const ApiPath &path, const QByteArray &body, const ApplicationKey &application);

/// True if the JSON text @p application is of this application.
[[nodiscard]] bool isAbout(QByteArrayView application, const ApplicationKey &key);

} // namespace lynceus
