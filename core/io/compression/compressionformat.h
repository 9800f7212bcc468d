#pragma once

namespace lynceus {

enum class CompressionFormat {
    Gzip, ///< RFC 1952: header, 32-bit checksum and length
    Zlib, ///< RFC 1950: two bytes of header, Adler-32 checksum
    Raw,  ///< RFC 1951: neither; for callers that write header and checksum
};

/// The parameter windowBits of zlib.h, for the largest window.
[[nodiscard]] constexpr int windowBits(CompressionFormat format)
{
    constexpr int kLargestWindow = 15;
    switch (format) {
    case CompressionFormat::Gzip:
        return kLargestWindow + 16;
    case CompressionFormat::Zlib:
        return kLargestWindow;
    case CompressionFormat::Raw:
        break;
    }
    return -kLargestWindow;
}

} // namespace lynceus
