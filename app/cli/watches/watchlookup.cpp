#include "app/cli/watches/watchlookup.h"

#include "app/cli/process/console.h"
#include "core/io/store/encoding/codec.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Result<WatchDetails> detailsInStore(const QString &id)
{
    auto stored = StoredWatches::open();
    if (!stored)
        return tl::unexpected(stored.error());
    return stored->watch(id).map([](StoredWatch watch) {
        return WatchDetails{std::move(watch.record), std::move(watch.timeline)};
    });
}

void sayNotice(const QString &notice)
{
    if (!notice.isEmpty())
        reportWarning(notice);
}

Error unreadable()
{
    return {Error::Kind::Malformed, {}, u"its response is invalid"_s, false, 0};
}

} // namespace

bool WatchLookup::hasOwner()
{
    const auto place = ownerPlaceInUse();
    if (!place)
        return false;
    m_owner = std::make_unique<OwnerClient>(*place);
    m_owner->setDeadline(kPatience);
    return true;
}

void WatchLookup::sayWhy(const Error &error) const
{
    // No greeting: a stale socket, or an owner that is starting and knows no more than the store.
    const bool isNobody = error.kind == Error::Kind::Unreachable && m_owner->role().isEmpty();
    if (!isNobody)
        reportWarning(u"the running Lynceus: %1; showing the last stored state"_s.arg(error.message));
}

void WatchLookup::sayWhatIsMissing(const FromStore &fromStore, std::size_t reported)
{
    auto stored = StoredWatches::open();
    if (!stored)
        return; // the owner has the store and has already reported problems
    if (fromStore.count) {
        const auto count = fromStore.count(*stored);
        if (!count || std::size_t(*count) <= reported)
            return;
    }
    std::ignore = fromStore.read(*stored);
    sayNotice(stored->unreadableNotice());
}

void WatchLookup::board(Then<Records> then)
{
    askForRecords(u"watch-board"_s, {}, {[](StoredWatches &stored) { return stored.board(); }, nullptr},
                  std::move(then));
}

void WatchLookup::history(const HistoryQuery &query, Then<Records> then)
{
    askForRecords(u"watch-history"_s, {{u"query"_s, toCbor(query)}},
                  {[query](StoredWatches &stored) { return stored.history(query); },
                   [query](StoredWatches &stored) { return stored.countHistory(query); }},
                  std::move(then));
}

void WatchLookup::askForRecords(const QString &command, const QCborMap &arguments, FromStore fromStore,
                                Then<Records> then)
{
    const auto inStore = [fromStore]() -> Result<Records> {
        auto stored = StoredWatches::open();
        if (!stored)
            return tl::unexpected(stored.error());
        auto records = fromStore.read(*stored);
        sayNotice(stored->unreadableNotice());
        return records;
    };
    if (!hasOwner())
        return then(inStore());
    const auto take = [this](const QCborMap &part) {
        for (const auto &each : part.value(u"watches"_s).toArray()) {
            auto record = watchRecordFrom(each.toMap());
            if (record)
                m_records.push_back(*std::move(record));
            else
                m_isBroken = true;
        }
    };
    m_owner->ask(command, arguments, this, take,
                 [this, inStore, fromStore, then = std::move(then)](const Result<QCborMap> &answer) {
                     if (answer && !m_isBroken) {
                         sayWhatIsMissing(fromStore, m_records.size());
                         return then(std::move(m_records));
                     }
                     sayWhy(answer ? unreadable() : answer.error());
                     then(inStore());
                 });
}

void WatchLookup::details(const QString &id, Then<WatchDetails> then)
{
    if (!hasOwner())
        return then(detailsInStore(id));
    m_owner->ask(u"watch-story"_s, {{u"id"_s, id}}, this,
                 [this, id, then = std::move(then)](const Result<QCborMap> &answer) {
                     const auto details = answer ? watchDetailsFrom(*answer) : tl::unexpected(answer.error());
                     if (details)
                         return then(details);
                     if (details.error().kind == Error::Kind::NotFound)
                         return then(tl::unexpected(StoredWatches::notFound(id)));
                     sayWhy(answer ? unreadable() : details.error());
                     then(detailsInStore(id));
                 });
}

} // namespace lynceus
