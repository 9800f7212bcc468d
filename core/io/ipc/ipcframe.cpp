#include "core/io/ipc/ipcframe.h"

#include <QCborParserError>
#include <QCborValue>
#include <QtEndian>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLengthBytes = sizeof(quint32);

} // namespace

QByteArray ipcFrame(const QCborMap &message)
{
    const QByteArray body = message.toCborValue().toCbor();
    QByteArray frame(kLengthBytes, Qt::Uninitialized);
    qToBigEndian(quint32(body.size()), frame.data());
    return frame + body;
}

tl::unexpected<Error> IpcFrameSplitter::fail(Error::Kind kind, const QString &message)
{
    m_broken = true;
    m_rest.clear();
    return tl::unexpected(Error{kind, u"owner's socket"_s, message, false, 0});
}

Result<std::vector<QCborMap>> IpcFrameSplitter::feed(QByteArrayView bytes)
{
    if (m_broken)
        return fail(Error::Kind::Malformed, u"the other process does not use the protocol of Lynceus"_s);
    m_rest += bytes;
    std::vector<QCborMap> messages;
    while (m_rest.size() >= kLengthBytes) {
        const auto length = qFromBigEndian<quint32>(m_rest.constData());
        if (length > kFrameCap)
            return fail(Error::Kind::TooLarge, u"a message of %1 bytes exceeds the maximum size"_s.arg(length));
        if (m_rest.size() - kLengthBytes < qsizetype(length))
            break;
        QCborParserError error;
        const auto value = QCborValue::fromCbor(m_rest.sliced(kLengthBytes, length), &error);
        if (error.error != QCborError::NoError || error.offset != qint64(length) || !value.isMap())
            return fail(Error::Kind::Malformed, u"a message is not a CBOR map"_s);
        messages.push_back(value.toMap());
        m_rest.remove(0, kLengthBytes + qsizetype(length));
    }
    return messages;
}

} // namespace lynceus
