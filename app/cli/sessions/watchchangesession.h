#pragma once

#include "app/cli/options/options.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/watches/watchchanges.h"

namespace lynceus {

/// A command that changes watches and makes sure that a process follows them.
class WatchChangeSession : public CommandSession
{
    Q_OBJECT
public:
    WatchChangeSession(const OwnerPlace &place, const Clock &clock);
    ~WatchChangeSession() override;

    void interrupt() override;
    void timeOut() override;

protected:
    [[nodiscard]] WatchChanges &changes() { return m_changes; }
    /// Registers all or none, prints the ids and ends.
    void add(const std::vector<WatchRequest> &requests, const OutputOptions &output);
    /// Ends with @p code. Before that, starts the background service if no process follows the changed watches.
    void endFollowed(ExitCode code);

private:
    WatchChanges m_changes;
    std::optional<ExitCode> m_done; ///< all is changed; the background service is being started
};

} // namespace lynceus
