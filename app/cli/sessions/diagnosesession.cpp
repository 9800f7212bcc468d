#include "app/cli/sessions/diagnosesession.h"

#include <algorithm>

namespace lynceus {

DiagnoseSession::DiagnoseSession(InspectOptions options, ServerConnection connection, const Clock &clock)
    : InspectSession(std::move(options), std::move(connection), clock, {.tree = true, .managed = true, .commit = true})
{ }

void DiagnoseSession::timeOut()
{
    if (isShown())
        print();
    else
        InspectSession::timeOut();
}

void DiagnoseSession::show(const Inspection &inspection)
{
    m_inspection = inspection;
    check();
    const auto asked = worthAsking(m_inspection, m_diagnosis);
    m_awaited = 1;
    for (const int position : asked)
        readEvents(m_inspection.tree->nodes[std::size_t(position)]);
    if (asked.empty() && m_diagnosis.cause)
        readApplicationEvents();
    eventsRead();
}

void DiagnoseSession::check()
{
    m_diagnosis = diagnose(m_inspection, options().images, options().registryProxies, m_events);
}

void DiagnoseSession::readEvents(const ResourceNode &node)
{
    ++m_awaited;
    std::ignore = client()
                      .resourceEvents(m_inspection.key, project(), node.key, node.uid, this)
                      .then(this, [this](const Result<Answer<std::vector<ResourceEvent>>> &answer) { take(answer); });
}

void DiagnoseSession::readApplicationEvents()
{
    ++m_awaited;
    std::ignore = client()
                      .applicationEvents(m_inspection.key, project(), this)
                      .then(this, [this](const Result<Answer<std::vector<ResourceEvent>>> &answer) { take(answer); });
}

/// Events only add details: without them the diagnosis is still useful.
void DiagnoseSession::take(const Result<Answer<std::vector<ResourceEvent>>> &answer)
{
    if (answer)
        m_events.insert(m_events.end(), answer->value.begin(), answer->value.end());
    eventsRead();
}

void DiagnoseSession::eventsRead()
{
    if (--m_awaited > 0)
        return;
    std::ranges::stable_sort(m_events, [](const ResourceEvent &left, const ResourceEvent &right) {
        return left.last.value_or(Instant{}) < right.last.value_or(Instant{});
    });
    check();
    diagnosed();
}

} // namespace lynceus
