#include "core/io/tasks/outbox.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kKey = "task=? AND hook=? AND event=?"_L1;

qint64 millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

QVariantList keyOf(const OutboxMessage &message)
{
    return {message.task, message.hook, static_cast<int>(message.event)};
}

} // namespace

Result<void> Outbox::put(const std::vector<OutboxMessage> &messages)
{
    if (messages.empty())
        return {};
    const auto now = m_database.now();
    if (!now)
        return tl::unexpected(now.error());
    for (const auto &message : messages) {
        auto done = m_database.run(
            u"INSERT INTO outbox(task, hook, event, body, state, created, due, tries, first_try, owner, lease_until) "
            "VALUES(?, ?, ?, ?, 'pending', ?, 0, 0, 0, '', 0) ON CONFLICT DO NOTHING"_s,
            keyOf(message) + QVariantList{message.body, millisecondsOf(*now)});
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<std::vector<DueMessage>> Outbox::take(const QString &hook, const QString &owner, Duration lease, int most)
{
    const auto now = m_database.now();
    if (!now)
        return tl::unexpected(now.error());
    const auto time = millisecondsOf(*now);
    std::vector<DueMessage> found;
    {
        auto rows = m_database.run(
            u"SELECT task, event, body, tries, first_try FROM outbox WHERE hook=? AND state='pending' AND due<=? AND "
            "lease_until<? AND NOT EXISTS (SELECT 1 FROM outbox earlier WHERE earlier.task=outbox.task AND "
            "earlier.hook=outbox.hook AND earlier.state='pending' AND earlier.event<outbox.event) "
            "ORDER BY created, task LIMIT %1"_s.arg(most),
            {hook, time, time});
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next()) {
            DueMessage due{{rows->value(0).toString(), hook, static_cast<TaskEvent>(rows->value(1).toInt()),
                            rows->value(2).toByteArray()},
                           rows->value(3).toInt(),
                           std::nullopt};
            if (const auto first = rows->value(4).toLongLong(); first > 0)
                due.firstTry = Instant(Duration(first));
            found.push_back(std::move(due));
        }
        if (rows->lastError().isValid())
            return tl::unexpected(m_database.error(Error::Kind::Unreachable, u"did not answer completely"_s));
    }
    std::vector<DueMessage> ours;
    for (auto &due : found) {
        if (!due.firstTry)
            due.firstTry = *now;
        // If several see it at the same time, one changes it.
        auto done = m_database.run(u"UPDATE outbox SET owner=?, lease_until=?, first_try=? WHERE %1 AND "
                                   "state='pending' AND lease_until<?"_s.arg(kKey),
                                   QVariantList{owner, millisecondsOf(*now + lease), millisecondsOf(*due.firstTry)}
                                       + keyOf(due.message) + QVariantList{time});
        if (!done)
            return tl::unexpected(done.error());
        if (done->numRowsAffected() > 0)
            ours.push_back(std::move(due));
    }
    return ours;
}

Result<void> Outbox::mark(const OutboxMessage &message, const QString &state)
{
    auto done = m_database.run(
        u"UPDATE outbox SET state=?, owner='', lease_until=0, body=? WHERE %1 AND state='pending'"_s.arg(kKey),
        QVariantList{state, QByteArray("")} + keyOf(message));
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<void> Outbox::setSent(const OutboxMessage &message)
{
    return mark(message, u"sent"_s);
}

Result<void> Outbox::setDead(const OutboxMessage &message)
{
    return mark(message, u"dead"_s);
}

Result<void> Outbox::setFailed(const OutboxMessage &message, Duration delay)
{
    const auto now = m_database.now();
    if (!now)
        return tl::unexpected(now.error());
    auto done = m_database.run(
        u"UPDATE outbox SET due=?, tries=tries+1, owner='', lease_until=0 WHERE %1 AND state='pending'"_s.arg(kKey),
        QVariantList{millisecondsOf(*now + delay)} + keyOf(message));
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<void> Outbox::release(const QString &owner)
{
    auto done =
        m_database.run(u"UPDATE outbox SET owner='', lease_until=0 WHERE owner=? AND state='pending'"_s, {owner});
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<OutboxCounts> Outbox::counts(const QString &hook)
{
    OutboxCounts counts;
    for (auto [state, count] : {std::pair{u"pending"_s, &counts.pending}, std::pair{u"dead"_s, &counts.dead}}) {
        const auto found = m_database.ask(u"SELECT count(*) FROM outbox WHERE hook=? AND state=?"_s, {hook, state});
        if (!found)
            return tl::unexpected(found.error());
        *count = found->toLongLong();
    }
    return counts;
}

Result<Duration> Outbox::age(const DueMessage &due)
{
    const auto now = m_database.now();
    if (!now)
        return tl::unexpected(now.error());
    return due.firstTry ? *now - *due.firstTry : Duration{0};
}

Result<void> Outbox::retain(Duration age)
{
    const auto now = m_database.now();
    if (!now)
        return tl::unexpected(now.error());
    auto done = m_database.run(u"DELETE FROM outbox WHERE created<?"_s, {millisecondsOf(*now - age)});
    return done ? Result<void>() : tl::unexpected(done.error());
}

} // namespace lynceus
