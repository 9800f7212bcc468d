#include "core/io/http/connections/peercheck.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace lynceus {

PeerCheck::PeerCheck(QSslSocket &socket, QByteArray pinnedFingerprint)
    : QObject(&socket)
    , m_socket(socket)
    , m_pinnedFingerprint(std::move(pinnedFingerprint))
{
    // Direct, because the handshake continues or ends when the slot returns.
    connect(&socket, &QSslSocket::sslErrors, this, &PeerCheck::takeErrors, Qt::DirectConnection);
    connect(&socket, &QSslSocket::encrypted, this, &PeerCheck::isPinned, Qt::DirectConnection);
}

void PeerCheck::takeErrors(const QList<QSslError> &errors)
{
    m_report.errors = errors;
    if (isPinned() && !m_pinnedFingerprint.isEmpty())
        m_socket.ignoreSslErrors(errors);
}

bool PeerCheck::isPinned()
{
    m_report.certificate = m_socket.peerCertificate();
    const auto shown = m_report.certificate.digest(QCryptographicHash::Sha256);
    if (m_pinnedFingerprint.isEmpty() || shown == m_pinnedFingerprint)
        return true;
    m_report.pinProblem =
        u"it is not the pinned certificate: SHA-256 %1, pinned %2; accept the new certificate if the server has changed it, otherwise the connection may be intercepted"_s
            .arg(fingerprintText(shown), fingerprintText(m_pinnedFingerprint));
    return false;
}

QString fingerprintText(const QByteArray &fingerprint)
{
    return QString::fromLatin1(fingerprint.toHex(':').toUpper());
}

} // namespace lynceus
