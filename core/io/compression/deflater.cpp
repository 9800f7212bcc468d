#include "core/io/compression/deflater.h"

#include <algorithm>
#include <new>

#define ZLIB_CONST // input pointers are const
#include <zlib.h>

namespace lynceus {

namespace {

constexpr int kMemoryLevel = 8;            // zlib's default
constexpr qsizetype kLeastRoom = 1024;     // bytes, for headers and trailers that deflateBound() does not count
constexpr qsizetype kMostAtOnce = 1 << 30; // bytes; zlib counts in unsigned int

int zlibFlush(Deflater::Flush flush)
{
    switch (flush) {
    case Deflater::Flush::Full:
        return Z_FULL_FLUSH;
    case Deflater::Flush::End:
        return Z_FINISH;
    case Deflater::Flush::None:
        break;
    }
    return Z_NO_FLUSH;
}

} // namespace

struct Deflater::Zlib
{
    z_stream stream{};
};

Deflater::Deflater(CompressionFormat format, int level, QByteArrayView dictionary)
    : m_zlib(std::make_unique<Zlib>())
{
    // Fails only for wrong arguments and without memory.
    if (deflateInit2(&m_zlib->stream, level, Z_DEFLATED, windowBits(format), kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    if (!dictionary.isEmpty())
        deflateSetDictionary(&m_zlib->stream, reinterpret_cast<const Bytef *>(dictionary.data()),
                             static_cast<uInt>(dictionary.size()));
}

Deflater::~Deflater()
{
    deflateEnd(&m_zlib->stream);
}

void Deflater::feed(QByteArrayView plain, QByteArray &packed, Flush flush)
{
    auto &stream = m_zlib->stream;
    do {
        const auto now = std::min(plain.size(), kMostAtOnce);
        stream.next_in = reinterpret_cast<const Bytef *>(plain.data());
        stream.avail_in = static_cast<uInt>(now);
        plain = plain.sliced(now);
        const int code = plain.isEmpty() ? zlibFlush(flush) : Z_NO_FLUSH;
        do {
            const auto before = packed.size();
            const auto room = static_cast<qsizetype>(deflateBound(&stream, stream.avail_in)) + kLeastRoom;
            packed.resize(before + room);
            stream.next_out = reinterpret_cast<Bytef *>(packed.data() + before);
            stream.avail_out = static_cast<uInt>(room);
            deflate(&stream, code);
            packed.resize(before + room - static_cast<qsizetype>(stream.avail_out));
        } while (stream.avail_out == 0);
    } while (!plain.isEmpty());
}

} // namespace lynceus
