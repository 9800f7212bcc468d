#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/instance.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <span>
#include <vector>

namespace lynceus {

class InstanceChecker;

/// The version that we write. Increase it for a field that older programs must not drop.
inline constexpr int kInstancesVersion = 1;

/// Converts version N to N+1 in place; the first one converts version 1.
using InstancesMigration = std::function<void(QJsonObject &)>;

struct InstancesText
{
    std::vector<Instance> instances;
    QStringList faults; ///< "instances[2]: the address is missing"; omitted entries
};

/// Errors: BadInput if it is not JSON, not ours, or of a newer version ("version 3, written by a newer Lynceus").
/// Unknown fields are ignored. @p migrations convert to kInstancesVersion, one per earlier version.
[[nodiscard]] Result<InstancesText> instancesFromJson(const QByteArray &text,
                                                      std::span<const InstancesMigration> migrations = {},
                                                      int version = kInstancesVersion);
[[nodiscard]] QByteArray instancesToJson(const std::vector<Instance> &instances);

/// Parses one entry of the list. BadInput with field and problem; @p before contains the previous entries.
[[nodiscard]] Result<Instance> instanceFromJson(const QJsonValue &value, InstanceChecker &before);
[[nodiscard]] QJsonObject instanceToJson(const Instance &instance);
/// The object of a settings file of version 1 to @p current, converted to @p current.
[[nodiscard]] Result<QJsonObject> settingsObject(const QByteArray &text, std::span<const InstancesMigration> migrations,
                                                 int current);

} // namespace lynceus
