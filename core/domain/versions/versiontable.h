#pragma once

#include "core/domain/search/bigramset.h"
#include "core/domain/search/filtersubject.h"
#include "core/domain/versions/chartversions.h"
#include "core/domain/versions/environment.h"
#include "core/domain/versions/versionmatrix.h"

#include <QHash>

#include <functional>
#include <span>

namespace lynceus {

/// The version matrix of a changing set of applications: a change only touches the affected cells.
///
/// Rows, environments and applications are identified by numbers. What a change removed keeps its number and content
/// until the next change, so that views can be notified.
class VersionTable final
{
public:
    struct Version
    {
        QString version;                          ///< tag, digest or both
        QByteArray order;                         ///< its natural key
        QByteArray searched;                      ///< version in lower case, UTF-8
        std::vector<int> applications;            ///< numbers
        HealthStatus health = HealthStatus::None; ///< worst of the applications
        SyncStatus sync = SyncStatus::Synced;     ///< worst of the applications
        std::optional<Instant> syncedAt;          ///< newest last sync of the applications; server's clock
    };
    struct Cell
    {
        std::vector<Version> versions; ///< in natural order; empty: does not run there

        [[nodiscard]] bool hasDrift() const { return versions.size() > 1; }
    };
    struct Row
    {
        QString repository;      ///< of the image, or chartService()
        QByteArray searched;     ///< repository in lower case, UTF-8
        QByteArray order;        ///< its natural key
        std::vector<Cell> cells; ///< by number of the environment; may be shorter
        bool isListed = false;   ///< false: removed

        [[nodiscard]] const Cell &cell(int environment) const;
    };
    struct Environment
    {
        QString name;
        QByteArray order;     ///< its natural key
        int applications = 0; ///< 0: removed
    };
    struct Placed
    {
        ApplicationEntry entry;
        FilterSubject subject; ///< without images: each row has its own
        int environment = -1;  ///< -1: none
        std::vector<int> rows; ///< of its images and charts
    };
    /// Effects of a change, as numbers of rows. A row is in at most one of them.
    struct Changes
    {
        std::vector<int> inserted;
        std::vector<int> removed;
        std::vector<int> changed;
        bool hasOtherEnvironments = false; ///< environments were added or removed
    };
    /// The environment of an application; empty: none, the application is omitted. Called with the entries of a change
    /// set, not copies.
    using Placing = std::function<QString(const ApplicationEntry &)>;

    explicit VersionTable(Placing placing = {})
        : m_placing(std::move(placing))
    { }

    [[nodiscard]] Changes apply(const ChangeSet &changes);
    /// Assigns all applications to environments again.
    [[nodiscard]] Changes regroup(Placing placing);
    /// Sets the name that the filter's `instance:` is compared with.
    void setInstanceName(const QString &instance, const QString &name);

    [[nodiscard]] const Row &row(int number) const { return m_rows[std::size_t(number)]; }
    [[nodiscard]] const Placed &application(int number) const { return m_applications[std::size_t(number)]; }
    /// Bigrams of the name and project of an application.
    [[nodiscard]] const BigramSet &bigrams(int application) const { return m_bigrams[std::size_t(application)]; }
    /// By number; those without applications are removed.
    [[nodiscard]] const std::vector<Environment> &environments() const { return m_environments; }
    /// -1: none.
    [[nodiscard]] int rowOf(const QString &repository) const { return m_rowOf.value(repository, -1); }
    /// Number of applications without an environment.
    [[nodiscard]] int unplaced() const { return m_unplaced; }
    template<typename Visit>
    void forEach(Visit visit) const
    {
        for (const int number : m_numberOf)
            visit(application(number).entry);
    }

    /// @p rows with their cells in @p environments, in these orders.
    [[nodiscard]] VersionMatrix matrix(std::span<const int> rows, std::span<const int> environments) const;

private:
    struct Image ///< or chart
    {
        QString repository; ///< empty: unreadable
        QString version;
        QByteArray order;
        QByteArray searched; ///< the version
        int row = -1;        ///< where it was last found; the row may have been removed
    };
    struct Touched
    {
        int row;
        int environment;

        friend auto operator<=>(const Touched &, const Touched &) = default;
    };
    class Step;

    [[nodiscard]] int image(const QString &text); ///< position in m_images
    [[nodiscard]] int chart(const ChartVersion &chart);
    void summarise(Version &version) const;

    Placing m_placing;
    std::vector<Placed> m_applications;
    std::vector<BigramSet> m_bigrams; ///< by number; close to each other in memory, which a filter reads through
    std::vector<int> m_freeApplications;
    QHash<ApplicationKey, int> m_numberOf;
    std::vector<Row> m_rows;
    std::vector<int> m_freeRows;
    QHash<QString, int> m_rowOf; ///< by repository
    std::vector<Environment> m_environments;
    std::vector<int> m_freeEnvironments;
    QHash<QString, int> m_environmentOf;     ///< by name
    QHash<QString, QString> m_instanceNames; ///< lower case
    /// Each text is parsed only once, because thousands of applications run the same images.
    std::vector<Image> m_images;
    QHash<QString, int> m_imageOf;
    int m_unplaced = 0;
};

} // namespace lynceus
