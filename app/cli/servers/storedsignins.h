#pragma once

#include "core/domain/model/instance.h"
#include "core/engine/signin/signinservice.h"
#include "core/io/clock.h"
#include "core/io/http/instanceaccess.h"
#include "core/io/keychain/systemkeychain.h"
#include "core/io/signin/systembrowser.h"

#include <QObject>

#include <functional>
#include <memory>

namespace lynceus {

/// How the requests of stored instances get their credentials.
class StoredSignIns final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<InstanceAccess>)>;

    explicit StoredSignIns(const Clock &clock, QObject *parent = nullptr);
    ~StoredSignIns() override;

    /// Later, once, never after @p context died. Errors: as accessFor() and readGatewayHeaders().
    void access(const Instance &instance, QObject *context, Answer answer);

private:
    SystemKeychain m_keychain;
    NoBrowser m_browser; ///< these calls never sign in by themselves
    SignInService m_service;
};

} // namespace lynceus
