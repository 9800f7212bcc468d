#pragma once

#include "app/cli/servers/storedsignins.h"
#include "core/engine/clients/argocdclient.h"
#include "core/engine/instances/instanceregistry.h"

#include <QObject>

#include <memory>
#include <optional>

namespace lynceus {

/// The findings of `test` and `whoami` about one instance.
struct InstanceFindings
{
    Instance instance;
    std::optional<Result<InstanceProbe>> probe;              ///< `test` only
    std::optional<Result<UntrustedCertificate>> certificate; ///< `test` of an https instance only
    Result<UserInfo> user = UserInfo();
    SessionState session;
};

/// Tests one instance once. Emits done() once.
class InstanceTest final : public QObject
{
    Q_OBJECT
public:
    InstanceTest(Instance instance, InstanceRegistry &registry, StoredSignIns &signIns, const Clock &clock,
                 QObject *parent = nullptr);
    ~InstanceTest() override;

    /// @p isTest: test the server too, not only the account.
    void start(bool isTest);
    /// Turns each missing response into an error.
    void timeOut(Duration limit);
    [[nodiscard]] bool isDone() const { return m_awaited == 0; }
    [[nodiscard]] const InstanceFindings &findings() const { return m_findings; }

Q_SIGNALS:
    void done();

private:
    void askUser();
    void askProbe();
    void askCertificate();
    void take();

    InstanceRegistry &m_registry;
    StoredSignIns &m_signIns;
    const Clock &m_clock;
    InstanceFindings m_findings;
    std::unique_ptr<ArgoCdClient> m_client;
    int m_awaited = 1;
    bool m_isTest = false;
    bool m_hasUser = false;
    bool m_isClosing = false;
};

} // namespace lynceus
