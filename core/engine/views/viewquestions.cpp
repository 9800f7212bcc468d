#include "core/engine/views/viewquestions.h"

#include <algorithm>

namespace lynceus {

namespace {

template<typename T>
void passOn(FutureAnswer<T> answer, QObject *context, const TakeAnswer<T> &take)
{
    std::ignore = answer.then(context, [take](const Result<Answer<T>> &read) {
        take(read.map([](const Answer<T> &value) { return value.value; }));
    });
}

bool isManaged(const ViewedApplication &viewed, const ResourceNode &resource)
{
    if (!viewed.application)
        return resource.parent < 0;
    return std::ranges::any_of(viewed.application->resources, [&](const ManagedResourceStatus &managed) {
        return managed.key == resource.key && !managed.hook;
    });
}

/// A resource that does not exist yet has no live manifest.
void askLive(const ViewedApplication &viewed, const ResourceNode &resource, QObject *context,
             const TakeAnswer<Manifests> &take)
{
    if (resource.uid.isEmpty())
        return take(Manifests{});
    passOn<QString>(viewed.client.resourceManifest(viewed.key, viewed.project, resource.key, resource.version, context),
                    context, [take](const Result<QString> &live) {
                        take(live.map([](const QString &text) { return Manifests{text, {}}; }));
                    });
}

} // namespace

void askEvents(const ViewedApplication &viewed, const ResourceNode &resource, QObject *context,
               const TakeAnswer<std::vector<ResourceEvent>> &take)
{
    // Without a uid the server answers with the application's own events.
    if (resource.uid.isEmpty())
        return take(std::vector<ResourceEvent>());
    passOn(viewed.client.resourceEvents(viewed.key, viewed.project, resource.key, resource.uid, context), context,
           take);
}

void askApplicationEvents(const ViewedApplication &viewed, QObject *context,
                          const TakeAnswer<std::vector<ResourceEvent>> &take)
{
    passOn(viewed.client.applicationEvents(viewed.key, viewed.project, context), context, take);
}

void askManifests(const ViewedApplication &viewed, const ResourceNode &resource, QObject *context,
                  const TakeAnswer<Manifests> &take)
{
    if (!isManaged(viewed, resource))
        return askLive(viewed, resource, context, take);
    passOn<std::optional<Manifests>>(viewed.client.manifests(viewed.key, viewed.project, resource.key, context),
                                     context,
                                     [viewed, resource, context, take](const Result<std::optional<Manifests>> &read) {
                                         if (!read)
                                             return take(tl::unexpected(read.error()));
                                         if (*read)
                                             return take(**read);
                                         askLive(viewed, resource, context, take);
                                     });
}

void askCommit(const ViewedApplication &viewed, const QString &revision, QObject *context,
               const TakeAnswer<RevisionMetadata> &take)
{
    if (const auto known = viewed.commits.commit(viewed.key.instance, revision))
        return take(*known);
    auto *commits = &viewed.commits;
    passOn<RevisionMetadata>(
        viewed.client.revisionMetadata(viewed.key, viewed.project, revision, context), context,
        [commits, instance = viewed.key.instance, revision, take](const Result<RevisionMetadata> &read) {
            if (read)
                commits->take(instance, revision, *read);
            take(read);
        });
}

void askContainers(const ViewedApplication &viewed, const ResourceNode &pod, QObject *context,
                   const TakeAnswer<QStringList> &take)
{
    passOn<QString>(viewed.client.resourceManifest(viewed.key, viewed.project, pod.key, pod.version, context), context,
                    [take](const Result<QString> &live) {
                        if (!live)
                            return take(tl::unexpected(live.error()));
                        Decoder decoder;
                        take(decoder.containerNames(live->toUtf8()));
                    });
}

} // namespace lynceus
