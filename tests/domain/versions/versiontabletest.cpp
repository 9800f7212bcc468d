#include "core/domain/versions/versiontable.h"

#include "core/domain/versions/versionrules.h"

#include <array>
#include <random>
#include <set>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

ApplicationEntry entryOf(const QString &instance, const QString &name, const QStringList &images,
                         HealthStatus health = HealthStatus::Healthy, Instant syncedAt = Instant(1h))
{
    Application application;
    application.name = name;
    application.project = u"shop"_s;
    application.labels[u"env"_s] = instance.left(1);
    application.summaryImages = images;
    application.health.status = health;
    application.sync = SyncStatus::Synced;
    application.operationState = OperationState{.phase = OperationPhase::Succeeded, .finishedAt = syncedAt};
    return {{instance, u"argocd"_s, name}, std::make_shared<const Application>(std::move(application))};
}

VersionTable::Placing byRule(const EnvironmentRule &rule)
{
    return
        [rule](const ApplicationEntry &entry) { return environmentOf(rule, *entry.application, entry.key.instance); };
}

/// Content of the table, in a stable order.
QStringList saidBy(const VersionTable &table, const std::set<int> &rows)
{
    QStringList lines;
    for (const int number : rows) {
        const auto &row = table.row(number);
        EXPECT_EQ(table.rowOf(row.repository), number);
        for (std::size_t at = 0; at < table.environments().size(); ++at) {
            for (const auto &version : row.cell(int(at)).versions) {
                QStringList names;
                for (const int one : version.applications)
                    names += table.application(one).entry.key.instance + table.application(one).entry.key.name;
                names.sort();
                const auto synced = version.syncedAt ? version.syncedAt->time_since_epoch().count() : -1;
                lines += u"%1 %2 %3 %4 %5 %6"_s
                             .arg(row.repository, table.environments()[at].name, version.version, names.join(u','),
                                  nameOf(version.health))
                             .arg(synced);
            }
        }
    }
    lines.sort();
    QStringList environments;
    for (const auto &environment : table.environments()) {
        if (environment.applications > 0)
            environments += u"%1:%2"_s.arg(environment.name).arg(environment.applications);
    }
    environments.sort();
    return QStringList{environments.join(u' '), u"unplaced %1"_s.arg(table.unplaced())} + lines;
}

/// Applies the changes to @p rows, as a view does.
void follow(const VersionTable::Changes &changes, std::set<int> &rows)
{
    for (const int row : changes.removed)
        EXPECT_EQ(rows.erase(row), 1U);
    for (const int row : changes.changed)
        EXPECT_TRUE(rows.contains(row));
    for (const int row : changes.inserted)
        EXPECT_TRUE(rows.insert(row).second);
}

TEST(VersionTable, IncrementalChangesMatchARebuild)
{
    std::mt19937 random(7);
    const auto roll = [&](int sides) { return int(random() % std::size_t(sides)); };
    const std::array rules{EnvironmentRule{}, EnvironmentRule{EnvironmentRule::By::Label, u"env"_s},
                           EnvironmentRule{EnvironmentRule::By::Project, {}},
                           EnvironmentRule{EnvironmentRule::By::Label, u"absent"_s}};
    VersionTable table(byRule(rules[0]));
    auto rule = rules[0];
    std::set<int> rows;
    QHash<ApplicationKey, ApplicationEntry> truth;
    for (int round = 0; round < 400; ++round) {
        if (round % 29 == 28) {
            rule = rules[std::size_t(roll(int(rules.size())))];
            follow(table.regroup(byRule(rule)), rows);
        } else {
            ChangeSet changes{.instance = u"i%1"_s.arg(roll(3))};
            for (int i = 0; i < 8; ++i) {
                const auto name = u"app-%1"_s.arg(i);
                const ApplicationKey key{changes.instance, u"argocd"_s, name};
                if (roll(2) == 0)
                    continue;
                if (truth.contains(key) && roll(4) == 0) {
                    changes.removed.push_back(key);
                    truth.remove(key);
                    continue;
                }
                QStringList images;
                for (int image = roll(4); image > 0; --image)
                    images += u"acme/s%1:1.%2"_s.arg(roll(6)).arg(roll(12));
                if (roll(9) == 0)
                    images += u"not an image"_s;
                const auto entry = entryOf(changes.instance, name, images, HealthStatus(roll(7)),
                                           Instant(std::chrono::minutes(roll(90))));
                if (truth.contains(key))
                    changes.changed.push_back({entry, 1});
                else
                    changes.inserted.push_back(entry);
                truth.insert(key, entry);
            }
            follow(table.apply(changes), rows);
        }
        VersionTable rebuilt(byRule(rule));
        ChangeSet all;
        for (const auto &entry : std::as_const(truth))
            all.inserted.push_back(entry);
        std::set<int> rebuiltRows;
        follow(rebuilt.apply(all), rebuiltRows);
        ASSERT_EQ(saidBy(table, rows), saidBy(rebuilt, rebuiltRows)) << "round " << round;
    }
}

TEST(VersionTable, RemovedRowsAreReadableUntilTheNextChange)
{
    VersionTable table(byRule({}));
    ChangeSet changes{.instance = u"prod"_s};
    changes.inserted = {entryOf(u"prod"_s, u"web"_s, {u"acme/web:1"_s})};
    const auto row = table.apply(changes).inserted.at(0);
    const auto removed = table.apply({.instance = u"prod"_s, .removed = {changes.inserted[0].key}});
    EXPECT_EQ(removed.removed, std::vector<int>{row});
    EXPECT_TRUE(removed.hasOtherEnvironments);
    EXPECT_EQ(table.row(row).repository, u"docker.io/acme/web"_s);
    EXPECT_EQ(table.rowOf(u"docker.io/acme/web"_s), -1);
}

TEST(VersionTable, CostOfAChangeIsIndependentOfTheTableSize)
{
    for (const int count : {100, 1'000, 10'000}) {
        int placed = 0;
        VersionTable table([&placed](const ApplicationEntry &entry) {
            ++placed;
            return entry.key.instance;
        });
        ChangeSet all;
        for (int i = 0; i < count; ++i)
            all.inserted.push_back(entryOf(u"prod"_s, u"web-%1"_s.arg(i), {u"acme/web-%1:1.0"_s.arg(i)}));
        const auto filled = table.apply(all);
        EXPECT_EQ(placed, count);
        EXPECT_EQ(filled.inserted.size(), std::size_t(count));
        EXPECT_EQ(std::set<int>(filled.inserted.begin(), filled.inserted.end()).size(), std::size_t(count));
        placed = 0;
        ChangeSet one;
        one.changed.push_back({entryOf(u"prod"_s, u"web-7"_s, {u"acme/web-7:1.1"_s}), 1});
        const auto changes = table.apply(one);
        EXPECT_EQ(placed, 1);
        EXPECT_EQ(changes.changed, std::vector{table.rowOf(u"docker.io/acme/web-7"_s)});
        EXPECT_TRUE(changes.inserted.empty() && changes.removed.empty() && !changes.hasOtherEnvironments);
        ChangeSet more;
        for (int i = 0; i < count; ++i)
            more.inserted.push_back(entryOf(u"dev"_s, u"web-%1"_s.arg(i), {u"acme/web-%1:1.0"_s.arg(i)}));
        placed = 0;
        EXPECT_EQ(table.apply(more).changed.size(), std::size_t(count)) << "each row once";
        EXPECT_EQ(placed, count);
    }
}

TEST(VersionTable, ReaddedRowIsANewRow)
{
    VersionTable table([](const ApplicationEntry &entry) { return entry.key.instance; });
    const auto web = entryOf(u"prod"_s, u"web"_s, {u"acme/web:1"_s});
    const auto shop = entryOf(u"prod"_s, u"shop"_s, {u"acme/shop:1"_s});
    const auto insert = [&table](const ApplicationEntry &entry) {
        ChangeSet changes;
        changes.inserted = {entry};
        return table.apply(changes);
    };
    (void)insert(web);
    ChangeSet removal;
    removal.removed = {web.key};
    (void)table.apply(removal);
    (void)insert(shop); // reuses the number of the removed row
    const auto back = insert(web);
    ASSERT_EQ(back.inserted.size(), 1U);
    EXPECT_EQ(table.row(back.inserted[0]).repository, u"docker.io/acme/web"_s);
    EXPECT_NE(table.rowOf(u"docker.io/acme/web"_s), table.rowOf(u"docker.io/acme/shop"_s));
}

TEST(VersionTable, FilterMatchesInstanceNames)
{
    VersionTable table(byRule({}));
    ChangeSet changes{.instance = u"i1"_s};
    changes.inserted = {entryOf(u"i1"_s, u"web"_s, {u"acme/web:1"_s})};
    std::ignore = table.apply(changes);
    EXPECT_EQ(table.application(0).subject.instance, u"i1"_s);
    table.setInstanceName(u"i1"_s, u"Production"_s);
    EXPECT_EQ(table.application(0).subject.instance, u"production"_s);
    std::ignore = table.apply({.instance = u"i1"_s, .changed = {{changes.inserted[0], 1}}});
    EXPECT_EQ(table.application(0).subject.instance, u"production"_s) << "also after a change";
}

TEST(EnvironmentRule, GroupsByInstanceNamespaceClusterProjectOrLabel)
{
    Application application;
    application.project = u"shop"_s;
    application.labels[u"env"_s] = u"prod"_s;
    using By = EnvironmentRule::By;
    EXPECT_EQ(environmentOf({}, application, u"i1"_s), u"i1"_s);
    EXPECT_EQ(environmentOf({By::Project, {}}, application, u"i1"_s), u"shop"_s);
    EXPECT_EQ(environmentOf({By::Label, u"env"_s}, application, u"i1"_s), u"prod"_s);
    EXPECT_EQ(environmentOf({By::Label, u"tier"_s}, application, u"i1"_s), QString());
    EXPECT_EQ(environmentOf({By::Namespace, {}}, application, u"i1"_s), u"–"_s);
    application.destinationNamespace = u"shop-prod"_s;
    EXPECT_EQ(environmentOf({By::Namespace, {}}, application, u"i1"_s), u"shop-prod"_s);
    EXPECT_EQ(environmentOf({By::Cluster, {}}, application, u"i1"_s), u"–"_s);
    application.destinationCluster = u"eu-1"_s;
    EXPECT_EQ(environmentOf({By::Cluster, {}}, application, u"i1"_s), u"eu-1"_s);
}

} // namespace

} // namespace lynceus
