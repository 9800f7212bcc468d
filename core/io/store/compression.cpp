#include "core/io/store/compression.h"

#include <QtEndian>

#include <zlib.h>

namespace lynceus {

namespace {

constexpr qsizetype kHead = sizeof(quint32);
constexpr quint32 kMostUnpacked = 512U << 20; // bytes; more is damage, and is not asked of memory

// zlib wants unsigned bytes.
const Bytef *bytesOf(const char *data)
{
    return reinterpret_cast<const Bytef *>(data);
}

Bytef *bytesOf(char *data)
{
    return reinterpret_cast<Bytef *>(data);
}

} // namespace

QByteArray compressed(const QByteArray &bytes)
{
    const auto length = static_cast<uLong>(bytes.size());
    auto room = compressBound(length);
    QByteArray out(kHead + static_cast<qsizetype>(room), Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(length), out.data());
    const int result = compress2(bytesOf(out.data() + kHead), &room, bytesOf(bytes.constData()), length, Z_BEST_SPEED);
    Q_ASSERT(result == Z_OK); // there is room, and memory ends the program elsewhere
    Q_UNUSED(result);
    out.resize(kHead + static_cast<qsizetype>(room));
    return out;
}

std::optional<QByteArray> uncompressed(const QByteArray &bytes)
{
    if (bytes.size() <= kHead)
        return std::nullopt;
    const auto length = qFromBigEndian<quint32>(bytes.constData());
    if (length > kMostUnpacked)
        return std::nullopt;
    QByteArray out(static_cast<qsizetype>(length), Qt::Uninitialized);
    uLongf written = length;
    const int result = uncompress(bytesOf(out.data()), &written, bytesOf(bytes.constData() + kHead),
                                  static_cast<uLong>(bytes.size() - kHead));
    if (result != Z_OK || written != length)
        return std::nullopt;
    return out;
}

} // namespace lynceus
