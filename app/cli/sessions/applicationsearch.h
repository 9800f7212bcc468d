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

/// An application and the server that has it.
struct LocatedApplication
{
    ServerConnection connection;
    FoundApplication found;
};

/// What several servers said to the question for one application.
struct SearchAnswer
{
    QString instance;
    Result<FoundApplication> found;
};

/// Servers that say nothing for so long after the last one that did are not waited for with what is there: whoever has
/// many instances should not look at nothing because one of them hangs. With what it takes to sort and print, below a
/// fifth of a second.
inline constexpr Duration kAppsQuiet{150};

/// The one that is meant. Errors: BadInput with all candidates as `INSTANCE:NAMESPACE/NAME` if several have it, or if
/// one of them has several; NotFound if all answered that they have none; else the first error of one that could not
/// answer, naming it: it may have the application.
[[nodiscard]] Result<FoundApplication> pickAmongServers(const std::vector<SearchAnswer> &answers,
                                                        const ApplicationAddress &address);

/// Looks for one application on several servers at once, because its name does not say the instance. Servers that
/// could not answer are named on standard error, also if the application was found elsewhere.
class ApplicationSearch final : public CommandSession
{
    Q_OBJECT
public:
    /// How long servers may take that say nothing, while others have answered.
    static constexpr Duration kPatience{15'000};

    ApplicationSearch(Servers &servers, ApplicationAddress address, const QStringList &projects, const Clock &clock);
    ~ApplicationSearch() override;

    /// After it ended with Done.
    [[nodiscard]] const LocatedApplication &located() const { return *m_located; }

private:
    struct Question;

    void start() override;
    void ask(Question &question, ServerConnection connection);
    void settle(Question &question, Result<FoundApplication> found);
    void timeOut() override;
    /// @p after: how long they were silent.
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

/// What may not exist yet, or may be an ApplicationSet, cannot be looked for on several servers. BadInput: @p name must
/// say which.
[[nodiscard]] Result<void> checkAwaited(const Servers &servers, const WaitOptions &options,
                                        const ApplicationName &name);

/// Which server has @p name: the one that it says, the only one there is, or the one that is found to have it.
/// In the latter case the application was found with it; else `found` has the parts of the name only.
/// @p limit: of the command, see execute(). Says why on standard error if it cannot be told; the error is how to exit.
[[nodiscard]] tl::expected<LocatedApplication, ExitCode> locate(Servers &servers, const ApplicationName &name,
                                                                const QStringList &projects,
                                                                const CommandContext &context, Duration limit);

} // namespace lynceus
