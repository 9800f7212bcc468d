#include "app/gui/applications/applicationsmodel.h"

#include "app/gui/applications/applicationorder.h"
#include "core/domain/text/nearest.h"
#include "tests/support/fakeclock.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>

#include <random>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Names = std::vector<QString>;

InstanceState instance(const QString &id, const QString &name = {})
{
    InstanceState state;
    state.instance.id = id;
    state.instance.name = name.isEmpty() ? id : name;
    return state;
}

ApplicationEntry entry(const QString &instance, const QString &name, const QString &project = u"shop"_s,
                       HealthStatus health = HealthStatus::Healthy)
{
    auto application = std::make_shared<Application>();
    application->name = name;
    application->nameSpace = u"argocd"_s;
    application->project = project;
    application->health.status = health;
    return {{instance, u"argocd"_s, name}, application};
}

/// A copy of the model, built only from its signals as in a view.
class RowMirror final : public QObject
{
public:
    explicit RowMirror(const ApplicationsModel &model)
        : m_model(model)
    {
        connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                m_rows.insert(m_rows.begin() + row, read(row));
        });
        connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
            m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        });
        connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
            m_kept.clear();
            for (int row = 0; row < m_model.rowCount(); ++row)
                m_kept.emplace_back(m_model.index(row, 0));
        });
        connect(&model, &QAbstractItemModel::layoutChanged, this, [this] {
            std::vector<QStringList> moved(m_rows.size());
            for (std::size_t i = 0; i < m_kept.size(); ++i)
                moved[std::size_t(m_kept[i].row())] = m_rows[i];
            m_rows = std::move(moved);
            ++m_layouts;
        });
        connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
            for (int row = from.row(); row <= to.row(); ++row) {
                for (int column = from.column(); column <= to.column(); ++column)
                    m_rows[std::size_t(row)][column] = m_model.text(row, ApplicationColumn(column));
            }
        });
        connect(&model, &QAbstractItemModel::modelReset, this, [] { ADD_FAILURE() << "the model was reset"; });
    }

    void compare() const
    {
        ASSERT_EQ(int(m_rows.size()), m_model.rowCount());
        for (int row = 0; row < m_model.rowCount(); ++row)
            ASSERT_EQ(m_rows[std::size_t(row)], read(row)) << row;
    }
    [[nodiscard]] int layouts() const { return m_layouts; }

private:
    [[nodiscard]] QStringList read(int row) const
    {
        QStringList texts;
        for (int column = 0; column < kApplicationColumns; ++column)
            texts.push_back(m_model.text(row, ApplicationColumn(column)));
        return texts;
    }

    const ApplicationsModel &m_model;
    std::vector<QStringList> m_rows;
    std::vector<QPersistentModelIndex> m_kept;
    int m_layouts = 0;
};

Names namesOf(const ApplicationsModel &model)
{
    Names names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.push_back(model.row(row).application().name);
    return names;
}

/// Creates random changes and keeps the expected result.
class Fleet final
{
public:
    explicit Fleet(unsigned seed)
        : m_random(seed)
    { }

    ChangeSet next(int most)
    {
        ChangeSet changes{.instance = m_random() % 2 ? u"a"_s : u"b"_s};
        QSet<ApplicationKey> touched;
        for (int left = int(m_random() % unsigned(most)); left >= 0; --left) {
            const auto made = entry(changes.instance, u"web-%1"_s.arg(m_random() % 150), u"p%1"_s.arg(m_random() % 12),
                                    HealthStatus(1 + m_random() % 6));
            if (touched.contains(made.key))
                continue;
            touched.insert(made.key);
            const auto known = m_truth.constFind(made.key);
            if (known == m_truth.cend()) {
                changes.inserted.push_back(made);
                m_truth.insert(made.key, made);
            } else if (m_random() % 3 == 0) {
                changes.removed.push_back(made.key);
                m_truth.remove(made.key);
            } else if (const auto mask = changedFields(*known->application, *made.application)) {
                changes.changed.push_back({made, mask});
                m_truth.insert(made.key, made);
            }
        }
        return changes;
    }
    [[nodiscard]] const QHash<ApplicationKey, ApplicationEntry> &truth() const { return m_truth; }
    [[nodiscard]] unsigned chance(unsigned of) { return unsigned(m_random() % of); }

private:
    std::mt19937 m_random;
    QHash<ApplicationKey, ApplicationEntry> m_truth;
};

} // namespace

TEST(ApplicationsModel, SignalsMatchAllChanges)
{
    for (unsigned seed = 0; seed < 12; ++seed) {
        const test::FakeClock clock;
        ApplicationsModel model(clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);
        RowMirror mirror(model);
        model.setInstance(instance(u"a"_s));
        Fleet fleet(seed);
        for (int step = 0; step < 40; ++step) {
            model.apply(fleet.next(step == 0 ? 400 : 90));
            switch (fleet.chance(8)) {
            case 0:
                model.sort(int(fleet.chance(kApplicationColumns)),
                           fleet.chance(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
                break;
            case 1:
                model.setFilter(parseApplicationFilter(u"health:deg,miss web-1"));
                break;
            case 2:
                model.setFilter({});
                break;
            case 3:
                model.setPinned({{u"a"_s, u"argocd"_s, u"web-%1"_s.arg(fleet.chance(150))}});
                break;
            case 4:
                model.setInstance(instance(u"b"_s, fleet.chance(2) ? u"beta"_s : u"0"_s));
                break;
            default:
                break;
            }
            mirror.compare();
            ASSERT_EQ(model.total(), int(fleet.truth().size()));
            int expected = 0;
            for (const auto &each : fleet.truth()) {
                const int row = model.rowOf(each.key);
                if (row < 0)
                    continue;
                ++expected;
                ASSERT_EQ(model.row(row).held, each.application);
            }
            ASSERT_EQ(model.rowCount(), expected);
        }
        // The incremental order must equal the order of a new sort.
        const auto before = namesOf(model);
        model.sort(0, Qt::AscendingOrder);
        model.sort(int(ApplicationColumn::Project), Qt::DescendingOrder);
        const auto sorted = namesOf(model);
        model.apply(fleet.next(90));
        const auto incremental = namesOf(model);
        model.sort(int(ApplicationColumn::Project), Qt::DescendingOrder);
        ASSERT_EQ(namesOf(model), incremental) << seed;
        mirror.compare();
    }
}

TEST(ApplicationsModel, SortsNaturallyWithPinnedRowsFirst)
{
    const test::FakeClock clock;
    ApplicationsModel model(clock);
    model.apply({.instance = u"a"_s,
                 .inserted = {entry(u"a"_s, u"web-10"_s), entry(u"a"_s, u"web-2"_s), entry(u"a"_s, u"Api"_s)}});
    EXPECT_EQ(namesOf(model), (Names{u"Api"_s, u"web-2"_s, u"web-10"_s}));
    model.setPinned({{u"a"_s, u"argocd"_s, u"web-10"_s}});
    EXPECT_EQ(namesOf(model), (Names{u"web-10"_s, u"Api"_s, u"web-2"_s}));
    model.sort(0, Qt::DescendingOrder);
    EXPECT_EQ(namesOf(model), (Names{u"web-10"_s, u"web-2"_s, u"Api"_s}));
    // Applications that are removed and added again stay pinned.
    model.apply({.instance = u"a"_s, .removed = {{u"a"_s, u"argocd"_s, u"web-10"_s}}});
    model.apply({.instance = u"a"_s, .inserted = {entry(u"a"_s, u"web-10"_s)}});
    EXPECT_EQ(namesOf(model).front(), u"web-10"_s);
}

TEST(ApplicationsModel, ManyNewRowsNeedTwoSignals)
{
    const test::FakeClock clock;
    ApplicationsModel model(clock);
    ChangeSet even{.instance = u"a"_s};
    ChangeSet odd{.instance = u"b"_s};
    for (int i = 0; i < 2'000; ++i)
        (i % 2 ? odd : even).inserted.push_back(entry(i % 2 ? u"b"_s : u"a"_s, u"web-%1"_s.arg(i)));
    int insertions = 0;
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, &model, [&insertions] { ++insertions; });
    RowMirror mirror(model);
    model.apply(even);
    EXPECT_EQ(insertions, 1);
    EXPECT_EQ(mirror.layouts(), 0);
    model.apply(odd);
    EXPECT_EQ(insertions, 2);
    EXPECT_EQ(mirror.layouts(), 1);
    mirror.compare();
}

TEST(ApplicationsModel, SelectionSurvivesEveryUpdate)
{
    const test::FakeClock clock;
    ApplicationsModel model(clock);
    QItemSelectionModel selection(&model);
    Fleet fleet(4);
    model.apply(fleet.next(400));
    for (int round = 0; round < 40; ++round) {
        const int row = int(fleet.chance(unsigned(model.rowCount())));
        const auto key = model.keyOf(model.row(row));
        selection.setCurrentIndex(model.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        model.apply(fleet.next(60));
        model.sort(int(fleet.chance(kApplicationColumns)), Qt::DescendingOrder);
        if (!fleet.truth().contains(key))
            continue;
        ASSERT_EQ(selection.currentIndex().row(), model.rowOf(key));
        ASSERT_EQ(selection.selectedRows().size(), 1);
        ASSERT_EQ(selection.selectedRows().front().row(), model.rowOf(key));
    }
}

TEST(ApplicationsModel, OneChangeTouchesOnlyItsColumns)
{
    const test::FakeClock clock;
    ApplicationsModel model(clock);
    model.apply({.instance = u"a"_s, .inserted = {entry(u"a"_s, u"one"_s), entry(u"a"_s, u"two"_s)}});
    std::vector<std::pair<QModelIndex, QModelIndex>> seen;
    QObject::connect(&model, &QAbstractItemModel::dataChanged, &model,
                     [&seen](const QModelIndex &from, const QModelIndex &to) { seen.emplace_back(from, to); });
    auto changed = entry(u"a"_s, u"two"_s);
    model.apply({.instance = u"a"_s, .changed = {{changed, FieldMask(ApplicationField::Images)}}});
    ASSERT_EQ(seen.size(), 1);
    EXPECT_EQ(seen[0].first, model.index(1, int(ApplicationColumn::Images)));
    EXPECT_EQ(seen[0].second, model.index(1, int(ApplicationColumn::Images)));
    model.apply({.instance = u"a"_s, .changed = {{changed, FieldMask(ApplicationField::Other)}}});
    EXPECT_EQ(seen.size(), 1); // no column shows this field
}

TEST(ApplicationsModel, ReportsWhatTheFilterHides)
{
    const test::FakeClock clock;
    ApplicationsModel model(clock);
    model.apply({.instance = u"a"_s,
                 .inserted = {entry(u"a"_s, u"web"_s), entry(u"a"_s, u"api"_s, u"legacy"_s), entry(u"a"_s, u"db"_s)}});
    model.setFilter(parseApplicationFilter(u"-project:legacy web"));
    EXPECT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.total(), 3);
    EXPECT_EQ(model.hiddenByToken(), (std::vector{1, 2}));
    EXPECT_EQ(model.rowOf({u"a"_s, u"argocd"_s, u"db"_s}), -1);
    EXPECT_TRUE(model.contains({u"a"_s, u"argocd"_s, u"db"_s}));
}

} // namespace lynceus
