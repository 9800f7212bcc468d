#pragma once

#include "core/domain/model/changeset.h"
#include "core/domain/search/applicationfilter.h"

#include <array>
#include <cstdint>

namespace lynceus {

enum class ApplicationColumn { Name, Instance, Project, Health, Sync, Images, LastSync, DataAge };
inline constexpr int kApplicationColumns = 8;

/// One application of the table with what filtering and sorting need, computed once a change and not once a comparison.
struct ApplicationRow
{
    ApplicationEntry entry;
    int instance = 0; ///< position among the model's instances
    int project = 0;  ///< position among the model's projects
    int name = 0;     ///< number among the model's names, equal where only upper and lower case differ
    int images = 0;   ///< number among the model's lists of images
    FilterSubject subject;

    [[nodiscard]] const Application &application() const { return *entry.application; }
    [[nodiscard]] bool isPinned() const { return subject.pinned; }
};

/// Fills what follows from the application alone; pin and numbers are the model's to know.
void describe(ApplicationRow &row, const ApplicationEntry &entry);

/// Which columns show something else after a change of these fields.
[[nodiscard]] std::vector<ApplicationColumn> columnsTouchedBy(FieldMask mask);

/// "shop-web:1.5.0, sidecar:2": without registries and paths, in the order of the answer.
[[nodiscard]] QString imagesText(const Application &application);
/// What sorts as that text does, in natural order.
[[nodiscard]] QByteArray imagesKey(const Application &application);

} // namespace lynceus
