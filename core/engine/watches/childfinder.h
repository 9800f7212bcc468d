#pragma once

#include "core/domain/children/childapplications.h"
#include "core/engine/clients/argocdclient.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace lynceus {

/// Which parent to search, and which of its applications belong to the release.
struct ChildSearch
{
    ApplicationKey parent;
    QString project;             ///< of the parent; empty if unknown
    std::optional<Error> absent; ///< why no application has this name; an ApplicationSet may have it
    /// Only applications that use one of these; empty: all, because another version is expected.
    std::vector<ImageReference> images;
    RegistryProxies registryProxies;
    bool refresh = true;     ///< have Argo CD compare parents with git; otherwise wait for its own comparison
    bool waitForApp = false; ///< wait for a parent that does not exist yet
};

/// An application that belongs to the release.
struct FoundChild
{
    ApplicationKey key;
    QString project;                    ///< empty if unknown
    std::vector<ImageReference> images; ///< images of ChildSearch::images that it uses
};

/// Finds the applications of a parent, recursively, and repeats the search so that applications that are created later
/// are found too. An application that the parent names but that cannot be read is pending; after kUnreadable it counts
/// as found, so that its own watch reports the reason.
///
/// Each search costs one request per parent; the first search and a close search cost up to two more per application.
/// With images, an application that does not use all of them may use more after its next commit: a close search has
/// Argo CD compare it with git (once, unless that fails) and then reads it again, with up to two requests. While an
/// image is not found, searches are close too.
class ChildFinder final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kInterval{5'000};
    /// Permissions that are being re-evaluated can hide applications for a few seconds.
    static constexpr Duration kUnreadable{15'000};
    static constexpr std::size_t kMost = 500; ///< per root parent, including nested applications

    ChildFinder(ArgoCdClient &client, ChildSearch search, QObject *parent = nullptr);
    ~ChildFinder() override;

    void start();
    /// Searches closely now and then every 20 s: reads all applications again, also those that were left out or may use
    /// more images.
    void searchClosely();
    /// True after a close search that left nothing pending.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// Why it is not yet known which applications belong to the release.
    [[nodiscard]] const std::optional<Blocker> &blocker() const { return m_blocker; }
    /// Since when there are no children, or an image that no application uses; monotonic.
    [[nodiscard]] std::optional<Duration> inVainSince() const { return m_inVainSince; }
    [[nodiscard]] bool hasChildren() const;
    /// Images of ChildSearch::images that no application uses.
    [[nodiscard]] std::vector<ImageReference> unusedImages() const;
    /// All images in the manifests of all applications.
    [[nodiscard]] QStringList imagesSeen() const;

    [[nodiscard]] const ChildSearch &search() const { return m_search; }
    [[nodiscard]] ApplicationKey parentKey() const;
    [[nodiscard]] ParentKind parentKind() const;
    /// True if an ApplicationSet could not be read. Its applications were then found by owner, limited to those that
    /// the account can see.
    [[nodiscard]] bool isByOwner() const;
    /// Applications of the release, and the others, in the order in which they were found.
    [[nodiscard]] std::vector<ApplicationKey> found() const { return keysOf(State::Found); }
    [[nodiscard]] std::vector<ApplicationKey> leftOut() const { return keysOf(State::LeftOut); }

Q_SIGNALS:
    /// Emitted once per application, and again with all its images if it uses more of them.
    void childFound(const lynceus::FoundChild &child);
    /// A search has ended.
    void searched();
    /// The search has stopped: the parent does not exist, it has too many children, or the sign-in was refused.
    void failed(const lynceus::Error &error);

private:
    enum class State { New, LeftOut, Found };
    struct Node;

    void searchNow();
    void read(Node &node);
    void readApplication(Node &node);
    void takeApplication(Node &node, const Application &application);
    void refresh(Node &node);
    void readManifests(Node &node);
    void takeManifests(Node &node, const ManagedResources &manifests);
    void readSet(Node &node);
    /// @p refusal: why the ApplicationSet could not be read.
    void listOwned(Node &node, const std::optional<Error> &refusal);
    void takeOwned(Node &node, const std::vector<ChildReference> &owned, const std::optional<Error> &refusal);
    void takeError(Node &node, const Error &error);
    void addChildren(const Node &parent, const std::vector<ChildReference> &children);
    void countAsFound(Node &node, std::vector<ImageReference> images);
    /// Calls @p take with the answer, or takeError(). The last answer ends the search.
    template<typename T, typename Take>
    void await(Node &node, FutureAnswer<T> answer, Take take);
    void answered();
    void endSearch();
    void dropTheUnnamed();
    void takeUnreadable();
    [[nodiscard]] std::optional<Blocker> pending() const;
    [[nodiscard]] std::optional<Blocker> comparisonAwaited() const;
    [[nodiscard]] std::optional<Blocker> pendingOf(const Node &node) const;
    [[nodiscard]] bool isRoot(const Node &node) const;
    [[nodiscard]] bool isDue(const Node &node) const;
    [[nodiscard]] bool mayUseMore(const Node &node) const;
    [[nodiscard]] ApplicationKey keyOf(const Node &node) const;
    [[nodiscard]] std::vector<ApplicationKey> keysOf(State state) const;
    void fail(const Error &error);

    ArgoCdClient &m_client;
    ChildSearch m_search;
    std::vector<std::unique_ptr<Node>> m_nodes; ///< the first is the root parent
    QTimer m_timer;
    Instant m_startedAt{}; ///< server's clock; default: unknown
    int m_searches = 0;
    std::optional<Blocker> m_blocker;
    std::optional<Duration> m_inVainSince; ///< monotonic
    Instant m_inVainFrom{};                ///< the same point in time by the server's clock
    std::optional<Error> m_refusal;        ///< in this search
    int m_refusals = 0;                    ///< refused searches in a row
    int m_awaited = 0;                     ///< outstanding answers of this search
    int m_leavesRefreshed = 0;             ///< applications without children that were refreshed in this search
    bool m_isClose = false;                ///< this search
    bool m_closeNow = false;               ///< the next search
    bool m_wantsClose = false;             ///< searchClosely() was called
    bool m_hasSearchedClosely = false;     ///< since searchClosely()
    std::optional<Duration> m_closeAt;     ///< last close search; monotonic
    bool m_isComplete = false;
    bool m_isOver = false;
};

} // namespace lynceus
