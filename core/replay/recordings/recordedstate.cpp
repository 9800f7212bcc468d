#include "core/replay/recordings/recordedstate.h"

#include "core/replay/recordings/jsonslice.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

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
    // Without a project, Argo CD does not distinguish missing and forbidden (getAppEnforceRBAC).
    if (request.value(u"project"_s).isEmpty())
        return gatewayError(403, kPermissionDenied, u"permission denied"_s);
    return gatewayError(404, kNotFound, u"applications.argoproj.io \"%1\" not found"_s.arg(request.application()));
}

RecordingAnswer asRecorded(const RecordingLine &line)
{
    return {line.status, line.contentType.isEmpty() ? QByteArray("application/json") : line.contentType, line.body};
}

/// Filters by `namespace`, `name`, `group` and `kind` like the server for managed resources.
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

/// The last element whose time is not after @p at, otherwise the first: its answer is used for earlier times too.
template<typename Element, typename Time>
const Element *newest(const std::vector<Element> &elements, Duration at, Time time)
{
    if (elements.empty())
        return nullptr;
    const auto after = std::ranges::upper_bound(elements, at, {}, time);
    return after == elements.begin() ? &elements.front() : &*(after - 1);
}

qint64 versionOf(QByteArrayView metadata)
{
    bool ok = false;
    const qint64 version = jsonString(jsonValue(metadata, {"resourceVersion"})).toLongLong(&ok);
    return ok ? version : -1;
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
    // Recorded data may be read, and nothing can be changed; other permissions are unknown.
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
    // Without changes, returns the bytes as recorded, which matters for lists of many megabytes.
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
    // The same resourceVersion is the same object, of which GET and stream have more than the list.
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

RecordedState::RecordedState(std::shared_ptr<const Recording> recording)
    : m_recording(std::move(recording))
    , m_version(recordingServerVersion(m_recording->head.argocd))
    , m_controllerNamespace(u"argocd"_s)
{
    for (const RecordingLine &line : m_recording->lines) {
        if (line.kind == RecordingLine::Kind::Get && line.path == "/api/v1/settings"_L1) {
            const QString nameSpace = jsonString(jsonValue(line.body, {"controllerNamespace"}));
            if (!nameSpace.isEmpty())
                m_controllerNamespace = nameSpace;
        }
    }
    m_controllerNamespaceBytes = m_controllerNamespace.toUtf8();
    for (const RecordingLine &line : m_recording->lines)
        index(line);
}

void RecordedState::index(const RecordingLine &line)
{
    switch (line.kind) {
    case RecordingLine::Kind::Get:
        indexGet(line);
        return;
    case RecordingLine::Kind::Frame:
        indexFrame(line);
        return;
    case RecordingLine::Kind::Log:
    case RecordingLine::Kind::Manifest:
        m_answers[parseRecordingRequest(line.path).lookupKey()].push_back(&line);
        return;
    case RecordingLine::Kind::LogLine:
        m_logs.add(line);
        return;
    case RecordingLine::Kind::StreamOpen:
    case RecordingLine::Kind::Keepalive:
    case RecordingLine::Kind::StreamClose:
    case RecordingLine::Kind::StreamError:
    case RecordingLine::Kind::Truth:
        return;
    }
}

void RecordedState::indexGet(const RecordingLine &line)
{
    const RecordingRequest request = parseRecordingRequest(line.path);
    if (request.path == "/api/v1/applications"_L1) {
        if (request.query.isEmpty() && line.status == 200)
            indexList(line);
        return;
    }
    if (request.application().isEmpty() || !(request.part().isEmpty() || request.part() == "resource-tree"_L1)) {
        m_answers[request.lookupKey()].push_back(&line);
        return;
    }
    if (request.part() == "resource-tree"_L1) {
        m_trees[request.application()].push_back({line.at, &line, line.body});
        return;
    }
    State state;
    state.at = line.at;
    state.source = State::Source::Poll;
    if (line.status == 200) {
        addState(line.body, std::move(state), false);
        return;
    }
    const QString nameSpace = request.value(u"appNamespace"_s);
    const Key key{request.application().toUtf8(), (nameSpace.isEmpty() ? m_controllerNamespace : nameSpace).toUtf8()};
    state.there = false;
    state.error = &line;
    History &history = m_applications[key];
    std::tie(history.name, history.nameSpace) = key;
    remember(history, std::move(state));
}

void RecordedState::indexFrame(const RecordingLine &line)
{
    const RecordingRequest request = parseRecordingRequest(line.path);
    const QByteArrayView result = jsonValue(line.body, {"result"});
    if (!request.isStream() || result.isEmpty())
        return;
    if (request.part() == "resource-tree"_L1) {
        m_trees[request.application()].push_back({line.at, &line, result});
        if (request.application() == m_recording->head.application)
            m_treeFrames.push_back(&line);
        return;
    }
    if (!request.application().isEmpty())
        return;
    m_listFrames.push_back(&line);
    const QString type = jsonString(jsonValue(result, {"type"}));
    State state;
    state.at = line.at;
    state.source = State::Source::Frame;
    state.there = type != "DELETED"_L1;
    addState(jsonValue(result, {"application"}), std::move(state), type == "ADDED"_L1);
}

void RecordedState::indexList(const RecordingLine &line)
{
    const qint64 listVersion = versionOf(jsonValue(line.body, {"metadata"}));
    std::vector<Key> present;
    for (JsonWalker items(jsonValue(line.body, {"items"})); items.next();) {
        State state;
        state.at = line.at;
        const RecordingApplication item = identified(items.value());
        present.emplace_back(item.name.toByteArray(), item.nameSpace.toByteArray());
        addState(items.value(), std::move(state), m_fullList != nullptr);
    }
    if (!m_fullList) {
        m_fullList = &line;
    } else {
        m_changedAt = std::min(m_changedAt, line.at);
        std::ranges::sort(present);
        for (auto &[key, history] : m_applications) {
            State gone;
            gone.at = line.at;
            gone.version = listVersion;
            gone.there = false;
            if (!std::ranges::binary_search(present, key))
                remember(history, std::move(gone));
        }
    }
    m_versions.emplace_back(line.at, std::max(listVersion, m_versions.empty() ? 0 : m_versions.back().second));
}

/// Names in Kubernetes need no JSON escapes.
RecordingApplication RecordedState::identified(QByteArrayView application) const
{
    RecordingApplication found{{}, m_controllerNamespaceBytes, application};
    int missing = 2;
    for (JsonWalker members(jsonValue(application, {"metadata"})); missing > 0 && members.next();) {
        if (members.value().size() <= 2 || !members.value().startsWith('"'))
            continue;
        const QByteArrayView text = members.value().sliced(1, members.value().size() - 2);
        if (members.key() == "name")
            found.name = text;
        else if (members.key() == "namespace")
            found.nameSpace = text;
        else
            continue;
        --missing;
    }
    return found;
}

void RecordedState::addState(QByteArrayView application, State state, bool created)
{
    const RecordingApplication item = identified(application);
    if (item.name.isEmpty())
        return;
    const Key key{item.name.toByteArray(), item.nameSpace.toByteArray()};
    state.version = versionOf(jsonValue(application, {"metadata"}));
    state.json = application;
    constexpr RecordingServerVersion kHealthLeftLists{3, 0};
    if (state.source == State::Source::Frame) {
        if (m_version >= kHealthLeftLists)
            state.slim = withoutResourceHealth(application);
        m_versions.emplace_back(state.at, std::max(state.version, m_versions.empty() ? 0 : m_versions.back().second));
        m_changedAt = std::min(m_changedAt, state.at);
    }
    History &history = m_applications[key];
    if (history.states.empty()) {
        std::tie(history.name, history.nameSpace) = key;
        history.fromStart = !created;
    }
    remember(history, std::move(state));
}

/// A frame may be newer than a later poll, so the resourceVersion decides; after a deletion, an error, or without a
/// number, the time.
bool RecordedState::replaces(const State &next, const State &previous)
{
    if (!next.there || !previous.there || next.version < 0 || next.version > previous.version)
        return next.version < 0 || next.version >= previous.version || next.error || previous.error;
    return next.version == previous.version && next.source != State::Source::List;
}

void RecordedState::remember(History &history, State state)
{
    const int index = static_cast<int>(history.states.size());
    if (index > 0) {
        state.newestListed = history.states.back().newestListed;
        state.newestSingle = history.states.back().newestSingle;
    }
    const auto better = [&](int previous) {
        return previous < 0 || replaces(state, history.states[static_cast<std::size_t>(previous)]);
    };
    if (better(state.newestSingle))
        state.newestSingle = index;
    if (state.source != State::Source::Poll && better(state.newestListed))
        state.newestListed = index;
    history.states.push_back(std::move(state));
}

} // namespace lynceus
