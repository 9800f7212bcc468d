#pragma once

#include "core/domain/base/result.h"

#include <QString>

namespace lynceus {

/// `[NAMESPACE/]NAME` as users write it.
struct ApplicationAddress
{
    QString nameSpace; ///< empty: any
    QString name;

    friend bool operator==(const ApplicationAddress &, const ApplicationAddress &) = default;
};

/// Error::Kind::BadInput: empty, more than one slash, characters that Kubernetes names cannot have.
[[nodiscard]] Result<ApplicationAddress> parseApplicationAddress(const QString &text);

} // namespace lynceus
