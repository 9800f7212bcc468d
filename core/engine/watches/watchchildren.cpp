#include "core/engine/watches/watchchildren.h"

#include "core/domain/watch/watchrequests.h"

#include <algorithm>

namespace lynceus {

const ActiveWatch *WatchChildren::find(const QString &id) const
{
    const auto found = std::ranges::find(m_runs, id, [](const auto &run) { return run->record().id; });
    return found == m_runs.end() ? nullptr : found->get();
}

std::vector<ActiveWatch *> WatchChildren::running(const ActiveWatch &parent) const
{
    std::vector<ActiveWatch *> children;
    for (const auto &run : m_runs) {
        if (!run->record().isOver() && parent.record().children.contains(run->record().id))
            children.push_back(run.get());
    }
    return children;
}

std::vector<WatchRecord> WatchChildren::records(const ActiveWatch &parent) const
{
    std::vector<WatchRecord> children;
    for (const auto &id : parent.record().children) {
        if (const auto *run = find(id))
            children.push_back(run->record());
        else if (auto stored = m_store.watch(id); stored && *stored) // dismissed from the board
            children.push_back(std::move((*stored)->record));
    }
    return children;
}

/// Two parents may have the same child: watches that those of the same release registered for the same version serve
/// both.
std::vector<const ActiveWatch *> WatchChildren::shared(const ActiveWatch &parent, const FoundChild &child) const
{
    std::vector<const ActiveWatch *> shared;
    for (const auto &other : m_runs) {
        const auto &record = other->record();
        if (other.get() == &parent || record.children.isEmpty() || record.isOver()
            || record.request.release != parent.record().request.release)
            continue;
        for (const auto *run : running(*other)) {
            const auto &request = run->record().request;
            const bool isSame = request.version == parent.record().request.version
                && std::ranges::all_of(request.images, [&](const ImageReference &image) {
                                    return std::ranges::find(child.images, image) != child.images.end();
                                });
            if (request.application == child.key && isSame)
                shared.push_back(run);
        }
    }
    return shared;
}

WatchChildren::Wanted WatchChildren::wantedFor(const ActiveWatch &parent, const FoundChild &child) const
{
    Wanted wanted;
    // The child may use more images later: a watch keeps its expectation, so the further images get another watch.
    auto images = child.images;
    bool isWatched = false;
    auto known = records(parent);
    for (const auto *run : shared(parent, child)) {
        wanted.known += run->record().id;
        known.push_back(run->record());
    }
    for (const auto &record : known) {
        if (record.request.application != child.key)
            continue;
        isWatched = true;
        std::erase_if(images, [&](const ImageReference &image) {
            return std::ranges::find(record.request.images, image) != record.request.images.end();
        });
    }
    if (!isWatched || !images.empty())
        wanted.request = childRequest(parent.record(), child.key, child.project, images, parent.left());
    return wanted;
}

void WatchChildren::reportParents(const WatchRecord &child) const
{
    for (const auto &run : m_runs) {
        if (!run->record().isOver() && run->record().children.contains(child.id))
            run->takeChild(child);
    }
}

} // namespace lynceus
