#pragma once

#include "app/serve/webhooks/webhook.h"
#include "app/serve/yamlsettings.h"
#include "core/domain/base/result.h"

#include <vector>

namespace lynceus {

/// The list `webhooks`, with the files that it names. @p publicUrl: of this server, empty if none is set. All that is
/// wrong is appended to @p faults, one sentence each with its place; no secret and no address is in them.
[[nodiscard]] std::vector<Webhook> readWebhooks(YamlSettings &settings, const QUrl &publicUrl,
                                                std::vector<Error> &faults);

} // namespace lynceus
