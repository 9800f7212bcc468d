#pragma once

#include "app/cli/applications/inspection.h"
#include "app/cli/options/options.h"
#include "app/cli/process/console.h"
#include "app/cli/verbs/applicationsearch.h"
#include "app/cli/verbs/verbsession.h"
#include "core/engine/argocdclient.h"

namespace lynceus {

/// What `status`, `tree` and `explain` have in common: find the application, read it once, show it.
/// A part that the account may not see (403) is left out of the inspection with its error; any other error ends the
/// verb.
class InspectSession : public VerbSession
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
    /// Everything was read: prints and ends, now or later.
    virtual void show(const Inspection &inspection) = 0;

    [[nodiscard]] const InspectOptions &options() const { return m_options; }
    [[nodiscard]] ArgoCdClient &client() { return m_client; }

private:
    void readApplication(const FoundApplication &found);
    void readParts();
    void readTree();
    void readManaged();
    void readCommit();
    void partRead();
    void fail(const Error &error);

    InspectOptions m_options;
    Parts m_parts;
    Inspection m_inspection;
    int m_awaited = 0;
    bool m_hasFailed = false;
    ArgoCdClient m_client; // requests that end with it use what stands above
    ApplicationFinder m_finder;
};

/// Finds out which server has the application, and runs a session of type @p Session on it.
template<typename Session, typename... More>
[[nodiscard]] ExitCode inspectWith(InspectOptions options, const Clock &clock, const More &...more)
{
    const auto servers = Servers::open(options.server, clock);
    if (!servers)
        return reportError(servers.error());
    const auto projects = options.project.isEmpty() ? QStringList() : QStringList(options.project);
    auto located = locate(**servers, options.application, projects, clock);
    if (!located)
        return located.error();
    options.application = {located->connection.instance, {located->found.key.nameSpace, located->found.key.name}};
    if (options.project.isEmpty())
        options.project = located->found.project;
    Session session(options, std::move(located->connection), clock, more...);
    return execute(session);
}

} // namespace lynceus
