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

/// Checks one instance once: connection, certificate, clock, version, account and permissions. Reports checks that
/// exceed the limit, so that one instance delays no other.
class InstanceCheck final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kLimit{20'000}; ///< a user waits; longer than the timeout of a single request

    using Access = std::function<void(Result<InstanceAccess>)>;
    /// Gets the credentials, from the keychain or from options. @p context as for QObject::connect().
    using Way = std::function<void(QObject *context, Access answer)>;

    /// @p session returns the state of the sign-in; it is called after the server has responded.
    InstanceCheck(Instance instance, Way way, std::function<SessionState()> session, const Clock &clock,
                  Duration limit = kLimit, QObject *parent = nullptr);
    ~InstanceCheck() override;

    void start();
    /// Replaces the default limit. Call before start().
    void setLimit(Duration limit) { m_limit.setInterval(limit); }
    [[nodiscard]] bool isDone() const { return m_isDone; }
    [[nodiscard]] const Instance &instance() const { return m_instance; }
    [[nodiscard]] const Findings &findings() const { return m_findings; }
    /// The credentials that were used, as far as known.
    [[nodiscard]] const InstanceAccess &access() const { return m_access; }

Q_SIGNALS:
    /// Emitted once.
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
    void check(QObject *context, RightsQuestion::Seen seen);
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
    const char *m_awaited = "reach"; ///< the current check
    bool m_isDone = false;
};

} // namespace lynceus
