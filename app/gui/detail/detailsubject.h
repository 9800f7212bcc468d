#pragma once

#include "core/domain/model/application.h"
#include "core/domain/model/instance.h"
#include "core/domain/watch/watchrecord.h"

#include <memory>
#include <optional>

namespace lynceus {

/// What the detail pane is about, put together from what the engine told.
struct DetailSubject
{
    ApplicationKey application;
    std::optional<WatchRecord> watch;        ///< nothing: an application that is only looked at
    std::optional<Instance> instance;        ///< nothing: not known (any more)
    std::shared_ptr<const Application> live; ///< null: not read yet
    std::optional<RevisionMetadata> commit;  ///< behind revision()
    std::optional<Eta> eta;                  ///< how long its rollouts usually take
    bool isEvidenceCut = false;              ///< the server of a task said more than is kept
    std::optional<Error> trouble;            ///< why what is shown is old or missing

    [[nodiscard]] QString instanceName() const { return instance ? instance->name : application.instance; }
    [[nodiscard]] QString project() const;
    /// The commit that is applied or that the verdict rests on; empty if not known.
    [[nodiscard]] QString revision() const;
};

} // namespace lynceus
