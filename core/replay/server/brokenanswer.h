#pragma once

#include "core/replay/faults/fault.h"
#include "core/replay/server/httpresponse.h"

namespace lynceus {

/// Bytes of a faulty answer, and how the connection ends.
struct WirePlan
{
    enum class End {
        KeepAlive, ///< another request may follow
        Fin,
        Reset,
        Hang, ///< stays open without data
    };
    QByteArray bytes;
    QByteArray slowBytes; ///< sent after `bytes`, a few a second
    End end = End::Fin;
};

/// @param right the correct answer, uncompressed; for an event stream, its first event. @param turn number of faults so
/// far, because some have several forms.
[[nodiscard]] WirePlan brokenAnswer(Fault::Kind kind, const HttpResponse &right, Instant date, int turn);

/// A gzip stream of about 1 MiB that decompresses to 1 GiB of JSON.
[[nodiscard]] QByteArray gzipBomb();

} // namespace lynceus
