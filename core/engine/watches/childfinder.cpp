#include "core/engine/watches/childfinder.h"

#include "core/domain/fetch/accessstate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kCloseAgain{20'000};   // one request per application, and its manifests
constexpr Duration kListAgain{60'000};    // the full list is large, and few accounts need it
constexpr Duration kRefreshAgain{60'000}; // like a watch
constexpr int kRefusalsThatCount = 2;     // a restarting server may send a single 401

bool saysAbsent(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden;
}

} // namespace

/// A parent, a child, or both.
struct ChildFinder::Node
{
    ChildReference reference{};
    QString project = {};
    State state = State::New;
    bool isParent = false;   ///< has children, or is an ApplicationSet
    bool isSeen = false;     ///< was read at least once
    bool isCompared = false; ///< with git, since the start
    bool isJudged = false;   ///< its manifests were read after that
    bool isByOwner = false;
    int namedIn = 0;                                    ///< the last search in which a parent named it
    bool isDropped = false;                             ///< no parent names it, and it does not exist
    std::optional<Duration> refreshedAt = std::nullopt; ///< monotonic, as all durations here
    std::optional<Duration> listedAt = std::nullopt;
    std::optional<Duration> absentSince = std::nullopt;
    Instant absentFrom{};                      ///< the same point in time by the server's clock
    std::optional<Error> error = std::nullopt; ///< of the last read
    std::optional<Blocker> pending = std::nullopt;
    std::vector<ImageReference> images = {}; ///< that it uses
    QStringList imagesSeen = {};
};

ChildFinder::ChildFinder(ArgoCdClient &client, ChildSearch search, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_search(std::move(search))
{
    auto root = std::make_unique<Node>();
    root->reference = {ParentKind::Application, m_search.parent.nameSpace, m_search.parent.name, true};
    root->project = m_search.project;
    m_nodes.push_back(std::move(root));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChildFinder::searchNow);
}

ChildFinder::~ChildFinder()
{
    m_isOver = true; // destroying requests must not start new ones
}

void ChildFinder::start()
{
    if (m_client.serverClock().offset())
        m_startedAt = m_client.serverNow();
    searchNow();
}

void ChildFinder::searchClosely()
{
    m_wantsClose = true;
    m_closeNow = true;
    m_hasSearchedClosely = false;
    m_isComplete = false;
    if (m_awaited == 0)
        searchNow();
}

bool ChildFinder::isRoot(const Node &node) const
{
    return &node == m_nodes.front().get();
}

ApplicationKey ChildFinder::keyOf(const Node &node) const
{
    return {m_client.instance(), node.reference.nameSpace, node.reference.name};
}

ApplicationKey ChildFinder::parentKey() const
{
    return keyOf(*m_nodes.front());
}

ParentKind ChildFinder::parentKind() const
{
    return m_nodes.front()->reference.kind;
}

bool ChildFinder::isByOwner() const
{
    return std::ranges::any_of(m_nodes, [](const auto &node) { return node->isByOwner; });
}

bool ChildFinder::hasChildren() const
{
    return std::ranges::any_of(m_nodes, [this](const auto &node) {
        return !isRoot(*node) && !node->isDropped && node->reference.kind == ParentKind::Application;
    });
}

std::vector<ApplicationKey> ChildFinder::keysOf(State state) const
{
    std::vector<ApplicationKey> keys;
    for (const auto &node : m_nodes) {
        const bool isLeftOut = node->isParent || node->isDropped || isRoot(*node);
        if (node->state == state && (state == State::Found || !isLeftOut))
            keys.push_back(keyOf(*node));
    }
    return keys;
}

std::vector<ImageReference> ChildFinder::unusedImages() const
{
    auto unused = m_search.images;
    for (const auto &node : m_nodes) {
        if (node->state == State::Found)
            std::erase_if(unused, [&](const ImageReference &image) {
                return std::ranges::find(node->images, image) != node->images.end();
            });
    }
    return unused;
}

QStringList ChildFinder::imagesSeen() const
{
    QStringList images;
    for (const auto &node : m_nodes)
        images += node->imagesSeen;
    images.removeDuplicates();
    return images;
}

bool ChildFinder::isDue(const Node &node) const
{
    if (node.isDropped)
        return false;
    const bool isNew = node.state == State::New || (node.isCompared && !node.isJudged && mayUseMore(node));
    return m_isClose || isRoot(node) || node.isParent || isNew || node.error;
}

/// Its next manifests may name further images of the release.
bool ChildFinder::mayUseMore(const Node &node) const
{
    return node.state != State::New && std::ranges::any_of(m_search.images, [&](const ImageReference &image) {
               return std::ranges::find(node.images, image) == node.images.end();
           });
}

void ChildFinder::searchNow()
{
    if (m_isOver || m_awaited > 0)
        return;
    m_timer.stop();
    const auto now = m_client.clock().steady();
    const bool isCloseDue = !m_closeAt || now - *m_closeAt >= kCloseAgain;
    m_isClose = std::exchange(m_closeNow, false) || ((m_wantsClose || m_inVainSince) && isCloseDue);
    if (m_isClose)
        m_closeAt = now;
    m_refusal.reset();
    ++m_searches;
    m_awaited = 1; // so that the search does not end before all requests are sent
    for (std::size_t i = 0, count = m_nodes.size(); i < count; ++i) {
        if (isDue(*m_nodes[i]))
            read(*m_nodes[i]);
    }
    answered();
}

template<typename T, typename Take>
void ChildFinder::await(Node &node, FutureAnswer<T> answer, Take take)
{
    ++m_awaited;
    std::ignore = answer.then(this, [this, &node, take](const Result<Answer<T>> &settled) {
        if (m_isOver)
            return;
        if (settled) {
            node.error.reset();
            node.absentSince.reset();
            node.isSeen = true;
            take(settled->value);
        } else {
            takeError(node, settled.error());
        }
        answered();
    });
}

void ChildFinder::answered()
{
    if (--m_awaited == 0 && !m_isOver)
        endSearch();
}

void ChildFinder::read(Node &node)
{
    if (node.reference.kind == ParentKind::ApplicationSet)
        return readSet(node);
    if (isRoot(node) && m_search.absent && !node.isSeen) {
        // It was just searched for; it may be created before the next search.
        takeError(node, *std::exchange(m_search.absent, std::nullopt));
        return;
    }
    readApplication(node);
}

void ChildFinder::readApplication(Node &node)
{
    await(node, m_client.application(keyOf(node), node.project, Refresh::None, this),
          [this, &node](const std::shared_ptr<const Application> &read) { takeApplication(node, *read); });
}

void ChildFinder::takeApplication(Node &node, const Application &application)
{
    if (node.reference.nameSpace.isEmpty())
        node.reference.nameSpace = application.nameSpace;
    if (!application.project.isEmpty())
        node.project = application.project;
    const auto children = childrenOf(application);
    node.isParent = node.isParent || !children.empty(); // a parent without children is broken, or they are being pruned
    node.pending.reset();
    // Answers have whole seconds: only a later time proves it.
    node.isCompared = node.isCompared
        || (m_startedAt != Instant{} && application.reconciledAt && *application.reconciledAt >= m_startedAt);
    if (node.isParent || isRoot(node)) {
        node.pending = lynceus::pendingOf(application, node.isCompared, m_search.images.empty());
        addChildren(node, children);
        refresh(node);
    } else if (m_isClose && mayUseMore(node)) {
        refresh(node);
    }
    if (isRoot(node) && !node.isParent)
        return readSet(node); // with the same name
    if (node.state == State::Found && !mayUseMore(node))
        return;
    if (m_search.images.empty() && !node.isParent)
        return countAsFound(node, {});
    const bool isUnjudged = node.isCompared && !node.isJudged && mayUseMore(node);
    if (node.state != State::New && !m_isClose && !isUnjudged)
        return;
    readManifests(node);
}

void ChildFinder::refresh(Node &node)
{
    const auto now = m_client.clock().steady();
    const bool isDue = !node.refreshedAt || now - *node.refreshedAt >= kRefreshAgain;
    if (!m_search.refresh || node.isCompared || !isDue)
        return;
    node.refreshedAt = now;
    const bool isLeaf = !node.isParent && !isRoot(node);
    m_leavesRefreshed += isLeaf ? 1 : 0;
    // It may take a minute, in which the children must be observed.
    std::ignore =
        m_client.application(keyOf(node), node.project, Refresh::Normal, this)
            .then(this, [this, &node, isLeaf](const Result<Answer<std::shared_ptr<const Application>>> &read) {
                m_leavesRefreshed -= isLeaf ? 1 : 0;
                if (m_isOver)
                    return;
                const bool isDone = read && read->value->refreshAnnotation.isEmpty();
                node.isCompared = node.isCompared || isDone;
                // There may be hundreds of leaves: one search for all.
                if (isLeaf ? m_leavesRefreshed == 0 : isDone)
                    searchNow();
            });
}

void ChildFinder::readManifests(Node &node)
{
    await(node, m_client.managedResources(keyOf(node), node.project, this),
          [this, &node, isCompared = node.isCompared](const std::shared_ptr<const ManagedResources> &read) {
              node.isJudged = isCompared; // the comparison may have ended after the manifests were sent
              takeManifests(node, *read);
          });
}

void ChildFinder::takeManifests(Node &node, const ManagedResources &manifests)
{
    node.imagesSeen = manifestImages(manifests);
    auto used = usedImages(manifests, m_search.images, m_search.registryProxies);
    const bool isOurs = m_search.images.empty() ? !manifests.workloads.empty() : !used.empty();
    if (isOurs)
        countAsFound(node, std::move(used));
    else if (node.state != State::Found)
        node.state = State::LeftOut;
}

void ChildFinder::countAsFound(Node &node, std::vector<ImageReference> images)
{
    const auto before = node.images.size();
    // Images are not removed: if a release drops an image, its watch judges that.
    for (auto &image : images) {
        if (std::ranges::find(node.images, image) == node.images.end())
            node.images.push_back(std::move(image));
    }
    if (std::exchange(node.state, State::Found) != State::Found || node.images.size() > before)
        Q_EMIT childFound({keyOf(node), node.project, node.images});
}

void ChildFinder::readSet(Node &node)
{
    ++m_awaited;
    const auto &reference = node.reference;
    std::ignore =
        m_client.applicationSetContents(reference.name, reference.nameSpace, this)
            .then(this, [this, &node](const Result<Answer<std::shared_ptr<const ApplicationSetContents>>> &read) {
                if (m_isOver)
                    return;
                const auto children = read ? childrenOf(*read->value) : std::nullopt;
                if (children) {
                    node.isByOwner = false;
                    node.pending = read->value->error.isEmpty()
                        ? std::nullopt
                        : std::optional(
                            Blocker{Blocker::Kind::DesiredStateError, {}, read->value->error, std::nullopt});
                    takeOwned(node, *children, std::nullopt);
                } else if (read || saysAbsent(read.error()) || !read.error().retryable) {
                    listOwned(node, read ? std::nullopt : std::optional(read.error()));
                } else {
                    takeError(node, read.error());
                }
                answered();
            });
}

/// The account may not read ApplicationSets, a gateway blocks the request, or the server is too old for the list of
/// applications.
void ChildFinder::listOwned(Node &node, const std::optional<Error> &refusal)
{
    const auto now = m_client.clock().steady();
    if (node.listedAt && now - *node.listedAt < kListAgain && !m_isClose)
        return;
    node.listedAt = now;
    ListFilter filter;
    filter.appNamespace = node.reference.nameSpace;
    ++m_awaited;
    std::ignore =
        m_client.owners(filter, this)
            .then(this, [this, &node, refusal](const Result<Answer<std::shared_ptr<DecodedApplicationList>>> &listed) {
                if (m_isOver)
                    return;
                if (listed) {
                    const auto &reference = node.reference;
                    const auto owned = ownedBy(reference.name, reference.nameSpace, listed->value->applications);
                    node.isByOwner = node.isByOwner || !owned.empty();
                    takeOwned(node, owned, refusal);
                } else {
                    takeError(node, listed.error());
                }
                answered();
            });
}

void ChildFinder::takeOwned(Node &node, const std::vector<ChildReference> &owned, const std::optional<Error> &refusal)
{
    const bool isSet = node.reference.kind == ParentKind::ApplicationSet;
    const bool isApplication = !isSet && node.isSeen;
    if (owned.empty() && isApplication)
        return; // no children
    if (owned.empty() && refusal && !node.isByOwner) {
        // It is unknown whether it has applications.
        if (isSet)
            takeError(node, *refusal);
        return;
    }
    node.reference.kind = ParentKind::ApplicationSet;
    node.isParent = true;
    node.isSeen = true;
    node.error.reset();
    node.absentSince.reset();
    addChildren(node, owned);
}

void ChildFinder::takeError(Node &node, const Error &error)
{
    if (error.kind == Error::Kind::SignInNeeded)
        m_refusal = error;
    const bool isAbsent = saysAbsent(error);
    if (isAbsent && !node.error && !node.project.isEmpty() && !isRoot(node))
        node.project.clear(); // its project may have changed
    node.error = error;
    if (!isAbsent)
        return;
    if (!node.absentSince) {
        node.absentSince = m_client.clock().steady();
        node.absentFrom = m_client.serverNow();
    }
    if (isRoot(node) && node.reference.kind == ParentKind::Application && !node.isSeen)
        readSet(node);
}

void ChildFinder::addChildren(const Node &parent, const std::vector<ChildReference> &children)
{
    for (auto child : children) {
        if (child.nameSpace.isEmpty())
            child.nameSpace = parent.reference.nameSpace;
        const auto known = std::ranges::find_if(m_nodes, [&](const auto &node) {
            const auto &reference = node->reference;
            return reference.kind == child.kind && reference.name == child.name
                && reference.nameSpace == child.nameSpace;
        });
        if (known != m_nodes.end()) {
            (*known)->reference.isApplied = child.isApplied;
            (*known)->namedIn = m_searches;
            (*known)->isDropped = false;
            continue;
        }
        if (m_nodes.size() > kMost)
            return fail({Error::Kind::TooLarge, m_search.parent.name,
                         u"it has more than %1 child applications; name some of them with --app"_s.arg(kMost), false,
                         0});
        auto &node = *m_nodes.emplace_back(std::make_unique<Node>());
        node.reference = child;
        node.namedIn = m_searches;
        read(node);
    }
}

void ChildFinder::endSearch()
{
    m_refusals = m_refusal ? m_refusals + 1 : 0;
    if (m_refusals >= kRefusalsThatCount)
        return fail(*m_refusal);
    const auto &root = *m_nodes.front();
    if (root.error && saysAbsent(*root.error) && !root.isSeen && !m_search.waitForApp)
        return fail(*root.error);
    dropTheUnnamed();
    takeUnreadable();
    m_blocker = pending();
    const bool isInVain = !m_blocker && (!hasChildren() || !unusedImages().empty());
    if (!isInVain)
        m_inVainSince.reset();
    else if (!m_inVainSince) {
        m_inVainSince = m_client.clock().steady();
        m_inVainFrom = m_client.serverNow();
    }
    if (isInVain && !hasChildren())
        m_blocker = Blocker{Blocker::Kind::NotCreated, {}, {}, std::nullopt, {}, u"children"_s, m_inVainFrom};
    else if (isInVain)
        m_blocker = Blocker{Blocker::Kind::NotNoticed, {}, {}, std::nullopt, {}, {}, m_inVainFrom};
    // Last: close searches request the comparison, and a missing image causes close searches too.
    if (!m_blocker && m_wantsClose)
        m_blocker = comparisonAwaited();
    m_hasSearchedClosely = m_hasSearchedClosely || m_isClose;
    m_isComplete = m_wantsClose && m_hasSearchedClosely && !m_closeNow && !m_blocker;
    m_timer.start(m_closeNow ? Duration{0} : kInterval);
    Q_EMIT searched();
}

/// Resources that were removed from git and the cluster were not part of the release; applications of the release are
/// never dropped.
void ChildFinder::dropTheUnnamed()
{
    // Lists of owners are not read in each search.
    const auto isUnread = [](const auto &node) { return node->isByOwner || (node->isParent && node->error); };
    if (std::ranges::any_of(m_nodes, isUnread))
        return;
    for (const auto &node : m_nodes) {
        const bool isUnnamed = !isRoot(*node) && node->namedIn < m_searches;
        node->isDropped = node->isDropped
            || (isUnnamed && node->state != State::Found && !node->isParent && node->error && saysAbsent(*node->error));
    }
}

void ChildFinder::takeUnreadable()
{
    const auto now = m_client.clock().steady();
    for (std::size_t i = 1; i < m_nodes.size(); ++i) {
        auto &node = *m_nodes[i];
        const bool isUnreadable = node.absentSince && now - *node.absentSince >= kUnreadable;
        if (isUnreadable && node.reference.isApplied && node.reference.kind == ParentKind::Application
            && node.state != State::Found && !node.isDropped)
            countAsFound(node, m_search.images);
    }
}

std::optional<Blocker> ChildFinder::pending() const
{
    // An unreadable node is more informative than the parent that waits for it.
    for (const bool isUnread : {true, false}) {
        for (const auto &node : m_nodes) {
            if (node->error.has_value() != isUnread)
                continue;
            if (auto blocker = pendingOf(*node))
                return blocker;
        }
    }
    return std::nullopt;
}

/// Git may already contain an image for an application whose manifests lack it.
std::optional<Blocker> ChildFinder::comparisonAwaited() const
{
    const auto found = std::ranges::find_if(
        m_nodes, [this](const auto &node) { return !node->isDropped && !node->isJudged && mayUseMore(*node); });
    if (found == m_nodes.end())
        return std::nullopt;
    const auto &reference = (*found)->reference;
    return Blocker{Blocker::Kind::ComparisonAwaited,
                   {u"argoproj.io"_s, nameOf(reference.kind), reference.nameSpace, reference.name},
                   {},
                   std::nullopt};
}

std::optional<Blocker> ChildFinder::pendingOf(const Node &node) const
{
    if (node.isDropped)
        return std::nullopt;
    const auto &reference = node.reference;
    const ResourceKey resource{u"argoproj.io"_s, nameOf(reference.kind), reference.nameSpace, reference.name};
    if (!node.error) {
        auto blocker = node.pending;
        if (blocker && !isRoot(node))
            blocker->resource = resource;
        return blocker;
    }
    // Its own watch reports this, unless the application may use further images that the watch does not expect.
    if (node.state == State::Found && !node.isParent && !mayUseMore(node))
        return std::nullopt;
    if (node.error->kind == Error::Kind::SignInNeeded)
        return signInBlocker(node.error->message, lacksToken(*node.error));
    if (!saysAbsent(*node.error))
        return Blocker{Blocker::Kind::Unreachable, {}, node.error->message, std::nullopt};
    const bool mayCome = !node.isSeen && (isRoot(node) || !reference.isApplied);
    if (!mayCome)
        return Blocker{Blocker::Kind::Permission, resource, node.error->message, std::nullopt};
    Blocker blocker{Blocker::Kind::NotCreated, resource, {}, std::nullopt};
    if (node.absentSince)
        blocker.since = node.absentFrom;
    return blocker;
}

void ChildFinder::fail(const Error &error)
{
    if (std::exchange(m_isOver, true))
        return;
    m_timer.stop();
    Q_EMIT failed(error);
}

} // namespace lynceus
