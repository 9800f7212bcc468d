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

/// Decides whether a request may do what it asks for, by deploy tokens (of files and of the database) and JWTs. Only
/// hashes of the tokens are kept, and comparing takes as long for every token.
///
/// Wrong credentials are counted by the client's address: after kMostWrong in a minute, more of them are answered with
/// "too many". A right one is always let in, so that nobody locks others out who share the address of a proxy. What one
/// deploy token registers is counted by its name, and what JWTs register by whom they name, however often they are
/// renewed. Beyond kMostAccounts of those at one time, further ones share one count.
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
            Unavailable, ///< 503: the keys of the OpenID provider are not known, or are read again
        };
        Kind kind = Kind::Allowed;
        QString reason; ///< a clause for the client, without anything of its credential
        QString caller; ///< of what is allowed: the token's name, "jwt", or empty where no credential was needed
    };

    /// What the database has of the token that a request shows: DeployTokens::find() of this id. Empty: the database
    /// need not be asked.
    [[nodiscard]] static QString storedTokenId(const HttpRequest &request);

    /// @p stored: of storedTokenId().
    [[nodiscard]] Decision mayRegister(const HttpRequest &request, const QString &peer,
                                       const std::optional<DeployToken> &stored = {});
    [[nodiscard]] Decision mayRead(const HttpRequest &request, const QString &peer,
                                   const std::optional<DeployToken> &stored = {});
    /// Tokens of an OpenID provider may read, too. They outlive this; null: there is none.
    void setReaders(OidcReaders *readers) { m_readers = readers; }
    [[nodiscard]] bool isReadingOpen() const { return m_openReading; }

private:
    /// Who shows a credential: a right one has a name, a wrong one a fault.
    struct Credential
    {
        QString name;
        QString fault;
        QByteArray account = {}; ///< of a JWT: see accountOfJwt()
    };
    /// What is decided, and under which name what is registered counts.
    struct Counted
    {
        Decision decision;
        QString account;
    };

    [[nodiscard]] Counted decide(const HttpRequest &request, const QString &peer, bool isOpen,
                                 const std::optional<DeployToken> &stored);
    [[nodiscard]] Credential credentialOf(const HttpRequest &request, bool isOpen,
                                          const std::optional<DeployToken> &stored) const;
    /// Its name; empty: it is none.
    [[nodiscard]] QString deployTokenName(const QByteArray &token, const std::optional<DeployToken> &stored) const;
    [[nodiscard]] Decision refuse(const QString &peer, const QString &reason);
    [[nodiscard]] bool isTooFast(QString account);

    struct Count
    {
        Duration since{0}; ///< steady
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
