#pragma once

#include "core/domain/watch/watchrecord.h"
#include "core/engine/watches/childfinder.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace lynceus {

/// Follows a watch with children: finds the applications of its parent and judges them by their watches, which the
/// owner runs. Waits through network errors and refused sign-ins; the deadline is by the server's clock.
class ParentRunner final : public QObject
{
    Q_OBJECT
public:
    /// A parent that existed when the watch started counts as deleted after this long without it.
    static constexpr Duration kGoneAfter{15'000};

    /// @p registeredBefore: time since @p watch was registered.
    ParentRunner(ArgoCdClient &client, const WatchRecord &watch, Duration registeredBefore, QObject *parent = nullptr);
    ~ParentRunner() override;

    void start();
    /// Current verdicts of all children that have a watch.
    void setChildren(std::vector<Verdict> children);
    /// Found children without a watch; reported until takeRegistered().
    [[nodiscard]] const std::vector<FoundChild> &unregistered() const { return m_unregistered; }
    void takeRegistered(const ApplicationKey &child);
    /// Server's clock.
    void setDeadline(Instant deadline);

    [[nodiscard]] const Verdict &verdict() const { return m_verdict; }
    /// Its instants are by the server's clock after the first answer.
    [[nodiscard]] const Expectation &expectation() const { return m_expectation; }
    [[nodiscard]] Instant now() const { return m_client.serverNow(); }
    /// Time to the deadline.
    [[nodiscard]] Duration left() const { return m_expectation.deadline - now(); }

Q_SIGNALS:
    /// There are unregistered() children, new or from before.
    void childrenWanted();
    /// The verdict may have changed. The first final verdict does not change.
    void observed();

private:
    void search();
    void takeFound(const FoundChild &child);
    void takeChildren();
    void takeError(const Error &error);
    void learnTime();
    void judge();
    void end(Outcome outcome, const Cause &cause);
    [[nodiscard]] Cause causeInVain() const;

    ArgoCdClient &m_client;
    ChildSearch m_search;
    Duration m_imageGrace;
    Expectation m_expectation;
    Duration m_registeredAt; ///< Clock::sinceBoot(); negative if before the computer started
    std::unique_ptr<ChildFinder> m_finder;
    QTimer m_again;
    std::vector<FoundChild> m_unregistered;
    std::vector<Verdict> m_children;
    std::optional<Duration> m_absentSince; ///< monotonic
    std::optional<Blocker> m_trouble;      ///< why the search is interrupted
    Verdict m_verdict;
    bool m_hasTime = false;         ///< the instants of the expectation are by the server's clock
    bool m_hasCheckedLate = false;  ///< searched after the deadline
    bool m_searchesClosely = false; ///< all children have ended; a close search checks for further ones
};

} // namespace lynceus
