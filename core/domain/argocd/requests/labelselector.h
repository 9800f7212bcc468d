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
    QStringList values; ///< In, NotIn: one or more; GreaterThan, LessThan: one whole number; otherwise none

    friend bool operator==(const LabelRequirement &, const LabelRequirement &) = default;
};

/// All requirements must match; without any, everything matches.
struct LabelSelector
{
    std::vector<LabelRequirement> requirements;

    friend bool operator==(const LabelSelector &, const LabelSelector &) = default;
};

/// Parses equality-based and set-based terms as `kubectl -l` does (apimachinery pkg/labels, Parse): `a=b`, `a==b`,
/// `a!=b`, `a in (b,c)`, `a notin (b,c)`, `a`, `!a`, `a>1`, `a<1`, separated by commas. Error::Kind::BadInput names the
/// invalid part.
[[nodiscard]] Result<LabelSelector> parseLabelSelector(QStringView text);

/// As in Kubernetes, `!=` and `notin` also match if the label is missing.
[[nodiscard]] bool matches(const LabelSelector &selector, const std::map<QString, QString> &labels);

} // namespace lynceus
