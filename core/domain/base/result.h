#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace lynceus {

/// What went wrong with something that the world owes us: an answer, a file, an input.
/// Programmer errors are Q_ASSERTs, never this.
struct Error
{
    enum class Kind {
        BadInput,     ///< what a person or a file said cannot be understood
        Unreachable,  ///< refused, unknown host, reset, cut short: nothing usable came back
        TimedOut,     ///< silence for longer than the inactivity limit, or past the deadline
        TooLarge,     ///< the body passed its cap while it arrived
        Certificate,  ///< TLS: unknown issuer, wrong name, expired
        SignInNeeded, ///< 401: token missing, expired or refused
        Forbidden,    ///< 403: not allowed, or (without project) not there
        NotFound,     ///< 404
        NotArgoCd,    ///< an answer, but not Argo CD's: HTML, another content type, a redirect elsewhere
        Server,       ///< 5xx, 429 and other answers that carry an error of the server itself
        Malformed,    ///< the body is not what it should be; the message names the path
        NotAllowed,   ///< our own allow-list refused to send this
        Cancelled,    ///< asked for by us
    };

    Kind kind = Kind::BadInput;
    QString asked;          ///< what was asked, safe to show: "GET /api/v1/applications/shop-web"
    QString message;        ///< one sentence without secrets, safe to show and to log
    bool retryable = false; ///< the same GET may succeed later without a change by anybody
    int httpStatus = 0;     ///< 0 if no answer came

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> badInput(QString message, QString asked = {})
{
    return tl::unexpected(Error{Error::Kind::BadInput, std::move(asked), std::move(message), false, 0});
}

} // namespace lynceus
