#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/rollout/verdict/observation.h"
#include "core/replay/recordings/recordedstate.h"

#include <QMap>

#include <gtest/gtest.h>

namespace lynceus::test {

/// One source of a recording. It is decoded only when its bytes change.
template<typename T>
class RecordedSource
{
public:
    template<typename Decode>
    Timestamped<T> at(const std::optional<QByteArray> &body, Instant readAt, Decode decode)
    {
        if (!body)
            return {};
        if (!m_value || *body != m_body) {
            m_body = *body;
            auto decoded = decode(*body);
            EXPECT_TRUE(decoded) << (decoded ? "" : decoded.error().message.toStdString());
            if (!decoded)
                return {};
            m_value = std::make_shared<const T>(*std::move(decoded));
        }
        return {m_value, readAt};
    }

private:
    QByteArray m_body;
    std::shared_ptr<const T> m_value;
};

/// Sources besides the three main ones: sync windows, and events of all resources that the recording has events of.
class RecordedExplanations final
{
public:
    explicit RecordedExplanations(const RecordedState &recordedState);

    /// Adds their state at time @p now of the recording.
    void add(Observation &observation, Duration now, Decoder &decoder);

private:
    [[nodiscard]] std::optional<QByteArray> bodyOf(const QString &path, Duration now) const;

    const RecordedState &m_recordedState;
    QMap<QString, RecordedSource<std::vector<ResourceEvent>>> m_events;
    QString m_windowsPath;
    RecordedSource<SyncWindows> m_windows;
};

} // namespace lynceus::test
