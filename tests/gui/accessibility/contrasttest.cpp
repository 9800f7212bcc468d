#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/widgets/theme.h"
#include "app/gui/widgets/tones.h"
#include "tests/gui/accessibility/contrastdevice.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/support/windowscene.h"

#include <QApplication>
#include <QPainter>
#include <QTreeView>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr double kReadable = 4.5; // WCAG 2.1, 1.4.3

/// The whole application in one theme, for one test.
class InTheme final
{
public:
    explicit InTheme(bool dark) { QApplication::setPalette(paletteFor({}, dark)); }
    ~InTheme() { QApplication::setPalette(m_before); }
    InTheme(const InTheme &) = delete;
    InTheme &operator=(const InTheme &) = delete;

private:
    QPalette m_before = QApplication::palette();
};

/// WCAG asks nothing of what cannot be used now.
bool isOfDisabled(const QColor &colour)
{
    const auto palette = QApplication::palette();
    return colour == palette.color(QPalette::Disabled, QPalette::ButtonText)
        || colour == palette.color(QPalette::Disabled, QPalette::Text)
        || colour == palette.color(QPalette::Disabled, QPalette::WindowText);
}

QStringList unreadable(QWidget &shown, QStringList &seen)
{
    ContrastDevice device(shown.size());
    shown.render(&device);
    QStringList complaints;
    for (const auto &text : device.texts()) {
        seen.append(text.text);
        const auto contrast = contrastBetween(text.colour, text.ground);
        if (contrast < kReadable && !isOfDisabled(text.colour))
            complaints.append(u"“%1” has %2 : 1, %3 on %4"_s.arg(text.text)
                                  .arg(contrast, 0, 'f', 2)
                                  .arg(text.colour.name(), text.ground.name()));
    }
    complaints.removeDuplicates();
    return complaints;
}

class Contrast : public testing::TestWithParam<bool>
{
protected:
    /// @p known is painted there: the measurement is not empty.
    void expectReadable(QWidget &shown, const std::string &where, const QString &known = {})
    {
        QStringList seen;
        const auto complaints = unreadable(shown, seen);
        EXPECT_TRUE(complaints.isEmpty()) << where << '\n' << complaints.join(u'\n').toStdString();
        EXPECT_GT(seen.size(), 3) << where << ": nothing was painted";
        EXPECT_FALSE(seen.filter(known).isEmpty()) << where << '\n' << seen.join(u'\n').toStdString();
    }

private:
    InTheme m_theme{GetParam()};
};

} // namespace

TEST_P(Contrast, AllTextOfAllScreensCanBeRead)
{
    for (const auto &screen : screens()) {
        WindowScene scene;
        FakeEngine nothing(scene.clock());
        Whole whole(screen.isEmpty ? nothing : scene.engine(), scene.clock());
        screen.open(whole);
        drainEvents();
        expectReadable(front(whole.window), screen.name);
        closeDialogs(whole.window);
    }
}

TEST_P(Contrast, SelectedRowsAndAllTabsOfTheDetailCanBeRead)
{
    onEachDetailTab([this](Whole &whole, QWidget &pane, const std::string &tab) {
        const auto views = pane.findChildren<QTreeView *>();
        for (auto *view : views)
            view->selectAll();
        expectReadable(whole.window, tab);
    });
}

TEST_P(Contrast, EverySelectedRowCanBeRead)
{
    WindowScene scene;
    Whole whole(scene.engine(), scene.clock());
    auto *board = whole.window.releases().findChild<QTreeView *>();
    ASSERT_TRUE(waitUntil([board] { return board->model()->rowCount() > 0; }));
    board->selectAll();
    expectReadable(whole.window, "board", u"orders"_s);
    whole.window.showPage(MainWindow::Page::Applications);
    whole.window.applications().view().selectAll();
    drainEvents();
    expectReadable(whole.window, "applications", u"catalog-web"_s);
}

INSTANTIATE_TEST_SUITE_P(Themes, Contrast, testing::Bool(),
                         [](const auto &each) { return each.param ? "dark" : "light"; });

TEST(ContrastDevice, SeesTextAndWhatIsBelowIt)
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
