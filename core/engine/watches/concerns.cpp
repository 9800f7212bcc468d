#include "core/engine/watches/concerns.h"

#include <algorithm>

namespace lynceus {

bool concerns(const ChangeSet &changes, const WatchRecord &watch)
{
    const auto &application = watch.expectation.application;
    const auto isIts = [&application](const ApplicationKey &key) {
        return application.name == key.name && application.instance == key.instance
            && (application.nameSpace.isEmpty() || application.nameSpace == key.nameSpace);
    };
    const auto isChanged = [&isIts](const ChangeSet::Changed &change) { return isIts(change.entry.key); };
    return std::ranges::any_of(changes.changed, isChanged) || std::ranges::any_of(changes.removed, isIts)
        || std::ranges::any_of(changes.inserted, isIts, &ApplicationEntry::key);
}

} // namespace lynceus
