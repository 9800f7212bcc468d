#pragma once

#include "core/domain/model/changeset.h"
#include "core/domain/search/applicationfilter.h"

#include <array>
#include <cstdint>
#include <memory>

namespace lynceus {

enum class ApplicationColumn { Name, Instance, Project, Health, Sync, Images, LastSync, DataAge };
inline constexpr int kApplicationColumns = 8;

/// One application of the table, with precomputed values for filtering and sorting. There may be 50,000 rows, so data
/// of the application or the model is not copied.
struct ApplicationRow
{
    /// Lower-case texts of the application.
    struct Lowered
    {
        QString name;
        QString nameSpace;
    };

    std::shared_ptr<const Application> held;  ///< null: the slot is free
    int instance = 0;                         ///< index among the model's instances
    int project = 0;                          ///< index among the model's projects
    int name = 0;                             ///< id among the model's names; equal if names differ only in case
    int images = 0;                           ///< id among the model's lists of images
    HealthStatus health = HealthStatus::None; ///< copied from the application for faster access
    SyncStatus sync = SyncStatus::Unknown;    ///< copied as well
    bool isPinned = false;
    SearchedText searched;
    std::unique_ptr<const Lowered> lowered; ///< null: the texts are already lower-case

    [[nodiscard]] const Application &application() const { return *held; }
};

/// Sets the values that depend only on the application; the model sets pin and ids.
void describe(ApplicationRow &row, std::shared_ptr<const Application> application);
/// Adds what a filter needs only if FilterMatcher::seeksNames(). Valid as long as the row.
void addNames(FilterView &view, const ApplicationRow &row);

/// The columns whose content depends on these fields.
[[nodiscard]] std::vector<ApplicationColumn> columnsTouchedBy(FieldMask mask);

/// "shop-web:1.5.0, sidecar:2": without registries and paths, in the order of the response.
[[nodiscard]] QString imagesText(const Application &application);
/// A key that sorts like imagesText() in natural order.
[[nodiscard]] QByteArray imagesKey(const Application &application);

} // namespace lynceus
