#pragma once

#include "core/domain/argocd/answer.h"
#include "core/io/http/inflater.h"

#include <QByteArray>
#include <QIODevice>

#include <optional>

namespace lynceus {

/// Collects one body while it arrives, unpacked, in one buffer: read in pieces of 64 KiB with the cap checked each
/// time.
class BodyReader final
{
public:
    /// @param contentEncoding as sent; anything but gzip and identity is broken.
    /// @param contentLength as sent, -1 if absent: passes the cap at once if it says so itself.
    BodyReader(QByteArrayView contentEncoding, qint64 contentLength, qint64 cap);

    /// Takes what @p source has now. None: go on.
    [[nodiscard]] TransportOutcome::Failure readFrom(QIODevice &source);

    /// After the last byte: Encoding if the packing says that something is missing.
    [[nodiscard]] TransportOutcome::Failure finish();

    [[nodiscard]] qint64 bytesOnWire() const { return m_onWire; }

    /// The body, with kSpareCapacity bytes of capacity behind it.
    [[nodiscard]] QByteArray takeBody();

    /// simdjson reads up to 64 bytes past the end of its input (SIMDJSON_PADDING).
    static constexpr qsizetype kSpareCapacity = 64;

private:
    [[nodiscard]] qint64 readPlain(QIODevice &source);
    [[nodiscard]] qint64 readPacked(QIODevice &source);

    qint64 m_cap;
    qint64 m_onWire = 0;
    TransportOutcome::Failure m_failure = TransportOutcome::Failure::None;
    std::optional<Inflater> m_inflater;
    QByteArray m_packed; // one piece of input
    QByteArray m_body;
};

} // namespace lynceus
