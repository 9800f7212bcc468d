#include "app/serve/events/taskeventstream.h"

#include <utility>

namespace lynceus {

namespace {

constexpr auto kGreeting = "retry: 3000\n\n"; // ms until a browser reconnects
constexpr auto kBeat = ":\n\n";               // a comment

} // namespace

TaskEventStream::TaskEventStream(TaskEvents &events, TaskChangeFilter filter, TaskEvents::Place place,
                                 const Clock &clock)
    : m_events(&events)
    , m_clock(clock)
    , m_filter(std::move(filter))
    , m_openedAt(clock.steady())
    , m_place(place)
    , m_bytes(kGreeting)
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
    m_isAsked = true;
    m_hasFailed = false;
    while (m_events && !m_isReading && !m_hasFailed && m_bytes.size() < TaskEvents::kPiece) {
        if (!m_events->take(m_place, m_filter, m_bytes))
            break;
        read();
    }
    m_isAsked = false;
    auto bytes = std::exchange(m_bytes, {});
    if (std::exchange(m_needsBeat, false) && bytes.isEmpty())
        bytes = kBeat;
    return bytes;
}

/// Usually asynchronous; synchronous if the store has no thread.
void TaskEventStream::read()
{
    m_isReading = true;
    m_events->store().run(
        this,
        [cache = m_events->cache(), place = m_place, last = m_events->last(), filter = m_filter](TaskStore &store) {
            return TaskEvents::read(store, *cache, place, last, filter);
        },
        [this](const Result<TaskEvents::Piece> &piece) {
            m_isReading = false;
            m_hasFailed = !piece;
            if (!piece) {
                if (m_events)
                    m_events->noteFailure();
                return;
            }
            m_bytes += piece->events;
            m_place = piece->place;
            if (!m_isAsked)
                Q_EMIT ready();
        });
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
