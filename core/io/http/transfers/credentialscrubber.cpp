#include "core/io/http/transfers/credentialscrubber.h"

#include "core/domain/http/requesthead.h"
#include "core/domain/redaction/encodedforms.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr QByteArrayView kRemoved("…");

/// These contain no secrets.
bool isPublicHeader(const QByteArray &name)
{
    static constexpr std::array kPublic{"accept",       "accept-encoding", "accept-language",
                                        "content-type", "user-agent",      "x-request-id",
                                        "host",         "content-length"};
    return std::ranges::any_of(kPublic, [lower = name.toLower()](const char *known) { return lower == known; });
}

bool isSecretField(const QString &name)
{
    static constexpr std::array kFields{"password",      "code",  "code_verifier", "refresh_token",
                                        "client_secret", "token", "device_code",   "assertion"};
    return std::ranges::any_of(kFields, [&name](const char *known) { return name == QLatin1StringView(known); });
}

} // namespace

CredentialScrubber::CredentialScrubber(const OutgoingRequest &sent, const ProxyServer *proxy)
{
    for (const auto &[name, value] : sent.headers.fields()) {
        if (name.toLower() == "cookie")
            addCookies(value);
        else if (!isPublicHeader(name))
            add(value);
    }
    addBody(sent.body.reveal());
    if (proxy && !proxy->user.isEmpty())
        add(proxyAuthorization(*proxy));
    std::ranges::sort(m_values, std::greater<>(), [](const Secret &value) { return value.reveal().size(); });
}

void CredentialScrubber::addBody(const QByteArray &body)
{
    if (body.isEmpty())
        return;
    if (const auto json = QJsonDocument::fromJson(body); json.isObject()) {
        const auto object = json.object();
        for (auto field = object.begin(); field != object.end(); ++field) {
            if (isSecretField(field.key()))
                add(field.value().toString().toUtf8());
        }
        return;
    }
    auto form = body;
    form.replace('+', ' ');
    for (const auto &[name, value] : QUrlQuery(QString::fromUtf8(form)).queryItems(QUrl::FullyDecoded)) {
        if (isSecretField(name))
            add(value.toUtf8());
    }
}

void CredentialScrubber::addCookies(const QByteArray &value)
{
    for (const auto &cookie : value.split(';'))
        addForms(cookie.mid(cookie.indexOf('=') + 1).trimmed());
}

/// `Bearer TOKEN` and `Basic BASE64` are split: each part may be quoted alone.
void CredentialScrubber::add(const QByteArray &value)
{
    addForms(value.trimmed());
    const auto credential = value.trimmed().mid(value.trimmed().lastIndexOf(' ') + 1);
    if (credential != value)
        addForms(credential);
    if (!value.toLower().startsWith("basic "))
        return;
    const auto unpacked = QByteArray::fromBase64(value.sliced(6).trimmed());
    addForms(unpacked);
    addForms(unpacked.mid(unpacked.indexOf(':') + 1));
}

void CredentialScrubber::addForms(const QByteArray &value)
{
    if (value.size() < kShortest)
        return;
    for (auto &form : encodedForms(value, kShortest))
        m_values.emplace_back(std::move(form));
}

QByteArray CredentialScrubber::removedFrom(QByteArray text) const
{
    for (const auto &value : m_values)
        text.replace(value.reveal(), kRemoved);
    return text;
}

QString CredentialScrubber::removedFrom(const QString &text) const
{
    return m_values.empty() ? text : QString::fromUtf8(removedFrom(text.toUtf8()));
}

TransportOutcome CredentialScrubber::removedFrom(TransportOutcome outcome) const
{
    outcome.detail = removedFrom(outcome.detail);
    outcome.contentType = removedFrom(std::move(outcome.contentType));
    outcome.location = removedFrom(std::move(outcome.location));
    outcome.authenticate = removedFrom(std::move(outcome.authenticate));
    outcome.server = removedFrom(std::move(outcome.server));
    outcome.body = removedFrom(std::move(outcome.body));
    return outcome;
}

} // namespace lynceus
