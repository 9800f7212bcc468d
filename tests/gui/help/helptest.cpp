#include "app/gui/help/about.h"
#include "app/gui/help/diagnosticsdialog.h"
#include "app/gui/help/helpwindow.h"
#include "tests/support/waiting.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBrowser>

#include <memory>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

/// A program that prints @p text as `lynceus doctor` would.
ProgramCall programThatPrints(const QTemporaryDir &folder, const QByteArray &text)
{
    QFile file(folder.filePath(u"doctor"_s));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return {u"/bin/cat"_s, {file.fileName()}};
}

} // namespace

TEST(Help, EachTopicExistsAndItsLinksResolve)
{
    HelpWindow window;
    auto *topics = window.findChild<QListWidget *>();
    auto *page = window.findChild<QTextBrowser *>();
    QStringList seen;
    for (int topic = 0; topic < topics->count(); ++topic) {
        topics->setCurrentRow(topic);
        const auto text = page->toPlainText();
        EXPECT_GT(text.size(), 1'000) << topics->item(topic)->text().toStdString();
        EXPECT_FALSE(seen.contains(text)) << topics->item(topic)->text().toStdString();
        seen.append(text);
    }
    EXPECT_GE(seen.size(), 7);
    topics->setCurrentRow(0);
    Q_EMIT page->anchorClicked(QUrl(u"docs/verdicts.md#stages"_s));
    EXPECT_EQ(topics->currentItem()->text(), u"Verdicts"_s);
    Q_EMIT page->anchorClicked(QUrl(u"deployments.md"_s));
    EXPECT_EQ(topics->currentItem()->text(), u"Deployments"_s) << "relative to the page";
    Q_EMIT page->anchorClicked(QUrl(u"../README.md"_s));
    EXPECT_EQ(topics->currentRow(), 0);
    Q_EMIT page->anchorClicked(QUrl(u"/etc/passwd"_s));
    EXPECT_EQ(topics->currentRow(), 0) << "no file of the computer is opened";
    QSignalSpy asked(&window, &HelpWindow::pageAsked);
    Q_EMIT page->anchorClicked(QUrl(u"https://keepachangelog.com"_s));
    ASSERT_EQ(asked.count(), 1);
}

TEST(Diagnostics, FindingsAreShownAndCopied)
{
    const QTemporaryDir folder;
    DiagnosticsDialog dialog(programThatPrints(folder, "ok  keychain  \xe2\x80\xaeit works\nbad clock\n"));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QPushButton *copy = nullptr;
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == "Copy"_L1)
            copy = button;
    }
    ASSERT_NE(copy, nullptr);
    EXPECT_FALSE(copy->isEnabled()) << "nothing to copy yet";
    ASSERT_TRUE(waitUntil([&] { return copy->isEnabled(); }));
    const auto text = dialog.findChild<QPlainTextEdit *>()->toPlainText();
    EXPECT_TRUE(text.startsWith(u"ok  keychain"_s));
    EXPECT_FALSE(text.contains(QChar(0x202e))) << "server text does not change the direction";
    copy->click();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), text);
    EXPECT_EQ(dialog.findChild<QLabel *>(u"state"_s)->text(), u"Copied."_s);
}

TEST(Diagnostics, ReportsAFailedStart)
{
    DiagnosticsDialog dialog({u"/nonexistent/doctor"_s, {}});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    ASSERT_TRUE(waitUntil([&] {
        return dialog.findChild<QLabel *>(u"state"_s)
            ->text()
            .startsWith(u"The checks did not run: /nonexistent/doctor cannot be started"_s);
    }));
}

TEST(Diagnostics, ReportsAMissingProgram)
{
    DiagnosticsDialog dialog({{}, {u"doctor"_s}});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    EXPECT_EQ(dialog.findChild<QLabel *>(u"state"_s)->text(),
              u"The checks did not run: the program lynceus was not found. Install it beside this window."_s);
}

TEST(Diagnostics, ClosingEndsRunningProcesses)
{
    auto dialog = std::make_unique<DiagnosticsDialog>(ProgramCall{u"/bin/cat"_s, {u"/dev/zero"_s}});
    EXPECT_TRUE(dialog->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    drainEvents();
    dialog.reset(); // must not cause a warning of Qt or a leak, which the sanitizers would report
    drainEvents();
}

TEST(About, ShowsVersionAndLicence)
{
    QWidget window;
    window.show();
    showAbout(window);
    auto *box = window.findChild<QMessageBox *>();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->text().startsWith(u"Lynceus 0."_s)) << box->text().toStdString();
    EXPECT_TRUE(box->informativeText().contains(u"Apache-2.0"_s));
    EXPECT_TRUE(box->informativeText().contains(QString::fromLatin1(qVersion())));
    box->close();
    drainEvents();
}

} // namespace lynceus::test
