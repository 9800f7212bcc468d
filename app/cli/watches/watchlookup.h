#pragma once

#include "app/cli/watches/storedwatches.h"
#include "core/domain/watch/watchdetails.h"
#include "core/io/ipc/ownerclient.h"

#include <QObject>

#include <functional>
#include <memory>

namespace lynceus {

/// Reads the user's watches for commands: from the process that owns the engine, otherwise from the store. An owner
/// that does not respond is reported on standard error, and the store is read instead; it is at most a second older.
/// Incomplete responses of the owner are discarded.
class WatchLookup final : public QObject
{
    Q_OBJECT
public:
    /// Called once, possibly synchronously. Errors: those of StoredWatches.
    template<typename T>
    using Then = std::function<void(const Result<T> &)>;
    using Records = std::vector<WatchRecord>;

    /// How long to wait for a silent owner: the store has nearly the same data.
    static constexpr std::chrono::milliseconds kPatience{3'000};

    // Call only one of these, once.
    void board(Then<Records> then);
    void history(const HistoryQuery &query, Then<Records> then);
    /// NotFound: unknown id.
    void details(const QString &id, Then<WatchDetails> then);

private:
    struct FromStore
    {
        std::function<Result<Records>(StoredWatches &)> read;
        /// The number of records, including unreadable ones; if null, all are read to find out.
        std::function<Result<int>(StoredWatches &)> count;
    };

    [[nodiscard]] bool hasOwner();
    /// Prints why the store is used, if necessary.
    void sayWhy(const Error &error) const;
    /// The owner omits unreadable records; checks the store for them.
    static void sayWhatIsMissing(const FromStore &fromStore, std::size_t reported);
    void askForRecords(const QString &command, const QCborMap &arguments, FromStore fromStore, Then<Records> then);

    std::unique_ptr<OwnerClient> m_owner;
    Records m_records; ///< parts received so far
    bool m_isBroken = false;
};

} // namespace lynceus
