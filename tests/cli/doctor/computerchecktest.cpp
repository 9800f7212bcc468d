#include "app/cli/doctor/computerchecks.h"
#include "app/cli/doctor/keychaincheck.h"
#include "core/io/settings/instancesfile.h"
#include "core/io/store/watchstore.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace test;
using State = Finding::State;

namespace {

Finding checked(FakeKeychain &keychain, bool isNeeded)
{
    KeychainCheck check(keychain, isNeeded);
    std::optional<Finding> found;
    QObject::connect(&check, &KeychainCheck::done, &check, [&found](const Finding &finding) { found = finding; });
    check.start();
    EXPECT_TRUE(waitUntil([&found] { return found.has_value(); }));
    return found.value_or(Finding());
}

/// A keychain that does not keep what is written to it.
class LossyKeychain final : public QObject, public Keychain
{
public:
    void read(const QString &, QObject *, Answer<std::optional<Secret>> answer) override { answer(std::nullopt); }
    void write(const QString &, Secret, QObject *, Answer<void> answer) override { answer({}); }
    void remove(const QString &, QObject *, Answer<void> answer) override { answer({}); }
};

TEST(DoctorsKeychain, WritesAndDeletesATestEntry)
{
    FakeKeychain keychain;
    EXPECT_EQ(checked(keychain, true).state, State::Ok);
    EXPECT_EQ(keychain.writes, 1);
    EXPECT_EQ(keychain.reads, 1);
    EXPECT_TRUE(keychain.entries.isEmpty());
}

TEST(DoctorsKeychain, ReportsALockedKeychainIfNeeded)
{
    FakeKeychain keychain;
    keychain.writeProblem = KeychainProblem{KeychainProblem::Kind::Locked, u"the keychain is locked"_s};
    const auto bad = checked(keychain, true);
    EXPECT_EQ(bad.state, State::Bad);
    EXPECT_EQ(bad.sentence, u"the keychain is locked"_s);
    EXPECT_EQ(bad.kind, Error::Kind::SignInNeeded);
    EXPECT_EQ(checked(keychain, false).state, State::Warning) << "no instance needs sign-in";
}

TEST(DoctorsKeychain, UnreadableKeychainIsNotChanged)
{
    FakeKeychain keychain;
    keychain.readProblem = KeychainProblem{KeychainProblem::Kind::Denied, u"the keychain denied access"_s};
    EXPECT_EQ(checked(keychain, true).sentence, u"the keychain denied access"_s);
    EXPECT_TRUE(keychain.entries.isEmpty());
}

TEST(DoctorsKeychain, ReportsAKeychainThatLosesEntries)
{
    LossyKeychain keychain;
    KeychainCheck check(keychain, true);
    Finding found;
    QObject::connect(&check, &KeychainCheck::done, &check, [&found](const Finding &finding) { found = finding; });
    check.start();
    EXPECT_EQ(found.state, State::Bad);
    EXPECT_TRUE(found.sentence.contains(u"cannot be read back"_s));
}

TEST(DoctorsPort, IsFreeOrNamesItsUser)
{
    QTcpServer other;
    ASSERT_TRUE(other.listen(QHostAddress(QHostAddress::LocalHost)));
    const auto port = other.serverPort();
    const auto taken = checkedPort(port);
    EXPECT_EQ(taken.state, State::Warning);
    EXPECT_TRUE(taken.sentence.contains(QString::number(port)));
#ifdef Q_OS_LINUX
    EXPECT_TRUE(taken.sentence.contains(QString::number(QCoreApplication::applicationPid())))
        << "the message names the process";
#endif
    other.close();
    EXPECT_EQ(checkedPort(port).state, State::Ok);
    EXPECT_EQ(checkedPort(port).state, State::Ok) << "the port is free again";
}

TEST(DoctorsBrowser, NeedsAnOpenerAndADisplay)
{
    EXPECT_EQ(judgedBrowser(u"/usr/bin/xdg-open"_s, {}).state, State::Ok);
    EXPECT_EQ(judgedBrowser({}, {}).state, State::Warning);
    EXPECT_TRUE(judgedBrowser({}, {}).sentence.contains(u"xdg-utils"_s));
    const auto blind = judgedBrowser(u"/usr/bin/xdg-open"_s, u"there is no display"_s);
    EXPECT_EQ(blind.state, State::Warning);
    EXPECT_TRUE(blind.remedy.contains(u"--no-browser"_s));
}

TEST(DoctorsPackages, ReportEachMissingPackage)
{
    const auto complete = judgedPackages({});
    ASSERT_EQ(complete.size(), 1U);
    EXPECT_EQ(complete[0].state, State::Ok);
    const auto findings = judgedPackages({RuntimePackage::SqliteDriver, RuntimePackage::WaylandPlugin});
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].state, State::Bad) << "nothing can be stored";
    EXPECT_EQ(findings[0].kind, Error::Kind::BadInput);
    EXPECT_EQ(findings[1].state, State::Warning);
    EXPECT_TRUE(findings[1].sentence.contains(u"qt6-wayland"_s));
}

TEST(DoctorsDesktop, ReportsMissingServices)
{
    for (const auto &finding : judgedDesktop({}))
        EXPECT_EQ(finding.sentence, u"no D-Bus session bus is available"_s);
    const auto half = judgedDesktop({true, {u"org.freedesktop.Notifications"_s}});
    ASSERT_EQ(half.size(), 2U);
    EXPECT_EQ(half[0].state, State::Ok);
    EXPECT_EQ(half[1].state, State::Warning);
    EXPECT_TRUE(half[1].remedy.contains(u"no action needed"_s));
}

class DoctorsFiles : public ::testing::Test
{
protected:
    [[nodiscard]] PersonsFiles files(const QString &folder) const
    {
        return {folder + u"/instances.json"_s, folder + u"/preferences.json"_s, folder + u"/store.db"_s,
                folder + u"/state/lynceus.log"_s};
    }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QTemporaryDir m_folder;
};

TEST_F(DoctorsFiles, MissingFilesAreOkAndNothingIsCreated)
{
    const auto findings = checkedFiles(files(m_folder.path()));
    ASSERT_EQ(findings.size(), 4U);
    for (const auto &finding : findings)
        EXPECT_EQ(finding.state, State::Ok) << finding.sentence.toStdString();
    EXPECT_TRUE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
}

TEST_F(DoctorsFiles, ReportBrokenFiles)
{
    put(u"instances.json"_s, "{broken");
    put(u"preferences.json"_s, "[]");
    put(u"store.db"_s, "no database, and long enough to be looked at");
    const auto findings = checkedFiles(files(m_folder.path()));
    EXPECT_EQ(findings[0].state, State::Warning) << "the start continues without instances";
    EXPECT_TRUE(findings[0].sentence.contains(u"instances.json"_s));
    EXPECT_TRUE(QFile::exists(m_folder.filePath(u"instances.json"_s))) << "reading changes nothing";
    EXPECT_EQ(findings[1].state, State::Warning);
    EXPECT_EQ(findings[2].state, State::Bad);
    EXPECT_TRUE(findings[2].sentence.contains(u"store.db"_s)) << findings[2].sentence.toStdString();
    EXPECT_EQ(findings[3].state, State::Ok);
}

TEST_F(DoctorsFiles, CountUnreadableRecords)
{
    const auto file = files(m_folder.path()).store;
    {
        const auto store = WatchStore::open(file, Instant());
        ASSERT_TRUE(store);
        StoredWatch watch;
        watch.record.id = u"w1"_s;
        ASSERT_TRUE(store->store->write({watch}, WatchStore::Durability::Power));
        Database database(file);
        ASSERT_TRUE(database.open(Database::Use::Write));
        ASSERT_TRUE(database.run(u"UPDATE watch SET record=x'00'"_s));
    }
    const auto finding = checkedFiles(files(m_folder.path()))[2];
    EXPECT_EQ(finding.state, State::Warning);
    EXPECT_TRUE(finding.sentence.startsWith(u"1 watch in "_s)) << finding.sentence.toStdString();
    EXPECT_FALSE(finding.remedy.isEmpty());
}

TEST_F(DoctorsFiles, ReportAnAccessibleRuntimeFolder)
{
    const auto folder = m_folder.filePath(u"run"_s);
    EXPECT_EQ(checkedRuntimeFolder({folder, {}}).state, State::Ok) << "the folder is created on demand";
    ASSERT_TRUE(QDir().mkpath(folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther);
    const auto open = checkedRuntimeFolder({folder, {}});
    EXPECT_EQ(open.state, State::Bad);
    EXPECT_FALSE(open.remedy.isEmpty());
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    EXPECT_EQ(checkedRuntimeFolder({folder, {}}).state, State::Ok);
    const auto unused = checkedRuntimeFolder({folder, u"XDG_RUNTIME_DIR is not used: it is root's"_s});
    EXPECT_EQ(unused.state, State::Warning);
    EXPECT_EQ(unused.sentence, u"XDG_RUNTIME_DIR is not used: it is root's"_s);
}

TEST_F(DoctorsFiles, ReportUnwritableFolders)
{
    put(u"no-folder"_s, "x"); // root can write everywhere, but not below a file
    for (const auto &finding : checkedFiles(files(m_folder.filePath(u"no-folder"_s)))) {
        EXPECT_EQ(finding.state, State::Bad) << finding.check.toStdString();
        EXPECT_EQ(finding.kind, Error::Kind::BadInput);
        EXPECT_FALSE(finding.remedy.isEmpty());
    }
}

} // namespace

} // namespace lynceus
