#pragma once

namespace lynceus {

enum class CompressionFormat {
    Gzip, ///< RFC 1952: head, and a checksum of 32 bits with the length at its end
    Zlib, ///< RFC 1950: two bytes of head, and Adler's checksum at its end
    Raw,  ///< RFC 1951: neither; for those who write head and checksum themselves
};

/// What zlib.h calls windowBits, for the largest window.
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
