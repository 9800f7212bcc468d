#include "core/domain/teamserver/teamserverrequests.h"

#include "core/domain/argocd/requests/origin.h"
#include "core/domain/redaction/redact.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kTasks = "/api/v1/tasks"_L1;

QString encoded(const QString &segment)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(segment));
}

} // namespace

ApiPath teamServerVersionPath()
{
    return {u"/api/v1/version"_s, {}};
}

ApiPath teamServerConfigPath()
{
    return {u"/api/v1/config"_s, {}};
}

ApiPath teamServerDescriptionPath()
{
    return {u"/api/v1/openapi.json"_s, {}};
}

ApiPath serverTasksPath(const ServerTaskFilter &filter)
{
    ApiPath path{kTasks, {}};
    const auto add = [&path](const QString &name, const QString &value) {
        path.query.addQueryItem(name, encoded(value));
    };
    if (filter.after)
        add(u"from_timestamp"_s, QString::number(*filter.after));
    if (filter.until)
        add(u"to_timestamp"_s, QString::number(*filter.until));
    if (!filter.app.isEmpty())
        add(u"app"_s, filter.app);
    if (filter.state)
        add(u"status"_s, nameOf(*filter.state));
    add(u"limit"_s, QString::number(std::clamp(filter.limit, 1, ServerTaskFilter::kMost)));
    if (filter.offset > 0)
        add(u"offset"_s, QString::number(filter.offset));
    return path;
}

ApiPath serverTaskPath(const QString &id)
{
    return {kTasks + u'/' + encoded(id), {}};
}

ApiPath serverVerdictPath(const QString &id)
{
    return {kTasks + u'/' + encoded(id) + u"/verdict"_s, {}};
}

ApiPath serverEventsPath()
{
    return {u"/api/v1/events"_s, {}};
}

ApiPath newServerTaskPath()
{
    return {kTasks, {}};
}

Result<void> checkPostAllowed(const QUrl &url, const QUrl &baseUrl)
{
    const bool isHttp = url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
    const bool isBare = url.userInfo().isEmpty() && !url.hasFragment() && !url.hasQuery();
    if (isHttp && isBare && sameOrigin(url, baseUrl) && url == resolved(baseUrl, newServerTaskPath()))
        return {};
    return tl::unexpected(Error{Error::Kind::NotAllowed, u"POST "_s + redactedUrl(url),
                                u"not sent: only a new task may be posted, to the team server's own address"_s, false,
                                0});
}

} // namespace lynceus
