#pragma once

#include <QByteArray>

namespace lynceus::test {

/// A gzip stream of @p size zero bytes, about a thousandth as long; made without holding them.
[[nodiscard]] QByteArray gzipBomb(qint64 size);

/// A gzip stream that never ends: its beginning, and a piece of it that may come again and again and unpacks to 1 MiB
/// of spaces.
struct EndlessGzip
{
    QByteArray once;
    QByteArray again;
};
[[nodiscard]] EndlessGzip endlessGzip();

} // namespace lynceus::test
