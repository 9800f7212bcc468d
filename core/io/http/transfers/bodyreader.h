#pragma once

#include "core/domain/argocd/responses/answer.h"
#include "core/io/compression/inflater.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace lynceus {

/// Collects a body as it arrives, decompressed, in one buffer. The cap applies before and after decompression and is
/// checked at least every 64 KiB.
class BodyReader final
{
public:
    /// @param contentEncoding as sent; other than gzip and identity is an error. @param contentLength as sent, -1 if
    /// missing; if it exceeds the cap, the body fails at once. @param packing Kept: compressed data stays compressed,
    /// and the cap applies before decompression only.
    enum class Packing { Undone, Kept };
    BodyReader(QByteArrayView contentEncoding, qint64 contentLength, qint64 cap, Packing packing = Packing::Undone);

    /// Takes the next bytes of the body. Returns None to continue.
    [[nodiscard]] TransportOutcome::Failure take(QByteArrayView bytes);

    /// Call after the last byte. Encoding if compressed data is incomplete.
    [[nodiscard]] TransportOutcome::Failure finish();

    /// The body is kept compressed.
    [[nodiscard]] bool isPacked() const { return m_isPacked; }
    /// Details for an error; empty if there is none.
    [[nodiscard]] QString problem() const;

    [[nodiscard]] qint64 bytesOnWire() const { return m_onWire; }
    /// Size of the kept bytes, decompressed unless isPacked().
    [[nodiscard]] qint64 size() const { return m_body.size(); }

    /// The body, with kSpareCapacity bytes of spare capacity.
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
    bool m_isCut = false; ///< the compressed data is incomplete
    std::optional<Inflater> m_inflater;
    QByteArray m_body;
};

} // namespace lynceus
