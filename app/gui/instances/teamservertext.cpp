#include "app/gui/instances/teamservertext.h"

#include "app/gui/instances/instancetext.h"
#include "core/domain/text/facts.h"
#include "core/engine/teamserver/teamserverprobe.h"
#include "core/engine/text/wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Instances)
};

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
        return Text::tr("Try again");
    case TeamServerRemedy::EnterToken:
        return Text::tr("Enter a token…");
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
        return Text::tr("No recent data from this team server. The tasks shown may be out of date.");
    case Connection::Unreachable:
        return Text::tr(
            "The team server cannot be reached. Its tasks are shown as last known; Lynceus keeps retrying.");
    case Connection::SignInNeeded:
        return server.server.credentialHeader.isEmpty() ? Text::tr("The team server needs a token to show its tasks.")
                                                        : Text::tr("The team server rejected the token.");
    case Connection::Forbidden:
        return Text::tr("The token does not have permission to read tasks.");
    case Connection::KeychainShut:
        return server.message.isEmpty() ? Text::tr("The token cannot be read from the keychain.")
                                        : asSentence(server.message);
    case Connection::Certificate:
        return Text::tr(
            "The server's certificate is not trusted. Remove the team server and add it again to trust it.");
    case Connection::NotArgoCd:
        return Text::tr("The server at this address does not respond as a team server. Lynceus keeps retrying; if the "
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
    QStringList facts{Text::tr("team server (%1)").arg(shownName(server.server.kind))};
    facts +=
        server.server.credentialHeader.isEmpty() ? Text::tr("read without a token") : Text::tr("read with a token");
    facts += running == 1 ? Text::tr("1 task in progress") : Text::tr("%Ln tasks in progress", nullptr, running);
    if (server.connection == Connection::Polling)
        facts += Text::tr("polled");
    facts += trustText(shownState(server));
    return joinedFacts(facts);
}

QString findingsText(const TeamServerFindings &findings)
{
    const auto version = findings.version.section(u' ', -1); // of "lynceus 0.2.0"
    const auto who = version.isEmpty() ? shownName(findings.kind) : shownName(findings.kind) + u' ' + version;
    if (findings.reading)
        return Text::tr("%1 responded: a team server. Its tasks can be read.").arg(who);
    if (findings.reading.error().kind == Error::Kind::SignInNeeded)
        return Text::tr("%1 responded: a team server. It needs a token to show its tasks.").arg(who);
    return Text::tr("%1 responded: a team server. Its tasks cannot be read now.").arg(who);
}

InstanceState shownState(const TeamServerState &server)
{
    InstanceState state;
    state.instance = server.server.place;
    // The server there is not a team server, and "not an Argo CD" would be misleading.
    state.connection = server.connection == Connection::NotArgoCd ? Connection::Unreachable : server.connection;
    state.message = server.message;
    state.receivedAt = server.receivedAt;
    return state;
}

} // namespace lynceus
