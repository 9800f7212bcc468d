#pragma once

#include "app/cli/watches/storedwatches.h"
#include "core/domain/watch/watchdetails.h"
#include "core/io/ipc/ownerclient.h"

#include <QObject>

#include <functional>
#include <memory>

namespace lynceus {

/// What commands look at of the person's watches: what the process that owns the engine knows at this moment; else what
/// the last owner wrote down. An owner that does not answer is named on standard error, and the store answers for it,
/// at most a second older. Nothing of an answer that is not whole is told.
class WatchLookup final : public QObject
{
    Q_OBJECT
public:
    /// Once, perhaps from within the call. Errors: those of StoredWatches.
    template<typename T>
    using Then = std::function<void(const Result<T> &)>;
    using Records = std::vector<WatchRecord>;

    /// How long an owner may be silent: the store knows nearly as much.
    static constexpr std::chrono::milliseconds kPatience{3'000};

    // One of them, once.
    void board(Then<Records> then);
    void history(const HistoryQuery &query, Then<Records> then);
    /// NotFound: there is no such watch.
    void story(const QString &id, Then<WatchDetails> then);

private:
    struct FromStore
    {
        std::function<Result<Records>(StoredWatches &)> read;
        /// How many there are, with those that cannot be read; without it all of them are read to find out.
        std::function<Result<int>(StoredWatches &)> count;
    };

    [[nodiscard]] bool hasOwner();
    /// Says why the store answers, if that needs saying.
    void sayWhy(const Error &error) const;
    /// The owner leaves out what it cannot read: the store beside it knows whether there is any.
    static void sayWhatIsMissing(const FromStore &fromStore, std::size_t told);
    void askForRecords(const QString &command, const QCborMap &arguments, FromStore fromStore, Then<Records> then);

    std::unique_ptr<OwnerClient> m_owner;
    Records m_records; ///< the parts that came
    bool m_isBroken = false;
};

} // namespace lynceus
