#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/model/instance.h"
#include "core/domain/redaction/replacements.h"
#include "core/domain/time/time.h"

#include <QJsonObject>
#include <QList>

#include <vector>

namespace lynceus {

/// What a bug report needs; nothing of it is secret, and still all of it is redacted again.
struct BundleParts
{
    Instant madeAt{};
    QJsonObject versions;
    QJsonObject doctor; ///< as `lynceus doctor --output json`
    QJsonObject preferences;
    std::vector<Instance> instances;
    QList<QByteArray> log;       ///< the newest lines
    std::vector<Secret> secrets; ///< those at hand: a server may have said them back in any form
};

/// One JSON text, indented, so that whoever sends it can read it before. What looks like a credential, the secrets at
/// hand (as they are, in base64 and encoded for URLs), e-mail addresses, and the names of @p replacements are replaced,
/// wherever they stand.
[[nodiscard]] QByteArray bundleText(const BundleParts &parts, const Replacements &replacements);

/// This program, its libraries and the system below.
[[nodiscard]] QJsonObject versionsHere();

/// "host-1.example" and so on for each host that these settings name.
void addHosts(Replacements &replacements, const std::vector<Instance> &instances);

} // namespace lynceus
