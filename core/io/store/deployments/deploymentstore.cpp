#include "core/io/store/deployments/deploymentstore.h"

#include "core/io/log/categories.h"
#include "core/io/store/cborvalues.h"
#include "core/io/store/codec.h"
#include "core/io/store/deployments/deploymentfields.h"
#include "core/io/store/schema.h"

#include <QFileInfo>
#include <QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostMessage = 160; // characters of a commit's first line: the rest is in git
constexpr qsizetype kRevision = 12;     // characters that a search looks at: enough to tell commits apart

qint64 millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

/// What a search for text looks in.
QString searchText(const Deployment &deployment)
{
    QStringList words{deployment.application.name, deployment.project, deployment.actor.name};
    for (const auto &change : deployment.images)
        words << change.repository << change.from << change.to;
    words << deployment.chartFrom << deployment.chartTo;
    for (const auto &revision : deployment.revisionsTo)
        words << revision.left(kRevision);
    if (deployment.commit)
        words << deployment.commit->author << deployment.commit->message;
    words.removeAll(QString());
    words.removeDuplicates();
    return words.join(u'\n').toCaseFolded();
}

/// A text that is sought; a whole commit id as far as it is stored.
QString soughtText(const QString &text)
{
    const auto folded = text.toCaseFolded();
    const bool isCommit = folded.size() > kRevision && std::ranges::all_of(folded, [](QChar digit) {
                              return (digit >= u'0' && digit <= u'9') || (digit >= u'a' && digit <= u'f');
                          });
    return isCommit ? folded.left(kRevision) : folded;
}

/// What the row does not have in columns of its own.
Deployment recordOf(Deployment deployment)
{
    deployment.application = {};
    deployment.startedAt = {};
    if (deployment.commit)
        deployment.commit->message = deployment.commit->message.section(u'\n', 0, 0).left(kMostMessage);
    return deployment;
}

Result<Deployment> deploymentFrom(const QSqlQuery &row)
{
    const auto map = unpacked(row.value(0).toByteArray());
    if (!map)
        return tl::unexpected(map.error());
    Deployment deployment;
    if (!detail::readInto(*map, deployment))
        return tl::unexpected(Error{Error::Kind::Malformed, {}, u"a stored deployment cannot be read"_s, false, 0});
    deployment.application = {row.value(2).toString(), row.value(3).toString(), row.value(4).toString()};
    deployment.startedAt = Instant{Duration{row.value(5).toLongLong()}};
    return deployment;
}

template<typename E>
void addChoice(QString &where, QVariantList &values, const QString &column, const std::vector<E> &choices)
{
    if (choices.empty())
        return;
    QStringList places;
    for (const auto choice : choices) {
        places += u"?"_s;
        values += nameOf(choice);
    }
    where += u" AND %1 IN (%2)"_s.arg(column, places.join(u','));
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
    if (file == ":memory:"_L1) { // a database of its own
        if (auto migrated = migrate(store->m_database); !migrated)
            return tl::unexpected(migrated.error());
    }
    if (auto checked = checkSchema(store->m_database); !checked)
        return tl::unexpected(checked.error());
    return store;
}

Result<std::unique_ptr<DeploymentStore>> DeploymentStore::openToRead(const QString &file)
{
    std::unique_ptr<DeploymentStore> store;
    if (!QFileInfo::exists(file))
        return store;
    store.reset(new DeploymentStore(file));
    auto ready = store->m_database.open(Database::Use::ReadOnly);
    if (ready)
        ready = checkSchema(store->m_database);
    const auto trouble = store->m_database.trouble();
    if (!ready && (trouble == Database::Trouble::Absent || trouble == Database::Trouble::ReadOnly)) {
        // The index of the write-ahead log cannot be made beside it: then nobody writes either.
        ready = store->m_database.open(Database::Use::Immutable);
        if (ready)
            ready = checkSchema(store->m_database);
    }
    if (!ready)
        return tl::unexpected(ready.error());
    const auto version = store->m_database.ask(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() < kFirstWithDeployments)
        store.reset();
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
    const auto done = m_database.run(
        u"INSERT INTO deployment(instance, namespace, application, started_at, outcome, actor, proof, words, record) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(instance, namespace, application, started_at) DO UPDATE SET "
        "outcome=excluded.outcome, actor=excluded.actor, proof=excluded.proof, words=excluded.words, "
        "record=excluded.record WHERE (excluded.proof<>'reconstructed' OR deployment.proof='reconstructed') "
        "AND (deployment.proof<>'watched' OR excluded.proof='watched')"_s,
        {application.instance, application.nameSpace, application.name, millisecondsOf(deployment.startedAt),
         nameOf(deployment.outcome), nameOf(deployment.actor.kind), nameOf(deployment.proof), searchText(deployment),
         packed(detail::write(recordOf(deployment)).toMap())});
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<std::vector<Deployment>> DeploymentStore::read(const QString &where, const QVariantList &values)
{
    auto rows = m_database.run(
        u"SELECT record, number, instance, namespace, application, started_at FROM deployment "_s + where, values);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Deployment> deployments;
    while (rows->next()) {
        if (auto deployment = deploymentFrom(*rows)) {
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
    QString where = u"WHERE 1"_s;
    QVariantList values;
    const auto add = [&](const QString &condition, const QVariant &value) {
        where += u" AND "_s + condition;
        values += value;
    };
    if (!query.text.isEmpty())
        add(u"instr(words, ?) > 0"_s, soughtText(query.text));
    if (!query.instance.isEmpty())
        add(u"instance=?"_s, query.instance);
    if (!query.application.isEmpty())
        add(u"application=?"_s, query.application);
    if (query.from)
        add(u"started_at>=?"_s, millisecondsOf(*query.from));
    if (query.until)
        add(u"started_at<?"_s, millisecondsOf(*query.until));
    addChoice(where, values, u"outcome"_s, query.outcomes);
    addChoice(where, values, u"actor"_s, query.actors);
    addChoice(where, values, u"proof"_s, query.proofs);
    values += query.limit;
    return read(where + u" ORDER BY started_at DESC, number DESC LIMIT ?"_s, values);
}

Result<std::optional<Deployment>> DeploymentStore::deployment(const ApplicationKey &application, Instant startedAt)
{
    auto found = read(u"WHERE instance=? AND namespace=? AND application=? AND started_at=?"_s,
                      {application.instance, application.nameSpace, application.name, millisecondsOf(startedAt)});
    if (!found)
        return tl::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<Deployment>> DeploymentStore::open()
{
    return read(u"WHERE outcome=? ORDER BY started_at"_s, {nameOf(Deployment::Outcome::InProgress)});
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
