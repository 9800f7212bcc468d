#pragma once

#include "core/domain/model/resourcetree.h"

#include <QHash>

#include <vector>

namespace lynceus {

/// Decides for which resources of an application to request events, and when: only events explain why a resource is
/// unhealthy. Pure: the caller passes monotonic times.
class EventSchedule final
{
public:
    struct Resource
    {
        ResourceKey key;
        QString uid;
    };

    void take(const ResourceTree &tree);
    [[nodiscard]] bool isEmpty() const { return m_resources.empty(); }
    /// The resources to request now, at most two: a hundred broken pods have the same events. They count as requested.
    [[nodiscard]] std::vector<Resource> takeDue(Duration now);

private:
    struct Waiting
    {
        Resource resource;
        Duration every;
    };
    std::vector<Waiting> m_resources;
    QHash<QString, Duration> m_askedAt; ///< by uid; only of waiting resources
};

} // namespace lynceus
