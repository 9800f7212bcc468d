#include "core/engine/teamserver/teamserverfeed.h"

#include "core/domain/teamserver/cutevidence.h"
#include "core/domain/teamserver/teamserverrequests.h"
#include "core/domain/time/backoff.h"
#include "core/io/teamserver/tasklistrequest.h"
#include "core/io/teamserver/teamserverrequest.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Connection connectionOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::SignInNeeded:
        return Connection::SignInNeeded;
    case Error::Kind::Forbidden:
        return Connection::Forbidden;
    case Error::Kind::Certificate:
        return Connection::Certificate;
    case Error::Kind::NotArgoCd:
    case Error::Kind::NotFound:
    case Error::Kind::Malformed:
    case Error::Kind::BadInput:
        return Connection::NotArgoCd;
    case Error::Kind::Unreachable:
    case Error::Kind::TimedOut:
    case Error::Kind::TooLarge:
    case Error::Kind::Server:
    case Error::Kind::NotAllowed:
    case Error::Kind::Cancelled:
        break;
    }
    return Connection::Unreachable;
}

/// The stream is not available: an older server, or a gateway without support for streams. Other errors, such as those
/// of a gateway while the server restarts, may pass.
bool hasNoStream(const Error &error)
{
    const int status = error.httpStatus;
    const bool isBusyOrBroken = status == 408 || status == 425 || status == 429 || (status >= 500 && status != 501);
    const bool isUnknownPath = status == 404 || status == 405 || status == 501;
    return isUnknownPath || (error.kind == Error::Kind::NotArgoCd && !isBusyOrBroken);
}

qint64 secondsOf(Instant at)
{
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

constexpr qsizetype kEntrySize = 50; // approximate characters of an entry besides its texts

qsizetype sizeOf(const QString &text)
{
    return kEntrySize + text.size();
}

qsizetype sizeOf(const QStringList &texts)
{
    qsizetype size = 0;
    for (const auto &text : texts)
        size += sizeOf(text);
    return size;
}

qsizetype sizeOf(const ResourceKey &key)
{
    return kEntrySize + key.group.size() + key.kind.size() + key.nameSpace.size() + key.name.size();
}

qsizetype sizeOf(const Note &note)
{
    return sizeOf(note.resource) + note.detail.size();
}

qsizetype sizeOf(const WorkloadEvidence &workload)
{
    return sizeOf(workload.key) + sizeOf(workload.images) + workload.health.message.size();
}

qsizetype sizeOf(const PodEvidence &pod)
{
    return sizeOf(pod.name) + sizeOf(pod.images) + pod.health.message.size() + pod.reason.size();
}

/// Calls @p visit with each list of @p verdict that may be long, most important first.
void visitDetails(auto &verdict, const auto &visit)
{
    visit(verdict.notes);
    if (!verdict.facts)
        return;
    if (verdict.facts->cause)
        visit(verdict.facts->cause->candidates);
    visit(verdict.facts->notes);
    visit(verdict.facts->evidence.revisions);
    visit(verdict.facts->evidence.workloads);
    visit(verdict.facts->evidence.pods);
}

qsizetype detailsOf(const ServerTask &task)
{
    qsizetype size = 0;
    if (task.verdict)
        visitDetails(*task.verdict, [&size](const auto &list) {
            for (const auto &entry : list)
                size += sizeOf(entry);
        });
    return size;
}

/// Cuts everything beyond @p most characters.
void cutDetails(ServerTask &task, qsizetype most)
{
    if (!task.verdict || detailsOf(task) <= most)
        return;
    visitDetails(*task.verdict, [&most](auto &list) {
        auto end = list.begin();
        for (; end != list.end() && sizeOf(*end) <= most; ++end)
            most -= sizeOf(*end);
        list.erase(end, list.end());
    });
    task.verdict->notes.append(QLatin1StringView(kEvidenceCut));
}

} // namespace

TeamServerFeed::TeamServerFeed(TeamServerInstance server, const Clock &clock, Pace pace, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_pace(pace)
{
    m_state.server = std::move(server);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &TeamServerFeed::sendList);
}

TeamServerFeed::~TeamServerFeed() = default;

void TeamServerFeed::follow(const InstanceAccess &access)
{
    m_access = access;
    m_access.tokens.reset(); // its headers contain the credential
    startAgain();
}

void TeamServerFeed::setObstacle(const Error &obstacle)
{
    m_stream.reset();
    m_requests.reset();
    m_again.stop();
    setConnection(Connection::KeychainShut, obstacle.message);
}

void TeamServerFeed::rename(const QString &name)
{
    m_state.server.place.name = name;
    Q_EMIT stateChanged(m_state);
}

void TeamServerFeed::setShown(bool isShown)
{
    const bool isPolled = m_again.isActive() && m_state.connection == Connection::Polling;
    if (std::exchange(m_isShown, isShown) != isShown && isPolled)
        isShown ? sendList() : listAgainIn(pollInterval());
}

void TeamServerFeed::startAgain()
{
    m_stream.reset();
    m_failures = m_brokenStreams = 0;
    m_hasStream = true;
    sendList();
}

void TeamServerFeed::readVerdict(const QString &task)
{
    m_viewed.removeAll(task);
    m_viewed.append(task);
    if (m_viewed.size() > kMostViewed)
        m_viewed.removeFirst();
    const auto known = m_tasks.constFind(task);
    if (m_state.server.kind != TeamServerKind::Lynceus || known == m_tasks.constEnd() || m_askedVerdicts.contains(task))
        return;
    // The stream reports the first verdict of a task in progress.
    const bool isMissing = known->verdict ? isEvidenceCut(*known->verdict) : !known->isRunning();
    if (!isMissing)
        return;
    m_askedVerdicts.insert(task);
    auto *request = new TeamServerRequest(m_access, serverVerdictPath(task), this, m_pace.deadline);
    connect(request, &TeamServerRequest::answered, this,
            [this, request, task, state = known->state](const Result<QByteArray> &body) {
                request->deleteLater();
                const auto verdict = body.and_then(lynceus::readVerdict);
                const auto asked = m_tasks.find(task);
                m_askedVerdicts.remove(task); // the next call requests it again, for example after its state changed
                const bool isThere = asked == m_tasks.end() || (asked->verdict && !isEvidenceCut(*asked->verdict));
                if (!verdict || isThere || asked->state != state)
                    return;
                m_details -= detailsOf(*asked);
                asked->verdict = *verdict;
                m_details += detailsOf(*asked);
                Q_EMIT tasksChanged({m_state.server.place.id, {*asked}, {}, false});
            });
    request->get();
}

void TeamServerFeed::sendList()
{
    m_again.stop();
    m_isListOld = false;
    m_reportedSince.clear();
    m_requests = std::make_unique<QObject>();
    ServerTaskFilter recent;
    recent.after = secondsOf(m_clock.now() - kShownAge);
    ask(recent, ServerTaskFilter::kMost, [this](const Result<ReadTasks> &read) {
        if (!read)
            return fail(read.error());
        ServerTaskFilter running; // of any age
        running.state = TaskState::InProgress;
        ask(running, kMostRunning, [this, listed = read->tasks](const Result<ReadTasks> &more) mutable {
            if (!more)
                return fail(more.error());
            // The second answer is newer, so it comes last.
            listed.insert(listed.end(), more->tasks.begin(), more->tasks.end());
            takeList(std::move(listed));
        });
    });
}

void TeamServerFeed::ask(const ServerTaskFilter &filter, int most, std::function<void(const Result<ReadTasks> &)> take)
{
    auto *request = new TaskListRequest(m_access, filter, most, m_pace.deadline, m_requests.get());
    connect(request, &TaskListRequest::answered, this,
            [request, take = std::move(take)](const Result<ReadTasks> &read) {
                request->deleteLater();
                take(read);
            });
    request->get();
}

void TeamServerFeed::takeList(std::vector<ServerTask> listed)
{
    QMap<QString, ServerTask> now;
    for (auto &task : listed)
        now.insert(task.id, std::move(task));
    ServerTaskChanges changes{m_state.server.place.id, {}, {}, !std::exchange(m_hasList, true)};
    for (const auto &id : std::as_const(m_reportedSince)) {
        if (m_tasks.contains(id))
            now.insert(id, m_tasks.value(id));
    }
    for (auto task = now.begin(); task != now.end(); ++task) {
        const auto known = m_tasks.constFind(task.key());
        // Lists contain no verdicts: the stream's verdict belongs to the state with which it arrived.
        if (known != m_tasks.constEnd() && !task->verdict && known->state == task->state)
            task->verdict = known->verdict;
        if (known == m_tasks.constEnd() || *known != *task)
            changes.tasks.push_back(*task);
    }
    for (const auto &id : m_tasks.keys()) {
        if (!now.contains(id))
            changes.removed.append(id);
    }
    m_tasks = std::move(now);
    m_details = 0;
    for (const auto &task : std::as_const(m_tasks))
        m_details += detailsOf(task);
    m_failures = 0;
    m_state.receivedAt = m_clock.now();
    const bool wantsStream = m_state.server.kind == TeamServerKind::Lynceus && m_hasStream;
    if (wantsStream && !m_stream)
        openStream();
    if (!m_stream)
        setConnection(Connection::Polling, {});
    Q_EMIT stateChanged(m_state); // its age has changed
    listAgainIn(m_isListOld ? m_pace.firstRetry : m_stream ? m_pace.live : pollInterval());
    if (changes.isFirst || !changes.tasks.empty() || !changes.removed.isEmpty())
        Q_EMIT tasksChanged(changes);
}

void TeamServerFeed::openStream()
{
    m_streamedSince = m_clock.steady();
    m_stream = std::make_unique<StreamConnection>(m_access, serverEventsPath(), m_clock, nullptr, m_pace.silence);
    connect(m_stream.get(), &StreamConnection::opened, this, [this] {
        m_state.receivedAt = m_clock.now();
        setConnection(Connection::Live, {});
        sendList(); // the stream does not report tasks that ended after the previous list and before it opened
    });
    connect(m_stream.get(), &StreamConnection::keepaliveArrived, this, [this] {
        m_state.receivedAt = m_clock.now();
        Q_EMIT stateChanged(m_state);
    });
    connect(m_stream.get(), &StreamConnection::frameArrived, this, &TeamServerFeed::takeEvent);
    connect(m_stream.get(), &StreamConnection::ended, this, &TeamServerFeed::streamEnded);
    m_stream->open();
}

void TeamServerFeed::takeEvent(const QByteArray &payload)
{
    m_state.receivedAt = m_clock.now();
    if (payload.size() <= kMostEvent && isListReset(payload)) {
        m_isListOld = true;
        if (m_again.isActive()) // otherwise takeList() starts the timer
            listAgainIn(std::min(m_again.remainingTimeAsDuration(), Duration(m_pace.firstRetry)));
        return;
    }
    auto task = payload.size() > kMostEvent ? Result<ServerTask>(
                    tl::unexpected(Error{Error::Kind::TooLarge, {}, u"an event is larger than 1 MiB"_s, false, 0}))
                                            : readTask(payload);
    if (!task)
        return streamEnded(task.error());
    m_reportedSince.insert(task->id);
    const auto known = m_tasks.constFind(task->id);
    const auto others = m_details - (known == m_tasks.constEnd() ? 0 : detailsOf(*known));
    if (!m_viewed.contains(task->id))
        cutDetails(*task, std::clamp<qsizetype>(kMostDetailsOfAll - others, 0, kMostDetails));
    if (known != m_tasks.constEnd() && *known == *task)
        return;
    if (known == m_tasks.constEnd() && m_tasks.size() >= kMostTasks)
        return; // the next list has the newest
    m_details = others + detailsOf(*task);
    m_tasks.insert(task->id, *task);
    Q_EMIT tasksChanged({m_state.server.place.id, {*std::move(task)}, {}, false});
}

void TeamServerFeed::streamEnded(const Error &error)
{
    if (auto ended = std::exchange(m_stream, nullptr)) {
        ended->disconnect(this);
        ended.release()->deleteLater(); // this may be called from its signal
    }
    if (m_state.connection != Connection::Live && hasNoStream(error)) {
        m_hasStream = false; // the list was just read: continue with polling
        setConnection(Connection::Polling, {});
        return listAgainIn(pollInterval());
    }
    if (m_state.connection == Connection::Live)
        m_requests.reset(); // otherwise, the list in progress would open the next stream without a delay
    m_brokenStreams = m_clock.steady() - m_streamedSince < m_pace.proven ? m_brokenStreams + 1 : 0;
    fail(error);
}

/// Known tasks stay; the state shows that they are old.
void TeamServerFeed::fail(const Error &error)
{
    ++m_failures;
    if (!m_stream || m_state.connection != Connection::Live) // with a live stream, the list's missing details are known
        setConnection(connectionOf(error.kind), error.message);
    listAgainIn(backoffDelay({m_pace.firstRetry, m_pace.lastRetry}, std::max(m_failures, m_brokenStreams),
                             QRandomGenerator::global()->generateDouble()));
}

void TeamServerFeed::listAgainIn(Duration delay)
{
    m_again.start(delay);
}

void TeamServerFeed::setConnection(Connection connection, const QString &message)
{
    if (m_state.connection == connection && m_state.message == message)
        return;
    m_state.connection = connection;
    m_state.message = message;
    Q_EMIT stateChanged(m_state);
}

} // namespace lynceus
