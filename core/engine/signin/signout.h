#pragma once

#include "core/domain/model/instance.h"
#include "core/io/clock.h"
#include "core/io/http/instanceaccess.h"
#include "core/io/signin/credentials.h"
#include "core/io/signin/providerclient.h"
#include "core/io/signin/signinhttp.h"

#include <QObject>

#include <memory>

namespace lynceus {

/// Takes the token's worth away where it can: at the server (its deny list) and at the provider. What cannot be done is
/// said, and is no reason to keep anything here.
class SignOut final : public QObject
{
    Q_OBJECT
public:
    SignOut(const Instance &instance, InstanceAccess access, Credentials credentials, const Clock &clock,
            QObject *parent = nullptr);
    ~SignOut() override;

    void start();

Q_SIGNALS:
    /// @p trouble: one sentence, empty if all was done.
    void done(const QString &trouble);

private:
    void takeLogout(const Result<SignInAnswer> &answer);
    void revokeAtProvider();

    Instance m_instance;
    Credentials m_credentials;
    SignInHttp m_http;
    std::unique_ptr<ProviderClient> m_provider;
    QString m_trouble;
};

} // namespace lynceus
