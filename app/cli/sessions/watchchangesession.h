#pragma once

#include "app/cli/options/options.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/watches/watchchanges.h"

namespace lynceus {

/// A command that changes watches, and that sees to it that somebody follows them.
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
    /// Registers all or none, prints their ids, and ends.
    void add(const std::vector<WatchRequest> &requests, const OutputOptions &output);
    /// Ends with @p code, after a daemon was started if nobody follows what was changed.
    void endFollowed(ExitCode code);

private:
    WatchChanges m_changes;
    std::optional<ExitCode> m_done; ///< all is changed; only a daemon is awaited
};

} // namespace lynceus
