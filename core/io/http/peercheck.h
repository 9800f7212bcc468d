#pragma once

#include <QList>
#include <QObject>
#include <QSslCertificate>
#include <QSslError>
#include <QSslSocket>

namespace lynceus {

/// What a TLS handshake said of the server.
struct PeerReport
{
    QList<QSslError> errors;     ///< against its certificate
    QSslCertificate certificate; ///< what it showed; null before the handshake, and without TLS
    QString pinProblem;          ///< of one that is not the pinned one; empty if none is pinned, or it is that one
};

/// Looks at the certificate of a server before anything is sent to it. A pinned certificate is accepted whatever else
/// is wrong with it, because a person said so; any other one is refused, also if an authority vouches for it: then
/// the report has a pinProblem after `encrypted`, and whoever owns the socket must not use it.
class PeerCheck final : public QObject
{
    Q_OBJECT
public:
    /// A child of @p socket. @param pinnedFingerprint SHA-256; empty: none is pinned.
    PeerCheck(QSslSocket &socket, QByteArray pinnedFingerprint);

    [[nodiscard]] const PeerReport &report() const { return m_report; }

private:
    void takeErrors(const QList<QSslError> &errors);
    bool isPinned();

    QSslSocket &m_socket;
    QByteArray m_pinnedFingerprint;
    PeerReport m_report;
};

/// "4F:1A:…" as browsers and OpenSSL write it.
[[nodiscard]] QString fingerprintText(const QByteArray &fingerprint);

} // namespace lynceus
