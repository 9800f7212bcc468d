#include "core/replay/server/brokenanswer.h"

#include <zlib.h>

namespace lynceus {

namespace {

constexpr int kBlocks = 1024;
constexpr int kBlockSize = 1 << 20; ///< bytes, so that all blocks are 1 GiB
constexpr int kRawDeflate = -15;    ///< zlib: no head and no checksum, those are made by hand
constexpr int kMemoryLevel = 9;

/// Ends at a byte and refers to nothing before it, so that it can be repeated.
QByteArray deflatedBlock(const QByteArray &plain, int flush)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kRawDeflate, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray text = plain;
    QByteArray out(plain.size() / 2 + 128, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, flush);
    out.resize(out.size() - static_cast<qsizetype>(stream.avail_out));
    deflateEnd(&stream);
    return out;
}

uLong checksum(uLong before, const QByteArray &bytes)
{
    return crc32(before, reinterpret_cast<const Bytef *>(bytes.constData()), static_cast<uInt>(bytes.size()));
}

void appendLittleEndian(QByteArray &out, uLong value)
{
    for (int byte = 0; byte < 4; ++byte)
        out += static_cast<char>((value >> (8 * byte)) & 0xff);
}

} // namespace

QByteArray gzipBomb()
{
    const QByteArray begin = "{\"metadata\":{},\"items\":[";
    const QByteArray end = "]}";
    const QByteArray spaces(kBlockSize, ' ');
    const QByteArray block = deflatedBlock(spaces, Z_FULL_FLUSH);
    QByteArray out("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 10); // RFC 1952, no name, no time
    out.reserve(out.size() + block.size() * kBlocks + 256);
    out += deflatedBlock(begin, Z_FULL_FLUSH);
    uLong sum = checksum(0, begin);
    const uLong blockSum = checksum(0, spaces);
    for (int i = 0; i < kBlocks; ++i) {
        out += block;
        sum = crc32_combine(sum, blockSum, kBlockSize);
    }
    out += deflatedBlock(end, Z_FINISH);
    sum = checksum(sum, end);
    appendLittleEndian(out, sum);
    appendLittleEndian(out, static_cast<uLong>(begin.size() + end.size()) + uLong(kBlocks) * kBlockSize);
    return out;
}

} // namespace lynceus
