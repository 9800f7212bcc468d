#pragma once

#include "core/domain/model/instance.h"
#include "core/io/clock.h"
#include "core/io/http/requests/instanceaccess.h"
#include "core/io/signin/credentials.h"
#include "core/io/signin/providerclient.h"
#include "core/io/signin/signinhttp.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace lynceus {

/// Revokes the token where possible: at the server (deny list) and at the provider. Failures are reported, but nothing
/// is kept here because of them.
class SignOut final : public QObject
{
    Q_OBJECT
public:
    SignOut(const Instance &instance, InstanceAccess access, Credentials credentials, const Clock &clock,
            QObject *parent = nullptr);
    ~SignOut() override;

    void start();

    /// Timeout for server and provider together: deleting the token here must not wait for them.
    static constexpr Duration kLimit{10'000};

Q_SIGNALS:
    /// Emitted once. @p trouble: one sentence; empty if everything succeeded.
    void done(const QString &trouble);

private:
    void takeLogout(const Result<SignInAnswer> &answer);
    void revokeAtProvider();
    void finish();

    Instance m_instance;
    Credentials m_credentials;
    SignInHttp m_http;
    std::unique_ptr<ProviderClient> m_provider;
    QString m_trouble;
    QTimer m_limit;
    bool m_isOver = false;
};

} // namespace lynceus
