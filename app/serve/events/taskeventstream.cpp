#include "app/serve/events/taskeventstream.h"

#include <utility>

namespace lynceus {

namespace {

constexpr auto kGreeting = "retry: 3000\n\n"; // ms until a browser connects again
constexpr auto kBeat = ":\n\n";               // a comment

} // namespace

TaskEventStream::TaskEventStream(TaskEvents &events, TaskChangeFilter filter, TaskEvents::Place place,
                                 const Clock &clock)
    : m_events(&events)
    , m_clock(clock)
    , m_filter(std::move(filter))
    , m_openedAt(clock.steady())
    , m_place(place)
    , m_greeting(kGreeting)
{
    events.count(1);
    connect(&events, &TaskEvents::changed, this, &BodySource::ready);
    connect(&events, &TaskEvents::beating, this, &TaskEventStream::takeBeat);
}

TaskEventStream::~TaskEventStream()
{
    if (m_events)
        m_events->count(-1);
}

QByteArray TaskEventStream::next()
{
    auto bytes = std::exchange(m_greeting, {});
    if (m_events)
        bytes += m_events->take(m_place, m_filter);
    if (std::exchange(m_needsBeat, false) && bytes.isEmpty())
        bytes = kBeat;
    return bytes;
}

void TaskEventStream::takeBeat()
{
    if (m_clock.steady() - m_openedAt >= TaskEvents::kLongestStream) {
        Q_EMIT ended();
        return;
    }
    m_needsBeat = true;
    Q_EMIT ready();
}

} // namespace lynceus
