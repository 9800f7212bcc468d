#include "core/domain/teamserver/taskwatch.h"

#include "core/domain/model/applicationurl.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

constexpr auto kPrefix = "task/"_L1;      // ids of our own watches have no slash
constexpr Duration kSyncedBefore = 10min; // pipelines may register after Argo CD has started the sync

/// NAME or NAMESPACE/NAME.
ApplicationKey applicationOf(const ServerTask &task, const QString &server)
{
    const auto slash = task.app.indexOf(u'/');
    return {server, slash < 0 ? QString() : task.app.first(slash), task.app.sliced(slash + 1)};
}

ExpectedVersion expectedOf(const ServerTask &task)
{
    if (!task.images.empty())
        return {};
    if (!task.revision.isEmpty())
        return {ExpectedVersion::Kind::Revision, task.revision};
    if (!task.chartVersion.isEmpty())
        return {ExpectedVersion::Kind::ChartVersion, task.chartVersion};
    return {};
}

std::vector<ImageReference> imagesOf(const ServerTask &task)
{
    std::vector<ImageReference> images;
    for (const auto &image : task.images) {
        const bool isDigest = image.tag.startsWith("sha256:"_L1);
        const auto separator = image.tag.isEmpty() ? QString() : isDigest ? u"@"_s : u":"_s;
        if (auto parsed = parseImageReference(image.image + separator + image.tag))
            images.push_back(*std::move(parsed));
        else // shown unchanged
            images.push_back({{}, image.image, image.tag, {}});
    }
    return images;
}

Outcome outcomeOf(const ServerTask &task)
{
    if (!task.state)
        return Outcome::Aborted;
    switch (*task.state) {
    case TaskState::InProgress:
        return Outcome::Waiting;
    case TaskState::Deployed:
        return Outcome::Deployed;
    case TaskState::Failed:
        return Outcome::Failed;
    case TaskState::AppNotFound:
        return Outcome::Gone;
    case TaskState::Aborted:
        return Outcome::Aborted;
    case TaskState::Cancelled:
        return Outcome::Cancelled;
    }
    Q_UNREACHABLE();
}

Verdict verdictOf(const ServerTask &task)
{
    const auto &facts = task.verdict ? task.verdict->facts : std::optional<Verdict>();
    if (facts && task.state && taskStateOf(facts->outcome) == *task.state)
        return *facts;
    Verdict verdict;
    verdict.outcome = outcomeOf(task);
    if (verdict.outcome != Outcome::Waiting)
        verdict.decidedAt = task.updated;
    return verdict;
}

Deployment::Outcome deploymentOutcome(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Waiting:
        return Deployment::Outcome::InProgress;
    case Outcome::Deployed:
        return Deployment::Outcome::Deployed;
    case Outcome::Failed:
        return Deployment::Outcome::Failed;
    case Outcome::TimedOut:
        return Deployment::Outcome::TimedOut;
    case Outcome::Superseded:
        return Deployment::Outcome::Superseded;
    case Outcome::Aborted:
    case Outcome::Gone:
    case Outcome::SignInNeeded:
    case Outcome::Cancelled:
        return Deployment::Outcome::Unknown;
    }
    Q_UNREACHABLE();
}

bool isSameApplication(const ApplicationKey &left, const ApplicationKey &right)
{
    return left.name == right.name
        && (left.nameSpace.isEmpty() || right.nameSpace.isEmpty() || left.nameSpace == right.nameSpace);
}

QStringList sortedNames(const std::vector<ImageReference> &images)
{
    QStringList names;
    for (const auto &image : images)
        names.append(familiarName(image));
    names.sort();
    return names;
}

} // namespace

QString taskWatchId(const TaskPlace &place)
{
    return kPrefix + place.server + u'/' + place.task;
}

std::optional<TaskPlace> taskPlaceOf(const QString &watchId)
{
    const auto slash = watchId.indexOf(u'/', kPrefix.size());
    if (!watchId.startsWith(kPrefix) || slash < 0)
        return std::nullopt;
    return TaskPlace{watchId.sliced(kPrefix.size(), slash - kPrefix.size()), watchId.sliced(slash + 1)};
}

WatchRecord watchOf(const ServerTask &task, const QString &server)
{
    WatchRecord watch;
    watch.id = taskWatchId({server, task.id});
    watch.request.application = applicationOf(task, server);
    watch.request.project = task.project;
    watch.request.images = imagesOf(task);
    watch.request.version = expectedOf(task);
    watch.request.who = task.author;
    watch.argoInstance = task.instance;
    watch.expectation.application = watch.request.application;
    watch.expectation.images = watch.request.images;
    watch.expectation.version = watch.request.version;
    watch.expectation.registeredAt = task.created;
    if (task.verdict && task.verdict->deadline)
        watch.expectation.deadline = *task.verdict->deadline;
    watch.registeredAt = task.created;
    watch.verdict = verdictOf(task);
    if (watch.isOver()) {
        watch.endedAt = task.updated;
        if (!task.state)
            watch.request.note = task.stateName;
        else if (!watch.verdict.cause && !watch.verdict.blocker)
            watch.request.note = task.reason;
    }
    return watch;
}

QString reportedReason(const WatchRecord &watch)
{
    return isTaskWatch(watch.id) ? watch.request.note : QString();
}

bool isStateAlone(const WatchRecord &watch)
{
    const auto &verdict = watch.verdict;
    return isTaskWatch(watch.id) && verdict.evidence.observedAt == Instant{} && verdict.stage == Stage::None
        && !verdict.cause && !verdict.blocker;
}

Deployment deploymentOf(const ServerTask &task, const QString &server)
{
    const auto watch = watchOf(task, server);
    Deployment deployment;
    deployment.application = watch.request.application;
    deployment.project = task.project;
    deployment.outcome = deploymentOutcome(watch.verdict.outcome);
    deployment.proof = Deployment::Proof::Watched;
    deployment.actor = {Actor::Kind::User, task.author};
    for (const auto &image : watch.request.images)
        deployment.images.push_back({repositoryName(image), {}, {versionOf(image)}});
    if (!deployment.images.empty()) {
        deployment.kind = Deployment::Kind::Image;
    } else if (!task.chartVersion.isEmpty()) {
        deployment.kind = Deployment::Kind::Chart;
        deployment.chartTo = task.chartVersion;
    } else {
        deployment.revisionsTo = {task.revision};
    }
    deployment.startedAt = task.created;
    deployment.endedAt = watch.endedAt;
    if (watch.verdict.cause) {
        deployment.cause = nameOf(watch.verdict.cause->kind);
        deployment.message = watch.verdict.cause->message;
    } else {
        deployment.message = watch.request.note;
    }
    deployment.watch = watch.id;
    return deployment;
}

bool repeats(const ServerTask &task, const WatchRecord &own)
{
    return own.verdict.outcome != Outcome::Cancelled
        && isSameApplication(applicationOf(task, {}), own.request.application)
        && expectedOf(task) == own.expectation.version
        && sortedNames(imagesOf(task)) == sortedNames(own.expectation.images);
}

bool repeats(const Deployment &reported, const Deployment &seen)
{
    if (!isSameApplication(reported.application, seen.application) || isTaskWatch(seen.watch)
        || seen.startedAt < reported.startedAt - kSyncedBefore
        || (reported.endedAt && seen.startedAt > *reported.endedAt))
        return false;
    if (reported.images.empty())
        return reported.chartTo.isEmpty() ? seen.revisionsTo.contains(reported.revisionsTo.value(0))
                                          : reported.chartTo == seen.chartTo;
    return std::ranges::all_of(reported.images, [&seen](const ImageChange &wanted) {
        return std::ranges::any_of(seen.images, [&wanted](const ImageChange &each) {
            return each.repository == wanted.repository && each.to.contains(wanted.to.value(0));
        });
    });
}

bool isElsewhere(const ServerTask &task, const QString &own, const QStringList &names)
{
    return names.contains(task.instance, Qt::CaseInsensitive) && own.compare(task.instance, Qt::CaseInsensitive) != 0;
}

QUrl taskPage(const QUrl &baseUrl, const QString &task)
{
    auto page = baseUrl;
    page.setPath(baseUrl.path() + u"/task/"_s + QString::fromLatin1(QUrl::toPercentEncoding(task)), QUrl::TolerantMode);
    return page;
}

QUrl watchPage(const WatchRecord &watch, const QUrl &baseUrl)
{
    const auto place = taskPlaceOf(watch.id);
    return place ? taskPage(baseUrl, place->task) : applicationUrl(baseUrl, watch.request.application);
}

} // namespace lynceus
