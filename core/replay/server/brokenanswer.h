#pragma once

#include "core/replay/faults/fault.h"
#include "core/replay/server/httpresponse.h"

namespace lynceus {

/// What goes over the wire when something goes wrong, and how the connection ends.
struct WirePlan
{
    enum class End {
        KeepAlive, ///< the next request may come
        Fin,
        Reset,
        Hang, ///< open, without another byte
    };
    QByteArray bytes;
    QByteArray slowBytes; ///< a few a second, behind `bytes`
    End end = End::Fin;
};

/// @param right the answer that would have been given, not compressed: an event stream's is its first event.
/// @param turn counts the faults made, because some have more than one form.
[[nodiscard]] WirePlan brokenAnswer(Fault::Kind kind, const HttpResponse &right, Instant date, int turn);

/// A gzip stream of about 1 MiB that unpacks to JSON of 1 GiB.
[[nodiscard]] QByteArray gzipBomb();

} // namespace lynceus
