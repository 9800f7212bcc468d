#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/model/instance.h"
#include "core/domain/redaction/replacements.h"
#include "core/domain/time/time.h"

#include <QJsonObject>
#include <QList>

#include <vector>

namespace lynceus {

/// The contents of a diagnostic bundle for bug reports. They should contain no secrets, but everything is redacted
/// again.
struct BundleParts
{
    Instant madeAt{};
    QJsonObject versions;
    QJsonObject doctor; ///< same as the output of `lynceus doctor --output json`
    QJsonObject preferences;
    std::vector<Instance> instances;
    QList<QByteArray> log;       ///< the newest lines
    std::vector<Secret> secrets; ///< known secrets: a server may have repeated them in any form
};

/// One indented JSON text, so that the user can read it before sending it. Redacts text that looks like a credential,
/// the known secrets (plain, base64 and URL-encoded), e-mail addresses, and the names in @p replacements, everywhere.
[[nodiscard]] QByteArray bundleText(const BundleParts &parts, const Replacements &replacements);

/// Versions of this program, its libraries and the system.
[[nodiscard]] QJsonObject versionsHere();

/// Adds "host-1.example" and so on for each host in these settings.
void addHosts(Replacements &replacements, const std::vector<Instance> &instances);

} // namespace lynceus
