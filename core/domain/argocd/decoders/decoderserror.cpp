#include "core/domain/argocd/decoders/decodersread_p.h"
#include "core/domain/argocd/responses/answer.h"
#include "core/domain/redaction/redact.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

// gRPC status codes (google.golang.org/grpc/codes) that matter here.
constexpr int kCodeNotFound = 5;
constexpr int kCodeForbidden = 7;
constexpr int kCodeTooLarge = 8; ///< "received message larger than max": a retry would be as large
constexpr int kCodeUnimplemented = 12;
constexpr int kCodeUnauthenticated = 16;
constexpr int kUnauthorized = 401; ///< the HTTP status

Error errorOf(int code, int httpStatus, const QString &message)
{
    const auto text = redactedText(message);
    const auto said = text.isEmpty() ? u"the server gave no reason"_s : text;
    switch (code) {
    case kCodeUnauthenticated:
        // Without a status, it would mean that there was no token to send.
        return {Error::Kind::SignInNeeded,
                {},
                u"sign-in needed: "_s + said,
                false,
                httpStatus > 0 ? httpStatus : kUnauthorized};
    case kCodeForbidden:
        return {Error::Kind::Forbidden, {}, said, false, httpStatus};
    case kCodeNotFound:
        return {Error::Kind::NotFound, {}, said, false, httpStatus};
    default:
        return {Error::Kind::Server, {}, said, code != kCodeTooLarge && code != kCodeUnimplemented, httpStatus};
    }
}

/// Errors have two forms; a field of an unexpected type must not lose the error.
struct ServerError
{
    QString message;
    int code = 0;
    int httpStatus = 0;

    bool take(std::string_view field, detail::Json json)
    {
        const auto token = json.token();
        if (field == "message" && detail::insideQuotes(token))
            return json.read(message);
        const auto number = detail::wholeNumber(token).value_or(0);
        if (field == "grpc_code" || field == "code")
            code = number > 0 && number <= kCodeUnauthenticated ? static_cast<int>(number) : 0;
        if (field == "http_code")
            httpStatus = number >= 100 && number <= 599 ? static_cast<int>(number) : 0;
        return true;
    }
};

} // namespace

namespace detail {

Error malformed(const Fault &fault)
{
    return {Error::Kind::Malformed, {}, fault.sentence(), false, 0};
}

Error tooLarge(qsizetype size)
{
    auto message = u"the response has %1 bytes; the maximum is %2"_s.arg(size).arg(Decoder::kBodyCap);
    return {Error::Kind::TooLarge, {}, std::move(message), false, 0};
}

bool readServerError(Json json, Error &error)
{
    ServerError said;
    const bool read = json.isObject()
        ? json.fields([&](std::string_view field, Json value) { return said.take(field, value); })
        : json.read(said.message);
    error = errorOf(said.code, said.httpStatus, said.message);
    return read;
}

} // namespace detail

ErrorBody errorIn(QByteArrayView body)
{
    /// Bytes. An error body is one or two sentences; anything longer is something else.
    constexpr qsizetype kLongest = 1024 * 1024;
    body = body.trimmed();
    if (body.startsWith("data:"))
        body = body.sliced(5).trimmed();
    if (body.size() > kLongest)
        return {};
    ServerError said;
    int code = 0;
    simdjson::ondemand::parser parser;
    detail::StringPool strings;
    detail::Reading reading{strings};
    auto text = body.toByteArray();
    const auto fields = [&](std::string_view field, detail::Json value) {
        if (field == "code") {
            ServerError beside;
            beside.take(field, value);
            code = beside.code;
            return true;
        }
        if (field != "error")
            return true;
        if (value.isObject())
            return value.fields([&](std::string_view name, detail::Json part) { return said.take(name, part); });
        return !detail::insideQuotes(value.token()) || value.read(said.message);
    };
    if (!detail::readDocument(parser, text, reading, fields))
        return {};
    return {redactedText(said.message), said.code > 0 ? said.code : code};
}

QString errorMessageIn(QByteArrayView body)
{
    return errorIn(body).message;
}

} // namespace lynceus
