#include "core/io/http/peercheck.h"

#include <QCryptographicHash>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Travels with the request, so that whoever sends it cannot forget it.
constexpr auto kPin = QNetworkRequest::Attribute(QNetworkRequest::User + 1);

} // namespace

PeerCheck::PeerCheck(QNetworkReply &reply)
    : QObject(&reply)
    , m_reply(reply)
    , m_pinnedFingerprint(reply.request().attribute(kPin).toByteArray())
{
    // Direct: Qt's network thread waits for the answer to both signals before it sends a byte.
    connect(&reply, &QNetworkReply::sslErrors, this, &PeerCheck::takeErrors, Qt::DirectConnection);
    connect(&reply, &QNetworkReply::encrypted, this, &PeerCheck::takeHandshake, Qt::DirectConnection);
}

void PeerCheck::takeErrors(const QList<QSslError> &errors)
{
    m_errors = errors;
    // Where it is not the pinned one the handshake ends by itself: to abort it makes Qt warn of the error on its way.
    if (isPinned() && !m_pinnedFingerprint.isEmpty())
        m_reply.ignoreSslErrors(errors);
}

void PeerCheck::takeHandshake()
{
    if (!isPinned())
        m_reply.abort();
}

bool PeerCheck::isPinned()
{
    m_certificate = m_reply.sslConfiguration().peerCertificate();
    const auto shown = m_certificate.digest(QCryptographicHash::Sha256);
    if (m_pinnedFingerprint.isEmpty() || shown == m_pinnedFingerprint)
        return true;
    m_pinProblem =
        u"it is not the pinned one: SHA-256 %1, pinned is %2; if the server got a new certificate, accept "
        "that one, else somebody sits in between"_s.arg(fingerprintText(shown), fingerprintText(m_pinnedFingerprint));
    return false;
}

void setPin(QNetworkRequest &request, const QByteArray &fingerprint)
{
    if (!fingerprint.isEmpty())
        request.setAttribute(kPin, fingerprint);
}

QString fingerprintText(const QByteArray &fingerprint)
{
    return QString::fromLatin1(fingerprint.toHex(':').toUpper());
}

} // namespace lynceus
