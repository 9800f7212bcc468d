#include "app/gui/widgets/layoutdirection.h"
#include "app/gui/widgets/plainlabel.h"

#include <QMargins>
#include <QWidget>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

// Qt aligns by the direction of the text: English words would lie at the far end of a mirrored window.
TEST(Mirrored, TextOfLabelsBeginsWhereTheirLayoutDoes)
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
