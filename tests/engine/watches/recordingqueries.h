#pragma once

#include "tests/engine/watches/recordedsources.h"

#include <memory>

namespace lynceus::test {

/// Observations of a recording at any time, with all sources on time, without network.
class RecordingQueries final
{
public:
    explicit RecordingQueries(const QString &recording);

    [[nodiscard]] Instant recorded() const { return m_recorded; }
    [[nodiscard]] Observation at(Duration now);

private:
    Instant m_recorded{};
    std::unique_ptr<RecordedState> m_recordedState;
    Decoder m_decoder;
    RecordedSource<Application> m_application;
    RecordedSource<ResourceTree> m_tree;
    RecordedSource<ManagedResources> m_managed;
};

} // namespace lynceus::test
