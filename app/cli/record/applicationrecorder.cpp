#include "app/cli/record/applicationrecorder.h"

#include "app/cli/record/recordedanswer.h"
#include "core/domain/rollout/sync/operation.h"
#include "core/replay/recordings/jsonslice.h"
#include "core/replay/recordings/recordinglist.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

// A watch on the replayed recording must report the same within a second of the same time: data that verdicts depend on
// is requested more often than that, the rest as often as for the recordings in tests/data.
constexpr Duration kTick{250};
constexpr Duration kPromptEvery{750};
constexpr Duration kStreamedEvery{3'000}; ///< changes are also streamed
constexpr Duration kUsualEvery{3'000};    ///< verdicts do not depend on it
constexpr Duration kListEvery{5'000};
constexpr Duration kLogsEvery{4'000}; ///< last lines of a container; only explain a verdict
constexpr std::size_t kMostLogs = 4;  ///< pods at once; a hundred broken pods have the same log
constexpr Duration kStreamRetry{2'000};
constexpr int kTailLines = 40;

std::vector<ImageReference> parsed(const QStringList &images)
{
    std::vector<ImageReference> references;
    for (const auto &image : images) {
        if (auto reference = parseImageReference(image))
            references.push_back(*std::move(reference));
    }
    return references;
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
    , m_polls{{Part::Application}, {Part::Tree},    {Part::Managed},       {Part::Events},
              {Part::List},        {Part::Windows}, {Part::ApplicationSet}}
    , m_podImages(parsed(m_images), {})
    , m_http(client.access(), clock)
{
    m_replacements.add(client.access().baseUrl.host(), u"argocd.example.com"_s);
    m_timer.setInterval(kTick);
    m_timer.setTimerType(Qt::PreciseTimer); // a late tick would shift times in the recording
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
    head.recorded = serverNow;
    head.scenario = u"recorded"_s;
    head.note = u"Recorded by Lynceus %1"_s.arg(QStringLiteral(LYNCEUS_VERSION));
    head.argocd = version.version;
    head.application = m_key.name;
    head.applicationNamespace = m_key.nameSpace;
    head.project = m_project;
    head.images = m_images;
    m_writer.emplace(head, m_replacements);
    m_begun = m_clock.steady();
    ask(versionPath(), {}, {});
    ask(settingsPath(), {}, {});
    // The list comes first: an application whose stream event comes earlier would count as created then.
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
    case Part::ApplicationSet:
        return applicationSetPath(m_applicationSet, m_key.nameSpace);
    }
    Q_UNREACHABLE();
}

Duration ApplicationRecorder::intervalOf(Part part) const
{
    switch (part) {
    case Part::Application:
        return m_streamsList ? kStreamedEvery : kPromptEvery;
    case Part::Tree: // its stream follows the server's cache; responses may be newer
    case Part::Managed:
    case Part::ApplicationSet:
        return kPromptEvery;
    case Part::Events:
        return m_isWell && m_events.isEmpty() ? kUsualEvery : kPromptEvery;
    case Part::Windows:
        return m_isHeld ? kPromptEvery : kUsualEvery;
    case Part::List:
        return kListEvery;
    }
    Q_UNREACHABLE();
}

void ApplicationRecorder::tick()
{
    for (auto &each : m_polls) {
        if (isAsked(each.part) && !each.inFlight && now() >= each.askedAt + intervalOf(each.part))
            poll(each);
    }
    askForEvents();
    askForPodManifest();
    if (!m_listStream && now() >= m_listRetryAt)
        follow(listStreamPath({}, {{m_project}, {}, m_key.name, m_key.nameSpace}), m_listStream, m_listRetryAt);
    if (!m_treeStream && now() >= m_treeRetryAt)
        follow(treeStreamPath(m_key, m_project), m_treeStream, m_treeRetryAt);
}

void ApplicationRecorder::poll(Poll &poll)
{
    poll.inFlight = true;
    const Duration due = poll.askedAt + intervalOf(poll.part);
    poll.askedAt = now() - due < kTick ? due : now();     // a slightly late timer must not delay all further requests
    check(poll.part, [&poll] { poll.inFlight = false; }); // m_polls never grows, so the reference stays valid
}

void ApplicationRecorder::check(Part part, std::function<void()> settled)
{
    auto then = std::function<void(const QByteArray &)>();
    if (part == Part::Tree)
        then = [this](const QByteArray &body) { takeTree(body); };
    else if (part == Part::Application)
        then = [this](const QByteArray &body) { takeApplication(body); };
    ask(pathOf(part), std::move(then), std::move(settled));
}

bool ApplicationRecorder::isIdle() const
{
    return m_http.isIdle() && m_client.isIdle() && m_logsUnderWay == 0;
}

void ApplicationRecorder::checkClock()
{
    if (m_timer.isActive())
        tick();
}

void ApplicationRecorder::finish()
{
    m_timer.stop();
    m_lastChecks = static_cast<std::size_t>(
        std::ranges::count_if(m_polls, [this](const Poll &each) { return isAsked(each.part); }));
    for (const auto &each : m_polls) {
        if (!isAsked(each.part))
            continue;
        check(each.part, [this] {
            if (--m_lastChecks == 0)
                Q_EMIT finished();
        });
    }
}

void ApplicationRecorder::ask(const ApiPath &path, std::function<void(const QByteArray &)> then,
                              std::function<void()> settled)
{
    // The player has only one list, of all applications. Here it contains only this one.
    const bool isList = path.path == "/api/v1/applications"_L1;
    const auto name = isList ? path.path : text(path);
    const Duration sentAt = now();
    m_http.get({.path = path}, this).then(this, [=, this](const Result<Reply> &reply) {
        const auto took = now() - sentAt;
        bool isNew = false;
        if (reply) {
            learnTime(reply->serverTime, sentAt);
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

/// A `Date` has whole seconds; several of them determine the start of the recording to a fraction of a second.
void ApplicationRecorder::learnTime(const std::optional<Instant> &date, Duration sentAt)
{
    if (!date)
        return;
    m_serverClock.learn(*date, Instant{sentAt}, Instant{now()});
    m_writer->setRecorded(m_serverClock.at(Instant{}));
}

void ApplicationRecorder::follow(const ApiPath &path, std::unique_ptr<StreamConnection> &stream, Duration &retryAt)
{
    stream = std::make_unique<StreamConnection>(m_client.access(), path, m_clock);
    // The recorded stream is filtered; replay uses it as the stream of all applications.
    const bool isList = path.path == "/api/v1/stream/applications"_L1;
    const auto name = isList ? path.path : text(path);
    auto &receives = isList ? m_streamsList : m_hearsTree;
    connect(stream.get(), &StreamConnection::opened, this, [this, name, &receives] {
        receives = true;
        m_writer->addMark(now(), "stream-open", name);
    });
    connect(stream.get(), &StreamConnection::keepaliveArrived, this,
            [this, name] { m_writer->addMark(now(), "keepalive", name); });
    connect(stream.get(), &StreamConnection::frameArrived, this, [this, name, isList](const QByteArray &payload) {
        // Servers ignore unknown filters: skip events of other applications.
        if (isList && !isAbout(jsonValue(payload, {"result", "application"}), m_key))
            return;
        m_writer->addFrame(now(), name, payload);
        if (isList)
            takeApplication(jsonValue(payload, {"result", "application"}).toByteArray());
        else
            takeTree(jsonValue(payload, {"result"}).toByteArray());
        Q_EMIT grew();
    });
    connect(stream.get(), &StreamConnection::ended, this, [this, name, &stream, &retryAt, &receives] {
        receives = false;
        m_writer->addMark(now(), "stream-close", name);
        retryAt = now() + kStreamRetry;
        stream.release()->deleteLater();
    });
    stream->open();
}

void ApplicationRecorder::takeApplication(const QByteArray &body)
{
    const auto application = m_decoder.application(body);
    if (!application)
        return;
    m_isHeld = application->sync == SyncStatus::OutOfSync && !isOperationPending(*application);
    m_isWell = application->sync == SyncStatus::Synced && application->health.status == HealthStatus::Healthy;
    // Set if it waits for a later step of its ApplicationSet.
    m_applicationSet = m_isHeld && isSyncedInSteps(*application) ? application->applicationSet : QString();
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

void ApplicationRecorder::takeTree(const QByteArray &body)
{
    auto tree = m_decoder.resourceTree(body);
    if (!tree)
        return;
    m_events.take(*tree);
    askForEvents();
    askForLastWords(*tree);
    m_tree = *std::move(tree);
}

void ApplicationRecorder::askForEvents()
{
    for (const auto &[resource, uid] : m_events.takeDue(now()))
        ask(resourceEventsPath(m_key, m_project, resource, uid), {}, {});
}

/// Requests the manifest of a pod whose image reference does not tell whether the expected version runs.
void ApplicationRecorder::askForPodManifest()
{
    const auto pod = m_tree ? m_podImages.wanted(*m_tree, now()) : std::nullopt;
    if (!pod)
        return;
    m_podImages.asked(*pod, now());
    const auto take = [this, pod = *pod](const QByteArray &body) {
        const auto manifest = m_decoder.resourceManifest(body);
        if (const auto containers = manifest ? containerStatuses(manifest->toUtf8()) : tl::unexpected(manifest.error()))
            m_podImages.take(pod, *containers);
    };
    ask(resourcePath(m_key, m_project, pod->key, pod->version), take, {});
}

/// Requests the last log lines of containers that failed or were restarted.
void ApplicationRecorder::askForLastWords(const ResourceTree &tree)
{
    std::size_t asked = 0;
    for (const auto &node : tree.nodes) {
        const bool hasSpoken = node.restarts > 0 || node.health.status == HealthStatus::Degraded;
        if (node.key.kind != "Pod"_L1 || node.uid.isEmpty() || node.health.status == HealthStatus::Healthy || !hasSpoken
            || now() - m_logsAskedAt.value(node.uid, -kLogsEvery) < kLogsEvery)
            continue;
        if (++asked > kMostLogs)
            return;
        m_logsAskedAt.insert(node.uid, now());
        askLogsOf(node, false);
        if (node.restarts > 0)
            askLogsOf(node, true);
    }
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
    const auto known = newest; // a copy, because several lines may have the same time
    for (const auto &line : lines) {
        if (line.last || (line.time && *line.time <= known))
            continue;
        // The server chose the container; the response does not contain its name.
        m_writer->addLogLine(now(), query.pod, u"main"_s, query.previous, line.content);
        newest = line.time.value_or(newest);
    }
}

} // namespace lynceus
