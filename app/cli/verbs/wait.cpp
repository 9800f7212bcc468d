#include "app/cli/verbs/wait.h"

#include "app/cli/applications/inspection.h"
#include "app/cli/process/console.h"
#include "app/cli/verbs/applicationsearch.h"
#include "app/cli/verbs/verbsession.h"
#include "app/cli/wait/targetresolver.h"
#include "app/cli/wait/waitreporter.h"
#include "app/cli/wait/watchgroup.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Outcome outcomeFor(const Error &error)
{
    const auto code = exitCodeOf(error.kind);
    if (code == ExitCode::Gone)
        return Outcome::Gone;
    return code == ExitCode::SignInNeeded ? Outcome::SignInNeeded : Outcome::Aborted;
}

class WaitSession final : public VerbSession
{
public:
    /// @p connections: one for each target, in their order.
    WaitSession(const WaitOptions &options, const std::vector<ServerConnection> &connections, const Clock &clock)
        : m_options(options)
        , m_clock(clock)
        , m_targetClients(clientsFor(connections))
        , m_resolver(m_targetClients, clock, m_options)
        , m_reporter(makeWaitReporter(options.output))
    {
        connect(&m_resolver, &TargetResolver::resolved, this, &WaitSession::watch);
        connect(&m_resolver, &TargetResolver::failed, this, &WaitSession::giveUp);
    }

    void interrupt() override
    {
        if (!m_group) {
            writeError((u"lynceus: interrupted before %1 answered\n"_s.arg(instanceNames().join(u", "_s))).toUtf8());
            return end(ExitCode::Interrupted);
        }
        m_reporter->conclude(m_group->reports());
        writeError("lynceus: interrupted; nothing was decided yet\n");
        end(ExitCode::Interrupted);
    }

private:
    void start() override { m_resolver.start(); }

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

    void watch(const std::vector<ResolvedTarget> &targets)
    {
        m_group = std::make_unique<WatchGroup>(m_clock, targets, watchSettings(m_options));
        connect(m_group.get(), &WatchGroup::changed, this,
                [this](int index) { m_reporter->show(m_group->reports(), index); });
        // Queued: a group whose last watch ends is still in the middle of it.
        connect(m_group.get(), &WatchGroup::finished, this, &WaitSession::conclude, Qt::QueuedConnection);
        m_group->start();
    }

    void conclude()
    {
        const auto reports = m_group->reports();
        const auto errors = m_group->startErrors();
        for (const auto &error : errors)
            reportError(error);
        // Where nothing was ever seen, the error says all that there is to say to a person.
        const bool isSeen = std::ranges::any_of(
            reports, [](const WatchReport &report) { return !report.verdict.evidence.workloads.empty(); });
        const bool hasVerdicts = errors.empty() || isSeen || m_options.output.format != OutputFormat::Text;
        const bool isWritten = !hasVerdicts || m_reporter->conclude(reports);
        if (!isWritten)
            writeError("lynceus: the verdict could not be written to standard output\n");
        end(isWritten ? exitCodeOf(outcomeOf(reports)) : ExitCode::Usage);
    }

    /// No watch ever began.
    void giveUp(const Error &error, const ArgoCdClient &client)
    {
        const auto code = reportError(atServer(error, client.access().baseUrl));
        if (m_options.output.format != OutputFormat::Text && error.kind != Error::Kind::BadInput)
            m_reporter->conclude(reportsWithout(error));
        end(code);
    }

    /// Scripts that read JSON get some for every outcome of the table.
    [[nodiscard]] std::vector<WatchReport> reportsWithout(const Error &error) const
    {
        std::vector<WatchReport> reports;
        for (std::size_t i = 0; i < m_options.targets.size(); ++i) {
            const auto &target = m_options.targets[i];
            const auto &client = *m_targetClients[i];
            WatchReport report;
            const auto &address = target.application.address;
            report.expectation.application = {client.instance(), address.nameSpace, address.name};
            report.expectation.images = target.images.empty() ? m_options.images : target.images;
            report.expectation.registeredAt = report.now = client.serverNow();
            report.project = m_options.project;
            report.url = applicationUrl(client.access().baseUrl, report.expectation.application);
            report.verdict.outcome = outcomeFor(error);
            report.verdict.decidedAt = report.now;
            report.verdict.blocker = blockerFor(error);
            reports.push_back(std::move(report));
        }
        return reports;
    }

    [[nodiscard]] static Blocker blockerFor(const Error &error)
    {
        const auto code = exitCodeOf(error.kind);
        const auto kind = code == ExitCode::Gone ? Blocker::Kind::Permission
            : code == ExitCode::SignInNeeded     ? Blocker::Kind::SignIn
                                                 : Blocker::Kind::Unreachable;
        return {kind, {}, error.message, std::nullopt};
    }

    WaitOptions m_options;
    const Clock &m_clock;
    std::map<QString, std::unique_ptr<ArgoCdClient>> m_clients; ///< by instance
    std::vector<ArgoCdClient *> m_targetClients;                ///< one for each target
    TargetResolver m_resolver;
    std::unique_ptr<WaitReporter> m_reporter;
    std::unique_ptr<WatchGroup> m_group;
};

} // namespace

ExitCode runWait(const WaitOptions &options, const Clock &clock)
{
    const auto servers = Servers::open(options.server, clock);
    if (!servers)
        return reportError(servers.error());
    auto placed = options;
    std::vector<ServerConnection> connections;
    const auto projects = options.project.isEmpty() ? QStringList() : QStringList(options.project);
    for (auto &target : placed.targets) {
        const auto located = locate(**servers, target.application, projects, clock);
        if (!located)
            return located.error();
        target.application.instance = located->connection.instance;
        target.application.address.nameSpace = located->found.key.nameSpace;
        connections.push_back(located->connection);
    }
    WaitSession session(placed, connections, clock);
    return execute(session);
}

} // namespace lynceus
