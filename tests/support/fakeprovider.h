#pragma once

#include "tests/support/rawserver.h"

#include <QJsonObject>
#include <QString>

#include <memory>

namespace lynceus::test {

/// An OpenID provider on raw sockets: its document, its keys, and tokens as a test wants them. Signs with a key of the
/// curve P-256, or with RSA.
class FakeProvider final
{
public:
    enum class KeyType { P256, Rsa };

    explicit FakeProvider(KeyType type = KeyType::P256);
    ~FakeProvider();

    [[nodiscard]] QString issuer() const;
    /// A new key with this id; the others are not among its keys any more.
    void changeKey(const QString &id);
    /// While it is away, connections end without an answer.
    void setAway(bool isAway) { m_isAway = isAway; }
    /// The body instead of its keys; empty: its keys.
    void setKeysBody(const QByteArray &body) { m_keysBody = body; }
    [[nodiscard]] int keysRead() const { return m_keysRead; }
    /// How often its document was asked for, also while it was away.
    [[nodiscard]] int discoveries() const { return m_discoveries; }
    /// How often a code was to be exchanged.
    [[nodiscard]] int exchanges() const { return m_exchanges; }
    /// What a code is exchanged for; empty: the exchange is refused.
    void setIdToken(const QByteArray &token) { m_idToken = token; }
    /// The form of the last exchange.
    [[nodiscard]] const QByteArray &exchanged() const { return m_exchanged; }

    /// What a token of this provider for @p audience says at @p now, for an hour.
    [[nodiscard]] QJsonObject claims(const QString &audience, Instant now) const;
    /// @p algorithm: ES256; of RSA RS256 or PS256. @p id: of the key, as the token names it.
    [[nodiscard]] QByteArray token(const QJsonObject &claims, const QString &algorithm, const QString &id) const;
    /// The same with the present key.
    [[nodiscard]] QByteArray token(const QJsonObject &claims) const;

private:
    struct Key;
    [[nodiscard]] Script reply(const ReceivedRequest &request);
    [[nodiscard]] QByteArray keySet() const;

    const KeyType m_type;
    std::unique_ptr<Key> m_key;
    QString m_keyId;
    QByteArray m_keysBody;
    QByteArray m_idToken;
    QByteArray m_exchanged;
    int m_keysRead = 0;
    int m_discoveries = 0;
    int m_exchanges = 0;
    bool m_isAway = false;
    RawServer m_server;
};

} // namespace lynceus::test
