#include "app/gui/shell/palette/palettedelegate.h"
#include "app/gui/shell/palette/palettemodel.h"
#include "app/gui/widgets/dialogs/plainmessagebox.h"
#include "app/gui/widgets/dialogs/reportview.h"
#include "app/gui/widgets/labels/fittedlabel.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/style/layoutdirection.h"
#include "app/gui/widgets/text/tabletext.h"
#include "app/gui/widgets/text/tabulartext.h"
#include "core/domain/text/changeorder.h"
#include "core/domain/text/facts.h"
#include "tests/gui/accessibility/contrastdevice.h"
#include "tests/gui/accessibility/measures.h"

#include <QClipboard>
#include <QComboBox>
#include <QListView>
#include <QListWidget>
#include <QMargins>
#include <QPainter>
#include <QTextLayout>
#include <QWidget>

#include <algorithm>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

// Qt aligns text by its own direction, so English text would be at the wrong side of a mirrored window.
TEST(Mirrored, LabelTextStartsAtTheLayoutsLeadingEdge)
{
    PlainLabel label(u"Hook Job failed"_s);
    EXPECT_EQ(label.alignment(), Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter);
    label.setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(label.alignment(), Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    label.setLayoutDirection(Qt::LeftToRight);
    EXPECT_EQ(label.alignment(), Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter);
    label.setAlignment(Qt::AlignCenter);
    label.setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(label.alignment(), Qt::AlignCenter);
    label.setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    label.setLayoutDirection(Qt::LeftToRight);
    EXPECT_EQ(label.alignment(), Qt::AlignTrailing | Qt::AlignVCenter);
}

TEST(Mirrored, VersionChangesReadFromLeftToRight)
{
    const auto placeOf = [](const QString &text, const QString &part) {
        QTextLayout layout(text);
        QTextOption option;
        option.setTextDirection(Qt::RightToLeft);
        layout.setTextOption(option);
        layout.beginLayout();
        const auto line = layout.createLine();
        layout.endLayout();
        // In the middle of the part, because its ends have two cursor positions where the direction changes.
        return line.cursorToX(int(text.indexOf(part) + part.size() / 2));
    };
    for (const auto &text : {u"1.5.0 → 1.4.0"_s, u"تراجع 1.5.0 → 1.4.0"_s, u"تراجع v1.5.0 → 1.4.0 وفشل"_s,
                             u"shop-web 1.5.0 → 1.4.0: فشل"_s, u"1.3.0, 1.5.0 → sha256:9f86 فشل"_s}) {
        const auto shown = withChangesInOrder(text, Qt::RightToLeft);
        const auto arrow = text.indexOf(u'→');
        const auto to = text.mid(arrow + 2, 5);
        EXPECT_LT(placeOf(shown, u"1.5.0"_s), placeOf(shown, u"→"_s)) << text.toStdString();
        EXPECT_LT(placeOf(shown, u"→"_s), placeOf(shown, to)) << text.toStdString();
    }
    EXPECT_GT(placeOf(u"1.5.0 → 1.4.0"_s, u"1.5.0"_s), placeOf(u"1.5.0 → 1.4.0"_s, u"1.4.0"_s)) << "the reason";
    PlainLabel label;
    label.setLayoutDirection(Qt::RightToLeft);
    label.setText(u"1.5.0 → 1.4.0"_s);
    EXPECT_EQ(label.text(), withChangesInOrder(u"1.5.0 → 1.4.0"_s, Qt::RightToLeft));
    label.setLayoutDirection(Qt::LeftToRight);
    label.setText(u"1.5.0 → 1.4.0"_s);
    EXPECT_EQ(label.text(), u"1.5.0 → 1.4.0"_s) << "copied text has no marks";
    const auto rollback = u"تراجع 1.5.0 → 1.4.0"_s;
    const auto marked = withChangesInOrder(rollback, Qt::RightToLeft);
    EXPECT_NE(marked, rollback);
    EXPECT_EQ(withChangesInOrder(rollback), marked) << "the wording counts, too";
    EXPECT_TRUE(tableHtml({{rollback}}).contains(rollback)) << "spreadsheets get no marks";
    EXPECT_EQ(toolTipText(rollback), marked);
}

/// The place where @p part is painted.
static QRect placeIn(QWidget &shown, const QString &part)
{
    test::ContrastDevice device(shown.size());
    shown.render(&device);
    for (const auto &text : device.texts()) {
        if (text.text.contains(part))
            return text.place;
    }
    ADD_FAILURE() << qPrintable(part);
    return {};
}

TEST(Mirrored, SentencesThatStartWithANameReadFromRightToLeft)
{
    const auto crash = u"Pod web-1 ينهار: exit code 1"_s;
    EXPECT_EQ(directionOf(crash, Qt::RightToLeft), Qt::RightToLeft);
    EXPECT_EQ(directionOf(crash, Qt::LeftToRight), Qt::LeftToRight) << "a foreign name in an English sentence";
    EXPECT_EQ(directionOf(u"exit code 1."_s, Qt::RightToLeft), Qt::LeftToRight) << "a message of a server";
    EXPECT_EQ(inReadingOrder(crash, Qt::LeftToRight), crash);
    EXPECT_EQ(inReadingOrder(u"exit code 1."_s, Qt::RightToLeft), u"exit code 1."_s);
    EXPECT_EQ(inReadingOrder(u"ينهار"_s, Qt::RightToLeft), u"ينهار"_s);
    const test::InDirection mirrored(Qt::RightToLeft);
    PlainLabel label(crash);
    label.resize(label.sizeHint());
    FittedLabel fitted;
    fitted.setText(crash);
    fitted.resize(label.sizeHint() - QSize(10, 0));
    ReportView report;
    report.setMarkdown(u"# %1\n\nexit code 1."_s.arg(crash));
    report.alignLeading();
    report.resize(600, 300);
    for (QWidget *shown : std::initializer_list<QWidget *>{&label, &fitted, &report})
        EXPECT_GT(placeIn(*shown, u"Pod"_s).left(), placeIn(*shown, u"exit"_s).left())
            << shown->metaObject()->className();
    EXPECT_EQ(toolTipText(crash), inReadingOrder(crash, Qt::RightToLeft));
}

// Between two Latin words, a middle dot is part of their phrase, which would read from left to right as a whole.
TEST(Mirrored, FactsOfASentenceReadFromRightToLeft)
{
    const test::InDirection mirrored(Qt::RightToLeft);
    PlainLabel label(joinedFacts({u"المشروع shop"_s, u"Progressing"_s, u"Synced"_s}));
    label.resize(label.sizeHint());
    EXPECT_GT(placeIn(label, u"shop"_s).left(), placeIn(label, u"Progressing"_s).right());
    EXPECT_GT(placeIn(label, u"Progressing"_s).left(), placeIn(label, u"Synced"_s).right());
    label.setText(joinedFacts({u"Argo CD v3.1.8"_s, u"4,140 تطبيقًا"_s}));
    label.resize(label.sizeHint());
    EXPECT_GT(placeIn(label, u"Argo"_s).left(), placeIn(label, u"4,140"_s).right());
    EXPECT_GT(placeIn(label, u"4,140"_s).left(), placeIn(label, u"تطبيق"_s).left()) << "a number and what it counts";
    const auto message = joinedFacts({u"Progressing"_s, u"1 of 3 updated"_s});
    EXPECT_EQ(inReadingOrder(message, Qt::RightToLeft), message) << "a message of a server";
    EXPECT_EQ(inReadingOrder(message, Qt::LeftToRight), message);
}

TEST(Mirrored, TimesReadInTheDirectionOfTheirUnits)
{
    const auto painted = [](const QString &text) {
        test::ContrastDevice device(QSize(300, 40));
        QPainter painter(&device);
        paintTabular(&painter, QRectF(0, 0, 300, 40), text, Qt::RightToLeft);
        painter.end();
        return device.texts();
    };
    const auto leftOf = [&](const QString &text, const QString &part) {
        const auto all = painted(text);
        const auto found =
            std::ranges::find_if(all, [&](const test::PaintedText &each) { return each.text.contains(part); });
        return found == all.end() ? -1 : found->place.left();
    };
    const auto arabic = u"7 د 35 ث"_s;
    EXPECT_GT(leftOf(arabic, u"7"_s), leftOf(arabic, u"د"_s));
    EXPECT_GT(leftOf(arabic, u"د"_s), leftOf(arabic, u"3"_s));
    EXPECT_LT(leftOf(arabic, u"3"_s), leftOf(arabic, u"5"_s)) << "digits of a number";
    EXPECT_GT(leftOf(arabic, u"3"_s), leftOf(arabic, u"ث"_s));
    EXPECT_GT(leftOf(u"بقي 1:40"_s, u"بقي"_s), leftOf(u"بقي 1:40"_s, u"1"_s));
    EXPECT_LT(leftOf(u"بقي 1:40"_s, u"1"_s), leftOf(u"بقي 1:40"_s, u"4"_s));
    EXPECT_LT(leftOf(u"7 min"_s, u"7"_s), leftOf(u"7 min"_s, u"min"_s)) << "English in a mirrored window";
}

TEST(Mirrored, TheDetailOfAFoundApplicationStandsBehindItsName)
{
    const test::InDirection mirrored(Qt::RightToLeft);
    PaletteModel model;
    model.setEntries({{u"shop-cart"_s, u"staging"_s, u"layers"_s, {}}});
    model.search(u"cart"_s);
    ASSERT_EQ(model.rowCount(), 1);
    QListView list;
    list.setModel(&model);
    list.setItemDelegate(new PaletteDelegate(&list));
    list.resize(400, 100);
    list.show();
    EXPECT_GT(placeIn(list, u"shop"_s).left(), placeIn(list, u"staging"_s).right());
}

TEST(Mirrored, ListsKeepTheOrderOfMessages)
{
    const test::InDirection mirrored(Qt::RightToLeft);
    QListWidget list;
    list.resize(400, 200);
    list.addItem(u"Pulled image 'web'"_s);
    list.show();
    test::ContrastDevice device(list.size());
    list.render(&device);
    int right = 0;
    for (const auto &text : device.texts())
        right = std::max(right, text.place.right());
    EXPECT_EQ(placeIn(list, u"b'"_s).right(), right) << "the quotation mark follows the word";
    EXPECT_EQ(list.item(0)->text(), u"Pulled image 'web'"_s);
}

TEST(Mirrored, ChoicesKeepTheirBeginningInANarrowField)
{
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        const test::InDirection inDirection(direction);
        QComboBox choice;
        choice.addItem(u"shop-api-866476d94c-9nvt2 · CrashLoopBackOff"_s);
        choice.resize(choice.fontMetrics().averageCharWidth() * 25, choice.sizeHint().height());
        test::ContrastDevice device(choice.size());
        choice.render(&device);
        QString painted;
        for (const auto &text : device.texts())
            painted += text.text;
        EXPECT_TRUE(painted.contains(u"shop-api"_s)) << qPrintable(painted);
        EXPECT_TRUE(painted.contains(u'…')) << qPrintable(painted);
        EXPECT_FALSE(painted.contains(u"BackOff"_s)) << qPrintable(painted);
    }
}

TEST(Mirrored, QuestionTextStartsAtTheLayoutsLeadingEdge)
{
    const test::InDirection mirrored(Qt::RightToLeft);
    PlainMessageBox box(QMessageBox::NoIcon, u"Quit"_s, u"Watches are still running"_s, u"They stop."_s,
                        QMessageBox::Cancel, nullptr);
    box.setAttribute(Qt::WA_DeleteOnClose, false);
    int sentences = 0;
    const auto labels = box.findChildren<QLabel *>();
    for (const auto *label : labels) {
        if (label->text().isEmpty())
            continue;
        ++sentences;
        EXPECT_TRUE(label->alignment().testFlag(Qt::AlignRight)) << qPrintable(label->text());
        EXPECT_TRUE(label->alignment().testFlag(Qt::AlignAbsolute));
    }
    EXPECT_EQ(sentences, 2);
}

TEST(Mirrored, ReportParagraphsAndTablesStartAtTheLayoutsLeadingEdge)
{
    ReportView report;
    report.resize(600, 300);
    report.setLayoutDirection(Qt::RightToLeft);
    report.setMarkdown(u"# Deployment\n\n|Fact|Value|\n|---|---|\n|Change|1.4.0|\n"_s);
    report.alignLeading();
    report.show();
    test::ContrastDevice device(report.size());
    report.render(&device);
    int right = 0;
    int rightOfTable = 0;
    for (const auto &text : device.texts()) {
        EXPECT_GT(text.place.left(), 300) << qPrintable(text.text);
        auto &of = text.text.contains(u"Deployment"_s) ? right : rightOfTable;
        of = std::max(of, text.place.right());
    }
    EXPECT_GT(right, 560);
    EXPECT_GT(rightOfTable, 560);
    EXPECT_LT(rightOfTable, right) << "the table has a padding and stays within the margin of the document";
}

TEST(Mirrored, TableColumnsStartAtTheLayoutsLeadingEdge)
{
    ReportView report;
    report.resize(600, 300);
    const auto placeOf = [&report](const QString &word) {
        test::ContrastDevice device(report.size());
        report.render(&device);
        for (const auto &text : device.texts()) {
            if (text.text.contains(word))
                return text.place;
        }
        ADD_FAILURE() << qPrintable(word);
        return QRect();
    };
    report.setLayoutDirection(Qt::RightToLeft);
    report.setMarkdown(u"|Fact|Value|More|\n|---|---|---|\n|Change|1.4.0|[link](https://a.example)|\n"_s);
    report.show();
    for (int again = 0; again < 2; ++again) {
        report.alignLeading();
        EXPECT_GT(placeOf(u"Fact"_s).left(), placeOf(u"Value"_s).right());
        EXPECT_GT(placeOf(u"Value"_s).left(), placeOf(u"More"_s).right());
        EXPECT_GT(placeOf(u"Change"_s).left(), placeOf(u"1.4.0"_s).right());
        EXPECT_EQ(placeOf(u"Fact"_s).right(), placeOf(u"Change"_s).right()) << "a column starts at its right edge";
    }
    report.selectAll();
    report.copy();
    EXPECT_EQ(QApplication::clipboard()->text().simplified(), u"Fact Value More Change 1.4.0 link"_s);
    EXPECT_EQ(report.inOrder()->toPlainText().simplified(), u"Fact Value More Change 1.4.0 link"_s);
    report.setLayoutDirection(Qt::LeftToRight);
    report.alignLeading();
    EXPECT_LT(placeOf(u"Fact"_s).right(), placeOf(u"Value"_s).left());
    EXPECT_TRUE(report.document()->toHtml().contains(u"https://a.example"_s));
}

TEST(Mirrored, MarginsOfTheLeadingSideFollowTheDirection)
{
    QWidget widget;
    widget.setLayoutDirection(Qt::RightToLeft);
    setLeadingMargins(&widget, {20, 1, 12, 2});
    EXPECT_EQ(widget.contentsMargins(), QMargins(12, 1, 20, 2));
    widget.setLayoutDirection(Qt::LeftToRight);
    EXPECT_EQ(widget.contentsMargins(), QMargins(20, 1, 12, 2));
}

} // namespace lynceus
