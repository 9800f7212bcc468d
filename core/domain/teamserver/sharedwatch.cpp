#include "core/domain/teamserver/sharedwatch.h"

#include "core/domain/board/boardlayout.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QUrl comparable(QUrl url)
{
    const auto scheme = url.scheme();
    if ((scheme == "https"_L1 && url.port() == 443) || (scheme == "http"_L1 && url.port() == 80))
        url.setPort(-1);
    if (url.path() == "/"_L1)
        url.setPath({});
    return url.adjusted(QUrl::StripTrailingSlash | QUrl::NormalizePathSegments);
}

QString projectOf(const WatchRequest &request, const QString &project)
{
    for (const auto &each : {project, request.release, request.project}) {
        if (!each.isEmpty())
            return each;
    }
    return u"lynceus"_s;
}

Result<void> addVersion(ServerTask &task, const ExpectedVersion &version, TeamServerKind kind)
{
    if (version.kind == ExpectedVersion::Kind::Next)
        return badInput(u"waits for the next version, whatever it is; a team server needs a version"_s);
    if (!version.isImages() && kind == TeamServerKind::ArgoWatcher)
        return badInput(u"waits for a %1; Argo Watcher follows images only"_s.arg(
            version.kind == ExpectedVersion::Kind::Revision ? u"revision"_s : u"chart version"_s));
    if (version.kind == ExpectedVersion::Kind::Revision)
        task.revision = version.value;
    if (version.kind == ExpectedVersion::Kind::ChartVersion)
        task.chartVersion = version.value;
    return {};
}

Result<TaskImage> taskImage(const ImageReference &image, TeamServerKind kind)
{
    if (!image.digest.isEmpty() && kind == TeamServerKind::Lynceus)
        return TaskImage{repositoryName(image), image.digest};
    if (image.tag.isEmpty() && !image.digest.isEmpty())
        return badInput(u"waits for a digest; Argo Watcher follows tags only"_s);
    return TaskImage{repositoryName(image), image.tag.isEmpty() ? u"latest"_s : image.tag};
}

} // namespace

Result<SharedWatch> sharedWatch(const WatchRecord &watch, TeamServerKind kind, const QString &author,
                                const QString &project, Instant now)
{
    if (watch.isOver())
        return badInput(u"has ended; only running watches can be shared"_s);
    if (watch.request.withChildren)
        return badInput(u"watches the applications of a parent; share their watches instead"_s);
    if (author.isEmpty())
        return badInput(u"has no author; say who shares it"_s);
    const auto &key = watch.request.application;
    SharedWatch shared;
    // Argo Watcher only knows names of applications.
    const bool isQualified = kind == TeamServerKind::Lynceus && !key.nameSpace.isEmpty();
    shared.task.app = isQualified ? key.nameSpace + u'/' + key.name : key.name;
    shared.task.author = author;
    shared.task.project = projectOf(watch.request, project);
    if (const auto added = addVersion(shared.task, watch.expectation.version, kind); !added)
        return tl::unexpected(added.error());
    for (const auto &image : watch.expectation.images) {
        auto named = taskImage(image, kind);
        if (!named)
            return tl::unexpected(named.error());
        shared.task.images.push_back(*std::move(named));
    }
    const auto left =
        std::chrono::ceil<std::chrono::seconds>(onOurClock(watch, watch.expectation.deadline) - now).count();
    if (left < 1)
        return badInput(u"has passed its deadline; extend it first"_s);
    shared.timeoutSeconds = left;
    return shared;
}

Result<QString> servedInstance(const std::vector<ServedArgoCd> &served, const Instance &own)
{
    std::vector<const ServedArgoCd *> byAddress;
    std::vector<const ServedArgoCd *> byName;
    for (const auto &each : served) {
        if (comparable(QUrl(each.url)) == comparable(own.baseUrl))
            byAddress.push_back(&each);
        if (each.name.compare(own.name, Qt::CaseInsensitive) == 0)
            byName.push_back(&each);
    }
    if (byAddress.size() == 1)
        return byAddress.front()->name;
    if (byAddress.empty())
        return byName.size() == 1 ? byName.front()->name : QString();
    // The same address several times, for example with several accounts.
    for (const auto *named : byName) {
        if (std::ranges::find(byAddress, named) != byAddress.end())
            return named->name;
    }
    QStringList names;
    for (const auto *each : byAddress)
        names.append(each->name);
    return badInput(
        u"is on several instances of the team server (%1); use `lynceus watch share ID SERVER --instance NAME`"_s.arg(
            names.join(u", "_s)));
}

} // namespace lynceus
