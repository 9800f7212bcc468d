#include "core/replay/recordings/gzip.h"

#include <limits>

#include <zlib.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGzipWindow = 15 + 16;             ///< zlib: largest window, gzip head and checksum
constexpr qsizetype kPiece = qsizetype(1) << 18; ///< bytes unpacked between two looks at the cap
constexpr int kMemoryLevel = 8;                  ///< zlib's default

/// zlib takes non-const input but does not write to it, and counts in unsigned int.
void setInput(z_stream &stream, QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() <= std::numeric_limits<uInt>::max());
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
}

} // namespace

bool isGzip(QByteArrayView bytes)
{
    return bytes.startsWith("\x1f\x8b");
}

Result<QByteArray> gunzipped(QByteArrayView bytes, qsizetype cap)
{
    z_stream stream{};
    if (bytes.size() > std::numeric_limits<int>::max() || inflateInit2(&stream, kGzipWindow) != Z_OK)
        return badInput(u"the gzip data is too large"_s);
    setInput(stream, bytes);
    QByteArray out;
    int state = Z_OK;
    while (state == Z_OK && out.size() <= cap) {
        const qsizetype before = out.size();
        out.resize(before + kPiece);
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
        stream.avail_out = static_cast<uInt>(kPiece);
        state = inflate(&stream, Z_NO_FLUSH);
        out.resize(before + kPiece - static_cast<qsizetype>(stream.avail_out));
    }
    const bool more = stream.avail_in > 0;
    inflateEnd(&stream);
    if (out.size() > cap)
        return tl::unexpected(
            Error{Error::Kind::TooLarge, {}, u"its decompressed size is more than %1 MiB"_s.arg(cap >> 20), false, 0});
    if (state == Z_BUF_ERROR)
        return badInput(u"the gzip data is incomplete"_s);
    if (state != Z_STREAM_END)
        return badInput(u"the gzip data is damaged"_s);
    if (more)
        return badInput(u"extra data follows the gzip data"_s);
    return out;
}

QByteArray gzipped(QByteArrayView bytes, int level)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    setInput(stream, bytes);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), Qt::Uninitialized);
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(out.size() - static_cast<qsizetype>(stream.avail_out));
    deflateEnd(&stream);
    return out;
}

} // namespace lynceus
