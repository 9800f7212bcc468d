#pragma once

#include "core/domain/watch/watchrecord.h"

#include <QHash>
#include <QUrl>

#include <vector>

namespace lynceus {

/// Display names and URLs of instances by Instance::id. Names of removed instances are missing; their id is used
/// instead.
struct InstanceNames
{
    QHash<QString, QString> names;
    QHash<QString, QUrl> baseUrls;

    [[nodiscard]] QString nameOf(const QString &id) const { return names.value(id, id); }
    /// URL of the application in Argo CD; empty if the instance was removed.
    [[nodiscard]] QUrl pageOf(const ApplicationKey &key) const;
};

/// One array of objects in the order of @p watches, with the fields of `wait --output json` and id, release, who, note,
/// before (old images), deadline and endedAt. Field names are stable, changes are additive; times in RFC 3339, UTC,
/// seconds with one digit.
[[nodiscard]] QByteArray historyJson(const std::vector<WatchRecord> &watches, const InstanceNames &instances);

/// A header and one record per watch (RFC 4180, UTF-8), with the fields that fit a spreadsheet.
[[nodiscard]] QByteArray historyCsv(const std::vector<WatchRecord> &watches, const InstanceNames &instances);

} // namespace lynceus
