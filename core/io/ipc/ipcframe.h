#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QCborMap>

#include <vector>

namespace lynceus {

/// Format on the owner's socket: four bytes of length (big endian), then that many bytes of one CBOR map.
[[nodiscard]] QByteArray ipcFrame(const QCborMap &message);

/// Splits received bytes into messages, however they are chunked.
class IpcFrameSplitter final
{
public:
    /// Bytes per message. The largest is a history of some thousand verdicts.
    static constexpr quint32 kFrameCap = 64U * 1024U * 1024U;

    /// The messages that are complete now. Error::Kind::Malformed or TooLarge: the other side is not Lynceus; it cannot
    /// be used afterwards.
    [[nodiscard]] Result<std::vector<QCborMap>> feed(QByteArrayView bytes);

private:
    [[nodiscard]] tl::unexpected<Error> fail(Error::Kind kind, const QString &message);

    QByteArray m_rest;
    bool m_broken = false;
};

} // namespace lynceus
