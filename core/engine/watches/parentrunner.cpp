#include "core/engine/watches/parentrunner.h"

#include "core/domain/children/parentverdict.h"
#include "core/domain/fetch/accessstate.h"
#include "core/domain/text/nearest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kSearchAgain{5'000};

ChildSearch searchFor(const WatchRequest &request)
{
    ChildSearch search;
    search.parent = request.application;
    search.project = request.project;
    search.images = request.images;
    search.registryProxies = request.registryProxies;
    search.refresh = request.refresh;
    search.waitForApp = request.waitForApp;
    return search;
}

} // namespace

ParentRunner::ParentRunner(ArgoCdClient &client, const WatchRecord &watch, Duration registeredBefore, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_search(searchFor(watch.request))
    , m_imageGrace(watch.request.imageGrace)
    , m_expectation(watch.expectation)
    , m_registeredAt(client.clock().sinceBoot() - registeredBefore)
    , m_verdict(watch.verdict)
    , m_hasTime(watch.expectation.registeredAt != watch.registeredAt)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ParentRunner::search);
}

ParentRunner::~ParentRunner() = default;

void ParentRunner::start()
{
    search();
}

void ParentRunner::search()
{
    if (m_finder) {
        m_finder->disconnect(this);
        m_finder.release()->deleteLater(); // this may be called from one of its signals
    }
    m_searchesClosely = false;
    m_finder = std::make_unique<ChildFinder>(m_client, m_search);
    connect(m_finder.get(), &ChildFinder::childFound, this, &ParentRunner::takeFound);
    connect(m_finder.get(), &ChildFinder::searched, this, &ParentRunner::takeChildren);
    connect(m_finder.get(), &ChildFinder::failed, this, &ParentRunner::takeError);
    m_finder->start();
}

void ParentRunner::takeFound(const FoundChild &child)
{
    learnTime(); // a child's deadline is ours
    takeRegistered(child.key);
    m_unregistered.push_back(child);
    Q_EMIT childrenWanted();
}

void ParentRunner::takeRegistered(const ApplicationKey &child)
{
    std::erase_if(m_unregistered, [&](const FoundChild &each) { return each.key == child; });
}

void ParentRunner::setChildren(std::vector<Verdict> children)
{
    m_children = std::move(children);
    judge();
}

void ParentRunner::setDeadline(Instant deadline)
{
    m_expectation.deadline = deadline;
    m_hasCheckedLate = false;
}

void ParentRunner::learnTime()
{
    if (m_hasTime || !m_client.serverClock().offset())
        return;
    m_hasTime = true;
    const auto timeout = m_expectation.deadline - m_expectation.registeredAt;
    m_expectation.registeredAt = now() - (m_client.clock().sinceBoot() - m_registeredAt);
    m_expectation.deadline = m_expectation.registeredAt + timeout;
    Q_EMIT observed();
}

void ParentRunner::takeChildren()
{
    learnTime();
    const auto &blocker = m_finder->blocker();
    const bool isBlind =
        blocker && (blocker->kind == Blocker::Kind::Unreachable || blocker->kind == Blocker::Kind::SignIn);
    m_trouble.reset();
    if (!isBlind)
        m_absentSince.reset();
    m_hasCheckedLate = m_hasCheckedLate || (!isBlind && left() <= Duration{0});
    const auto inVainSince = m_finder->inVainSince();
    if (!m_search.waitForApp && inVainSince && m_client.clock().steady() - *inVainSince >= m_imageGrace)
        return end(Outcome::Failed, causeInVain());
    if (!m_unregistered.empty())
        Q_EMIT childrenWanted();
    judge();
}

void ParentRunner::takeError(const Error &error)
{
    if (error.kind == Error::Kind::TooLarge) {
        Cause cause;
        cause.kind = Cause::Kind::Children;
        cause.message = error.message;
        return end(Outcome::Failed, cause);
    }
    m_again.start(kSearchAgain);
    if (error.kind == Error::Kind::SignInNeeded) {
        m_trouble = signInBlocker(error.message, lacksToken(error));
        return judge();
    }
    const auto steady = m_client.clock().steady();
    m_absentSince = m_absentSince.value_or(steady);
    if (steady - *m_absentSince >= kGoneAfter) {
        Cause cause;
        cause.kind = Cause::Kind::AppDeleted;
        return end(Outcome::Gone, cause);
    }
    m_trouble = Blocker{Blocker::Kind::Permission, {}, error.message, std::nullopt};
    judge();
}

Cause ParentRunner::causeInVain() const
{
    Cause cause;
    const auto unused = m_finder->unusedImages();
    if (!m_finder->hasChildren() || unused.empty()) {
        cause.kind = Cause::Kind::Children;
        cause.message = u"it has no child applications"_s;
        return cause;
    }
    QStringList repositories;
    const auto seen = m_finder->imagesSeen();
    for (const auto &text : seen) {
        if (const auto reference = parseImageReference(text))
            repositories += repositoryName(*reference);
    }
    repositories.removeDuplicates();
    cause.kind = Cause::Kind::ImageNotInApplication;
    cause.image = familiarName(unused.front());
    cause.candidates = nearestWords(repositoryName(unused.front()), repositories);
    return cause;
}

void ParentRunner::judge()
{
    if (m_verdict.outcome != Outcome::Waiting || !m_finder)
        return;
    // They may have run long after the last search; applications created meanwhile belong to the release too.
    const bool haveEnded = m_unregistered.empty() && !m_children.empty()
        && std::ranges::none_of(m_children, [](const Verdict &child) { return child.outcome == Outcome::Waiting; });
    if (haveEnded && !std::exchange(m_searchesClosely, haveEnded))
        m_finder->searchClosely();
    m_searchesClosely = haveEnded;
    ParentState state;
    state.children = m_children;
    state.isComplete = !m_trouble && m_unregistered.empty() && m_finder->isComplete();
    state.blocker = m_trouble ? m_trouble : m_finder->blocker();
    if (state.blocker && state.blocker->since)
        state.blocker = awaitedSince(*state.blocker, *state.blocker->since, now(), m_expectation.usualNotice);
    state.isLate = m_hasCheckedLate && m_unregistered.empty();
    m_verdict = parentVerdict(state);
    if (m_verdict.outcome != Outcome::Waiting)
        m_verdict.decidedAt = now();
    Q_EMIT observed();
}

void ParentRunner::end(Outcome outcome, const Cause &cause)
{
    if (m_verdict.outcome != Outcome::Waiting)
        return;
    m_again.stop();
    m_verdict.outcome = outcome;
    m_verdict.cause = cause;
    m_verdict.blocker.reset();
    m_verdict.decidedAt = now();
    Q_EMIT observed();
}

} // namespace lynceus
