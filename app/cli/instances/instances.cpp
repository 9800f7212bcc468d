#include "app/cli/instances/instances.h"

#include "app/cli/instances/storedregistry.h"
#include "app/cli/process/console.h"
#include "core/domain/base/visibletext.h"

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

QByteArray listJson(const std::vector<Instance> &instances)
{
    QJsonArray list;
    for (const auto &instance : instances)
        list.append(QJsonObject{{u"name"_s, instance.name},
                                {u"url"_s, addressText(instance)},
                                {u"signIn"_s, nameOf(instance.signIn)},
                                {u"colour"_s, instance.colour},
                                {u"paused"_s, instance.paused}});
    return visibleJson(QJsonDocument(list).toJson(QJsonDocument::Compact)) + '\n';
}

QByteArray listText(const std::vector<Instance> &instances)
{
    qsizetype nameWidth = 4;
    qsizetype urlWidth = 3;
    for (const auto &instance : instances) {
        nameWidth = std::max(nameWidth, visibleLine(instance.name).size());
        urlWidth = std::max(urlWidth, visibleLine(addressText(instance)).size());
    }
    const auto row = [&](const QString &name, const QString &url, const QString &rest) {
        return name.leftJustified(nameWidth) + u"  "_s + url.leftJustified(urlWidth) + u"  "_s + rest + u'\n';
    };
    auto text = row(u"NAME"_s, u"URL"_s, u"SIGN-IN"_s);
    for (const auto &instance : instances)
        text += row(visibleLine(instance.name), visibleLine(addressText(instance)),
                    nameOf(instance.signIn) + (instance.paused ? u", paused"_s : QString()));
    return text.toUtf8();
}

} // namespace

ExitCode runInstances(const InstancesCall &call, const CommandContext &context)
{
    return std::visit(InstancesRunner(context), call.call);
}

ExitCode runList(const InstancesListCall &call, const CommandContext &context)
{
    const auto book = openRegistry(context.clock);
    const auto &instances = book->instances();
    if (call.output.format == OutputFormat::Json)
        return writeOutput(listJson(instances)) ? ExitCode::Done : ExitCode::Usage;
    if (instances.empty()) {
        writeError("lynceus: no instances; add one with: lynceus instances add NAME URL\n");
        return ExitCode::Done;
    }
    return writeOutput(listText(instances)) ? ExitCode::Done : ExitCode::Usage;
}

ExitCode runRename(const InstancesRenameCall &call, const CommandContext &context)
{
    const auto book = openRegistry(context.clock);
    const auto chosen = chosenInstances(*book, call.from);
    if (!chosen)
        return reportError(chosen.error());
    if (const auto renamed = book->rename(chosen->front().id, call.to); !renamed)
        return reportError(renamed.error());
    writeErrorLine(u"lynceus: renamed %1 to %2"_s.arg(chosen->front().name, book->withId(chosen->front().id)->name));
    return ExitCode::Done;
}

} // namespace lynceus
