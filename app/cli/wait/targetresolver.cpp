#include "app/cli/wait/targetresolver.h"

#include "app/cli/wait/imageassignment.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Short, so that a deployment is detected within seconds after the server is back.
constexpr Duration kKnock{5'000}; // a list may take long: then request the version to check that the server responds
constexpr BackoffPolicy kRetry{.first = Duration{300}, .most = Duration{2'000}, .factor = 1.6};

} // namespace

TargetResolver::TargetResolver(const std::vector<ServerConnection> &connections, std::vector<ArgoCdClient *> clients,
                               const Clock &clock, const WaitOptions &options, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_clients(std::move(clients))
    , m_clock(clock)
    , m_options(options)
{
    Q_ASSERT(m_clients.size() == options.targets.size() && m_connections.size() == m_clients.size());
    for (auto *timer : {&m_silence, &m_knock, &m_limit})
        timer->setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &TargetResolver::takeSilence);
    connect(&m_knock, &QTimer::timeout, this, &TargetResolver::askWhetherAnybodyIsThere);
    connect(&m_limit, &QTimer::timeout, this, [this] { fail(unanswered(kPatience)); });
}

TargetResolver::~TargetResolver() = default;

void TargetResolver::start(Duration spent, std::optional<Duration> limit)
{
    if (limit)
        m_limit.start(*limit);
    listenFor(spent);
    findNext();
}

void TargetResolver::listenFor(Duration spent)
{
    m_lastError.reset();
    if (isReached() || m_silence.isActive())
        return;
    m_silence.start(std::max(kPatience - spent, Duration{0}));
    m_knock.start(kKnock);
}

void TargetResolver::takeSilence()
{
    if (!isReached())
        fail(unanswered(kPatience));
}

void TargetResolver::askWhetherAnybodyIsThere()
{
    if (isReached() || m_isOver)
        return;
    std::ignore =
        current().version(this).then(this, [this, asked = &current()](const Result<Answer<ServerVersion>> &version) {
            if (version || version.error().httpStatus != 0)
                accept(*asked);
        });
}

void TargetResolver::accept(const ArgoCdClient &client)
{
    m_reached.insert(&client);
    if (!isReached())
        return;
    m_silence.stop();
    m_knock.stop();
}

void TargetResolver::accept(const Error &error)
{
    m_lastError = error;
    // Errors of an OpenID provider or the keychain are not responses of the server.
    if (error.httpStatus != 0 && error.asked.startsWith("GET "_L1))
        accept(current());
}

Error TargetResolver::unanswered(Duration limit) const
{
    if (m_lastError)
        return *m_lastError;
    const bool isFound = m_found.size() == m_options.targets.size();
    return noAnswer(
        connection(),
        isFound ? u"the manifests of "_s + m_found[m_manifests.size()].key.name : u"the list of applications"_s, limit);
}

void TargetResolver::fail(const Error &error)
{
    if (std::exchange(m_isOver, true))
        return;
    for (auto *timer : {&m_silence, &m_knock, &m_limit})
        timer->stop();
    Q_EMIT failed(error, current());
}

bool TargetResolver::needsManifests() const
{
    return m_options.targets.size() > 1 && !m_options.images.empty() && !m_options.withChildren;
}

std::size_t TargetResolver::currentIndex() const
{
    const auto all = m_options.targets.size();
    return m_found.size() < all ? m_found.size() : std::min(m_manifests.size(), all - 1);
}

ArgoCdClient &TargetResolver::current() const
{
    return *m_clients[currentIndex()];
}

const ServerConnection &TargetResolver::connection() const
{
    return m_connections[currentIndex()];
}

void TargetResolver::findNext()
{
    if (m_isOver)
        return;
    if (m_found.size() == m_options.targets.size())
        return needsManifests() ? readManifests() : assign();
    const auto &name = m_options.targets[m_found.size()].application;
    const auto projects = m_options.project.isEmpty() ? QStringList() : QStringList(m_options.project);
    m_finder = std::make_unique<ApplicationFinder>(current());
    std::ignore =
        m_finder->find(name.address, projects, this).then(this, [this](const Result<FoundApplication> &found) {
            if (m_isOver)
                return;
            const bool mayBeMissing = m_options.waitForApp || m_options.withChildren;
            const bool isAwaited = !found && mayBeMissing && found.error().kind == Error::Kind::NotFound;
            if (!found && !isAwaited)
                return tryAgain(found.error(), &TargetResolver::findNext);
            accept(current());
            m_troubleSince.reset();
            m_failures = 0;
            m_absent.push_back(isAwaited ? std::optional(found.error()) : std::nullopt);
            m_found.push_back(isAwaited ? asNamed() : *found);
            listenFor(Duration{0});
            findNext();
        });
}

FoundApplication TargetResolver::asNamed() const
{
    const auto &address = m_options.targets[m_found.size()].application.address;
    return {{current().instance(), address.nameSpace, address.name}, m_options.project};
}

void TargetResolver::readManifests()
{
    if (m_isOver)
        return;
    if (m_manifests.size() == m_found.size())
        return assign();
    const auto &next = m_found[m_manifests.size()];
    std::ignore = current()
                      .managedResources(next.key, next.project, this)
                      .then(this, [this](const Result<Answer<std::shared_ptr<const ManagedResources>>> &answer) {
                          if (m_isOver)
                              return;
                          if (!answer)
                              return tryAgain(answer.error(), &TargetResolver::readManifests);
                          m_manifests.push_back(answer->value);
                          readManifests();
                      });
}

void TargetResolver::assign()
{
    if (m_options.withChildren)
        return resolve(imagesOfParents());
    std::vector<AssignmentTarget> targets;
    for (std::size_t i = 0; i < m_found.size(); ++i) {
        targets.push_back(
            {m_found[i].key.name, m_options.targets[i].images, needsManifests() ? m_manifests[i] : nullptr});
    }
    auto images = m_options.version.isImages()
        ? assignImages(targets, m_options.images, m_options.registryProxies)
        : Result<std::vector<std::vector<ImageReference>>>(std::vector<std::vector<ImageReference>>(m_found.size()));
    if (!images)
        return fail(images.error());
    resolve(*images);
}

std::vector<std::vector<ImageReference>> TargetResolver::imagesOfParents() const
{
    std::vector<std::vector<ImageReference>> images;
    for (const auto &target : m_options.targets) {
        auto &own = images.emplace_back(target.images);
        for (const auto &image : m_options.images) {
            if (std::ranges::find(own, image) == own.end())
                own.push_back(image);
        }
    }
    return images;
}

void TargetResolver::resolve(const std::vector<std::vector<ImageReference>> &images)
{
    if (std::exchange(m_isOver, true))
        return;
    for (auto *timer : {&m_silence, &m_knock, &m_limit})
        timer->stop();
    std::vector<ResolvedTarget> resolvedTargets;
    for (std::size_t i = 0; i < m_found.size(); ++i)
        resolvedTargets.push_back(
            {m_clients[i], m_found[i], images[i], m_options.withChildren ? m_absent[i] : std::nullopt});
    Q_EMIT resolved(resolvedTargets);
}

void TargetResolver::tryAgain(const Error &error, void (TargetResolver::*step)())
{
    accept(error);
    const auto now = m_clock.steady();
    if (!m_troubleSince)
        m_troubleSince = now;
    const auto delay = backoffDelay(kRetry, ++m_failures, QRandomGenerator::global()->generateDouble());
    // A restarting server may respond with a single 401: only the second one counts.
    const bool isFirstRefusal = error.kind == Error::Kind::SignInNeeded && m_refusals++ == 0;
    if (!(error.retryable || isFirstRefusal) || now - *m_troubleSince + delay > kPatience) {
        fail(error);
        return;
    }
    QTimer::singleShot(delay, this, [this, step] { (this->*step)(); });
}

} // namespace lynceus
