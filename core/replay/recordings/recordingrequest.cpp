#include "core/replay/recordings/recordedstate.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kNameAt = 3; ///< /api/v1/applications/NAME

} // namespace

RecordingRequest parseRecordingRequest(const QString &pathWithQuery)
{
    RecordingRequest request;
    const qsizetype mark = pathWithQuery.indexOf(u'?');
    const QString path = mark < 0 ? pathWithQuery : pathWithQuery.first(mark);
    // Go reads "+" as a space, QUrlQuery does not.
    if (mark >= 0)
        request.query = QUrlQuery(pathWithQuery.sliced(mark + 1).replace(u'+', u' '));
    for (const QString &segment : path.split(u'/', Qt::SkipEmptyParts))
        request.segments << QUrl::fromPercentEncoding(segment.toUtf8());
    request.path = u'/' + request.segments.join(u'/');
    return request;
}

bool RecordingRequest::isStream() const
{
    return path == "/api/v1/stream/applications"_L1 || path.startsWith("/api/v1/stream/applications/"_L1);
}

bool RecordingRequest::followsLog() const
{
    return part() == "logs"_L1 && value(u"follow"_s) == "true"_L1;
}

QString RecordingRequest::application() const
{
    if (!isStream() && !path.startsWith("/api/v1/applications/"_L1))
        return {};
    return segments.value(kNameAt + (isStream() ? 1 : 0));
}

QString RecordingRequest::part() const
{
    return application().isEmpty() ? QString() : segments.mid(kNameAt + (isStream() ? 2 : 1)).join(u'/');
}

QString RecordingRequest::value(const QString &key) const
{
    return query.queryItemValue(key, QUrl::FullyDecoded);
}

QString RecordingRequest::lookupKey() const
{
    QStringList kept;
    const bool onlyUid = part() == "events"_L1 && query.hasQueryItem(u"resourceUID"_s);
    if (part() != "managed-resources"_L1) {
        for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
            const bool ignored = key == "project"_L1 || key == "appNamespace"_L1 || key == "refresh"_L1;
            if (onlyUid ? key == "resourceUID"_L1 : !ignored && !value.isEmpty())
                kept << key + u'=' + value;
        }
    }
    kept.sort();
    return path + u'?' + kept.join(u'&');
}

} // namespace lynceus
