#include "app/gui/versions/versionsmodel.h"

#include "tests/support/fakeclock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

using namespace test;

namespace {

struct Line
{
    QString instance;
    QString name;
    QStringList images;
    HealthStatus health = HealthStatus::Healthy;
    SyncStatus sync = SyncStatus::Synced;
    QString environment = {};
};

ApplicationEntry entryOf(const Line &line, Instant syncedAt = Instant(1h))
{
    Application application;
    application.name = line.name;
    application.nameSpace = u"argocd"_s;
    application.project = u"shop"_s;
    application.summaryImages = line.images;
    application.health.status = line.health;
    application.sync = line.sync;
    if (!line.environment.isEmpty())
        application.labels[u"env"_s] = line.environment;
    application.operationState = OperationState{.phase = OperationPhase::Succeeded, .finishedAt = syncedAt};
    return {{line.instance, u"argocd"_s, line.name}, std::make_shared<const Application>(std::move(application))};
}

ChangeSet inserted(const std::vector<Line> &lines)
{
    ChangeSet changes;
    for (const auto &line : lines)
        changes.inserted.push_back(entryOf(line));
    return changes;
}

/// The matrix as text: titles, then one line per service.
QString picture(const VersionsModel &model)
{
    QStringList lines(1);
    for (int column = 0; column < model.columnCount(); ++column)
        lines.front() += (column > 0 ? u" "_s : QString()) + model.title(column);
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells{model.repository(row).section(u'/', -1) + (model.differs(row) ? u"!"_s : QString())};
        for (int column = 0; column < model.columnCount(); ++column) {
            const auto cell = model.cell(row, column);
            cells += cell.versions.isEmpty() ? u"-"_s
                                             : cell.versions + (cell.ahead.isEmpty() ? QString() : u'<' + cell.ahead);
        }
        lines += cells.join(u' ');
    }
    return lines.join(u'\n');
}

const std::vector<Line> kShop{
    {u"prod"_s, u"web"_s, {u"acme/web:1.4.0"_s}, HealthStatus::Degraded, SyncStatus::Synced, u"eu"_s},
    {u"prod"_s, u"web-us"_s, {u"acme/web:1.3.0"_s}, HealthStatus::Healthy, SyncStatus::OutOfSync, u"us"_s},
    {u"dev"_s, u"web"_s, {u"acme/web:1.5.0"_s, u"envoy:2"_s}},
    {u"dev"_s, u"api"_s, {u"acme/api:7"_s}},
    {u"prod"_s, u"api"_s, {u"acme/api:7"_s}},
};

class VersionsModelTest : public ::testing::Test
{
protected:
    VersionsModelTest() { m_model.apply(inserted(kShop)); }

    FakeClock m_clock{Instant(4h)};
    VersionsModel m_model{m_clock};
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(VersionsModelTest, ShowsWhatRunsWhere)
{
    EXPECT_EQ(picture(m_model), u"dev prod\napi 7 7\nweb! 1.5.0 1.3.0, 1.4.0<dev\nenvoy 2 -"_s);
    const auto cell = m_model.cell(m_model.rowOf(u"docker.io/acme/web"_s), 1);
    EXPECT_TRUE(cell.hasDrift);
    EXPECT_EQ(cell.state.word, u"Degraded"_s) << "the worst health of its applications";
    EXPECT_EQ(cell.age, u"3 h"_s);
    EXPECT_EQ(m_model.data(m_model.index(1, 1), Qt::AccessibleTextRole).toString(),
              u"1.3.0, 1.4.0, Degraded, several versions, behind dev, synced 3 h ago"_s);
    EXPECT_EQ(m_model.data(m_model.index(2, 1), Qt::AccessibleTextRole).toString(), u"does not run here"_s);
    EXPECT_TRUE(m_model.data(m_model.index(1, 0), Qt::AccessibleTextRole).toString().startsWith(u"web: 1.5.0, "_s))
        << "adjacent columns are not read";
    EXPECT_EQ(m_model.data(m_model.index(0, 0), Qt::DisplayRole).toString(), u"7"_s);
}

TEST_F(VersionsModelTest, ShowsDeploymentsBehindAndSinceWhen)
{
    const auto row = m_model.rowOf(u"docker.io/acme/web"_s);
    EXPECT_TRUE(m_model.lag(row, 1).isEmpty()) << "not known";
    Deployment deployment;
    deployment.application = {u"dev"_s, u"argocd"_s, u"web"_s};
    deployment.images = {{u"docker.io/acme/web"_s, {u"1.4.0"_s}, {u"1.5.0"_s}}};
    deployment.startedAt = Instant(std::chrono::hours(24 * 10 + 12));
    m_model.takeDeployment(deployment);
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    m_model.setZone(QTimeZone(13 * 3'600));
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(m_model.lag(row, 1), u"1 deployment behind dev since 1970-01-12"_s) << "of the zone";
    m_model.setZone(QTimeZone("UTC"));
    const auto text = u"1 deployment behind dev since 1970-01-11"_s;
    EXPECT_EQ(m_model.lag(row, 1), text);
    EXPECT_TRUE(m_model.lag(row, 0).isEmpty()) << "no environment precedes it";
    const auto cell = m_model.index(row, 1);
    EXPECT_TRUE(m_model.data(cell, Qt::ToolTipRole).toString().contains(text));
    EXPECT_TRUE(m_model.data(cell, Qt::AccessibleTextRole).toString().contains(text));
    EXPECT_EQ(m_model.shown().rows[std::size_t(row)].cells[1].lag->deployments, 1);
}

TEST_F(VersionsModelTest, EnvironmentOrderDeterminesWhatIsBehind)
{
    m_model.moveEnvironment(1, 0);
    EXPECT_EQ(picture(m_model), u"prod dev\napi 7 7\nweb! 1.3.0, 1.4.0 1.5.0<prod\nenvoy - 2"_s);
    EXPECT_EQ(m_model.order(), QStringList({u"prod"_s, u"dev"_s}));
    m_model.apply(inserted({{u"test"_s, u"web"_s, {u"acme/web:1.5.0"_s}}}));
    EXPECT_EQ(m_model.order(), QStringList({u"prod"_s, u"dev"_s, u"test"_s})) << "new ones stand behind";
    m_model.removeInstance(u"prod"_s);
    EXPECT_EQ(picture(m_model), u"dev test\napi 7 -\nweb 1.5.0 1.5.0\nenvoy 2 -"_s);
    m_model.apply(inserted({kShop[0]}));
    EXPECT_EQ(m_model.title(0), u"prod"_s) << "the column returns to its place";
}

TEST_F(VersionsModelTest, GroupsByLabelAndCountsUnlabelled)
{
    m_model.setRule({EnvironmentRule::By::Label, u"env"_s});
    EXPECT_EQ(picture(m_model), u"eu us\nweb! 1.4.0 1.3.0<eu"_s);
    EXPECT_EQ(m_model.unplaced(), 3);
    EXPECT_EQ(m_model.labels(), QStringList{u"env"_s});
    m_model.setRule({});
    EXPECT_EQ(m_model.unplaced(), 0);
    EXPECT_EQ(m_model.rowCount(), 3);
}

TEST_F(VersionsModelTest, FilterSelectsServicesByImageOrApplication)
{
    const auto shown = [this](const QString &filter) {
        m_model.setFilter(parseApplicationFilter(filter));
        QStringList names;
        for (int row = 0; row < m_model.rowCount(); ++row)
            names += m_model.repository(row).section(u'/', -1);
        return names.join(u' ');
    };
    EXPECT_EQ(shown(u"envoy"_s), u"envoy"_s);
    EXPECT_EQ(shown(u"docker.io/acme/web:"_s), u"web"_s);
    EXPECT_EQ(shown(u"image:1.4"_s), u"web"_s);
    EXPECT_EQ(shown(u"health:degraded"_s), u"web"_s);
    EXPECT_EQ(shown(u"name:api"_s), u"api"_s);
    EXPECT_EQ(shown(u"image:web name:api"_s), QString()) << "one application must match both conditions";
    EXPECT_EQ(shown(u"is:pinned"_s), u"api web envoy"_s);
    EXPECT_EQ(shown(QString()), u"api web envoy"_s);
    m_model.setDifferingOnly(true);
    EXPECT_EQ(shown(QString()), u"web"_s);
    EXPECT_EQ(m_model.total(), 3);
}

TEST_F(VersionsModelTest, ChangingTheFilterTextUpdatesTheRows)
{
    const auto shown = [this](const QString &filter) {
        m_model.setFilter(parseApplicationFilter(filter));
        QStringList names;
        for (int row = 0; row < m_model.rowCount(); ++row)
            names += m_model.repository(row);
        return names.join(u' ');
    };
    for (const auto &typed : {u"web"_s, u"-health:degraded"_s, u"image:web name:api"_s, u"is:pinned -envoy"_s}) {
        std::vector<QString> expected; // without an earlier filter
        for (qsizetype length = 0; length <= typed.size(); ++length) {
            shown(u"sync:unknown"_s);
            shown(u"image:envoy"_s);
            expected.push_back(shown(typed.left(length)));
        }
        for (qsizetype length = 0; length <= typed.size(); ++length)
            EXPECT_EQ(shown(typed.left(length)), expected[std::size_t(length)]) << typed.left(length).toStdString();
        for (qsizetype length = typed.size(); length >= 0; --length)
            EXPECT_EQ(shown(typed.left(length)), expected[std::size_t(length)]) << typed.left(length).toStdString();
    }
}

TEST_F(VersionsModelTest, ServiceIsFoundByEachPartOfItsImagesAndApplications)
{
    const auto isFound = [this](const QString &repository, const QString &word) {
        m_model.setFilter(parseApplicationFilter(word));
        return m_model.rowOf(repository) >= 0;
    };
    const auto expectFound = [&](const QString &repository, const QStringList &texts) {
        for (const auto &text : texts) {
            for (qsizetype first = 0; first < text.size(); ++first) {
                for (qsizetype length = 1; first + length <= text.size(); ++length)
                    EXPECT_TRUE(isFound(repository, u'"' + text.mid(first, length) + u'"'))
                        << repository.toStdString() << " by " << text.mid(first, length).toStdString();
            }
        }
    };
    expectFound(u"docker.io/acme/web"_s, {u"acme/web:1.3.0"_s, u"acme/web:1.5.0"_s, u"web-us"_s, u"shop"_s});
    EXPECT_FALSE(isFound(u"docker.io/acme/web"_s, u"\"acme/web:7\""_s));

    ChangeSet changes;
    changes.changed.push_back({entryOf({u"prod"_s, u"web-us"_s, {u"acme/web:2-rc"_s}}), ~FieldMask{0}});
    m_model.apply(changes);
    expectFound(u"docker.io/acme/web"_s, {u"acme/web:2-rc"_s});
    EXPECT_FALSE(isFound(u"docker.io/acme/web"_s, u"1.3.0"_s));

    std::vector<Line> many;
    for (int i = 0; i < 100; ++i)
        many.push_back({u"dev"_s, u"job-%1-%2"_s.arg(i).arg(QChar(u'a' + i % 26)), {u"acme/job:1"_s}});
    m_model.apply(inserted(many));
    for (const auto &line : many)
        EXPECT_TRUE(isFound(u"docker.io/acme/job"_s, line.name)) << line.name.toStdString();
}

TEST_F(VersionsModelTest, ManyVersionsAreCounted)
{
    for (int i = 0; i < 4; ++i)
        m_model.apply(inserted({{u"dev"_s, u"old-%1"_s.arg(i), {u"acme/api:1.%1"_s.arg(i)}}}));
    EXPECT_EQ(m_model.cell(m_model.rowOf(u"docker.io/acme/api"_s), 0).versions, u"1.0 … 7 (5)"_s);
}

TEST_F(VersionsModelTest, InstancesAreShownByName)
{
    m_model.setInstance(u"prod"_s, u"Production"_s);
    EXPECT_EQ(m_model.title(1), u"Production"_s);
    m_model.setFilter(parseApplicationFilter(u"instance:production name:web"_s));
    EXPECT_EQ(m_model.rowCount(), 1);
    const auto matrix = m_model.shown();
    EXPECT_EQ(matrix.environments, QStringList({u"dev"_s, u"Production"_s}));
    EXPECT_EQ(matrix.rows.at(0).cells.at(1).versions.at(0).applications.at(0).key.instance, u"Production"_s);
}

TEST(VersionsModel, SignalsMatchAllChanges)
{
    const FakeClock clock;
    VersionsModel model(clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QStringList rows;
    QStringList columns;
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, &model, [&](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row)
            rows.insert(row, model.repository(row));
    });
    QObject::connect(&model, &QAbstractItemModel::rowsRemoved, &model,
                     [&](const QModelIndex &, int first, int last) { rows.remove(first, last - first + 1); });
    QObject::connect(&model, &QAbstractItemModel::columnsInserted, &model,
                     [&](const QModelIndex &, int first, int last) {
                         for (int column = first; column <= last; ++column)
                             columns.insert(column, model.title(column));
                     });
    QObject::connect(&model, &QAbstractItemModel::columnsRemoved, &model,
                     [&](const QModelIndex &, int first, int last) { columns.remove(first, last - first + 1); });
    QObject::connect(&model, &QAbstractItemModel::layoutChanged, &model, [&] {
        columns.clear();
        for (int column = 0; column < model.columnCount(); ++column)
            columns += model.title(column);
    });
    QObject::connect(&model, &QAbstractItemModel::modelReset, &model, [] { FAIL() << "a reset"; });

    std::mt19937 random(11);
    const auto roll = [&](int sides) { return int(random() % std::size_t(sides)); };
    QHash<ApplicationKey, ApplicationEntry> truth;
    for (int round = 0; round < 300; ++round) {
        QPersistentModelIndex kept;
        QString keptTitle;
        if (model.rowCount() > 0 && model.columnCount() > 0) {
            kept = model.index(roll(model.rowCount()), roll(model.columnCount()));
            keptTitle = model.repository(kept.row()) + model.title(kept.column());
        }
        if (round % 11 == 10) {
            model.setFilter(parseApplicationFilter(roll(2) == 0 ? QString() : u"s%1"_s.arg(roll(6))));
        } else if (round % 13 == 12) {
            model.setDifferingOnly(roll(2) == 0);
        } else if (round % 17 == 16) {
            model.setRule(roll(2) == 0 ? EnvironmentRule{} : EnvironmentRule{EnvironmentRule::By::Label, u"env"_s});
        } else if (round % 5 == 4 && model.columnCount() > 0) {
            model.moveEnvironment(roll(model.columnCount()), roll(model.columnCount()));
        } else {
            ChangeSet changes;
            for (int i = 0; i < 6; ++i) {
                const Line line{
                    u"i%1"_s.arg(roll(4)),
                    u"app-%1"_s.arg(i),
                    {u"acme/s%1:%2"_s.arg(roll(6)).arg(roll(3)), u"acme/s%1:%2"_s.arg(roll(6)).arg(roll(3))},
                    HealthStatus(roll(7)),
                    SyncStatus(roll(3)),
                    roll(3) == 0 ? QString() : u"e%1"_s.arg(roll(4))};
                const auto entry = entryOf(line);
                if (truth.contains(entry.key) && roll(3) == 0) {
                    truth.remove(entry.key);
                    changes.removed.push_back(entry.key);
                } else {
                    if (truth.contains(entry.key))
                        changes.changed.push_back({entry, 1});
                    else
                        changes.inserted.push_back(entry);
                    truth.insert(entry.key, entry);
                }
            }
            model.apply(changes);
        }
        ASSERT_EQ(rows.size(), model.rowCount());
        for (int row = 0; row < model.rowCount(); ++row)
            ASSERT_EQ(rows[row], model.repository(row)) << "round " << round;
        ASSERT_EQ(columns.size(), model.columnCount());
        for (int column = 0; column < model.columnCount(); ++column)
            ASSERT_EQ(columns[column], model.title(column)) << "round " << round;
        if (kept.isValid()) {
            ASSERT_EQ(model.repository(kept.row()) + model.title(kept.column()), keptTitle)
                << "persistent indexes follow";
        }
        VersionsModel rebuilt(clock);
        rebuilt.setRule(model.rule());
        rebuilt.setOrder(model.order());
        ChangeSet all;
        for (const auto &entry : std::as_const(truth))
            all.inserted.push_back(entry);
        rebuilt.apply(all);
        ASSERT_EQ(rebuilt.total(), model.total()) << "round " << round;
        ASSERT_EQ(rebuilt.unplaced(), model.unplaced()) << "round " << round;
        for (int row = 0; row < model.rowCount(); ++row) {
            const int there = rebuilt.rowOf(model.repository(row));
            ASSERT_GE(there, 0);
            for (int column = 0; column < model.columnCount(); ++column) {
                const auto index = model.index(row, column);
                ASSERT_EQ(index.data(Qt::AccessibleTextRole), rebuilt.index(there, column).data(Qt::AccessibleTextRole))
                    << "round " << round;
            }
        }
    }
}

} // namespace

} // namespace lynceus
