#pragma once

#include "tests/support/rawserver.h"

namespace lynceus::test {

/// An Argo CD that answers list requests only after the test calls speak().
class SilentArgoCd final
{
public:
    explicit SilentArgoCd(QByteArrayList items)
        : m_items(std::move(items))
    { }

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    [[nodiscard]] bool isAskedForList() const { return m_isAsked; }
    /// Answers the pending list request, and each later one at once.
    void sendHeaders()
    {
        m_sendsHeaders = true;
        m_server.broadcast(answer(list()));
        m_server.finishAll();
    }

    /// An item in the list of applications.
    [[nodiscard]] static QByteArray application(const QByteArray &nameSpace, const QByteArray &name)
    {
        return R"({"metadata":{"name":")" + name + R"(","namespace":")" + nameSpace
            + R"("},"spec":{"project":"shop"},"status":{"health":{"status":"Healthy"},"sync":{"status":"Synced"}}})";
    }

private:
    [[nodiscard]] static QByteArray answer(const QByteArray &json)
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + QByteArray::number(json.size()) + "\r\n\r\n" + json;
    }

    [[nodiscard]] QByteArray list() const
    {
        return R"({"metadata":{"resourceVersion":"7"},"items":[)" + m_items.join(',') + "]}";
    }

    [[nodiscard]] Script reply(const ReceivedRequest &request)
    {
        const auto path = request.line.split(' ').value(1).split('?').front();
        if (path == "/api/version")
            return {send(answer(R"({"Version":"v3.6.0+37ee009"})")), finish()};
        if (path == "/api/v1/applications") {
            m_isAsked = true;
            return m_sendsHeaders ? Script{send(answer(list())), finish()} : Script{};
        }
        if (path == "/api/v1/stream/applications")
            return {send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n:\n\n")};
        return {send(answer(R"({"loggedIn":true,"username":"ada","iss":"argocd"})")), finish()};
    }

    QByteArrayList m_items;
    bool m_isAsked = false;
    bool m_sendsHeaders = false;
    RawServer m_server{[this](const ReceivedRequest &request) { return reply(request); }};
};

} // namespace lynceus::test
