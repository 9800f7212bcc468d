#pragma once

#include "app/cli/applications/listedapplication.h"
#include "app/cli/options/options.h"

namespace lynceus {

/// Whether one application passes the filters of `apps`; several values of one kind: any of them.
/// The label selector is not judged here: the client does it for every list.
[[nodiscard]] bool passes(const AppsOptions &filters, const Application &application);

/// Those that pass, in natural order of name, then namespace. They point into @p applications.
[[nodiscard]] ApplicationRows selectedApplications(const AppsOptions &filters,
                                                   const std::vector<Application> &applications,
                                                   const QString &instance);
/// By name as people count, then namespace, then instance.
void sortNaturally(ApplicationRows &rows);

} // namespace lynceus
