#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QCborMap>

#include <vector>

namespace lynceus {

/// What goes over the owner's socket: four bytes of length (big endian), then that many bytes of one CBOR map.
[[nodiscard]] QByteArray ipcFrame(const QCborMap &message);

/// Cuts received bytes into messages, whatever pieces they come in.
class IpcFrameSplitter final
{
public:
    /// Bytes of one message. The largest is a history of some thousand verdicts.
    static constexpr quint32 kFrameCap = 64U * 1024U * 1024U;

    /// The messages that are whole now. Error::Kind::Malformed or TooLarge: the other side is none of us; nothing more
    /// is understood after it.
    [[nodiscard]] Result<std::vector<QCborMap>> feed(QByteArrayView bytes);

private:
    [[nodiscard]] tl::unexpected<Error> fail(Error::Kind kind, const QString &message);

    QByteArray m_rest;
    bool m_broken = false;
};

} // namespace lynceus
