// Argo CDs with many applications, some of which are released within a minute: renamed copies of two recorded rollouts,
// one that succeeds and one that fails. Prints the URLs, and after SECONDS the largest number of requests that an
// instance received within 60 s.
#include "core/replay/recordings/jsonslice.h"
#include "core/replay/recordings/recordinginstance.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/biglist.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <map>

namespace lynceus {

namespace {

using namespace Qt::StringLiterals;

constexpr Duration kBegun{2'000};   // before this time, a recording only has its initial state
constexpr Duration kSettle{15'000}; // the lists of all instances have been read then
constexpr Duration kMinute{60'000};

struct Load
{
    int instances = 10;
    int applications = 5'000;
    int rollouts = 100; ///< on each of the first three instances
    int failing = 10;   ///< number of these that fail
    int seconds = 600;
};

constexpr int kReleasing = 3;

/// @p recording for an application with the name @p name, @p later.
Recording copyOf(const Recording &recording, const QString &name, std::chrono::seconds later)
{
    auto copy = recording;
    const auto old = recording.head.application;
    copy.head.application = name;
    for (auto &line : copy.lines) {
        line.path.replace(old, name);
        line.body.replace(old.toUtf8(), name.toUtf8());
    }
    const auto recorded = copy.head.recorded;
    copy = shiftedRecording(std::move(copy), later); // shifts everything, so that the initial state shows the same sync
    copy.head.recorded = recorded;
    for (auto &line : copy.lines)
        line.at += line.at < kBegun ? Duration{0} : Duration(later);
    copy.end += later;
    return copy;
}

/// Adds @p count applications to the recording's list.
void fillList(Recording &recording, int count)
{
    const auto all = bigApplicationList(count);
    const auto items = jsonValue(all, {"items"});
    const auto list = std::ranges::find_if(recording.lines, [](const RecordingLine &line) {
        return line.kind == RecordingLine::Kind::Get && line.path == "/api/v1/applications"_L1;
    });
    if (list == recording.lines.end())
        qFatal("the recording has no list");
    const auto old = jsonValue(list->body, {"items"});
    const auto at = old.data() - list->body.constData() + 1;
    list->body.insert(at, items.sliced(1, items.size() - 2).toByteArray() + ',');
}

class RolloutServer final : public QObject
{
public:
    explicit RolloutServer(const Load &load)
        : m_load(load)
    {
        const auto good = read(u"bakeok"_s);
        const auto bad = read(u"initfail"_s);
        for (int number = 0; number < load.instances; ++number) {
            std::vector<Recording> recordings;
            for (int i = 0; number < kReleasing && i < load.rollouts; ++i) {
                const bool fails = i < load.failing;
                const auto later = std::chrono::round<std::chrono::seconds>(kSettle + kMinute * i / load.rollouts);
                recordings.push_back(
                    copyOf(fails ? bad : good, u"%1-%2"_s.arg(fails ? u"fails"_s : u"works"_s).arg(i), later));
            }
            if (recordings.empty()) { // an instance without rollouts
                recordings.push_back(good);
                std::erase_if(recordings.front().lines, [](const RecordingLine &line) { return line.at >= kBegun; });
            }
            fillList(recordings.front(), load.applications - load.rollouts);
            serve(std::move(recordings));
        }
        QTimer::singleShot(std::chrono::seconds(load.seconds), this, [this] { finish(); });
    }

private:
    static Recording read(const QString &name)
    {
        auto recording = readRecording(QStringLiteral(LYNCEUS_TEST_DATA "/recordings/%1.jsonl.gz").arg(name));
        if (!recording)
            qFatal("%s", qPrintable(recording.error().message));
        return *std::move(recording);
    }

    void serve(std::vector<Recording> recordings)
    {
        const auto number = m_requests.size();
        m_requests.emplace_back();
        auto *server = new ReplayServer(std::move(recordings), {}, m_clock, this);
        connect(server, &ReplayServer::requestArrived, this, [this, number](const QString &line) {
            m_requests[number].push_back({m_clock.steady(), kindOf(line)});
        });
        if (const auto listening = server->listen(); !listening)
            qFatal("%s", qPrintable(listening.error().message));
        std::printf("%s\n", qPrintable(server->baseUrl().toString()));
        std::fflush(stdout);
    }

    /// "/events" of "GET /api/v1/applications/shop/events?…"; "application" and "list" for requests without such a
    /// name.
    static QString kindOf(const QString &line)
    {
        const auto path = line.section(u' ', 1).section(u'?', 0, 0).section(u"/api/v1/"_s, 1);
        if (path == "applications"_L1)
            return u"list"_s;
        return path.startsWith("applications/"_L1) && path.count(u'/') == 1 ? u"application"_s : path.section(u'/', -1);
    }

    void finish()
    {
        std::size_t most = 0;
        std::map<QString, int> kinds; // in the busiest minute
        for (const auto &requests : m_requests) {
            for (auto first = requests.begin(); first != requests.end(); ++first) {
                const auto last = std::ranges::lower_bound(first, requests.end(), first->at + kMinute, {}, &Asked::at);
                if (static_cast<std::size_t>(last - first) <= most)
                    continue;
                most = static_cast<std::size_t>(last - first);
                kinds.clear();
                for (auto each = first; each != last; ++each)
                    ++kinds[each->kind];
            }
        }
        std::printf("most %zu\n", most);
        for (const auto &[kind, count] : kinds)
            std::printf("  %4d %s\n", count, qPrintable(kind));
        std::fflush(stdout);
        QCoreApplication::exit(0);
    }

    Load m_load;
    SystemClock m_clock;
    struct Asked
    {
        Duration at;
        QString kind;
    };
    std::vector<std::vector<Asked>> m_requests; ///< by instance
};

} // namespace

} // namespace lynceus

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.size() != 6) {
        std::fprintf(stderr, "usage: rolloutserver INSTANCES APPLICATIONS ROLLOUTS FAILING SECONDS\n");
        return 2;
    }
    const lynceus::RolloutServer server(
        {words[1].toInt(), words[2].toInt(), words[3].toInt(), words[4].toInt(), words[5].toInt()});
    return QCoreApplication::exec();
}
