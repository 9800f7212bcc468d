#pragma once

#include "core/domain/model/application.h"

namespace lynceus {

/// What an environment is, i.e. a column of the versions that run somewhere.
struct EnvironmentRule
{
    enum class By {
        Instance,
        Namespace, ///< where the resources of the application are
        Cluster,   ///< the same: its name in Argo CD, else its address
        Project,
        Label, ///< the value of `label`
    };
    By by = By::Instance;
    QString label; ///< its key

    friend bool operator==(const EnvironmentRule &, const EnvironmentRule &) = default;
};

/// @param instance what its instance is called or identified by.
/// @return empty: it belongs to none, because it does not have the label.
[[nodiscard]] QString environmentOf(const EnvironmentRule &rule, const Application &application,
                                    const QString &instance);

} // namespace lynceus
