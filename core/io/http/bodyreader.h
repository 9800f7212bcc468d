#pragma once

#include "core/domain/argocd/answer.h"
#include "core/io/compression/inflater.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace lynceus {

/// Collects one body while it arrives, unpacked, in one buffer. Its cap counts before and after unpacking, and is
/// checked at least every 64 KiB.
class BodyReader final
{
public:
    /// @param contentEncoding as sent; anything but gzip and identity is broken.
    /// @param contentLength as sent, -1 if absent: passes the cap at once if it says so itself.
    /// @param packing Kept: what comes packed stays so, and its cap counts before unpacking only.
    enum class Packing { Undone, Kept };
    BodyReader(QByteArrayView contentEncoding, qint64 contentLength, qint64 cap, Packing packing = Packing::Undone);

    /// Takes the next bytes of the body. None: go on.
    [[nodiscard]] TransportOutcome::Failure take(QByteArrayView bytes);

    /// After the last byte: Encoding if the packing says that something is missing.
    [[nodiscard]] TransportOutcome::Failure finish();

    /// The body is packed as it came.
    [[nodiscard]] bool isPacked() const { return m_isPacked; }
    /// What is wrong with it, for the details of an error; empty: nothing is.
    [[nodiscard]] QString problem() const;

    [[nodiscard]] qint64 bytesOnWire() const { return m_onWire; }
    /// Bytes that are kept, unpacked unless isPacked().
    [[nodiscard]] qint64 size() const { return m_body.size(); }

    /// The body, with kSpareCapacity bytes of capacity behind it.
    [[nodiscard]] QByteArray takeBody();

    /// simdjson reads up to 64 bytes past the end of its input (SIMDJSON_PADDING).
    static constexpr qsizetype kSpareCapacity = 64;

private:
    void appendPlain(QByteArrayView bytes);
    void unpack(QByteArrayView bytes);

    qint64 m_cap;
    qint64 m_onWire = 0;
    TransportOutcome::Failure m_failure = TransportOutcome::Failure::None;
    bool m_isPacked = false;
    bool m_isCut = false; ///< its packing says that something is missing
    std::optional<Inflater> m_inflater;
    QByteArray m_body;
};

} // namespace lynceus
