#pragma once

#include "tests/support/rawserver.h"

#include <QMap>
#include <QSet>

#include <optional>

namespace lynceus::test {

/// An Argo CD with its Dex, as far as signing in goes, and wrong in any way that a test wants. Strict where the real
/// ones are: Dex takes no other redirect than http://localhost:PORT/auth/callback, a code and a refresh token count
/// once, the verifier must fit, a POST needs its exact Content-Type.
class FakeArgoCd final
{
public:
    FakeArgoCd();

    [[nodiscard]] QUrl url() const { return publicUrl.isEmpty() ? m_server.url() : publicUrl; }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QString issuer() const { return url().toString() + QStringLiteral("/api/dex"); }
    [[nodiscard]] const std::vector<ReceivedRequest> &requests() const { return m_server.requests(); }
    /// How many requests begin so: "POST /api/dex/token".
    [[nodiscard]] int count(const QByteArray &begin) const;
    /// Everything that it gave out and that must never be seen: codes, tokens.
    [[nodiscard]] const QList<QByteArray> &secrets() const { return m_secrets; }

    /// A token that this server accepts from now on.
    [[nodiscard]] QByteArray makeToken(const QByteArray &issuer, const QByteArray &subject, qint64 issuedAt,
                                       qint64 expiresAt, const QByteArray &nonce = {});
    void revoke(const QByteArray &token) { m_valid.remove(token); }
    void revokeAll() { m_valid.clear(); }
    /// As a restart of Dex does, which keeps them in memory.
    void forgetRefreshTokens() { m_refreshTokens.clear(); }

    // How it behaves
    QUrl publicUrl;                      ///< of what passes requests on to it; empty: it is asked directly
    QByteArray settings;                 ///< of /api/v1/settings; empty: Dex with one connector
    QByteArray document;                 ///< discovery; empty: a right one
    QByteArray issuerInTokens;           ///< empty: the right one
    QByteArray audience = "argo-cd-cli"; ///< of id_tokens
    QByteArray nonceInTokens;            ///< empty: the one that was sent
    bool omitsNonce = false;             ///< from its tokens
    QByteArray algorithm = "RS256";      ///< of its tokens' header
    QByteArray moreMetadata;             ///< ",…" at the end of a right discovery document
    QByteArray issuerInReturn;           ///< `iss` of the browser's return; empty: not sent
    qint64 lifetime = 24 * 3600;         ///< seconds
    qint64 skew = 0;                     ///< seconds that its clock is ahead
    qint64 now = 1'795'000'000;          ///< seconds since 1970: the test's clock
    bool givesIdToken = true;
    bool givesIdTokenOnRefresh = true;
    bool givesRefreshToken = true;
    QByteArray authorizationError;    ///< "access_denied": what the browser comes back with
    QByteArray wrongState;            ///< what the browser comes back with instead
    bool keepsRefreshTokens = false;  ///< they count more than once, as many providers do
    bool endsSignInOnReuse = false;   ///< a refresh token that comes twice ends all of them, as RFC 9700 §4.14.2 wants
    Duration tokenDelay{0};           ///< before the token endpoint answers
    bool takesNoToken = false;        ///< Argo CD accepts none of the provider's tokens
    bool refusesOnce = false;         ///< one request gets 401 whatever it carries
    bool trustsEverybody = false;     ///< any bearer token is good: another provider makes them
    bool isAnonymous = false;         ///< lets everybody read, and hides that a token is no good
    QByteArray renewedToken;          ///< sent as Grpc-Metadata-Renew-Token
    std::optional<Script> tokenFault; ///< what the token endpoint answers
    std::optional<Script> apiFault;   ///< what Argo CD answers to everything but signing in
    std::optional<Script> sessionFault; ///< what POST /api/v1/session answers
    bool deviceGranted = false;         ///< the person typed the code
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
