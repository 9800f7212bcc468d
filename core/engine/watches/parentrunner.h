#pragma once

#include "core/domain/watch/watchrecord.h"
#include "core/engine/watches/childfinder.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace lynceus {

/// Follows a watch with children: finds the applications that its parent stands for, and judges it by their watches,
/// which others run. Trouble of the network and refused sign-ins are waited out, as the deadline is by the server's
/// clock.
class ParentRunner final : public QObject
{
    Q_OBJECT
public:
    /// A parent that was there when the watch began is gone after this long.
    static constexpr Duration kGoneAfter{15'000};

    /// @p registeredBefore: how long ago @p watch was registered.
    ParentRunner(ArgoCdClient &client, const WatchRecord &watch, Duration registeredBefore, QObject *parent = nullptr);
    ~ParentRunner() override;

    void start();
    /// The verdicts on all children that have a watch, now.
    void setChildren(std::vector<Verdict> children);
    /// Found, and without a watch yet: is told until takeRegistered().
    [[nodiscard]] const std::vector<FoundChild> &unregistered() const { return m_unregistered; }
    void takeRegistered(const ApplicationKey &child);
    /// By the server's clock.
    void setDeadline(Instant deadline);

    [[nodiscard]] const Verdict &verdict() const { return m_verdict; }
    /// Its instants are the server's once it was heard.
    [[nodiscard]] const Expectation &expectation() const { return m_expectation; }
    [[nodiscard]] Instant now() const { return m_client.serverNow(); }
    /// Until the deadline.
    [[nodiscard]] Duration left() const { return m_expectation.deadline - now(); }

Q_SIGNALS:
    /// There are unregistered() children, new ones or still.
    void childrenWanted();
    /// The verdict may be another one. After the first final one it does not change.
    void observed();

private:
    void search();
    void takeFound(const FoundChild &child);
    void takeLook();
    void takeError(const Error &error);
    void learnTime();
    void judge();
    void end(Outcome outcome, const Cause &cause);
    [[nodiscard]] Cause causeInVain() const;

    ArgoCdClient &m_client;
    ChildSearch m_search;
    Duration m_imageGrace;
    Expectation m_expectation;
    Duration m_registeredAt; ///< Clock::sinceBoot(); before the start of the computer it is negative
    std::unique_ptr<ChildFinder> m_finder;
    QTimer m_again;
    std::vector<FoundChild> m_unregistered;
    std::vector<Verdict> m_children;
    std::optional<Duration> m_absentSince; ///< monotonic
    std::optional<Blocker> m_trouble;      ///< why nobody looks
    Verdict m_verdict;
    bool m_hasTime = false;       ///< the expectation's instants are the server's
    bool m_hasLookedLate = false; ///< after the deadline
    bool m_looksClosely = false;  ///< all children have ended, and it is made sure that these are all
};

} // namespace lynceus
