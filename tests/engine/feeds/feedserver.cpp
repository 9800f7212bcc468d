#include "tests/engine/feeds/feedserver.h"

namespace lynceus::test {

Script jsonAnswer(const QByteArray &body, const QByteArray &status)
{
    // The connection is closed, so that broadcasts only reach streams.
    return {test::send("HTTP/1.1 " + status
                       + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                       + QByteArray::number(body.size()) + "\r\n\r\n" + body),
            finish()};
}

FeedServer::FeedServer()
    : m_server([this](const ReceivedRequest &request) { return answer(request); })
{ }

Script FeedServer::answer(const ReceivedRequest &request)
{
    const auto target = request.line.split(' ').value(1);
    m_paths.append(target);
    const auto path = target.split('?').front();
    if (path == "/api/version")
        return jsonAnswer(R"({"Version":"v3.6.0+37ee009"})");
    if (path == "/api/v1/session/userinfo")
        return jsonAnswer(R"({"loggedIn":true,"username":"ada","iss":"argocd"})");
    if (path == "/api/v1/applications") {
        ++m_lists;
        return listAnswer.empty() ? jsonAnswer(list()) : listAnswer;
    }
    if (path == "/api/v1/stream/applications") {
        ++m_streams;
        if (!streamAnswer.empty())
            return streamAnswer;
        return {test::send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n:\n\n")};
    }
    return jsonAnswer(R"({"error":"not here","code":5,"message":"not here"})", "404 Not Found");
}

QByteArray FeedServer::item(const QByteArray &name, bool listed) const
{
    const auto &state = m_applications.at(name);
    const QByteArray own = listed ? QByteArray()
                                  : ",\"uid\":\"uid-" + QByteArray::number(state.uid) + "\",\"resourceVersion\":\""
            + QByteArray::number(state.version) + "\"";
    return R"({"metadata":{"name":")" + name + R"(","namespace":"argocd","labels":{"tier":"web"})" + own
        + R"(},"spec":{"project":"shop"},"status":{"health":{"status":")" + state.health
        + R"("},"sync":{"status":"Synced"}}})";
}

QByteArray FeedServer::list() const
{
    QByteArrayList items;
    for (const auto &[name, state] : m_applications)
        items.append(item(name, true));
    return R"({"metadata":{"resourceVersion":")" + QByteArray::number(m_version) + R"("},"items":[)" + items.join(',')
        + "]}";
}

void FeedServer::set(const QByteArray &name, const QByteArray &health)
{
    ++m_version;
    const auto known = m_applications.find(name);
    const int uid = known == m_applications.end() ? m_version : known->second.uid;
    m_applications[name] = {health, uid, m_version};
}

void FeedServer::remove(const QByteArray &name)
{
    ++m_version;
    m_applications.erase(name);
}

void FeedServer::send(const QByteArray &type, const QByteArray &name)
{
    m_server.broadcast("data: {\"result\":{\"type\":\"" + type + "\",\"application\":" + item(name, false) + "}}\n\n");
}

void FeedServer::report(const QByteArray &name, const QByteArray &health)
{
    const bool known = m_applications.contains(name);
    set(name, health);
    send(known ? "MODIFIED" : "ADDED", name);
}

void FeedServer::reportDeleted(const QByteArray &name)
{
    m_applications.at(name).version = ++m_version;
    send("DELETED", name);
    m_applications.erase(name);
}

} // namespace lynceus::test
