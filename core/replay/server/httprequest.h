#pragma once

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace lynceus {

/// The head of a request as far as a player of recordings needs it.
struct HttpRequest
{
    QByteArray method;
    QByteArray target; ///< path with query
    bool keepAlive = true;
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    /// A word of a list like "gzip, deflate"; parameters ("gzip;q=1") are ignored, "q=0" is refused.
    [[nodiscard]] bool accepts(const QByteArray &header, const QByteArray &word) const;
};

/// Whether the request names this computer as its host, as a client of a server on loopback does. A page in a browser
/// whose name was made to lead to 127.0.0.1 (DNS rebinding) sends its own name. HTTP/1.0 may leave the host out.
[[nodiscard]] bool isForLoopback(const HttpRequest &request);

/// Takes one whole request, its body included, from the front of @p buffer.
struct TakenRequest
{
    enum class State {
        Incomplete, ///< wait for more bytes
        Whole,
        Broken, ///< no HTTP, control characters in a header, more than one host, a head of more than 64 KiB, or a body
                ///< of more than 1 MiB
    };
    State state = State::Incomplete;
    HttpRequest request;
};
[[nodiscard]] TakenRequest takeRequest(QByteArray &buffer);

} // namespace lynceus
