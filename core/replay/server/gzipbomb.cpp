#include "core/io/compression/crc32.h"
#include "core/io/compression/deflater.h"
#include "core/replay/server/brokenanswer.h"

namespace lynceus {

namespace {

constexpr int kBlocks = 1024;
constexpr int kBlockSize = 1 << 20; ///< bytes; all blocks together are 1 GiB

/// Header and checksum of the gzip member are written here. With Flush::Full, a block can be repeated.
QByteArray deflatedBlock(const QByteArray &plain, Deflater::Flush flush)
{
    QByteArray out;
    Deflater(CompressionFormat::Raw, Deflater::kSmallest).feed(plain, out, flush);
    return out;
}

void appendLittleEndian(QByteArray &out, quint64 value)
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
    const QByteArray block = deflatedBlock(spaces, Deflater::Flush::Full);
    QByteArray out("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 10); // RFC 1952, no name, no time
    out.reserve(out.size() + block.size() * kBlocks + 256);
    out += deflatedBlock(begin, Deflater::Flush::Full);
    Crc32 sum;
    sum.add(begin);
    Crc32 blockSum;
    blockSum.add(spaces);
    for (int i = 0; i < kBlocks; ++i) {
        out += block;
        sum.add(blockSum, kBlockSize);
    }
    out += deflatedBlock(end, Deflater::Flush::End);
    sum.add(end);
    appendLittleEndian(out, sum.value());
    appendLittleEndian(out, static_cast<quint64>(begin.size() + end.size()) + quint64(kBlocks) * kBlockSize);
    return out;
}

} // namespace lynceus
