#pragma once

#include <QByteArray>

namespace lynceus::test {

/// A gzip stream of @p size zero bytes, about a thousandth as long; generated without keeping them in memory.
[[nodiscard]] QByteArray gzipBomb(qint64 size);

/// An endless gzip stream: its start, and a block that can be repeated and unpacks to 1 MiB of spaces.
struct EndlessGzip
{
    QByteArray once;
    QByteArray again;
};
[[nodiscard]] EndlessGzip endlessGzip();

} // namespace lynceus::test
