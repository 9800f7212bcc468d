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

Observation RecordingQueries::at(Duration now)
{
    Observation observation;
    observation.now = m_recorded + now;
    observation.access = Access::Good;
    observation.application = m_application.at(m_recordedState->applicationAt(now), observation.now,
                                               [this](const QByteArray &body) { return m_decoder.application(body); });
    observation.tree = m_tree.at(m_recordedState->treeAt(now), observation.now,
                                 [this](const QByteArray &body) { return m_decoder.resourceTree(body); });
    observation.managed = m_managed.at(m_recordedState->managedAt(now), observation.now,
                                       [this](const QByteArray &body) { return m_decoder.managedResources(body); });
    return observation;
}

} // namespace lynceus::test
