#include "core/io/store/salvage.h"

#include "core/io/store/database/database.h"
#include "core/io/store/database/schema.h"
#include "core/io/store/deployments/deploymentrow.h"
#include "core/io/store/deployments/followstore.h"
#include "core/io/store/encoding/codec.h"
#include "core/io/store/watchrow.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <map>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Rows by their number in the file. NOT INDEXED, because an index may be damaged.
template<typename Take>
void readBothWays(Database &database, const QString &columns, const QString &table, Take take)
{
    for (const auto &order : {u"ASC"_s, u"DESC"_s}) {
        auto rows =
            database.run(u"SELECT rowid, %1 FROM %2 NOT INDEXED ORDER BY rowid %3"_s.arg(columns, table, order));
        while (rows && rows->next())
            take(*rows);
    }
}

std::map<QString, QByteArray> partsOf(Database &database, const QString &table)
{
    std::map<QString, QByteArray> parts;
    readBothWays(database, u"watch, value"_s, table,
                 [&](const QSqlQuery &row) { parts.emplace(row.value(1).toString(), row.value(2).toByteArray()); });
    return parts;
}

void salvageDeployments(Database &database, Salvaged &salvaged)
{
    std::map<qint64, Deployment> found;
    std::map<qint64, bool> unreadable;
    readBothWays(
        database, u"instance, namespace, application, started_at, record"_s, u"deployment"_s,
        [&](const QSqlQuery &row) {
            const ApplicationKey key{row.value(1).toString(), row.value(2).toString(), row.value(3).toString()};
            const Instant startedAt{Duration{row.value(4).toLongLong()}};
            if (auto deployment = deploymentFrom(row.value(5).toByteArray(), key, startedAt))
                found.emplace(row.value(0).toLongLong(), *std::move(deployment));
            else
                unreadable[row.value(0).toLongLong()] = true;
        });
    for (auto &[number, deployment] : found)
        salvaged.deployments.push_back(std::move(deployment));
    salvaged.lost += static_cast<int>(unreadable.size());
}

void salvageRules(Database &database, Salvaged &salvaged)
{
    std::map<qint64, FollowRule> found;
    std::map<qint64, bool> unreadable;
    readBothWays(database, u"record"_s, u"follow"_s, [&](const QSqlQuery &row) {
        const auto number = row.value(0).toLongLong();
        const auto map = unpacked(row.value(1).toByteArray());
        auto rule = map ? followRuleFrom(*map) : tl::unexpected(map.error());
        if (rule && !rule->name.isEmpty())
            found.emplace(number, *std::move(rule));
        else
            unreadable[number] = true;
    });
    for (auto &[number, rule] : found)
        salvaged.rules.push_back(std::move(rule));
    salvaged.lost += static_cast<int>(unreadable.size());
}

/// Also a broken link.
bool isThere(const QString &name)
{
    return QFileInfo::exists(name) || QFileInfo(name).isSymLink();
}

/// "FILE.WORD-20261118T110640Z", with a number if that name is in use.
QString freeName(const QString &file, const QString &word, Instant now)
{
    const auto stamp = formatRfc3339(std::chrono::floor<std::chrono::seconds>(now)).remove(u'-').remove(u':');
    const auto first = u"%1.%2-%3"_s.arg(file, word, stamp);
    auto name = first;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = u"%1-%2"_s.arg(first).arg(number);
    return name;
}

} // namespace

bool canBeSetAside(const QString &file)
{
    using Trouble = Database::Trouble;
    Database database(file);
    auto ready = database.open(Database::Use::ReadOnly);
    if (ready)
        ready = checkVersion(database);
    const auto trouble = database.trouble();
    return !ready && (trouble == Trouble::NoFile || trouble == Trouble::Foreign || trouble == Trouble::Corrupt);
}

Result<QString> setObstacleAside(const QString &file, Instant now)
{
    const auto shown = QDir::toNativeSeparators(file);
    if (!canBeSetAside(file))
        return badInput(u"%1 is not set aside: it is not what is in the way"_s.arg(shown), file);
    const auto aside = freeName(file, u"aside"_s, now);
    // Any of them may be the obstacle; the file is last, so that it stays in place after a failure.
    for (const auto &end : {u"-wal"_s, u"-shm"_s, u"-journal"_s, u""_s}) {
        if (QFileInfo::exists(file + end) && !QFile::rename(file + end, aside + end))
            return badInput(u"%1 cannot be renamed: make its folder writable"_s.arg(shown + end), file);
    }
    return aside;
}

QString recoveredName(const QString &file)
{
    return file + u".recovered"_s;
}

bool isRecovered(const QString &file)
{
    return QFileInfo(recoveredName(file)).isFile();
}

Result<QString> replaceDamaged(const QString &file, Instant now)
{
    const auto aside = freeName(file, u"damaged"_s, now);
    const auto cannotBeRenamed = [](const QString &name) {
        return badInput(
            u"%1 is damaged and cannot be renamed: make its folder writable"_s.arg(QDir::toNativeSeparators(name)),
            name);
    };
    // A log that stays would be applied to the new file. After a kill, the next start finds the remaining files.
    for (const auto &end : {u""_s, u"-wal"_s, u"-journal"_s}) {
        if (isThere(file + end) && !QFile::rename(file + end, aside + end))
            return cannotBeRenamed(file + end);
    }
    QFile::remove(file + u"-shm"_s); // recreated from the log
    if (!QFile::rename(recoveredName(file), file))
        return cannotBeRenamed(recoveredName(file));
    return aside;
}

Salvaged salvage(const QString &file)
{
    Salvaged salvaged;
    Database database(file);
    if (!database.open(Database::Use::Write)) // the log must be read too
        return salvaged;
    const auto memories = partsOf(database, u"memory"_s);
    const auto timelines = partsOf(database, u"timeline"_s);
    std::map<qint64, StoredWatch> found;
    std::map<qint64, bool> unreadable;
    readBothWays(database, u"dismissed, record"_s, u"watch"_s, [&](const QSqlQuery &row) {
        const auto number = row.value(0).toLongLong();
        auto record = recordFrom(row.value(2).toByteArray());
        if (!record || record->id.isEmpty()) {
            unreadable[number] = true;
            return;
        }
        StoredWatch watch{*std::move(record), {}, {}, row.value(1).toBool()};
        if (const auto part = memories.find(watch.record.id); part != memories.end())
            watch.memory = unpacked(part->second).value_or(QCborMap());
        if (const auto part = timelines.find(watch.record.id); part != timelines.end())
            watch.timeline = timelineFrom(part->second);
        found.emplace(number, std::move(watch));
    });
    for (auto &[number, watch] : found)
        salvaged.watches.push_back(std::move(watch));
    salvaged.lost = static_cast<int>(unreadable.size());
    salvageDeployments(database, salvaged);
    salvageRules(database, salvaged);
    return salvaged;
}

QString salvageNotice(const QString &file, const QString &aside, const Salvaged &salvaged)
{
    const auto kept = QFileInfo(aside).fileName();
    const auto shown = QDir::toNativeSeparators(file);
    const auto sentence = salvaged.rules.empty() ? u"%1 watches and %2 deployments were recovered"_s
                                                 : u"%1 watches, %2 deployments and %3 follow rules were recovered"_s;
    auto recovered = sentence.arg(salvaged.watches.size()).arg(salvaged.deployments.size());
    if (!salvaged.rules.empty())
        recovered = recovered.arg(salvaged.rules.size());
    const auto lost = salvaged.lost == 0 ? QString() : u" and %1 were not"_s.arg(salvaged.lost);
    return u"%1 was damaged: %2%3; the damaged file was kept as %4"_s.arg(shown, recovered, lost, kept);
}

} // namespace lynceus
