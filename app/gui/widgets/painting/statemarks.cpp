#include "app/gui/widgets/painting/statemarks.h"

#include <QCoreApplication>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StateMark)
};

StateMark markOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Waiting:
        return {"loader-circle"_L1, StateRole::Working, Text::tr("In progress")};
    case Outcome::Deployed:
        return {"circle-check"_L1, StateRole::Good, Text::tr("Deployed")};
    case Outcome::Failed:
        return {"circle-x"_L1, StateRole::Bad, Text::tr("Failed")};
    case Outcome::TimedOut:
        return {"hourglass"_L1, StateRole::Bad, Text::tr("Timed out")};
    case Outcome::Superseded:
        return {"repeat"_L1, StateRole::Neutral, Text::tr("Superseded")};
    case Outcome::Aborted:
        return {"unplug"_L1, StateRole::Bad, Text::tr("Aborted")};
    case Outcome::Gone:
        return {"ghost"_L1, StateRole::Bad, Text::tr("Gone")};
    case Outcome::SignInNeeded:
        return {"key-round"_L1, StateRole::Held, Text::tr("Sign-in needed")};
    case Outcome::Cancelled:
        return {"ban"_L1, StateRole::Neutral, Text::tr("Cancelled")};
    }
    Q_UNREACHABLE();
}

} // namespace

StateMark markOf(HealthStatus status)
{
    switch (status) {
    case HealthStatus::None:
        return {"circle-minus"_L1, StateRole::Neutral, {}};
    case HealthStatus::Healthy:
        return {"heart"_L1, StateRole::Good, nameOf(status)};
    case HealthStatus::Suspended:
        return {"circle-pause"_L1, StateRole::Neutral, nameOf(status)};
    case HealthStatus::Progressing:
        return {"loader-circle"_L1, StateRole::Working, nameOf(status)};
    case HealthStatus::Missing:
        return {"ghost"_L1, StateRole::Held, nameOf(status)};
    case HealthStatus::Degraded:
        return {"heart-crack"_L1, StateRole::Bad, nameOf(status)};
    case HealthStatus::Unknown:
        return {"circle-question-mark"_L1, StateRole::Neutral, nameOf(status)};
    }
    Q_UNREACHABLE();
}

StateMark markOf(SyncStatus status, OperationPhase operation)
{
    if (operation == OperationPhase::Running)
        return {"refresh-cw"_L1, StateRole::Working, Text::tr("Syncing")};
    if (operation == OperationPhase::Terminating)
        return {"refresh-cw"_L1, StateRole::Held, Text::tr("Terminating")};
    switch (status) {
    case SyncStatus::Unknown:
        return {"circle-question-mark"_L1, StateRole::Neutral, nameOf(status)};
    case SyncStatus::Synced:
        return {"circle-check"_L1, StateRole::Good, nameOf(status)};
    case SyncStatus::OutOfSync:
        return {"circle-arrow-up"_L1, StateRole::Held, nameOf(status)};
    }
    Q_UNREACHABLE();
}

StateMark markOf(const Verdict &verdict)
{
    if (verdict.outcome != Outcome::Waiting)
        return markOf(verdict.outcome);
    if (verdict.cause)
        return {"circle-alert"_L1, StateRole::Bad, Text::tr("Failing")};
    if (isHeldUp(verdict))
        return {"circle-dashed"_L1, StateRole::Held, Text::tr("Blocked")};
    return markOf(Outcome::Waiting);
}

StateMark markOf(Connection connection)
{
    switch (connection) {
    case Connection::Paused:
        return {"circle-pause"_L1, StateRole::Neutral, Text::tr("paused")};
    case Connection::Connecting:
        return {"loader-circle"_L1, StateRole::Working, Text::tr("connecting")};
    case Connection::Live:
        return {"circle-check"_L1, StateRole::Good, Text::tr("live")};
    case Connection::Polling:
        return {"refresh-cw"_L1, StateRole::Good, Text::tr("polling")};
    case Connection::Stale:
        return {"clock"_L1, StateRole::Held, Text::tr("stale")};
    case Connection::Unreachable:
        return {"wifi-off"_L1, StateRole::Bad, Text::tr("unreachable")};
    case Connection::SignInNeeded:
        return {"key-round"_L1, StateRole::Held, Text::tr("sign-in needed")};
    case Connection::KeychainShut:
        return {"lock"_L1, StateRole::Held, Text::tr("keychain locked")};
    case Connection::Certificate:
        return {"shield-alert"_L1, StateRole::Bad, Text::tr("certificate not trusted")};
    case Connection::NotArgoCd:
        return {"circle-question-mark"_L1, StateRole::Bad, Text::tr("not an Argo CD server")};
    case Connection::Forbidden:
        return {"ban"_L1, StateRole::Held, Text::tr("not allowed")};
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
