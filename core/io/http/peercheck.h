#pragma once

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QSslCertificate>
#include <QSslError>

namespace lynceus {

/// Looks at the certificate of one reply's server before anything is sent to it. A pinned certificate is accepted
/// whatever else is wrong with it, because a person said so; any other one is refused, also if an authority vouches
/// for it. A child of the reply.
class PeerCheck final : public QObject
{
    Q_OBJECT
public:
    /// The pin is that of the reply's request: see setPin().
    explicit PeerCheck(QNetworkReply &reply);

    /// What the handshake says against the certificate.
    [[nodiscard]] const QList<QSslError> &errors() const { return m_errors; }
    /// What the server showed; null before the handshake, and without TLS.
    [[nodiscard]] const QSslCertificate &certificate() const { return m_certificate; }
    /// What to say of a certificate that is not the pinned one; empty if none is pinned, or it is that one.
    [[nodiscard]] const QString &pinProblem() const { return m_pinProblem; }

private:
    void takeErrors(const QList<QSslError> &errors);
    void takeHandshake();
    [[nodiscard]] bool isPinned();

    QNetworkReply &m_reply;
    QByteArray m_pinnedFingerprint;
    QSslCertificate m_certificate;
    QList<QSslError> m_errors;
    QString m_pinProblem;
};

/// From now on this request is sent only to a server with this certificate (SHA-256); empty: none is pinned.
void setPin(QNetworkRequest &request, const QByteArray &fingerprint);

/// "4F:1A:…" as browsers and OpenSSL write it.
[[nodiscard]] QString fingerprintText(const QByteArray &fingerprint);

} // namespace lynceus
