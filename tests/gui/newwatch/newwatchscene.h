#pragma once

#include "app/gui/applications/applicationsmodel.h"
#include "app/gui/newwatch/newwatchdialog.h"
#include "app/gui/newwatch/targetmodel.h"
#include "app/gui/newwatch/watchtargets.h"
#include "app/gui/widgets/controls/chips.h"
#include "app/gui/widgets/pages/banner.h"
#include "core/io/settings/windowmemory.h"
#include "tests/gui/picture.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace lynceus::test {

inline Application application(const QString &name, const QStringList &images)
{
    Application made;
    made.name = name;
    made.nameSpace = QStringLiteral("argocd");
    made.project = QStringLiteral("shop");
    made.autoSync = true;
    made.summaryImages = images;
    return made;
}

class NewWatchDialogTest : public ::testing::Test
{
protected:
    /// Uses an empty home folder.
    static void expectObstacle(FakeEngine &engine, const QString &sentence, const QString &remedy)
    {
        const FakeClock clock;
        const QTemporaryDir folder;
        WindowMemory memory(folder.filePath(QStringLiteral("window.json")));
        WatchTargets targets(
            engine, [](const auto &) {}, memory);
        engine.start();
        NewWatchDialog dialog(engine, targets, clock, QTimeZone("UTC"), QStringLiteral("ada"));
        dialog.fill(QStringLiteral("ghcr.io/acme/shop-web:1.5.0"));
        dialog.show();
        const auto *banner = dialog.findChild<Banner *>();
        EXPECT_TRUE(banner->isVisible());
        EXPECT_EQ(banner->sentence(), sentence);
        EXPECT_EQ(banner->remedy()->text(), remedy);
        const QSignalSpy asked(&dialog, &NewWatchDialog::instancesAsked);
        QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
        EXPECT_EQ(asked.count(), 1);
        EXPECT_FALSE(dialog.isVisible());
    }

    NewWatchDialogTest()
    {
        QObject::connect(&m_engine, &Engine::applicationsChanged, &m_applications, &ApplicationsModel::apply);
        QGuiApplication::clipboard()->clear();
        putInstance(QStringLiteral("i-staging"), QStringLiteral("staging"), QStringLiteral("#7a5cd6"));
        putInstance(QStringLiteral("i-prod"), QStringLiteral("testing"), QStringLiteral("#d9822b"));
        m_engine.putApplications(
            QStringLiteral("i-staging"),
            {application(QStringLiteral("shop-web"), {QStringLiteral("ghcr.io/acme/shop-web:1.4.0")}),
             application(QStringLiteral("orders"), {QStringLiteral("ghcr.io/acme/orders:1.0.0")})});
        m_engine.putApplications(
            QStringLiteral("i-prod"),
            {application(QStringLiteral("shop-web"), {QStringLiteral("ghcr.io/acme/shop-web:1.4.0")}),
             application(QStringLiteral("shop-web-canary"), {QStringLiteral("ghcr.io/acme/shop-web:1.5.0")})});
        m_engine.start();
        drainEvents();
    }

    void putInstance(const QString &id, const QString &name, const QString &colour,
                     Connection connection = Connection::Live)
    {
        InstanceState state;
        state.instance.id = id;
        state.instance.name = name;
        state.instance.colour = colour;
        state.connection = connection;
        m_engine.putInstance(state);
    }

    NewWatchDialog &open(const QString &text = {})
    {
        m_dialog =
            std::make_unique<NewWatchDialog>(m_engine, m_targets, m_clock, QTimeZone("UTC"), QStringLiteral("ada"));
        m_tester =
            std::make_unique<QAbstractItemModelTester>(&model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        if (!text.isEmpty())
            m_dialog->fill(text);
        m_dialog->show();
        m_dialog->activateWindow();
        drainEvents();
        return *m_dialog;
    }

    TargetModel &model() { return *m_dialog->findChild<TargetModel *>(); }
    QLineEdit &field() { return *m_dialog->findChild<QLineEdit *>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_dialog->focusWidget(), key, modifiers);
        drainEvents();
    }
    QWidget *chip(const QString &name)
    {
        const auto chips = m_dialog->findChildren<Chip *>();
        const auto found = std::ranges::find(chips, name, [](const Chip *each) { return each->accessibleName(); });
        if (found == chips.end())
            qFatal("there is no chip %s", qPrintable(name));
        return *found;
    }
    QLineEdit *edit(const QString &name)
    {
        const auto edits = m_dialog->findChildren<QLineEdit *>();
        const auto found = std::ranges::find(edits, name, [](const QLineEdit *each) { return each->accessibleName(); });
        return found == edits.end() ? nullptr : *found;
    }
    QString words() const
    {
        QStringList words;
        const auto labels = m_dialog->findChildren<QLabel *>();
        for (const auto *label : labels) {
            if (label->isVisibleTo(m_dialog.get()))
                words.append(label->text());
        }
        return words.join(u'\n');
    }
    QString rowText(int row) { return model().index(row).data(Qt::AccessibleTextRole).toString(); }

    FakeClock m_clock{*parseRfc3339("2026-11-26T10:00:00Z")};
    FakeEngine m_engine{m_clock};
    ApplicationsModel m_applications{m_clock};
    QTemporaryDir m_folder;
    WindowMemory m_memory{m_folder.filePath(QStringLiteral("window.json"))};
    WatchTargets m_targets{m_engine, [this](const auto &visit) { m_applications.forEachEntry(visit); }, m_memory};
    std::unique_ptr<NewWatchDialog> m_dialog;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace lynceus::test
