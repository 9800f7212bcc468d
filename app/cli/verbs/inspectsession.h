#pragma once

#include "app/cli/applications/inspection.h"
#include "app/cli/options/options.h"
#include "app/cli/process/console.h"
#include "app/cli/serverconnection.h"
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
    ArgoCdClient m_client;
    ApplicationFinder m_finder;
    Parts m_parts;
    Inspection m_inspection;
    int m_awaited = 0;
    bool m_hasFailed = false;
};

/// Opens the connection, says its warnings, and runs a session of type @p Session on it.
template<typename Session>
[[nodiscard]] ExitCode inspectWith(const InspectOptions &options, const Clock &clock)
{
    auto connection = openedConnection(options.server);
    if (connection) {
        if (auto known = checkInstance(options.application, *connection); !known)
            connection = tl::unexpected(known.error());
    }
    if (!connection)
        return reportError(connection.error());
    Session session(options, std::move(*connection), clock);
    return execute(session);
}

} // namespace lynceus
