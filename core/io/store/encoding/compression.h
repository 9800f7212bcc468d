#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace lynceus {

/// zlib format, preceded by the length in four bytes. Stored data is written often and read rarely, so speed matters
/// more than size. @p dictionary: as for Deflater.
[[nodiscard]] QByteArray compressed(const QByteArray &bytes, QByteArrayView dictionary = {});

/// Accepts data with this dictionary or without one. Empty if truncated or damaged (zlib's checksum).
[[nodiscard]] std::optional<QByteArray> uncompressed(const QByteArray &bytes, QByteArrayView dictionary = {});

} // namespace lynceus
