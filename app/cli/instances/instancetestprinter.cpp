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

std::optional<qint64> daysLeft(const InstanceFindings &findings, Instant now)
{
    if (!findings.certificate || !*findings.certificate || !(*findings.certificate)->validUntil)
        return std::nullopt;
    return (*(*findings.certificate)->validUntil - now) / kDay;
}

QString userText(const InstanceFindings &findings, const TextStyle &style)
{
    if (!findings.user)
        return u"not known"_s;
    if (!findings.user->loggedIn)
        return findings.instance.signIn == SignInMethod::Anonymous ? u"not signed in (anonymous access)"_s
                                                                   : u"signed out"_s;
    auto text = findings.user->username;
    if (findings.session.signedInUntil)
        text += u", until %1"_s.arg(timeText(*findings.session.signedInUntil, style));
    if (findings.session.renewable)
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

QString certificateText(const InstanceFindings &findings, Instant now)
{
    const auto &certificate = **findings.certificate;
    const bool isUnpinned = findings.instance.pinnedFingerprint.isEmpty();
    auto text = isUnpinned
        ? (certificate.problem.isEmpty() ? u"trusted"_s : u"not trusted"_s)
        : (certificate.fingerprint == findings.instance.pinnedFingerprint ? u"pinned"_s
                                                                          : u"not the pinned certificate"_s);
    if (const auto days = daysLeft(findings, now))
        text += u", %1 days left"_s.arg(*days);
    text += u", SHA-256 "_s + fingerprintText(certificate.fingerprint);
    // Last, because it may contain text from the server.
    return isUnpinned && !certificate.problem.isEmpty() ? text + u" (%1)"_s.arg(certificate.problem) : text;
}

QString testOf(const InstanceFindings &findings, const TextStyle &style, Instant now)
{
    auto text = visibleLine(findings.instance.name + u": "_s + addressText(findings.instance)) + u'\n';
    if (findings.probe && *findings.probe) {
        const auto &probe = **findings.probe;
        text += line(u"Argo CD"_s, probe.serverVersion) + line(u"sign-in"_s, waysText(probe));
        if (probe.baseUrl != findings.instance.baseUrl)
            text += line(u"answers at"_s, redactedUrl(probe.baseUrl));
        if (probe.settingsUrlDiffers)
            text += line(u"own address"_s, redactedUrl(QUrl(probe.settingsUrl)) + u" (used by single sign-on)"_s);
    }
    if (findings.certificate && *findings.certificate)
        text += line(u"certificate"_s, certificateText(findings, now));
    return text + line(u"you"_s, userText(findings, style));
}

QJsonValue orNull(bool isKnown, const QJsonValue &value)
{
    return isKnown ? value : QJsonValue(QJsonValue::Null);
}

QJsonValue timeJson(const std::optional<Instant> &instant)
{
    return orNull(instant.has_value(), instant ? formatRfc3339(*instant) : QString());
}

QJsonObject userJson(const InstanceFindings &findings)
{
    const bool isKnown = findings.user.has_value();
    const bool isSignedIn = isKnown && findings.user->loggedIn;
    return {{u"name"_s, findings.instance.name},
            {u"url"_s, addressText(findings.instance)},
            {u"signedIn"_s, orNull(isKnown, isSignedIn)},
            {u"user"_s, orNull(isSignedIn, isKnown ? findings.user->username : QString())},
            {u"until"_s, timeJson(findings.session.signedInUntil)},
            {u"renewable"_s, findings.session.renewable}};
}

void addTest(QJsonObject &json, const InstanceFindings &findings, Instant now)
{
    const bool isFound = findings.probe && *findings.probe;
    const auto probe = isFound ? **findings.probe : InstanceProbe();
    json.insert(u"version"_s, orNull(isFound, probe.serverVersion));
    json.insert(u"ownAddress"_s, orNull(isFound, probe.settingsUrl));
    json.insert(u"sso"_s, orNull(probe.ssoOffered, probe.ssoName));
    json.insert(u"password"_s, orNull(isFound, probe.passwordOffered));
    json.insert(u"anonymous"_s, orNull(isFound, probe.anonymousAllowed));
    if (!findings.certificate || !*findings.certificate) {
        json.insert(u"certificate"_s, QJsonValue(QJsonValue::Null));
        return;
    }
    const auto &certificate = **findings.certificate;
    const auto days = daysLeft(findings, now);
    json.insert(u"certificate"_s,
                QJsonObject{{u"sha256"_s, fingerprintText(certificate.fingerprint)},
                            {u"subject"_s, certificate.subject},
                            {u"validUntil"_s, timeJson(certificate.validUntil)},
                            {u"daysLeft"_s, orNull(days.has_value(), days.value_or(0))},
                            {u"problem"_s, certificate.problem}});
}

} // namespace

std::vector<Error> errorsOf(const InstanceFindings &findings, bool isTest)
{
    std::vector<Error> errors;
    const auto add = [&](const Error &error) {
        const bool isSame = std::ranges::find(errors, error.message, &Error::message) != errors.end();
        if (!isSame)
            errors.push_back(error);
    };
    if (isTest && findings.probe && !*findings.probe)
        add(findings.probe->error());
    if (!findings.user)
        add(findings.user.error());
    else if (!findings.user->loggedIn && findings.instance.signIn != SignInMethod::Anonymous)
        add({Error::Kind::SignInNeeded,
             {},
             findings.session.message.isEmpty() ? u"not signed in"_s : findings.session.message,
             false,
             0});
    return errors;
}

QByteArray testText(const std::vector<InstanceFindings> &all, const TextStyle &style, Instant now)
{
    QString text;
    for (const auto &findings : all)
        text += testOf(findings, style, now);
    return text.toUtf8();
}

QByteArray whoamiText(const std::vector<InstanceFindings> &all, const TextStyle &style)
{
    QString text;
    for (const auto &findings : all)
        text += visibleLine(findings.instance.name + u": "_s + userText(findings, style)) + u'\n';
    return text.toUtf8();
}

QByteArray findingsJson(const std::vector<InstanceFindings> &all, bool isTest, Instant now, const QJsonArray &others)
{
    QJsonArray list;
    for (const auto &findings : all) {
        auto json = userJson(findings);
        if (isTest)
            addTest(json, findings, now);
        const auto errors = errorsOf(findings, isTest);
        json.insert(u"error"_s, orNull(!errors.empty(), errors.empty() ? QString() : errors.front().message));
        list.append(json);
    }
    for (const auto &other : others)
        list.append(other);
    return visibleJson(QJsonDocument(list).toJson(QJsonDocument::Compact)) + '\n';
}

} // namespace lynceus
