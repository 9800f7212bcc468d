#include "core/io/tasks/deploytokens.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kIdSize = 16;     // hexadecimal digits
constexpr qsizetype kSecretSize = 64; // hexadecimal digits: 256 bits
constexpr auto kBegin = "lynceus_";

QByteArray randomDigits(qsizetype count)
{
    constexpr int kDigitsPerWord = 8;
    constexpr int kHex = 16;
    QByteArray digits;
    while (digits.size() < count)
        digits += QByteArray::number(QRandomGenerator::system()->generate(), kHex).rightJustified(kDigitsPerWord, '0');
    return digits.first(count);
}

std::optional<Instant> instantFrom(const QVariant &milliseconds)
{
    return milliseconds.isNull() ? std::nullopt : std::optional(Instant(Duration(milliseconds.toLongLong())));
}

qint64 millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

} // namespace

std::optional<QString> deployTokenId(const QByteArray &token)
{
    static const QRegularExpression form(
        u"^%1([0-9a-f]{%2})_[0-9a-f]{%3}$"_s.arg(QLatin1StringView(kBegin)).arg(kIdSize).arg(kSecretSize));
    const auto match = form.match(QString::fromLatin1(token));
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

QByteArray deployTokenHash(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex();
}

bool isReservedTokenName(const QString &name)
{
    return name.compare(kJwtCaller, Qt::CaseInsensitive) == 0;
}

Result<void> checkTokenName(const QString &name)
{
    static const QRegularExpression form(u"^[A-Za-z0-9._-]{1,%1}$"_s.arg(kLongestTokenName));
    if (!form.match(name).hasMatch())
        return badInput(
            u"it is not a name; use 1 to %1 letters, digits, dots, hyphens and underscores"_s.arg(kLongestTokenName),
            name);
    if (isReservedTokenName(name))
        return badInput(u"tasks that a JWT registered have this name; use another name"_s, name);
    return {};
}

Result<Secret> DeployTokens::create(const QString &name)
{
    if (const auto checked = checkTokenName(name); !checked)
        return tl::unexpected(checked.error());
    const auto now = m_database.now();
    if (!now)
        return tl::unexpected(now.error());
    const auto id = randomDigits(kIdSize);
    auto token = kBegin + id + '_' + randomDigits(kSecretSize);
    // If two run at the same time, one inserts it.
    auto done = m_database.run(
        u"INSERT INTO deploy_token(name, id, hash, created) SELECT ?, ?, ?, ? "
        "WHERE NOT EXISTS (SELECT 1 FROM deploy_token WHERE name=?)"_s,
        {name, QString::fromLatin1(id), QString::fromLatin1(deployTokenHash(token)), millisecondsOf(*now), name});
    if (!done)
        return tl::unexpected(done.error());
    if (done->numRowsAffected() == 0)
        return badInput(u"there is or was a token of this name; use another name"_s, name);
    return Secret(std::move(token));
}

Result<bool> DeployTokens::revoke(const QString &name)
{
    const auto now = m_database.now();
    if (!now)
        return tl::unexpected(now.error());
    auto done = m_database.run(u"UPDATE deploy_token SET revoked=? WHERE name=? AND revoked IS NULL"_s,
                               {millisecondsOf(*now), name});
    return done ? Result<bool>(done->numRowsAffected() > 0) : tl::unexpected(done.error());
}

Result<std::vector<DeployToken>> DeployTokens::all()
{
    auto rows = m_database.run(
        u"SELECT name, hash, created, revoked, (SELECT count(*) FROM task WHERE task.token=deploy_token.name), "
        "(SELECT max(created) FROM task WHERE task.token=deploy_token.name) FROM deploy_token ORDER BY name"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<DeployToken> tokens;
    while (rows->next())
        tokens.push_back({rows->value(0).toString(), rows->value(1).toByteArray(),
                          instantFrom(rows->value(2)).value_or(Instant()), instantFrom(rows->value(3)),
                          rows->value(4).toLongLong(), instantFrom(rows->value(5))});
    return tokens;
}

Result<std::optional<DeployToken>> DeployTokens::find(const QString &id)
{
    auto row = m_database.run(u"SELECT name, hash, created FROM deploy_token WHERE id=? AND revoked IS NULL"_s, {id});
    if (!row)
        return tl::unexpected(row.error());
    if (!row->next())
        return std::nullopt;
    return DeployToken{
        row->value(0).toString(), row->value(1).toByteArray(), instantFrom(row->value(2)).value_or(Instant()), {}};
}

} // namespace lynceus
