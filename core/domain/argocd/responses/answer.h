#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace lynceus {

/// How a request to an instance ended, as the transport saw it. Input of classifyAnswer().
struct TransportOutcome
{
    enum class Failure {
        None,
        Refused,     ///< connection refused, unknown host, no route, proxy error
        Reset,       ///< closed or reset before the answer was complete
        Inactive,    ///< no data for longer than the inactivity limit
        Deadline,    ///< past its total deadline
        TooLarge,    ///< larger than the cap
        Certificate, ///< TLS handshake: the certificate was not accepted
        Tls,         ///< TLS handshake: any other error (plain HTTP on the port, stalled)
        Encoding,    ///< invalid gzip or chunked encoding
        Cancelled,
    };
    Failure failure = Failure::None;
    QString detail;            ///< message of the network layer, redacted
    int httpStatus = 0;        ///< 0 if no response head arrived
    QByteArray contentType;    ///< as sent, with parameters
    QByteArray location;       ///< of a redirect
    QByteArray authenticate;   ///< `WWW-Authenticate` of a 401, as sent
    QByteArray server;         ///< `Server`, as sent
    qint64 contentLength = -1; ///< as sent; -1 if missing
    qint64 bytesOnWire = 0;    ///< body bytes before decompression; -1 if unknown
    QByteArray body;           ///< after decompression; may be partial after a failure
};

/// Number of JSON values in a body.
enum class BodyForm {
    OneValue,
    Lines, ///< /logs: one value per line, the last one marked; possibly none
};

/// Returns the body if it may be decoded, otherwise the error. The only place that decides this.
///
/// A body is valid if the transport reports no failure, the bytes on the wire match Content-Length, the status is 2xx,
/// the type is JSON, and the JSON text is complete to its last bracket (see isCompleteJson()): Qt reports several kinds
/// of truncated bodies as success. An empty 200 is an error, except for Lines, which need the entry that ends a log
/// (`last`, or an error). 401, 403 and 404 are from Argo CD only if the body is its error with the gRPC code of that
/// status; a gateway's challenge, page or JSON, or a lost body, proves nothing about token or application. See
/// refusalOf(). @param asked "GET /api/v1/…", safe to show.
[[nodiscard]] Result<QByteArray> classifyAnswer(const TransportOutcome &outcome, const QString &asked,
                                                BodyForm form = BodyForm::OneValue);

/// Like classifyAnswer() for the head of an event stream (no body yet): 200 and text/event-stream.
[[nodiscard]] Result<void> classifyStreamHead(const TransportOutcome &outcome, const QString &asked);

/// Checks in one pass that every string is closed and every bracket matched, and that there is exactly one value with
/// only white space after it. For Lines, each non-blank line is checked. Looks at bytes only; does not check the
/// content. Nesting deeper than 10,000 counts as incomplete: Argo CD's own JSON library rejects it.
[[nodiscard]] bool isCompleteJson(QByteArrayView text, BodyForm form = BodyForm::OneValue);

/// Content of Argo CD's error bodies.
struct ErrorBody
{
    QString message; ///< redacted; empty if the body is not an error
    int code = 0;    ///< gRPC status code, 1 to 16; 0 if missing
};

/// Reads an error body, unary (`error` is a string with `code` beside it) or stream (`error` is an object with
/// `grpc_code`, possibly after `data:`).
[[nodiscard]] ErrorBody errorIn(QByteArrayView body);

/// The message of errorIn().
[[nodiscard]] QString errorMessageIn(QByteArrayView body);

} // namespace lynceus
