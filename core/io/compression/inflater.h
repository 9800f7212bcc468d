#pragma once

#include "core/io/compression/compressionformat.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace lynceus {

/// Decompresses data as it arrives, directly into the destination. Complete only if checksum and length match and
/// nothing follows; Qt's own decompression does not check that a body is complete.
class Inflater final
{
public:
    enum class State {
        More,     ///< not at its end yet
        Complete, ///< complete, with a valid checksum
        Broken,   ///< wrong format or checksum
        Surplus,  ///< bytes after the end; Argo CD's server and Lynceus write one gzip member
        TooLarge, ///< over the cap; the buffer exceeds it by at most one piece
    };

    /// @p dictionary: that of the Deflater, if any; data without a dictionary works too. Its bytes must outlive this.
    explicit Inflater(CompressionFormat format, QByteArrayView dictionary = {});
    ~Inflater();

    /// Appends the decompressed @p packed. Checks the cap for every 64 KiB, which limits the memory for a decompression
    /// bomb.
    [[nodiscard]] State feed(QByteArrayView packed, QByteArray &plain, qint64 cap);
    [[nodiscard]] State state() const { return m_state; }

    /// Bytes that are decompressed between two checks of the cap: a buffer with this much spare capacity never grows.
    static constexpr qsizetype kPiece = 64 * 1024;

private:
    struct Zlib;
    [[nodiscard]] State inflatePiece(QByteArray &plain, qint64 cap);

    std::unique_ptr<Zlib> m_zlib;
    QByteArrayView m_dictionary;
    State m_state = State::More;
};

} // namespace lynceus
