#pragma once

#include "core/domain/model/resourcetree.h"

namespace lynceus {

/// A tree drawn as text, children indented by two more spaces than their parent:
///
///     Deployment web             Progressing "1 of 2 updated"
///       ReplicaSet web-2  Rev:2  Healthy
///         Pod web-2-a  web:1.5.0  Degraded  0/1  x3  CrashLoopBackOff
///
/// After kind and name, in any order: a health, `Rev:N`, images (they have a colon), n/m ready containers, xN restarts,
/// `@N` created N seconds after 1970, a quoted message of its health; any other word is the status reason.
/// Groups follow from the kind; the namespace is "web"; uids are made of kind and name.
[[nodiscard]] ResourceTree treeFrom(const QByteArray &picture);

/// As the pictures name it: kind and name, group by kind, namespace "web".
[[nodiscard]] ResourceKey keyOf(const QString &kind, const QString &name);

} // namespace lynceus
