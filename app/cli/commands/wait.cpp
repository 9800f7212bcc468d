#include "app/cli/applications/inspection.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/waitvia.h"
#include "app/cli/process/console.h"
#include "app/cli/sessions/applicationsearch.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/wait/targetresolver.h"
#include "app/cli/wait/waitreporter.h"
#include "app/cli/wait/watchgroup.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// How long a verdict may arrive after the deadline: a watch ends by the server's clock and waits for the last log
// lines.
constexpr Duration kLastVerdict{1'500};

Outcome outcomeFor(const Error &error)
{
    const auto code = exitCodeOf(error.kind);
    if (code == ExitCode::Gone)
        return Outcome::Gone;
    return code == ExitCode::SignInNeeded ? Outcome::SignInNeeded : Outcome::Aborted;
}

Outcome outcomeFor(ExitCode code)
{
    switch (code) {
    case ExitCode::Gone:
        return Outcome::Gone;
    case ExitCode::SignInNeeded:
        return Outcome::SignInNeeded;
    case ExitCode::TimedOut:
        return Outcome::TimedOut;
    case ExitCode::HungUp:
    case ExitCode::Interrupted:
    case ExitCode::Terminated:
        return Outcome::Waiting;
    default:
        return Outcome::Aborted;
    }
}

Blocker blockerFor(Outcome outcome, const QString &message)
{
    const auto kind = outcome == Outcome::Gone ? Blocker::Kind::Permission
        : outcome == Outcome::SignInNeeded     ? Blocker::Kind::SignIn
                                               : Blocker::Kind::Unreachable;
    return {kind, {}, message, std::nullopt};
}

/// Scripts that read JSON get an object for every exit code, even if no watch started. @p connections: of the first
/// targets, as far as they were found.
void writeUnstarted(const WaitOptions &options, const std::vector<ServerConnection> &connections, Outcome outcome,
                    const QString &message, Instant now)
{
    if (options.output.format == OutputFormat::Text)
        return;
    ReleaseReport release;
    release.unstarted = outcome;
    for (std::size_t i = 0; i < options.targets.size(); ++i) {
        const auto &target = options.targets[i];
        const auto &address = target.application.address;
        WatchReport report;
        report.expectation.application = {target.application.instance, address.nameSpace, address.name};
        report.expectation.images = target.images.empty() ? options.images : target.images;
        report.expectation.version = options.version;
        report.expectation.waitForApp = options.waitForApp;
        report.expectation.registeredAt = report.now = now;
        report.project = options.project;
        if (i < connections.size()) {
            report.expectation.application.instance = connections[i].instance;
            report.url = applicationUrl(connections[i].access.baseUrl, report.expectation.application);
        }
        report.verdict.outcome = outcome;
        if (outcome != Outcome::Waiting)
            report.verdict.decidedAt = now;
        report.verdict.blocker = blockerFor(outcome, message);
        if (options.withChildren) {
            auto &parent = release.parents.emplace_back();
            parent.key = report.expectation.application;
            parent.blocker = report.verdict.blocker;
        } else {
            release.watches.push_back(std::move(report));
        }
    }
    std::ignore = makeWaitReporter(options.output)->conclude(release);
}

class WaitSession final : public CommandSession
{
public:
    /// @p connections: one for each target, in their order.
    WaitSession(const WaitOptions &options, const std::vector<ServerConnection> &connections,
                const CommandContext &context)
        : m_options(options)
        , m_connections(connections)
        , m_clock(context.clock)
        , m_deadline(context.deadline(options.timeout))
        , m_targetClients(clientsFor(connections))
        , m_resolver(connections, m_targetClients, context.clock, m_options)
        , m_reporter(makeWaitReporter(options.output))
    {
        connect(&m_resolver, &TargetResolver::resolved, this, &WaitSession::watch);
        connect(&m_resolver, &TargetResolver::failed, this, &WaitSession::giveUp);
    }

    void interrupt() override
    {
        if (!m_group) {
            const auto message = u"interrupted before %1 responded"_s.arg(instanceNames().join(u", "_s));
            writeErrorLine(u"lynceus: "_s + message);
            writeUnstarted(m_options, m_connections, Outcome::Waiting, message, m_clock.now());
            return end(interruptedCode());
        }
        m_reporter->conclude(m_group->report());
        writeError("lynceus: interrupted before a verdict\n");
        end(interruptedCode());
    }

    void timeOut() override
    {
        if (!m_group)
            return timeOutUnstarted();
        if (!std::exchange(m_isLate, true)) // a watch ends by itself; its bake time may exceed the deadline
            return restartDeadline(m_options.bake + kLastVerdict);
        auto release = m_group->report();
        release.isLate = true;
        for (auto &report : release.watches) {
            if (report.verdict.outcome == Outcome::Waiting)
                report.verdict.outcome = Outcome::TimedOut;
        }
        conclude(release);
    }

private:
    void start() override { m_resolver.start(m_deadline.limit() - m_deadline.left()); }

    /// One client for each instance, shared by its targets.
    [[nodiscard]] std::vector<ArgoCdClient *> clientsFor(const std::vector<ServerConnection> &connections)
    {
        std::vector<ArgoCdClient *> clients;
        for (const auto &connection : connections) {
            auto &client = m_clients[connection.instance];
            if (!client)
                client = std::make_unique<ArgoCdClient>(connection.instance, connection.access, m_clock);
            clients.push_back(client.get());
        }
        return clients;
    }

    [[nodiscard]] QStringList instanceNames() const
    {
        QStringList names;
        for (const auto &[name, client] : m_clients)
            names.append(name);
        return names;
    }

    [[nodiscard]] WayToServer way(const QString &instance) const
    {
        const auto found = std::ranges::find(m_connections, instance, &ServerConnection::instance);
        return found == m_connections.end() ? WayToServer{} : found->way;
    }

    void watch(const std::vector<ResolvedTarget> &targets)
    {
        auto settings = watchSettings(m_options);
        settings.timeout = m_deadline.left(); // minus the time for finding the applications
        m_group = std::make_unique<WatchGroup>(m_clock, targets, settings);
        connect(m_group.get(), &WatchGroup::changed, this,
                [this](int index) { m_reporter->show(m_group->report(), index); });
        connect(m_group.get(), &WatchGroup::failed, this, &WaitSession::giveUp);
        // Queued, because a group is still emitting when its last watch ends.
        connect(
            m_group.get(), &WatchGroup::finished, this, [this] { conclude(m_group->report()); }, Qt::QueuedConnection);
        m_group->start();
    }

    void conclude(const ReleaseReport &release)
    {
        const auto errors = m_group->startErrors();
        for (const auto &[instance, error] : errors)
            reportError(error, way(instance));
        // If no state was ever read, the error is sufficient for text output.
        const bool isSeen = std::ranges::any_of(
            release.watches, [](const WatchReport &report) { return !report.verdict.evidence.workloads.empty(); });
        const bool hasVerdicts = errors.empty() || isSeen || m_options.output.format != OutputFormat::Text;
        const bool isWritten = !hasVerdicts || m_reporter->conclude(release);
        if (!isWritten)
            writeError("lynceus: the verdict could not be written to standard output\n");
        end(isWritten ? exitCodeOf(outcomeOf(release)) : ExitCode::Usage);
    }

    /// No watch started.
    void giveUp(const Error &error, const ArgoCdClient &client)
    {
        const auto code = reportError(atServer(error, client.access().baseUrl), way(client.instance()));
        if (error.kind != Error::Kind::BadInput)
            writeUnstarted(m_options, m_connections, outcomeFor(error), error.message, client.serverNow());
        end(code);
    }

    /// The server responded, but not with all that is needed to start; or it never responded.
    void timeOutUnstarted()
    {
        const auto &client = m_resolver.current();
        auto error = atServer(m_resolver.unanswered(limit()), client.access().baseUrl);
        const auto outcome = m_resolver.isReached() ? Outcome::TimedOut : Outcome::Aborted;
        if (outcome == Outcome::TimedOut)
            error.message = u"timed out after %1: %2"_s.arg(formatDuration(limit()), error.message);
        reportError(error, way(client.instance()));
        writeUnstarted(m_options, m_connections, outcome, error.message, client.serverNow());
        end(exitCodeOf(outcome));
    }

    WaitOptions m_options;
    std::vector<ServerConnection> m_connections; ///< one for each target
    const Clock &m_clock;
    CommandDeadline m_deadline;
    std::map<QString, std::unique_ptr<ArgoCdClient>> m_clients; ///< by instance
    std::vector<ArgoCdClient *> m_targetClients;                ///< one for each target
    TargetResolver m_resolver;
    std::unique_ptr<WaitReporter> m_reporter;
    std::unique_ptr<WatchGroup> m_group;
    bool m_isLate = false;
};

} // namespace

ExitCode runCommand(const WaitOptions &options, const CommandContext &context)
{
    if (options.via)
        return runWaitVia(options, context);
    const auto servers = Servers::open(options.server, context.clock);
    if (!servers)
        return reportError(servers.error());
    auto placed = options;
    std::vector<ServerConnection> connections;
    const auto projects = options.project.isEmpty() ? QStringList() : QStringList(options.project);
    for (auto &target : placed.targets) {
        if (const auto named = checkAwaited(**servers, options, target.application); !named)
            return reportError(named.error());
        const auto located = locate(**servers, target.application, projects, context, options.timeout);
        if (!located) {
            if (located.error() != ExitCode::Usage)
                writeUnstarted(placed, connections, outcomeFor(located.error()), u"no watch was started"_s,
                               context.clock.now());
            return located.error();
        }
        target.application.instance = located->connection.instance;
        target.application.address.nameSpace = located->found.key.nameSpace;
        connections.push_back(located->connection);
    }
    WaitSession session(placed, connections, context);
    return execute(session, context, options.timeout);
}

} // namespace lynceus
