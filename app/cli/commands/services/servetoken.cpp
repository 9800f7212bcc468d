#include "app/cli/commands/commands.h"
#include "app/cli/commands/services/serve.h"
#include "app/cli/process/console.h"
#include "app/serve/serveconfig.h"
#include "core/domain/time/time.h"
#include "core/io/tasks/taskstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

ExitCode create(TaskStore &store, const QString &name)
{
    const auto token = store.deployTokens().create(name);
    if (!token)
        return reportError(token.error());
    if (!writeOutput(token->reveal() + '\n')) {
        const auto code = reportUnwritten(u"the token %1 was created"_s.arg(name));
        writeErrorLine(u"Revoke it: lynceus serve token revoke %1"_s.arg(name));
        return code;
    }
    writeErrorLine(u"Keep this token now: it cannot be shown again."_s);
    return ExitCode::Done;
}

QString shown(const std::optional<Instant> &instant)
{
    return instant ? formatRfc3339(*instant) : u"-"_s;
}

ExitCode list(TaskStore &store)
{
    const auto tokens = store.deployTokens().all();
    if (!tokens)
        return reportError(tokens.error());
    std::vector<QStringList> rows{{u"NAME"_s, u"CREATED"_s, u"REVOKED"_s, u"TASKS"_s, u"LAST TASK"_s}};
    for (const auto &token : *tokens)
        rows.push_back({token.name, shown(token.created), shown(token.revoked), QString::number(token.tasks),
                        shown(token.usedAt)});
    for (const auto &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            qsizetype width = 0;
            for (const auto &other : rows)
                width = std::max(width, other.at(column).size());
            line += column + 1 < row.size() ? row.at(column).leftJustified(width + 2) : row.at(column);
        }
        if (!writeOutputLine(line))
            return ExitCode::Usage;
    }
    return ExitCode::Done;
}

ExitCode revoke(TaskStore &store, const QString &name)
{
    const auto revoked = store.deployTokens().revoke(name);
    if (!revoked)
        return reportError(revoked.error());
    if (*revoked)
        return ExitCode::Done;
    reportError({Error::Kind::NotFound, name,
                 u"no token of this name is valid; list them with \"lynceus serve token list\""_s, false, 0});
    return ExitCode::Gone;
}

} // namespace

ExitCode runCommand(const ServeTokenOptions &options, const CommandContext &context)
{
    if (options.action == ServeTokenOptions::Action::Create) { // errors of the command itself come first
        if (const auto checked = checkTokenName(options.name); !checked)
            return reportError(checked.error());
    }
    const auto address = readServeDatabase(serveConfigFile(options.configFile), serveDatabase(options.database));
    if (!address)
        return reportError(address.error());
    const auto store = TaskStore::openExisting(*address, context.clock);
    if (!store) {
        auto error = store.error();
        error.asked.clear(); // the message already names the database
        return reportError(error);
    }
    switch (options.action) {
    case ServeTokenOptions::Action::Create:
        return create(**store, options.name);
    case ServeTokenOptions::Action::List:
        return list(**store);
    case ServeTokenOptions::Action::Revoke:
        return revoke(**store, options.name);
    }
    return ExitCode::Usage;
}

} // namespace lynceus
