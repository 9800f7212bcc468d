#include "tests/engine/deployments/missedserver.h"

#include "core/io/clock.h"
#include "tests/engine/feeds/feedserver.h"

namespace lynceus::test {

MissedServer::MissedServer()
    : m_begin(std::chrono::floor<std::chrono::seconds>(SystemClock().now()) - std::chrono::minutes(1))
    , m_server([this](const ReceivedRequest &request) { return answer(request); })
{ }

QByteArray MissedServer::startOf(int version) const
{
    return formatRfc3339(m_begin + std::chrono::seconds(version)).toLatin1();
}

void MissedServer::deploy(int version)
{
    m_version = version;
    m_syncing = version;
    ++m_change;
}

void MissedServer::reportSync(int version)
{
    m_syncing = version;
    ++m_change;
    send(true);
}

void MissedServer::report()
{
    ++m_change;
    send(false);
}

void MissedServer::send(bool isRunning)
{
    m_server.broadcast(R"(data: {"result":{"type":"MODIFIED","application":)" + application(true, isRunning)
                       + "}}\n\n");
}

QByteArray MissedServer::history() const
{
    QByteArrayList entries;
    for (int version = 0; version <= m_version; ++version) {
        entries += R"({"id":)" + QByteArray::number(version) + R"(,"revision":")" + revision(version)
            + R"(","deployStartedAt":")" + startOf(version) + R"(","deployedAt":")" + startOf(version)
            + R"(","initiatedBy":{"automated":true}})";
    }
    return '[' + entries.join(',') + ']';
}

/// The application as in the stream, or with fewer fields as in a list.
QByteArray MissedServer::application(bool isWhole, bool isRunning) const
{
    const auto image = "ghcr.io/acme/web:1." + QByteArray::number(m_version);
    QByteArray operation = R"({"phase":")" + QByteArray(isRunning ? "Running" : "Succeeded") + R"(","startedAt":")"
        + startOf(m_syncing) + '"' + (isRunning ? QByteArray() : R"(,"finishedAt":")" + startOf(m_syncing) + '"');
    if (isWhole) {
        operation +=
            R"(,"operation":{"initiatedBy":{"automated":true},"sync":{"revision":")" + revision(m_syncing) + R"("}})";
    }
    if (isWhole && !isRunning) {
        operation += R"(,"syncResult":{"revision":")" + revision(m_syncing)
            + R"(","resources":[{"kind":"Deployment","name":"web","message":"deployment.apps/web configured","images":[")"
            + image + R"("]}]})";
    }
    operation += '}';
    return R"({"metadata":{"name":"web","namespace":"argocd")"
        + (isWhole ? R"(,"uid":"u","resourceVersion":")" + QByteArray::number(m_change) + '"' : QByteArray())
        + R"(},"spec":{"project":"shop"},"status":{"sync":{"status":"Synced","revision":")" + revision(m_version)
        + R"("},"health":{"status":"Healthy"},"summary":{"images":[")" + image + R"("]},"operationState":)" + operation
        + (isWhole ? R"(,"history":)" + history() : QByteArray()) + "}}";
}

Script MissedServer::answer(const ReceivedRequest &request)
{
    const auto path = request.line.split(' ').value(1).split('?').front();
    if (path == "/api/version")
        return jsonAnswer(R"({"Version":"v3.6.0+37ee009"})");
    if (path == "/api/v1/session/userinfo")
        return jsonAnswer(R"({"loggedIn":true,"username":"ada","iss":"argocd"})");
    if (path == "/api/v1/applications")
        return jsonAnswer(R"({"metadata":{"resourceVersion":")" + QByteArray::number(m_change) + R"("},"items":[)"
                          + application(false, false) + "]}");
    if (path == "/api/v1/stream/applications") {
        ++m_streams;
        return {test::send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n:\n\n")};
    }
    if (path == "/api/v1/applications/web") {
        ++m_applicationReads;
        if (m_refuses)
            return jsonAnswer(R"({"error":"busy","code":14,"message":"busy"})", "503 Service Unavailable");
        return jsonAnswer(application(true, false));
    }
    if (path.startsWith("/api/v1/applications/web/revisions/")) {
        ++m_commitReads;
        return jsonAnswer(R"({"author":"Ann <ann@acme.example>","date":"2026-11-30T20:00:00Z","message":"Release"})");
    }
    return jsonAnswer(R"({"error":"not here","code":5,"message":"not here"})", "404 Not Found");
}

} // namespace lynceus::test
