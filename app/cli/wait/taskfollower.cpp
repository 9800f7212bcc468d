#include "app/cli/wait/taskfollower.h"

#include "core/domain/redaction/redact.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kFirstCheck{1'000}; // problems of a new task usually show at once

/// The outcome for a state of an Argo Watcher, which reports no details.
Outcome outcomeOf(TaskState state)
{
    switch (state) {
    case TaskState::InProgress:
        return Outcome::Waiting;
    case TaskState::Deployed:
        return Outcome::Deployed;
    case TaskState::Failed:
        return Outcome::Failed;
    case TaskState::AppNotFound:
        return Outcome::Gone;
    case TaskState::Cancelled:
        return Outcome::Cancelled;
    case TaskState::Aborted:
        break;
    }
    return Outcome::Aborted;
}

Blocker unreachable(const Error &error)
{
    return {Blocker::Kind::Unreachable, {}, error.asked + u": "_s + error.message, std::nullopt};
}

} // namespace

TaskFollower::TaskFollower(TaskServerClient &client, WatchReport report, Duration interval, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_report(std::move(report))
    , m_interval(interval)
{
    Q_ASSERT(m_report.task);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &TaskFollower::poll);
    connect(&client, &TaskServerClient::troubled, this, &TaskFollower::takeTrouble);
}

void TaskFollower::enrol(TeamServerKind kind, const QJsonObject &submission)
{
    m_kind = kind;
    m_isAsking = true;
    const auto check = [](const WholeAnswer &answer) {
        return registeredTaskFrom(answer.body).map([](const QString &) {});
    };
    m_client.ask(TaskCall::Register, {}, submission, this, check, [this](const Result<WholeAnswer> &answer) {
        m_isAsking = false;
        if (!answer) {
            Q_EMIT refused(answer.error());
            return;
        }
        auto &task = *m_report.task;
        task.id = registeredTaskFrom(answer->body).value_or(QString());
        m_report.url = task.server;
        m_report.url.setPath(task.server.path() + u"/task/"_s + task.id);
        const auto waited = m_report.expectation.deadline - m_report.expectation.registeredAt;
        m_report.now = m_report.expectation.registeredAt = m_client.serverNow();
        m_report.expectation.deadline = m_report.now + waited;
        m_trouble.reset();
        m_report.verdict.blocker.reset();
        m_next.start(std::min(m_interval, kFirstCheck));
        Q_EMIT registered();
    });
}

void TaskFollower::checkNow()
{
    if (m_isAsking || !isRegistered() || hasEnded())
        return;
    m_isLastCheck = true;
    poll();
}

void TaskFollower::poll()
{
    m_next.stop();
    m_isAsking = true;
    const auto call = m_kind == TeamServerKind::Lynceus ? TaskCall::Verdict : TaskCall::Status;
    m_client.ask(
        call, m_report.task->id, {}, this, [this](const WholeAnswer &answer) { return take(answer); },
        [this](const Result<WholeAnswer> &answer) {
            m_isAsking = m_isLastCheck = false;
            if (!answer)
                return takeError(answer.error());
            m_trouble.reset();
            m_refusals = 0;
            m_report.now = m_client.serverNow();
            if (hasEnded()) {
                Q_EMIT ended();
                return;
            }
            m_next.start(m_interval);
            Q_EMIT changed();
        });
}

Result<void> TaskFollower::take(const WholeAnswer &answer)
{
    if (hasEnded()) // ended meanwhile by the deadline
        return {};
    return m_kind == TeamServerKind::Lynceus ? takeVerdict(answer.body) : takeStatus(answer.body);
}

Result<void> TaskFollower::takeStatus(const QByteArray &body)
{
    const auto status = taskStatusFrom(body, m_report.task->id);
    if (!status)
        return tl::unexpected(status.error());
    m_report.task->state = nameOf(status->state);
    m_report.task->reason = status->reason;
    m_report.verdict.blocker.reset();
    m_report.verdict.outcome = outcomeOf(status->state);
    if (hasEnded())
        m_report.verdict.decidedAt = m_client.serverNow();
    return {};
}

Result<void> TaskFollower::takeVerdict(const QByteArray &body)
{
    auto served = servedVerdictFrom(body, m_report.task->id);
    if (!served)
        return tl::unexpected(served.error());
    auto &expectation = m_report.expectation;
    m_report.verdict = std::move(served->verdict);
    if (!served->application.name.isEmpty())
        expectation.application = served->application;
    expectation.registeredAt = served->registeredAt.value_or(expectation.registeredAt);
    expectation.deadline = served->deadline.value_or(expectation.deadline);
    if (served->deadline && served->registeredAt) // both from the server's clock
        m_allowed =
            std::max(*served->deadline, served->bakeDeadline.value_or(*served->deadline)) - *served->registeredAt;
    m_report.task->state = nameOf(taskStateOf(m_report.verdict.outcome));
    if (!served->replacedBy.isEmpty())
        m_report.task->reason = u"Superseded by task %1."_s.arg(served->replacedBy);
    return {};
}

/// A restarting server may refuse a request once and accept it later.
void TaskFollower::takeError(const Error &error)
{
    if (hasEnded())
        return;
    if (error.kind == Error::Kind::SignInNeeded && m_refusals++ == 0) {
        takeTrouble(error);
        m_next.start(m_interval);
        return;
    }
    end(error.kind == Error::Kind::SignInNeeded ? Outcome::SignInNeeded : Outcome::Aborted, error);
}

void TaskFollower::takeTrouble(const Error &error)
{
    if (hasEnded())
        return;
    m_trouble = error;
    m_report.now = m_client.serverNow();
    m_report.verdict.blocker = unreachable(error);
    if (isRegistered())
        Q_EMIT changed();
}

void TaskFollower::endLate()
{
    if (hasEnded())
        return;
    m_next.stop();
    if (!m_trouble && m_isAsking && !m_isLastCheck)
        m_trouble = Error{Error::Kind::TimedOut, redactedUrl(m_client.baseUrl()), u"no response"_s, true, 0};
    if (m_trouble)
        return end(Outcome::Aborted, *m_trouble);
    m_report.now = m_client.serverNow();
    m_report.verdict.outcome = Outcome::TimedOut;
    m_report.verdict.decidedAt = m_report.now;
}

void TaskFollower::end(Outcome outcome, const Error &error)
{
    m_next.stop();
    m_report.now = m_client.serverNow();
    m_report.verdict.outcome = outcome;
    m_report.verdict.decidedAt = m_report.now;
    m_report.verdict.blocker = unreachable(error);
    if (outcome == Outcome::SignInNeeded) {
        m_report.expectation.application.instance = m_client.baseUrl().host(); // owner of the token
        m_report.task->reason = error.message;
    }
    Q_EMIT ended();
}

} // namespace lynceus
