#include "core/io/readfile.h"

#include "core/io/settings/instancesfile.h"
#include "core/io/settings/preferencesfile.h"
#include "core/io/settings/windowmemory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

TEST(ReadFile, ReadsOnlyRegularFilesUpToTheLimit)
{
    const QTemporaryDir folder;
    const auto name = folder.filePath(u"file"_s);
    EXPECT_EQ(readFile(name, 10).error().kind, Error::Kind::NotFound);
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("0123456789");
    file.close();
    EXPECT_EQ(readFile(name, 10).value(), "0123456789");
    EXPECT_EQ(readFile(name, 9).error().kind, Error::Kind::BadInput);
    ASSERT_TRUE(QFile::resize(name, 1LL << 33)); // sparse, and too large to read into memory
    EXPECT_TRUE(readFile(name, 1024 * 1024).error().message.contains(u"1 MiB"_s));
    EXPECT_TRUE(whyNoFile(name).isEmpty());

    EXPECT_TRUE(readFile(folder.path(), 10).error().message.contains(u"a folder"_s));
    const auto pipe = folder.filePath(u"pipe"_s);
    ASSERT_EQ(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    EXPECT_TRUE(readFile(pipe, 10).error().message.contains(u"a named pipe"_s)) << "without waiting for a writer";
    EXPECT_TRUE(readFile(u"/dev/zero"_s, 10).error().message.contains(u"a device"_s));
    EXPECT_EQ(whyNoFile(pipe), pipe + u" is a named pipe, not a file"_s);
}

TEST(ReadFile, PipeInPlaceOfSettingsDoesNotBlock)
{
    const QTemporaryDir folder;
    const auto pipe = [&](const QString &name) {
        const auto path = folder.filePath(name);
        EXPECT_EQ(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        return path;
    };
    const auto instances = InstancesFile(pipe(u"instances.json"_s)).read();
    ASSERT_FALSE(instances);
    EXPECT_TRUE(instances.error().message.contains(u"a named pipe"_s)) << instances.error().message.toStdString();
    const auto preferences = pipe(u"preferences.json"_s);
    EXPECT_TRUE(PreferencesFile(preferences).read().contains(u"a named pipe"_s));
    EXPECT_EQ(storedPreferences(preferences), Preferences());
    const WindowMemory memory(pipe(u"window.json"_s));
    EXPECT_FALSE(memory.trouble().isEmpty());
}

} // namespace lynceus
