#pragma once

#include "core/domain/model/changeset.h"
#include "core/domain/search/applicationfilter.h"

#include <array>
#include <cstdint>
#include <memory>

namespace lynceus {

enum class ApplicationColumn { Name, Instance, Project, Health, Sync, Images, LastSync, DataAge };
inline constexpr int kApplicationColumns = 8;

/// One application of the table with what filtering and sorting need, computed once a change and not once a comparison.
/// There may be 50,000 rows: data of the application or the model is not copied.
struct ApplicationRow
{
    /// Texts of the application in lower case.
    struct Lowered
    {
        QString name;
        QString nameSpace;
    };

    std::shared_ptr<const Application> held; ///< null: the slot is free
    int instance = 0;                        ///< position among the model's instances
    int project = 0;                         ///< position among the model's projects
    int name = 0;   ///< number among the model's names, equal where only upper and lower case differ
    int images = 0; ///< number among the model's lists of images
    HealthStatus health = HealthStatus::None; ///< the application's, which lies elsewhere in memory
    SyncStatus sync = SyncStatus::Unknown;    ///< so
    bool isPinned = false;
    SearchedText searched;
    std::unique_ptr<const Lowered> lowered; ///< null: the texts are in lower case already

    [[nodiscard]] const Application &application() const { return *held; }
};

/// Fills what follows from the application alone; pin and numbers are the model's to know.
void describe(ApplicationRow &row, std::shared_ptr<const Application> application);
/// Fills what a filter searches only where FilterMatcher::seeksNames(). Valid as long as the row.
void addNames(FilterView &view, const ApplicationRow &row);

/// Which columns show something else after a change of these fields.
[[nodiscard]] std::vector<ApplicationColumn> columnsTouchedBy(FieldMask mask);

/// "shop-web:1.5.0, sidecar:2": without registries and paths, in the order of the answer.
[[nodiscard]] QString imagesText(const Application &application);
/// What sorts as that text does, in natural order.
[[nodiscard]] QByteArray imagesKey(const Application &application);

} // namespace lynceus
