#include "core/io/store/encoding/codec.h"

#include "core/io/store/encoding/cborvalues.h"
#include "core/io/store/encoding/compression.h"
#include "core/io/store/encoding/memoryfields.h"
#include "core/io/store/encoding/watchfields.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

tl::unexpected<Error> malformed(const QString &what)
{
    return tl::unexpected(Error{Error::Kind::Malformed, what, u"a stored %1 cannot be read"_s.arg(what), false, 0});
}

template<typename T>
QCborMap mapOf(const T &value)
{
    return detail::write(value).toMap();
}

template<typename T>
Result<T> valueFrom(const QCborMap &map, const QString &what)
{
    T value;
    if (!detail::readInto(map, value))
        return malformed(what);
    return value;
}

} // namespace

QCborMap toCbor(const WatchRequest &request)
{
    return mapOf(request);
}
QCborMap toCbor(const WatchRecord &record)
{
    return mapOf(record);
}
QCborMap toCbor(const WatchDetails &details)
{
    return mapOf(details);
}

QCborMap toCbor(const HistoryQuery &query)
{
    return mapOf(query);
}

QCborMap toCbor(const Verdict &verdict)
{
    return mapOf(verdict);
}
QCborMap toCbor(const TimelineEntry &entry)
{
    return mapOf(entry);
}
QCborMap toCbor(const Application &application)
{
    return mapOf(application);
}
QCborMap toCbor(const ResourceTree &tree)
{
    return mapOf(tree);
}
QCborMap toCbor(const RevisionMetadata &commit)
{
    return mapOf(commit);
}

QCborMap toCbor(const RolloutMemory &memory)
{
    QCborMap map;
    Expectation any;
    any.images.emplace_back(); // required by the matcher; not written
    detail::writeInto(map, memory, RolloutMemory(any));
    return map;
}

Result<WatchRequest> watchRequestFrom(const QCborMap &map)
{
    return valueFrom<WatchRequest>(map, u"request"_s);
}
Result<WatchRecord> watchRecordFrom(const QCborMap &map)
{
    return valueFrom<WatchRecord>(map, u"watch"_s);
}
Result<WatchDetails> watchDetailsFrom(const QCborMap &map)
{
    return valueFrom<WatchDetails>(map, u"watch"_s);
}
Result<HistoryQuery> historyQueryFrom(const QCborMap &map)
{
    return valueFrom<HistoryQuery>(map, u"query"_s);
}
Result<Verdict> verdictFrom(const QCborMap &map)
{
    return valueFrom<Verdict>(map, u"verdict"_s);
}
Result<TimelineEntry> timelineEntryFrom(const QCborMap &map)
{
    return valueFrom<TimelineEntry>(map, u"timeline"_s);
}
Result<Application> applicationFrom(const QCborMap &map)
{
    return valueFrom<Application>(map, u"application"_s);
}
Result<ResourceTree> resourceTreeFrom(const QCborMap &map)
{
    return valueFrom<ResourceTree>(map, u"resource tree"_s);
}
Result<RevisionMetadata> revisionMetadataFrom(const QCborMap &map)
{
    return valueFrom<RevisionMetadata>(map, u"commit"_s);
}

Result<RolloutMemory> rolloutMemoryFrom(const QCborMap &map, const Expectation &expectation)
{
    RolloutMemory memory(expectation);
    if (!detail::readInto(map, memory))
        return malformed(u"state of a watch"_s);
    return memory;
}

QByteArray packed(const QCborMap &map, QByteArrayView dictionary)
{
    return compressed(map.toCborValue().toCbor(), dictionary);
}

Result<QCborMap> unpacked(const QByteArray &bytes, QByteArrayView dictionary)
{
    const auto cbor = uncompressed(bytes, dictionary);
    if (!cbor)
        return malformed(u"value"_s);
    QCborParserError error;
    const auto value = QCborValue::fromCbor(*cbor, &error);
    if (error.error != QCborError::NoError || !value.isMap())
        return malformed(u"value"_s);
    return value.toMap();
}

} // namespace lynceus
