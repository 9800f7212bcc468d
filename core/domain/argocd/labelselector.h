#pragma once

#include "core/domain/base/result.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace lynceus {

/// One condition of a Kubernetes label selector.
struct LabelRequirement
{
    enum class Operator { Exists, DoesNotExist, In, NotIn, GreaterThan, LessThan };
    QString key;
    Operator op = Operator::Exists;
    QStringList values; ///< In, NotIn: one or more; GreaterThan, LessThan: one whole number; else none

    friend bool operator==(const LabelRequirement &, const LabelRequirement &) = default;
};

/// All requirements must hold; none of them: everything matches.
struct LabelSelector
{
    std::vector<LabelRequirement> requirements;

    friend bool operator==(const LabelSelector &, const LabelSelector &) = default;
};

/// Equality-based and set-based terms as `kubectl -l` takes them (apimachinery pkg/labels, Parse):
/// `a=b`, `a==b`, `a!=b`, `a in (b,c)`, `a notin (b,c)`, `a`, `!a`, `a>1`, `a<1`, joined by commas.
/// Error::Kind::BadInput names the part that cannot be understood.
[[nodiscard]] Result<LabelSelector> parseLabelSelector(QStringView text);

/// Kubernetes' rule: `!=` and `notin` hold too where the label is absent.
[[nodiscard]] bool matches(const LabelSelector &selector, const std::map<QString, QString> &labels);

} // namespace lynceus
