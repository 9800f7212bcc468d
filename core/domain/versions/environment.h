#pragma once

#include "core/domain/model/application.h"

namespace lynceus {

/// What makes an environment, a column of the version matrix.
struct EnvironmentRule
{
    enum class By {
        Instance,
        Namespace, ///< destination namespace of the application
        Cluster,   ///< destination cluster: its name in Argo CD, otherwise its address
        Project,
        Label, ///< value of `label`
    };
    By by = By::Instance;
    QString label; ///< key of the label

    friend bool operator==(const EnvironmentRule &, const EnvironmentRule &) = default;
};

/// @param instance name or id of its instance. @return empty if the application lacks the label.
[[nodiscard]] QString environmentOf(const EnvironmentRule &rule, const Application &application,
                                    const QString &instance);

} // namespace lynceus
