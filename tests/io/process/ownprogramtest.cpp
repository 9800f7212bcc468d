#include "core/io/process/ownprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

TEST(OwnProgram, IsStartedByTheServiceManagerIfThisProcessIsAService)
{
    const ProgramCall call{u"/usr/bin/lynceus"_s, {u"daemon"_s, u"--idle"_s, u"10m"_s}};
    QProcessEnvironment environment;
    EXPECT_EQ(outsideOfService(call, {}, environment, 42), call);
    environment.insert(u"SYSTEMD_EXEC_PID"_s, u"41"_s);
    EXPECT_EQ(outsideOfService(call, {}, environment, 42), call) << "the service is a terminal or a desktop session";
    environment.insert(u"SYSTEMD_EXEC_PID"_s, u"42"_s);
    EXPECT_EQ(outsideOfService(call, {}, environment, 42),
              (ProgramCall{u"systemd-run"_s,
                           {u"--user"_s, u"--collect"_s, u"--quiet"_s, u"--"_s, u"/usr/bin/lynceus"_s, u"daemon"_s,
                            u"--idle"_s, u"10m"_s}}));
    environment.insert(u"LYNCEUS_LOG"_s, u"debug"_s);
    const auto raised = outsideOfService({u"/usr/bin/lynceus"_s, {}}, u"a token"_s, environment, 42);
    EXPECT_EQ(raised.arguments,
              (QStringList{u"--user"_s, u"--collect"_s, u"--quiet"_s, u"--setenv=XDG_ACTIVATION_TOKEN=a token"_s,
                           u"--setenv=LYNCEUS_LOG=debug"_s, u"--"_s, u"/usr/bin/lynceus"_s}));
}

TEST(OwnProgram, IsFoundInItsOwnOrTheSiblingFolder)
{
    const QTemporaryDir root;
    ASSERT_TRUE(QDir(root.path()).mkpath(u"bin"_s) && QDir(root.path()).mkpath(u"libexec"_s));
    const auto bin = root.filePath(u"bin"_s);
    EXPECT_EQ(programIn(bin, u"libexec"_s, u"lynceus-window"_s), QString());
    QFile program(root.filePath(u"libexec/lynceus-window"_s));
    ASSERT_TRUE(program.open(QIODevice::WriteOnly));
    EXPECT_EQ(programIn(bin, u"libexec"_s, u"lynceus-window"_s), QString()) << "a file, but not executable";
    ASSERT_TRUE(program.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    EXPECT_EQ(programIn(bin, u"libexec"_s, u"lynceus-window"_s), program.fileName());
    QFile beside(root.filePath(u"bin/lynceus-window"_s));
    ASSERT_TRUE(beside.open(QIODevice::WriteOnly) && beside.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    EXPECT_EQ(programIn(bin, u"libexec"_s, u"lynceus-window"_s), beside.fileName()) << "a build folder";
}

} // namespace lynceus
