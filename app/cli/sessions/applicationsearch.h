#pragma once

#include "app/cli/applications/applicationfinder.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"
#include "app/cli/servers/servers.h"
#include "app/cli/sessions/commandsession.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace lynceus {

/// An application and the server that it was found on.
struct LocatedApplication
{
    ServerConnection connection;
    FoundApplication found;
};

/// The response of one server to a search for an application.
struct SearchAnswer
{
    QString instance;
    Result<FoundApplication> found;
};

/// After the first response, wait this long for the next one before printing without the remaining servers: one server
/// that hangs must not delay the list. With sorting and printing, the total stays below 200 ms.
inline constexpr Duration kAppsQuiet{150};

/// Picks the application that was meant. Errors: BadInput with all candidates as `INSTANCE:NAMESPACE/NAME` if several
/// match; NotFound if all servers responded that they have none; otherwise the first error of a server that could not
/// respond, with its name, because it may have the application.
[[nodiscard]] Result<FoundApplication> pickAmongServers(const std::vector<SearchAnswer> &answers,
                                                        const ApplicationAddress &address);

/// Searches several servers for an application whose name does not include the instance. Servers that could not respond
/// are named on standard error, even if another one has the application.
class ApplicationSearch final : public CommandSession
{
    Q_OBJECT
public:
    /// How long to wait for silent servers after others have responded.
    static constexpr Duration kPatience{15'000};

    ApplicationSearch(Servers &servers, ApplicationAddress address, const QStringList &projects, const Clock &clock);
    ~ApplicationSearch() override;

    /// Only after the session ended with Done.
    [[nodiscard]] const LocatedApplication &located() const { return *m_located; }

private:
    struct Question;

    void start() override;
    void ask(Question &question, ServerConnection connection);
    void settle(Question &question, Result<FoundApplication> found);
    void timeOut() override;
    /// @p after: how long the servers were silent.
    void giveUpSilent(Duration after);
    void conclude();

    Servers &m_servers;
    ApplicationAddress m_address;
    QStringList m_projects;
    const Clock &m_clock;
    std::vector<std::unique_ptr<Question>> m_questions;
    QTimer m_patience;
    std::optional<LocatedApplication> m_located;
    bool m_isClosing = false;
};

/// An application that may not exist yet, or that may be an ApplicationSet, cannot be searched for on several servers.
/// BadInput: @p name must include the instance.
[[nodiscard]] Result<void> checkAwaited(const Servers &servers, const WaitOptions &options,
                                        const ApplicationName &name);

/// Determines the server of @p name: the instance in the name, the only server, or the one that a search finds. After a
/// search, `found` is the application; otherwise it has only the parts of the name. @p limit: of the command, see
/// execute(). Reports errors on standard error and returns the exit code.
[[nodiscard]] tl::expected<LocatedApplication, ExitCode> locate(Servers &servers, const ApplicationName &name,
                                                                const QStringList &projects,
                                                                const CommandContext &context, Duration limit);

} // namespace lynceus
