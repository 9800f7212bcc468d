#include "app/cli/commands/commands.h"
#include "app/cli/process/console.h"
#include "app/cli/servers/serverconnection.h"
#include "app/cli/servers/storedsignins.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/teamserver/followtasks.h"
#include "app/cli/teamserver/storedteamservers.h"
#include "app/cli/teamserver/tasklist.h"
#include "core/io/teamserver/tasklistrequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kMostRead = 20'000; // tasks per server

/// Sends requests to all team servers at once, and prints the tasks of those that responded.
class TasksSession final : public CommandSession
{
public:
    TasksSession(TasksOptions options, std::vector<TeamServerInstance> servers, const Clock &clock)
        : m_options(std::move(options))
        , m_servers(std::move(servers))
        , m_signIns(clock)
        , m_clock(clock)
        , m_answered(m_servers.size(), false)
    { }

private:
    void start() override
    {
        for (std::size_t at = 0; at < m_servers.size(); ++at) {
            m_signIns.access(placeWithCredential(m_servers[at]), this, [this, at](Result<InstanceAccess> access) {
                if (!access)
                    return take(at, tl::unexpected(access.error()));
                auto *request = new TaskListRequest(*std::move(access), filter(), most(), limit(), this);
                connect(request, &TaskListRequest::answered, this,
                        [this, at](const Result<ReadTasks> &read) { take(at, read); });
                request->get();
            });
        }
    }

    /// Prints the received tasks and reports the other servers as errors.
    void timeOut() override
    {
        for (std::size_t at = 0; at < m_servers.size(); ++at) {
            if (m_answered[at])
                continue;
            auto error = notDone(m_servers[at].place.name, u"the list of tasks"_s, limit());
            error.message += longerWait();
            take(at, tl::unexpected(error));
        }
    }

    [[nodiscard]] ServerTaskFilter filter() const
    {
        const auto seconds = [](Instant at) {
            return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
        };
        ServerTaskFilter filter;
        filter.after = seconds(m_options.since.ago ? m_clock.now() - *m_options.since.ago : m_options.since.at) - 1;
        filter.app = m_options.app;
        filter.state = m_options.state;
        return filter;
    }

    /// Limit per server. The author filter is applied here, so it requires reading all tasks.
    [[nodiscard]] int most() const
    {
        return m_options.author.isEmpty() ? std::min(m_options.limit, kMostRead) : kMostRead;
    }

    void take(std::size_t at, const Result<ReadTasks> &read)
    {
        if (m_answered[at] || isOver())
            return;
        m_answered[at] = true;
        const auto &name = m_servers[at].place.name;
        if (!read) {
            auto error = read.error();
            error.asked = name;
            m_worst = std::max(m_worst, reportError(error),
                               [](ExitCode one, ExitCode other) { return int(one) < int(other); });
        } else {
            m_hasAnswer = true;
            if (read->unreadable > 0)
                reportWarning(u"%1: %2 tasks cannot be read and were skipped"_s.arg(name).arg(read->unreadable));
            if (read->tasks.size() == std::size_t(kMostRead))
                reportWarning(
                    u"%1: only its newest %2 tasks were read; use --since or --app"_s.arg(name).arg(kMostRead));
            for (const auto &task : read->tasks) {
                if (m_options.author.isEmpty() || task.author.compare(m_options.author, Qt::CaseInsensitive) == 0)
                    m_tasks.emplace_back(name, task);
            }
        }
        if (std::ranges::all_of(m_answered, std::identity()))
            conclude();
    }

    void conclude()
    {
        if (!m_hasAnswer)
            return end(m_worst);
        std::ranges::stable_sort(
            m_tasks, [](const auto &one, const auto &other) { return one.second.created > other.second.created; });
        if (m_tasks.size() > std::size_t(m_options.limit))
            m_tasks.resize(std::size_t(m_options.limit));
        if (m_options.output.format == OutputFormat::Text && m_tasks.empty())
            writeErrorLine(u"lynceus: no tasks match"_s);
        end(writeOutput(textOf()) ? m_worst : ExitCode::Usage);
    }

    [[nodiscard]] QByteArray textOf() const
    {
        switch (m_options.output.format) {
        case OutputFormat::Json:
            return taskListJson(m_tasks);
        case OutputFormat::Jsonl:
            return taskLinesJson(m_tasks);
        case OutputFormat::Text:
        case OutputFormat::Csv:
            break;
        }
        return taskTable(m_tasks, styleFor(standardOutput(), m_options.output.utc));
    }

    TasksOptions m_options;
    std::vector<TeamServerInstance> m_servers;
    StoredSignIns m_signIns;
    const Clock &m_clock;
    std::vector<bool> m_answered;
    NamedTasks m_tasks;
    ExitCode m_worst = ExitCode::Done;
    bool m_hasAnswer = false;
};

} // namespace

ExitCode runCommand(const TasksOptions &options, const CommandContext &context)
{
    const auto servers = openTeamServers();
    const auto chosen = chosenTeamServers(*servers, options.servers);
    if (!chosen)
        return reportError(chosen.error());
    if (options.isFollowed)
        return followTasks(options, *chosen, context);
    TasksSession session(options, *chosen, context.clock);
    return execute(session, context, options.requestTimeout);
}

} // namespace lynceus
