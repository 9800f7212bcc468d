#include "core/engine/feeds/instancefeed.h"

#include "core/io/log/categories.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kReportFreshness{1'000}; // ages are displayed in seconds
constexpr Duration kJump{5'000};            // clock corrections are smaller
constexpr Duration kLongest{30'000};        // limits the time until a jump is noticed
constexpr Duration kShortest{10};           // between two checks of the plan

double random()
{
    return QRandomGenerator::global()->generateDouble();
}

ListFilter filterOf(const Instance &instance)
{
    return {instance.projects, instance.selector, {}, {}};
}

} // namespace

InstanceFeed::InstanceFeed(const Instance &instance, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_snapshot(instance.id)
    , m_plan(clock.steady())
    , m_drift(clock.now().time_since_epoch() - clock.steady())
{
    m_state.instance = instance;
    m_state.connection = Connection::Paused;
    if (auto filter = ApplicationFilter::from(filterOf(instance)))
        m_filter = *std::move(filter);
    else
        m_badFilter = filter.error();
    for (auto *timer : {&m_timer, &m_collecting, &m_telling})
        timer->setSingleShot(true);
    m_collecting.setTimerType(Qt::PreciseTimer);
    m_collecting.setInterval(kCollect);
    m_telling.setInterval(kReportFreshness);
    connect(&m_timer, &QTimer::timeout, this, &InstanceFeed::step);
    connect(&m_collecting, &QTimer::timeout, this, &InstanceFeed::reportChanges);
    connect(&m_telling, &QTimer::timeout, this, &InstanceFeed::reportState);
}

InstanceFeed::~InstanceFeed() = default;

void InstanceFeed::showCached(std::vector<ApplicationEntry> applications, Instant readAt)
{
    const auto changes = m_snapshot.takeCached(std::move(applications));
    m_cachedAt = readAt;
    updateState();
    if (!changes.isEmpty())
        Q_EMIT applicationsChanged(changes);
}

void InstanceFeed::follow(ArgoCdClient *client)
{
    closeStream();
    m_requests.reset();
    if (m_plan.receivedAt())
        m_cachedAt = wallAt(*m_plan.receivedAt());
    m_client = client;
    m_version.reset();
    m_knowsWho = false;
    m_timer.stop();
    if (!client)
        return updateState();
    m_requests = std::make_unique<QObject>();
    m_plan = FeedPlan(m_clock.steady());
    step();
}

void InstanceFeed::setInstance(const Instance &instance)
{
    const auto before = m_state.instance;
    m_state.instance = instance;
    if (auto filter = ApplicationFilter::from(filterOf(instance))) {
        m_filter = *std::move(filter);
        m_badFilter.reset();
    } else {
        m_badFilter = filter.error();
    }
    if (before.baseUrl != instance.baseUrl) {
        m_snapshot.forget();
        m_state.serverVersion.clear();
        m_state.user.clear();
        m_cachedAt.reset();
        reportChanges();
        follow(m_client);
    } else if (before.projects != instance.projects || before.selector != instance.selector) {
        startAgain();
    }
    updateState();
}

void InstanceFeed::setObstacle(const std::optional<Error> &obstacle)
{
    m_obstacle = obstacle;
    updateState();
}

void InstanceFeed::startAgain()
{
    if (!m_client)
        return;
    closeStream();
    m_requests = std::make_unique<QObject>();
    m_knowsWho = false;
    m_plan.startAgain(m_clock.steady());
    step();
}

bool InstanceFeed::tookAJump()
{
    const auto drift = m_clock.now().time_since_epoch() - m_clock.steady();
    if (std::chrono::abs(drift - m_drift) < kJump)
        return false; // m_drift is kept, so that a moment always has the same wall time
    m_drift = drift;
    return true;
}

void InstanceFeed::step()
{
    if (!m_client)
        return;
    if (tookAJump()) {
        qCInfo(logStream) << "clock changed: listing again" << m_state.instance.name << "again";
        return startAgain();
    }
    const auto now = m_clock.steady();
    if (!m_badFilter) {
        if (m_plan.isListDue(now))
            m_version ? sendList() : askVersion();
        if (m_plan.isStreamDue(now))
            openStream();
    }
    updateState();
    const auto wait = m_plan.nextAt(now) - now;
    m_timer.start(std::clamp(wait, kShortest, kLongest));
}

void InstanceFeed::askVersion()
{
    m_plan.listSent(m_clock.steady()); // the version is requested before the list and fails with it
    std::ignore =
        m_client->version(m_requests.get()).then(m_requests.get(), [this](const Result<Answer<ServerVersion>> &read) {
            if (!read) {
                m_plan.listFailed(read.error(), m_clock.steady(), random());
                return step();
            }
            m_version = read->value;
            m_state.serverVersion = read->value.version;
            sendList();
        });
}

void InstanceFeed::sendList()
{
    using List = std::shared_ptr<DecodedApplicationList>;
    m_plan.listSent(m_clock.steady());
    m_snapshot.listAsked();
    std::ignore = m_client->list(*m_version, ApplicationDetail::Summary, m_filter.wanted(), m_requests.get())
                      .then(m_requests.get(), [this](const Result<Answer<List>> &read) {
                          if (read)
                              takeList(*read->value);
                          else
                              m_plan.listFailed(read.error(), m_clock.steady(), random());
                          if (read && !m_knowsWho)
                              askWho();
                          step();
                      });
}

void InstanceFeed::askWho()
{
    m_knowsWho = true;
    std::ignore =
        m_client->userInfo(m_requests.get()).then(m_requests.get(), [this](const Result<Answer<UserInfo>> &read) {
            m_knowsWho = read.has_value();
            if (read)
                m_state.user = read->value.loggedIn ? read->value.username : QString();
            updateState();
        });
}

void InstanceFeed::takeList(DecodedApplicationList &list)
{
    for (const auto &bad : list.badItems)
        qCWarning(logStream).noquote() << m_state.instance.name << bad.message;
    const auto taken = m_snapshot.takeList(std::move(list.applications), list.resourceVersion, list.badItems.empty());
    m_isComplete = list.badItems.empty();
    m_cachedAt.reset();
    m_plan.listed(m_clock.steady(), taken != Snapshot::Taken::Applied, random());
    collect();
}

void InstanceFeed::openStream()
{
    m_plan.streamSent(m_clock.steady());
    m_stream = std::make_unique<ListStream>(m_client->access(), m_clock, m_snapshot.listVersion(), m_filter, nullptr);
    connect(m_stream.get(), &ListStream::opened, this, [this] {
        m_plan.streamOpened(m_clock.steady());
        step();
    });
    connect(m_stream.get(), &ListStream::received, this, [this] {
        m_plan.received(m_clock.steady());
        updateState();
    });
    connect(m_stream.get(), &ListStream::marksArrived, this,
            [this](const DeploymentMarks &marks) { Q_EMIT marksArrived(m_state.instance.id, marks); });
    connect(m_stream.get(), &ListStream::eventArrived, this, [this](const ApplicationEvent &event) {
        m_snapshot.takeEvent(event);
        collect();
    });
    connect(m_stream.get(), &ListStream::ended, this, [this](const Error &error) {
        closeStream();
        m_plan.streamEnded(error, m_clock.steady(), random());
        step();
    });
    m_stream->open();
}

void InstanceFeed::closeStream()
{
    if (!m_stream)
        return;
    m_stream->disconnect(this);
    m_stream.release()->deleteLater(); // this may be called from one of its signals
    m_isConfirmed = false;
    Q_EMIT streamClosed(m_state.instance.id);
}

void InstanceFeed::collect()
{
    if (m_snapshot.hasChanges() && !m_collecting.isActive())
        m_collecting.start();
}

void InstanceFeed::reportChanges()
{
    const auto changes = m_snapshot.takeChanges();
    updateState();
    if (!changes.isEmpty())
        Q_EMIT applicationsChanged(changes);
}

Instant InstanceFeed::wallAt(Duration steady) const
{
    return Instant(steady + m_drift);
}

void InstanceFeed::updateState()
{
    m_state.applications = m_snapshot.size();
    m_state.receivedAt = m_plan.receivedAt() ? std::optional(wallAt(*m_plan.receivedAt())) : m_cachedAt;
    updateConnection();
    if (m_stream && reportsEveryChange() && !std::exchange(m_isConfirmed, true))
        Q_EMIT streamConfirmed(m_state.instance.id);
    if (m_state == m_reported)
        return;
    auto fresher = m_reported;
    fresher.receivedAt = m_state.receivedAt;
    if (m_state != fresher)
        reportState();
    else if (!m_telling.isActive())
        m_telling.start();
}

void InstanceFeed::updateConnection()
{
    m_state.retryAt.reset();
    m_state.message.clear();
    if (m_state.instance.paused) {
        m_state.connection = Connection::Paused;
    } else if (const auto &obstacle = m_obstacle ? m_obstacle : m_badFilter) {
        m_state.connection =
            obstacle->kind == Error::Kind::SignInNeeded ? Connection::SignInNeeded : Connection::Unreachable;
        m_state.message = obstacle->message;
    } else if (!m_client) {
        m_state.connection = Connection::Connecting; // access is still being determined
    } else {
        const auto now = m_clock.steady();
        m_state.connection = m_plan.connection(now);
        if (const auto *trouble = m_plan.trouble(now))
            m_state.message = trouble->message;
        if (const auto retry = m_plan.retryAt(now))
            m_state.retryAt = wallAt(*retry);
    }
}

void InstanceFeed::reportState()
{
    m_telling.stop();
    m_reported = m_state;
    Q_EMIT stateChanged(m_state);
}

} // namespace lynceus
