#pragma once

#include "core/domain/base/result.h"

#include <QString>

namespace lynceus {

/// `[NAMESPACE/]NAME` as people write it.
struct ApplicationAddress
{
    QString nameSpace; ///< empty: any
    QString name;

    friend bool operator==(const ApplicationAddress &, const ApplicationAddress &) = default;
};

/// Error::Kind::BadInput: empty, more than one slash, characters that no Kubernetes name has.
[[nodiscard]] Result<ApplicationAddress> parseApplicationAddress(const QString &text);

} // namespace lynceus
