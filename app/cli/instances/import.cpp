#include "app/cli/instances/instances.h"
#include "app/cli/instances/storedregistry.h"
#include "app/cli/process/console.h"
#include "app/cli/process/question.h"
#include "app/cli/servers/storedsignins.h"
#include "app/cli/sessions/commandsession.h"
#include "core/engine/instances/contextimport.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Adds the chosen contexts and prints their names as instances.
class ImportSession final : public CommandSession
{
public:
    ImportSession(InstanceRegistry &registry, const QString &file, const QStringList &names, bool takesTokens,
                  const Clock &clock)
        : m_registry(registry)
        , m_signIns(clock)
        , m_file(file)
        , m_names(names)
        , m_takesTokens(takesTokens)
    { }

    [[nodiscard]] bool isWritten() const { return m_isWritten; }

private:
    void start() override
    {
        std::ignore =
            importContexts(m_registry, m_signIns.keychain(), m_file, m_names, m_takesTokens, this)
                .then(this, [this](const Result<QStringList> &ids) {
                    if (!ids)
                        return fail(ids.error());
                    const QSet<QString> added(ids->begin(), ids->end());
                    for (const auto &instance : m_registry.instances()) { // in the order of the file
                        if (added.contains(instance.id))
                            m_isWritten =
                                writeOutputLine(u"%1: %2"_s.arg(instance.name, addressText(instance))) && m_isWritten;
                    }
                    end(ExitCode::Done);
                });
    }

    void timeOut() override
    {
        fail({Error::Kind::TimedOut, u"the keychain"_s, u"no response within %1"_s.arg(formatDuration(limit())), true,
              0});
    }

    void fail(Error error)
    {
        error.message += u"; nothing was imported"_s;
        end(reportError(error));
    }

    InstanceRegistry &m_registry;
    StoredSignIns m_signIns;
    QString m_file;
    QStringList m_names;
    bool m_takesTokens;
    bool m_isWritten = true;
};

/// Removes all contexts except those with these names; empty: keeps all. NotFound for an unknown name.
Result<void> keepOnly(std::vector<ImportableContext> &contexts, const QStringList &names)
{
    if (names.isEmpty())
        return {};
    QSet<QString> missing(names.begin(), names.end());
    const auto wanted = missing;
    for (const auto &context : contexts)
        missing.remove(context.name);
    for (const auto &name : names) {
        if (missing.contains(name))
            return tl::unexpected(Error{Error::Kind::NotFound, name,
                                        u"the file does not contain this context; nothing was imported"_s, false, 0});
    }
    std::erase_if(contexts, [&wanted](const ImportableContext &one) { return !wanted.contains(one.name); });
    return {};
}

/// Prints skipped contexts and warnings; returns the names of the rest.
QStringList chosenNames(const std::vector<ImportableContext> &contexts)
{
    QStringList names;
    for (const auto &context : contexts) {
        if (!context.problem.isEmpty()) {
            reportWarning(u"context \"%1\" was skipped: %2"_s.arg(context.name, context.problem));
            continue;
        }
        if (!context.note.isEmpty())
            reportWarning(u"%1: %2"_s.arg(context.instance.name, context.note));
        names.append(context.name);
    }
    return names;
}

/// Confirmed by the option or by the user; without a terminal, no.
bool isWanted(bool option, const QString &question, Interruption &interruption)
{
    return option || askYesOrNo(question, interruption).value_or(false);
}

} // namespace

ExitCode runImport(const InstancesImportCall &call, const CommandContext &context)
{
    const auto opened = openRegistryForChange(context.clock);
    if (!opened)
        return reportError(opened.error());
    const auto &registry = *opened;
    const auto text = contextsText(call.file);
    if (!text) // a missing file counts as unreadable input here, not as an unknown application
        return reportError({Error::Kind::BadInput, text.error().asked, text.error().message, false, 0});
    auto contexts = importableContexts(call.file, registry->instances());
    if (!contexts)
        return reportError(contexts.error());
    if (const auto chosen = keepOnly(*contexts, call.contexts); !chosen)
        return reportError(chosen.error());
    const auto names = chosenNames(*contexts);
    if (names.isEmpty()) {
        writeError("lynceus: nothing to import\n");
        return ExitCode::Done;
    }
    const bool hasTokens = std::ranges::any_of(*contexts, &ImportableContext::hasToken);
    const bool takesTokens = hasTokens
        && isWanted(call.tokens, u"Store their tokens in the keychain? You do not need to sign in until they expire."_s,
                    context.interruption);
    ImportSession session(*registry, call.file, names, takesTokens, context.clock);
    auto code = execute(session, context.restarted(), kRequestTimeout); // the time for questions does not count
    if (code != ExitCode::Done)
        return code;
    if (!session.isWritten())
        code = reportUnwritten(u"the instances were imported"_s);
    if (!hasTokens)
        return code;
    if (!takesTokens) {
        writeError("lynceus: the tokens were not imported; sign in with lynceus login NAME\n");
        return code;
    }
    if (!isWanted(call.removeTokens, u"Remove the tokens from that file? The argocd CLI must then sign in again."_s,
                  context.interruption))
        return code;
    if (const auto removed = removeImportedTokens(call.file, *text); !removed)
        return reportError(removed.error());
    writeError("lynceus: removed the tokens from that file\n");
    return code;
}

} // namespace lynceus
