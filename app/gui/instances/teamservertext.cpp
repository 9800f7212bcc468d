#include "app/gui/instances/teamservertext.h"

#include "app/gui/instances/instancetext.h"
#include "core/domain/base/facts.h"
#include "core/engine/teamserver/teamserverprobe.h"
#include "core/engine/text/wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Instances", text);
}

} // namespace

TeamServerRemedy remedyFor(const TeamServerState &server)
{
    switch (server.connection) {
    case Connection::Paused:
    case Connection::Connecting:
    case Connection::Live:
    case Connection::Polling:
        return TeamServerRemedy::None;
    case Connection::Stale:
    case Connection::Unreachable:
    case Connection::Certificate:
    case Connection::NotArgoCd:
        return TeamServerRemedy::TryAgain;
    case Connection::SignInNeeded:
    case Connection::Forbidden:
    case Connection::KeychainShut:
        return TeamServerRemedy::EnterToken;
    }
    Q_UNREACHABLE();
}

QString textOf(TeamServerRemedy remedy)
{
    switch (remedy) {
    case TeamServerRemedy::None:
        return {};
    case TeamServerRemedy::TryAgain:
        return words("Try again");
    case TeamServerRemedy::EnterToken:
        return words("Enter a token…");
    }
    Q_UNREACHABLE();
}

QString troubleOf(const TeamServerState &server)
{
    switch (server.connection) {
    case Connection::Paused:
    case Connection::Connecting:
    case Connection::Live:
    case Connection::Polling:
        return {};
    case Connection::Stale:
        return words("No recent data from this team server. The tasks shown may be out of date.");
    case Connection::Unreachable:
        return words("The team server cannot be reached. Its tasks are shown as last known; Lynceus keeps retrying.");
    case Connection::SignInNeeded:
        return server.server.credentialHeader.isEmpty() ? words("The team server needs a token to show its tasks.")
                                                        : words("The team server rejected the token.");
    case Connection::Forbidden:
        return words("The token does not have permission to read tasks.");
    case Connection::KeychainShut:
        return server.message.isEmpty() ? words("The token cannot be read from the keychain.")
                                        : asSentence(server.message);
    case Connection::Certificate:
        return words("The server's certificate is not trusted. Remove the team server and add it again to trust it.");
    case Connection::NotArgoCd:
        return words("The server at this address does not respond as a team server. Lynceus keeps retrying; if the "
                     "address is wrong, remove the team server and add it again.");
    }
    Q_UNREACHABLE();
}

QString detailOf(const TeamServerState &server)
{
    return server.connection == Connection::KeychainShut ? QString() : asSentence(server.message);
}

QString factsOf(const TeamServerState &server, int running)
{
    QStringList facts{words("team server (%1)").arg(shownName(server.server.kind))};
    facts += server.server.credentialHeader.isEmpty() ? words("read without a token") : words("read with a token");
    facts +=
        running == 1 ? words("1 task in progress") : words("%1 tasks in progress").arg(QLocale().toString(running));
    if (server.connection == Connection::Polling)
        facts += words("polled");
    facts += trustText(shownState(server));
    return joinedFacts(facts);
}

QString findingsText(const TeamServerFindings &findings)
{
    const auto version = findings.version.section(u' ', -1); // of "lynceus 0.2.0"
    const auto who = version.isEmpty() ? shownName(findings.kind) : shownName(findings.kind) + u' ' + version;
    if (findings.reading)
        return words("%1 responded: a team server. Its tasks can be read.").arg(who);
    if (findings.reading.error().kind == Error::Kind::SignInNeeded)
        return words("%1 responded: a team server. It needs a token to show its tasks.").arg(who);
    return words("%1 responded: a team server. Its tasks cannot be read now.").arg(who);
}

InstanceState shownState(const TeamServerState &server)
{
    InstanceState state;
    state.instance = server.server.place;
    // Whatever answers there is no team server, and was never meant to be an Argo CD.
    state.connection = server.connection == Connection::NotArgoCd ? Connection::Unreachable : server.connection;
    state.message = server.message;
    state.heardAt = server.heardAt;
    return state;
}

} // namespace lynceus
