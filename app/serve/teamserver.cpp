#include "app/serve/teamserver.h"

#include "app/serve/taskjson.h"
#include "core/io/process/descriptorlimit.h"
#include "core/io/store/database/storefolder.h"

#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kDrainLimit{5'000}; // for clients to receive pending responses; the process has 10 s in total
constexpr int kDescriptors = 8'192;    // for connections, instances and files
constexpr int kOwnDescriptors = 512;   // of these, for instances and files

QString nameOf(Connection connection)
{
    switch (connection) {
    case Connection::Paused:
        return u"paused"_s;
    case Connection::Connecting:
        return u"connecting"_s;
    case Connection::Live:
        return u"live"_s;
    case Connection::Polling:
        return u"polling"_s;
    case Connection::Stale:
        return u"stale"_s;
    case Connection::Unreachable:
        return u"unreachable"_s;
    case Connection::SignInNeeded:
    case Connection::KeychainShut:
        return u"sign-in-needed"_s;
    case Connection::Certificate:
        return u"certificate"_s;
    case Connection::NotArgoCd:
        return u"not-argocd"_s;
    case Connection::Forbidden:
        return u"forbidden"_s;
    }
    return {};
}

} // namespace

TeamServer::TeamServer(ServeConfig config, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_clock(clock)
    , m_hub(m_config.instances, clock)
{
    m_drainLimit.setSingleShot(true);
    m_drainLimit.setInterval(kDrainLimit);
    connect(&m_drainLimit, &QTimer::timeout, this, &TeamServer::endDrain);
}

TeamServer::~TeamServer() = default;

void TeamServer::say(const QString &event, QJsonObject details)
{
    details.insert(u"event"_s, event);
    Q_EMIT happened(details);
}

Result<void> TeamServer::lockFile()
{
    const auto &database = m_config.database;
    if (auto made = makeFolderOf(database.file); !made)
        return made;
    m_lock.emplace(database.file + u".lock"_s);
    const auto locked = m_lock->tryLock();
    if (!locked)
        return tl::unexpected(locked.error());
    if (*locked)
        return {};
    return badInput(u"another lynceus serve uses this database; give each its own file, or use PostgreSQL"_s,
                    shownAddress(database));
}

Result<void> TeamServer::openStore()
{
    const bool isFile = m_config.database.kind == DatabaseAddress::Kind::Sqlite;
    if (isFile) {
        if (auto locked = lockFile(); !locked)
            return locked;
    }
    auto opened = TaskStore::open(m_config.database, m_clock);
    if (!opened)
        return tl::unexpected(opened.error());
    m_store = *std::move(opened);
    // The lock on the file guarantees that no other process follows its tasks: the holder of the leases has ended.
    return isFile ? m_store->releaseAll() : Result<void>();
}

Result<void> TeamServer::start()
{
    if (auto opened = openStore(); !opened)
        return opened;
    const auto owner = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_sending = std::make_unique<TaskThread>(m_config.database, m_clock);
    m_webhooks = std::make_unique<WebhookSender>(m_config.webhooks, m_config.publicUrl, *m_sending, m_clock, owner);
    m_writing =
        std::make_unique<TaskThread>(m_config.database, m_clock, [messages = m_webhooks->messages()](TaskStore &store) {
            store.setMessages(messages);
        });
    m_reading = std::make_unique<TaskThread>(m_config.database, m_clock);
    m_tokens = std::make_unique<TaskThread>(m_config.database, m_clock);
    m_streaming = std::make_unique<TaskThread>(m_config.database, m_clock);
    m_registry = std::make_unique<TaskRegistry>(*m_writing, m_hub.clients(), m_clock, m_config.limits, owner);
    m_api = std::make_unique<TaskApi>(m_config, m_hub, *m_registry,
                                      TaskApi::Threads{*m_reading, *m_tokens, *m_streaming}, m_clock);
    auto limits = m_config.listener;
    const auto descriptors = raiseDescriptorLimit(kDescriptors);
    limits.connections = std::min(limits.connections, std::max(descriptors - kOwnDescriptors, descriptors / 2));
    m_api->setMostStreams(limits.connections / 2);
    m_listener = std::make_unique<HttpListener>(*m_api, limits, m_clock);
    if (auto loaded = loadCertificate(); !loaded)
        return loaded;
    connectAll();
    // Listen first: if that fails, the process ends and must not have taken tasks from other replicas.
    if (auto listening = m_listener->listen(m_config.address, m_config.port); !listening)
        return listening;
    m_hub.start();
    m_registry->start();
    m_webhooks->start();
    return sayWhoMayRegister();
}

Result<void> TeamServer::loadCertificate()
{
    const auto &tls = m_config.tls;
    if (!tls.isOn())
        return {};
    m_certificate = std::make_unique<ServerCertificate>(tls.certificateFile, tls.keyFile);
    if (auto loaded = m_certificate->load(m_clock.now()); !loaded)
        return loaded;
    connect(m_certificate.get(), &ServerCertificate::renewed, this, [this] {
        say(u"certificate"_s, {{u"message"_s, u"the new certificate is in use"_s}});
    });
    connect(m_certificate.get(), &ServerCertificate::failed, this, [this](const QString &sentence) {
        say(u"certificate"_s, {{u"message"_s, sentence}});
    });
    m_certificate->watch(m_clock);
    m_listener->setCertificate(*m_certificate);
    return {};
}

Result<void> TeamServer::sayWhoMayRegister()
{
    const auto tokens = m_store->deployTokens().all();
    if (!tokens)
        return tl::unexpected(tokens.error());
    const bool hasTokens = std::ranges::any_of(*tokens, [](const DeployToken &token) { return !token.revoked; });
    const auto &access = m_config.access;
    for (const auto &warning : warningsAboutTokens(m_config, *tokens))
        say(u"access"_s, {{u"message"_s, warning}});
    if (access.openRegistration)
        say(u"access"_s, {{u"message"_s, u"tasks can be registered without a credential"_s}});
    else if (!access.hasCredentials() && !hasTokens)
        say(u"access"_s,
            {{u"message"_s, u"no task can be registered: create a token with \"lynceus serve token create NAME\""_s}});
    else
        say(u"access"_s, {{u"message"_s, u"registering a task requires a credential"_s}});
    return {};
}

void TeamServer::connectAll()
{
    connect(&m_hub, &InstanceHub::applicationsChanged, m_registry.get(), &TaskRegistry::takeChanges);
    connect(&m_hub, &InstanceHub::stateChanged, this, [this](const InstanceState &state) {
        const auto &name = state.instance.name;
        // A live stream proves that nothing changed while it is silent; polling does not.
        m_registry->setFed(name, state.connection == Connection::Live);
        if (state.connection == Connection::Paused) // set before the feed has its client
            return;
        if (m_said.contains(name) && m_said.value(name) == state.connection)
            return;
        m_said.insert(name, state.connection);
        QJsonObject details{{u"instance"_s, name}, {u"connection"_s, nameOf(state.connection)}};
        if (!state.message.isEmpty())
            details.insert(u"message"_s, state.message);
        say(u"instance"_s, details);
    });
    connect(m_registry.get(), &TaskRegistry::taskChanged, this, [this](const Task &task) {
        auto details = jsonOf(task);
        details.insert(u"instance"_s, task.instance);
        details.insert(u"token"_s, task.token);
        say(u"task"_s, details);
    });
    connect(m_registry.get(), &TaskRegistry::taskChanged, m_webhooks.get(), &WebhookSender::wake);
    connect(m_webhooks.get(), &WebhookSender::happened, this,
            [this](const QJsonObject &details) { say(u"webhook"_s, details); });
    m_api->setWebhookMetrics(m_webhooks->names(),
                             [this](const TaskApi::OutboxStates &stored) { return m_webhooks->metrics(stored); });
    connect(m_registry.get(), &TaskRegistry::noticeRaised, this, [this](const QString &sentence) {
        say(u"database"_s, {{u"message"_s, sentence}});
    });
    connect(m_api.get(), &TaskApi::refused, this, [this](const QString &peer, const QString &reason) {
        say(u"refused"_s, {{u"peer"_s, peer}, {u"message"_s, reason}});
    });
    connect(m_api.get(), &TaskApi::providerSaid, this, [this](const QString &sentence) {
        say(u"oidc"_s, {{u"message"_s, sentence}});
    });
    connect(m_listener.get(), &HttpListener::emptied, this, [this] {
        if (m_drainLimit.isActive())
            endDrain();
    });
}

QUrl TeamServer::url() const
{
    QUrl url;
    url.setScheme(m_certificate ? u"https"_s : u"http"_s);
    url.setHost(m_config.address.toString());
    url.setPort(m_listener->port());
    return url;
}

void TeamServer::drain()
{
    if (m_isDrained || m_drainLimit.isActive())
        return;
    if (!m_listener)
        return endDrain();
    say(u"draining"_s, {{u"running"_s, m_registry->running()}});
    m_api->drain();
    m_drainLimit.start();
    m_listener->drain();
    if (m_listener->connections() == 0)
        endDrain();
}

void TeamServer::endDrain()
{
    if (std::exchange(m_isDrained, true))
        return;
    m_drainLimit.stop();
    if (m_webhooks)
        m_webhooks->stop();
    Q_EMIT drained(!m_registry || m_registry->leave());
}

} // namespace lynceus
