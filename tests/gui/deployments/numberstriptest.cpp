#include "app/gui/deployments/numberstrip.h"

#include "tests/gui/accessibility/pseudolocale.h"
#include "tests/support/waiting.h"

#include <QLabel>

#include <set>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

// Two of the names start with the same words.
TEST(NumberStrip, NumberLabelsAreNotElidedInANarrowWindow)
{
    const PseudoLocale longWords;
    NumberStrip strip;
    DeploymentTrend trend;
    trend.now.unrestored = 2; // the longest of the lines below the numbers
    strip.show(trend);
    static_cast<QWidget &>(strip).show();
    for (const int width : {573, 400}) {
        strip.resize(width, strip.sizeHint().height());
        drainEvents();
        strip.resize(width, strip.sizeHint().height());
        drainEvents();
        const auto names = strip.findChildren<QLabel *>(u"nameOfNumber"_s);
        ASSERT_EQ(names.size(), 5);
        std::set<int> lines;
        for (const auto *name : names) {
            EXPECT_LE(name->fontMetrics().horizontalAdvance(name->text()), name->width())
                << width << qPrintable(name->text());
            lines.insert(name->mapTo(&strip, QPoint()).y());
        }
        for (const auto *samples : strip.findChildren<QLabel *>(u"samplesOfNumber"_s))
            EXPECT_LE(samples->fontMetrics().horizontalAdvance(samples->text()), samples->width())
                << width << qPrintable(samples->text());
        EXPECT_GT(lines.size(), 1U) << width;
    }
    strip.resize(3'000, 60);
    drainEvents();
    std::set<int> lines;
    for (const auto *name : strip.findChildren<QLabel *>(u"nameOfNumber"_s))
        lines.insert(name->mapTo(&strip, QPoint()).y());
    EXPECT_EQ(lines.size(), 1U);
}

} // namespace lynceus::test
