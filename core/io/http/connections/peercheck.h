#pragma once

#include <QList>
#include <QObject>
#include <QSslCertificate>
#include <QSslError>
#include <QSslSocket>

namespace lynceus {

/// Result of a TLS handshake for the server's certificate.
struct PeerReport
{
    QList<QSslError> errors;     ///< of its certificate
    QSslCertificate certificate; ///< presented by the server; null before the handshake and without TLS
    QString pinProblem;          ///< set if the certificate is not the pinned one; empty if it is, or if none is pinned
};

/// Checks the server's certificate before anything is sent. A pinned certificate is accepted with any errors, because
/// the user has confirmed it. Any other certificate is then rejected, even if it is signed by a trusted CA: the report
/// has a pinProblem after `encrypted`, and the owner of the socket must not use it.
class PeerCheck final : public QObject
{
    Q_OBJECT
public:
    /// Becomes a child of @p socket. @param pinnedFingerprint SHA-256; empty: none is pinned.
    PeerCheck(QSslSocket &socket, QByteArray pinnedFingerprint);

    [[nodiscard]] const PeerReport &report() const { return m_report; }

private:
    void takeErrors(const QList<QSslError> &errors);
    bool isPinned();

    QSslSocket &m_socket;
    QByteArray m_pinnedFingerprint;
    PeerReport m_report;
};

/// "4F:1A:…" as in browsers and OpenSSL.
[[nodiscard]] QString fingerprintText(const QByteArray &fingerprint);

} // namespace lynceus
