#pragma once

#include "app/cli/applications/inspection.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"
#include "app/cli/process/console.h"
#include "app/cli/sessions/applicationsearch.h"
#include "app/cli/sessions/commandsession.h"
#include "core/engine/clients/argocdclient.h"

namespace lynceus {

/// Common base of `status`, `tree` and `explain`: finds the application, reads it once and shows it. A part that the
/// account may not see (403) is left out of the inspection and its error kept; any other error ends the command.
class InspectSession : public CommandSession
{
    Q_OBJECT
public:
    struct Parts
    {
        bool tree = false;
        bool managed = false;
        bool commit = false;
    };

    InspectSession(InspectOptions options, ServerConnection connection, const Clock &clock, Parts parts);
    ~InspectSession() override;

protected:
    void start() override;
    /// Shows what is known if only the commit is missing.
    void timeOut() override;
    /// Ends with the error that @p question was not answered in time.
    void failUnanswered(const QString &question);
    /// True after all required data was read and show() was called.
    [[nodiscard]] bool isShown() const { return m_isShown; }
    /// Called when all data was read: prints and ends, now or later.
    virtual void show(const Inspection &inspection) = 0;

    [[nodiscard]] const InspectOptions &options() const { return m_options; }
    [[nodiscard]] ArgoCdClient &client() { return m_client; }
    [[nodiscard]] const WayToServer &way() const { return m_connection.way; }

private:
    void readApplication(const FoundApplication &found);
    void readParts();
    void readTree();
    void readManaged();
    void readCommit();
    void partRead(const QString &part);
    void showOnce();
    void fail(const Error &error);

    InspectOptions m_options;
    ServerConnection m_connection;
    Parts m_parts;
    Inspection m_inspection;
    QStringList m_open; ///< requested and not answered yet
    bool m_isShown = false;
    bool m_hasFailed = false;
    ArgoCdClient m_client; // its pending requests use the members above
    ApplicationFinder m_finder;
};

/// Determines the server that has the application and runs a session of type @p Session on it.
template<typename Session, typename... More>
[[nodiscard]] ExitCode inspectWith(InspectOptions options, const CommandContext &context, const More &...more)
{
    const auto limit = options.server.requestTimeout;
    const auto servers = Servers::open(options.server, context.clock);
    if (!servers)
        return reportError(servers.error());
    const auto projects = options.project.isEmpty() ? QStringList() : QStringList(options.project);
    auto located = locate(**servers, options.application, projects, context, limit);
    if (!located)
        return located.error();
    options.application = {located->connection.instance, {located->found.key.nameSpace, located->found.key.name}};
    if (options.project.isEmpty())
        options.project = located->found.project;
    Session session(options, std::move(located->connection), context.clock, more...);
    return execute(session, context, limit);
}

} // namespace lynceus
