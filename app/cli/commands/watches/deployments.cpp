#include "app/cli/commands/commands.h"
#include "app/cli/commands/watches/pastquery.h"
#include "app/cli/output/deployments/deploymentlist.h"
#include "app/cli/process/console.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/watches/storedwatches.h"
#include "core/engine/deployments/deploymentexport.h"
#include "core/io/store/database/storefolder.h"
#include "core/io/store/deployments/deploymentstore.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Result<std::vector<Deployment>> found(const DeploymentQuery &query, int &unreadable)
{
    auto store = DeploymentStore::openToRead(storeFile());
    if (!store)
        return tl::unexpected(store.error());
    if (!*store)
        return std::vector<Deployment>(); // no store yet
    auto deployments = (*store)->find(query);
    unreadable = (*store)->unreadable();
    return deployments;
}

class DeploymentsSession final : public CommandSession
{
public:
    DeploymentsSession(DeploymentsOptions options, const Clock &clock)
        : m_options(std::move(options))
        , m_clock(clock)
    { }

private:
    void start() override
    {
        const auto query = restricted(m_options.query, m_options.past, m_instances, m_clock.now());
        int unreadable = 0;
        const auto deployments = found(query, unreadable);
        if (!deployments)
            return end(reportError(deployments.error()));
        if (unreadable > 0)
            reportWarning(u"%1 deployments in the store cannot be read and were skipped: they are damaged, or written "
                          "by a newer version of Lynceus"_s.arg(unreadable));
        if (deployments->empty() && m_options.output.format == OutputFormat::Text)
            writeErrorLine(u"lynceus: no deployments match; they are found while the window or the background service "
                           "runs"_s);
        end(writeOutput(textOf(*deployments)) ? ExitCode::Done : ExitCode::Usage);
    }

    [[nodiscard]] QByteArray textOf(const std::vector<Deployment> &deployments) const
    {
        switch (m_options.output.format) {
        case OutputFormat::Csv:
            return deploymentCsv(deployments, m_instances);
        case OutputFormat::Json:
        case OutputFormat::Jsonl:
            return deploymentJson(deployments, m_instances);
        case OutputFormat::Text:
            break;
        }
        return deploymentTable(deployments, m_instances, styleFor(standardOutput(), m_options.output.utc));
    }

    DeploymentsOptions m_options;
    const Clock &m_clock;
    InstanceNames m_instances = storedInstanceNames();
};

} // namespace

ExitCode runCommand(const DeploymentsOptions &options, const CommandContext &context)
{
    DeploymentsSession session(options, context.clock);
    return execute(session, context, kRequestTimeout);
}

} // namespace lynceus
