#include "app/cli/watches/watchchanges.h"

#include "app/cli/process/console.h"
#include "core/engine/clients/workers.h"
#include "core/engine/follow/followregistry.h"
#include "core/engine/watches/retention.h"
#include "core/engine/watches/watchregistry.h"
#include "core/io/ipc/ownerlock.h"
#include "core/io/process/ownprogram.h"
#include "core/io/settings/preferencesfile.h"
#include "core/io/store/database/storefolder.h"
#include "core/io/store/encoding/codec.h"

#include <QCborArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::chrono::milliseconds kTryAgain{50};
constexpr auto kAdd = "watch-add"_L1;
constexpr auto kAddNewer = "watch-add-any"_L1;
constexpr auto kAddWithChildren = "watch-add-children"_L1;
constexpr auto kIdle = "10m"_L1; // how long a background service started by a command stays without a watch

QCborMap argumentsOf(const std::vector<WatchRequest> &requests)
{
    QCborArray all;
    for (const auto &request : requests)
        all.append(toCbor(request));
    return {{u"requests"_s, all}};
}

/// Owners of earlier versions ignore unknown fields: they must not mistake such a request for another one.
QLatin1StringView commandFor(const std::vector<WatchRequest> &requests)
{
    if (std::ranges::any_of(requests, &WatchRequest::withChildren))
        return kAddWithChildren;
    const bool isNewer = std::ranges::any_of(
        requests, [](const WatchRequest &request) { return request.waitForApp || !request.version.isImages(); });
    return isNewer ? kAddNewer : kAdd;
}

Error tooOld(const OwnerClient &owner, const QString &what)
{
    return {Error::Kind::BadInput, u"the running Lynceus (%1 %2)"_s.arg(owner.role(), owner.version()),
            u"it is older than this command and does not support %1; quit it and try again"_s.arg(what), false, 0};
}

QStringList idsIn(const QCborMap &answer)
{
    QStringList ids;
    for (const auto &id : answer.value(u"ids"_s).toArray())
        ids += id.toString();
    return ids;
}

} // namespace

WatchChanges::WatchChanges(OwnerPlace place, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_clock(clock)
{
    m_again.setSingleShot(true);
    m_again.callOnTimeout(this, &WatchChanges::tryOnce);
}

WatchChanges::~WatchChanges() = default;

void WatchChanges::add(const std::vector<WatchRequest> &requests, Done done)
{
    begin({commandFor(requests), argumentsOf(requests),
           [this, requests] { return changeWatches([&](WatchRegistry &registry) { return registry.add(requests); }); },
           std::move(done)});
}

void WatchChanges::extend(const QString &id, Duration by, Done done)
{
    begin({u"watch-extend"_s,
           {{u"id"_s, id}, {u"by"_s, qint64{by.count()}}},
           [this, id, by] {
               return changeWatches(
                   [&](WatchRegistry &registry) { return registry.extend(id, by).map([] { return QStringList(); }); });
           },
           std::move(done)});
}

void WatchChanges::cancel(const QString &id, Done done)
{
    begin({u"watch-cancel"_s,
           {{u"id"_s, id}},
           [this, id] {
               return changeWatches(
                   [&](WatchRegistry &registry) { return registry.cancel(id).map([] { return QStringList(); }); });
           },
           std::move(done)});
}

void WatchChanges::saveRule(const FollowRule &rule, Done done)
{
    begin({u"follow-save"_s,
           {{u"rule"_s, toCbor(rule)}},
           [this, rule] { return changeRules([&](FollowRegistry &registry) { return registry.save(rule); }); },
           std::move(done)});
}

void WatchChanges::removeRule(const QString &name, Done done)
{
    begin({u"follow-remove"_s,
           {{u"name"_s, name}},
           [this, name] { return changeRules([&](FollowRegistry &registry) { return registry.remove(name); }); },
           std::move(done)});
}

void WatchChanges::begin(Change change)
{
    m_change = std::move(change);
    m_patience.setRemainingTime(kPatience);
    m_again.start(0);
}

void WatchChanges::tryOnce()
{
    OwnerLock lock(m_place);
    const auto locked = lock.tryLock();
    if (locked && !*locked)
        return askOwner();
    m_hasOwner = false;
    const auto changed = locked ? m_change.inStore() : tl::unexpected(locked.error());
    lock.release();
    settle(changed);
}

void WatchChanges::askOwner()
{
    m_client = std::make_unique<OwnerClient>(m_place);
    m_client->ask(m_change.command, m_change.arguments, this, [this](const Result<QCborMap> &answer) {
        const bool isGone = !answer && answer.error().kind == Error::Kind::Unreachable;
        if (isGone && !m_patience.hasExpired()) // starting or ending: then there will be a socket, or the lock is free
            return m_again.start(kTryAgain);
        m_hasOwner = true;
        const bool isUnknown = !answer && answer.error().asked == m_change.command;
        if (isUnknown && m_change.command == kAddNewer)
            return settle(
                tl::unexpected(tooOld(*m_client, u"--wait-for-app, --revision, --chart-version and --next"_s)));
        if (isUnknown && m_change.command == kAddWithChildren)
            return settle(tl::unexpected(tooOld(*m_client, u"watches with --with-children"_s)));
        if (isUnknown && m_change.command.startsWith("follow"_L1))
            return settle(tl::unexpected(tooOld(*m_client, u"follow rules"_s)));
        settle(answer.map(&idsIn));
    });
}

/// The lock must be held.
Result<QStringList> WatchChanges::changeRules(const std::function<Result<void>(FollowRegistry &)> &change)
{
    const auto opened = WatchStore::open(storeFile(), m_clock.now()); // creates and migrates the store
    if (!opened)
        return tl::unexpected(opened.error());
    for (const auto &notice : opened->notices)
        reportWarning(notice);
    auto store = FollowStore::open(storeFile());
    if (!store)
        return tl::unexpected(store.error());
    FollowRegistry registry({}, m_clock);
    if (auto read = registry.setStore(*std::move(store)); !read)
        return tl::unexpected(read.error());
    return change(registry).map([] { return QStringList(); });
}

/// The lock must be held.
Result<QStringList> WatchChanges::changeWatches(const std::function<Result<QStringList>(WatchRegistry &)> &change)
{
    auto opened = WatchStore::open(storeFile(), m_clock.now());
    if (!opened)
        return tl::unexpected(opened.error());
    for (const auto &notice : std::as_const(opened->notices))
        reportWarning(notice);
    Workers workers;
    InstanceClients nobody(m_clock, workers); // no clients: watches are only stored here, not followed
    WatchRegistry registry(*opened->store, nobody, m_clock);
    registry.setRetention([] { return retentionOf(storedPreferences(PreferencesFile::usualName())); });
    QStringList troubles;
    connect(&registry, &WatchRegistry::noticeRaised, &registry, [&](const QString &sentence) { troubles += sentence; });
    if (const auto restored = registry.restore(); !restored)
        return tl::unexpected(restored.error());
    auto changed = change(registry);
    registry.flush();
    if (changed && !troubles.isEmpty())
        return badInput(troubles.front(), storeFile());
    return changed;
}

void WatchChanges::settle(const Result<QStringList> &result)
{
    if (const auto done = std::exchange(m_change.done, nullptr))
        done(result);
}

void WatchChanges::startFollowing(const std::function<void(bool)> &done)
{
    if (!startOwnProgram({u"daemon"_s, u"--idle"_s, QString(kIdle)})) {
        QMetaObject::invokeMethod(
            this, [done] { done(false); }, Qt::QueuedConnection);
        return;
    }
    m_patience.setRemainingTime(kPatience);
    findOwner(done);
}

void WatchChanges::findOwner(const std::function<void(bool)> &done)
{
    m_client = std::make_unique<OwnerClient>(m_place);
    connect(m_client.get(), &OwnerClient::greeted, this, [done] { done(true); });
    connect(m_client.get(), &OwnerClient::lost, this, [this, done] {
        if (m_patience.hasExpired())
            return done(false);
        QTimer::singleShot(kTryAgain, this, [this, done] { findOwner(done); });
    });
}

} // namespace lynceus
