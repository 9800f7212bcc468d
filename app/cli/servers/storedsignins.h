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

/// How the requests of stored instances get their credentials in a command: from the system's keychain, asked only when
/// the first request needs them. Nobody is asked to sign in.
class StoredSignIns final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<InstanceAccess>)>;

    explicit StoredSignIns(const Clock &clock, QObject *parent = nullptr);
    ~StoredSignIns() override;

    /// Later, once, never after @p context died. Errors: as accessFor() and readGatewayHeaders().
    void access(const Instance &instance, QObject *context, Answer answer);
    /// The same with headers that are at hand and perhaps not stored yet. At once.
    [[nodiscard]] Result<InstanceAccess> accessWith(const Instance &instance, const HeaderValues &headers);

    [[nodiscard]] SignInService &service() { return m_service; }
    [[nodiscard]] Keychain &keychain() { return m_keychain; }

private:
    SystemKeychain m_keychain;
    NoBrowser m_browser;
    SignInService m_service;
};

} // namespace lynceus
