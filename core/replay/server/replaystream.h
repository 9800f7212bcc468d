#pragma once

#include "core/replay/recordings/recordinginstance.h"

namespace lynceus {

/// One open stream: decides which frames it gets, like the server. Pure; the connection writes them.
class ReplayStream final
{
public:
    ReplayStream(const RecordingInstance &instance, RecordingRequest request, Duration openedAt);

    /// Frames to send at once: without a resourceVersion, each application as ADDED; with one and a `name`, that
    /// application if it is not older; for a tree, nothing until it changes (application.go, Watch).
    [[nodiscard]] std::vector<QByteArray> opening();
    /// Frames of the recording since the last call.
    [[nodiscard]] std::vector<QByteArray> advance(Duration now);
    /// Any frame that this stream could send now, for faults that cut one.
    [[nodiscard]] QByteArray sample(Duration now) const;

private:
    [[nodiscard]] bool isTree() const { return !m_log && !m_request.application().isEmpty(); }
    void take(const RecordingInstance::Event &event, std::vector<QByteArray> &frames);

    const RecordingInstance &m_instance;
    RecordingRequest m_request;
    const RecordingLogs *m_log = nullptr; ///< set for a followed log
    QUrlQuery m_filter;
    Duration m_seen;
    QHash<QByteArray, QByteArray> m_last; ///< by application name, like on the server
};

} // namespace lynceus
