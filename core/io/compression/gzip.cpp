#include "core/io/compression/gzip.h"

#include "core/io/compression/deflater.h"
#include "core/io/compression/inflater.h"

namespace lynceus {

using namespace Qt::StringLiterals;

bool isGzip(QByteArrayView bytes)
{
    return bytes.startsWith("\x1f\x8b");
}

Result<QByteArray> gunzipped(QByteArrayView bytes, qsizetype cap)
{
    QByteArray out;
    switch (Inflater(CompressionFormat::Gzip).feed(bytes, out, cap)) {
    case Inflater::State::Complete:
        return out;
    case Inflater::State::More:
        return badInput(u"the gzip data is incomplete"_s);
    case Inflater::State::Surplus:
        return badInput(u"extra data follows the gzip data"_s);
    case Inflater::State::TooLarge:
        return tl::unexpected(
            Error{Error::Kind::TooLarge, {}, u"its decompressed size is more than %1 MiB"_s.arg(cap >> 20), false, 0});
    case Inflater::State::Broken:
        break;
    }
    return badInput(u"the gzip data is damaged"_s);
}

QByteArray gzipped(QByteArrayView bytes, int level)
{
    QByteArray out;
    Deflater(CompressionFormat::Gzip, level).feed(bytes, out, Deflater::Flush::End);
    return out;
}

} // namespace lynceus
