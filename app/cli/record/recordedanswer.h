#pragma once

#include "core/domain/argocd/requests/requests.h"

namespace lynceus {

/// The part of an answer that belongs on the recording of @p application: servers and gateways ignore filters that they
/// do not know, and send other people's applications and events along. Empty if nothing of it is about the application.
[[nodiscard]] QByteArray recordedAnswer(const ApiPath &path, const QByteArray &body, const ApplicationKey &application);

/// Whether this JSON text of an application is that one.
[[nodiscard]] bool isAbout(QByteArrayView application, const ApplicationKey &key);

} // namespace lynceus
