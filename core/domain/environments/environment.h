#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/application.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace lynceus {

/// A stage on the way to production, with a name and a colour, for the applications that match a rule.
struct Environment
{
    /// What the rule matches.
    enum class By {
        Instance,  ///< display name of the instance
        Namespace, ///< destination namespace of the application
        Cluster,   ///< destination cluster: its name in Argo CD, otherwise its address
        Project,
        Label, ///< value of a label of the Application resource
    };

    QString name;
    QString colour; ///< "#rrggbb"
    By by = By::Instance;
    QString label;      ///< for By::Label: its key; otherwise empty
    QStringList values; ///< any must match; `*` matches any characters, case-insensitive

    friend bool operator==(const Environment &, const Environment &) = default;
};

/// Maximum number of characters that fit a badge.
inline constexpr qsizetype kLongestEnvironmentName = 24;
inline constexpr std::size_t kMostEnvironments = 50; ///< each application is compared with all
inline constexpr qsizetype kMostEnvironmentValues = 100;
inline constexpr qsizetype kLongestEnvironmentValue = 253; ///< a DNS name, the longest in Kubernetes

/// What a rule is compared with. The labels belong to the application and must outlive this; null: none.
struct EnvironmentSubject
{
    QString instanceName;
    QString nameSpace; ///< of the destination
    QString cluster;   ///< of the destination
    QString project;
    const std::map<QString, QString> *labels = nullptr;
};
[[nodiscard]] EnvironmentSubject environmentSubject(const Application &application, const QString &instanceName);

/// The first matching environment; null if there is none. Valid as long as @p environments.
[[nodiscard]] const Environment *environmentOf(const std::vector<Environment> &environments,
                                               const EnvironmentSubject &subject);

/// Whether names, colours, keys and values are present and short enough, and names unique, case-insensitive. BadInput
/// names the environment, the problem and the remedy.
[[nodiscard]] Result<void> checkEnvironments(const std::vector<Environment> &environments);

/// "instance", "namespace", "cluster", "project", "label"; for settings.
[[nodiscard]] QString nameOf(Environment::By by);

/// Editable text of the rule: "prod, prod-*"; for a label with its key: "stage=prod, production".
[[nodiscard]] QString ruleText(const Environment &environment);
/// Parses such a text into @p environment according to its `by`. checkEnvironments() reports what is missing.
void setRuleText(Environment &environment, const QString &text);

} // namespace lynceus
