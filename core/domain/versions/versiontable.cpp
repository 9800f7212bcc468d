#include "core/domain/versions/versiontable.h"

#include "core/domain/deployments/deployment.h"
#include "core/domain/model/lastsync.h"
#include "core/domain/search/naturalkey.h"
#include "core/domain/versions/versionrules.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr qsizetype kSpareImages = 10'000; // texts of images that may no longer be in use

/// The value for @p key and whether it is new and must be set. Hashes the key once.
template<typename Key>
std::pair<int &, bool> placeIn(QHash<Key, int> &hash, const Key &key)
{
    const auto before = hash.size();
    int &value = hash[key];
    return {value, hash.size() != before};
}

/// An unused number of @p values, or a new one.
template<typename Value>
int takeNumber(std::vector<Value> &values, std::vector<int> &free)
{
    if (free.empty()) {
        values.emplace_back();
        return int(values.size()) - 1;
    }
    const int number = free.back();
    free.pop_back();
    values[std::size_t(number)] = {};
    return number;
}

} // namespace

/// One change: removes all leaving applications from each cell in one pass, then adds the others.
class VersionTable::Step final
{
public:
    explicit Step(VersionTable &table)
        : m_table(table)
    { }

    /// Call before @p count applications are put.
    void expect(std::size_t count)
    {
        const auto known = m_table.m_applications.size();
        if (count <= known)
            return; // reserving little each time would copy all of them each time
        m_table.m_applications.reserve(known + count);
        m_table.m_bigrams.reserve(known + count);
        m_table.m_numberOf.reserve(qsizetype(known + count));
        m_table.m_imageOf.reserve(qsizetype(m_table.m_images.size() + count));
        m_entering.reserve(2 * count);
        m_touched.reserve(2 * count);
    }

    void remove(int number)
    {
        withdraw(number);
        m_gone.push_back(number);
    }

    void put(int number, const ApplicationEntry &entry)
    {
        auto &placed = m_table.m_applications[std::size_t(number)];
        const auto name = m_table.m_placing ? m_table.m_placing(entry) : QString();
        const int environment = name.isEmpty() ? -1 : environmentFor(name);
        const bool isKnown = placed.entry.application != nullptr;
        const bool stays = isKnown && placed.environment == environment
            && placed.entry.application->summaryImages == entry.application->summaryImages
            && chartVersions(*placed.entry.application) == chartVersions(*entry.application);
        if (stays)
            touchPlaces(placed);
        else if (isKnown)
            withdraw(number);
        placed.entry = entry;
        placed.subject = subjectWithoutImages(*entry.application);
        auto &bigrams = m_table.m_bigrams[std::size_t(number)];
        bigrams = {};
        bigrams.add(QStringView(placed.subject.name));
        bigrams.add(QStringView(placed.subject.project));
        placed.subject.instance = m_table.m_instanceNames.value(entry.key.instance, entry.key.instance.toLower());
        if (!stays)
            enter(number, environment);
    }

    [[nodiscard]] Changes conclude()
    {
        std::ranges::sort(m_touched);
        m_touched.erase(std::unique(m_touched.begin(), m_touched.end()), m_touched.end());
        for (const auto &[row, environment] : m_touched) {
            for (auto &version : cellAt(row, environment).versions)
                std::erase_if(version.applications, [this](int number) { return isLeaving(number); });
        }
        for (const auto &entering : m_entering)
            add(entering);
        for (const auto &[row, environment] : m_touched) {
            auto &versions = cellAt(row, environment).versions;
            std::erase_if(versions, [](const Version &version) { return version.applications.empty(); });
            std::ranges::sort(versions, {}, &Version::order);
            for (auto &version : versions)
                m_table.summarise(version);
        }
        for (const int number : m_gone) {
            m_table.m_applications[std::size_t(number)] = {};
            m_table.m_freeApplications.push_back(number);
        }
        if (m_table.m_imageOf.size() > 2 * m_table.m_numberOf.size() + kSpareImages) {
            m_table.m_images.clear();
            m_table.m_imageOf.clear();
        }
        concludeEnvironments();
        return concludeRows();
    }

private:
    struct Entering
    {
        int number;
        int row;
        int environment;
        int image;
    };

    [[nodiscard]] Cell &cellAt(int row, int environment)
    {
        auto &cells = m_table.m_rows[std::size_t(row)].cells;
        if (cells.size() <= std::size_t(environment))
            cells.resize(std::size_t(environment) + 1);
        return cells[std::size_t(environment)];
    }

    [[nodiscard]] bool isLeaving(int number) const
    {
        return std::size_t(number) < m_leaving.size() && m_leaving[std::size_t(number)] != 0;
    }

    void touchPlaces(const Placed &placed)
    {
        for (const int row : placed.rows)
            m_touched.push_back({row, placed.environment});
    }

    void withdraw(int number)
    {
        auto &placed = m_table.m_applications[std::size_t(number)];
        touchPlaces(placed);
        if (m_leaving.size() <= std::size_t(number))
            m_leaving.resize(m_table.m_applications.size());
        m_leaving[std::size_t(number)] = 1;
        if (placed.environment < 0)
            --m_table.m_unplaced;
        else
            --m_table.m_environments[std::size_t(placed.environment)].applications;
        placed.rows.clear();
        placed.environment = -1;
    }

    void enter(int number, int environment)
    {
        auto &placed = m_table.m_applications[std::size_t(number)];
        placed.environment = environment;
        if (environment < 0) {
            ++m_table.m_unplaced;
            return;
        }
        ++m_table.m_environments[std::size_t(environment)].applications;
        for (const auto &text : placed.entry.application->summaryImages)
            enter(number, environment, m_table.image(text));
        for (const auto &chart : chartVersions(*placed.entry.application))
            enter(number, environment, m_table.chart(chart));
    }

    void enter(int number, int environment, int image)
    {
        if (m_table.m_images[std::size_t(image)].repository.isEmpty())
            return;
        const int row = rowFor(m_table.m_images[std::size_t(image)]);
        m_entering.push_back({number, row, environment, image});
        auto &rows = m_table.m_applications[std::size_t(number)].rows;
        if (std::ranges::find(rows, row) == rows.end())
            rows.push_back(row);
        m_touched.push_back({row, environment});
    }

    [[nodiscard]] int rowFor(Image &image)
    {
        if (image.row >= 0) {
            const auto &last = m_table.row(image.row);
            if (last.isListed && last.repository == image.repository)
                return image.row;
        }
        auto [number, isNew] = placeIn(m_table.m_rowOf, image.repository);
        if (isNew) {
            number = takeNumber(m_table.m_rows, m_table.m_freeRows);
            auto &row = m_table.m_rows[std::size_t(number)];
            row.repository = image.repository;
            row.searched = image.repository.toLower().toUtf8();
            row.order = naturalKey(image.repository);
            row.isListed = true;
            m_newRows.push_back(number);
        }
        image.row = number;
        return number;
    }

    void add(const Entering &entering)
    {
        auto &versions = cellAt(entering.row, entering.environment).versions;
        const auto &image = m_table.m_images[std::size_t(entering.image)];
        auto found = std::ranges::find(versions, image.version, &Version::version);
        if (found == versions.end())
            found = versions.insert(found, {image.version, image.order, image.searched, {}, {}, {}, {}});
        // Otherwise two names of one image.
        if (found->applications.empty() || found->applications.back() != entering.number)
            found->applications.push_back(entering.number);
    }

    [[nodiscard]] int environmentFor(const QString &name)
    {
        const auto known = m_table.m_environmentOf.constFind(name);
        if (known != m_table.m_environmentOf.cend())
            return *known;
        const int number = takeNumber(m_table.m_environments, m_table.m_freeEnvironments);
        m_table.m_environments[std::size_t(number)] = {name, naturalKey(name), 0};
        m_table.m_environmentOf.insert(name, number);
        m_hasOtherEnvironments = true;
        return number;
    }

    void concludeEnvironments()
    {
        m_table.m_environmentOf.removeIf([this](const auto &each) {
            if (m_table.m_environments[std::size_t(each.value())].applications > 0)
                return false;
            m_table.m_freeEnvironments.push_back(each.value());
            m_hasOtherEnvironments = true;
            return true;
        });
    }

    [[nodiscard]] Changes concludeRows()
    {
        Changes changes;
        changes.hasOtherEnvironments = m_hasOtherEnvironments;
        std::ranges::sort(m_newRows);
        for (std::size_t i = 0; i < m_touched.size(); ++i) {
            const int number = m_touched[i].row;
            if (i > 0 && m_touched[i - 1].row == number)
                continue;
            const auto &row = m_table.row(number);
            const bool isNew = std::ranges::binary_search(m_newRows, number);
            if (std::ranges::any_of(row.cells, [](const Cell &cell) { return !cell.versions.empty(); })) {
                (isNew ? changes.inserted : changes.changed).push_back(number);
                continue;
            }
            m_table.m_rowOf.remove(row.repository);
            m_table.m_rows[std::size_t(number)].isListed = false;
            m_table.m_freeRows.push_back(number);
            changes.removed.push_back(number);
        }
        return changes;
    }

    VersionTable &m_table;
    std::vector<char> m_leaving; ///< by number of the application
    std::vector<int> m_gone;
    std::vector<int> m_newRows;
    std::vector<Entering> m_entering;
    std::vector<Touched> m_touched;
    bool m_hasOtherEnvironments = false;
};

const VersionTable::Cell &VersionTable::Row::cell(int environment) const
{
    static const Cell none;
    return std::size_t(environment) < cells.size() ? cells[std::size_t(environment)] : none;
}

VersionTable::Changes VersionTable::apply(const ChangeSet &changes)
{
    Step step(*this);
    step.expect(changes.inserted.size());
    for (const auto &key : changes.removed) {
        const auto number = m_numberOf.constFind(key);
        if (number == m_numberOf.cend())
            continue;
        step.remove(*number);
        m_numberOf.erase(number);
    }
    const auto put = [&](const ApplicationEntry &entry) {
        auto [number, isNew] = placeIn(m_numberOf, entry.key);
        if (isNew) {
            number = takeNumber(m_applications, m_freeApplications);
            m_bigrams.resize(m_applications.size());
        }
        step.put(number, entry);
    };
    for (const auto &entry : changes.inserted)
        put(entry);
    for (const auto &changed : changes.changed)
        put(changed.entry);
    return step.conclude();
}

VersionTable::Changes VersionTable::regroup(Placing placing)
{
    m_placing = std::move(placing);
    Step step(*this);
    for (const int number : std::as_const(m_numberOf))
        step.put(number, ApplicationEntry(application(number).entry));
    return step.conclude();
}

void VersionTable::setInstanceName(const QString &instance, const QString &name)
{
    const auto lowered = name.toLower();
    if (m_instanceNames.value(instance) == lowered)
        return;
    m_instanceNames.insert(instance, lowered);
    for (auto &placed : m_applications) {
        if (placed.entry.key.instance == instance)
            placed.subject.instance = lowered;
    }
}

int VersionTable::image(const QString &text)
{
    const auto [number, isNew] = placeIn(m_imageOf, text);
    if (isNew) {
        number = int(m_images.size());
        const auto parsed = parseImageReference(text);
        const auto version = parsed ? versionOf(*parsed) : QString();
        m_images.push_back(
            parsed ? Image{repositoryName(*parsed), version, naturalKey(version), version.toLower().toUtf8()}
                   : Image());
    }
    return number;
}

int VersionTable::chart(const ChartVersion &chart)
{
    const auto text = chart.service + u' ' + chart.version; // image references contain no space
    const auto [number, isNew] = placeIn(m_imageOf, text);
    if (isNew) {
        number = int(m_images.size());
        m_images.push_back({chart.service, chart.version, naturalKey(chart.version), chart.version.toLower().toUtf8()});
    }
    return number;
}

void VersionTable::summarise(Version &version) const
{
    version.health = HealthStatus::None;
    version.sync = SyncStatus::Synced;
    version.syncedAt.reset();
    for (const int number : version.applications) {
        const auto &one = *application(number).entry.application;
        version.health = std::max(version.health, one.health.status);
        version.sync = worse(version.sync, one.sync);
        version.syncedAt = std::max(version.syncedAt, lastSyncOf(one));
    }
}

VersionMatrix VersionTable::matrix(std::span<const int> rows, std::span<const int> environments) const
{
    VersionMatrix matrix;
    for (const int environment : environments)
        matrix.environments += m_environments[std::size_t(environment)].name;
    matrix.rows.reserve(rows.size());
    for (const int number : rows) {
        auto &row = matrix.rows.emplace_back(VersionMatrix::Row{m_rows[std::size_t(number)].repository, {}});
        row.cells.reserve(environments.size());
        for (const int environment : environments) {
            auto &cell = row.cells.emplace_back();
            const auto &versions = m_rows[std::size_t(number)].cell(environment).versions;
            cell.versions.reserve(versions.size());
            for (const auto &version : versions) {
                auto &shown = cell.versions.emplace_back(
                    VersionMatrix::Version{version.version, {}, version.health, version.sync, {}});
                shown.applications.reserve(version.applications.size());
                for (const int one : version.applications)
                    shown.applications.push_back(application(one).entry);
            }
        }
    }
    return matrix;
}

} // namespace lynceus
