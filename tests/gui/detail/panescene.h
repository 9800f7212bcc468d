#pragma once

#include "app/gui/detail/detailpane.h"
#include "core/io/settings/windowmemory.h"
#include "tests/gui/detail/detailscene.h"
#include "tests/support/treepicture.h"
#include "tests/support/waiting.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus::test {

class DetailPaneTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_scene.engine().start();
        m_pane.resize(1100, 600);
        m_pane.show();
        m_pane.activateWindow(); // only the active window receives keys
        ASSERT_TRUE(waitUntil([this] { return m_pane.isActiveWindow(); }));
    }

    QTreeView *tree() { return m_pane.findChild<QTreeView *>(QStringLiteral("resources")); }

    std::string texts()
    {
        QStringList all;
        for (auto *label : m_pane.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&m_pane))
                all << label->text();
        }
        return all.join(u'\n').toStdString();
    }

    QString currentRow() { return tree()->currentIndex().siblingAtColumn(0).data().toString(); }

    DetailScene m_scene;
    DetailPane m_pane{m_scene.engine(), m_scene.clock()};
};

} // namespace lynceus::test
