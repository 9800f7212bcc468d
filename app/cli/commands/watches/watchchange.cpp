#include "app/cli/commands/commands.h"
#include "app/cli/process/console.h"
#include "app/cli/sessions/watchchangesession.h"
#include "app/cli/watches/storedwatches.h"
#include "core/domain/watch/watchrequests.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Applies the same change to one watch after the other. A failure is reported on one line and does not stop the
/// others.
class EachSession final : public WatchChangeSession
{
public:
    using Change = std::function<void(WatchChanges &, const QString &id, WatchChanges::Done)>;

    /// @p followed: the changed watches must be followed by a process.
    EachSession(const OwnerPlace &place, const Clock &clock, QStringList ids, Change change, bool followed)
        : WatchChangeSession(place, clock)
        , m_ids(std::move(ids))
        , m_change(std::move(change))
        , m_followed(followed)
    { }

private:
    void start() override
    {
        if (m_ids.isEmpty())
            return m_followed && m_anyDone ? endFollowed(m_code) : end(m_code);
        m_change(changes(), m_ids.takeFirst(), [this](const Result<QStringList> &done) {
            if (done)
                m_anyDone = true;
            else if (const auto code = reportError(done.error()); m_code == ExitCode::Done)
                m_code = code;
            start();
        });
    }

    QStringList m_ids; ///< watches still to be changed
    Change m_change;
    bool m_followed;
    bool m_anyDone = false;
    ExitCode m_code = ExitCode::Done;
};

class RepeatSession final : public WatchChangeSession
{
public:
    RepeatSession(const OwnerPlace &place, const Clock &clock, std::vector<WatchRequest> requests,
                  const OutputOptions &output)
        : WatchChangeSession(place, clock)
        , m_requests(std::move(requests))
        , m_output(output)
    { }

private:
    void start() override { add(m_requests, m_output); }

    std::vector<WatchRequest> m_requests;
    OutputOptions m_output;
};

ExitCode runForEach(const QStringList &ids, const CommandContext &context, EachSession::Change change, bool followed)
{
    const auto place = ownerPlace();
    if (!place)
        return reportError(place.error());
    EachSession session(*place, context.clock, ids, std::move(change), followed);
    return execute(session, context, kRequestTimeout);
}

} // namespace

ExitCode runCommand(const WatchExtendOptions &options, const CommandContext &context)
{
    const auto extend = [by = options.by](WatchChanges &changes, const QString &id, WatchChanges::Done done) {
        changes.extend(id, by, std::move(done));
    };
    return runForEach(options.ids, context, extend, true);
}

ExitCode runCommand(const WatchCancelOptions &options, const CommandContext &context)
{
    const auto cancel = [](WatchChanges &changes, const QString &id, WatchChanges::Done done) {
        changes.cancel(id, std::move(done));
    };
    return runForEach(options.ids, context, cancel, false);
}

ExitCode runCommand(const WatchRepeatOptions &options, const CommandContext &context)
{
    const auto place = ownerPlace();
    if (!place)
        return reportError(place.error());
    auto stored = StoredWatches::open();
    if (!stored)
        return reportError(stored.error());
    std::vector<WatchRecord> records;
    for (const auto &id : options.ids) {
        auto watch = stored->watch(id);
        if (!watch)
            return reportError(watch.error());
        records.push_back(std::move(watch->record));
    }
    RepeatSession session(*place, context.clock, repeatedRequests(records), options.output);
    return execute(session, context, kRequestTimeout);
}

} // namespace lynceus
