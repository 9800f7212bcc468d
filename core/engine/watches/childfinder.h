#pragma once

#include "core/domain/children/childapplications.h"
#include "core/engine/clients/argocdclient.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace lynceus {

/// Whose applications are looked for, and which of them belong to the release.
struct ChildSearch
{
    ApplicationKey parent;
    QString project;                    ///< of the parent; empty: not known
    std::optional<Error> absent;        ///< why there is no application of this name; an ApplicationSet may have it
    std::vector<ImageReference> images; ///< applications that use one; empty: all, because another version is expected
    RegistryProxies registryProxies;
    bool refresh = true;     ///< have Argo CD compare parents with git; else it is waited for
    bool waitForApp = false; ///< a parent that does not exist yet is waited for
};

/// An application that belongs to the release.
struct FoundChild
{
    ApplicationKey key;
    QString project;                    ///< empty: not known
    std::vector<ImageReference> images; ///< those of ChildSearch::images that it uses
};

/// Finds the applications of a parent and, as they may be parents themselves, of these, and goes on looking: one that
/// appears later is found, too. An application that the parent names and that cannot be read is never left out: it is
/// pending, and after kUnreadable it counts as found, so that its own watch says why.
///
/// Each look costs one request for each parent, a first or close one up to two more for each application. With images,
/// an application that does not use all of them may use more from its next commit on: a close look has Argo CD compare
/// it with git, once unless that fails, and it is read once more after that, with up to two requests. While an image is
/// looked for in vain, looks are close, too.
class ChildFinder final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kInterval{5'000};
    static constexpr Duration kUnreadable{15'000}; ///< rights that are evaluated anew hide applications for moments
    static constexpr std::size_t kMost = 500;      ///< of one parent, with those below it

    ChildFinder(ArgoCdClient &client, ChildSearch search, QObject *parent = nullptr);
    ~ChildFinder() override;

    void start();
    /// Reads all applications again, also those that were left out or may use more images, at once and from now on
    /// every 20 s.
    void lookClosely();
    /// That was done, and nothing is pending.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// What is awaited before it is known which applications belong to the release.
    [[nodiscard]] const std::optional<Blocker> &blocker() const { return m_blocker; }
    /// Since when there is nothing to find: no children at all, or an image that none uses. Monotonic.
    [[nodiscard]] std::optional<Duration> inVainSince() const { return m_inVainSince; }
    [[nodiscard]] bool hasChildren() const;
    /// Images that no application uses.
    [[nodiscard]] std::vector<ImageReference> unusedImages() const;
    /// What the manifests of all applications name.
    [[nodiscard]] QStringList imagesSeen() const;

    [[nodiscard]] const ChildSearch &search() const { return m_search; }
    [[nodiscard]] ApplicationKey parentKey() const;
    [[nodiscard]] ParentKind parentKind() const;
    /// An ApplicationSet could not be read: its applications were found by their owner, as far as the account sees
    /// them.
    [[nodiscard]] bool isByOwner() const;
    /// Applications of the release, and the others, in the order in which they were found.
    [[nodiscard]] std::vector<ApplicationKey> found() const { return keysOf(State::Found); }
    [[nodiscard]] std::vector<ApplicationKey> leftOut() const { return keysOf(State::LeftOut); }

Q_SIGNALS:
    /// Once for each, and again with all its images when it uses more of them.
    void childFound(const lynceus::FoundChild &child);
    /// A look has ended.
    void looked();
    /// It cannot go on: there is no such parent, it has too many children, or the sign-in was refused.
    void failed(const lynceus::Error &error);

private:
    enum class State { New, LeftOut, Found };
    struct Node;

    void look();
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
    /// Calls @p take with the answer, and takeError() with an error; the look ends with the last answer.
    template<typename T, typename Take>
    void await(Node &node, FutureAnswer<T> answer, Take take);
    void answered();
    void endLook();
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
    std::vector<std::unique_ptr<Node>> m_nodes; ///< the first is the parent that was named
    QTimer m_timer;
    Instant m_startedAt{}; ///< server's clock; not set: unknown
    int m_looks = 0;
    std::optional<Blocker> m_blocker;
    std::optional<Duration> m_inVainSince; ///< monotonic
    Instant m_inVainFrom{};                ///< the same by the server's clock
    std::optional<Error> m_refusal;        ///< of this look
    int m_refusals = 0;                    ///< looks in a row
    int m_awaited = 0;                     ///< answers of this look
    int m_leavesRefreshed = 0;             ///< answers of applications that are no parents
    bool m_isClose = false;                ///< this look
    bool m_closeNow = false;               ///< the next one
    bool m_wantsClose = false;             ///< lookClosely() was called
    bool m_hasLookedClosely = false;       ///< since then
    std::optional<Duration> m_closeAt;     ///< monotonic
    bool m_isComplete = false;
    bool m_isOver = false;
};

} // namespace lynceus
