#pragma once

#include <QByteArray>

#include <optional>

namespace lynceus {

/// zlib's format after the length as four bytes. What is stored is written often and read seldom: quick, not small.
[[nodiscard]] QByteArray compressed(const QByteArray &bytes);

/// Nothing if the bytes were cut short or damaged (zlib's checksum says so).
[[nodiscard]] std::optional<QByteArray> uncompressed(const QByteArray &bytes);

} // namespace lynceus
