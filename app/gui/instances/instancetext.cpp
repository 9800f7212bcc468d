#include "app/gui/instances/instancetext.h"

#include "core/engine/text/wording.h"
#include "core/io/http/connections/peercheck.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Instances)
};

} // namespace

InstanceRemedy remedyFor(Connection connection)
{
    switch (connection) {
    case Connection::Connecting:
    case Connection::Live:
    case Connection::Polling:
        return InstanceRemedy::None;
    case Connection::Paused:
        return InstanceRemedy::Resume;
    case Connection::Stale:
    case Connection::Unreachable:
    case Connection::KeychainShut:
        return InstanceRemedy::TryAgain;
    case Connection::SignInNeeded:
    case Connection::Forbidden:
        return InstanceRemedy::SignIn;
    case Connection::Certificate:
        return InstanceRemedy::CheckCertificate;
    case Connection::NotArgoCd:
        return InstanceRemedy::ChangeAddress;
    }
    Q_UNREACHABLE();
}

QString textOf(InstanceRemedy remedy)
{
    switch (remedy) {
    case InstanceRemedy::None:
        return {};
    case InstanceRemedy::TryAgain:
        return Text::tr("Try again");
    case InstanceRemedy::SignIn:
        return Text::tr("Sign in…");
    case InstanceRemedy::CheckCertificate:
        return Text::tr("Show certificate…");
    case InstanceRemedy::ChangeAddress:
        return Text::tr("Change the address…");
    case InstanceRemedy::Resume:
        return Text::tr("Resume");
    }
    Q_UNREACHABLE();
}

QString troubleOf(const InstanceState &state)
{
    switch (state.connection) {
    case Connection::Connecting:
    case Connection::Live:
    case Connection::Polling:
        return {};
    case Connection::Paused:
        return Text::tr("Paused: this instance is not contacted, and its watches do not progress.");
    case Connection::Stale:
        return Text::tr("No recent data from this instance. The data shown may be out of date.");
    case Connection::Unreachable:
        return Text::tr("The instance cannot be reached. Lynceus keeps retrying.");
    case Connection::SignInNeeded:
        return state.message.isEmpty() ? Text::tr("You are not signed in, or your sign-in has expired.")
                                       : asSentence(state.message);
    case Connection::KeychainShut:
        return state.message.isEmpty()
            ? Text::tr(
                "The token cannot be read because the keychain is locked or not available. Unlock it, then try again.")
            : asSentence(state.message);
    case Connection::Certificate:
        return Text::tr("The server's certificate is not trusted.");
    case Connection::NotArgoCd:
        return Text::tr("The server at this address is not an Argo CD server.");
    case Connection::Forbidden:
        return Text::tr("This account does not have permission to list applications.");
    }
    Q_UNREACHABLE();
}

QString detailOf(const InstanceState &state)
{
    const bool isSaid = state.connection == Connection::SignInNeeded || state.connection == Connection::KeychainShut;
    return isSaid ? QString() : asSentence(state.message);
}

QString accountText(const InstanceState &state, Instant now)
{
    if (state.user.isEmpty() || state.connection == Connection::SignInNeeded)
        return state.instance.signIn == SignInMethod::Anonymous ? Text::tr("anonymous access")
                                                                : Text::tr("not signed in");
    QStringList parts{Text::tr("signed in as %1").arg(state.user)};
    if (state.renewable)
        parts.push_back(Text::tr("renewed automatically"));
    else if (state.signedInUntil && *state.signedInUntil > now)
        parts.push_back(Text::tr("expires in %1").arg(durationText(*state.signedInUntil - now)));
    if (state.tokenForThisRunOnly)
        parts.push_back(Text::tr("until Lynceus quits (no keychain)"));
    return joinedList(parts);
}

QString applicationsText(int count)
{
    return count == 1 ? Text::tr("1 application") : Text::tr("%Ln applications", nullptr, count);
}

QString trustText(const InstanceState &state)
{
    const auto &instance = state.instance;
    if (state.connection == Connection::Certificate)
        return Text::tr("certificate not trusted");
    if (instance.baseUrl.scheme() == "http"_L1)
        return Text::tr("not encrypted");
    if (!instance.pinnedFingerprint.isEmpty())
        return Text::tr("certificate pinned: %1").arg(fingerprintText(instance.pinnedFingerprint).left(11) + u'…');
    if (!instance.authorityFile.isEmpty())
        return Text::tr("certificate of %1").arg(QFileInfo(instance.authorityFile).fileName());
    return Text::tr("certificate trusted by this computer");
}

QString probeText(const InstanceProbe &probe)
{
    QStringList ways;
    if (probe.ssoOffered)
        ways.push_back(probe.ssoName.isEmpty() ? Text::tr("single sign-on") : probe.ssoName);
    if (probe.passwordOffered)
        ways.push_back(Text::tr("user name and password"));
    if (probe.anonymousAllowed)
        ways.push_back(Text::tr("anonymous access"));
    const auto version = probe.serverVersion.isEmpty() ? u"Argo CD"_s : u"Argo CD "_s + probe.serverVersion;
    if (ways.isEmpty())
        return Text::tr("%1 responded. It does not announce a sign-in method; try a token.").arg(version);
    return Text::tr("%1 responded. Sign-in methods: %2.").arg(version, joinedList(ways));
}

} // namespace lynceus
