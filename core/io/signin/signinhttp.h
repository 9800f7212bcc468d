#pragma once

#include "core/domain/auth/signinpolicy.h"
#include "core/domain/base/secret.h"
#include "core/domain/time/time.h"
#include "core/io/clock.h"
#include "core/io/http/requests/instanceaccess.h"

#include <QObject>

#include <functional>
#include <optional>

namespace lynceus {

/// One sign-in request.
struct SignInRequest
{
    SignInCall call = SignInCall::Discovery;
    QUrl url;
    Secret form;   ///< application/x-www-form-urlencoded
    Secret json;   ///< application/json
    Secret cookie; ///< value of the `Cookie` header, which Argo CD's logout requires for the token
};

/// A complete answer with any status. Redirects are not followed.
struct SignInAnswer
{
    int httpStatus = 0;
    QByteArray contentType;
    QByteArray body;
    std::optional<Instant> serverTime; ///< the `Date` header
    Instant answeredAt{};              ///< our clock
};

/// Sends the sign-in requests that checkSignInAllowed() allows: to the instance with its TLS settings and gateway
/// headers, to an external provider with the system's. Never sends a bearer token; requests are never repeated or
/// redirected.
class SignInHttp final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kDeadline{30'000};    ///< per request; providers that forward to others are slow
    static constexpr qint64 kBodyCap = 1024 * 1024; ///< bytes

    /// @param access of the instance; its tokens are not used. @param deadline per request.
    SignInHttp(InstanceAccess access, const Clock &clock, QObject *parent = nullptr, Duration deadline = kDeadline);
    ~SignInHttp() override;

    using Answer = std::function<void(Result<SignInAnswer>)>;
    /// Calls @p answer once, later, unless @p context or this was destroyed. Errors: NotAllowed; Unreachable, TimedOut,
    /// Certificate, TooLarge: no complete answer arrived.
    void send(SignInRequest request, const SignInPlaces &places, QObject *context, Answer answer);

private:
    InstanceAccess m_access;
    const Clock &m_clock;
    Duration m_deadline;
};

} // namespace lynceus
