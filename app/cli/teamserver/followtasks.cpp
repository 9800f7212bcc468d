#include "app/cli/teamserver/followtasks.h"

#include "app/cli/process/console.h"
#include "app/cli/servers/storedsignins.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/teamserver/tasklist.h"
#include "core/engine/teamserver/teamserverfeed.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

class FollowSession final : public CommandSession
{
public:
    FollowSession(TasksOptions options, const std::vector<TeamServerInstance> &servers, const Clock &clock)
        : m_options(std::move(options))
        , m_signIns(clock)
        , m_clock(clock)
    {
        for (const auto &server : servers)
            m_feeds.push_back(std::make_unique<TeamServerFeed>(server, clock, TeamServerFeed::Pace()));
    }

private:
    void start() override
    {
        stopDeadline();
        for (const auto &feed : m_feeds) {
            connect(feed.get(), &TeamServerFeed::tasksChanged, this,
                    [this, source = feed.get()](const ServerTaskChanges &changes) { print(*source, changes.tasks); });
            connect(feed.get(), &TeamServerFeed::stateChanged, this, &FollowSession::say);
            feed->setShown(true);
            m_signIns.access(placeWithCredential(feed->state().server), this,
                             [source = feed.get()](const Result<InstanceAccess> &access) {
                                 access ? source->follow(*access) : source->setObstacle(access.error());
                             });
        }
    }

    void print(const TeamServerFeed &feed, const std::vector<ServerTask> &tasks)
    {
        NamedTasks named;
        for (const auto &task : tasks) {
            if (isWanted(task))
                named.emplace_back(feed.state().server.place.name, task);
        }
        if (named.empty())
            return;
        // In chronological order: the newest is the last line.
        std::ranges::stable_sort(
            named, [](const auto &one, const auto &other) { return one.second.updated < other.second.updated; });
        const auto style = styleFor(standardOutput(), m_options.output.utc);
        const bool isText = m_options.output.format == OutputFormat::Text;
        const auto writing = streamOutput(isText ? taskLines(named, style) : taskLinesJson(named));
        if (writing != Writing::Written)
            end(writing == Writing::Closed ? ExitCode::Done : ExitCode::Usage);
    }

    [[nodiscard]] bool isWanted(const ServerTask &task) const
    {
        const auto since = m_options.since.ago ? m_clock.now() - *m_options.since.ago : m_options.since.at;
        return (m_options.app.isEmpty() || task.app == m_options.app)
            && (m_options.author.isEmpty() || task.author.compare(m_options.author, Qt::CaseInsensitive) == 0)
            && (!m_options.state || task.state == m_options.state) && (task.isRunning() || task.created >= since);
    }

    void say(const TeamServerState &state)
    {
        if (!state.message.isEmpty())
            reportWarning(u"%1: %2"_s.arg(state.server.place.name, state.message));
    }

    TasksOptions m_options;
    StoredSignIns m_signIns;
    const Clock &m_clock;
    std::vector<std::unique_ptr<TeamServerFeed>> m_feeds;
};

} // namespace

ExitCode followTasks(const TasksOptions &options, const std::vector<TeamServerInstance> &servers,
                     const CommandContext &context)
{
    FollowSession session(options, servers, context.clock);
    return execute(session, context, options.requestTimeout);
}

} // namespace lynceus
