#include "core/io/store/encoding/compression.h"

#include "core/io/compression/deflater.h"
#include "core/io/compression/inflater.h"

#include <QtEndian>

namespace lynceus {

namespace {

constexpr qsizetype kHead = sizeof(quint32);
constexpr quint32 kMostUnpacked = 512U << 20; // bytes; larger sizes are damaged, and no memory is allocated for them

} // namespace

QByteArray compressed(const QByteArray &bytes, QByteArrayView dictionary)
{
    QByteArray out(kHead, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(bytes.size()), out.data());
    Deflater(CompressionFormat::Zlib, Deflater::kFastest, dictionary).feed(bytes, out, Deflater::Flush::End);
    return out;
}

std::optional<QByteArray> uncompressed(const QByteArray &bytes, QByteArrayView dictionary)
{
    if (bytes.size() <= kHead)
        return std::nullopt;
    const auto length = qFromBigEndian<quint32>(bytes.constData());
    if (length > kMostUnpacked)
        return std::nullopt;
    QByteArray out;
    out.reserve(static_cast<qsizetype>(length) + Inflater::kPiece);
    const auto state =
        Inflater(CompressionFormat::Zlib, dictionary).feed(QByteArrayView(bytes).sliced(kHead), out, length);
    if (state != Inflater::State::Complete || out.size() != static_cast<qsizetype>(length))
        return std::nullopt;
    return out;
}

} // namespace lynceus
