#pragma once

#include "app/cli/sessions/commandsession.h"
#include "core/engine/instances/instanceregistry.h"
#include "core/engine/signin/signinservice.h"
#include "core/io/ipc/ownerclient.h"
#include "core/io/keychain/systemkeychain.h"

#include <memory>

namespace lynceus {

/// What `login` and `logout` have in common: the stored instance, the keychain, and who signs in.
class SignInSession : public CommandSession
{
    Q_OBJECT
public:
    /// @p browser: whether one may be opened.
    SignInSession(Instance instance, bool browser, const Clock &clock);
    ~SignInSession() override;

    void interrupt() override;
    void timeOut() override;

protected:
    /// The service knows the instance.
    virtual void ready() = 0;

    [[nodiscard]] const Instance &instance() const { return m_instance; }
    [[nodiscard]] SignInService &signIns() { return m_signIns; }
    [[nodiscard]] InstanceRegistry &book() { return m_book; }
    [[nodiscard]] Keychain &keychain() { return m_keychain; }
    /// Ends so, after whoever owns the engine knows that its session is not the newest any more.
    void endChanged(ExitCode code);
    /// What is waited for, for the error of a deadline.
    void await(const QString &what) { m_awaited = what; }
    /// On standard error.
    static void say(const QString &text);

private:
    void start() final;

    Instance m_instance;
    InstanceRegistry m_book;
    SystemKeychain m_keychain;
    std::unique_ptr<Browser> m_browser;
    SignInService m_signIns;
    std::unique_ptr<OwnerClient> m_owner; ///< null: there is none
    QString m_awaited;
};

/// The stored instance of this name. BadInput with the nearest names if there is none.
[[nodiscard]] Result<Instance> storedInstance(const QString &name, const Clock &clock);

} // namespace lynceus
