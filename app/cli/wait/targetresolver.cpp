#include "app/cli/wait/targetresolver.h"

#include "app/cli/wait/imageassignment.h"

#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

namespace lynceus {

namespace {

// Short: whoever waits for a deployment wants it noticed within seconds after the server is back.
constexpr BackoffPolicy kRetry{.first = Duration{300}, .most = Duration{2'000}, .factor = 1.6};

} // namespace

TargetResolver::TargetResolver(std::vector<ArgoCdClient *> clients, const Clock &clock, const WaitOptions &options,
                               QObject *parent)
    : QObject(parent)
    , m_clients(std::move(clients))
    , m_clock(clock)
    , m_options(options)
{
    Q_ASSERT(m_clients.size() == options.targets.size());
}

TargetResolver::~TargetResolver() = default;

void TargetResolver::start()
{
    findNext();
}

bool TargetResolver::needsManifests() const
{
    return m_options.targets.size() > 1 && !m_options.images.empty();
}

ArgoCdClient &TargetResolver::current() const
{
    const auto all = m_options.targets.size();
    return *m_clients[m_found.size() < all ? m_found.size() : std::min(m_manifests.size(), all - 1)];
}

void TargetResolver::findNext()
{
    if (m_found.size() == m_options.targets.size())
        return needsManifests() ? readManifests() : assign();
    const auto &name = m_options.targets[m_found.size()].application;
    const auto projects = m_options.project.isEmpty() ? QStringList() : QStringList(m_options.project);
    m_finder = std::make_unique<ApplicationFinder>(current());
    std::ignore =
        m_finder->find(name.address, projects, this).then(this, [this](const Result<FoundApplication> &found) {
            if (!found)
                return tryAgain(found.error(), &TargetResolver::findNext);
            m_troubleSince.reset();
            m_failures = 0;
            m_found.push_back(*found);
            findNext();
        });
}

void TargetResolver::readManifests()
{
    if (m_manifests.size() == m_found.size())
        return assign();
    const auto &next = m_found[m_manifests.size()];
    std::ignore = current()
                      .managedResources(next.key, next.project, this)
                      .then(this, [this](const Result<Answer<std::shared_ptr<const ManagedResources>>> &answer) {
                          if (!answer)
                              return tryAgain(answer.error(), &TargetResolver::readManifests);
                          m_manifests.push_back(answer->value);
                          readManifests();
                      });
}

void TargetResolver::assign()
{
    std::vector<AssignmentTarget> targets;
    for (std::size_t i = 0; i < m_found.size(); ++i) {
        targets.push_back(
            {m_found[i].key.name, m_options.targets[i].images, needsManifests() ? m_manifests[i] : nullptr});
    }
    auto images = assignImages(targets, m_options.images, m_options.registryProxies);
    if (!images) {
        Q_EMIT failed(images.error(), current());
        return;
    }
    std::vector<ResolvedTarget> resolvedTargets;
    for (std::size_t i = 0; i < m_found.size(); ++i)
        resolvedTargets.push_back({m_clients[i], m_found[i], std::move((*images)[i])});
    Q_EMIT resolved(resolvedTargets);
}

void TargetResolver::tryAgain(const Error &error, void (TargetResolver::*step)())
{
    const auto now = m_clock.steady();
    if (!m_troubleSince)
        m_troubleSince = now;
    const auto delay = backoffDelay(kRetry, ++m_failures, QRandomGenerator::global()->generateDouble());
    // A single 401 comes from servers that restart: only the second counts.
    const bool isFirstRefusal = error.kind == Error::Kind::SignInNeeded && m_refusals++ == 0;
    if (!(error.retryable || isFirstRefusal) || now - *m_troubleSince + delay > kPatience) {
        Q_EMIT failed(error, current());
        return;
    }
    QTimer::singleShot(delay, this, [this, step] { (this->*step)(); });
}

} // namespace lynceus
