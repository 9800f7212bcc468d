#include "app/gui/newwatch/newwatchdialog.h"
#include "app/gui/shell/mainwindow.h"
#include "core/domain/model/applicationurl.h"
#include "core/io/desktop/desktopsettings.h"
#include "core/io/settings/windowmemory.h"
#include "tests/support/waiting.h"
#include "tests/support/windowscene.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

// Dropping something onto the window has the same effect as pasting it on the board.

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

/// A text, and the text that the field of New watch must then contain.
struct DroppedContent
{
    const char *name;
    QString text;
    QString inField;
};

class DropsTest : public testing::Test
{
protected:
    DropsTest()
    {
        window.show();
        window.activateWindow();
        scene.engine().start();
        EXPECT_TRUE(test::waitUntil([this] { return window.isActiveWindow(); }));
    }

    /// Drops data as from another program. Returns whether it was accepted.
    bool drop(QWidget &target, const QMimeData &data) const
    {
        const QPoint middle = target.rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
        enter.ignore();
        QApplication::sendEvent(&target, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event(middle, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&target, &event);
        EXPECT_EQ(event.dropAction(), Qt::CopyAction) << "a move would delete a file";
        return event.isAccepted();
    }
    bool dropText(QWidget &target, const QString &text) const
    {
        QMimeData data;
        data.setText(text);
        return drop(target, data);
    }
    bool dropFile(const QString &name, const QByteArray &content)
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        return dropUrl(QUrl::fromLocalFile(file.fileName()));
    }
    bool dropUrl(const QUrl &url)
    {
        QMimeData data;
        data.setUrls({url});
        return drop(window, data);
    }
    [[nodiscard]] NewWatchDialog *dialog() const
    {
        const auto all = window.findChildren<NewWatchDialog *>();
        return all.isEmpty() ? nullptr : all.last();
    }
    /// The text in the field of New watch; empty if the dialog did not open. Closes the dialog.
    [[nodiscard]] QString inField() const
    {
        auto *opened = dialog();
        if (!opened)
            return {};
        const auto text = opened->field().text();
        opened->reject();
        test::drainEvents();
        EXPECT_EQ(dialog(), nullptr);
        return text;
    }
    [[nodiscard]] bool says(const QString &part) const
    {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    }
    [[nodiscard]] QUrl page(const QString &name)
    {
        const auto &staging = scene.engine().state().instance(u"staging"_s)->instance;
        return applicationUrl(staging.baseUrl, {staging.id, u"argocd"_s, name});
    }
    [[nodiscard]] std::vector<DroppedContent> all()
    {
        return {
            {"an image", u"ghcr.io/acme/shop-web:1.5.0\n"_s, u"ghcr.io/acme/shop-web:1.5.0"_s},
            {"docker push",
             u"The push refers to repository [ghcr.io/acme/shop-web]\n5f70bf18a086: Pushed\n1.5.0: digest: sha256:"_s
                 + QString(64, u'a') + u" size: 1570\n"_s,
             u"ghcr.io/acme/shop-web:1.5.0"_s},
            {"a link", u"lynceus://watch?image=ghcr.io/acme/shop-web:1.5.0"_s, u"ghcr.io/acme/shop-web:1.5.0"_s},
            {"an application's page", page(u"shop-cart"_s).toString(), u"ghcr.io/acme/shop-cart:"_s},
        };
    }

    QTemporaryDir folder;
    test::WindowScene scene;
    DesktopSettings desktop;
    WindowMemory memory{folder.filePath(u"window.json"_s)};
    MainWindow window{WindowParameters{scene.engine(), scene.clock(), memory, desktop, u"ada"_s}};
};

} // namespace

TEST_F(DropsTest, TextAndLinksAreTreatedLikePastedOnes)
{
    for (const auto &[name, text, wanted] : all()) {
        QGuiApplication::clipboard()->setText(text);
        window.activateWindow();
        ASSERT_TRUE(test::waitUntil([this] { return window.isActiveWindow(); }));
        QTest::keySequence(&window, Qt::CTRL | Qt::Key_1);
        QTest::keySequence(QApplication::focusWidget(), QKeySequence::Paste);
        EXPECT_EQ(inField(), wanted) << name << ", pasted";
        for (const auto page : {MainWindow::Page::Releases, MainWindow::Page::Instances}) {
            window.showPage(page);
            EXPECT_TRUE(dropText(window, text)) << name;
            EXPECT_EQ(inField(), wanted) << name << ", dropped";
        }
    }
    QGuiApplication::clipboard()->clear();
}

TEST_F(DropsTest, BrowserAddressOpensTheApplication)
{
    EXPECT_TRUE(dropUrl(page(u"shop-cart"_s)));
    EXPECT_EQ(inField(), u"ghcr.io/acme/shop-cart:"_s);
    EXPECT_TRUE(dropUrl(QUrl(u"lynceus://watch?image=ghcr.io/acme/shop-web:1.5.0"_s)));
    EXPECT_EQ(inField(), u"ghcr.io/acme/shop-web:1.5.0"_s);
}

TEST_F(DropsTest, TextFileIsRead)
{
    EXPECT_TRUE(dropFile(u"push.log"_s, "#12 pushing manifest\nSuccessfully pushed ghcr.io/acme/shop-web:1.5.0\n"));
    EXPECT_EQ(inField(), u"ghcr.io/acme/shop-web:1.5.0"_s);
    EXPECT_TRUE(dropFile(u"picture.png"_s, QByteArray("\x89PNG\r\n\x1a\n\0\0", 10)));
    EXPECT_EQ(inField(), QString());
    EXPECT_TRUE(says(u"“picture.png” contains no text"_s));
}

/// The logs are longer than the parts that are read of a clipboard and of a file.
TEST_F(DropsTest, PushedImageIsFoundAtTheEndOfALongLog)
{
    for (const int lines : {400, 8'000}) {
        QByteArray log("FROM docker.io/library/node:18\n");
        for (int line = 0; line < lines; ++line)
            log += "Schritt " + QByteArray::number(line) + ": übersetzt\n";
        log += "The push refers to repository [ghcr.io/acme/shop-web]\n1.5.0: digest: sha256:" + QByteArray(64, 'a')
            + " size: 1234\n";
        ASSERT_TRUE(dropFile(u"build.log"_s, log));
        EXPECT_EQ(inField(), u"ghcr.io/acme/shop-web:1.5.0"_s) << lines;
    }
}

TEST_F(DropsTest, FirstLineCountsInTextWithoutAnImage)
{
    ASSERT_TRUE(dropText(window, u"shop-web\nis what we deploy today\n"_s));
    EXPECT_EQ(inField(), u"shop-web"_s);
}

TEST_F(DropsTest, FolderIsRejected)
{
    EXPECT_TRUE(dropUrl(QUrl::fromLocalFile(folder.path())));
    EXPECT_EQ(inField(), QString());
    EXPECT_TRUE(says(u"cannot be read"_s));
}

TEST_F(DropsTest, InvalidLinkIsRejectedWithAReason)
{
    EXPECT_TRUE(dropText(window, u"lynceus://watch?image=ghcr.io/acme/shop-web:1.5.0&cluster=x"_s));
    EXPECT_EQ(inField(), QString());
    EXPECT_TRUE(says(u"the link is invalid"_s));
}

TEST_F(DropsTest, OtherDataIsRejected)
{
    QMimeData data;
    data.setData(u"application/x-colour"_s, "blue");
    EXPECT_FALSE(drop(window, data));
    EXPECT_EQ(inField(), QString());
}

TEST_F(DropsTest, DropOnNewWatchReplacesItsContent)
{
    window.newWatch(u"ghcr.io/acme/shop-web:1.4.0"_s);
    ASSERT_NE(dialog(), nullptr);
    for (const auto &[name, text, wanted] : all()) {
        EXPECT_TRUE(dropText(dialog()->field(), text)) << name;
        EXPECT_EQ(dialog()->field().text(), wanted) << name;
    }
    EXPECT_TRUE(dropText(*dialog(), u"ghcr.io/acme/shop-web:1.6.0"_s));
    EXPECT_EQ(inField(), u"ghcr.io/acme/shop-web:1.6.0"_s);
}

} // namespace lynceus
