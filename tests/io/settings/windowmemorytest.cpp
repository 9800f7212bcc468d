#include "core/io/settings/windowmemory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(WindowMemory, SurvivesARestart)
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"state/lynceus/window.json"_s);
    {
        WindowMemory memory(path);
        EXPECT_TRUE(memory.trouble().isEmpty());
        memory.setText(u"page"_s, u"applications"_s);
        memory.setTexts(u"pins"_s, {u"a"_s, u"b \"c\""_s});
        memory.setBytes(u"columns"_s, QByteArray("\0\xff\x01", 3));
        memory.setNumber(u"detail"_s, 320);
        EXPECT_TRUE(memory.save());
    }
    const WindowMemory memory(path);
    EXPECT_EQ(memory.text(u"page"_s), u"applications"_s);
    EXPECT_EQ(memory.texts(u"pins"_s), (QStringList{u"a"_s, u"b \"c\""_s}));
    EXPECT_EQ(memory.bytes(u"columns"_s), QByteArray("\0\xff\x01", 3));
    EXPECT_EQ(memory.number(u"detail"_s), 320);
    EXPECT_EQ(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

TEST(WindowMemory, ValuesOfAnotherTypeAreMissing)
{
    const QTemporaryDir folder;
    WindowMemory memory(folder.filePath(u"window.json"_s));
    memory.setNumber(u"n"_s, 1);
    EXPECT_EQ(memory.text(u"n"_s), QString());
    EXPECT_EQ(memory.texts(u"n"_s), QStringList());
    EXPECT_EQ(memory.bytes(u"n"_s), QByteArray());
    EXPECT_EQ(memory.number(u"other"_s), std::nullopt);
    memory.setText(u"t"_s, u"not base64!"_s);
    EXPECT_EQ(memory.bytes(u"t"_s), QByteArray());
}

TEST(WindowMemory, BrokenFileIsKeptAndTheWindowStarts)
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"window.json"_s);
    for (const QByteArray broken : {"{\"page\":", "[]", "\xff\xfe", ""}) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(broken);
        file.close();
        WindowMemory memory(path);
        EXPECT_TRUE(memory.trouble().contains(u"window.json.broken"_s));
        QFile kept(path + u".broken"_s);
        ASSERT_TRUE(kept.open(QIODevice::ReadOnly));
        EXPECT_EQ(kept.readAll(), broken);
        memory.setNumber(u"n"_s, 1);
        EXPECT_TRUE(memory.save());
        EXPECT_EQ(WindowMemory(path).number(u"n"_s), 1);
    }
}

TEST(WindowMemory, UnwritableFolderIsIgnored)
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"lynceus"_s));
    ASSERT_TRUE(inTheWay.open(QIODevice::WriteOnly));
    WindowMemory memory(folder.filePath(u"lynceus/window.json"_s));
    memory.setNumber(u"n"_s, 1);
    EXPECT_FALSE(memory.save());
}

TEST(WindowMemory, IsInTheStateFolder)
{
    const auto before = qgetenv("XDG_STATE_HOME");
    qputenv("XDG_STATE_HOME", "/somewhere");
    EXPECT_EQ(WindowMemory::standardFile(), u"/somewhere/lynceus/window.json"_s);
    qputenv("XDG_STATE_HOME", "not/absolute");
    EXPECT_EQ(WindowMemory::standardFile(), QDir::homePath() + u"/.local/state/lynceus/window.json"_s);
    before.isEmpty() ? qunsetenv("XDG_STATE_HOME") : qputenv("XDG_STATE_HOME", before);
}

} // namespace lynceus
