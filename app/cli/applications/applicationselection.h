#pragma once

#include "app/cli/options/options.h"
#include "core/domain/model/application.h"

#include <vector>

namespace lynceus {

/// Whether one application passes the filters of `apps`; several values of one kind: any of them.
/// The label selector is not judged here: the client does it for every list.
[[nodiscard]] bool passes(const AppsOptions &filters, const Application &application);

/// Those that pass, in natural order of name, then namespace.
[[nodiscard]] std::vector<const Application *> selectedApplications(const AppsOptions &filters,
                                                                    const std::vector<Application> &applications);

} // namespace lynceus
