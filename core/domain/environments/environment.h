#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/application.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace lynceus {

/// A stage on the way to production, as a team calls it: a name and a colour for the applications that a rule matches.
struct Environment
{
    /// What the rule looks at.
    enum class By {
        Instance,  ///< the instance's display name
        Namespace, ///< where the application deploys to
        Cluster,   ///< the same: its name in Argo CD, else its address
        Project,
        Label, ///< the value of one label of the Application resource
    };

    QString name;
    QString colour; ///< "#rrggbb"
    By by = By::Instance;
    QString label;      ///< By::Label: its key; else empty
    QStringList values; ///< one of them must fit; `*` stands for any characters, upper and lower case are the same

    friend bool operator==(const Environment &, const Environment &) = default;
};

/// Characters of an environment's name: longer ones fit no badge.
inline constexpr qsizetype kLongestEnvironmentName = 24;
inline constexpr std::size_t kMostEnvironments = 50; ///< a team has some; each application is tried against all
inline constexpr qsizetype kMostEnvironmentValues = 100;
inline constexpr qsizetype kLongestEnvironmentValue = 253; ///< a DNS name, the longest that Kubernetes has

/// What an application is matched by. The labels are the application's own and outlive this; null: none.
struct EnvironmentSubject
{
    QString instanceName;
    QString nameSpace; ///< the destination's
    QString cluster;   ///< the same
    QString project;
    const std::map<QString, QString> *labels = nullptr;
};
[[nodiscard]] EnvironmentSubject environmentSubject(const Application &application, const QString &instanceName);

/// The first of @p environments that matches; null if none does. Valid as long as they are.
[[nodiscard]] const Environment *environmentOf(const std::vector<Environment> &environments,
                                               const EnvironmentSubject &subject);

/// Names, colours, keys and values are there and short enough, and no two names are the same without regard to case.
/// BadInput names the environment, what is wrong with it and what would be right.
[[nodiscard]] Result<void> checkEnvironments(const std::vector<Environment> &environments);

/// "instance", "namespace", "cluster", "project", "label": for settings.
[[nodiscard]] QString nameOf(Environment::By by);

/// What people type: "prod, prod-*"; for a label with its key: "stage=prod, production".
[[nodiscard]] QString ruleText(const Environment &environment);
/// The other way round, into @p environment, whose `by` says how it is read. What is missing, checkEnvironments()
/// names.
void setRuleText(Environment &environment, const QString &text);

} // namespace lynceus
