#include "core/io/replay/jsonslice.h"
#include "core/io/replay/recordedstate.h"

#include <algorithm>
#include <tuple>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

qint64 versionOf(QByteArrayView metadata)
{
    bool ok = false;
    const qint64 version = jsonString(jsonValue(metadata, {"resourceVersion"})).toLongLong(&ok);
    return ok ? version : -1;
}

} // namespace

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

/// Names in Kubernetes have no letters that JSON would escape.
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

/// A poll can be overtaken by a frame, so the resourceVersion decides, not the time; after a deletion, an error, or
/// where there is no number, the later one.
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
