#include "tests/gui/accessibility/screens.h"
#include "tests/support/windowscene.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

/// Twice as large, as a person may have set it, for one test.
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

/// What is too long for any window (names, commits, commands) gives way, and a tool tip or a selection has the whole.
bool mayBeCut(const QLabel &label)
{
    const bool givesWay = label.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored
        || label.minimumSizeHint().width() < label.sizeHint().width();
    return givesWay
        && (!label.toolTip().isEmpty() || !label.accessibleName().isEmpty()
            || label.textInteractionFlags().testFlag(Qt::TextSelectableByMouse)
            || label.objectName() == u"statusLine"_s);
}

QString cut(const QLabel &label)
{
    if (label.text().isEmpty())
        return {};
    const bool isHigh = label.wordWrap() ? label.heightForWidth(label.width()) <= label.height() + 1
                                         : label.sizeHint().height() <= label.height() + 1;
    const bool isWide = label.wordWrap() || mayBeCut(label) || label.sizeHint().width() <= label.width() + 1;
    if (isHigh && isWide)
        return {};
    return u"label “%1” needs %2×%3 and has %4×%5"_s.arg(label.text())
        .arg(label.sizeHint().width())
        .arg(label.wordWrap() ? label.heightForWidth(label.width()) : label.sizeHint().height())
        .arg(label.width())
        .arg(label.height());
}

QString cut(const QAbstractButton &button)
{
    const auto needed = button.sizeHint();
    if (button.text().isEmpty() || (needed.width() <= button.width() + 1 && needed.height() <= button.height() + 1))
        return {};
    return u"button “%1” needs %2×%3 and has %4×%5"_s.arg(button.text())
        .arg(needed.width())
        .arg(needed.height())
        .arg(button.width())
        .arg(button.height());
}

template<typename T>
void collect(const QWidget &shown, QStringList &complaints)
{
    const auto widgets = shown.findChildren<T *>();
    for (const auto *widget : widgets) {
        if (!widget->isVisible() || widget->window() != shown.window())
            continue;
        if (const auto complaint = cut(*widget); !complaint.isEmpty())
            complaints.append(complaint);
    }
}

class LargeFontScreen : public testing::TestWithParam<Screen>
{ };

} // namespace

TEST_P(LargeFontScreen, CutsNoLabelAndNoButton)
{
    const LargeFont large;
    WindowScene scene;
    FakeEngine nothing(scene.clock());
    Whole whole(GetParam().isEmpty ? nothing : scene.engine(), scene.clock());
    GetParam().open(whole);
    drainEvents();
    QStringList complaints;
    collect<QLabel>(front(whole.window), complaints);
    collect<QAbstractButton>(front(whole.window), complaints);
    EXPECT_TRUE(complaints.isEmpty()) << complaints.join(u'\n').toStdString();
    closeDialogs(whole.window);
}

TEST(LargeFontDetail, CutsNoLabelAndNoButtonOnAnyTab)
{
    const LargeFont large;
    onEachDetailTab([](Whole &, QWidget &pane, const std::string &tab) {
        QStringList complaints;
        collect<QLabel>(pane, complaints);
        collect<QAbstractButton>(pane, complaints);
        EXPECT_TRUE(complaints.isEmpty()) << tab << '\n' << complaints.join(u'\n').toStdString();
    });
}

INSTANTIATE_TEST_SUITE_P(All, LargeFontScreen, testing::ValuesIn(screens()), testName);

} // namespace lynceus::test
