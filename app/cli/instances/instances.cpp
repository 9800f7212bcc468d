#include "app/cli/instances/instances.h"

#include "app/cli/commands/commands.h"
#include "app/cli/instances/storedregistry.h"
#include "app/cli/process/console.h"
#include "app/cli/teamserver/storedteamservers.h"
#include "core/domain/text/visibletext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

class InstancesRunner final
{
public:
    explicit InstancesRunner(const CommandContext &context)
        : m_context(context)
    { }

    ExitCode operator()(const InstancesAddCall &call) const { return runAdd(call, m_context); }
    ExitCode operator()(const InstancesListCall &call) const { return runList(call, m_context); }
    ExitCode operator()(const InstancesTestCall &call) const { return runTest(call, m_context); }
    ExitCode operator()(const InstancesRenameCall &call) const { return runRename(call, m_context); }
    ExitCode operator()(const InstancesRemoveCall &call) const { return runRemove(call, m_context); }
    ExitCode operator()(const InstancesImportCall &call) const { return runImport(call, m_context); }
    ExitCode operator()(const InstancesWhoamiCall &call) const { return runWhoami(call, m_context); }

private:
    const CommandContext &m_context;
};

/// A line of the list: an Argo CD instance or a team server.
struct Row
{
    Instance place;
    QString kind;   ///< "argocd", or the kind of the team server
    QString signIn; ///< for display
};

std::vector<Row> rowsOf(const InstanceRegistry &registry, const TeamServerRegistry &servers)
{
    std::vector<Row> rows;
    for (const auto &instance : registry.instances())
        rows.push_back({instance, u"argocd"_s, nameOf(instance.signIn)});
    for (const auto &server : servers.servers())
        rows.push_back({server.place, nameOf(server.kind), kindText(server)});
    return rows;
}

QByteArray listJson(const std::vector<Row> &rows)
{
    QJsonArray list;
    for (const auto &row : rows)
        list.append(QJsonObject{{u"name"_s, row.place.name},
                                {u"kind"_s, row.kind},
                                {u"url"_s, addressText(row.place)},
                                {u"signIn"_s, nameOf(row.place.signIn)},
                                {u"colour"_s, row.place.colour},
                                {u"paused"_s, row.place.paused}});
    return visibleJson(QJsonDocument(list).toJson(QJsonDocument::Compact)) + '\n';
}

QByteArray listText(const std::vector<Row> &rows)
{
    qsizetype nameWidth = 4;
    qsizetype urlWidth = 3;
    for (const auto &row : rows) {
        nameWidth = std::max(nameWidth, visibleLine(row.place.name).size());
        urlWidth = std::max(urlWidth, visibleLine(addressText(row.place)).size());
    }
    const auto line = [&](const QString &name, const QString &url, const QString &rest) {
        return name.leftJustified(nameWidth) + u"  "_s + url.leftJustified(urlWidth) + u"  "_s + rest + u'\n';
    };
    auto text = line(u"NAME"_s, u"URL"_s, u"SIGN-IN"_s);
    for (const auto &row : rows)
        text += line(visibleLine(row.place.name), visibleLine(addressText(row.place)),
                     row.signIn + (row.place.paused ? u", paused"_s : QString()));
    return text.toUtf8();
}

} // namespace

ExitCode runCommand(const InstancesCall &call, const CommandContext &context)
{
    return std::visit(InstancesRunner(context), call.call);
}

ExitCode runList(const InstancesListCall &call, const CommandContext &context)
{
    const auto registry = openRegistry(context.clock);
    const auto rows = rowsOf(*registry, *openTeamServers());
    if (call.output.format == OutputFormat::Json)
        return writeOutput(listJson(rows)) ? ExitCode::Done : ExitCode::Usage;
    if (rows.empty()) {
        writeError("lynceus: no instances; add one with: lynceus instances add NAME URL\n");
        return ExitCode::Done;
    }
    return writeOutput(listText(rows)) ? ExitCode::Done : ExitCode::Usage;
}

ExitCode runRename(const InstancesRenameCall &call, const CommandContext &context)
{
    const auto opened = openRegistryForChange(context.clock);
    if (!opened)
        return reportError(opened.error());
    const auto &registry = *opened;
    const auto servers = openTeamServers();
    if (const auto *server = servers->named(call.from)) {
        const auto id = server->place.id;
        const auto before = server->place.name;
        if (const auto renamed = servers->rename(id, call.to, registry->instances()); !renamed)
            return reportError(renamed.error());
        writeErrorLine(u"lynceus: renamed %1 to %2"_s.arg(before, servers->withId(id)->place.name));
        return ExitCode::Done;
    }
    if (servers->named(call.to))
        return reportError(
            {Error::Kind::BadInput, call.to, u"a team server has this name; use another one"_s, false, 0});
    const auto chosen = chosenInstances(*registry, *servers, call.from);
    if (!chosen)
        return reportError(chosen.error());
    if (const auto renamed = registry->rename(chosen->front().id, call.to); !renamed)
        return reportError(renamed.error());
    writeErrorLine(
        u"lynceus: renamed %1 to %2"_s.arg(chosen->front().name, registry->withId(chosen->front().id)->name));
    return ExitCode::Done;
}

} // namespace lynceus
