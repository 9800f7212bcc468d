#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace lynceus {

/// zlib's format after the length as four bytes. What is stored is written often and read seldom: quick, not small.
/// @p dictionary: as Deflater's.
[[nodiscard]] QByteArray compressed(const QByteArray &bytes, QByteArrayView dictionary = {});

/// With that dictionary, or without one. Nothing if the bytes were cut short or damaged (zlib's checksum says so).
[[nodiscard]] std::optional<QByteArray> uncompressed(const QByteArray &bytes, QByteArrayView dictionary = {});

} // namespace lynceus
