#include "app/cli/exitcodes.h"

#include <algorithm>

namespace lynceus {

ExitCode exitCodeOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::BadInput:
        return ExitCode::Usage;
    case Error::Kind::SignInNeeded:
        return ExitCode::SignInNeeded;
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
        return ExitCode::Gone;
    case Error::Kind::Cancelled:
        return ExitCode::Interrupted;
    case Error::Kind::Unreachable:
    case Error::Kind::TimedOut:
    case Error::Kind::TooLarge:
    case Error::Kind::Certificate:
    case Error::Kind::NotArgoCd:
    case Error::Kind::Server:
    case Error::Kind::Malformed:
    case Error::Kind::NotAllowed:
        break;
    }
    return ExitCode::Unreachable;
}

ExitCode exitCodeOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Deployed:
        return ExitCode::Done;
    case Outcome::Failed:
        return ExitCode::Failed;
    case Outcome::TimedOut:
        return ExitCode::TimedOut;
    case Outcome::Superseded:
        return ExitCode::Superseded;
    case Outcome::Aborted:
        return ExitCode::Unreachable;
    case Outcome::Gone:
        return ExitCode::Gone;
    case Outcome::SignInNeeded:
        return ExitCode::SignInNeeded;
    case Outcome::Cancelled:
        return ExitCode::Cancelled;
    case Outcome::Waiting:
        break;
    }
    return ExitCode::Interrupted;
}

} // namespace lynceus
