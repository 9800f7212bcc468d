#include "app/gui/applications/applicationorder.h"
#include "app/gui/applications/applicationsmodel.h"
#include "core/domain/base/nearest.h"

#include <algorithm>
#include <numeric>

// In which order ApplicationsModel has its rows, and which of them it shows.

namespace lynceus {

namespace {

/// The rank of each of @p count numbers; equal ones share it.
template<typename Before>
std::vector<int> ranksOf(std::size_t count, Before before)
{
    std::vector<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, before);
    std::vector<int> ranks(count);
    for (std::size_t i = 1; i < count; ++i)
        ranks[std::size_t(order[i])] = ranks[std::size_t(order[i - 1])] + (before(order[i - 1], order[i]) ? 1 : 0);
    return ranks;
}

} // namespace

std::uint64_t ApplicationsModel::valueOf(const ApplicationRow &row) const
{
    const auto &application = row.application();
    switch (m_sortColumn) {
    case ApplicationColumn::Name:
        return std::uint64_t(row.name);
    case ApplicationColumn::Instance:
    case ApplicationColumn::DataAge:
        return std::uint64_t(row.instance);
    case ApplicationColumn::Project:
        return std::uint64_t(row.project);
    case ApplicationColumn::Images:
        return std::uint64_t(row.images);
    case ApplicationColumn::Health:
        return severityOf(application.health.status);
    case ApplicationColumn::Sync:
        return severityOf(application);
    case ApplicationColumn::LastSync:
        return std::uint64_t(lastSyncOf(application).value_or(Instant{}).time_since_epoch().count());
    }
    Q_UNREACHABLE();
}

void ApplicationsModel::renewRanks()
{
    const auto byText = [](const QString &left, const QString &right) { return compareNaturally(left, right) < 0; };
    if (m_sortColumn == ApplicationColumn::Instance)
        m_ranks = ranksOf(m_instances.size(), [&](int left, int right) {
            return byText(m_instances[std::size_t(left)].instance.name, m_instances[std::size_t(right)].instance.name);
        });
    else if (m_sortColumn == ApplicationColumn::Project)
        m_ranks = ranksOf(m_projects.size(), [&](int left, int right) {
            return byText(m_projects[std::size_t(left)], m_projects[std::size_t(right)]);
        });
    else if (m_sortColumn == ApplicationColumn::DataAge) // ascending: the freshest first
        m_ranks = ranksOf(m_heardAt.size(), [this](int left, int right) {
            return m_heardAt[std::size_t(left)] > m_heardAt[std::size_t(right)];
        });
    m_ranksKnown = true;
}

ApplicationOrder ApplicationsModel::order()
{
    const auto *ranks = &m_ranks;
    if (m_sortColumn == ApplicationColumn::Name)
        ranks = &m_names.ranks();
    else if (m_sortColumn == ApplicationColumn::Images)
        ranks = &m_images.ranks();
    else if (m_sortColumn == ApplicationColumn::Health || m_sortColumn == ApplicationColumn::Sync
             || m_sortColumn == ApplicationColumn::LastSync)
        ranks = nullptr;
    else if (!m_ranksKnown) // new ones come between the others, which keep their order
        renewRanks();
    return {m_rows, m_values, ranks, m_names.ranks(), m_sortOrder};
}

void ApplicationsModel::sortAll()
{
    m_ranksKnown = false;
    for (const int slot : m_order)
        m_values[std::size_t(slot)] = valueOf(m_rows[std::size_t(slot)]);
    m_order = order().sorted(m_order);
    showFitting();
}

void ApplicationsModel::arrange(const std::vector<int> &slots, const std::vector<int> &removed)
{
    if (slots.empty() && removed.empty())
        return;
    std::vector<char> leaves(m_rows.size(), 0);
    for (const int slot : removed)
        leaves[std::size_t(slot)] = 1;
    for (const int slot : slots) {
        leaves[std::size_t(slot)] = 1;
        m_values[std::size_t(slot)] = valueOf(m_rows[std::size_t(slot)]);
    }
    std::erase_if(m_order, [&leaves](int slot) { return leaves[std::size_t(slot)]; });
    const auto now = order();
    m_order = now.merged(m_order, now.sorted(slots));
    showFitting();
}

void ApplicationsModel::showFitting()
{
    std::vector<int> wanted;
    wanted.reserve(m_order.size());
    std::ranges::copy_if(m_order, std::back_inserter(wanted),
                         [this](int slot) { return m_fitting[std::size_t(slot)]; });
    moveTo(wanted);
}

} // namespace lynceus
