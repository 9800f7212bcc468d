#pragma once

#include "core/io/compression/compressionformat.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace lynceus {

/// Packs what is fed to it, piece by piece. Inflater unpacks it.
class Deflater final
{
public:
    static constexpr int kFastest = 1; ///< zlib's levels
    static constexpr int kSmallest = 9;

    enum class Flush {
        None, ///< bytes may be kept until more come
        Full, ///< ends at a byte, and what follows refers to nothing before: the piece can be repeated
        End,  ///< with the checksum of the format; nothing may be fed afterwards
    };

    /// @p dictionary: bytes that both sides know, the likeliest last, which texts of some hundred bytes need to become
    /// small; of Zlib only.
    Deflater(CompressionFormat format, int level, QByteArrayView dictionary = {});
    ~Deflater();

    void feed(QByteArrayView plain, QByteArray &packed, Flush flush = Flush::None);

private:
    struct Zlib;
    std::unique_ptr<Zlib> m_zlib;
};

} // namespace lynceus
