#include "core/io/tasks/taskdatabase.h"

#include "core/io/readfile.h"
#include "core/io/store/database/storefolder.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kBusyTimeout = 1'000;   // ms that another program may hold SQLite's lock
constexpr Duration kTryAgain{1'000};  // after a failed connection, so that other callers do not wait too
constexpr int kConnectTimeout = 2;    // s, the minimum of libpq
constexpr int kAnswerTimeout = 5'000; // ms without an acknowledgement for sent data
// s without data from a server, until TCP keepalives check the connection.
constexpr int kSilence = 5;
// ms, PostgreSQL's limits: for a statement, for waiting for locks, and for an idle client that holds locks.
constexpr int kStatementTimeout = 5'000;
constexpr int kLockTimeout = 3'000;
constexpr int kIdleTimeout = 10'000;

/// SQLite error codes that may be temporary: busy, locked, full, input/output.
bool passes(const QString &code)
{
    const auto primary = code.toInt() & 0xff;
    return primary == 5 || primary == 6 || primary == 13 || primary == 10;
}

/// https://www.postgresql.org/docs/15/errcodes-appendix.html: connection, resources, operator, idle in a transaction,
/// read-only (a standby after a failover); without a code: from libpq.
bool endsConnection(const QString &state)
{
    return state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P"_L1) || state.startsWith("53"_L1)
        || state == "25P03"_L1 || state == "25006"_L1;
}

/// A suspended replica must not block the others, and a statement must not block its thread.
QStringList sharedSettings()
{
    return {u"SET client_min_messages TO warning"_s, // libpq writes notices to standard error
            u"SET statement_timeout TO %1"_s.arg(kStatementTimeout), u"SET lock_timeout TO %1"_s.arg(kLockTimeout),
            u"SET idle_in_transaction_session_timeout TO %1"_s.arg(kIdleTimeout)};
}

bool execute(QSqlQuery &query, const QString &statement, const QVariantList &values)
{
    if (values.isEmpty())
        return query.exec(statement); // PostgreSQL cannot prepare BEGIN and CREATE
    if (!query.prepare(statement))
        return false;
    for (const auto &value : values)
        // A null QString would become NULL.
        query.addBindValue(value.typeId() == QMetaType::QString && value.toString().isNull() ? QVariant(u""_s) : value);
    return query.exec();
}

} // namespace

TaskDatabase::TaskDatabase(DatabaseAddress address, const Clock &clock)
    : m_address(std::move(address))
    , m_clock(clock)
    , m_connection(u"tasks-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{ }

TaskDatabase::~TaskDatabase()
{
    close();
}

void TaskDatabase::close()
{
    m_isOpen = false;
    if (!QSqlDatabase::contains(m_connection))
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Error TaskDatabase::error(Error::Kind kind, const QString &what) const
{
    const auto name = shownAddress(m_address);
    return {kind, name, u"The database %1 %2"_s.arg(name, what), kind == Error::Kind::Unreachable, 0};
}

Error TaskDatabase::errorOf(const QSqlError &error) const
{
    const auto code = error.nativeErrorCode();
    const auto words = error.databaseText().trimmed().section(u'\n', 0, 0);
    const bool isTemporary = isShared() || passes(code);
    return this->error(isTemporary ? Error::Kind::Unreachable : Error::Kind::BadInput,
                       u"cannot be used: %1"_s.arg(words.isEmpty() ? error.driverText() : words));
}

Result<void> TaskDatabase::open()
{
    if (m_isOpen)
        return {};
    if (m_trouble && m_triedAt && m_clock.steady() - *m_triedAt < kTryAgain)
        return tl::unexpected(*m_trouble);
    auto opened = connect();
    m_trouble.reset();
    if (!opened) {
        m_trouble = opened.error();
        close();
    }
    m_triedAt = m_clock.steady();
    m_isOpen = opened.has_value();
    return opened;
}

Result<void> TaskDatabase::openExisting()
{
    m_isGuest = true;
    if (!isShared() && !QFileInfo::exists(m_address.file)) // opening it would create it
        return tl::unexpected(
            error(Error::Kind::BadInput, u"does not exist: start \"lynceus serve\" with it, which makes it"_s));
    return open();
}

Result<void> TaskDatabase::connect()
{
    const auto driver = isShared() ? u"QPSQL"_s : u"QSQLITE"_s;
    if (!QSqlDatabase::isDriverAvailable(driver))
        return tl::unexpected(error(Error::Kind::BadInput,
                                    u"needs Qt's driver %1: install the package %2"_s.arg(
                                        driver, isShared() ? u"libqt6sql6-psql"_s : u"libqt6sql6-sqlite"_s)));
    auto connection = QSqlDatabase::addDatabase(driver, m_connection);
    if (isShared()) {
        auto options = u"connect_timeout=%1;tcp_user_timeout=%2;keepalives_idle=%3;keepalives_interval=1;"
                       "keepalives_count=3;application_name=lynceus"_s.arg(kConnectTimeout)
                           .arg(kAnswerTimeout)
                           .arg(kSilence);
        if (!m_isGuest) // a standby rejects writes, and what it returns may be old
            options += u";target_session_attrs=read-write"_s;
        if (!m_address.sslMode.isEmpty())
            options += u";sslmode="_s + m_address.sslMode;
        connection.setConnectOptions(options);
        connection.setHostName(m_address.host);
        connection.setPort(m_address.port);
        connection.setDatabaseName(m_address.database);
        connection.setUserName(m_address.user);
        connection.setPassword(QString::fromUtf8(m_address.password.reveal()));
    } else {
        if (const auto problem = whyNoFile(m_address.file); !problem.isEmpty())
            return tl::unexpected(error(Error::Kind::BadInput, u"cannot be used: %1"_s.arg(problem)));
        if (auto made = makeFolderOf(m_address.file); !made)
            return made;
        connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusyTimeout));
        connection.setDatabaseName(m_address.file);
    }
    if (!connection.open())
        return tl::unexpected(errorOf(connection.lastError()));
    auto settings = isShared() ? sharedSettings() : QStringList{u"PRAGMA synchronous=FULL"_s};
    if (!isShared() && !m_isGuest)
        settings.prepend(u"PRAGMA journal_mode=WAL"_s);
    for (const auto &statement : settings) {
        QSqlQuery query(connection);
        if (!query.exec(statement))
            return tl::unexpected(errorOf(query.lastError()));
    }
    return {};
}

Result<QSqlQuery> TaskDatabase::run(const QString &statement, const QVariantList &values)
{
    const bool wasOpen = m_isOpen;
    auto done = tryOnce(statement, values);
    // Only the next statement notices that a server was restarted or became read-only. The earlier changes of a
    // transaction are lost.
    if (!done && wasOpen && !m_isOpen && !m_isInTransaction)
        return tryOnce(statement, values);
    return done;
}

Result<QSqlQuery> TaskDatabase::tryOnce(const QString &statement, const QVariantList &values)
{
    if (auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    auto text = statement;
    text.replace("%BYTES%"_L1, isShared() ? "BYTEA"_L1 : "BLOB"_L1);
    std::optional<QSqlError> failed;
    {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        query.setForwardOnly(true);
        if (execute(query, text, values))
            return query;
        failed = query.lastError();
    }
    if (isShared() && endsConnection(failed->nativeErrorCode()))
        close(); // only now, when none of its queries exist
    return tl::unexpected(errorOf(*failed));
}

Result<QVariant> TaskDatabase::ask(const QString &statement, const QVariantList &values)
{
    auto query = run(statement, values);
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0) : QVariant();
}

Result<Instant> TaskDatabase::now()
{
    if (!isShared())
        return m_clock.now();
    const auto now = ask(u"SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"_s);
    return now ? Result<Instant>(Instant(Duration(now->toLongLong()))) : tl::unexpected(now.error());
}

TaskTransaction::~TaskTransaction()
{
    if (!m_open)
        return;
    if (m_database.m_isOpen)
        std::ignore = m_database.run(u"ROLLBACK"_s);
    m_database.m_isInTransaction = false;
}

Result<void> TaskTransaction::begin()
{
    // IMMEDIATE: a writer waits here, before anything is changed.
    auto began = m_database.run(m_database.isShared() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s);
    if (!began)
        return tl::unexpected(began.error());
    m_open = m_database.m_isInTransaction = true;
    return {};
}

Result<void> TaskTransaction::commit()
{
    if (m_database.m_isWanted && !m_database.m_isWanted())
        return tl::unexpected(m_database.error(Error::Kind::Unreachable, u"did not answer in time"_s));
    auto committed = m_database.run(u"COMMIT"_s);
    if (!committed)
        return tl::unexpected(committed.error());
    m_open = m_database.m_isInTransaction = false;
    return {};
}

} // namespace lynceus
