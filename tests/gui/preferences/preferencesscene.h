#pragma once

#include "app/gui/preferences/preferencesdialog.h"
#include "core/io/settings/settingsexchange.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeEdit>
#include <QTimeZone>
#include <QToolButton>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus::test {

/// Counts the notifications that it receives.
class CountingNotifications final : public DesktopNotifications
{
public:
    void show(const QString &, const DesktopNotification &) override { ++shown; }
    int shown = 0;
};

inline InstanceState instanceOf(const QString &id, const QString &url)
{
    InstanceState state;
    state.instance.id = id;
    state.instance.name = id;
    state.instance.baseUrl = QUrl(url);
    state.instance.colour = QStringLiteral("#2563c9");
    state.instance.headerNames = {QStringLiteral("X-Gateway")};
    return state;
}

class PreferencesDialogTest : public testing::Test
{
protected:
    void SetUp() override
    {
        find.setShortcut(QKeySequence(QStringLiteral("Ctrl+K")));
        keys.setShortcuts({QKeySequence(QStringLiteral("F1")), QKeySequence(QStringLiteral("?"))});
        find.setObjectName(QStringLiteral("find"));
        keys.setObjectName(QStringLiteral("keys"));
        extend.setObjectName(QStringLiteral("board.extend"));
        extend.setShortcut(QKeySequence(QStringLiteral("Ctrl+E")));
        watch.setObjectName(QStringLiteral("applications.watch"));
        watch.setShortcut(QKeySequence(QStringLiteral("W")));
        shortcuts.add({}, {&find, &keys});
        shortcuts.add(QStringLiteral("Releases"), {&extend});
        shortcuts.add(QStringLiteral("Applications"), {&watch});
        engine.putInstance(prod);
        engine.start();
        dialog = std::make_unique<PreferencesDialog>(engine, notifications, preferences, shortcuts, autostart);
        dialog->show();
    }
    template<typename T>
    T *named(const QString &name)
    {
        for (auto *each : dialog->findChildren<T *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        ADD_FAILURE() << name.toStdString();
        return nullptr;
    }
    QPushButton *button(const QString &text)
    {
        for (auto *each : dialog->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    void choose(const QString &category)
    {
        auto *list = named<QListWidget>(QStringLiteral("Categories"));
        const auto found = list->findItems(category, Qt::MatchExactly);
        ASSERT_EQ(found.size(), 1) << category.toStdString();
        list->setCurrentItem(found.front());
    }
    int visibleRows()
    {
        int rows = 0;
        for (const auto *label : dialog->findChildren<QLabel *>())
            rows += label->buddy() && label->isVisibleTo(dialog.get()) ? 1 : 0;
        return rows;
    }
    bool says(const QString &text)
    {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisibleTo(dialog.get()) && label->text().contains(text);
        });
    }

    QTemporaryDir folder;
    FakeClock clock;
    FakeEngine engine{clock};
    CountingNotifications desktop;
    Notifications notifications{engine, desktop, clock};
    PreferencesFile preferences{folder.filePath(QStringLiteral("preferences.json"))};
    ShortcutRegistry shortcuts{preferences};
    Autostart autostart{folder.filePath(QStringLiteral("autostart")), QStringLiteral("/usr/bin/lynceus")};
    InstanceState prod = instanceOf(QStringLiteral("prod"), QStringLiteral("https://argocd.example.org"));
    QAction find{QStringLiteral("Find")};
    QAction keys{QStringLiteral("Keys")};
    QAction extend{QStringLiteral("Extend")};
    QAction watch{QStringLiteral("Watch…")};
    std::unique_ptr<PreferencesDialog> dialog;
};

} // namespace lynceus::test
