#include "tests/engine/watches/recordingqueries.h"

#include "tests/support/recordingcase.h"

#include <gtest/gtest.h>

namespace lynceus::test {

RecordingQueries::RecordingQueries(const QString &recording)
{
    auto read = readRecording(recordingFile(recording));
    EXPECT_TRUE(read) << recording.toStdString();
    m_recorded = read->head.recorded;
    m_recordedState = std::make_unique<RecordedState>(std::make_shared<const Recording>(*std::move(read)));
}

template<typename T, typename Decode>
Timestamped<T> RecordingQueries::timestamped(Source<T> &source, const std::optional<QByteArray> &body, Instant at,
                                      Decode decode)
{
    if (!body)
        return {};
    if (!source.value || source.body != *body) {
        auto decoded = decode(*body);
        EXPECT_TRUE(decoded);
        if (!decoded)
            return {};
        source = {*body, std::make_shared<const T>(*std::move(decoded))};
    }
    return {source.value, at};
}

Observation RecordingQueries::at(Duration now)
{
    Observation observation;
    observation.now = m_recorded + now;
    observation.access = Access::Good;
    observation.application = timestamped(m_application, m_recordedState->applicationAt(now), observation.now,
                                   [this](const QByteArray &body) { return m_decoder.application(body); });
    observation.tree = timestamped(m_tree, m_recordedState->treeAt(now), observation.now,
                            [this](const QByteArray &body) { return m_decoder.resourceTree(body); });
    observation.managed = timestamped(m_managed, m_recordedState->managedAt(now), observation.now,
                               [this](const QByteArray &body) { return m_decoder.managedResources(body); });
    return observation;
}

} // namespace lynceus::test
