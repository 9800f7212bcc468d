#include "app/cli/instances/instancetestprinter.h"

#include "app/cli/instances/storedregistry.h"
#include "app/cli/process/console.h"
#include "core/domain/redaction/redact.h"
#include "core/domain/text/visibletext.h"
#include "core/io/http/connections/peercheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace std::chrono_literals;

constexpr Duration kDay = 24h;

std::optional<qint64> daysLeft(const InstanceFindings &look, Instant now)
{
    if (!look.certificate || !*look.certificate || !(*look.certificate)->validUntil)
        return std::nullopt;
    return (*(*look.certificate)->validUntil - now) / kDay;
}

QString userText(const InstanceFindings &look, const TextStyle &style)
{
    if (!look.user)
        return u"not known"_s;
    if (!look.user->loggedIn)
        return look.instance.signIn == SignInMethod::Anonymous ? u"not signed in (anonymous access)"_s
                                                               : u"signed out"_s;
    auto text = look.user->username;
    if (look.session.signedInUntil)
        text += u", until %1"_s.arg(timeText(*look.session.signedInUntil, style));
    if (look.session.renewable)
        text += u", renewed automatically"_s;
    return text;
}

QString line(const QString &label, const QString &value)
{
    return u"  "_s + label.leftJustified(13) + visibleLine(value) + u'\n';
}

QString waysText(const InstanceProbe &probe)
{
    QStringList ways;
    if (probe.ssoOffered)
        ways.append(u"single sign-on (%1)"_s.arg(probe.ssoName));
    if (probe.passwordOffered)
        ways.append(u"user name and password"_s);
    ways.append(u"token"_s);
    if (probe.anonymousAllowed)
        ways.append(u"not required (anonymous access)"_s);
    return ways.join(u", "_s);
}

QString certificateText(const InstanceFindings &look, Instant now)
{
    const auto &certificate = **look.certificate;
    auto text = look.instance.pinnedFingerprint.isEmpty()
        ? (certificate.problem.isEmpty() ? u"trusted"_s : u"not trusted: %1"_s.arg(certificate.problem))
        : (certificate.fingerprint == look.instance.pinnedFingerprint ? u"pinned"_s : u"not the pinned certificate"_s);
    if (const auto days = daysLeft(look, now))
        text += u", %1 days left"_s.arg(*days);
    return text + u", SHA-256 "_s + fingerprintText(certificate.fingerprint);
}

QString testOf(const InstanceFindings &look, const TextStyle &style, Instant now)
{
    auto text = visibleLine(look.instance.name + u": "_s + addressText(look.instance)) + u'\n';
    if (look.probe && *look.probe) {
        const auto &probe = **look.probe;
        text += line(u"Argo CD"_s, probe.serverVersion) + line(u"sign-in"_s, waysText(probe));
        if (probe.baseUrl != look.instance.baseUrl)
            text += line(u"answers at"_s, redactedUrl(probe.baseUrl));
        if (probe.settingsUrlDiffers)
            text += line(u"own address"_s, redactedUrl(QUrl(probe.settingsUrl)) + u" (used by single sign-on)"_s);
    }
    if (look.certificate && *look.certificate)
        text += line(u"certificate"_s, certificateText(look, now));
    return text + line(u"you"_s, userText(look, style));
}

QJsonValue orNull(bool isKnown, const QJsonValue &value)
{
    return isKnown ? value : QJsonValue(QJsonValue::Null);
}

QJsonValue timeJson(const std::optional<Instant> &instant)
{
    return orNull(instant.has_value(), instant ? formatRfc3339(*instant) : QString());
}

QJsonObject userJson(const InstanceFindings &look)
{
    const bool isKnown = look.user.has_value();
    const bool isSignedIn = isKnown && look.user->loggedIn;
    return {{u"name"_s, look.instance.name},
            {u"url"_s, addressText(look.instance)},
            {u"signedIn"_s, orNull(isKnown, isSignedIn)},
            {u"user"_s, orNull(isSignedIn, isKnown ? look.user->username : QString())},
            {u"until"_s, timeJson(look.session.signedInUntil)},
            {u"renewable"_s, look.session.renewable}};
}

void addTest(QJsonObject &json, const InstanceFindings &look, Instant now)
{
    const bool isFound = look.probe && *look.probe;
    const auto probe = isFound ? **look.probe : InstanceProbe();
    json.insert(u"version"_s, orNull(isFound, probe.serverVersion));
    json.insert(u"ownAddress"_s, orNull(isFound, probe.settingsUrl));
    json.insert(u"sso"_s, orNull(probe.ssoOffered, probe.ssoName));
    json.insert(u"password"_s, orNull(isFound, probe.passwordOffered));
    json.insert(u"anonymous"_s, orNull(isFound, probe.anonymousAllowed));
    if (!look.certificate || !*look.certificate) {
        json.insert(u"certificate"_s, QJsonValue(QJsonValue::Null));
        return;
    }
    const auto &certificate = **look.certificate;
    const auto days = daysLeft(look, now);
    json.insert(u"certificate"_s,
                QJsonObject{{u"sha256"_s, fingerprintText(certificate.fingerprint)},
                            {u"subject"_s, certificate.subject},
                            {u"validUntil"_s, timeJson(certificate.validUntil)},
                            {u"daysLeft"_s, orNull(days.has_value(), days.value_or(0))},
                            {u"problem"_s, certificate.problem}});
}

} // namespace

std::vector<Error> errorsOf(const InstanceFindings &look, bool isTest)
{
    std::vector<Error> errors;
    const auto add = [&](const Error &error) {
        const bool isSame = std::ranges::find(errors, error.message, &Error::message) != errors.end();
        if (!isSame)
            errors.push_back(error);
    };
    if (isTest && look.probe && !*look.probe)
        add(look.probe->error());
    if (!look.user)
        add(look.user.error());
    else if (!look.user->loggedIn && look.instance.signIn != SignInMethod::Anonymous)
        add({Error::Kind::SignInNeeded,
             {},
             look.session.message.isEmpty() ? u"not signed in"_s : look.session.message,
             false,
             0});
    return errors;
}

QByteArray testText(const std::vector<InstanceFindings> &looks, const TextStyle &style, Instant now)
{
    QString text;
    for (const auto &look : looks)
        text += testOf(look, style, now);
    return text.toUtf8();
}

QByteArray whoamiText(const std::vector<InstanceFindings> &looks, const TextStyle &style)
{
    QString text;
    for (const auto &look : looks)
        text += visibleLine(look.instance.name + u": "_s + userText(look, style)) + u'\n';
    return text.toUtf8();
}

QByteArray looksJson(const std::vector<InstanceFindings> &looks, bool isTest, Instant now, const QJsonArray &others)
{
    QJsonArray list;
    for (const auto &look : looks) {
        auto json = userJson(look);
        if (isTest)
            addTest(json, look, now);
        const auto errors = errorsOf(look, isTest);
        json.insert(u"error"_s, orNull(!errors.empty(), errors.empty() ? QString() : errors.front().message));
        list.append(json);
    }
    for (const auto &other : others)
        list.append(other);
    return visibleJson(QJsonDocument(list).toJson(QJsonDocument::Compact)) + '\n';
}

} // namespace lynceus
