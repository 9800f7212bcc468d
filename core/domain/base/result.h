#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace lynceus {

/// A failure of something outside the program's control: an answer, a file, an input. Programming errors are Q_ASSERTs.
struct Error
{
    enum class Kind {
        BadInput,     ///< input of the user or of a file is invalid
        Unreachable,  ///< refused, unknown host, reset, truncated: no usable answer
        TimedOut,     ///< no data for longer than the inactivity limit, or past the deadline
        TooLarge,     ///< the body exceeded its cap while it arrived
        Certificate,  ///< TLS: unknown issuer, wrong name, expired
        SignInNeeded, ///< 401: token missing, expired or refused
        Forbidden,    ///< 403: not allowed, or (without project) missing
        NotFound,     ///< 404
        NotArgoCd,    ///< an answer, but not from Argo CD: HTML, another content type, a redirect elsewhere
        Server,       ///< 5xx, 429 and other errors of the server itself
        Malformed,    ///< the body is invalid; the message names the path
        NotAllowed,   ///< our own allow-list rejected the request
        Cancelled,    ///< by us
    };

    Kind kind = Kind::BadInput;
    QString asked;          ///< the request, safe to show: "GET /api/v1/applications/shop-web"
    QString message;        ///< one sentence without secrets, safe to show and to log
    bool retryable = false; ///< the same GET may succeed later without any change
    int httpStatus = 0;     ///< 0 without an answer

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> badInput(QString message, QString asked = {})
{
    return tl::unexpected(Error{Error::Kind::BadInput, std::move(asked), std::move(message), false, 0});
}

} // namespace lynceus
