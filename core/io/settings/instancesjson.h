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

/// The version that we write. A field that an older program must not lose makes a new one.
inline constexpr int kInstancesVersion = 1;

/// From version N to N+1, in place; the first step starts at version 1.
using InstancesMigration = std::function<void(QJsonObject &)>;

struct InstancesText
{
    std::vector<Instance> instances;
    QStringList faults; ///< "instances[2]: the address is missing": entries that were left out
};

/// Errors: BadInput if it is no JSON, not ours, or of a newer version ("version 3, written by a newer Lynceus").
/// Unknown fields are skipped. @p migrations lead to kInstancesVersion, one for each version before it.
[[nodiscard]] Result<InstancesText> instancesFromJson(const QByteArray &text,
                                                      std::span<const InstancesMigration> migrations = {},
                                                      int version = kInstancesVersion);
[[nodiscard]] QByteArray instancesToJson(const std::vector<Instance> &instances);

/// One entry of the list. BadInput: the field and what is wrong with it; @p before has those that came before it.
[[nodiscard]] Result<Instance> instanceFromJson(const QJsonValue &value, InstanceChecker &before);
[[nodiscard]] QJsonObject instanceToJson(const Instance &instance);
/// The object of a settings file with a version from 1 to @p current, as it is in @p current.
[[nodiscard]] Result<QJsonObject> settingsObject(const QByteArray &text, std::span<const InstancesMigration> migrations,
                                                 int current);

} // namespace lynceus
