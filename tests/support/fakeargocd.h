#pragma once

#include "tests/support/rawserver.h"

#include <QMap>
#include <QSet>

#include <optional>

namespace lynceus::test {

/// The sign-in of an Argo CD with Dex, with any fault that a test needs. Strict where the real servers are: Dex accepts
/// no redirect URI other than http://localhost:PORT/auth/callback, codes and refresh tokens are valid once, the
/// verifier must match, a POST needs its exact Content-Type.
class FakeArgoCd final
{
public:
    FakeArgoCd();

    [[nodiscard]] QUrl url() const { return publicUrl.isEmpty() ? m_server.url() : publicUrl; }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QString issuer() const { return url().toString() + QStringLiteral("/api/dex"); }
    [[nodiscard]] const std::vector<ReceivedRequest> &requests() const { return m_server.requests(); }
    /// Number of requests that start with @p begin: "POST /api/dex/token".
    [[nodiscard]] int count(const QByteArray &begin) const;
    /// Issued codes and tokens, which must never be logged or shown.
    [[nodiscard]] const QList<QByteArray> &secrets() const { return m_secrets; }

    /// A token that this server accepts from now on.
    [[nodiscard]] QByteArray makeToken(const QByteArray &issuer, const QByteArray &subject, qint64 issuedAt,
                                       qint64 expiresAt, const QByteArray &nonce = {});
    void revoke(const QByteArray &token) { m_valid.remove(token); }
    void revokeAll() { m_valid.clear(); }
    /// Like a restart of Dex, which keeps them in memory.
    void forgetRefreshTokens() { m_refreshTokens.clear(); }

    // Behaviour
    QUrl publicUrl;                      ///< URL of a proxy in front of it; empty: direct access
    QByteArray settings;                 ///< response of /api/v1/settings; empty: Dex with one connector
    QByteArray document;                 ///< discovery document; empty: a valid one
    QByteArray issuerInTokens;           ///< empty: the valid one
    QByteArray audience = "argo-cd-cli"; ///< of id_tokens
    QByteArray nonceInTokens;            ///< empty: the one that was sent
    bool omitsNonce = false;             ///< omits the nonce from its tokens
    QByteArray algorithm = "RS256";      ///< in the header of its tokens
    QByteArray moreMetadata;             ///< ",…" at the end of a right discovery document
    QByteArray issuerInReturn;           ///< `iss` in the browser's redirect; empty: not sent
    qint64 lifetime = 24 * 3600;         ///< seconds
    qint64 skew = 0;                     ///< seconds by which its clock is ahead
    qint64 now = 1'795'000'000;          ///< seconds since 1970: the test's clock
    bool givesIdToken = true;
    bool givesIdTokenOnRefresh = true;
    bool givesRefreshToken = true;
    QByteArray authorizationError;      ///< "access_denied": what the browser comes back with
    QByteArray wrongState;              ///< state that the browser returns instead
    bool keepsRefreshTokens = false;    ///< can be used more than once, as with many providers
    bool endsSignInOnReuse = false;     ///< a reused refresh token revokes all of them, as in RFC 9700 §4.14.2
    Duration tokenDelay{0};             ///< delay of the token endpoint's response
    Duration logoutDelay{0};            ///< delay of the response to a sign-out
    bool takesNoToken = false;          ///< Argo CD rejects all tokens of the provider
    bool refusesOnce = false;           ///< one request gets 401 with any credential
    bool acceptsAnyToken = false;       ///< accepts any bearer token, for tokens of another provider
    bool isAnonymous = false;           ///< allows anonymous reading, which hides invalid tokens
    QByteArray renewedToken;            ///< sent as Grpc-Metadata-Renew-Token
    std::optional<Script> tokenFault;   ///< response of the token endpoint
    std::optional<Script> apiFault;     ///< response of Argo CD to everything except signing in
    std::optional<Script> sessionFault; ///< response of POST /api/v1/session
    bool deviceGranted = false;         ///< the user entered the code
    bool deviceEndpoint = false;

private:
    [[nodiscard]] Script answer(const ReceivedRequest &request);
    [[nodiscard]] Script api(const ReceivedRequest &request, const QByteArray &path);
    [[nodiscard]] Script authorize(const QUrl &url);
    [[nodiscard]] Script token(const ReceivedRequest &request);
    [[nodiscard]] Script grant(const QByteArray &nonce, bool withIdToken);
    [[nodiscard]] Script session(const ReceivedRequest &request);
    [[nodiscard]] QByteArray discovery() const;
    [[nodiscard]] QByteArray secret(const QByteArray &kind);
    [[nodiscard]] bool isSignedIn(const ReceivedRequest &request) const;

    struct Pending
    {
        QString challenge;
        QString redirect;
        QByteArray nonce;
    };

    RawServer m_server;
    QMap<QByteArray, Pending> m_codes;
    QSet<QByteArray> m_refreshTokens;
    QSet<QByteArray> m_usedRefreshTokens;
    QSet<QByteArray> m_valid;
    QList<QByteArray> m_secrets;
    int m_made = 0;
};

} // namespace lynceus::test
