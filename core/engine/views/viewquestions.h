#pragma once

#include "core/engine/clients/argocdclient.h"
#include "core/engine/views/commitcache.h"

#include <functional>

namespace lynceus {

/// The application that a question is about.
struct ViewedApplication
{
    ArgoCdClient &client;
    ApplicationKey key;
    QString project;
    std::shared_ptr<const Application> application; ///< null: not read yet
    CommitCache &commits;
};

template<typename T>
using TakeAnswer = std::function<void(Result<T>)>;

// Each asks the server at most twice and calls @p take once, never after @p context died.

void askEvents(const ViewedApplication &viewed, const ResourceNode &resource, QObject *context,
               const TakeAnswer<std::vector<ResourceEvent>> &take);
void askApplicationEvents(const ViewedApplication &viewed, QObject *context,
                          const TakeAnswer<std::vector<ResourceEvent>> &take);
/// Of what the application manages live and desired, of everything else (pods, hooks) live alone.
void askManifests(const ViewedApplication &viewed, const ResourceNode &resource, QObject *context,
                  const TakeAnswer<Manifests> &take);
void askCommit(const ViewedApplication &viewed, const QString &revision, QObject *context,
               const TakeAnswer<RevisionMetadata> &take);
void askContainers(const ViewedApplication &viewed, const ResourceNode &pod, QObject *context,
                   const TakeAnswer<QStringList> &take);

} // namespace lynceus
