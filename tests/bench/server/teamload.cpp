// The clients of a team server: pipelines that register tasks at the same time, readers that poll tasks, and windows
// that follow the stream of changes. Fails if a budget of docs/performance.md is exceeded.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

namespace lynceus {

namespace {

using namespace Qt::StringLiterals;

constexpr int kConnections = 50;        // of pipelines and readers, kept open
constexpr int kTick = 10;               // ms between two groups of reads
constexpr double kMostMemory = 150.0;   // MB
constexpr double kMostRead = 10.0;      // ms, 99th percentile
constexpr double kMostRequests = 300.0; // per minute, to each instance
constexpr int kSettle = 60'000;         // ms, in which each new watch reads its sources once

struct Plan
{
    QUrl server;
    QUrl argoCds;
    QByteArray token;
    qint64 process = 0; ///< PID of the server
    int instances = 3;
    int tasks = 2'000;
    int readsASecond = 500;
    int streams = 200;
    int seconds = 60;
};

/// A connection that sends one request after the other.
class Line final : public QObject
{
public:
    using Answer = std::function<void(int status, const QByteArray &body)>;

    explicit Line(const QUrl &server)
        : m_server(server)
    {
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { read(); });
        m_socket.connectToHost(server.host(), static_cast<quint16>(server.port()));
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }

    [[nodiscard]] bool isFree() const { return !m_answer; }
    void ask(const QByteArray &method, const QByteArray &path, const QByteArray &fields, const QByteArray &body,
             Answer answer)
    {
        m_answer = std::move(answer);
        m_bytes.clear();
        m_socket.write(method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields
                       + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

private:
    void read()
    {
        m_bytes += m_socket.readAll();
        const auto end = m_bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const auto field = m_bytes.indexOf("Content-Length: ");
        const auto length = m_bytes.mid(field + 16, m_bytes.indexOf('\r', field) - field - 16).toLongLong();
        if (m_bytes.size() < end + 4 + length)
            return;
        const auto answer = std::exchange(m_answer, {});
        answer(m_bytes.mid(9, 3).toInt(), m_bytes.mid(end + 4, length));
    }

    QUrl m_server;
    QTcpSocket m_socket;
    QByteArray m_bytes;
    Answer m_answer; ///< null: no request is open
};

/// The percentile @p share of @p times in ms; sorts @p times.
double shareOf(std::vector<double> &times, double share)
{
    if (times.empty())
        return 0;
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

class TeamLoad final : public QObject
{
public:
    explicit TeamLoad(Plan plan)
        : m_plan(std::move(plan))
    {
        openLines();
        for (int i = 0; i < m_plan.streams; ++i)
            openStream();
        connect(&m_reading, &QTimer::timeout, this, [this] { readTasks(); });
        requestArgoCds("/names", [this](const QJsonArray &names) {
            m_names = names;
            m_time.start();
            registerTasks();
        });
    }

private:
    void openLines()
    {
        m_lines.clear();
        for (int i = 0; i < kConnections; ++i)
            m_lines.push_back(std::make_unique<Line>(m_plan.server));
    }

    void openStream()
    {
        auto stream = std::make_unique<QTcpSocket>();
        stream->connectToHost(m_plan.server.host(), static_cast<quint16>(m_plan.server.port()));
        stream->write("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
        connect(stream.get(), &QTcpSocket::readyRead, this,
                [this, socket = stream.get()] { m_events += socket->readAll().count("event: task\n"); });
        m_streams.push_back(std::move(stream));
    }

    void registerTasks()
    {
        for (const auto &line : m_lines) {
            if (line->isFree() && m_registered < m_plan.tasks)
                registerTask(*line, m_registered++);
        }
    }

    void registerTask(Line &line, int number)
    {
        const QJsonObject task{
            {u"app"_s, m_names.at(number / m_plan.instances).toString()},
            {u"instance"_s, u"i%1"_s.arg(number % m_plan.instances)},
            {u"author"_s, u"ada"_s},
            {u"project"_s, u"shop"_s},
            {u"images"_s, QJsonArray{QJsonObject{{u"image"_s, u"ghcr.io/acme/never"_s}, {u"tag"_s, u"1.5.0"_s}}}}};
        const auto asked = m_time.nsecsElapsed();
        line.ask("POST", "/api/v1/tasks",
                 "Content-Type: application/json\r\nAuthorization: Bearer " + m_plan.token + "\r\n",
                 QJsonDocument(task).toJson(QJsonDocument::Compact), [this, asked](int status, const QByteArray &body) {
                     m_registering.push_back(double(m_time.nsecsElapsed() - asked) / 1e6);
                     const auto id = QJsonDocument::fromJson(body).object()[u"id"_s].toString().toLatin1();
                     if (status == 202)
                         m_ids += id;
                     else
                         ++m_refused;
                     if (int(m_registering.size()) == m_plan.tasks)
                         return settle();
                     registerTasks();
                 });
    }

    void settle()
    {
        std::printf("%d tasks registered in %.1f s, %d refused; answers: median %.1f ms, 99 %% %.1f ms\n",
                    int(m_ids.size()), double(m_time.elapsed()) / 1e3, m_refused, shareOf(m_registering, 0.5),
                    shareOf(m_registering, 0.99));
        std::fflush(stdout);
        QTimer::singleShot(kSettle, this, [this] { countRequests([this] { begin(); }); });
    }

    void requestArgoCds(const QByteArray &path, std::function<void(const QJsonArray &)> then)
    {
        auto line = std::make_shared<Line>(m_plan.argoCds);
        line->ask("GET", path, {}, {}, [this, line, then = std::move(then)](int, const QByteArray &body) {
            // Queued, because this runs in a callback of the line.
            QTimer::singleShot(0, this, [line, then, list = QJsonDocument::fromJson(body).array()] { then(list); });
        });
    }

    void countRequests(std::function<void()> then)
    {
        requestArgoCds("/counts", [this, then = std::move(then)](const QJsonArray &counts) {
            m_before = std::exchange(m_now, {});
            for (const auto &number : counts)
                m_now.push_back(number.toDouble());
            then();
        });
    }

    void begin()
    {
        openLines(); // the server has closed idle connections
        m_began = m_time.elapsed();
        m_reading.start(kTick);
        QTimer::singleShot(m_plan.seconds * 1'000, this, [this] {
            m_reading.stop();
            countRequests([this] { conclude(); });
        });
    }

    void readTasks()
    {
        const auto due = (m_time.elapsed() - m_began) * m_plan.readsASecond / 1'000;
        for (const auto &line : m_lines) {
            if (m_asked >= due)
                return;
            if (!line->isFree())
                continue;
            const auto asked = m_time.nsecsElapsed();
            line->ask("GET", "/api/v1/tasks/" + m_ids.at(m_asked++ % m_ids.size()), {}, {},
                      [this, asked](int status, const QByteArray &) {
                          m_reads.push_back(double(m_time.nsecsElapsed() - asked) / 1e6);
                          m_badReads += status == 200 ? 0 : 1;
                      });
        }
    }

    [[nodiscard]] double peakMemory() const
    {
        QFile file(u"/proc/%1/status"_s.arg(m_plan.process));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        for (const auto &line : file.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                return line.simplified().split(' ').value(1).toDouble() * 1024.0 / 1e6;
        }
        return 0;
    }

    void conclude()
    {
        double requests = 0;
        for (std::size_t i = 0; i < m_now.size(); ++i)
            requests = std::max(requests, (m_now[i] - m_before[i]) * 60.0 / m_plan.seconds);
        const auto read = shareOf(m_reads, 0.99);
        const auto memory = peakMemory();
        std::printf("%d reads in %d s: median %.1f ms, 99 %% %.1f ms, %d failed\n", int(m_reads.size()), m_plan.seconds,
                    shareOf(m_reads, 0.5), read, m_badReads);
        std::printf("requests to the busiest Argo CD: %.0f a minute\npeak memory of the server: %.0f MB\n", requests,
                    memory);
        std::printf("events to %d streams: %lld\n", m_plan.streams, static_cast<long long>(m_events));
        // Fewer reads than planned: the server or this program was too slow.
        const bool isComplete = double(m_reads.size()) >= 0.95 * m_plan.readsASecond * m_plan.seconds;
        const bool isWithin = isComplete && m_refused == 0 && m_badReads == 0 && read <= kMostRead
            && requests <= kMostRequests && memory > 0 && memory <= kMostMemory;
        QCoreApplication::exit(isWithin ? 0 : 1);
    }

    Plan m_plan;
    std::vector<std::unique_ptr<Line>> m_lines;
    std::vector<std::unique_ptr<QTcpSocket>> m_streams;
    QTimer m_reading;
    QElapsedTimer m_time;
    QJsonArray m_names;
    QByteArrayList m_ids;
    std::vector<double> m_registering; ///< ms
    std::vector<double> m_reads;       ///< ms
    std::vector<double> m_before;      ///< requests to each instance
    std::vector<double> m_now;
    qint64 m_events = 0;
    qint64 m_began = 0; ///< ms of m_time
    qint64 m_asked = 0;
    int m_registered = 0;
    int m_refused = 0;
    int m_badReads = 0;
};

} // namespace

} // namespace lynceus

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto words = application.arguments();
    if (words.size() != 10) {
        std::fprintf(
            stderr, "usage: teamload SERVER ARGOCDS TOKEN PROCESS_ID INSTANCES TASKS READS_A_SECOND STREAMS SECONDS\n");
        return 2;
    }
    const lynceus::TeamLoad load({QUrl(words[1]), QUrl(words[2]), words[3].toLatin1(), words[4].toLongLong(),
                                  words[5].toInt(), words[6].toInt(), words[7].toInt(), words[8].toInt(),
                                  words[9].toInt()});
    return QCoreApplication::exec();
}
