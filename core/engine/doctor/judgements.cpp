#include "core/engine/doctor/judgements.h"

#include "core/domain/auth/tokenclaims.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace std::chrono_literals;
using State = Finding::State;

constexpr Duration kClockWarning = 30s;            // deadlines of watches begin to look wrong
constexpr Duration kCertificateWarning = 14 * 24h; // enough for somebody to renew it
constexpr Duration kSignInWarning = 1h;            // less than a release may take
constexpr int kOldestMajor = 2; // Argo CD 2.6: multiple sources and the fields of lists that we ask for
constexpr int kOldestMinor = 6;

QString tr(const char *source)
{
    return QCoreApplication::translate("doctor", source);
}

qint64 daysIn(Duration duration)
{
    return duration / 24h;
}

QString rule(const char *right, const QString &project)
{
    return tr("ask for the right: %1, %2/*, allow").arg(QString::fromLatin1(right), project);
}

} // namespace

Finding badFinding(const QString &check, const Error &error, const QString &remedy)
{
    return {check, State::Bad, error.message, remedy, error.kind};
}

Finding judgedClock(std::optional<Duration> offset)
{
    const auto check = u"clock"_s;
    if (!offset)
        return {check, State::Unknown, tr("the server does not say what time it is"), {}, {}};
    const auto size = std::chrono::abs(*offset);
    if (size <= kClockWarning)
        return {check, State::Ok, tr("this computer and the server agree about the time"), {}, {}};
    const auto sentence = (offset->count() > 0 ? tr("the server's clock is %1 ahead of this computer's")
                                               : tr("the server's clock is %1 behind this computer's"))
                              .arg(formatDuration(size));
    const auto remedy = tr("let this computer take its time from the network: timedatectl set-ntp true; if it does, "
                           "tell the administrator of the server");
    if (size <= kClockTolerance)
        return {check, State::Warning, sentence, remedy, {}};
    return {check, State::Bad, tr("%1: fresh tokens may be refused").arg(sentence), remedy, Error::Kind::Unreachable};
}

Finding judgedCertificate(const ShownCertificate &shown, Instant now)
{
    const auto check = u"certificate"_s;
    const auto &certificate = shown.certificate;
    if (!certificate.problem.isEmpty() && !shown.isInsecure)
        return {check, State::Bad, certificate.problem,
                shown.isPinned ? tr("if the server was given a new certificate, accept that one: lynceus instances "
                                    "test NAME --pin SHA256")
                               : tr("trust its authority (--server-crt) or exactly this certificate (--pin)"),
                Error::Kind::Certificate};
    const auto how = shown.isInsecure ? tr("not checked")
        : shown.isPinned              ? tr("the pinned one")
        : shown.isOwnAuthority        ? tr("trusted by an authority of its own")
                                      : tr("trusted");
    auto sentence = tr("%1, made by %2").arg(how, certificate.issuer);
    if (shown.isInsecure)
        return {
            check, State::Warning, sentence, tr("leave --insecure out: a server in between could read the token"), {}};
    if (!certificate.validUntil)
        return {check, State::Ok, sentence, {}, {}};
    const auto left = *certificate.validUntil - now;
    if (left < Duration{0}) // only a pinned one can be
        return {check,
                State::Warning,
                tr("%1, it ended %2 days ago").arg(sentence, QString::number(daysIn(-left))),
                tr("tell the administrator of the server"),
                {}};
    sentence = tr("%1, valid for %2 more days").arg(sentence, QString::number(daysIn(left)));
    if (left < kCertificateWarning)
        return {
            check, State::Warning, sentence, tr("tell the administrator of the server that it must be renewed"), {}};
    return {check, State::Ok, sentence, {}, {}};
}

Finding judgedVersion(const ServerVersion &version)
{
    const auto check = u"version"_s;
    if (version.major == 0)
        return {check, State::Unknown, tr("Argo CD %1: no version that Lynceus knows").arg(version.version), {}, {}};
    const bool isOld = version.major < kOldestMajor || (version.major == kOldestMajor && version.minor < kOldestMinor);
    const auto sentence = u"Argo CD %1"_s.arg(version.version);
    if (isOld)
        return {check,
                State::Warning,
                tr("%1 is older than 2.6, the oldest that Lynceus is made for").arg(sentence),
                tr("expect gaps, or ask for a newer Argo CD"),
                {}};
    return {check, State::Ok, sentence, {}, {}};
}

Finding judgedSignIn(const QString &name, SignInMethod method, const Result<UserInfo> &user,
                     const SessionState &session, Instant now)
{
    const auto check = u"sign-in"_s;
    const auto remedy = tr("lynceus login %1").arg(name);
    if (!user)
        return badFinding(check, user.error(), user.error().kind == Error::Kind::SignInNeeded ? remedy : QString());
    if (!user->loggedIn && method == SignInMethod::Anonymous)
        return {check, State::Ok, tr("nobody: it is read without signing in"), {}, {}};
    if (!user->loggedIn)
        return {check, State::Bad, session.message.isEmpty() ? tr("nobody is signed in") : session.message, remedy,
                Error::Kind::SignInNeeded};
    auto sentence = tr("signed in as %1").arg(user->username);
    if (!session.signedInUntil)
        return {check, State::Ok, sentence, {}, {}};
    if (session.renewable)
        return {check, State::Ok, tr("%1, renewed by itself").arg(sentence), {}, {}};
    const auto left = *session.signedInUntil - now;
    sentence = tr("%1, for %2 more").arg(sentence, formatDuration(std::max(left, Duration{0})));
    if (left < kSignInWarning)
        return {check, State::Warning, tr("%1, and it cannot be renewed").arg(sentence), remedy, {}};
    return {check, State::Ok, sentence, {}, {}};
}

Findings judgedRights(const AccountRights &rights)
{
    Findings findings;
    const auto add = [&](const char *check, State state, const QString &sentence, const QString &remedy = {},
                         std::optional<Error::Kind> kind = {}) {
        findings.push_back({QString::fromLatin1(check), state, sentence, remedy, kind});
    };
    if (!rights.applications && rights.visible == 0)
        add("applications", State::Unknown, tr("the server does not say whether applications may be read"));
    else if (rights.applications.value_or(false))
        add("applications", State::Ok, tr("every application may be read"));
    else if (!rights.applications)
        add("applications", State::Ok, tr("%1 applications may be read").arg(QString::number(rights.visible)));
    else if (rights.visible > 0)
        add("applications", State::Ok,
            tr("%1 applications may be read, not every one").arg(QString::number(rights.visible)));
    else
        add("applications", State::Bad, tr("this account sees no application: there is none, or it may see none"),
            rule("applications, get", rights.project), Error::Kind::Forbidden);

    if (!rights.logs)
        add("logs", State::Unknown, tr("the server does not say whether logs may be read"));
    else if (*rights.logs)
        add("logs", State::Ok, tr("logs may be read"));
    else
        add("logs", State::Warning, tr("logs may not be read: a failure is explained without a container's last words"),
            rule("logs, get", rights.project));

    if (rights.sync)
        add("sync", State::Ok,
            *rights.sync ? tr("this account may sync; Lynceus only reads")
                         : tr("this account may not sync, and Lynceus does not need it"));
    return findings;
}

} // namespace lynceus
