#pragma once

#include "core/io/compression/compressionformat.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace lynceus {

/// Compresses data piece by piece. Inflater decompresses it.
class Deflater final
{
public:
    static constexpr int kFastest = 1; ///< levels of zlib
    static constexpr int kSmallest = 9;

    enum class Flush {
        None, ///< may keep bytes until more arrive
        Full, ///< ends on a byte boundary, and later data does not refer to earlier data: the piece can be repeated
        End,  ///< adds the checksum of the format; no more data may follow
    };

    /// @p dictionary: bytes known to both sides, most frequent last, to compress texts of some hundred bytes; Zlib
    /// only.
    Deflater(CompressionFormat format, int level, QByteArrayView dictionary = {});
    ~Deflater();

    void feed(QByteArrayView plain, QByteArray &packed, Flush flush = Flush::None);

private:
    struct Zlib;
    std::unique_ptr<Zlib> m_zlib;
};

} // namespace lynceus
