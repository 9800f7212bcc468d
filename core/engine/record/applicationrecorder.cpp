#include "core/engine/record/applicationrecorder.h"

#include "core/domain/rollout/operation.h"
#include "core/engine/record/recordedanswer.h"
#include "core/replay/recordings/jsonslice.h"
#include "core/replay/recordings/recordinglist.h"

#include <algorithm>
#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

// As often as the recordings in tests/data were made; what a verdict needs comes within its limits.
constexpr Duration kStepsEvery{4'000};
constexpr Duration kTick{250};
constexpr Duration kSourceEvery{1'000};
constexpr Duration kHeardEvery{3'000}; ///< what a stream tells of anyway
constexpr Duration kManagedEvery{500}; ///< no stream tells of manifests, and moments are right to a second
constexpr Duration kEventsEvery{3'000};
constexpr Duration kListEvery{5'000};
constexpr Duration kWindowsEvery{1'000}; // a window may begin at any moment
constexpr std::size_t kMostBroken = 8;   ///< asked about at once; a hundred broken pods say the same
constexpr Duration kBrokenEvery{4'000};  ///< events and last words of what is not well
constexpr Duration kStreamRetry{2'000};
constexpr int kTailLines = 40;

bool isToExplain(const ResourceNode &node)
{
    static constexpr std::array kWorkers{"Pod"_L1, "Job"_L1, "ReplicaSet"_L1, "StatefulSet"_L1, "DaemonSet"_L1};
    const auto status = node.health.status;
    const bool isWorker = std::ranges::any_of(kWorkers, [&](QLatin1StringView kind) { return node.key.kind == kind; });
    return status != HealthStatus::Healthy && (isWorker || status != HealthStatus::None);
}

QString text(const ApiPath &path)
{
    const auto query = path.query.query(QUrl::FullyEncoded);
    return query.isEmpty() ? path.path : path.path + u'?' + query;
}

} // namespace

ApplicationRecorder::ApplicationRecorder(ArgoCdClient &client, const Clock &clock, ApplicationKey key, QString project,
                                         QStringList images, Replacements replacements, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_key(std::move(key))
    , m_project(std::move(project))
    , m_images(std::move(images))
    , m_replacements(std::move(replacements))
    , m_polls{{Part::Application, kSourceEvery}, {Part::Tree, kSourceEvery}, {Part::Managed, kManagedEvery},
              {Part::Events, kEventsEvery},      {Part::List, kListEvery},   {Part::Windows, kWindowsEvery}}
    , m_http(client.access(), clock)
{
    m_replacements.add(client.access().baseUrl.host(), u"argocd.example.com"_s);
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &ApplicationRecorder::tick);
}

ApplicationRecorder::~ApplicationRecorder() = default;

void ApplicationRecorder::start()
{
    m_client.version(this).then(this, [this](const Result<Answer<ServerVersion>> &version) {
        if (!version) {
            Q_EMIT failed(version.error());
            return;
        }
        m_client.application(m_key, m_project, Refresh::None, this)
            .then(
                this,
                [this, server = version->value](const Result<Answer<std::shared_ptr<const Application>>> &application) {
                    if (!application) {
                        Q_EMIT failed(application.error());
                        return;
                    }
                    m_key.nameSpace = application->value->nameSpace;
                    m_project = application->value->project;
                    begin(server, m_client.serverNow());
                });
    });
}

void ApplicationRecorder::begin(const ServerVersion &version, Instant serverNow)
{
    RecordingHead head;
    head.recorded = std::chrono::floor<std::chrono::seconds>(serverNow);
    head.scenario = u"recorded"_s;
    head.note = u"Recorded by Lynceus %1"_s.arg(QStringLiteral(LYNCEUS_VERSION));
    head.argocd = version.version;
    head.application = m_key.name;
    head.applicationNamespace = m_key.nameSpace;
    head.project = m_project;
    head.images = m_images;
    m_writer.emplace(head, m_replacements);
    // The recording begins at a whole second of the server's clock.
    m_begun = m_clock.steady() - std::chrono::duration_cast<Duration>(serverNow - head.recorded);
    ask(versionPath(), {}, {});
    ask(settingsPath(), {}, {});
    // The list comes first: an application that a stream tells of before it would count as created just then.
    ask(pathOf(Part::List), {}, [this] {
        m_timer.start();
        Q_EMIT began();
        tick();
    });
}

ApiPath ApplicationRecorder::pathOf(Part part) const
{
    switch (part) {
    case Part::Application:
        return applicationPath(m_key, m_project);
    case Part::Tree:
        return treePath(m_key, m_project);
    case Part::Managed:
        return managedResourcesPath(m_key, m_project);
    case Part::Events:
        return applicationEventsPath(m_key, m_project);
    case Part::Windows:
        return syncWindowsPath(m_key, m_project);
    case Part::List: {
        ApiPath path{u"/api/v1/applications"_s, {}};
        path.query.addQueryItem(u"name"_s, m_key.name);
        path.query.addQueryItem(u"appNamespace"_s, m_key.nameSpace);
        return path;
    }
    }
    Q_UNREACHABLE();
}

void ApplicationRecorder::tick()
{
    for (auto &each : m_polls) {
        const bool isHeard =
            (each.part == Part::Application && m_hearsList) || (each.part == Part::Tree && m_hearsTree);
        if (!each.inFlight && now() >= each.nextAt + (isHeard ? kHeardEvery - each.every : Duration{0}))
            poll(each);
    }
    if (!m_listStream && now() >= m_listRetryAt)
        follow(listStreamPath({}, {{m_project}, {}, m_key.name, m_key.nameSpace}), m_listStream, m_listRetryAt);
    if (!m_treeStream && now() >= m_treeRetryAt)
        follow(treeStreamPath(m_key, m_project), m_treeStream, m_treeRetryAt);
}

void ApplicationRecorder::poll(Poll &poll)
{
    poll.inFlight = true;
    poll.nextAt = now() + poll.every;
    look(poll.part, [&poll] { poll.inFlight = false; }); // m_polls never grows
}

void ApplicationRecorder::look(Part part, std::function<void()> settled)
{
    auto then = std::function<void(const QByteArray &)>();
    if (part == Part::Tree)
        then = [this](const QByteArray &body) { askAboutBroken(body); };
    else if (part == Part::Application)
        then = [this](const QByteArray &body) { askAboutRevisions(body); };
    ask(pathOf(part), std::move(then), std::move(settled));
}

bool ApplicationRecorder::isIdle() const
{
    return m_http.isIdle() && m_client.isIdle() && m_logsUnderWay == 0;
}

void ApplicationRecorder::lookAtClock()
{
    if (m_timer.isActive())
        tick();
}

void ApplicationRecorder::finish()
{
    m_timer.stop();
    m_lastLooks = m_polls.size();
    for (const auto &each : m_polls) {
        look(each.part, [this] {
            if (--m_lastLooks == 0)
                Q_EMIT finished();
        });
    }
}

void ApplicationRecorder::ask(const ApiPath &path, std::function<void(const QByteArray &)> then,
                              std::function<void()> settled)
{
    // The player knows one list: that of all applications there are. Here there is one.
    const bool isList = path.path == "/api/v1/applications"_L1;
    const auto name = isList ? path.path : text(path);
    const Duration sentAt = now();
    m_http.get({.path = path}, this).then(this, [=, this](const Result<Reply> &reply) {
        const auto took = now() - sentAt;
        bool isNew = false;
        if (reply) {
            const auto body = recordedAnswer(path, reply->body, m_key);
            isNew = !body.isEmpty() && m_writer->addAnswer(now(), name, 200, took, body);
            if (then)
                then(body);
        } else if (reply.error().httpStatus >= 400) {
            const auto &error = reply.error();
            const auto answer = gatewayError(error.httpStatus, 2, error.message); // 2: gRPC's "unknown"
            isNew = m_writer->addAnswer(now(), name, error.httpStatus, took, answer.body);
        }
        if (settled)
            settled();
        if (isNew)
            Q_EMIT grew();
    });
}

void ApplicationRecorder::follow(const ApiPath &path, std::unique_ptr<StreamConnection> &stream, Duration &retryAt)
{
    stream = std::make_unique<StreamConnection>(m_client.access(), path, m_clock);
    // The list's stream is filtered; played back it is that of all applications.
    const bool isList = path.path == "/api/v1/stream/applications"_L1;
    const auto name = isList ? path.path : text(path);
    auto &hears = isList ? m_hearsList : m_hearsTree;
    connect(stream.get(), &StreamConnection::opened, this, [this, name, &hears] {
        hears = true;
        m_writer->addMark(now(), "stream-open", name);
    });
    connect(stream.get(), &StreamConnection::keepaliveArrived, this,
            [this, name] { m_writer->addMark(now(), "keepalive", name); });
    connect(stream.get(), &StreamConnection::frameArrived, this, [this, name, isList](const QByteArray &payload) {
        // Servers ignore filters that they do not know: frames of others stay out.
        if (isList && !isAbout(jsonValue(payload, {"result", "application"}), m_key))
            return;
        m_writer->addFrame(now(), name, payload);
        if (isList)
            askAboutRevisions(jsonValue(payload, {"result", "application"}).toByteArray());
        else
            askAboutBroken(jsonValue(payload, {"result"}).toByteArray());
        Q_EMIT grew();
    });
    connect(stream.get(), &StreamConnection::ended, this, [this, name, &stream, &retryAt, &hears] {
        hears = false;
        m_writer->addMark(now(), "stream-close", name);
        retryAt = now() + kStreamRetry;
        stream.release()->deleteLater();
    });
    stream->open();
}

// What an application waits for that its ApplicationSet syncs in a later step.
void ApplicationRecorder::askAboutHolds(const Application &application)
{
    const bool isHeld = application.sync == SyncStatus::OutOfSync && !isOperationPending(application);
    if (!isHeld || !isSyncedInSteps(application) || (m_stepsAskedAt && now() < *m_stepsAskedAt + kStepsEvery))
        return;
    m_stepsAskedAt = now();
    ask(applicationSetPath(application.applicationSet, application.nameSpace), {}, {});
}

void ApplicationRecorder::askAboutRevisions(const QByteArray &body)
{
    const auto application = m_decoder.application(body);
    if (!application)
        return;
    askAboutHolds(*application);
    auto revisions = application->revisions;
    if (application->operationState)
        revisions += application->operationState->resultRevisions;
    for (const auto &revision : revisions) {
        if (revision.isEmpty() || m_knownRevisions.contains(revision))
            continue;
        m_knownRevisions.insert(revision);
        ask(revisionMetadataPath(m_key, m_project, revision), {}, {});
    }
}

/// Whatever is not well says why in its events only, or in the last words of its containers.
void ApplicationRecorder::askAboutBroken(const QByteArray &body)
{
    const auto tree = m_decoder.resourceTree(body);
    if (!tree)
        return;
    std::vector<const ResourceNode *> broken;
    for (const auto &node : tree->nodes) {
        if (!node.uid.isEmpty() && isToExplain(node))
            broken.push_back(&node);
    }
    std::ranges::stable_sort(broken, {}, [this](const ResourceNode *node) {
        return m_eventsAskedAt.value(node->uid, -kBrokenEvery); // who waited longest
    });
    if (broken.size() > kMostBroken)
        broken.resize(kMostBroken);
    for (const auto *node : broken) {
        if (now() - m_eventsAskedAt.value(node->uid, -kBrokenEvery) >= kBrokenEvery)
            askEventsOf(*node);
        const bool hasSpoken = node->restarts > 0 || node->health.status == HealthStatus::Degraded;
        if (node->key.kind != "Pod"_L1 || !hasSpoken
            || now() - m_logsAskedAt.value(node->uid, -kBrokenEvery) < kBrokenEvery)
            continue;
        m_logsAskedAt.insert(node->uid, now());
        askLogsOf(*node, false);
        if (node->restarts > 0)
            askLogsOf(*node, true);
    }
}

void ApplicationRecorder::askEventsOf(const ResourceNode &node)
{
    m_eventsAskedAt.insert(node.uid, now());
    ask(resourceEventsPath(m_key, m_project, node.key, node.uid), {}, {});
}

void ApplicationRecorder::askLogsOf(const ResourceNode &node, bool previous)
{
    const LogQuery query{node.key.name, node.key.nameSpace, {}, kTailLines, previous};
    ++m_logsUnderWay;
    m_client.logs(m_key, m_project, query, this)
        .then(this, [this, query](const Result<Answer<std::vector<LogLine>>> &lines) {
            --m_logsUnderWay;
            if (lines)
                takeLog(query, lines->value);
        });
}

void ApplicationRecorder::takeLog(const LogQuery &query, const std::vector<LogLine> &lines)
{
    const auto key = query.pod + (query.previous ? u"/previous"_s : QString());
    auto &newest = m_newestLogLine[key];
    const auto known = newest; // several lines may have one time
    for (const auto &line : lines) {
        if (line.last || (line.time && *line.time <= known))
            continue;
        // The server chose the container; its name is not in the answer.
        m_writer->addLogLine(now(), query.pod, u"main"_s, query.previous, line.content);
        newest = line.time.value_or(newest);
    }
}

} // namespace lynceus
