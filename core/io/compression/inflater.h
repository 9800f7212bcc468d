#pragma once

#include "core/io/compression/compressionformat.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace lynceus {

/// Unpacks while bytes arrive, into the buffer where they are wanted. Complete only if checksum and length were right
/// and nothing came after them: that is the proof that a body is whole which Qt's own unpacking drops.
class Inflater final
{
public:
    enum class State {
        More,     ///< not at its end yet
        Complete, ///< whole, checksum right
        Broken,   ///< not of this format, or the wrong checksum
        Surplus,  ///< bytes after the end: Argo CD's server writes one gzip member, and so do we
        TooLarge, ///< the cap is passed; the buffer is at most one piece longer than it
    };

    /// @p dictionary: that of the Deflater, if it had one; what was packed without one is unpacked, too. Its bytes must
    /// outlive this.
    explicit Inflater(CompressionFormat format, QByteArrayView dictionary = {});
    ~Inflater();

    /// Appends what @p packed unpacks to. The cap is checked for every 64 KiB, so that a bomb costs no more than it.
    [[nodiscard]] State feed(QByteArrayView packed, QByteArray &plain, qint64 cap);
    [[nodiscard]] State state() const { return m_state; }

    /// Bytes that are unpacked between two looks at the cap: a buffer that reserves so many more never grows.
    static constexpr qsizetype kPiece = 64 * 1024;

private:
    struct Zlib;
    [[nodiscard]] State inflatePiece(QByteArray &plain, qint64 cap);

    std::unique_ptr<Zlib> m_zlib;
    QByteArrayView m_dictionary;
    State m_state = State::More;
};

} // namespace lynceus
