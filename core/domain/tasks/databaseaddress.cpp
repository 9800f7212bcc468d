#include "core/domain/tasks/databaseaddress.h"

#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

const QStringList &sslModes()
{
    static const QStringList all{u"disable"_s, u"allow"_s, u"prefer"_s, u"require"_s, u"verify-ca"_s, u"verify-full"_s};
    return all;
}

Result<DatabaseAddress> postgresAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.hasFragment())
        return badInput(u"it is not a valid URL; use postgres://USER@HOST/DATABASE"_s);
    DatabaseAddress address;
    address.kind = DatabaseAddress::Kind::Postgres;
    address.host = url.host();
    address.port = url.port();
    address.database = url.path(QUrl::FullyDecoded).mid(1);
    address.user = url.userName(QUrl::FullyDecoded);
    address.password = Secret(url.password(QUrl::FullyDecoded).toUtf8());
    const QUrlQuery query(url);
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (name == "sslmode"_L1 && sslModes().contains(value))
            address.sslMode = value;
        else if (name == "sslmode"_L1)
            return badInput(u"sslmode is not known; use one of %1"_s.arg(sslModes().join(u", "_s)));
        else if (name == "host"_L1)
            address.host = value;
        else
            return badInput(u"the parameter %1 is not supported; use sslmode or host"_s.arg(name));
    }
    if (address.database.isEmpty() || address.database.contains(u'/'))
        return badInput(u"the name of the database is missing; use postgres://USER@HOST/DATABASE"_s);
    if (address.host.contains(u'\'') || address.host.contains(u';') || address.database.contains(u'\''))
        return badInput(u"the host and the database cannot contain quotes or semicolons"_s);
    return address;
}

} // namespace

Result<DatabaseAddress> parseDatabaseAddress(const QString &text)
{
    if (text.startsWith("postgres://"_L1) || text.startsWith("postgresql://"_L1))
        return postgresAddress(text);
    const auto prefix = u"sqlite:"_s;
    if (!text.startsWith(prefix))
        return badInput(u"the kind of database is not known; use sqlite:FILE or postgres://USER@HOST/DATABASE"_s);
    DatabaseAddress address;
    address.file = text.mid(prefix.size());
    if (address.file.isEmpty() || address.file.startsWith("//"_L1) || address.file == ":memory:"_L1)
        return badInput(u"the name of the file is missing; use sqlite:FILE"_s);
    return address;
}

QString shownAddress(const DatabaseAddress &address)
{
    if (address.kind == DatabaseAddress::Kind::Sqlite)
        return u"sqlite:"_s + address.file;
    QUrl url;
    url.setScheme(u"postgres"_s);
    if (address.host.startsWith(u'/'))
        url.setQuery(u"host="_s + address.host);
    else
        url.setHost(address.host);
    url.setPort(address.port);
    url.setUserName(address.user);
    url.setPath(u'/' + address.database);
    return url.toString();
}

} // namespace lynceus
