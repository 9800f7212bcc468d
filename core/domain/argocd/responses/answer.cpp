#include "core/domain/argocd/responses/answer.h"

#include "core/domain/argocd/responses/refusal.h"
#include "core/domain/redaction/redact.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Failure = TransportOutcome::Failure;

constexpr int kUnauthorized = 401;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;
constexpr int kTooManyRequests = 429;
constexpr int kRequestTimeout = 408; ///< from the gateway, for a cancelled call
constexpr int kNotImplemented = 501;

constexpr qsizetype kLongestType = 80; // characters of a content type in a message
constexpr int kCodeNotFound = 5;       // gRPC code that grpc-gateway returns with 404

bool isJson(const QByteArray &type)
{
    return type == "application/json";
}

bool isEventStream(const QByteArray &type)
{
    return type == "text/event-stream";
}

QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty() ? sentence : sentence + u" ("_s + redactedText(detail) + u')';
}

struct Meaning
{
    Error::Kind kind;
    bool retryable;
    QLatin1String sentence;
};

/// Meaning of a transport failure; none for None.
Meaning meaningOf(Failure failure)
{
    switch (failure) {
    case Failure::None:
        break;
    case Failure::Refused:
        return {Error::Kind::Unreachable, true, "the server cannot be reached"_L1};
    case Failure::Reset:
        return {Error::Kind::Unreachable, true, "the connection was closed before the response was complete"_L1};
    case Failure::Inactive:
        return {Error::Kind::TimedOut, true, "the server sent no data for too long"_L1};
    case Failure::Deadline:
        return {Error::Kind::TimedOut, true, "the response was not complete in time"_L1};
    case Failure::TooLarge:
        return {Error::Kind::TooLarge, false, "the response exceeds the maximum size"_L1};
    case Failure::Certificate:
        return {Error::Kind::Certificate, false, "the server's certificate is not trusted"_L1};
    case Failure::Tls:
        return {Error::Kind::Unreachable, true, "the TLS connection failed"_L1};
    case Failure::Encoding:
        return {Error::Kind::Unreachable, true, "the response was damaged in transit"_L1};
    case Failure::Cancelled:
        return {Error::Kind::Cancelled, false, "the request was cancelled"_L1};
    }
    return {Error::Kind::Unreachable, true, "no response was received"_L1};
}

/// The answer is not from Argo CD, or from something in front of it.
Error notArgoCd(const TransportOutcome &outcome, QLatin1String expected)
{
    const auto type = mediaType(outcome.contentType);
    QString message;
    if (isWebPage(type)) {
        const auto title = pageTitle(outcome.body);
        const auto page = title.isEmpty() ? u"a web page"_s : u"a web page, “%1”,"_s.arg(title);
        message = u"the server returned %1 (%2) instead of %3 from Argo CD"_s.arg(page, QLatin1String(type), expected);
    } else if (isJson(type)) {
        message = u"the server returned JSON, but not in Argo CD's format"_s;
    } else {
        const auto named = type.isEmpty() ? u"without a content type"_s
                                          : u"of type "_s + redactedText(QString::fromLatin1(type), kLongestType);
        message = u"the server returned a response %1 instead of %2 from Argo CD"_s.arg(named, expected);
    }
    if (outcome.httpStatus / 100 != 2)
        message += u", status %1"_s.arg(outcome.httpStatus);
    return {Error::Kind::NotArgoCd, {}, message, false, outcome.httpStatus};
}

Error redirected(const TransportOutcome &outcome)
{
    const auto target = QUrl(QString::fromUtf8(outcome.location));
    const auto place = target.isValid() && !target.isEmpty() ? redactedUrl(target) : u"an invalid address"_s;
    const auto message = u"the server redirected to %1 (status %2)"_s.arg(place).arg(outcome.httpStatus);
    return {Error::Kind::NotArgoCd, {}, message, false, outcome.httpStatus};
}

/// gRPC's limit on a message (ARGOCD_GRPC_MAX_SIZE_MB), not throttling: a retry would be as large.
bool saysMessageTooLarge(const QByteArray &body)
{
    return errorMessageIn(body).contains("received message larger than max"_L1);
}

/// 401 and 403: the meaning depends on the sender.
Error refused(const TransportOutcome &outcome, const QString &said)
{
    const auto status = outcome.httpStatus;
    const auto refusal = refusalOf(outcome);
    if (refusal.by == Refusal::By::Gateway) {
        const auto details =
            u"status %1"_s.arg(status) + (refusal.gateway.isEmpty() ? u""_s : u", "_s) + refusal.gateway;
        return {Error::Kind::NotArgoCd,
                {},
                u"a gateway in front of Argo CD rejected the request (%1)"_s.arg(details),
                false,
                status};
    }
    if (status == kUnauthorized) {
        const auto reason = said.isEmpty() ? u"no reason given"_s : said;
        return {Error::Kind::SignInNeeded, {}, u"Argo CD rejected the sign-in: "_s + reason, false, status};
    }
    if (refusal.by == Refusal::By::ArgoCd)
        return {Error::Kind::Forbidden, {}, said.isEmpty() ? u"no reason given"_s : said, false, status};
    return notArgoCd(outcome, "JSON"_L1);
}

Error serverSaid(const TransportOutcome &outcome)
{
    const auto status = outcome.httpStatus;
    const auto [said, code] = errorIn(outcome.body);
    if (status == kUnauthorized || status == kForbidden)
        return refused(outcome, said);
    const auto reason = said.isEmpty() ? u"no reason given"_s : said;
    const auto type = mediaType(outcome.contentType);
    const bool isArgoCdsType = isJson(type) || isEventStream(type);
    // Gateways also send 404 with JSON, but without the gRPC code that Argo CD's errors always have.
    if (status == kNotFound && isArgoCdsType && code == kCodeNotFound)
        return {Error::Kind::NotFound, {}, reason, false, status};
    const bool busy = status == kTooManyRequests && !saysMessageTooLarge(outcome.body);
    const bool broken = status >= 500 && status != kNotImplemented;
    const bool fromArgoCd = isArgoCdsType && !said.isEmpty() && status != kNotFound;
    if (status < 500 && status != kTooManyRequests && !fromArgoCd)
        return notArgoCd(outcome, "JSON"_L1);
    return {Error::Kind::Server,
            {},
            u"the server responded with status %1: %2"_s.arg(status).arg(reason),
            busy || broken || status == kRequestTimeout,
            status};
}

/// Errors that the head alone decides; empty for 2xx.
std::optional<Error> failureOf(const TransportOutcome &outcome)
{
    const auto status = outcome.httpStatus;
    if (outcome.failure != Failure::None || status < 200) {
        const auto [kind, retryable, sentence] = meaningOf(outcome.failure);
        return Error{kind, {}, withDetail(sentence, outcome.detail), retryable, status};
    }
    if (status < 300)
        return std::nullopt;
    return status < 400 ? redirected(outcome) : serverSaid(outcome);
}

/// Log lines do not tell how many follow, and a broken chunk between two looks like the end: Argo CD ends every log
/// with an entry with `last`, or with an error. Quotes in content are escaped. For an unknown pod it sends nothing.
bool isClosedLog(const QByteArray &body)
{
    const auto text = QByteArrayView(body).trimmed();
    if (text.isEmpty())
        return true;
    const auto lastLine = text.sliced(text.lastIndexOf('\n') + 1);
    return lastLine.startsWith(R"({"error")") || lastLine.indexOf(R"("last":true)") >= 0;
}

/// Qt reports several truncated bodies as success: gzip cut by FIN or RST, a short gzip stream, an invalid chunk size.
std::optional<Error> cutShort(const TransportOutcome &outcome, BodyForm form)
{
    const auto error = [&](Error::Kind kind, const QString &message) {
        return Error{kind, {}, message, kind == Error::Kind::Unreachable, outcome.httpStatus};
    };
    if (outcome.contentLength >= 0 && outcome.bytesOnWire >= 0 && outcome.contentLength != outcome.bytesOnWire) {
        return error(Error::Kind::Unreachable,
                     u"the response is incomplete: received %1 of %2 bytes"_s.arg(outcome.bytesOnWire)
                         .arg(outcome.contentLength));
    }
    const bool closed = form == BodyForm::OneValue || isClosedLog(outcome.body);
    if (closed && isCompleteJson(outcome.body, form))
        return std::nullopt;
    const auto text = QByteArrayView(outcome.body).trimmed();
    if (text.isEmpty())
        return error(Error::Kind::Unreachable, u"the response is empty"_s);
    if (text.startsWith('{') || text.startsWith('['))
        return error(Error::Kind::Unreachable, u"the response is incomplete or damaged: its JSON ends early"_s);
    return error(Error::Kind::Malformed, u"the response has a JSON content type but is not JSON"_s);
}

std::optional<Error> faultOf(const TransportOutcome &outcome, BodyForm form)
{
    if (auto error = failureOf(outcome))
        return error;
    // An empty body without a type may mean that a gateway lost the type or the body.
    if (outcome.body.isEmpty() && form == BodyForm::OneValue)
        return cutShort(outcome, form);
    if (!isJson(mediaType(outcome.contentType)))
        return notArgoCd(outcome, "JSON"_L1);
    return cutShort(outcome, form);
}

tl::unexpected<Error> about(const QString &asked, Error error)
{
    error.asked = asked;
    return tl::unexpected(std::move(error));
}

} // namespace

Result<QByteArray> classifyAnswer(const TransportOutcome &outcome, const QString &asked, BodyForm form)
{
    if (auto error = faultOf(outcome, form))
        return about(asked, *std::move(error));
    return outcome.body;
}

Result<void> classifyStreamHead(const TransportOutcome &outcome, const QString &asked)
{
    if (auto error = failureOf(outcome))
        return about(asked, *std::move(error));
    if (!isEventStream(mediaType(outcome.contentType)))
        return about(asked, notArgoCd(outcome, "event stream"_L1));
    return {};
}

} // namespace lynceus
