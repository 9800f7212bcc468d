#pragma once

#include "app/cli/applications/listedapplication.h"
#include "app/cli/options/options.h"

namespace lynceus {

/// True if the application passes the filters of `apps`. Several values of one filter are alternatives. The label
/// selector is not checked here: the client applies it to every list.
[[nodiscard]] bool passes(const AppsOptions &filters, const Application &application);

/// The applications that pass, in natural order of name, then namespace. The pointers point into @p applications.
[[nodiscard]] ApplicationRows selectedApplications(const AppsOptions &filters,
                                                   const std::vector<Application> &applications,
                                                   const QString &instance);
/// Sorts by name in natural order ("web-2" before "web-10"), then namespace, then instance.
void sortNaturally(ApplicationRows &rows);

} // namespace lynceus
