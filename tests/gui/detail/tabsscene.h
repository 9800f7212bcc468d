#pragma once

#include "app/gui/detail/detailpane.h"
#include "app/gui/detail/logs/logtext.h"
#include "app/gui/detail/manifest/manifestlines.h"
#include "tests/gui/detail/detailscene.h"
#include "tests/support/treepicture.h"
#include "tests/support/waiting.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTreeView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus::test {

class DetailTabsTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_scene.engine().start();
        m_pane.resize(1100, 600);
        m_pane.show();
        m_pane.activateWindow();
        ASSERT_TRUE(waitUntil([this] { return m_pane.isActiveWindow(); }));
        m_pane.showWatch(m_scene.watch());
    }

    template<typename Widget>
    Widget *named(const QString &name)
    {
        for (auto *widget : m_pane.findChildren<Widget *>()) {
            if (widget->accessibleName() == name || widget->objectName() == name)
                return widget;
        }
        ADD_FAILURE() << "nothing is named " << name.toStdString();
        return nullptr;
    }

    LogText *log() { return m_pane.findChild<LogText *>(); }
    FakeLogView *followed()
    {
        const auto logs = m_pane.findChildren<FakeLogView *>();
        return logs.isEmpty() ? nullptr : logs.back();
    }
    void openLogs()
    {
        m_pane.openTab(DetailPane::Tab::Logs);
        ASSERT_TRUE(waitUntil([this] { return log()->blockCount() > 100; }));
    }
    std::string state() { return named<QLabel>(QStringLiteral("logState"))->text().toStdString(); }
    void select(const QString &start)
    {
        auto *view = m_pane.findChild<QTreeView *>(QStringLiteral("resources"));
        auto index = view->model()->index(0, 0);
        while (index.isValid() && !index.data().toString().startsWith(start))
            index = view->indexBelow(index);
        ASSERT_TRUE(index.isValid());
        view->setCurrentIndex(index);
    }

    DetailScene m_scene;
    DetailPane m_pane{m_scene.engine(), m_scene.clock()};
};

} // namespace lynceus::test
