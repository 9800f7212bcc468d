#include "tests/gui/accessibility/measures.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/support/windowscene.h"

#include <QApplication>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

/// Doubles the font size for one test, as a user may set it.
class LargeFont final
{
public:
    LargeFont()
    {
        auto font = m_before;
        font.setPointSizeF(font.pointSizeF() * 2);
        QApplication::setFont(font);
    }
    ~LargeFont() { QApplication::setFont(m_before); }
    LargeFont(const LargeFont &) = delete;
    LargeFont &operator=(const LargeFont &) = delete;

private:
    QFont m_before = QApplication::font();
};

class LargeFontScreen : public testing::TestWithParam<Screen>
{ };

} // namespace

TEST_P(LargeFontScreen, ElidesNoLabelOrButton)
{
    const LargeFont large;
    WindowScene scene;
    FakeEngine nothing(scene.clock());
    CompleteWindow complete(GetParam().isEmpty ? nothing : scene.engine(), scene.clock());
    GetParam().open(complete);
    drainEvents();
    const auto violations = cutTexts(front(complete.window));
    EXPECT_TRUE(violations.isEmpty()) << violations.join(u'\n').toStdString();
    closeDialogs(complete.window);
}

TEST(LargeFontDetail, ElidesNoLabelOrButtonOnAnyTab)
{
    const LargeFont large;
    onEachDetailTab([](CompleteWindow &, QWidget &pane, const std::string &tab) {
        const auto violations = cutTexts(pane);
        EXPECT_TRUE(violations.isEmpty()) << tab << '\n' << violations.join(u'\n').toStdString();
    });
}

INSTANTIATE_TEST_SUITE_P(All, LargeFontScreen, testing::ValuesIn(screens()), testName);

} // namespace lynceus::test
