// Sign-in and watches, which are not part of the services yet: each command
// says so.
#include "core/engine/localengine.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Error notYet()
{
    return {Error::Kind::NotFound, {}, u"this build has no sign-in and no watches"_s, false, 0};
}

template<typename T>
QFuture<Result<T>> refused()
{
    return QtFuture::makeReadyFuture(Result<T>(tl::unexpected(notYet())));
}

} // namespace

void LocalEngine::signIn(const QString &instance, SignInMethod, const QString &, Secret)
{
    SignInProgress progress;
    progress.instance = instance;
    progress.step = SignInProgress::Step::Failed;
    progress.error = notYet();
    Q_EMIT signInChanged(progress);
}
void LocalEngine::cancelSignIn(const QString &) { }
void LocalEngine::pasteSignInAddress(const QString &, const QString &) { }
void LocalEngine::signOut(const QString &) { }

QFuture<Result<QStringList>> LocalEngine::addWatches(const std::vector<WatchRequest> &, QObject *)
{
    return refused<QStringList>();
}
void LocalEngine::extendWatch(const QString &, Duration) { }
void LocalEngine::cancelWatch(const QString &) { }
void LocalEngine::snoozeWatch(const QString &, Duration) { }
void LocalEngine::dismissWatch(const QString &) { }
QFuture<std::optional<Eta>> LocalEngine::eta(const ApplicationKey &, QObject *)
{
    return QtFuture::makeReadyFuture(std::optional<Eta>());
}
QFuture<Result<std::vector<WatchRecord>>> LocalEngine::history(const HistoryQuery &, QObject *)
{
    return refused<std::vector<WatchRecord>>();
}
QFuture<Result<std::vector<TimelineEntry>>> LocalEngine::timeline(const QString &, QObject *)
{
    return refused<std::vector<TimelineEntry>>();
}

} // namespace lynceus
