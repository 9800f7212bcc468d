#include "core/io/replay/tapeinstance.h"

#include "core/io/replay/jsonslice.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

bool isDigits(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

constexpr qsizetype kDateLength = 10; ///< 2026-11-23
constexpr qsizetype kTimeLength = 9;  ///< T08:32:52

bool isTimeAround(QByteArrayView text, qsizetype t)
{
    if (t < kDateLength || t + kTimeLength > text.size())
        return false;
    const QByteArrayView time = text.sliced(t - kDateLength, kDateLength + kTimeLength);
    return time[4] == '-' && time[7] == '-' && time[13] == ':' && time[16] == ':' && isDigits(time.first(4))
        && isDigits(time.sliced(5, 2)) && isDigits(time.sliced(8, 2)) && isDigits(time.sliced(11, 2))
        && isDigits(time.sliced(14, 2)) && isDigits(time.sliced(17, 2));
}

/// Whole seconds are replaced in place; fractions and the zone behind them stay, Argo CD writes UTC.
void shiftTimes(QByteArray &text, std::chrono::seconds offset)
{
    for (qsizetype t = text.indexOf('T'); t >= 0; t = text.indexOf('T', t + 1)) {
        if (!isTimeAround(text, t))
            continue;
        const qsizetype start = t - kDateLength;
        const auto time = parseRfc3339(text.sliced(start, kDateLength + kTimeLength) + 'Z');
        if (!time)
            continue;
        const QByteArray moved = formatRfc3339(*time + offset).toLatin1();
        if (moved.size() == kDateLength + kTimeLength + 1)
            text.replace(start, kDateLength + kTimeLength, moved.first(kDateLength + kTimeLength));
    }
}

QByteArray eventText(QByteArrayView type, QByteArrayView application)
{
    QByteArray text;
    text.reserve(application.size() + 64);
    text += "{\"result\":{\"type\":\"";
    text += type;
    text += "\",\"application\":";
    text += application;
    return text += "}}";
}

} // namespace

Tape shiftedTape(Tape tape, std::chrono::seconds offset)
{
    if (offset.count() == 0)
        return tape;
    tape.head.recorded += offset;
    for (TapeLine &line : tape.lines)
        shiftTimes(line.body, offset);
    return tape;
}

TapeInstance::TapeInstance(std::vector<Tape> tapes, bool recordedOnly)
    : m_recordedOnly(recordedOnly)
{
    for (Tape &tape : tapes) {
        for (const TapeLine &line : tape.lines)
            m_changes.push_back(line.at);
        const Instant zero = m_worlds.empty() ? tape.head.recorded : head().recorded;
        const auto offset = std::chrono::round<std::chrono::seconds>(zero - tape.head.recorded);
        m_worlds.emplace_back(std::make_shared<const Tape>(shiftedTape(std::move(tape), offset)));
    }
    if (m_worlds.empty())
        m_worlds.emplace_back(std::make_shared<const Tape>());
    std::ranges::sort(m_changes);
}

Duration TapeInstance::end() const
{
    return m_changes.empty() ? Duration{0} : m_changes.back();
}

qsizetype TapeInstance::changesUntil(Duration at) const
{
    return std::ranges::upper_bound(m_changes, at) - m_changes.begin();
}

std::optional<Duration> TapeInstance::nextChange(Duration at) const
{
    const auto next = std::ranges::upper_bound(m_changes, at);
    return next == m_changes.end() ? std::nullopt : std::optional(*next);
}

const TapeWorld &TapeInstance::worldOf(const QString &nameSpace, const QString &name) const
{
    const auto isRecordedThere = [&](const TapeWorld &world) {
        return world.tape().head.application == name && world.tape().head.applicationNamespace == nameSpace;
    };
    auto found = std::ranges::find_if(m_worlds, isRecordedThere);
    if (found == m_worlds.end())
        found = std::ranges::find_if(m_worlds, [&](const TapeWorld &world) { return world.knows(nameSpace, name); });
    return found == m_worlds.end() ? m_worlds.front() : *found;
}

const TapeWorld &TapeInstance::worldOf(const TapeRequest &request) const
{
    const QString nameSpace = request.value(u"appNamespace"_s);
    return worldOf(nameSpace.isEmpty() ? m_worlds.front().controllerNamespace() : nameSpace, request.application());
}

bool TapeInstance::owns(const TapeWorld &world, const TapeApplication &application) const
{
    const auto &head = world.tape().head;
    const bool isRecorded =
        application.name == head.application.toUtf8() && application.nameSpace == head.applicationNamespace.toUtf8();
    if (m_recordedOnly && !isRecorded)
        return false;
    return m_worlds.size() == 1
        || &worldOf(QString::fromUtf8(application.nameSpace), QString::fromUtf8(application.name)) == &world;
}

std::vector<TapeApplication> TapeInstance::listed(Duration at, TapeWorld::Form form) const
{
    std::vector<TapeApplication> all;
    for (const TapeWorld &world : m_worlds) {
        for (const TapeApplication &application : world.applicationsAt(at, form)) {
            if (owns(world, application))
                all.push_back(application);
        }
    }
    std::ranges::stable_sort(all, [](const TapeApplication &left, const TapeApplication &right) {
        return std::pair(left.name, left.nameSpace) < std::pair(right.name, right.nameSpace);
    });
    return all;
}

TapeAnswer TapeInstance::answer(const TapeRequest &request, Duration at) const
{
    const bool isAsRecorded = m_worlds.size() == 1 && !m_recordedOnly;
    if (isAsRecorded || request.path != "/api/v1/applications"_L1)
        return (request.application().isEmpty() ? m_worlds.front() : worldOf(request)).answer(request, at);
    qint64 version = 0;
    for (const TapeWorld &world : m_worlds)
        version = std::max(version, world.resourceVersionAt(at));
    return listAnswer(listed(at, TapeWorld::Form::List), version, request.query, m_worlds.front().version());
}

std::vector<TapeInstance::Event> TapeInstance::applicationsAt(Duration at) const
{
    std::vector<Event> events;
    for (const TapeApplication &application : listed(at, TapeWorld::Form::Single))
        events.push_back({at, eventText("ADDED", application.json), application});
    return events;
}

std::vector<TapeInstance::Event> TapeInstance::eventsBetween(Duration after, Duration until) const
{
    std::vector<Event> events;
    for (const TapeWorld &world : m_worlds) {
        for (const TapeLine *line : world.framesBetween(TapeWorld::Stream::Applications, after, until)) {
            const TapeApplication application = world.identified(jsonValue(line->body, {"result", "application"}));
            if (owns(world, application))
                events.push_back({line->at, line->body, application});
        }
    }
    std::ranges::stable_sort(events, {}, &Event::at);
    return events;
}

const TapeLogs *TapeInstance::logsOf(const TapeRequest &request) const
{
    const TapeWorld &world = worldOf(request);
    return hasTrees(request) && !world.logs().isEmpty() ? &world.logs() : nullptr;
}

bool TapeInstance::hasTrees(const TapeRequest &request) const
{
    return worldOf(request).tape().head.application == request.application();
}

std::vector<QByteArray> TapeInstance::treesBetween(const TapeRequest &request, Duration after, Duration until) const
{
    std::vector<QByteArray> trees;
    if (!hasTrees(request))
        return trees;
    for (const TapeLine *line : worldOf(request).framesBetween(TapeWorld::Stream::Tree, after, until))
        trees.push_back(line->body);
    return trees;
}

} // namespace lynceus
