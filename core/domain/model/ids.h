#pragma once

#include <QHash>
#include <QString>

namespace lynceus {

/// Identifies an application of an Argo CD instance. Does not include `uid`, which distinguishes a re-created
/// application.
struct ApplicationKey
{
    QString instance;  ///< Instance::id; the host for one-off use without stored instances
    QString nameSpace; ///< of the Application resource; empty if not known yet
    QString name;

    friend bool operator==(const ApplicationKey &, const ApplicationKey &) = default;
};

[[nodiscard]] inline size_t qHash(const ApplicationKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.instance, key.nameSpace, key.name);
}

/// A Kubernetes object as in Argo CD's answers. Without API version, which differs between answers.
struct ResourceKey
{
    QString group; ///< empty for the core group
    QString kind;
    QString nameSpace; ///< empty for cluster-scoped objects
    QString name;

    friend bool operator==(const ResourceKey &, const ResourceKey &) = default;
};

[[nodiscard]] inline size_t qHash(const ResourceKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.group, key.kind, key.nameSpace, key.name);
}

} // namespace lynceus
