#pragma once

#include "core/domain/model/instance.h"
#include "core/engine/instances/gatewayheaders.h"
#include "core/engine/signin/signinservice.h"
#include "core/io/clock.h"
#include "core/io/keychain/systemkeychain.h"
#include "core/io/signin/systembrowser.h"

#include <QObject>

#include <functional>

namespace lynceus {

/// Credentials of stored instances for a command: read from the system's keychain when the first request needs them.
/// Never starts a sign-in.
class StoredSignIns final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<InstanceAccess>)>;

    explicit StoredSignIns(const Clock &clock, QObject *parent = nullptr);
    ~StoredSignIns() override;

    /// Calls @p answer later, once, and never after @p context was destroyed. Errors: as accessFor() and
    /// readGatewayHeaders().
    void access(const Instance &instance, QObject *context, Answer answer);
    /// As access(), with given headers that may not be stored yet. Synchronous.
    [[nodiscard]] Result<InstanceAccess> accessWith(const Instance &instance, const HeaderValues &headers);

    [[nodiscard]] SignInService &service() { return m_service; }
    [[nodiscard]] Keychain &keychain() { return m_keychain; }

private:
    SystemKeychain m_keychain;
    NoBrowser m_browser;
    SignInService m_service;
};

} // namespace lynceus
