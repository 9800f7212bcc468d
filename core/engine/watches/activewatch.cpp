#include "core/engine/watches/activewatch.h"

#include "core/domain/watch/imagesbefore.h"
#include "core/engine/watches/verdictchange.h"
#include "core/io/store/encoding/codec.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kMostLogLines = 20;    ///< as many as are requested
constexpr qsizetype kLongestLogLine = 1'000; ///< characters; enough for a stack trace in one line

/// A continued judge, or a new one if there is no observation or it cannot be read: the watch then starts over with its
/// old deadline.
std::optional<Judge> judgeOf(const StoredWatch &stored)
{
    if (stored.memory.isEmpty())
        return std::nullopt;
    auto memory = rolloutMemoryFrom(stored.memory, stored.record.expectation);
    if (!memory)
        return std::nullopt;
    return Judge(stored.record.expectation, *std::move(memory), stored.record.verdict);
}

bool isSameRecord(const WatchRecord &left, const WatchRecord &right)
{
    return saysTheSame(left.verdict, right.verdict) && left.expectation == right.expectation
        && left.commit == right.commit && left.logLines == right.logLines && left.oldImages == right.oldImages
        && left.children == right.children;
}

} // namespace

ActiveWatch::ActiveWatch(StoredWatch stored, InstanceClients &clients, const Clock &clock, QObject *parent,
                         Duration ahead)
    : QObject(parent)
    , m_stored(std::move(stored))
    , m_clients(clients)
    , m_clock(clock)
    , m_ahead(ahead)
    , m_registeredBefore(std::max(Duration{0}, now() - m_stored.record.registeredAt))
    , m_adoptedAt(clock.sinceBoot())
{
    m_timelineState.stage = m_stored.record.verdict.stage;
    m_timelineState.outcome = m_stored.record.verdict.outcome;
    m_timelineState.cause = m_stored.record.verdict.cause;
    if (const auto &blocker = m_stored.record.verdict.blocker)
        m_timelineState.blocker = nameOf(blocker->kind);
}

ActiveWatch::~ActiveWatch() = default;

void ActiveWatch::run()
{
    if (isRunning() || m_stored.record.isOver())
        return;
    start();
}

bool ActiveWatch::isDecided() const
{
    return m_stored.record.isOver() || (m_runner && m_runner->verdict().outcome != Outcome::Waiting);
}

Duration ActiveWatch::registeredBefore() const
{
    return m_registeredBefore + (m_clock.sinceBoot() - m_adoptedAt);
}

void ActiveWatch::start()
{
    const auto &request = m_stored.record.request;
    auto *client = m_clients.client(request.application.instance);
    if (!client)
        return;
    if (request.withChildren)
        return startParent(*client);
    WatchOptions options;
    options.project = request.project;
    options.refresh = request.refresh;
    // The feed has the list's stream; otherwise a hundred watches would each open one.
    options.applicationStream = false;
    m_treeSlot.reset(
        m_clients.treeStreamLimiter(request.application.instance)->ask(TreeStreamLimiter::For::Watch, nullptr));
    options.treeStream = m_treeSlot->isGranted();
    options.budget = m_clients.budget(request.application.instance);
    auto judge = judgeOf(m_stored);
    if (judge) {
        m_timelineState.application = judge->memory().application.value;
        m_timelineState.tree = judge->memory().tree.value;
    } else {
        judge.emplace(m_stored.record.expectation);
    }
    m_runner = std::make_unique<WatchRunner>(*client, m_clock, m_stored.record.expectation, request.timeout, options);
    connect(m_treeSlot.get(), &TreeSlot::grantedChanged, m_runner.get(), &WatchRunner::setTreeStream);
    connect(m_runner.get(), &WatchRunner::observed, this, &ActiveWatch::takeObservation);
    connect(m_runner.get(), &WatchRunner::finished, this, &ActiveWatch::takeEnd);
    m_runningSince = m_clock.steady();
    m_runner->setFed(m_fed);
    m_runner->resume(*std::move(judge), registeredBefore());
}

void ActiveWatch::startParent(ArgoCdClient &client)
{
    m_parentRunner = std::make_unique<ParentRunner>(client, m_stored.record, registeredBefore());
    connect(m_parentRunner.get(), &ParentRunner::childrenWanted, this, &ActiveWatch::childrenWanted);
    connect(m_parentRunner.get(), &ParentRunner::observed, this, &ActiveWatch::takeParent);
    m_runningSince = m_clock.steady();
    m_parentRunner->start();
    reportChildren();
}

std::vector<FoundChild> ActiveWatch::unregistered() const
{
    return m_parentRunner ? m_parentRunner->unregistered() : std::vector<FoundChild>();
}

Duration ActiveWatch::left() const
{
    return m_parentRunner ? m_parentRunner->left() : m_stored.record.expectation.deadline - serverNow();
}

StoredWatch ActiveWatch::storedWith(const QStringList &ids) const
{
    auto watch = stored();
    watch.record.children += ids;
    watch.record.children.removeDuplicates();
    return watch;
}

void ActiveWatch::takeRegistered(const FoundChild &child, const QStringList &ids)
{
    m_stored.record.children = storedWith(ids).record.children;
    if (m_parentRunner)
        m_parentRunner->takeRegistered(child.key);
}

void ActiveWatch::takeChild(const WatchRecord &child)
{
    Verdict verdict; // without evidence: there may be hundreds, which keep their own
    verdict.outcome = child.verdict.outcome;
    verdict.stage = child.verdict.stage;
    verdict.blocker = child.verdict.blocker;
    verdict.cause = child.verdict.cause;
    const auto known = m_children.constFind(child.id);
    if (known != m_children.cend() && *known == verdict)
        return;
    m_children.insert(child.id, verdict);
    reportChildren();
}

void ActiveWatch::reportChildren()
{
    if (!m_parentRunner)
        return;
    std::vector<Verdict> verdicts;
    for (const auto &id : std::as_const(m_stored.record.children)) {
        if (const auto known = m_children.constFind(id); known != m_children.cend())
            verdicts.push_back(*known);
    }
    m_parentRunner->setChildren(std::move(verdicts));
}

void ActiveWatch::takeParent()
{
    const auto before = m_stored.record;
    auto &record = m_stored.record;
    record.expectation = m_parentRunner->expectation();
    record.verdict = m_parentRunner->verdict();
    auto state = m_timelineState;
    state.at = m_parentRunner->now();
    state.stage = record.verdict.stage;
    state.outcome = record.verdict.outcome;
    state.cause = record.verdict.cause;
    state.blocker = record.verdict.blocker ? nameOf(record.verdict.blocker->kind) : QString();
    takeState(state);
    if (record.isOver()) {
        record.endedAt = now();
        record.snoozedUntil.reset();
        letGo();
    }
    if (!isSameRecord(before, record))
        Q_EMIT changed();
}

void ActiveWatch::pause()
{
    m_parentRunner.reset();
    if (!m_runner)
        return;
    m_stored = stored();
    m_runner.reset(); // at once, because its client is removed
    m_treeSlot.reset();
}

const Application *ActiveWatch::application() const
{
    return m_runner ? m_runner->observation().application.value.get() : nullptr;
}

StoredWatch ActiveWatch::stored() const
{
    auto stored = m_stored;
    if (stored.record.isOver()) {
        stored.memory = {};
    } else if (m_runner && m_runner->judge().memory().application.value) {
        // All from the same moment: observed() is emitted later, and a continued judge takes the deadline as one by the
        // server's clock.
        stored.memory = toCbor(m_runner->judge().memory());
        stored.record.expectation = m_runner->expectation();
        if (m_runner->verdict().outcome == Outcome::Waiting)
            stored.record.verdict = m_runner->verdict();
    }
    return stored;
}

void ActiveWatch::takeObservation()
{
    const auto before = m_stored.record;
    updateRecord();
    if (m_runner->verdict().outcome != Outcome::Waiting)
        return; // takeEnd() follows, with the commit
    if (isSameRecord(before, m_stored.record))
        Q_EMIT observed();
    else
        Q_EMIT changed();
}

void ActiveWatch::updateRecord()
{
    auto &record = m_stored.record;
    if (m_runner->observation().now != Instant{}) // otherwise the server's time is unknown and nothing was observed
        takeState(timelineStateOf(m_runner->observation(), m_runner->verdict()));
    record.expectation = m_runner->expectation();
    if (m_runner->commit())
        record.commit = m_runner->commit();
    takeLog(m_runner->lastLogLines());
    fillOldImages(m_runner->judge().memory());
    if (m_runner->verdict().outcome == Outcome::Waiting)
        record.verdict = m_runner->verdict();
}

void ActiveWatch::takeState(const TimelineState &state)
{
    appendDifferences(m_stored.timeline, m_timelineState, state);
    m_timelineState = state;
    for (std::size_t stage = 1; stage <= static_cast<std::size_t>(state.stage); ++stage) {
        auto &reachedAt = m_stored.record.stageReachedAt[stage];
        if (!reachedAt)
            reachedAt = state.at;
    }
}

void ActiveWatch::takeLog(const std::vector<LogLine> &lines)
{
    auto &record = m_stored.record;
    if (lines.empty())
        return;
    record.logPod = lines.back().pod;
    record.logLines.clear();
    // A server may send more than requested.
    for (const auto &line : std::span(lines).last(std::min(lines.size(), kMostLogLines)))
        record.logLines += line.content.left(kLongestLogLine);
}

void ActiveWatch::fillOldImages(const RolloutMemory &memory)
{
    auto &record = m_stored.record;
    if (record.oldImages.isEmpty())
        record.oldImages =
            imagesBefore(memory, record.request.images, record.request.registryProxies).value_or(QStringList());
}

void ActiveWatch::takeEnd()
{
    updateRecord();
    auto &record = m_stored.record;
    record.verdict = m_runner->verdict();
    record.endedAt = now();
    record.snoozedUntil.reset();
    letGo();
    Q_EMIT changed();
}

std::optional<Instant> ActiveWatch::knownServerNow() const
{
    return m_runner ? m_runner->serverNow() : std::nullopt;
}

Instant ActiveWatch::serverNow() const
{
    const auto &record = m_stored.record;
    return record.expectation.registeredAt + (now() - record.registeredAt);
}

void ActiveWatch::extend(Duration by)
{
    setDeadline(std::max(m_stored.record.expectation.deadline, serverNow()) + by);
}

void ActiveWatch::setDeadline(Instant deadline)
{
    m_stored.record.expectation.deadline = deadline;
    if (m_runner)
        m_runner->setDeadline(deadline);
    if (m_parentRunner)
        m_parentRunner->setDeadline(deadline);
}

StoredWatch ActiveWatch::ended(Outcome outcome, const QString &replacedBy) const
{
    auto watch = stored();
    auto &record = watch.record;
    record.verdict.outcome = outcome;
    record.verdict.decidedAt = serverNow();
    record.verdict.wakeAt.reset();
    record.endedAt = now();
    record.replacedBy = replacedBy;
    record.snoozedUntil.reset();
    watch.memory = {};
    auto state = m_timelineState;
    state.at = *record.verdict.decidedAt;
    state.outcome = outcome;
    appendDifferences(watch.timeline, m_timelineState, state);
    return watch;
}

void ActiveWatch::end(StoredWatch ended)
{
    letGo();
    m_stored = std::move(ended);
}

void ActiveWatch::wakeUp()
{
    if (m_runner)
        m_runner->wakeUp();
}

void ActiveWatch::setFed(bool fed)
{
    m_fed = fed;
    if (m_runner)
        m_runner->setFed(fed);
}

void ActiveWatch::checkAgain()
{
    if (m_runner)
        m_runner->checkAgain();
}

void ActiveWatch::letGo()
{
    if (m_runner) {
        m_runner->disconnect(this);
        m_runner.release()->deleteLater(); // this may be called from one of its signals
    }
    if (m_parentRunner) {
        m_parentRunner->disconnect(this);
        m_parentRunner.release()->deleteLater();
    }
    m_treeSlot.reset();
}

} // namespace lynceus
