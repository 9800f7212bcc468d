#include "core/domain/argocd/responses/refusal.h"

#include "core/domain/redaction/redact.h"

#include <QStringList>

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestQuote = 80;           // characters of a title, realm or sentence in a message
constexpr qsizetype kLongestSentence = 200;       // bytes; a longer plain body is not a sentence
constexpr qsizetype kPageStart = 64 * 1024;       // bytes of a page that are searched for its title
constexpr qsizetype kLongestChallenge = 2 * 1024; // bytes of WWW-Authenticate that are read

// gRPC status codes with the HTTP statuses of grpc-gateway: Argo CD's errors have these pairs.
constexpr int kUnauthorized = 401;
constexpr int kForbidden = 403;
constexpr int kCodeForbidden = 7;
constexpr int kCodeUnauthenticated = 16;

QString quoted(const QString &text)
{
    const auto clean = redactedText(text.simplified(), kLongestQuote);
    return clean.isEmpty() ? QString() : u'“' + clean + u'”';
}

bool isSchemeSign(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// The value of `name=` in a challenge, with or without quotes.
QString parameterOf(const QByteArray &challenge, const QByteArray &name)
{
    const auto lower = challenge.toLower();
    const auto wanted = name + '=';
    auto begin = lower.indexOf(wanted);
    while (begin > 0 && isSchemeSign(lower[begin - 1])) // "xrealm=" is another parameter
        begin = lower.indexOf(wanted, begin + 1);
    if (begin < 0)
        return {};
    const auto rest = challenge.sliced(begin + wanted.size());
    const bool isQuoted = rest.startsWith('"');
    QByteArray value;
    for (qsizetype i = isQuoted ? 1 : 0; i < rest.size(); ++i) {
        if (isQuoted ? rest[i] == '"' : (rest[i] == ',' || rest[i] == ' '))
            break;
        if (isQuoted && rest[i] == '\\' && i + 1 < rest.size())
            ++i;
        value.append(rest[i]);
    }
    return QString::fromUtf8(value);
}

/// `Basic realm="tools"`, for display.
QString challengeText(const QByteArray &header)
{
    const auto challenge = header.left(kLongestChallenge).trimmed();
    const auto end = std::ranges::find_if_not(challenge, isSchemeSign);
    const auto scheme = QString::fromLatin1(challenge.first(end - challenge.begin()));
    if (scheme.isEmpty())
        return {};
    auto text = redactedText(scheme, kLongestQuote);
    if (const auto realm = quoted(parameterOf(challenge, "realm")); !realm.isEmpty())
        text += u" realm "_s + realm;
    if (const auto error = quoted(parameterOf(challenge, "error")); !error.isEmpty())
        text += u" error "_s + error;
    return text;
}

/// The message in a body that is not a page: a plain sentence ("RBAC: access denied"), or the message of a JSON body.
QString sentenceOf(const TransportOutcome &outcome, const QByteArray &type)
{
    if (type == "text/plain" || type.isEmpty()) {
        const auto text = outcome.body.trimmed();
        return text.size() <= kLongestSentence && !text.startsWith('<') ? quoted(QString::fromUtf8(text)) : QString();
    }
    return quoted(errorMessageIn(outcome.body));
}

QString gatewayText(const TransportOutcome &outcome, const QByteArray &type)
{
    QStringList parts;
    if (const auto challenge = challengeText(outcome.authenticate); !challenge.isEmpty())
        parts.append(challenge);
    const auto title =
        isWebPage(type) || outcome.body.trimmed().startsWith('<') ? quoted(pageTitle(outcome.body)) : QString();
    if (!title.isEmpty())
        parts.append(u"page "_s + title);
    else if (const auto sentence = sentenceOf(outcome, type); !sentence.isEmpty())
        parts.append(sentence);
    if (const auto server = redactedText(QString::fromUtf8(outcome.server).simplified(), kLongestQuote);
        !server.isEmpty())
        parts.append(u"server "_s + server);
    return parts.join(u", "_s);
}

} // namespace

QByteArray mediaType(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().trimmed().toLower();
}

bool isWebPage(const QByteArray &mediaType)
{
    return mediaType == "text/html" || mediaType == "application/xhtml+xml";
}

QString pageTitle(const QByteArray &page)
{
    const auto lower = page.left(kPageStart).toLower();
    const auto open = lower.indexOf("<title");
    const auto begin = open < 0 ? -1 : lower.indexOf('>', open) + 1;
    const auto end = begin <= 0 ? -1 : lower.indexOf("</title", begin);
    if (end < 0)
        return {};
    return redactedText(QString::fromUtf8(page.sliced(begin, end - begin)).simplified(), kLongestQuote);
}

Refusal refusalOf(const TransportOutcome &outcome)
{
    const auto type = mediaType(outcome.contentType);
    const bool speaksAsArgoCd = type == "application/json" || type == "text/event-stream";
    const auto code = speaksAsArgoCd ? errorIn(outcome.body).code : 0;
    if ((outcome.httpStatus == kUnauthorized && code == kCodeUnauthenticated)
        || (outcome.httpStatus == kForbidden && code == kCodeForbidden))
        return {Refusal::By::ArgoCd, {}};
    // An empty or truncated JSON body may have come from Argo CD; a challenge has not: Argo CD sends none.
    const bool isLost = speaksAsArgoCd && outcome.authenticate.isEmpty()
        && (outcome.body.trimmed().isEmpty() || type == "text/event-stream" || !isCompleteJson(outcome.body));
    if (isLost)
        return {Refusal::By::Unknown, {}};
    return {Refusal::By::Gateway, gatewayText(outcome, type)};
}

} // namespace lynceus
