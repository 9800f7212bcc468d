#include "core/io/tasks/taskrow.h"

#include "core/io/store/encoding/codec.h"
#include "core/io/store/watchrow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kRecordColumn = 15; // after kTaskColumns

QString jsonOf(const std::vector<TaskImage> &images)
{
    QJsonArray array;
    for (const auto &image : images)
        array.append(QJsonObject{{u"image"_s, image.image}, {u"tag"_s, image.tag}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<TaskImage> imagesFrom(const QString &json)
{
    std::vector<TaskImage> images;
    const auto array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto &image : array)
        images.push_back({image[u"image"_s].toString(), image[u"tag"_s].toString()});
    return images;
}

} // namespace

qint64 millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

Task taskFrom(const QSqlQuery &row)
{
    Task task;
    task.id = row.value(0).toString();
    task.instance = row.value(1).toString();
    task.app = row.value(2).toString();
    task.author = row.value(3).toString();
    task.project = row.value(4).toString();
    task.images = imagesFrom(row.value(5).toString());
    if (!row.isNull(6))
        task.timeout = row.value(6).toLongLong();
    if (!row.isNull(7))
        task.refresh = row.value(7).toInt() != 0;
    task.state = taskStateFrom(row.value(8).toString()).value_or(TaskState::Aborted);
    task.reason = row.value(9).toString();
    task.created = Instant(Duration(row.value(10).toLongLong()));
    task.updated = Instant(Duration(row.value(11).toLongLong()));
    task.revision = row.value(12).toString();
    task.chartVersion = row.value(13).toString();
    task.token = row.value(14).toString();
    return task;
}

QVariantList taskValues(const Task &task)
{
    return {task.id,
            task.instance,
            task.app,
            task.author,
            task.project,
            jsonOf(task.images),
            task.timeout ? QVariant(*task.timeout) : QVariant(QMetaType(QMetaType::LongLong)),
            task.refresh ? QVariant(*task.refresh ? 1 : 0) : QVariant(QMetaType(QMetaType::Int)),
            nameOf(task.state),
            task.reason,
            millisecondsOf(task.created),
            millisecondsOf(task.updated),
            task.revision,
            task.chartVersion,
            task.token};
}

QVariant recordValue(const StoredTask &task)
{
    return packed(toCbor(task.watch.record));
}

QVariant memoryValue(const StoredTask &task)
{
    return task.watch.memory.isEmpty() ? QVariant(QMetaType(QMetaType::QByteArray))
                                       : QVariant(packed(task.watch.memory));
}

QVariant timelineValue(const StoredTask &task)
{
    return task.watch.timeline.empty() ? QVariant(QMetaType(QMetaType::QByteArray))
                                       : QVariant(packedTimeline(task.watch.timeline));
}

Result<StoredTask> storedTaskFrom(const QSqlQuery &row)
{
    auto record = recordFrom(row.value(kRecordColumn).toByteArray());
    if (!record)
        return tl::unexpected(record.error());
    StoredTask stored{taskFrom(row),
                      {*std::move(record), {}, timelineFrom(row.value(kRecordColumn + 2).toByteArray()), false}};
    if (const auto memory = unpacked(row.value(kRecordColumn + 1).toByteArray()))
        stored.watch.memory = *memory;
    return stored;
}

} // namespace lynceus
