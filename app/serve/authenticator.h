#pragma once

#include "app/serve/serveconfig.h"
#include "core/domain/http/requestparser.h"
#include "core/io/clock.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace lynceus {

/// Decides whether a request may do what it asks for, by deploy tokens and JWTs. Only hashes of the tokens are kept,
/// and comparing takes as long for every token.
///
/// Wrong credentials are counted by the client's address: after kMostWrong in a minute, more of them are answered with
/// "too many". A right one is always let in, so that nobody locks others out who share the address of a proxy.
class Authenticator final
{
public:
    static constexpr int kMostWrong = 10;

    Authenticator(const ServeAccess &access, const Clock &clock);

    struct Decision
    {
        enum class Kind {
            Allowed,
            Refused, ///< 401
            TooMany, ///< 429
        };
        Kind kind = Kind::Allowed;
        QString reason; ///< a clause for the client, without anything of its credential
    };

    [[nodiscard]] Decision mayRegister(const HttpRequest &request, const QString &peer);
    [[nodiscard]] Decision mayRead(const HttpRequest &request, const QString &peer);

private:
    [[nodiscard]] Decision decide(const HttpRequest &request, const QString &peer, bool isOpen);
    [[nodiscard]] QString faultOf(const HttpRequest &request, bool isOpen) const;
    [[nodiscard]] bool isDeployToken(const QByteArray &token) const;
    [[nodiscard]] Decision refuse(const QString &peer, const QString &reason);

    struct Wrong
    {
        Duration since{0}; ///< steady
        int count = 0;
    };

    const Clock &m_clock;
    std::vector<QByteArray> m_tokenHashes; ///< SHA-256
    Secret m_jwtSecret;
    bool m_openRegistration;
    bool m_openReading;
    QHash<QString, Wrong> m_wrong; ///< by address
};

} // namespace lynceus
