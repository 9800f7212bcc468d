#pragma once

#include "core/replay/recordings/recordinginstance.h"

namespace lynceus {

/// One open stream: which frames it gets, in the server's manner. Pure; the connection writes them.
class ReplayStream final
{
public:
    ReplayStream(const RecordingInstance &instance, RecordingRequest request, Duration openedAt);

    /// What is sent at once: without a resourceVersion each application as ADDED; with one and a `name` that
    /// application if it is not older; a tree's stream says nothing until the tree changes (application.go, Watch).
    [[nodiscard]] std::vector<QByteArray> opening();
    /// What came on the recording since the last call.
    [[nodiscard]] std::vector<QByteArray> advance(Duration now);
    /// Any frame that this stream could carry now: for those who cut one in its middle.
    [[nodiscard]] QByteArray sample(Duration now) const;

private:
    [[nodiscard]] bool isTree() const { return !m_log && !m_request.application().isEmpty(); }
    void take(const RecordingInstance::Event &event, std::vector<QByteArray> &frames);

    const RecordingInstance &m_instance;
    RecordingRequest m_request;
    const RecordingLogs *m_log = nullptr; ///< set for a log that is followed
    QUrlQuery m_filter;
    Duration m_seen;
    QHash<QByteArray, QByteArray> m_last; ///< by application name, as the server does it
};

} // namespace lynceus
