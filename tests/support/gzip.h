#pragma once

#include <QByteArray>

namespace lynceus::test {

[[nodiscard]] QByteArray gzipped(const QByteArray &plain);

/// A gzip stream of @p size zero bytes, about a thousandth as long; made without holding them.
[[nodiscard]] QByteArray gzipBomb(qint64 size);

} // namespace lynceus::test
