// Several Argo CDs in one process whose applications change all the time, to measure the engine's feeds and the team
// server. Lists and events are cut out of a recording as in the replay server. A requested application has an empty
// tree and no manifests. /counts has the number of requests to each instance, including streams, /names the names of
// its applications; neither is compressed.
#include "core/io/compression/gzip.h"
#include "core/replay/recordings/jsonslice.h"
#include "core/replay/recordings/recordinglist.h"
#include "tests/support/biglist.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <array>
#include <cstdio>

namespace lynceus {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 4> kHealth{R"("Healthy")", R"("Progressing")", R"("Degraded")", R"("Suspended")"};
constexpr RecordingServerVersion kVersion{3, 6};
constexpr int kTick = 10;          // ms between two groups of events
constexpr int kKeepalive = 15'000; // ms, as Argo CD's
constexpr int kSettle = 8'000;     // ms after the last stream was opened; the following lists have been read then

struct Load
{
    int instances = 10;
    int applications = 5'000;
    int eventsASecond = 1'000;
    int seconds = 60;
};

/// The text of an application in all instances, and the positions of its variable parts.
struct Template
{
    QByteArray text;
    QByteArray name;
    std::array<std::pair<qsizetype, qsizetype>, 3> holes; ///< health, labels, version, by position
    std::array<int, 3> order;                             ///< the part at each of these positions
};

Template templateOf(QByteArrayView item)
{
    Template made;
    made.text = item.toByteArray();
    made.name = jsonString(jsonValue(made.text, {"metadata", "name"})).toUtf8();
    const std::array views{jsonValue(made.text, {"status", "health", "status"}),
                           jsonValue(made.text, {"metadata", "labels"}),
                           jsonValue(made.text, {"metadata", "resourceVersion"})};
    std::vector<std::pair<std::pair<qsizetype, qsizetype>, int>> places;
    for (int which = 0; which < 3; ++which) {
        const auto view = views[static_cast<std::size_t>(which)];
        if (view.isEmpty())
            qFatal("an application of the recording lacks what changes");
        places.push_back({{view.data() - made.text.constData(), view.size()}, which});
    }
    std::ranges::sort(places);
    for (std::size_t at = 0; at < places.size(); ++at) {
        made.holes[at] = places[at].first;
        made.order[at] = places[at].second;
    }
    return made;
}

class LoadServer final : public QObject
{
public:
    explicit LoadServer(const Load &load)
        : m_load(load)
    {
        const auto body = bigApplicationList(load.applications);
        JsonWalker items(jsonValue(body, {"items"}));
        while (items.next())
            m_templates.push_back(templateOf(items.value()));
        m_instances.resize(static_cast<std::size_t>(load.instances));
        for (auto &instance : m_instances)
            instance.states.resize(m_templates.size());
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *const socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, this, [this, socket] { forget(socket); });
            }
        });
        connect(&m_events, &QTimer::timeout, this, [this] { sendEvents(); });
        m_events.setTimerType(Qt::PreciseTimer);
        connect(&m_keepalive, &QTimer::timeout, this, [this] {
            for (auto &instance : m_instances) {
                if (instance.stream)
                    instance.stream->write(":\n\n");
            }
        });
        m_keepalive.start(kKeepalive);
    }

    bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    struct State
    {
        int health = 0;
        qint64 sentAt = 0; ///< ms since 1970
        qint64 version = 1;
    };
    struct Instance
    {
        std::vector<State> states; ///< by template
        qint64 version = 1;
        QTcpSocket *stream = nullptr;
        QString fields;
        int lists = 0;
        int requests = 0;
    };

    [[nodiscard]] QByteArray textOf(const Instance &instance, std::size_t at) const
    {
        const auto &made = m_templates[at];
        const auto &state = instance.states[at];
        const std::array<QByteArray, 3> values{kHealth[static_cast<std::size_t>(state.health)],
                                               R"({"app":")" + made.name + R"(","sent":")"
                                                   + QByteArray::number(state.sentAt) + R"("})",
                                               '"' + QByteArray::number(state.version) + '"'};
        QByteArray text;
        text.reserve(made.text.size() + 64);
        qsizetype from = 0;
        for (std::size_t hole = 0; hole < made.holes.size(); ++hole) {
            const auto [begin, length] = made.holes[hole];
            text += QByteArrayView(made.text).sliced(from, begin - from);
            text += values[static_cast<std::size_t>(made.order[hole])];
            from = begin + length;
        }
        return text + QByteArrayView(made.text).sliced(from).toByteArray();
    }

    [[nodiscard]] QByteArray list(const Instance &instance, const QUrlQuery &query) const
    {
        std::vector<QByteArray> texts;
        std::vector<RecordingApplication> applications;
        texts.reserve(m_templates.size());
        for (std::size_t at = 0; at < m_templates.size(); ++at) {
            const auto &text = texts.emplace_back(textOf(instance, at));
            applications.push_back({jsonValue(text, {"metadata", "name"}), "argocd", text});
        }
        return listBody(applications, QByteArray::number(instance.version), query, kVersion);
    }

    void read(QTcpSocket *socket)
    {
        const auto head = socket->peek(64 * 1024LL);
        const auto end = head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        socket->skip(end + 4);
        const QUrl url(QString::fromLatin1(head.sliced(4, head.indexOf(' ', 4) - 4)));
        if (url.path() == "/counts"_L1 || url.path() == "/names"_L1) {
            const auto body = url.path() == "/counts"_L1 ? counts() : names();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            return;
        }
        const auto parts = url.path().split(u'/'); // "", "i3", "api", …
        const auto number = parts.value(1).sliced(1).toUInt();
        if (number >= m_instances.size())
            return socket->abort();
        answer(socket, m_instances[number], url.path().sliced(parts[1].size() + 1), QUrlQuery(url));
    }

    [[nodiscard]] QByteArray counts() const
    {
        QByteArrayList numbers;
        for (const auto &instance : m_instances)
            numbers += QByteArray::number(instance.requests);
        return '[' + numbers.join(',') + ']';
    }

    [[nodiscard]] QByteArray names() const
    {
        QByteArrayList names;
        for (const auto &made : m_templates)
            names += '"' + made.name + '"';
        return '[' + names.join(',') + ']';
    }

    /// Responses for paths below one application.
    [[nodiscard]] QByteArray below(const Instance &instance, const QStringList &parts) const
    {
        const auto what = parts.value(5);
        if (what == "resource-tree"_L1)
            return R"({"nodes":[]})";
        if (what == "manifests"_L1)
            return R"({"manifests":[]})";
        const auto name = parts.value(4).toUtf8();
        const auto made = std::ranges::find(m_templates, name, &Template::name);
        return made == m_templates.end() ? QByteArray("{}")
                                         : textOf(instance, static_cast<std::size_t>(made - m_templates.begin()));
    }

    static void sendJson(QTcpSocket *socket, const QByteArray &body)
    {
        const auto packed = gzipped(body);
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                      + QByteArray::number(packed.size()) + "\r\n\r\n");
        socket->write(packed);
    }

    void answer(QTcpSocket *socket, Instance &instance, const QString &path, const QUrlQuery &query)
    {
        ++instance.requests;
        if (path.startsWith("/api/v1/stream/applications/"_L1)) { // the stream of one application
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n:\n\n");
            return;
        }
        if (path == "/api/v1/stream/applications"_L1) {
            instance.stream = socket;
            instance.fields = query.queryItemValue(u"fields"_s, QUrl::FullyDecoded);
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n:\n\n");
            if (std::ranges::all_of(m_instances, [](const Instance &each) { return each.stream; }) && !m_begun) {
                m_begun = true;
                QTimer::singleShot(kSettle, this, [this] { begin(); });
            }
            return;
        }
        QByteArray body = R"({"Version":"v3.6.0"})";
        if (path == "/api/v1/applications"_L1) {
            ++instance.lists;
            body = list(instance, query);
        } else if (path == "/api/v1/session/userinfo"_L1) {
            body = "{}";
        } else if (path.startsWith("/api/v1/applications/"_L1)) {
            body = below(instance, path.split(u'/'));
        }
        sendJson(socket, body);
    }

    void forget(QTcpSocket *socket)
    {
        for (auto &instance : m_instances) {
            if (instance.stream == socket)
                instance.stream = nullptr;
        }
        socket->deleteLater();
    }

    void begin()
    {
        for (auto &instance : m_instances)
            instance.lists = 0;
        std::printf("begin\n");
        std::fflush(stdout);
        m_clock.start();
        m_events.start(kTick);
    }

    void sendEvents()
    {
        const auto elapsed = std::min<qint64>(m_clock.elapsed(), m_load.seconds * 1'000LL);
        for (const auto due = elapsed * m_load.eventsASecond / 1'000; m_sent < due; ++m_sent)
            sendEvent(m_instances[static_cast<std::size_t>(m_sent) % m_instances.size()]);
        if (elapsed < m_load.seconds * 1'000LL)
            return;
        m_events.stop();
        int lists = 0;
        for (const auto &instance : m_instances)
            lists += instance.lists;
        std::printf("end %lld %d\n", static_cast<long long>(m_sent), lists);
        std::fflush(stdout);
    }

    void sendEvent(Instance &instance)
    {
        if (!instance.stream)
            return;
        const auto at = QRandomGenerator::global()->bounded(static_cast<quint32>(m_templates.size()));
        auto &state = instance.states[at];
        state.health = (state.health + 1) % static_cast<int>(kHealth.size());
        state.version = ++instance.version;
        state.sentAt = QDateTime::currentMSecsSinceEpoch();
        const auto event = R"({"result":{"type":"MODIFIED","application":)" + textOf(instance, at) + "}}";
        instance.stream->write("data: " + projectedEvent(event, instance.fields) + "\n\n");
    }

    Load m_load;
    std::vector<Template> m_templates;
    std::vector<Instance> m_instances;
    QTcpServer m_server;
    QTimer m_events;
    QTimer m_keepalive;
    QElapsedTimer m_clock;
    qint64 m_sent = 0;
    bool m_begun = false;
};

} // namespace

} // namespace lynceus

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto words = application.arguments();
    if (words.size() != 5) {
        std::fprintf(stderr, "usage: loadserver INSTANCES APPLICATIONS EVENTS_A_SECOND SECONDS\n");
        return 2;
    }
    lynceus::LoadServer server({words[1].toInt(), words[2].toInt(), words[3].toInt(), words[4].toInt()});
    if (!server.listen())
        return 2;
    std::printf("http://127.0.0.1:%d\n", int(server.port()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
