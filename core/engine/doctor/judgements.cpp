#include "core/engine/doctor/judgements.h"

#include "core/domain/auth/tokenclaims.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace std::chrono_literals;
using State = Finding::State;

constexpr Duration kClockWarning = 30s;            // deadlines of watches start to be wrong
constexpr Duration kCertificateWarning = 14 * 24h; // enough time to renew it
constexpr Duration kSignInWarning = 1h;            // less than a release may take
constexpr int kOldestMajor = 2;                    // Argo CD 2.6: multiple sources, and the list fields that we request
constexpr int kOldestMinor = 6;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Doctor)
};

qint64 daysIn(Duration duration)
{
    return duration / 24h;
}

QString rule(const char *right, const QString &project)
{
    return Text::tr("ask your administrator for the permission: %1, %2/*, allow")
        .arg(QString::fromLatin1(right), project);
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
        return {check, State::Unknown, Text::tr("the server does not report its time"), {}, {}};
    const auto size = std::chrono::abs(*offset);
    if (size <= kClockWarning)
        return {check, State::Ok, Text::tr("this computer's clock matches the server's clock"), {}, {}};
    const auto sentence = (offset->count() > 0 ? Text::tr("the server's clock is %1 ahead of this computer's")
                                               : Text::tr("the server's clock is %1 behind this computer's"))
                              .arg(formatDuration(size));
    const auto remedy = Text::tr("synchronize this computer's clock: timedatectl set-ntp true; if it is synchronized, "
                                 "contact the server's administrator");
    if (size <= kClockTolerance)
        return {check, State::Warning, sentence, remedy, {}};
    return {check, State::Bad, Text::tr("%1: new tokens may be rejected").arg(sentence), remedy,
            Error::Kind::Unreachable};
}

Finding judgedCertificate(const ShownCertificate &shown, Instant now)
{
    const auto check = u"certificate"_s;
    const auto &certificate = shown.certificate;
    if (!certificate.problem.isEmpty() && !shown.isInsecure)
        return {check, State::Bad, certificate.problem,
                shown.isPinned ? Text::tr(
                    "if the server has a new certificate, accept it with: lynceus instances test NAME --pin SHA256")
                               : Text::tr("trust its CA (--server-crt) or exactly this certificate (--pin)"),
                Error::Kind::Certificate};
    const auto how = shown.isInsecure ? Text::tr("not checked")
        : shown.isPinned              ? Text::tr("pinned")
        : shown.isOwnAuthority        ? Text::tr("trusted by your own CA")
                                      : Text::tr("trusted");
    auto sentence = Text::tr("%1, issued by %2").arg(how, certificate.issuer);
    if (shown.isInsecure)
        return {check,
                State::Warning,
                sentence,
                Text::tr("do not use --insecure: anyone on the network path can read the token"),
                {}};
    if (!certificate.validUntil)
        return {check, State::Ok, sentence, {}, {}};
    const auto left = *certificate.validUntil - now;
    if (left < Duration{0}) // only a pinned certificate can be expired here
        return {check,
                State::Warning,
                Text::tr("%1, expired %n days ago", nullptr, int(daysIn(-left))).arg(sentence),
                Text::tr("contact the server's administrator"),
                {}};
    sentence = Text::tr("%1, expires in %n days", nullptr, int(daysIn(left))).arg(sentence);
    if (left < kCertificateWarning)
        return {check, State::Warning, sentence, Text::tr("ask the server's administrator to renew it"), {}};
    return {check, State::Ok, sentence, {}, {}};
}

Finding judgedVersion(const ServerVersion &version)
{
    const auto check = u"version"_s;
    if (version.major == 0)
        return {check, State::Unknown, Text::tr("Argo CD %1: unknown version").arg(version.version), {}, {}};
    const bool isOld = version.major < kOldestMajor || (version.major == kOldestMajor && version.minor < kOldestMinor);
    const auto sentence = u"Argo CD %1"_s.arg(version.version);
    if (isOld)
        return {check,
                State::Warning,
                Text::tr("%1 is older than 2.6, the oldest supported version").arg(sentence),
                Text::tr("some features may not work; ask for a newer Argo CD"),
                {}};
    return {check, State::Ok, sentence, {}, {}};
}

Finding judgedSignIn(const QString &name, SignInMethod method, const Result<UserInfo> &user,
                     const SessionState &session, Instant now)
{
    const auto check = u"sign-in"_s;
    const auto remedy = Text::tr("lynceus login %1").arg(name);
    if (!user)
        return badFinding(check, user.error(), user.error().kind == Error::Kind::SignInNeeded ? remedy : QString());
    if (!user->loggedIn && method == SignInMethod::Anonymous)
        return {check, State::Ok, Text::tr("not signed in (anonymous access)"), {}, {}};
    if (!user->loggedIn)
        return {check, State::Bad, session.message.isEmpty() ? Text::tr("not signed in") : session.message, remedy,
                Error::Kind::SignInNeeded};
    auto sentence = Text::tr("signed in as %1").arg(user->username);
    if (!session.signedInUntil)
        return {check, State::Ok, sentence, {}, {}};
    if (session.renewable)
        return {check, State::Ok, Text::tr("%1, renewed automatically").arg(sentence), {}, {}};
    const auto left = *session.signedInUntil - now;
    sentence = Text::tr("%1, expires in %2").arg(sentence, formatDuration(std::max(left, Duration{0})));
    if (left < kSignInWarning)
        return {check, State::Warning, Text::tr("%1, not renewable").arg(sentence), remedy, {}};
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
        add("applications", State::Unknown,
            Text::tr("the server does not report whether this account can read applications"));
    else if (rights.applications.value_or(false))
        add("applications", State::Ok, Text::tr("this account can read all applications"));
    else if (!rights.applications)
        add("applications", State::Ok, Text::tr("this account can read %n applications", nullptr, int(rights.visible)));
    else if (rights.visible > 0)
        add("applications", State::Ok,
            Text::tr("this account can read %n applications, but not all", nullptr, int(rights.visible)));
    else
        add("applications", State::Bad,
            Text::tr("this account sees no applications: the server has none, or this account has no access to any"),
            rule("applications, get", rights.project), Error::Kind::Forbidden);

    if (!rights.logs)
        add("logs", State::Unknown, Text::tr("the server does not report whether this account can read logs"));
    else if (*rights.logs)
        add("logs", State::Ok, Text::tr("this account can read logs"));
    else
        add("logs", State::Warning,
            Text::tr("this account cannot read logs: failures are explained without the last log lines of a container"),
            rule("logs, get", rights.project));

    if (rights.sync)
        add("sync", State::Ok,
            *rights.sync ? Text::tr("this account can sync; Lynceus only reads")
                         : Text::tr("this account cannot sync; Lynceus does not need this permission"));
    return findings;
}

} // namespace lynceus
