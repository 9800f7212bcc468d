#include "tests/support/gzip.h"

#include "core/io/compression/deflater.h"

namespace lynceus::test {

QByteArray gzipBomb(qint64 size)
{
    Deflater deflater(CompressionFormat::Gzip, Deflater::kSmallest);
    const QByteArray zeros(1024 * 1024, '\0');
    QByteArray packed;
    for (qint64 done = 0; done < size; done += zeros.size())
        deflater.feed(zeros, packed);
    deflater.feed({}, packed, Deflater::Flush::End);
    return packed;
}

EndlessGzip endlessGzip()
{
    Deflater deflater(CompressionFormat::Gzip, Deflater::kSmallest);
    EndlessGzip endless;
    deflater.feed(" ", endless.once, Deflater::Flush::Full);
    deflater.feed(QByteArray(1024 * 1024, ' '), endless.again, Deflater::Flush::Full);
    return endless;
}

} // namespace lynceus::test
