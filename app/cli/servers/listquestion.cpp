#include "app/cli/servers/listquestion.h"

#include "core/domain/argocd/requests/applicationfilter.h"
#include "core/domain/auth/tokenclaims.h"
#include "core/engine/signin/tokencheck.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Destroying ten thousand applications takes a tenth of the run time of `apps`, just before the process ends and the
// system frees the memory anyway. Kept reachable here, so that leak checkers do not report it.
void leaveToSystem(ListQuestion::List list)
{
    struct Left
    {
        ListQuestion::List list;
        const Left *before;
    };
    static const Left *last = nullptr;
    last = new Left{std::move(list), last};
}

} // namespace

ListQuestion::ListQuestion(Servers &servers, OwnerLists *owner, QString name, const AppsOptions &options,
                           const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_servers(servers)
    , m_owner(owner)
    , m_name(std::move(name))
    , m_options(options)
    , m_clock(clock)
{ }

ListQuestion::~ListQuestion()
{
    // The client settles pending requests as cancelled; ignore these results.
    m_isClosing = true;
    m_client.reset();
    if (m_answer && *m_answer)
        leaveToSystem(**m_answer);
}

void ListQuestion::ask()
{
    const auto *instance = m_servers.stored(m_name);
    // A filtered feed does not contain all applications that the account may see.
    if (!m_owner || !instance || !instance->projects.isEmpty() || !instance->selector.isEmpty())
        return askServer();
    m_owner->ask(*instance, this, [this](const std::optional<OwnerLists::Known> &known) {
        if (!known || !isReported(*known))
            askServer();
    });
}

ListFilter ListQuestion::filter() const
{
    return {m_options.projects, m_options.selector, {}, m_options.appNamespace};
}

/// False for an invalid filter: the request to the server reports what is wrong with it.
bool ListQuestion::isReported(const OwnerLists::Known &known)
{
    const auto wanted = ApplicationFilter::from(filter());
    if (!wanted)
        return false;
    std::erase_if(known.list->applications, [&](const Application &each) { return !wanted->matches(each); });
    m_receivedAt = known.receivedAt;
    settle(known.list);
    return true;
}

void ListQuestion::askServer()
{
    m_servers.connectTo(m_name, this, [this](Result<ServerConnection> connection) {
        if (!connection)
            return settle(tl::unexpected(std::move(connection.error())));
        askVersion(std::move(*connection));
    });
}

void ListQuestion::askVersion(ServerConnection connection)
{
    m_connection = std::move(connection);
    m_client = std::make_unique<ArgoCdClient>(m_connection.instance, m_connection.access, m_clock);
    m_client->setPatience(m_options.server.requestTimeout);
    // The version determines the field names that the list supports.
    std::ignore = m_client->version(this).then(this, [this](const Result<Answer<ServerVersion>> &version) {
        if (!version)
            return settle(tl::unexpected(version.error()));
        m_isReached = true;
        Q_EMIT reached();
        askList(version->value);
    });
}

void ListQuestion::askList(const ServerVersion &version)
{
    std::ignore = m_client->list(version, ApplicationDetail::Summary, filter(), this)
                      .then(this, [this](const Result<Answer<List>> &answer) {
                          if (answer)
                              take(answer->value);
                          else
                              settle(tl::unexpected(answer.error()));
                      });
}

/// Argo CD treats an expired token as anonymous access: an empty or short list would be misleading.
bool ListQuestion::mayBeAnonymous(const List &list) const
{
    if (list->applications.empty() && list->badItems.empty())
        return true;
    const auto claims = readClaims(m_connection.access.token);
    return claims && claims->expiresAt && *claims->expiresAt + kClockTolerance < m_clock.now();
}

void ListQuestion::take(const List &list)
{
    if (m_isClosing || !mayBeAnonymous(list))
        return settle(list);
    std::ignore = askWhetherTokenCounts(*m_client, this).then(this, [this, list](const std::optional<Error> &ignored) {
        settle(ignored ? Result<List>(tl::unexpected(*ignored)) : Result<List>(list));
    });
}

void ListQuestion::timeOut(Duration limit)
{
    if (isAnswered())
        return;
    auto error = m_client
        ? noAnswer(m_connection, m_isReached ? u"the list of applications"_s : u"its version"_s, limit)
        : notDone({}, u"the keychain"_s, limit);
    error.message += longerWait();
    settle(tl::unexpected(std::move(error)));
}

void ListQuestion::settle(Result<List> answer)
{
    if (m_isClosing || isAnswered())
        return;
    m_answer = m_client
        ? answer.map_error([this](Error error) { return atServer(std::move(error), m_client->access().baseUrl); })
        : std::move(answer);
    Q_EMIT answered();
}

} // namespace lynceus
