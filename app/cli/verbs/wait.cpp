#include "app/cli/verbs/wait.h"

#include "app/cli/applications/inspection.h"
#include "app/cli/process/console.h"
#include "app/cli/serverconnection.h"
#include "app/cli/verbs/verbsession.h"
#include "app/cli/wait/targetresolver.h"
#include "app/cli/wait/waitreporter.h"
#include "app/cli/wait/watchgroup.h"

#include <algorithm>

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
    WaitSession(const WaitOptions &options, ServerConnection connection, const Clock &clock)
        : m_options(options)
        , m_clock(clock)
        , m_client(connection.instance, std::move(connection.access), clock)
        , m_resolver(m_client, clock, m_options)
        , m_reporter(makeWaitReporter(options.output))
    {
        connect(&m_resolver, &TargetResolver::resolved, this, &WaitSession::watch);
        connect(&m_resolver, &TargetResolver::failed, this, &WaitSession::giveUp);
    }

    void interrupt() override
    {
        if (!m_group) {
            writeError((u"lynceus: interrupted before %1 answered\n"_s.arg(m_client.instance())).toUtf8());
            return end(ExitCode::Interrupted);
        }
        m_reporter->conclude(m_group->reports());
        writeError("lynceus: interrupted; nothing was decided yet\n");
        end(ExitCode::Interrupted);
    }

private:
    void start() override { m_resolver.start(); }

    void watch(const std::vector<ResolvedTarget> &targets)
    {
        m_group = std::make_unique<WatchGroup>(m_client, m_clock, targets, watchSettings(m_options));
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
            reportError(atServer(error, m_client.access().baseUrl));
        // Where nothing was ever seen, the error says all that there is to say to a person.
        const bool isSeen = std::ranges::any_of(
            reports, [](const WatchReport &report) { return !report.verdict.evidence.workloads.empty(); });
        const bool hasVerdicts = errors.empty() || isSeen || m_options.output.format != OutputFormat::Text;
        const bool isWritten = !hasVerdicts || m_reporter->conclude(reports);
        end(isWritten ? exitCodeOf(outcomeOf(reports)) : ExitCode::Usage);
    }

    /// No watch ever began.
    void giveUp(const Error &error)
    {
        const auto code = reportError(atServer(error, m_client.access().baseUrl));
        if (m_options.output.format != OutputFormat::Text && error.kind != Error::Kind::BadInput)
            m_reporter->conclude(reportsWithout(error));
        end(code);
    }

    /// Scripts that read JSON get some for every outcome of the table.
    [[nodiscard]] std::vector<WatchReport> reportsWithout(const Error &error) const
    {
        std::vector<WatchReport> reports;
        for (const auto &target : m_options.targets) {
            WatchReport report;
            const auto &address = target.application.address;
            report.expectation.application = {m_client.instance(), address.nameSpace, address.name};
            report.expectation.images = target.images.empty() ? m_options.images : target.images;
            report.expectation.registeredAt = report.now = m_client.serverNow();
            report.project = m_options.project;
            report.url = applicationUrl(m_client.access().baseUrl, report.expectation.application);
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
    ArgoCdClient m_client;
    TargetResolver m_resolver;
    std::unique_ptr<WaitReporter> m_reporter;
    std::unique_ptr<WatchGroup> m_group;
};

} // namespace

ExitCode runWait(const WaitOptions &options, const Clock &clock)
{
    auto connection = openedConnection(options.server);
    if (!connection)
        return reportError(connection.error());
    for (const auto &target : options.targets) {
        if (auto known = checkInstance(target.application, *connection); !known)
            return reportError(known.error());
    }
    WaitSession session(options, std::move(*connection), clock);
    return execute(session);
}

} // namespace lynceus
