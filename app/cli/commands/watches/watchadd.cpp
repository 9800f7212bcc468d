#include "app/cli/commands/commands.h"
#include "app/cli/process/console.h"
#include "app/cli/sessions/applicationsearch.h"
#include "app/cli/sessions/watchchangesession.h"
#include "app/cli/wait/targetresolver.h"
#include "core/io/process/systemuser.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kRegisteringPart = 4; // part of the command's time that is reserved for registering

/// An application named on the command line, and its stored instance.
struct Place
{
    ServerConnection connection;
    QString id; ///< Instance::id
};

/// Reads the applications to report typing errors at once, then registers the watches.
class WatchAddSession final : public WatchChangeSession
{
public:
    /// @p places: one for each target, in their order.
    WatchAddSession(const WatchAddOptions &options, const std::vector<Place> &places, const OwnerPlace &owner,
                    const CommandContext &context)
        : WatchChangeSession(owner, context.clock)
        , m_options(options)
        , m_places(places)
        , m_deadline(context.deadline(options.requestTimeout))
        , m_resolver(connections(), clientsFor(context.clock), context.clock, m_options.expectation)
    {
        connect(&m_resolver, &TargetResolver::resolved, this, &WatchAddSession::addResolved);
        connect(&m_resolver, &TargetResolver::failed, this, &WatchAddSession::takeTrouble);
    }

private:
    /// Finding the applications must leave time to register: a watch may start during an outage.
    void start() override
    {
        const auto left = m_deadline.left();
        m_resolver.start(m_deadline.limit() - left, left - std::min(left, m_deadline.limit() / kRegisteringPart));
    }

    [[nodiscard]] std::vector<ServerConnection> connections() const
    {
        std::vector<ServerConnection> connections;
        for (const auto &place : m_places)
            connections.push_back(place.connection);
        return connections;
    }

    [[nodiscard]] WayToServer way(const ArgoCdClient &client) const
    {
        const auto isOfClient = [&](const Place &place) { return place.connection.instance == client.instance(); };
        const auto found = std::ranges::find_if(m_places, isOfClient);
        return found == m_places.end() ? WayToServer{} : found->connection.way;
    }

    /// One client for each instance, shared by its targets.
    [[nodiscard]] std::vector<ArgoCdClient *> clientsFor(const Clock &clock)
    {
        std::vector<ArgoCdClient *> clients;
        for (const auto &place : m_places) {
            auto &client = m_clients[place.id];
            if (!client)
                client = std::make_unique<ArgoCdClient>(place.connection.instance, place.connection.access, clock);
            clients.push_back(client.get());
        }
        return clients;
    }

    [[nodiscard]] WatchRequest request(std::size_t target) const
    {
        const auto &expectation = m_options.expectation;
        const auto &address = expectation.targets[target].application.address;
        WatchRequest request;
        request.application = {m_places[target].id, address.nameSpace, address.name};
        request.project = expectation.project;
        request.images = expectation.targets[target].images;
        if (expectation.withChildren) // images are assigned to children later
            request.images.insert(request.images.end(), expectation.images.begin(), expectation.images.end());
        request.version = expectation.version;
        request.waitForApp = expectation.waitForApp;
        request.withChildren = expectation.withChildren;
        request.timeout = expectation.timeout;
        request.bake = expectation.bake;
        request.failAfter = expectation.failAfter;
        request.imageGrace = expectation.imageGrace;
        request.acceptSuspended = expectation.acceptSuspended;
        request.refresh = expectation.refresh;
        request.registryProxies = expectation.registryProxies;
        request.release = m_options.release;
        request.note = m_options.note;
        request.who = systemUser();
        return request;
    }

    void addResolved(const std::vector<ResolvedTarget> &targets)
    {
        std::vector<WatchRequest> requests;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            auto &request = requests.emplace_back(this->request(i));
            request.application.nameSpace = targets[i].found.key.nameSpace;
            if (!targets[i].found.project.isEmpty())
                request.project = targets[i].found.project;
            request.images = targets[i].images;
        }
        add(requests, m_options.expectation.output);
    }

    /// A watch survives outages, so it may start in one; but then images cannot be assigned to several applications.
    void takeTrouble(const Error &error, const ArgoCdClient &client)
    {
        const auto code = exitCodeOf(error.kind);
        const bool passes = code == ExitCode::SignInNeeded || (code == ExitCode::Unreachable && error.retryable);
        const bool isComplete = m_options.expectation.images.empty() || m_options.expectation.withChildren;
        if (!passes || !isComplete)
            return end(reportError(error, way(client)));
        std::ignore = reportError(error, way(client));
        reportWarning(u"registered without a check: the watch starts when the instance responds"_s);
        std::vector<WatchRequest> requests;
        for (std::size_t i = 0; i < m_places.size(); ++i)
            requests.push_back(request(i));
        add(requests, m_options.expectation.output);
    }

    WatchAddOptions m_options;
    std::vector<Place> m_places;
    CommandDeadline m_deadline;
    std::map<QString, std::unique_ptr<ArgoCdClient>> m_clients; ///< by instance
    TargetResolver m_resolver;
};

} // namespace

ExitCode runCommand(const WatchAddOptions &options, const CommandContext &context)
{
    const auto owner = ownerPlace();
    if (!owner)
        return reportError(owner.error());
    const auto servers = Servers::openStored(context.clock);
    if (!servers)
        return reportError(servers.error());
    auto placed = options;
    auto &expectation = placed.expectation;
    std::vector<Place> places;
    const auto projects = expectation.project.isEmpty() ? QStringList() : QStringList(expectation.project);
    for (auto &target : expectation.targets) {
        if (const auto named = checkAwaited(**servers, expectation, target.application); !named)
            return reportError(named.error());
        const auto located = locate(**servers, target.application, projects, context, options.requestTimeout);
        if (!located)
            return located.error();
        target.application.instance = located->connection.instance;
        target.application.address.nameSpace = located->found.key.nameSpace;
        places.push_back({located->connection, (*servers)->idOf(located->connection.instance)});
    }
    WatchAddSession session(placed, places, *owner, context);
    return execute(session, context, options.requestTimeout);
}

} // namespace lynceus
