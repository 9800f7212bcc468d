#pragma once

#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/watch/historyquery.h"
#include "core/domain/watch/watchdetails.h"

#include <QCborMap>

namespace lynceus {

// Conversion for the store and for our own processes. Names of fields and enumerators never change; unknown names are
// ignored, missing ones have their initial value. Error::Kind::Malformed: a value of a wrong type, or an enumerator
// that this version does not know.

[[nodiscard]] QCborMap toCbor(const WatchRequest &request);
[[nodiscard]] QCborMap toCbor(const WatchRecord &record);
[[nodiscard]] QCborMap toCbor(const WatchDetails &details);
[[nodiscard]] QCborMap toCbor(const HistoryQuery &query);
[[nodiscard]] QCborMap toCbor(const Verdict &verdict);
[[nodiscard]] QCborMap toCbor(const TimelineEntry &entry);
[[nodiscard]] QCborMap toCbor(const Application &application);
[[nodiscard]] QCborMap toCbor(const ResourceTree &tree);
[[nodiscard]] QCborMap toCbor(const RevisionMetadata &commit);
[[nodiscard]] QCborMap toCbor(const RolloutMemory &memory);

[[nodiscard]] Result<WatchRequest> watchRequestFrom(const QCborMap &map);
[[nodiscard]] Result<WatchRecord> watchRecordFrom(const QCborMap &map);
[[nodiscard]] Result<WatchDetails> watchDetailsFrom(const QCborMap &map);
[[nodiscard]] Result<HistoryQuery> historyQueryFrom(const QCborMap &map);
[[nodiscard]] Result<Verdict> verdictFrom(const QCborMap &map);
[[nodiscard]] Result<TimelineEntry> timelineEntryFrom(const QCborMap &map);
[[nodiscard]] Result<Application> applicationFrom(const QCborMap &map);
[[nodiscard]] Result<ResourceTree> resourceTreeFrom(const QCborMap &map);
[[nodiscard]] Result<RevisionMetadata> revisionMetadataFrom(const QCborMap &map);
/// @p expectation: of the watch.
[[nodiscard]] Result<RolloutMemory> rolloutMemoryFrom(const QCborMap &map, const Expectation &expectation);

/// Compresses the bytes of a map, and back. Error::Kind::Malformed: truncated or damaged. @p dictionary: as for
/// compressed().
[[nodiscard]] QByteArray packed(const QCborMap &map, QByteArrayView dictionary = {});
[[nodiscard]] Result<QCborMap> unpacked(const QByteArray &bytes, QByteArrayView dictionary = {});

} // namespace lynceus
