#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace lynceus {

/// How a request to an instance ended, seen from the transport. Pure input of classify().
struct TransportOutcome
{
    enum class Failure {
        None,
        Refused,     ///< connection refused, unknown host, no route, proxy trouble
        Reset,       ///< closed or reset before the answer was whole
        Inactive,    ///< silent for longer than the inactivity limit
        Deadline,    ///< past its total deadline
        TooLarge,    ///< cap passed
        Certificate, ///< TLS handshake: the certificate is not acceptable
        Tls,         ///< TLS handshake: anything else (plain HTTP on the port, stalled)
        Encoding,    ///< gzip or chunked framing broken
        Cancelled,
    };
    Failure failure = Failure::None;
    QString detail;            ///< the network layer's words, redacted
    int httpStatus = 0;        ///< 0 if no head came
    QByteArray contentType;    ///< as sent, parameters included
    QByteArray location;       ///< of a redirect
    QByteArray authenticate;   ///< `WWW-Authenticate` as sent, of a 401
    QByteArray server;         ///< `Server` as sent
    qint64 contentLength = -1; ///< as sent, -1 if absent
    qint64 bytesOnWire = 0;    ///< body bytes before decompression, -1 if not known
    QByteArray body;           ///< after decompression; may be partial if anything failed
};

/// How many JSON values a body holds.
enum class BodyForm {
    OneValue,
    Lines, ///< /logs: one value a line, the last of them says so; possibly none at all
};

/// Whether this answer may be given to a decoder, or which error it is. The only place that decides it.
///
/// A body counts only if the transport says nothing against it, the bytes on the wire are as many as
/// Content-Length promised, the status is 2xx, the type is JSON, and the JSON text is complete to its last bracket
/// (see isCompleteJson): Qt reports several kinds of cut bodies as success. An empty 200 is an error, except for Lines,
/// which count only with the entry that closes a log (`last`, or an error).
/// 401, 403 and 404 are Argo CD's only if their body is its error with the gRPC code of that status: a gateway's
/// challenge, page or JSON, or a body that was lost, says nothing about token or application. See refusalOf().
/// @param asked "GET /api/v1/…", safe to show.
[[nodiscard]] Result<QByteArray> classifyAnswer(const TransportOutcome &outcome, const QString &asked,
                                                BodyForm form = BodyForm::OneValue);

/// The same for the head of an event stream (no body yet): 200 and text/event-stream.
[[nodiscard]] Result<void> classifyStreamHead(const TransportOutcome &outcome, const QString &asked);

/// One pass over the text: every string closed, every bracket matched, exactly one value, nothing after it but
/// white space. Cheap (bytes only); does not check anything inside. For Lines: each line that is not blank is so.
/// Nesting deeper than 10,000 counts as incomplete: Argo CD's own JSON library refuses it.
[[nodiscard]] bool isCompleteJson(QByteArrayView text, BodyForm form = BodyForm::OneValue);

/// What Argo CD's error bodies say.
struct ErrorBody
{
    QString message; ///< redacted; empty if it is none
    int code = 0;    ///< gRPC status code, 1 to 16; 0 if there is none
};

/// Reads an error body, unary (`error` is a string, `code` beside it) or stream (`error` is an object with
/// `grpc_code`, perhaps behind `data:`).
[[nodiscard]] ErrorBody errorIn(QByteArrayView body);

/// The message of errorIn().
[[nodiscard]] QString errorMessageIn(QByteArrayView body);

} // namespace lynceus
