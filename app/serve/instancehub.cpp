#include "app/serve/instancehub.h"

#include "core/io/http/connections/certificates.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kCheckInterval{10'000};
constexpr Duration kStarting{30'000};

Result<InstanceAccess> accessTo(const ServedInstance &served, std::shared_ptr<TokenSource> tokens)
{
    InstanceAccess access;
    access.baseUrl = served.url;
    access.tokens = std::move(tokens);
    if (!served.authorityFile.isEmpty()) {
        auto authorities = readCertificates(served.authorityFile);
        if (!authorities)
            return tl::unexpected(authorities.error());
        access.authorities = *std::move(authorities);
    }
    return access;
}

Instance instanceOf(const ServedInstance &served)
{
    Instance instance;
    instance.id = served.name;
    instance.name = served.name;
    instance.baseUrl = served.url;
    instance.signIn = served.tokenFile.isEmpty() ? SignInMethod::Anonymous : SignInMethod::Token;
    instance.authorityFile = served.authorityFile;
    return instance;
}

bool isTrouble(Connection connection)
{
    switch (connection) {
    case Connection::Connecting: // unknown yet
    case Connection::Live:
    case Connection::Polling:
    case Connection::Stale:     // it responded recently
    case Connection::Forbidden: // forbidden to list; single applications may be readable
        return false;
    case Connection::Paused:
    case Connection::Unreachable:
    case Connection::SignInNeeded:
    case Connection::KeychainShut:
    case Connection::Certificate:
    case Connection::NotArgoCd:
        break;
    }
    return true;
}

QString shownName(const ApplicationKey &key)
{
    return u"%1:%2/%3"_s.arg(key.instance, key.nameSpace, key.name);
}

} // namespace

InstanceHub::InstanceHub(std::vector<ServedInstance> instances, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_instances(std::move(instances))
    , m_clients(clock, m_workers)
    , m_feeds(m_clients, clock)
{
    connect(&m_feeds, &InstanceFeeds::applicationsChanged, this, &InstanceHub::applicationsChanged);
    connect(&m_feeds, &InstanceFeeds::stateChanged, this, &InstanceHub::stateChanged);
    connect(&m_checkTimer, &QTimer::timeout, this, &InstanceHub::checkTokens);
}

InstanceHub::~InstanceHub() = default;

void InstanceHub::start()
{
    Workers::useFewArenas();
    m_startedAt = m_clock.steady();
    for (const auto &instance : m_instances) {
        std::shared_ptr<FileTokenSource> tokens;
        if (!instance.tokenFile.isEmpty()) {
            tokens = std::make_shared<FileTokenSource>(instance.tokenFile, m_clock);
            m_tokens.insert(instance.name, tokens);
        }
        m_feeds.set(instanceOf(instance), accessTo(instance, std::move(tokens)));
    }
    m_checkTimer.start(kCheckInterval);
}

void InstanceHub::checkTokens()
{
    for (auto tokens = m_tokens.constBegin(); tokens != m_tokens.constEnd(); ++tokens) {
        auto *feed = m_feeds.feed(tokens.key());
        if (feed && feed->state().connection == Connection::SignInNeeded && tokens.value()->hasNewToken())
            feed->startAgain();
    }
}

std::vector<InstanceState> InstanceHub::states() const
{
    std::vector<InstanceState> states;
    for (const auto &instance : m_instances) {
        if (const auto *feed = m_feeds.feed(instance.name))
            states.push_back(feed->state());
    }
    return states;
}

QString InstanceHub::troubleOf(const QString &instance) const
{
    const auto *feed = m_feeds.feed(instance);
    if (!feed || !isTrouble(feed->state().connection))
        return {};
    const auto &message = feed->state().message;
    return message.isEmpty() ? u"no response"_s : message;
}

bool InstanceHub::hasTrouble() const
{
    return std::ranges::any_of(m_instances,
                               [this](const ServedInstance &instance) { return !troubleOf(instance.name).isEmpty(); });
}

InstanceHub::Knowledge InstanceHub::knowledgeOf(const ServedInstance &instance) const
{
    const auto *feed = m_feeds.feed(instance.name);
    if (!feed || feed->snapshot().listVersion().isEmpty())
        return Knowledge::Nothing;
    const auto connection = feed->state().connection;
    const bool isCurrent =
        connection == Connection::Live || connection == Connection::Polling || connection == Connection::Stale;
    return isCurrent && feed->isComplete() ? Knowledge::All : Knowledge::Some;
}

bool InstanceHub::isStarting(const ServedInstance &instance) const
{
    const auto *feed = m_feeds.feed(instance.name);
    if (!feed)
        return true;
    const auto connection = feed->state().connection;
    const bool isOpen = connection == Connection::Connecting || connection == Connection::Paused; // no response yet
    return isOpen && feed->snapshot().listVersion().isEmpty();
}

bool InstanceHub::isStarting() const
{
    const bool isNew = !m_startedAt || m_clock.steady() - *m_startedAt < kStarting;
    return isNew && std::ranges::any_of(m_instances, [this](const ServedInstance &one) { return isStarting(one); });
}

bool InstanceHub::isStarting(const QString &app, const QString &instance) const
{
    const auto isMeant = [&](const ServedInstance &one) { return instance.isEmpty() || one.name == instance; };
    // Instance and namespace are given: no search needed.
    if (app.contains(u'/') && std::ranges::count_if(m_instances, isMeant) == 1)
        return false;
    return std::ranges::any_of(m_instances, [&](const ServedInstance &one) { return isMeant(one) && isStarting(one); });
}

std::vector<ApplicationKey> InstanceHub::matches(const ServedInstance &instance, const QString &nameSpace,
                                                 const QString &name) const
{
    std::vector<ApplicationKey> keys;
    if (const auto *feed = m_feeds.feed(instance.name)) {
        for (const auto &entry : feed->snapshot().entries()) {
            if (entry.key.name == name && (nameSpace.isEmpty() || entry.key.nameSpace == nameSpace))
                keys.push_back(entry.key);
        }
    }
    return keys;
}

Result<ApplicationKey> InstanceHub::find(const QString &app, const QString &instance) const
{
    const auto slash = app.indexOf(u'/');
    const auto nameSpace = slash < 0 ? QString() : app.first(slash);
    const auto name = app.mid(slash + 1);
    std::vector<ApplicationKey> found;
    std::vector<const ServedInstance *> asked;
    const ServedInstance *unknown = nullptr; // an instance with unknown applications, which may have it
    bool isUnlisted = false;
    for (const auto &one : m_instances) {
        if (!instance.isEmpty() && one.name != instance)
            continue;
        asked.push_back(&one);
        const auto keys = matches(one, nameSpace, name);
        found.insert(found.end(), keys.begin(), keys.end());
        const auto knowledge = knowledgeOf(one);
        isUnlisted = isUnlisted || knowledge == Knowledge::Nothing;
        if (knowledge != Knowledge::All)
            unknown = &one;
    }
    if (asked.empty())
        return badInput(u"unknown instance \"%1\""_s.arg(instance), app);
    if (found.size() == 1 && (asked.size() == 1 || !isUnlisted))
        return found.front();
    if (found.size() > 1) {
        QStringList names;
        std::ranges::transform(found, std::back_inserter(names), shownName);
        return badInput(u"several applications have the name \"%1\": %2; specify the instance or NAMESPACE/NAME"_s.arg(
                            app, names.join(u", "_s)),
                        app);
    }
    if (asked.size() == 1)
        return ApplicationKey{asked.front()->name, nameSpace, name};
    if (unknown)
        return tl::unexpected(Error{
            Error::Kind::Unreachable, app,
            u"not all applications of instance %1 are known now, so the instance is ambiguous; specify it in the field "
            "\"instance\""_s.arg(unknown->name),
            true, 0});
    return tl::unexpected(
        Error{Error::Kind::NotFound, app, u"no instance has an application \"%1\""_s.arg(app), false, 0});
}

} // namespace lynceus
