#include "core/io/desktop/opener.h"

#include "tests/support/waiting.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

#ifdef Q_OS_LINUX

namespace {

/// Provides an xdg-open that records how it was called. While the object exists, PATH contains no other xdg-open.
class FakeOpener final
{
public:
    FakeOpener()
        : m_path(qgetenv("PATH"))
    {
        QFile script(m_folder.filePath(u"xdg-open"_s));
        EXPECT_TRUE(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\n{ echo \"$#\"; echo \"$1\"; /usr/bin/env; } > '" + outputFile().toLocal8Bit()
                     + ".new'\n/bin/mv '" + outputFile().toLocal8Bit() + ".new' '" + outputFile().toLocal8Bit()
                     + "'\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("PATH", m_folder.path().toLocal8Bit());
    }
    ~FakeOpener() { qputenv("PATH", m_path); }
    FakeOpener(const FakeOpener &) = delete;
    FakeOpener &operator=(const FakeOpener &) = delete;

    [[nodiscard]] QByteArray call() const
    {
        if (!test::waitUntil([this] { return QFile::exists(outputFile()); }))
            return "was not called";
        QFile file(outputFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString outputFile() const { return m_folder.filePath(u"said"_s); }

private:
    QTemporaryDir m_folder;
    QByteArray m_path;
};

} // namespace

TEST(Opener, PassesTheUrlWithoutTokens)
{
    const FakeOpener fake;
    qputenv("ARGOCD_AUTH_TOKEN", "not-for-browsers");
    qputenv("LYNCEUS_AUTH_TOKEN", "not-for-browsers");
    const auto opened =
        Opener().open(QUrl(u"https://argocd.example.org/applications/a?view=tree&x=%20$(id)"_s), u"raise-1"_s);
    qunsetenv("ARGOCD_AUTH_TOKEN");
    qunsetenv("LYNCEUS_AUTH_TOKEN");
    ASSERT_TRUE(opened) << opened.error().message.toStdString();
    const auto call = fake.call();
    EXPECT_TRUE(call.startsWith("1\nhttps://argocd.example.org/applications/a?view=tree&x=%20$(id)\n"))
        << call.toStdString();
    EXPECT_TRUE(call.contains("XDG_ACTIVATION_TOKEN=raise-1"));
    EXPECT_FALSE(call.contains("not-for-browsers"));
}

TEST(Opener, OpensOnlyWebPages)
{
    const FakeOpener fake;
    for (const auto &address : {u"file:///etc/passwd"_s, u"lynceus://watch"_s, u"--help"_s, u"https:///nohost"_s, u""_s,
                                u"javascript:alert(1)"_s}) {
        const auto opened = Opener().open(QUrl(address));
        ASSERT_FALSE(opened) << address.toStdString();
        EXPECT_EQ(opened.error().kind, Error::Kind::BadInput);
    }
    EXPECT_FALSE(QFile::exists(fake.outputFile()));
}

TEST(Opener, ReportsTheUrlWithoutAnOpener)
{
    const auto path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const auto opened = Opener().open(QUrl(u"https://argocd.example.org"_s));
    qputenv("PATH", path);
    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().message.contains(u"https://argocd.example.org"_s));
}

#endif

} // namespace lynceus
