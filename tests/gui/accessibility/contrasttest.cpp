#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/releases/releasespage.h"
#include "tests/gui/accessibility/contrastdevice.h"
#include "tests/gui/accessibility/measures.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/support/windowscene.h"

#include <QApplication>
#include <QPainter>
#include <QTreeView>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

class Contrast : public testing::TestWithParam<bool>
{
protected:
    /// @p known must be among the painted texts, so that the check cannot pass with nothing painted.
    void expectReadable(QWidget &shown, const std::string &where, const QString &known = {})
    {
        QStringList seen;
        const auto violations = unreadableTexts(shown, seen);
        EXPECT_TRUE(violations.isEmpty()) << where << '\n' << violations.join(u'\n').toStdString();
        EXPECT_GT(seen.size(), 3) << where << ": nothing was painted";
        EXPECT_FALSE(seen.filter(known).isEmpty()) << where << '\n' << seen.join(u'\n').toStdString();
    }

private:
    InTheme m_theme{GetParam()};
};

} // namespace

TEST_P(Contrast, SelectedRowsAndDetailTabsAreReadable)
{
    onEachDetailTab([this](CompleteWindow &complete, QWidget &pane, const std::string &tab) {
        const auto views = pane.findChildren<QTreeView *>();
        for (auto *view : views)
            view->selectAll();
        expectReadable(complete.window, tab);
    });
}

TEST_P(Contrast, SelectedRowsAreReadable)
{
    WindowScene scene;
    CompleteWindow complete(scene.engine(), scene.clock());
    auto *board = complete.window.releases().findChild<QTreeView *>();
    ASSERT_TRUE(waitUntil([board] { return board->model()->rowCount() > 0; }));
    board->selectAll();
    expectReadable(complete.window, "board", u"orders"_s);
    complete.window.showPage(MainWindow::Page::Applications);
    complete.window.applications().view().selectAll();
    drainEvents();
    expectReadable(complete.window, "applications", u"catalog-web"_s);
}

INSTANTIATE_TEST_SUITE_P(Themes, Contrast, testing::Bool(),
                         [](const auto &each) { return each.param ? "dark" : "light"; });

TEST(ContrastDevice, RecordsTextAndItsBackground)
{
    ContrastDevice device({200, 60});
    QPainter painter(&device);
    painter.fillRect(0, 0, 200, 60, QColor(0x202020));
    painter.setPen(QColor(0x404040));
    painter.translate(20, 10);
    painter.drawText(QRect(0, 0, 150, 40), Qt::AlignCenter, u"dim"_s);
    painter.end();
    ASSERT_EQ(device.texts().size(), 1U);
    EXPECT_EQ(device.texts().front().text, u"dim"_s);
    EXPECT_EQ(device.texts().front().colour, QColor(0x404040));
    EXPECT_EQ(device.texts().front().ground, QColor(0x202020));
}

} // namespace lynceus::test
