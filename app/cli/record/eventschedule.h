#pragma once

#include "core/domain/model/resourcetree.h"

#include <QHash>

#include <vector>

namespace lynceus {

/// Which resources of one application are worth asking for their events, and when: what is not well says why in its
/// events only. Pure: times are monotonic and come from the caller.
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
    /// Those to be asked about now, two at most: a hundred broken pods say the same. They count as asked.
    [[nodiscard]] std::vector<Resource> takeDue(Duration now);

private:
    struct Waiting
    {
        Resource resource;
        Duration every;
    };
    std::vector<Waiting> m_resources;
    QHash<QString, Duration> m_askedAt; ///< by uid; only of those that are waiting
};

} // namespace lynceus
