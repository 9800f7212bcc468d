#include "core/io/teamserver/teamserveranswer.h"

#include "core/domain/argocd/responses/refusal.h"
#include "core/domain/redaction/redact.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kLongestReason = 400; // characters of the server's message that are repeated

bool isJson(const TransportOutcome &outcome)
{
    return mediaType(outcome.contentType) == "application/json";
}

/// The server's reason: `error`, otherwise `status`. Empty: not an error of a team server.
QString reasonIn(const TransportOutcome &outcome)
{
    if (!isJson(outcome))
        return {};
    const auto object = QJsonDocument::fromJson(outcome.body).object();
    const auto error = object.value("error"_L1).toString();
    return redactedText(error.isEmpty() ? object.value("status"_L1).toString() : error, kLongestReason);
}

Error notOurs(const TransportOutcome &outcome)
{
    const auto type = mediaType(outcome.contentType);
    QString what;
    if (isWebPage(type)) {
        const auto title = pageTitle(outcome.body);
        what = title.isEmpty() ? u"a web page"_s : u"a web page, “%1”,"_s.arg(title);
    } else {
        what = type.isEmpty() ? u"a response without a content type"_s
                              : u"a response of type "_s + redactedText(QString::fromLatin1(type), 80);
    }
    return {
        Error::Kind::NotArgoCd,
        {},
        u"the server returned %1 instead of JSON from a team server (status %2)"_s.arg(what).arg(outcome.httpStatus),
        false,
        outcome.httpStatus};
}

Error gateways(const TransportOutcome &outcome)
{
    const auto by = refusalOf(outcome).gateway;
    return {Error::Kind::NotArgoCd,
            {},
            u"a gateway in front of the team server rejected the request (status %1%2)"_s.arg(outcome.httpStatus)
                .arg(by.isEmpty() ? QString() : u", "_s + by),
            false,
            outcome.httpStatus};
}

Error said(const TransportOutcome &outcome)
{
    const auto status = outcome.httpStatus;
    const auto reason = reasonIn(outcome);
    if (status == 401 || status == 403) {
        if (reason.isEmpty())
            return gateways(outcome);
        return {status == 401 ? Error::Kind::SignInNeeded : Error::Kind::Forbidden,
                {},
                u"the team server rejected the request: %1"_s.arg(reason),
                false,
                status};
    }
    const auto answered = u"the team server responded with status %1: %2"_s.arg(status).arg(
        reason.isEmpty() ? u"no reason given"_s : reason);
    switch (status) {
    case 404:
        return reason.isEmpty() ? notOurs(outcome) : Error{Error::Kind::NotFound, {}, answered, false, status};
    case 400:
    case 406:
    case 409:
    case 413:
    case 415:
    case 422:
        return reason.isEmpty() ? notOurs(outcome) : Error{Error::Kind::BadInput, {}, answered, false, status};
    default:
        break;
    }
    const bool passes = status == 408 || status == 429 || (status >= 500 && status != 501);
    if (!passes && reason.isEmpty())
        return notOurs(outcome);
    return {Error::Kind::Server, {}, answered, passes, status};
}

} // namespace

Result<QByteArray> classifyTeamServerAnswer(const TransportOutcome &outcome, const QString &asked)
{
    const auto status = outcome.httpStatus;
    // Transport errors, redirects and incomplete bodies mean the same for every server.
    const bool isGeneral = outcome.failure != TransportOutcome::Failure::None || status < 200
        || (status >= 300 && status < 400) || (status < 300 && (isJson(outcome) || outcome.body.isEmpty()));
    if (isGeneral)
        return classifyAnswer(outcome, asked);
    auto error = status < 300 ? notOurs(outcome) : said(outcome);
    error.asked = asked;
    return tl::unexpected(std::move(error));
}

} // namespace lynceus
