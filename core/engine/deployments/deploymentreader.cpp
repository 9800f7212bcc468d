#include "core/engine/deployments/deploymentreader.h"

#include "core/io/log/categories.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr int kMostTries = 3;
constexpr std::size_t kMostWaiting = 2'000; // an hour of reading; older items are not worth it
constexpr qint64 kCommitCap = 1024 * 1024;  // bytes

} // namespace

DeploymentReader::DeploymentReader(const InstanceAccess &access, std::shared_ptr<InstanceBudget> budget,
                                   const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_shared(std::move(budget))
    , m_http(access, clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DeploymentReader::sendNext);
}

DeploymentReader::~DeploymentReader()
{
    // Requests in progress end now, with an error that proves nothing.
    blockSignals(true);
    m_waiting.clear();
}

void DeploymentReader::readApplication(const ApplicationKey &key, const QString &project)
{
    add({key, project, {}});
}

void DeploymentReader::readCommit(const ApplicationKey &key, const QString &project, const QString &revision)
{
    if (!revision.isEmpty())
        add({key, project, revision});
}

void DeploymentReader::add(Job job)
{
    std::erase_if(m_waiting, [&](const Job &waiting) { return waiting.isFor(job); });
    if (m_waiting.size() >= kMostWaiting) {
        const auto oldest = m_waiting.front();
        m_waiting.pop_front();
        giveUp(oldest, true);
    }
    m_waiting.push_back(std::move(job));
    sendNext();
}

void DeploymentReader::sendNext()
{
    if (m_isBusy || m_waiting.empty())
        return;
    const auto now = m_clock.steady();
    const auto ready =
        std::find_if(m_waiting.rbegin(), m_waiting.rend(), [&](const Job &job) { return job.notBefore <= now; });
    const auto room = std::max(m_budget.roomAt(kMost, now), m_shared->roomForReading(now));
    if (ready == m_waiting.rend() || room > now) {
        const auto first = std::ranges::min(m_waiting, {}, &Job::notBefore).notBefore;
        m_timer.start(std::max({room, first, now + Duration{1}}) - now);
        return;
    }
    const auto job = *ready;
    m_waiting.erase(std::next(ready).base());
    m_budget.spend(now);
    m_shared->spendReading(now);
    m_isBusy = true;
    const Request request = job.revision.isEmpty()
        ? Request{.path = applicationPath(job.key, job.project)}
        : Request{.path = revisionMetadataPath(job.key, job.project, job.revision), .bodyCap = kCommitCap};
    std::ignore = m_http.get(request, this).then(this, [this, job](const Result<Reply> &reply) {
        m_isBusy = false;
        take(job, reply);
        sendNext();
    });
}

void DeploymentReader::take(const Job &job, const Result<Reply> &reply)
{
    if (!reply) {
        qCInfo(logStream).noquote() << "deployments:" << job.key.name << reply.error().message;
        if (!reply.error().retryable || job.tries + 1 >= kMostTries)
            return giveUp(job, reply.error().retryable);
        auto again = job;
        ++again.tries;
        again.notBefore = m_clock.steady() + kAgain;
        m_waiting.push_front(std::move(again));
        return;
    }
    if (!job.revision.isEmpty()) {
        if (const auto commit = m_decoder.revisionMetadata(reply->body))
            Q_EMIT commitRead(job.key, job.revision, *commit);
        return;
    }
    if (const auto marks = m_marks.application(reply->body)) {
        Q_EMIT applicationRead(job.key, *marks);
    } else {
        qCWarning(logStream).noquote() << "deployments:" << job.key.name << marks.error().message;
        giveUp(job, false);
    }
}

void DeploymentReader::giveUp(const Job &job, bool mayWorkLater)
{
    if (job.revision.isEmpty())
        Q_EMIT applicationGivenUp(job.key, mayWorkLater);
}

} // namespace lynceus
