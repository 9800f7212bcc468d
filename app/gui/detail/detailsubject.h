#pragma once

#include "core/domain/model/application.h"
#include "core/domain/model/instance.h"
#include "core/domain/watch/watchrecord.h"

#include <memory>
#include <optional>

namespace lynceus {

/// Everything that the engine knows about the subject of the detail pane.
struct DetailSubject
{
    ApplicationKey application;
    std::optional<WatchRecord> watch;        ///< empty: an application without a watch
    std::optional<Instance> instance;        ///< empty: unknown, or removed
    std::shared_ptr<const Application> live; ///< null until first read
    std::optional<RevisionMetadata> commit;  ///< of revision()
    std::optional<Eta> eta;                  ///< usual duration of its rollouts
    bool isEvidenceCut = false;              ///< the server of a task sent more evidence than is kept
    std::optional<Error> trouble;            ///< why the shown data is outdated or missing

    [[nodiscard]] QString instanceName() const { return instance ? instance->name : application.instance; }
    [[nodiscard]] QString project() const;
    /// The revision that is applied, or that the verdict is based on; empty if unknown.
    [[nodiscard]] QString revision() const;
};

} // namespace lynceus
