#include "core/io/store/watchrow.h"

#include "core/io/store/encoding/codec.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kEntries = "entries"_L1;

} // namespace

QString searchWords(const WatchRecord &record)
{
    const auto &request = record.request;
    QStringList words{request.application.name,
                      request.application.nameSpace,
                      request.project,
                      request.release,
                      request.note,
                      request.who,
                      record.takenBy,
                      record.id};
    for (const auto &image : request.images)
        words += familiarName(image);
    words += request.version.value;
    if (record.verdict.cause)
        words += {record.verdict.cause->message, record.verdict.cause->resource.name};
    if (record.commit)
        words += {record.commit->author, record.commit->message};
    return words.join(u'\n').toCaseFolded();
}

Result<WatchRecord> recordFrom(const QByteArray &bytes)
{
    const auto map = unpacked(bytes);
    return map ? watchRecordFrom(*map) : tl::unexpected(map.error());
}

QByteArray packedTimeline(const std::vector<TimelineEntry> &timeline)
{
    QCborArray entries;
    for (const auto &entry : timeline)
        entries.append(toCbor(entry));
    QCborMap map;
    map.insert(kEntries, entries);
    return packed(map);
}

std::vector<TimelineEntry> timelineFrom(const QByteArray &bytes)
{
    std::vector<TimelineEntry> timeline;
    const auto map = unpacked(bytes);
    if (!map)
        return timeline;
    const auto entries = map->value(kEntries).toArray();
    for (const auto &value : entries) {
        if (auto entry = timelineEntryFrom(value.toMap()))
            timeline.push_back(*std::move(entry));
    }
    return timeline;
}

} // namespace lynceus
