#include "core/engine/watchrunner.h"

#include "core/engine/watch/watchsession.h"

namespace lynceus {

class WatchRunner::Private
{
public:
    Private(ArgoCdClient &client, const Clock &clock, Expectation expectation, Duration timeout, WatchOptions options)
        : session(client, clock, std::move(expectation), timeout, std::move(options))
    { }

    WatchSession session;
};

WatchRunner::WatchRunner(ArgoCdClient &client, const Clock &clock, Expectation expectation, Duration timeout,
                         WatchOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(client, clock, std::move(expectation), timeout, std::move(options)))
{
    connect(&d->session, &WatchSession::verdictChanged, this, &WatchRunner::verdictChanged);
    connect(&d->session, &WatchSession::observed, this, &WatchRunner::observed);
    connect(&d->session, &WatchSession::finished, this, &WatchRunner::finished);
}

WatchRunner::~WatchRunner() = default;

void WatchRunner::start()
{
    d->session.start();
}

void WatchRunner::resume(Judge judge, Duration registeredBefore)
{
    d->session.resume(std::move(judge), registeredBefore);
}

void WatchRunner::setDeadline(Instant deadline)
{
    d->session.setDeadline(deadline);
}

void WatchRunner::setTreeStream(bool allowed)
{
    d->session.setTreeStream(allowed);
}

void WatchRunner::setFed(bool fed)
{
    d->session.setFed(fed);
}

void WatchRunner::lookAgain()
{
    d->session.lookAgain();
}

void WatchRunner::wakeUp()
{
    d->session.wakeUp();
}

const Judge &WatchRunner::judge() const
{
    return d->session.judge();
}

const Verdict &WatchRunner::verdict() const
{
    return d->session.verdict();
}

const Expectation &WatchRunner::expectation() const
{
    return d->session.expectation();
}

const Observation &WatchRunner::observation() const
{
    return d->session.observation();
}

const std::optional<RevisionMetadata> &WatchRunner::commit() const
{
    return d->session.explanations().commit();
}

const std::optional<Error> &WatchRunner::startError() const
{
    return d->session.startError();
}

const std::vector<LogLine> &WatchRunner::lastLogLines() const
{
    return d->session.explanations().lastLogLines();
}

const std::optional<Error> &WatchRunner::logError() const
{
    return d->session.explanations().logError();
}

const QString &WatchRunner::project() const
{
    return d->session.project();
}

} // namespace lynceus
