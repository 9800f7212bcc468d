#include "tests/support/postgrescluster.h"

#include "core/io/clock.h"
#include "core/io/tasks/taskdatabase.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>

#include <csignal>
#include <pwd.h>
#include <unistd.h>
#include <utility>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

/// Debian's folder of initdb and postgres, which is not in PATH.
QString programFolder()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    const auto all = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const auto &version : all) {
        const auto folder = versions.filePath(version + u"/bin"_s);
        if (QFile::exists(folder + u"/initdb"_s))
            return folder;
    }
    return {};
}

} // namespace

PostgresCluster::PostgresCluster()
{
    QProcess initialisation;
    if (const auto *user = ::getuid() == 0 ? ::getpwnam("postgres") : nullptr) {
        EXPECT_EQ(::chown(QFile::encodeName(m_folder.path()).constData(), user->pw_uid, user->pw_gid), 0);
    }
    run(initialisation, u"initdb"_s,
        {u"-D"_s, m_folder.filePath(u"data"_s), u"-U"_s, u"lynceus"_s, u"-A"_s, u"trust"_s, u"-N"_s, u"-E"_s, u"UTF8"_s,
         u"--locale=C"_s});
    EXPECT_TRUE(waitUntil([&] { return initialisation.state() == QProcess::NotRunning; }, Duration{60'000}));
    EXPECT_EQ(initialisation.exitCode(), 0) << initialisation.readAllStandardError().toStdString();
}

PostgresCluster::~PostgresCluster()
{
    kill();
}

bool PostgresCluster::isInstalled()
{
    return !programFolder().isEmpty() && QSqlDatabase::isDriverAvailable(u"QPSQL"_s);
}

void PostgresCluster::run(QProcess &process, const QString &program, const QStringList &arguments) const
{
    const auto path = programFolder() + u'/' + program;
    process.setWorkingDirectory(m_folder.path());
    if (::getuid() == 0)
        process.start(u"setpriv"_s,
                      QStringList{u"--reuid=postgres"_s, u"--regid=postgres"_s, u"--clear-groups"_s, path} + arguments);
    else
        process.start(path, arguments);
}

DatabaseAddress PostgresCluster::address() const
{
    DatabaseAddress address;
    address.kind = DatabaseAddress::Kind::Postgres;
    address.host = m_folder.path();
    address.database = u"postgres"_s;
    address.user = u"lynceus"_s;
    return address;
}

bool PostgresCluster::start()
{
    run(m_server, u"postgres"_s,
        {u"-D"_s, m_folder.filePath(u"data"_s), u"-k"_s, m_folder.path(), u"-c"_s, u"listen_addresses="_s, u"-c"_s,
         u"fsync=off"_s});
    const SystemClock clock;
    const auto answers =
        waitUntil([&] { return TaskDatabase(address(), clock).ask(u"SELECT 1"_s).has_value(); }, Duration{60'000});
    EXPECT_TRUE(answers) << m_server.readAllStandardError().toStdString();
    return answers;
}

void PostgresCluster::freeze()
{
    const auto server = m_server.processId();
    m_frozen = {server}; // the parent process first, because it starts the others
    ::kill(static_cast<pid_t>(server), SIGSTOP);
    QFile children(u"/proc/%1/task/%1/children"_s.arg(server));
    ASSERT_TRUE(children.open(QIODevice::ReadOnly));
    for (const auto &child : children.readAll().simplified().split(' ')) {
        m_frozen += child.toLongLong();
        ASSERT_EQ(::kill(static_cast<pid_t>(m_frozen.back()), SIGSTOP), 0);
    }
}

void PostgresCluster::thaw()
{
    for (const auto process : std::exchange(m_frozen, {}))
        ::kill(static_cast<pid_t>(process), SIGCONT);
}

void PostgresCluster::kill()
{
    thaw();
    if (m_server.state() == QProcess::NotRunning)
        return;
    // SIGQUIT is an immediate shutdown: all its processes end as in a crash, and none is left behind.
    ::kill(static_cast<pid_t>(m_server.processId()), SIGQUIT);
    EXPECT_TRUE(waitUntil([this] { return m_server.state() == QProcess::NotRunning; }, Duration{60'000}));
}

} // namespace lynceus::test
