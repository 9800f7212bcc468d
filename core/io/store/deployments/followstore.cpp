#include "core/io/store/deployments/followstore.h"

#include "core/io/log/categories.h"
#include "core/io/store/database/schema.h"
#include "core/io/store/encoding/cborvalues.h"
#include "core/io/store/encoding/codec.h"
#include "core/io/store/encoding/watchfields.h"

#include <QFileInfo>
#include <QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

template<>
struct LastOf<FollowRule::Notify>
{
    static constexpr auto kValue = FollowRule::Notify::Nothing;
};

template<>
struct Fields<FollowRule>
{
    using T = FollowRule;
    static constexpr auto kList =
        std::tuple{field("name", &T::name),        field("filter", &T::filter), field("deadline", &T::deadline),
                   field("bake", &T::bake),        field("notify", &T::notify), field("paused", &T::isPaused),
                   field("created", &T::createdAt)};
};

FollowStore::FollowStore(const QString &file)
    : m_database(file)
{ }

Result<std::unique_ptr<FollowStore>> FollowStore::open(const QString &file)
{
    std::unique_ptr<FollowStore> store(new FollowStore(file));
    if (auto opened = store->m_database.open(Database::Use::Write); !opened)
        return tl::unexpected(opened.error());
    if (auto checked = checkSchema(store->m_database); !checked)
        return tl::unexpected(checked.error());
    return store;
}

Result<std::unique_ptr<FollowStore>> FollowStore::openToRead(const QString &file)
{
    std::unique_ptr<FollowStore> store(new FollowStore(file));
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
        store.reset();
    return store;
}

Result<std::vector<FollowRule>> FollowStore::rules()
{
    auto rows = m_database.run(u"SELECT name, record FROM follow"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<FollowRule> rules;
    while (rows->next()) {
        const auto map = unpacked(rows->value(1).toByteArray());
        auto rule = map ? followRuleFrom(*map) : tl::unexpected(map.error());
        if (rule)
            rules.push_back(*std::move(rule));
        else
            qCInfo(logStore).noquote() << m_database.file() << "rule" << rows->value(0).toString()
                                       << rule.error().message;
    }
    if (rows->lastError().isValid())
        return tl::unexpected(m_database.error(Database::Trouble::Corrupt));
    std::ranges::sort(rules, {}, [](const FollowRule &rule) { return std::pair(rule.createdAt, rule.name); });
    return rules;
}

Result<void> FollowStore::save(const FollowRule &rule)
{
    Transaction transaction(m_database);
    if (auto began = transaction.begin(Transaction::Durability::Power); !began)
        return began;
    const auto done = m_database.run(u"INSERT INTO follow(name, record) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET "
                                     "record=excluded.record"_s,
                                     {rule.name, packed(toCbor(rule))});
    return done ? transaction.commit() : tl::unexpected(done.error());
}

Result<void> FollowStore::remove(const QString &name)
{
    Transaction transaction(m_database);
    if (auto began = transaction.begin(Transaction::Durability::Power); !began)
        return began;
    const auto done = m_database.run(u"DELETE FROM follow WHERE name=?"_s, {name});
    return done ? transaction.commit() : tl::unexpected(done.error());
}

QCborMap toCbor(const FollowRule &rule)
{
    return detail::write(rule).toMap();
}

Result<FollowRule> followRuleFrom(const QCborMap &map)
{
    FollowRule rule;
    if (!detail::readInto(map, rule))
        return tl::unexpected(Error{Error::Kind::Malformed, {}, u"a stored follow rule cannot be read"_s, false, 0});
    return rule;
}

} // namespace lynceus
