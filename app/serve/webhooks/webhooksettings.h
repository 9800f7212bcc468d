#pragma once

#include "app/serve/webhooks/webhook.h"
#include "app/serve/yamlsettings.h"
#include "core/domain/base/result.h"

#include <vector>

namespace lynceus {

/// Reads the list `webhooks` and the files that it names. @p publicUrl: of this server, empty if unset. Appends all
/// errors to @p faults, one sentence each with their place, without secrets or URLs.
[[nodiscard]] std::vector<Webhook> readWebhooks(YamlSettings &settings, const QUrl &publicUrl,
                                                std::vector<Error> &faults);

} // namespace lynceus
