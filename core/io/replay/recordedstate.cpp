#include "core/io/replay/recordedstate.h"

#include "core/io/replay/jsonslice.h"

#include <algorithm>
#include <utility>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

RecordingAnswer notRecorded(const RecordingRequest &request)
{
    constexpr int kUnimplemented = 12; // gRPC's code for 501
    return gatewayError(501, kUnimplemented, u"%1 is not in this recording"_s.arg(request.path));
}

RecordingAnswer unknownApplication(const RecordingRequest &request)
{
    constexpr int kNotFound = 5;
    constexpr int kPermissionDenied = 7;
    // Without a project Argo CD does not tell whether it is missing or forbidden (getAppEnforceRBAC).
    if (request.value(u"project"_s).isEmpty())
        return gatewayError(403, kPermissionDenied, u"permission denied"_s);
    return gatewayError(404, kNotFound, u"applications.argoproj.io \"%1\" not found"_s.arg(request.application()));
}

RecordingAnswer asRecorded(const RecordingLine &line)
{
    return {line.status, line.contentType.isEmpty() ? QByteArray("application/json") : line.contentType, line.body};
}

/// `namespace`, `name`, `group` and `kind` as the server filters managed resources.
QByteArray filteredResources(const QByteArray &body, const RecordingRequest &request)
{
    static constexpr std::pair<const char *, const char *> kFilters[] = {
        {"namespace", "namespace"}, {"name", "name"}, {"group", "group"}, {"kind", "kind"}};
    const auto asked = [&](const char *key) { return request.value(QString::fromLatin1(key)); };
    if (std::ranges::all_of(kFilters, [&](const auto &filter) { return asked(filter.first).isEmpty(); }))
        return body;
    QByteArray out("{\"items\":[");
    bool first = true;
    for (JsonWalker items(jsonValue(body, {"items"})); items.next();) {
        const bool wanted = std::ranges::all_of(kFilters, [&](const auto &filter) {
            const QString value = asked(filter.first);
            return value.isEmpty() || value == jsonString(jsonValue(items.value(), {filter.second}));
        });
        if (!wanted)
            continue;
        if (!std::exchange(first, false))
            out += ',';
        out += items.value();
    }
    return out += "]}";
}

/// The last element whose time is not after @p at, else the first: before it was asked, the first answer held.
template<typename Element, typename Time>
const Element *newest(const std::vector<Element> &elements, Duration at, Time time)
{
    if (elements.empty())
        return nullptr;
    const auto after = std::ranges::upper_bound(elements, at, {}, time);
    return after == elements.begin() ? &elements.front() : &*(after - 1);
}

} // namespace

RecordingAnswer RecordedState::answer(const QString &pathWithQuery, Duration at) const
{
    return answer(parseRecordingRequest(pathWithQuery), at);
}

RecordingAnswer RecordedState::answer(const RecordingRequest &request, Duration at) const
{
    if (request.path == "/api/v1/applications"_L1)
        return listAnswer(request, at);
    if (request.application().isEmpty() || request.isStream())
        return otherAnswer(request, at);
    const QString nameSpace = request.value(u"appNamespace"_s);
    const History *history = find(nameSpace.isEmpty() ? m_controllerNamespace : nameSpace, request.application());
    const State *state = history ? stateAt(*history, at, Form::Single) : nullptr;
    if (!state || (!state->there && !state->error))
        return unknownApplication(request);
    const QString asked = request.value(u"project"_s);
    if (state->error)
        return request.part().isEmpty() ? asRecorded(*state->error) : partAnswer(request, at);
    if (!asked.isEmpty() && asked != jsonString(jsonValue(state->json, {"spec", "project"})))
        return unknownApplication(request);
    if (request.part().isEmpty())
        return {200, "application/json", state->json.toByteArray()};
    return partAnswer(request, at);
}

RecordingAnswer RecordedState::partAnswer(const RecordingRequest &request, Duration at) const
{
    if (request.part() == "resource-tree"_L1) {
        const auto tree = m_trees.find(request.application());
        if (tree == m_trees.end())
            return notRecorded(request);
        const Shown &shown = *newest(tree->second, at, &Shown::at);
        if (shown.line->kind == RecordingLine::Kind::Get)
            return asRecorded(*shown.line);
        return {200, "application/json", shown.json.toByteArray()};
    }
    const RecordingLine *line = recorded(request.lookupKey(), at);
    if (!line && request.part() == "logs"_L1 && !m_logs.isEmpty())
        return {200, "application/json", m_logs.answer(logQueryOf(request.query), at, m_recording->head.recorded)};
    if (!line)
        return notRecorded(request);
    RecordingAnswer answer = asRecorded(*line);
    if (line->status == 200 && request.part() == "managed-resources"_L1)
        answer.body = filteredResources(answer.body, request);
    return answer;
}

RecordingAnswer RecordedState::otherAnswer(const RecordingRequest &request, Duration at) const
{
    if (const RecordingLine *line = recorded(request.lookupKey(), at))
        return asRecorded(*line);
    if (request.path == "/api/version"_L1)
        return {200, "application/json", "{\"Version\":" + jsonQuoted(m_recording->head.argocd) + "}"};
    // What a recording shows may be read, and nothing in it can be changed; of other rights it knows nothing.
    if (request.path.startsWith("/api/v1/account/can-i/applications/get/"_L1)
        || (request.path.startsWith("/api/v1/account/can-i/logs/get/"_L1) && !m_logs.isEmpty()))
        return {200, "application/json", R"({"value":"yes"})"};
    if (request.path.startsWith("/api/v1/account/can-i/applications/sync/"_L1))
        return {200, "application/json", R"({"value":"no"})"};
    if (request.path.startsWith("/api/v1/"_L1))
        return notRecorded(request);
    return {404, "text/plain; charset=utf-8", "Not Found\n"};
}

RecordingAnswer RecordedState::listAnswer(const RecordingRequest &request, Duration at) const
{
    if (!m_fullList)
        return notRecorded(request);
    // Nothing has changed yet: the bytes as they came, which matters for lists of many megabytes.
    if (request.query.isEmpty() && at < m_changedAt)
        return asRecorded(*m_fullList);
    return lynceus::listAnswer(applicationsAt(at, Form::List), resourceVersionAt(at), request.query, m_version);
}

const RecordingLine *RecordedState::recorded(const QString &key, Duration at) const
{
    const auto found = m_answers.find(key);
    if (found == m_answers.end())
        return nullptr;
    return *newest(found->second, at, &RecordingLine::at);
}

const RecordedState::History *RecordedState::find(const QString &nameSpace, const QString &name) const
{
    const auto found = m_applications.find({name.toUtf8(), nameSpace.toUtf8()});
    return found == m_applications.end() ? nullptr : &found->second;
}

bool RecordedState::knows(const QString &nameSpace, const QString &name) const
{
    return find(nameSpace.isEmpty() ? m_controllerNamespace : nameSpace, name);
}

const RecordedState::State *RecordedState::stateAt(const History &history, Duration at, Form form) const
{
    const auto &states = history.states;
    if (!history.fromStart && at < states.front().at)
        return nullptr;
    const State *last = newest(states, std::max(at, m_fullList ? m_fullList->at : at), &State::at);
    const int index = form == Form::List ? last->newestListed : last->newestSingle;
    if (index < 0)
        return nullptr;
    const State *state = &states[static_cast<std::size_t>(index)];
    if (form == Form::List || state->source != State::Source::List)
        return state;
    // The same resourceVersion is the same object, and GET and stream tell more of it than the list did.
    const auto same = std::ranges::find_if(states, [&](const State &other) {
        return other.source != State::Source::List && other.there && other.version == state->version;
    });
    return same == states.end() ? state : &*same;
}

std::vector<RecordingApplication> RecordedState::applicationsAt(Duration at, Form form) const
{
    std::vector<RecordingApplication> applications;
    applications.reserve(m_applications.size());
    for (const auto &[key, history] : m_applications) {
        const State *state = stateAt(history, at, form);
        if (!state || !state->there)
            continue;
        const bool slim = form == Form::List && !state->slim.isEmpty();
        applications.push_back({history.name, history.nameSpace, slim ? QByteArrayView(state->slim) : state->json});
    }
    return applications;
}

qint64 RecordedState::resourceVersionAt(Duration at) const
{
    const auto *version = newest(m_versions, at, &std::pair<Duration, qint64>::first);
    return version ? version->second : 0;
}

std::optional<QByteArray> RecordedState::applicationAt(Duration at) const
{
    const History *history = find(m_recording->head.applicationNamespace, m_recording->head.application);
    const State *state = history ? stateAt(*history, at, Form::Single) : nullptr;
    return state && state->there ? std::optional(state->json.toByteArray()) : std::nullopt;
}

std::optional<QByteArray> RecordedState::treeAt(Duration at) const
{
    const auto tree = m_trees.find(m_recording->head.application);
    if (tree == m_trees.end())
        return std::nullopt;
    const Shown &shown = *newest(tree->second, at, &Shown::at);
    return shown.line->status == 200 ? std::optional(shown.json.toByteArray()) : std::nullopt;
}

std::optional<QByteArray> RecordedState::managedAt(Duration at) const
{
    const RecordingLine *line =
        recorded(u"/api/v1/applications/%1/managed-resources?"_s.arg(m_recording->head.application), at);
    return line && line->status == 200 ? std::optional(line->body) : std::nullopt;
}

std::vector<const RecordingLine *> RecordedState::framesBetween(Stream stream, Duration after, Duration until) const
{
    const auto &frames = stream == Stream::Applications ? m_listFrames : m_treeFrames;
    const auto first = std::ranges::upper_bound(frames, after, {}, &RecordingLine::at);
    const auto last = std::ranges::upper_bound(frames, until, {}, &RecordingLine::at);
    return first < last ? std::vector(first, last) : std::vector<const RecordingLine *>();
}

} // namespace lynceus
