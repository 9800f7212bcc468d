#include "core/engine/clients/treestreamlimiter.h"

#include <QPointer>

#include <algorithm>

namespace lynceus {

TreeSlot::TreeSlot(TreeStreamLimiter &treeStreamLimiter, int rank, QObject *parent)
    : QObject(parent)
    , m_slots(&treeStreamLimiter)
    , m_rank(rank)
{ }

TreeSlot::~TreeSlot()
{
    if (m_slots)
        m_slots->give(this);
}

TreeStreamLimiter::TreeStreamLimiter(QObject *parent)
    : QObject(parent)
{ }

TreeStreamLimiter::~TreeStreamLimiter()
{
    for (auto *slot : m_slots)
        slot->m_slots = nullptr;
}

TreeSlot *TreeStreamLimiter::ask(For purpose, QObject *parent)
{
    auto *slot = new TreeSlot(*this, purpose == For::Watch ? 0 : 1, parent);
    m_slots.insert(std::ranges::upper_bound(m_slots, slot->m_rank, {}, &TreeSlot::m_rank), slot);
    grant();
    return slot;
}

void TreeStreamLimiter::give(TreeSlot *slot)
{
    std::erase(m_slots, slot);
    grant();
}

void TreeStreamLimiter::grant()
{
    // Slots of the signal may request or release tree slots, so decide first and emit afterwards.
    std::vector<QPointer<TreeSlot>> taken;
    std::vector<QPointer<TreeSlot>> given;
    int place = 0;
    for (auto *slot : m_slots) {
        const bool granted = place++ < kMost;
        if (slot->m_granted == granted)
            continue;
        slot->m_granted = granted;
        (granted ? given : taken).emplace_back(slot);
    }
    const auto report = [](const std::vector<QPointer<TreeSlot>> &changed, bool granted) {
        for (const auto &slot : changed) {
            if (slot && slot->isGranted() == granted)
                Q_EMIT slot->grantedChanged(granted);
        }
    };
    report(taken, false); // first, so that there are never more than kMost
    report(given, true);
}

} // namespace lynceus
