#pragma once

#include "core/domain/model/instance.h"
#include "core/io/clock.h"
#include "core/io/http/instanceaccess.h"
#include "core/io/signin/credentials.h"
#include "core/io/signin/providerclient.h"
#include "core/io/signin/signinhttp.h"

#include <QObject>
#include <QTimer>

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

    /// How long server and provider have together: forgetting the token here must not wait for them.
    static constexpr Duration kLimit{10'000};

Q_SIGNALS:
    /// Once. @p trouble: one sentence, empty if all was done.
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
