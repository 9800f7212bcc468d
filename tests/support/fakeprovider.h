#pragma once

#include "tests/support/rawserver.h"

#include <QJsonObject>
#include <QString>

#include <memory>

namespace lynceus::test {

/// An OpenID provider on raw sockets: discovery document, keys, and tokens for tests. Signs with a P-256 key or with
/// RSA.
class FakeProvider final
{
public:
    enum class KeyType { P256, Rsa };

    explicit FakeProvider(KeyType type = KeyType::P256);
    ~FakeProvider();

    [[nodiscard]] QString issuer() const;
    /// Replaces all keys with a new one with this id.
    void changeKey(const QString &id);
    /// true: connections are closed without a response.
    void setAway(bool isAway) { m_isAway = isAway; }
    /// Response instead of its keys; empty: its keys.
    void setKeysBody(const QByteArray &body) { m_keysBody = body; }
    [[nodiscard]] int keysRead() const { return m_keysRead; }
    /// Number of requests for its document, including failed ones.
    [[nodiscard]] int discoveries() const { return m_discoveries; }
    /// Number of requests to exchange a code.
    [[nodiscard]] int exchanges() const { return m_exchanges; }
    /// Token that a code is exchanged for; empty: the exchange is rejected.
    void setIdToken(const QByteArray &token) { m_idToken = token; }
    /// The form data of the last exchange.
    [[nodiscard]] const QByteArray &exchanged() const { return m_exchanged; }

    /// Claims of a valid token for @p audience, issued at @p now, valid for an hour.
    [[nodiscard]] QJsonObject claims(const QString &audience, Instant now) const;
    /// @p algorithm: ES256; with RSA, RS256 or PS256. @p id: key id in the token.
    [[nodiscard]] QByteArray token(const QJsonObject &claims, const QString &algorithm, const QString &id) const;
    /// As above, with the current key.
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
