#include "core/io/store/deployments/deploymentstore.h"

#include "core/io/log/categories.h"
#include "core/io/store/database/conditions.h"
#include "core/io/store/database/schema.h"
#include "core/io/store/deployments/deploymentrow.h"

#include <QFileInfo>
#include <QHash>
#include <QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

qint64 millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

QVariant sinceOrNull(const std::optional<Instant> &from, const std::optional<Instant> &until)
{
    return from && until ? QVariant(qint64{(*until - *from).count()}) : QVariant();
}

std::optional<Duration> durationFrom(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(Duration{value.toLongLong()});
}

/// @p startedAt: that column; a leading plus prevents the use of its index.
Conditions conditionsOf(const DeploymentQuery &query, const QString &startedAt)
{
    Conditions conditions;
    conditions.addText(soughtText(query.text));
    conditions.addEqual(u"instance"_s, query.instance);
    conditions.addEqual(u"namespace"_s, query.nameSpace);
    conditions.addEqual(u"application"_s, query.application);
    conditions.addEqual(u"project"_s, query.project);
    conditions.addEqual(u"rule"_s, query.rule);
    conditions.addPeriod(startedAt, query.from, query.until);
    conditions.addChoice(u"outcome"_s, query.outcomes);
    conditions.addChoice(u"actor"_s, query.actors);
    conditions.addChoice(u"proof"_s, query.proofs);
    return conditions;
}

} // namespace

DeploymentStore::DeploymentStore(const QString &file)
    : m_database(file)
{ }

Result<std::unique_ptr<DeploymentStore>> DeploymentStore::open(const QString &file)
{
    std::unique_ptr<DeploymentStore> store(new DeploymentStore(file));
    if (auto opened = store->m_database.open(Database::Use::Write); !opened)
        return tl::unexpected(opened.error());
    if (file == ":memory:"_L1) { // a separate database
        if (auto migrated = migrate(store->m_database); !migrated)
            return tl::unexpected(migrated.error());
    }
    if (auto checked = checkSchema(store->m_database); !checked)
        return tl::unexpected(checked.error());
    if (auto filled = store->fillColumns(); !filled)
        return tl::unexpected(filled.error());
    return store;
}

/// Fills later columns for rows of a store of version 2, once.
Result<void> DeploymentStore::fillColumns()
{
    const auto old = read(u" WHERE subject IS NULL"_s, {});
    if (!old)
        return tl::unexpected(old.error());
    return old->empty() ? Result<void>() : write(*old);
}

Result<std::unique_ptr<DeploymentStore>> DeploymentStore::openToRead(const QString &file)
{
    std::unique_ptr<DeploymentStore> store(new DeploymentStore(file));
    const auto isThere = store->m_database.exists();
    if (!isThere)
        return tl::unexpected(isThere.error());
    if (!*isThere)
        return nullptr;
    if (auto ready = openReadOnly(store->m_database); !ready)
        return tl::unexpected(ready.error());
    const auto version = store->m_database.ask(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() < kFirstWithRules)
        store.reset(); // the next engine migrates it
    return store;
}

Result<void> DeploymentStore::write(const std::vector<Deployment> &deployments)
{
    Transaction transaction(m_database);
    if (auto began = transaction.begin(Transaction::Durability::Program); !began)
        return began;
    for (const auto &deployment : deployments) {
        if (auto done = put(deployment); !done)
            return done;
    }
    return transaction.commit();
}

Result<void> DeploymentStore::put(const Deployment &deployment)
{
    const auto &application = deployment.application;
    const auto sample = sampleOf(deployment);
    const auto done = m_database.run(
        u"INSERT INTO deployment(instance, namespace, application, started_at, outcome, actor, proof, words, record, "
        "subject, took, lead, is_rollback, project, rule) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(instance, namespace, application, started_at) "
        "DO UPDATE SET "
        "outcome=excluded.outcome, actor=excluded.actor, proof=excluded.proof, words=excluded.words, "
        "record=excluded.record, subject=excluded.subject, took=excluded.took, lead=excluded.lead, "
        "is_rollback=excluded.is_rollback, project=excluded.project, "
        "rule=excluded.rule WHERE (excluded.proof<>'reconstructed' OR deployment.proof='reconstructed') "
        "AND (deployment.proof<>'watched' OR excluded.proof='watched')"_s,
        {application.instance, application.nameSpace, application.name, millisecondsOf(deployment.startedAt),
         nameOf(deployment.outcome), nameOf(deployment.actor.kind), nameOf(deployment.proof), searchText(deployment),
         recordBytes(deployment), static_cast<qint64>(sample.application),
         sinceOrNull(sample.startedAt, sample.endedAt), sinceOrNull(sample.committedAt, sample.startedAt),
         sample.isRollback, deployment.project, deployment.rule});
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<std::vector<Deployment>> DeploymentStore::read(const QString &where, const QVariantList &values)
{
    auto rows = m_database.run(
        u"SELECT record, number, instance, namespace, application, started_at FROM deployment"_s + where, values);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Deployment> deployments;
    while (rows->next()) {
        const ApplicationKey key{rows->value(2).toString(), rows->value(3).toString(), rows->value(4).toString()};
        const Instant startedAt{Duration{rows->value(5).toLongLong()}};
        if (auto deployment = deploymentFrom(rows->value(0).toByteArray(), key, startedAt)) {
            deployments.push_back(*std::move(deployment));
        } else {
            qCInfo(logStore).noquote() << m_database.file() << deployment.error().message;
            m_unreadable.insert(rows->value(1).toLongLong());
        }
    }
    if (rows->lastError().isValid())
        return tl::unexpected(m_database.error(Database::Trouble::Corrupt));
    return deployments;
}

Result<std::vector<Deployment>> DeploymentStore::find(const DeploymentQuery &query)
{
    const auto conditions = conditionsOf(query, u"started_at"_s);
    return read(conditions.text() + u" ORDER BY started_at DESC, number DESC LIMIT ? OFFSET ?"_s,
                conditions.values() + QVariantList{query.limit, query.offset});
}

Result<std::vector<DeploymentSample>> DeploymentStore::samples(const DeploymentQuery &query)
{
    // The whole table in its own order: with an index, each row would need a page to be read.
    const auto conditions = conditionsOf(query, u"+started_at"_s);
    auto rows = m_database.run(u"SELECT started_at, subject, outcome, took, lead, is_rollback FROM deployment"_s
                                   + conditions.text(),
                               conditions.values());
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QString, Deployment::Outcome> outcomes;
    for (std::size_t i = 0; i < kDeploymentOutcomes; ++i)
        outcomes.insert(nameOf(static_cast<Deployment::Outcome>(i)), static_cast<Deployment::Outcome>(i));
    std::vector<DeploymentSample> samples;
    while (rows->next()) {
        const auto outcome = outcomes.constFind(rows->value(2).toString());
        if (outcome == outcomes.cend())
            continue; // of a later version
        DeploymentSample sample;
        sample.startedAt = Instant{Duration{rows->value(0).toLongLong()}};
        sample.application = static_cast<quint64>(rows->value(1).toLongLong());
        sample.outcome = *outcome;
        if (const auto took = durationFrom(rows->value(3)))
            sample.endedAt = sample.startedAt + *took;
        if (const auto lead = durationFrom(rows->value(4)))
            sample.committedAt = sample.startedAt - *lead;
        sample.isRollback = rows->value(5).toBool();
        samples.push_back(sample);
    }
    if (rows->lastError().isValid())
        return tl::unexpected(m_database.error(Database::Trouble::Corrupt));
    std::ranges::stable_sort(samples, {}, &DeploymentSample::startedAt);
    return samples;
}

Result<std::optional<Deployment>> DeploymentStore::deployment(const ApplicationKey &application, Instant startedAt)
{
    auto found = read(u" WHERE instance=? AND namespace=? AND application=? AND started_at=?"_s,
                      {application.instance, application.nameSpace, application.name, millisecondsOf(startedAt)});
    if (!found)
        return tl::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<Deployment>> DeploymentStore::open()
{
    return read(u" WHERE outcome=? ORDER BY started_at"_s, {nameOf(Deployment::Outcome::InProgress)});
}

Result<int> DeploymentStore::count()
{
    const auto count = m_database.ask(u"SELECT count(*) FROM deployment"_s);
    return count ? Result<int>(count->toInt()) : tl::unexpected(count.error());
}

Result<int> DeploymentStore::retain(Instant from, int most)
{
    const auto done =
        m_database.run(u"DELETE FROM deployment WHERE started_at<? OR number IN "
                       "(SELECT number FROM deployment ORDER BY started_at DESC, number DESC LIMIT -1 OFFSET ?)"_s,
                       {millisecondsOf(from), most});
    return done ? Result<int>(done->numRowsAffected()) : tl::unexpected(done.error());
}

} // namespace lynceus
