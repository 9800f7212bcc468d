#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace lynceus {

/// Unpacks one gzip member while it arrives, into the buffer where it is wanted. Complete only if its check sum and
/// length were right and nothing came after it: that is the proof that a body is whole which Qt's own unpacking drops.
class Inflater final
{
public:
    enum class State {
        More,     ///< not at its end yet
        Complete, ///< whole, check sum right
        Broken,   ///< no gzip, wrong check sum, or bytes after the end
        TooLarge, ///< the cap is passed; @p body is at most one piece longer than it
    };

    Inflater();
    ~Inflater();

    /// Appends what @p packed unpacks to. The cap is checked for every 64 KiB, so that a bomb costs no more than it.
    [[nodiscard]] State feed(QByteArrayView packed, QByteArray &body, qint64 cap);
    [[nodiscard]] State state() const { return m_state; }

private:
    struct Zlib;
    [[nodiscard]] State inflatePiece(QByteArray &body, qint64 cap);

    std::unique_ptr<Zlib> m_zlib;
    State m_state = State::More;
};

} // namespace lynceus
