#include "tests/support/gzip.h"

#define ZLIB_CONST // input pointers are const
#include <zlib.h>

namespace lynceus::test {

namespace {

constexpr int kGzip = 15 + 16; // zlib.h, deflateInit2: the largest window, gzip header

void deflateInto(QByteArray &packed, z_stream &stream, QByteArrayView plain, int flush)
{
    stream.next_in = reinterpret_cast<const Bytef *>(plain.data());
    stream.avail_in = static_cast<uInt>(plain.size());
    do {
        char piece[16 * 1024];
        stream.next_out = reinterpret_cast<Bytef *>(piece);
        stream.avail_out = sizeof piece;
        deflate(&stream, flush);
        packed.append(piece, static_cast<qsizetype>(sizeof piece - stream.avail_out));
    } while (stream.avail_out == 0);
}

} // namespace

QByteArray gzipped(const QByteArray &plain)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed;
    deflateInto(packed, stream, plain, Z_FINISH);
    deflateEnd(&stream);
    return packed;
}

QByteArray gzipBomb(qint64 size)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY);
    const QByteArray zeros(1024 * 1024, '\0');
    QByteArray packed;
    for (qint64 done = 0; done < size; done += zeros.size())
        deflateInto(packed, stream, zeros, Z_NO_FLUSH);
    deflateInto(packed, stream, {}, Z_FINISH);
    deflateEnd(&stream);
    return packed;
}

EndlessGzip endlessGzip()
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY);
    const QByteArray spaces(1024 * 1024, ' ');
    EndlessGzip endless;
    deflateInto(endless.once, stream, " ", Z_FULL_FLUSH);
    deflateInto(endless.again, stream, spaces, Z_FULL_FLUSH); // refers to nothing before it
    deflateEnd(&stream);
    return endless;
}

} // namespace lynceus::test
