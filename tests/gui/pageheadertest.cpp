#include "app/gui/widgets/pages/pageheader.h"

#include "app/gui/widgets/controls/filterfield.h"
#include "app/gui/widgets/controls/fittedbutton.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/style/windowstyle.h"
#include "tests/gui/accessibility/contrastdevice.h"
#include "tests/support/waiting.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

/// The painted texts, in painting order.
QStringList paintedBy(QWidget &widget)
{
    ContrastDevice device(widget.size());
    widget.render(&device);
    QStringList texts;
    for (const auto &text : device.texts())
        texts.append(text.text);
    return texts;
}

} // namespace

TEST(PageHeader, ButtonsHideTheirTextsBeforeTheFilterShrinks)
{
    QWidget page; // a child widget can be narrower than its layout's minimum, a window cannot
    page.resize(1'000, 100);
    PageHeader header(u"Applications"_s, &page);
    auto *field = new FilterField(u"Filter"_s, {}, &header);
    auto *saved = new FittedButton(glyphIcon("bookmark"_L1), u"Saved filters"_s, &header);
    auto *watch = new FittedButton(glyphIcon("plus"_L1), u"Watch application"_s, &header);
    header.addWidget(field, 1);
    header.addWidget(saved);
    header.addWidget(watch);
    page.show();
    const int least = header.minimumSizeHint().width();
    bool wasFirst = false;
    for (int width = 900; width >= least; width -= 10) {
        header.resize(width, 52);
        drainEvents();
        EXPECT_GE(field->line()->width(), field->fontMetrics().averageCharWidth() * 14) << width;
        for (const auto *button : {saved, watch})
            EXPECT_GE(button->width(), button->sizeHint().width()) << width;
        EXPECT_TRUE(saved->isCompact() || !watch->isCompact())
            << width << ": the first button must become compact first";
        wasFirst = wasFirst || (saved->isCompact() && !watch->isCompact());
        EXPECT_EQ(header.minimumSizeHint().width(), least) << width << ": whatever is shown";
        if (width == 900) {
            EXPECT_FALSE(saved->isCompact());
            EXPECT_TRUE(paintedBy(*saved).contains(u"Saved filters"_s));
        }
    }
    EXPECT_TRUE(wasFirst);
    EXPECT_TRUE(watch->isCompact());
    EXPECT_TRUE(paintedBy(*saved).isEmpty());
    EXPECT_EQ(saved->text(), u"Saved filters"_s) << "for screen readers";
    header.resize(900, 52);
    drainEvents();
    EXPECT_FALSE(saved->isCompact());
}

TEST(FilterFieldWidth, LongSummaryLeavesRoomForTyping)
{
    QWidget page;
    page.resize(1'000, 100);
    FilterField field(u"Filter"_s, {}, &page);
    field.setSummary(u"8 of 12,431"_s, u"why?"_s);
    field.setText(u"health:degraded"_s);
    page.show();
    const auto *summary = field.findChild<QLabel *>();
    field.resize(500, 32);
    drainEvents();
    EXPECT_TRUE(summary->text().contains(u"8 of 12,431"_s));
    field.resize(field.minimumSizeHint());
    drainEvents();
    EXPECT_FALSE(summary->text().contains(u"8 of 12,431"_s));
    EXPECT_TRUE(summary->text().contains(u"why?"_s)) << "the link stays";
    EXPECT_EQ(summary->toolTip(), u"8 of 12,431"_s);
    EXPECT_GE(field.line()->width(), field.fontMetrics().averageCharWidth() * 18);
    field.resize(500, 32);
    drainEvents();
    EXPECT_TRUE(summary->text().contains(u"8 of 12,431"_s));
}

// Qt shapes an underlined letter separately, so the letters around it would no longer be joined.
TEST(WindowStyle, ArabicMnemonicsKeepWordsConnected)
{
    const auto word = u"تمديد"_s;
    QPushButton push(u"ت&مديد"_s);
    QToolButton tool;
    tool.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tool.setText(u"ت&مديد"_s);
    QLineEdit line;
    QLabel label(u"ت&مديد"_s);
    label.setBuddy(&line);
    for (QWidget *each : std::initializer_list<QWidget *>{&push, &tool, &label}) {
        each->resize(200, 40);
        EXPECT_EQ(paintedBy(*each), QStringList{word}) << each->metaObject()->className();
    }
    QPushButton english(u"E&xtend"_s);
    english.resize(200, 40);
    EXPECT_EQ(paintedBy(english), (QStringList{u"E"_s, u"x"_s, u"tend"_s})) << "underlined";
}

} // namespace lynceus::test
