#pragma once

#include "core/domain/watch/watchrecord.h"

#include <QHash>
#include <QUrl>

#include <vector>

namespace lynceus {

/// What an instance is called and where it is, by Instance::id; history outlives instances, which then go by their id.
struct InstanceNames
{
    QHash<QString, QString> names;
    QHash<QString, QUrl> baseUrls;

    [[nodiscard]] QString nameOf(const QString &id) const { return names.value(id, id); }
    /// The application's page in Argo CD; empty for an instance that is not there any more.
    [[nodiscard]] QUrl pageOf(const ApplicationKey &key) const;
};

/// One array of objects in the order of @p watches: those of `wait --output json`, and besides id, release, who, note,
/// before (old images), deadline and endedAt. Names are stable, changes additive; times RFC 3339 in UTC, seconds with
/// one digit.
[[nodiscard]] QByteArray historyJson(const std::vector<WatchRecord> &watches, const InstanceNames &instances);

/// A head and one record a watch (RFC 4180, UTF-8): what a spreadsheet can use of it.
[[nodiscard]] QByteArray historyCsv(const std::vector<WatchRecord> &watches, const InstanceNames &instances);

} // namespace lynceus
