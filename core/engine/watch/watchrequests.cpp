// What a WatchSession sends, and what it does with each answer.
#include "core/engine/watch/presence.h"
#include "core/engine/watch/watchsession.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// An answer from which no time could be learnt would begin the watch by our own clock, and its deadline with it.
Error clockWasSet()
{
    return {Error::Kind::TimedOut, {}, u"this computer's clock was changed while the server responded"_s, true, 0};
}

} // namespace

void WatchSession::learnTime()
{
    const auto serverNow = m_client.serverNow();
    const bool isKnown = m_client.serverClock().offset().has_value();
    const bool isOurs = !m_time.isAnchored() && !m_client.tellsTime(); // there is no other
    if (isKnown || isOurs)
        m_time.learn(serverNow);
}

template<typename T, typename Take>
void WatchSession::await(Fetch fetch, Duration sentAt, QObject *context, FutureAnswer<T> answer, Take take)
{
    m_plan.sent(fetch, sentAt);
    const bool anchored = m_time.isAnchored();
    const auto at = m_time.at(sentAt);
    const auto settle = [this, fetch, sentAt, context, anchored, at, take](const Result<Answer<T>> &settled) {
        std::erase(m_contexts[static_cast<std::size_t>(fetch)], context);
        context->deleteLater(); // it is who called
        const bool explains = fetch == Fetch::Commit || fetch == Fetch::Logs;
        if (m_finished || (m_closing && !explains))
            return;
        if (settled)
            learnTime();
        if (settled && m_time.isAnchored()) {
            m_plan.succeeded(fetch, sentAt, m_time.steady());
            // Before the first answer `at` was our own clock's.
            take(settled->value, anchored ? at : m_time.past(sentAt));
        } else {
            takeFailure(fetch, settled ? clockWasSet() : settled.error(), sentAt);
        }
        if (m_closing && !m_plan.isInFlight(Fetch::Commit) && !m_plan.isInFlight(Fetch::Logs))
            finish();
        step();
    };
    std::ignore = answer.then(context, settle);
}

QObject *WatchSession::contextFor(Fetch fetch)
{
    auto &contexts = m_contexts[static_cast<std::size_t>(fetch)];
    if (contexts.size() >= FetchPlan::kMostInFlight) {
        delete contexts.front(); // aborts its request
        contexts.pop_front();
        m_plan.abandoned(fetch);
    }
    return contexts.emplace_back(new QObject(this));
}

void WatchSession::send(Fetch fetch, Duration now)
{
    switch (fetch) {
    case Fetch::Application:
    case Fetch::Refresh:
        return sendApplication(fetch, now);
    case Fetch::Tree:
        return sendTree(now);
    case Fetch::Managed:
        return sendManaged(now);
    case Fetch::TreeStream:
        return openTreeStream(now);
    case Fetch::ApplicationStream:
        return openApplicationStream(now);
    case Fetch::SyncWindows:
        return sendSyncWindows(now);
    case Fetch::ApplicationSet:
        return sendApplicationSet(now);
    case Fetch::Presence:
        return sendPresence(now);
    case Fetch::Logs:
        return sendLogs(now);
    case Fetch::Commit:
        return sendCommit(now);
    case Fetch::ResourceEvents:
    case Fetch::ApplicationEvents:
        return sendEvents(fetch, now);
    }
}

void WatchSession::sendApplication(Fetch fetch, Duration now)
{
    const bool refresh = fetch == Fetch::Refresh;
    if (refresh)
        m_sources.refreshSent(m_time.at(now));
    auto *context = contextFor(fetch);
    auto answer =
        m_client.application(m_expectation.application, m_project, refresh ? Refresh::Normal : Refresh::None, context);
    await(fetch, now, context, std::move(answer),
          [this, refresh, now](const std::shared_ptr<const Application> &read, Instant at) {
              if (!m_access.everGood())
                  begin(*read);
              m_access.answered(Fetch::Application, m_time.now());
              if (refresh)
                  m_sources.refreshDone();
              takeApplication(read, now, at);
          });
}

void WatchSession::sendTree(Duration now)
{
    auto *context = contextFor(Fetch::Tree);
    await(Fetch::Tree, now, context, m_client.tree(m_expectation.application, m_project, context),
          [this, now](const std::shared_ptr<const ResourceTree> &read, Instant at) {
              m_access.answered(Fetch::Tree, m_time.now());
              takeTree(read, now, at);
          });
}

void WatchSession::sendManaged(Duration now)
{
    auto *context = contextFor(Fetch::Managed);
    await(Fetch::Managed, now, context, m_client.managedResources(m_expectation.application, m_project, context),
          [this, now](const std::shared_ptr<const ManagedResources> &read, Instant at) {
              m_access.answered(Fetch::Managed, m_time.now());
              if (m_sources.takeManaged(read, at) == WatchSources::Taken::Changed) {
                  m_plan.changed(Fetch::Managed, now);
                  m_news = true;
              }
          });
}

void WatchSession::sendSyncWindows(Duration now)
{
    auto *context = contextFor(Fetch::SyncWindows);
    await(Fetch::SyncWindows, now, context, m_client.syncWindows(m_expectation.application, m_project, context),
          [this](const std::shared_ptr<const SyncWindows> &read, Instant at) { m_sources.takeSyncWindows(read, at); });
}

void WatchSession::sendApplicationSet(Duration now)
{
    const auto &application = *m_sources.application();
    auto *context = contextFor(Fetch::ApplicationSet);
    await(Fetch::ApplicationSet, now, context,
          m_client.applicationSet(application.applicationSet, application.nameSpace, context),
          [this](const std::shared_ptr<const ApplicationSetProgress> &read, Instant at) {
              m_sources.takeApplicationSet(read, at);
              m_news = true;
          });
}

/// Before anybody is told that the application is gone.
void WatchSession::sendPresence(Duration now)
{
    auto *context = contextFor(Fetch::Presence);
    await(Fetch::Presence, now, context, askForPresence(m_client, m_expectation.application, context),
          [this](const Presence &presence, Instant) {
              if (presence.ignoredToken)
                  m_access.tokenIgnored(*presence.ignoredToken, m_time.now());
              else
                  m_access.listed(presence.isListed, m_time.now());
          });
}

void WatchSession::sendEvents(Fetch fetch, Duration now)
{
    if (fetch == Fetch::ApplicationEvents) {
        auto *context = contextFor(fetch);
        await(fetch, now, context, m_client.applicationEvents(m_expectation.application, m_project, context),
              [this](const std::vector<ResourceEvent> &read, Instant) { m_sources.takeApplicationEvents(read); });
        return;
    }
    const auto &broken = m_explanations.brokenResource();
    if (!broken)
        return;
    auto *context = contextFor(fetch);
    await(fetch, now, context,
          m_client.resourceEvents(m_expectation.application, m_project, broken->key, broken->uid, context),
          [this](const std::vector<ResourceEvent> &read, Instant) { m_sources.takeResourceEvents(read); });
}

void WatchSession::sendCommit(Duration now)
{
    const auto revision = m_explanations.takeRevision();
    auto *context = contextFor(Fetch::Commit);
    await(Fetch::Commit, now, context,
          m_client.revisionMetadata(m_expectation.application, m_project, revision, context),
          [this](const RevisionMetadata &read, Instant) { m_explanations.commitCame(read); });
}

void WatchSession::sendLogs(Duration now)
{
    const auto query = m_explanations.takeLogQuery();
    auto *context = contextFor(Fetch::Logs);
    await(Fetch::Logs, now, context, m_client.logs(m_expectation.application, m_project, query, context),
          [this](const std::vector<LogLine> &read, Instant) { m_explanations.logsCame(read); });
}

void WatchSession::openApplicationStream(Duration now)
{
    m_plan.sent(Fetch::ApplicationStream, now);
    const auto &version = m_sources.application()->resourceVersion;
    m_applicationFeed = std::make_unique<ApplicationFeed>(m_client.access(), m_clock, m_expectation.application,
                                                          m_project, version, nullptr);
    auto *feed = m_applicationFeed.get();
    connect(feed, &ApplicationFeed::opened, this, [this, now] {
        m_plan.succeeded(Fetch::ApplicationStream, now, m_time.steady());
        step();
    });
    connect(feed, &ApplicationFeed::keepaliveArrived, this,
            [this] { m_plan.heard(Fetch::ApplicationStream, std::nullopt, m_time.steady()); });
    connect(feed, &ApplicationFeed::applicationArrived, this,
            [this](const std::shared_ptr<const Application> &application) {
                m_access.heard(Fetch::Application);
                // A stream outlives its token: a refused sign-in must be asked about again all the same.
                const auto &trouble = m_access.trouble();
                const bool refused = trouble && trouble->kind == Error::Kind::SignInNeeded;
                m_plan.heard(Fetch::ApplicationStream, refused ? std::nullopt : std::optional(Fetch::Application),
                             m_time.steady());
                takeApplication(application, m_time.steady(), m_time.now());
                step();
            });
    connect(feed, &ApplicationFeed::deleted, this, [this] {
        m_access.deleted(m_time.now());
        step();
    });
    connect(feed, &ApplicationFeed::ended, this,
            [this](const Error &error) { streamEnded(Fetch::ApplicationStream, error); });
    feed->open();
}

void WatchSession::openTreeStream(Duration now)
{
    m_plan.sent(Fetch::TreeStream, now);
    m_treeFeed = std::make_unique<TreeFeed>(m_client.access(), m_clock, m_expectation.application, m_project, nullptr);
    auto *feed = m_treeFeed.get();
    connect(feed, &TreeFeed::opened, this, [this, now] {
        m_plan.succeeded(Fetch::TreeStream, now, m_time.steady());
        step();
    });
    connect(feed, &TreeFeed::keepaliveArrived, this,
            [this] { m_plan.heard(Fetch::TreeStream, std::nullopt, m_time.steady()); });
    connect(feed, &TreeFeed::treeArrived, this, [this](const std::shared_ptr<const ResourceTree> &tree) {
        m_access.heard(Fetch::Tree);
        m_plan.heard(Fetch::TreeStream, Fetch::Tree, m_time.steady());
        takeTree(tree, m_time.steady(), m_time.now());
        step();
    });
    connect(feed, &TreeFeed::ended, this, [this](const Error &error) { streamEnded(Fetch::TreeStream, error); });
    feed->open();
}

void WatchSession::streamEnded(Fetch stream, const Error &error)
{
    // It is its own signal that we are in: it must not be deleted before that returns.
    if (stream == Fetch::TreeStream)
        m_treeFeed.release()->deleteLater();
    else
        m_applicationFeed.release()->deleteLater();
    takeFailure(stream, error, m_time.steady());
    step();
}

void WatchSession::dropStreams(Duration now)
{
    const auto drop = [&](auto &feed, Fetch stream) {
        if (!feed)
            return;
        feed->disconnect(this);
        feed.release()->deleteLater(); // we may be in one of its signals
        m_plan.failed(stream, FailureKind::Trouble, now, now, 0.0);
    };
    drop(m_applicationFeed, Fetch::ApplicationStream);
    drop(m_treeFeed, Fetch::TreeStream);
}

} // namespace lynceus
