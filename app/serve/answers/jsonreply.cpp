#include "app/serve/answers/jsonreply.h"

#include "app/serve/taskjson.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kJson = "application/json; charset=utf-8";
constexpr auto kDatabaseDown = "The database is unavailable; the server's log contains the reason"_L1;
constexpr int kRetryAfter = 15; // s, the polling interval of Argo Watcher's client

void sayWhenToTryAgain(HttpReply &reply)
{
    reply.headers.append("Retry-After", QByteArray::number(kRetryAfter));
}

} // namespace

HttpReply jsonReply(int status, const QByteArray &body)
{
    HttpReply reply{status, kJson, body};
    reply.headers.append("Cache-Control", "no-store");
    reply.headers.append("X-Content-Type-Options", "nosniff");
    return reply;
}

HttpReply jsonReply(int status, const QJsonObject &object)
{
    return jsonReply(status, compact(object));
}

HttpReply problemReply(int status, const QString &state, const QString &error)
{
    auto reply = jsonReply(status, QJsonObject{{u"status"_s, state}, {u"error"_s, error}});
    if (status == 503 || status == 429)
        sayWhenToTryAgain(reply);
    return reply;
}

HttpReply databaseDownReply()
{
    return problemReply(503, u"down"_s, kDatabaseDown);
}

HttpReply databaseDownReply(const QString &id)
{
    auto reply = jsonReply(503, QJsonObject{{u"id"_s, id}, {u"error"_s, kDatabaseDown}});
    sayWhenToTryAgain(reply);
    return reply;
}

} // namespace lynceus
