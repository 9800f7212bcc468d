#pragma once

#include "app/cli/sessions/commandsession.h"
#include "core/engine/instances/instanceregistry.h"
#include "core/engine/signin/signinservice.h"
#include "core/io/ipc/ownerclient.h"
#include "core/io/keychain/systemkeychain.h"

#include <memory>

namespace lynceus {

/// Common base of `login` and `logout`: the stored instance, the keychain and the sign-in service.
class SignInSession : public CommandSession
{
    Q_OBJECT
public:
    /// @p browser: whether a browser may be opened.
    SignInSession(Instance instance, bool browser, const Clock &clock);
    ~SignInSession() override;

    void interrupt() override;
    void timeOut() override;

protected:
    /// Called when the service knows the instance.
    virtual void ready() = 0;

    [[nodiscard]] const Instance &instance() const { return m_instance; }
    [[nodiscard]] SignInService &signIns() { return m_signIns; }
    [[nodiscard]] InstanceRegistry &registry() { return m_registry; }
    [[nodiscard]] Keychain &keychain() { return m_keychain; }
    /// Ends with @p code after telling the process that owns the engine that the stored sign-in has changed.
    void endChanged(ExitCode code);
    /// Sets what the command waits for, for the error at the deadline.
    void await(const QString &what) { m_awaited = what; }
    /// Prints on standard error.
    static void say(const QString &text);

private:
    void start() final;

    Instance m_instance;
    InstanceRegistry m_registry;
    SystemKeychain m_keychain;
    std::unique_ptr<Browser> m_browser;
    SignInService m_signIns;
    std::unique_ptr<OwnerClient> m_owner; ///< null: no process owns the engine
    QString m_awaited;
};

/// The stored instance with this name. BadInput with the nearest names if there is none.
[[nodiscard]] Result<Instance> storedInstance(const QString &name, const Clock &clock);

} // namespace lynceus
