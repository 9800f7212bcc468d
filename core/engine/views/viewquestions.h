#pragma once

#include "core/engine/clients/argocdclient.h"
#include "core/engine/views/commitcache.h"

#include <functional>

namespace lynceus {

/// The application that a request is about.
struct ViewedApplication
{
    ArgoCdClient &client;
    ApplicationKey key;
    QString project;
    std::shared_ptr<const Application> application; ///< null until first read
    CommitCache &commits;
};

template<typename T>
using TakeAnswer = std::function<void(Result<T>)>;

// Each sends at most two requests and calls @p take once, and never after @p context was destroyed.

void askEvents(const ViewedApplication &viewed, const ResourceNode &resource, QObject *context,
               const TakeAnswer<std::vector<ResourceEvent>> &take);
void askApplicationEvents(const ViewedApplication &viewed, QObject *context,
                          const TakeAnswer<std::vector<ResourceEvent>> &take);
/// Live and desired manifest of a managed resource; live only for others (pods, hooks).
void askManifests(const ViewedApplication &viewed, const ResourceNode &resource, QObject *context,
                  const TakeAnswer<Manifests> &take);
void askCommit(const ViewedApplication &viewed, const QString &revision, QObject *context,
               const TakeAnswer<RevisionMetadata> &take);
void askContainers(const ViewedApplication &viewed, const ResourceNode &pod, QObject *context,
                   const TakeAnswer<QStringList> &take);

} // namespace lynceus
