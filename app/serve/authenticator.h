#pragma once

#include "app/serve/peercounter.h"
#include "app/serve/serveconfig.h"
#include "core/domain/http/requestparser.h"
#include "core/io/clock.h"
#include "core/io/tasks/deploytokens.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace lynceus {

class OidcReaders;

/// Decides whether a request is allowed, by deploy tokens (from files and from the database) and JWTs. Keeps only
/// hashes of the tokens; comparing takes constant time.
///
/// Failed attempts are counted by client address: after kMostWrong in a minute, further wrong credentials get "too many
/// requests". Correct credentials are always accepted, so that clients behind one proxy cannot lock each other out.
/// Registrations with a deploy token are counted by the token's name; those with JWTs by issuer and subject, across
/// renewals. Beyond kMostAccounts, further JWT accounts share one counter.
class Authenticator final
{
public:
    static constexpr int kMostWrong = 10;
    static constexpr qsizetype kMostAccounts = 10'000;

    Authenticator(const ServeAccess &access, const Clock &clock);

    struct Decision
    {
        enum class Kind {
            Allowed,
            Refused,     ///< 401
            TooMany,     ///< 429
            Unavailable, ///< 503: the keys of the OpenID provider are unknown, or being read again
        };
        Kind kind = Kind::Allowed;
        QString reason; ///< a clause for the client, without parts of the credential
        QString caller; ///< of what is allowed: the token's name, "jwt", or empty where no credential was needed
    };

    /// The id of the request's token in the database, for DeployTokens::find(). Empty: no lookup needed.
    [[nodiscard]] static QString storedTokenId(const HttpRequest &request);

    /// @p stored: the token found for storedTokenId().
    [[nodiscard]] Decision mayRegister(const HttpRequest &request, const QString &peer,
                                       const std::optional<DeployToken> &stored = {});
    [[nodiscard]] Decision mayRead(const HttpRequest &request, const QString &peer,
                                   const std::optional<DeployToken> &stored = {});
    /// Also allows reading with tokens of an OpenID provider. @p readers must outlive this; null: no provider.
    void setReaders(OidcReaders *readers) { m_readers = readers; }
    [[nodiscard]] bool isReadingOpen() const { return m_openReading; }

private:
    /// The caller of a request: a name if the credential is correct, an error if it is wrong.
    struct Credential
    {
        QString name;
        QString fault;
        QByteArray account = {}; ///< of a JWT: see accountOfJwt()
    };
    /// A decision, and the account that its registrations count for.
    struct Counted
    {
        Decision decision;
        QString account;
    };

    [[nodiscard]] Counted decide(const HttpRequest &request, const QString &peer, bool isOpen,
                                 const std::optional<DeployToken> &stored);
    [[nodiscard]] Credential credentialOf(const HttpRequest &request, bool isOpen,
                                          const std::optional<DeployToken> &stored) const;
    /// The name of the token; empty if it is unknown.
    [[nodiscard]] QString deployTokenName(const QByteArray &token, const std::optional<DeployToken> &stored) const;
    [[nodiscard]] Decision refuse(const QString &peer, const QString &reason);
    [[nodiscard]] bool isTooFast(QString account);

    struct Count
    {
        Duration since{0}; ///< steady time
        int count = 0;
    };
    struct KnownToken
    {
        QString name;
        QByteArray hash;
    };

    [[nodiscard]] Decision decideReader(const QByteArray &token, const QString &peer);

    const Clock &m_clock;
    OidcReaders *m_readers = nullptr;
    std::vector<KnownToken> m_fileTokens;
    Secret m_jwtSecret;
    bool m_openRegistration;
    bool m_openReading;
    int m_ratePerToken;
    PeerCounter m_wrong;
    QHash<QString, Count> m_registered; ///< by account
};

} // namespace lynceus
