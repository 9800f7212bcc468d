#include "app/cli/applications/applicationselection.h"
#include "app/cli/commands/commands.h"
#include "app/cli/output/deployments/versionlist.h"
#include "app/cli/process/console.h"
#include "app/cli/servers/listquestion.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/watches/storedwatches.h"
#include "core/domain/versions/environment.h"
#include "core/engine/text/versionexport.h"
#include "core/io/store/database/storefolder.h"
#include "core/io/store/deployments/deploymentstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kMostDeployments = 5'000; // the newest ones: several months for most teams

EnvironmentRule::By byOf(VersionsOptions::Environment environment)
{
    switch (environment) {
    case VersionsOptions::Environment::Namespace:
        return EnvironmentRule::By::Namespace;
    case VersionsOptions::Environment::Cluster:
        return EnvironmentRule::By::Cluster;
    case VersionsOptions::Environment::Project:
        return EnvironmentRule::By::Project;
    case VersionsOptions::Environment::Label:
        return EnvironmentRule::By::Label;
    case VersionsOptions::Environment::Instance:
        break;
    }
    return EnvironmentRule::By::Instance;
}

/// Sends requests to all servers at once, and prints the matrix of those that responded.
class VersionsSession final : public CommandSession
{
public:
    VersionsSession(const VersionsOptions &options, Servers &servers, const QStringList &names, const Clock &clock)
        : m_options(options)
        , m_rule{byOf(options.environment), options.label}
        , m_servers(servers)
        , m_names(names)
        , m_owner(servers.isOneOff() ? nullptr : OwnerLists::find(clock))
    {
        for (const auto &name : names)
            m_questions.push_back(
                std::make_unique<ListQuestion>(servers, m_owner.get(), name, m_options.applications, clock));
    }

private:
    void start() override
    {
        for (const auto &question : m_questions) {
            connect(question.get(), &ListQuestion::answered, this, [this, asked = question.get()] { take(*asked); });
            question->ask();
        }
    }

    /// Prints the received data and reports the other servers as errors.
    void timeOut() override
    {
        for (const auto &question : m_questions)
            question->timeOut(limit());
    }

    void take(const ListQuestion &question)
    {
        if (!question.answer()) {
            const auto code = reportError(question.answer().error(), m_servers.way(question.name()));
            m_worst = std::max(m_worst, code, [](ExitCode one, ExitCode other) { return int(one) < int(other); });
        } else {
            for (const auto &bad : (*question.answer())->badItems)
                reportWarning(u"skipped, cannot be read: "_s + bad.message);
        }
        if (std::ranges::all_of(m_questions, &ListQuestion::isAnswered))
            conclude();
    }

    void conclude()
    {
        std::vector<PlacedApplication> applications;
        bool hasAnswer = false;
        for (const auto &question : m_questions) {
            if (!question->answer())
                continue;
            hasAnswer = true;
            place(**question->answer(), question->name(), applications);
        }
        if (!hasAnswer)
            return end(m_worst);
        if (m_unplaced > 0)
            reportWarning(u"%1 applications without the label %2 are not shown"_s.arg(m_unplaced).arg(m_options.label));
        auto matrix = versionMatrix(applications, orderOf());
        if (m_options.differingOnly)
            std::erase_if(matrix.rows, [](const VersionMatrix::Row &row) { return !row.differs(); });
        describe(matrix);
        if (matrix.rows.empty() && m_options.applications.output.format == OutputFormat::Text)
            writeErrorLine(u"lynceus: "_s + nothingText(applications.size()));
        end(writeOutput(textOf(matrix)) ? m_worst : ExitCode::Usage);
    }

    /// Uses the deployments that the window or the background service stored; a server given only for this call has
    /// none.
    void describe(VersionMatrix &matrix) const
    {
        if (m_servers.isOneOff())
            return;
        const auto store = DeploymentStore::openToRead(storeFile());
        DeploymentQuery query;
        query.limit = kMostDeployments;
        const auto found = store && *store ? (*store)->find(query) : Result<std::vector<Deployment>>();
        if (!found)
            return reportWarning(u"cannot determine how far environments are behind: "_s + found.error().message);
        const auto names = storedInstanceNames();
        VersionHistory history;
        for (auto deployment : *found) {
            deployment.application.instance = names.nameOf(deployment.application.instance);
            history.take(deployment);
        }
        history.describe(matrix);
    }

    [[nodiscard]] QString nothingText(std::size_t applications) const
    {
        if (m_options.differingOnly && applications > 0)
            return u"all environments run the same versions"_s;
        return u"no images or charts: no application matches the filters, or none has pods or a chart"_s;
    }

    void place(const DecodedApplicationList &list, const QString &instance, std::vector<PlacedApplication> &into)
    {
        for (const auto &[row, name] : selectedApplications(m_options.applications, list.applications, instance)) {
            const auto environment = environmentOf(m_rule, *row, instance);
            if (environment.isEmpty()) {
                ++m_unplaced;
                continue;
            }
            // The list lives as long as this session, so the entry does not own its application.
            const std::shared_ptr<const Application> shared(std::shared_ptr<const Application>(), row);
            into.push_back({{{instance, row->nameSpace, row->name}, shared}, environment});
        }
    }

    /// Instances in the order of the settings, unless the user orders them.
    [[nodiscard]] QStringList orderOf() const
    {
        auto order = m_options.order;
        if (m_options.environment == VersionsOptions::Environment::Instance)
            order += m_names;
        order.removeDuplicates();
        return order;
    }

    [[nodiscard]] QByteArray textOf(const VersionMatrix &matrix) const
    {
        switch (m_options.applications.output.format) {
        case OutputFormat::Csv:
            return versionCsv(matrix);
        case OutputFormat::Json:
        case OutputFormat::Jsonl:
            return versionJson(matrix);
        case OutputFormat::Text:
            break;
        }
        return versionTable(matrix, styleFor(standardOutput(), false));
    }

    VersionsOptions m_options;
    EnvironmentRule m_rule;
    Servers &m_servers;
    QStringList m_names;
    std::unique_ptr<OwnerLists> m_owner; ///< null: no process owns the engine
    std::vector<std::unique_ptr<ListQuestion>> m_questions;
    ExitCode m_worst = ExitCode::Done;
    int m_unplaced = 0;
};

Result<QStringList> chosenNames(const QStringList &typed, const Servers &servers)
{
    if (typed.isEmpty())
        return servers.names();
    QStringList names;
    for (const auto &one : typed) {
        const auto name = servers.named(one);
        if (!name)
            return tl::unexpected(name.error());
        if (!names.contains(*name))
            names.append(*name);
    }
    return names;
}

} // namespace

ExitCode runCommand(const VersionsOptions &options, const CommandContext &context)
{
    const auto &server = options.applications.server;
    const auto servers = Servers::open(server, context.clock);
    if (!servers)
        return reportError(servers.error());
    const auto names = chosenNames(options.applications.instances, **servers);
    if (!names)
        return reportError(names.error());
    VersionsSession session(options, **servers, *names, context.clock);
    return execute(session, context, server.requestTimeout);
}

} // namespace lynceus
