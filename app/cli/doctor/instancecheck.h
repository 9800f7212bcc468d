#pragma once

#include "core/engine/clients/argocdclient.h"
#include "core/engine/doctor/judgements.h"
#include "core/engine/doctor/rightsquestion.h"
#include "core/io/http/requests/anonymousrequest.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace lynceus {

/// Looks at one instance once: the way there, its certificate, clock and version, who we are there, and what we may.
/// What does not answer within the limit is said, so that it delays no other one.
class InstanceCheck final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kLimit{20'000}; ///< a person waits; more than the deadline of a single question

    using Access = std::function<void(Result<InstanceAccess>)>;
    /// How it is reached: from the keychain, or from options. @p context as usual.
    using Way = std::function<void(QObject *context, Access answer)>;

    /// @p session: how it is signed in, asked when the server has answered.
    InstanceCheck(Instance instance, Way way, std::function<SessionState()> session, const Clock &clock,
                  Duration limit = kLimit, QObject *parent = nullptr);
    ~InstanceCheck() override;

    void start();
    /// Instead of the limit that it was made with; before start().
    void setLimit(Duration limit) { m_limit.setInterval(limit); }
    [[nodiscard]] bool isDone() const { return m_isDone; }
    [[nodiscard]] const Instance &instance() const { return m_instance; }
    [[nodiscard]] const Findings &findings() const { return m_findings; }
    /// What it was reached with, as far as that is known.
    [[nodiscard]] const InstanceAccess &access() const { return m_access; }

Q_SIGNALS:
    /// Once.
    void done();

private:
    void takeAccess(Result<InstanceAccess> access);
    void takeVersion(const OpenAnswer &answer);
    void addCertificate(const OpenAnswer &answer);
    void addClock(const OpenAnswer &answer);
    void askUser();
    void takeUser(const Result<UserInfo> &user);
    void askRights();
    void takeRights(const AccountRights &rights);
    void look(QObject *context, RightsQuestion::Seen seen);
    void timeIsUp();
    void finish();

    Instance m_instance;
    Way m_way;
    std::function<SessionState()> m_session;
    const Clock &m_clock;
    QTimer m_limit;
    InstanceAccess m_access;
    ServerVersion m_version;
    std::unique_ptr<ArgoCdClient> m_client;
    Findings m_findings;
    const char *m_awaited = "reach"; ///< the check that is under way
    bool m_isDone = false;
};

} // namespace lynceus
