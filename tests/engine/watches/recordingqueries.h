#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/rollout/verdict/observation.h"
#include "core/replay/recordings/recordedstate.h"

#include <QByteArray>

namespace lynceus::test {

/// Observations of a recording at any time, with all sources on time, without network.
class RecordingQueries final
{
public:
    explicit RecordingQueries(const QString &recording);

    [[nodiscard]] Instant recorded() const { return m_recorded; }
    [[nodiscard]] Observation at(Duration now);

private:
    template<typename T>
    struct Source
    {
        QByteArray body;
        std::shared_ptr<const T> value;
    };
    template<typename T, typename Decode>
    [[nodiscard]] Timestamped<T> timestamped(Source<T> &source, const std::optional<QByteArray> &body, Instant at,
                                      Decode decode);

    Instant m_recorded{};
    std::unique_ptr<RecordedState> m_recordedState;
    Decoder m_decoder;
    Source<Application> m_application;
    Source<ResourceTree> m_tree;
    Source<ManagedResources> m_managed;
};

} // namespace lynceus::test
