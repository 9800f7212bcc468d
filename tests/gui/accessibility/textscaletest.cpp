#include "app/gui/widgets/style/theme.h"
#include "tests/gui/accessibility/measures.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/support/windowscene.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QListWidget>
#include <QPointer>

#include <gtest/gtest.h>

// The text scale may change after the window has opened: GNOME's portal answers late, and users change the setting.

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr double kScale = 1.5;
constexpr double kTolerance = 0.02; // sizes are rounded

/// A widget with its text size.
struct Shown
{
    QPointer<QWidget> widget;
    double points = 0;
    int height = 0; ///< of the first row or of a header; 0 if there is neither
};

int heightOfText(QWidget &widget)
{
    if (const auto *header = qobject_cast<QHeaderView *>(&widget))
        return header->orientation() == Qt::Horizontal ? header->sizeHint().height() : 0;
    const auto *view = qobject_cast<QAbstractItemView *>(&widget);
    if (!view || !view->model() || view->model()->rowCount() == 0)
        return 0;
    return view->visualRect(view->model()->index(0, 0)).height();
}

std::vector<Shown> shownIn(QWidget &window)
{
    std::vector<Shown> all;
    for (auto *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible())
            all.push_back({widget, widget->font().pointSizeF(), heightOfText(*widget)});
    }
    return all;
}

std::string nameOf(const QWidget &widget)
{
    QString name;
    for (const auto *each = &widget; each; each = each->parentWidget())
        name.prepend(u'/' + QString::fromLatin1(each->metaObject()->className()));
    return (name + u" \""_s + widget.accessibleName() + u'"').toStdString();
}

void expectGrown(const std::vector<Shown> &before)
{
    for (const auto &[widget, points, height] : before) {
        if (!widget || !widget->isVisible())
            continue;
        EXPECT_NEAR(widget->font().pointSizeF(), points * kScale, points * kTolerance) << nameOf(*widget);
        if (const auto *list = qobject_cast<QListWidget *>(widget.data())) // lists of categories or topics
            EXPECT_GE(list->viewport()->width(), list->sizeHintForColumn(0)) << nameOf(*widget);
        // The row may already have been high enough for the larger text.
        if (height > 0)
            EXPECT_GE(heightOfText(*widget), std::max(height, widget->fontMetrics().height())) << nameOf(*widget);
    }
}

class TextScaleScreen : public testing::TestWithParam<Screen>
{ };

} // namespace

TEST_P(TextScaleScreen, ScalesAndElidesNothing)
{
    Theme theme;
    WindowScene scene;
    FakeEngine nothing(scene.clock());
    CompleteWindow complete(GetParam().isEmpty ? nothing : scene.engine(), scene.clock());
    GetParam().open(complete);
    drainEvents();
    const auto before = shownIn(front(complete.window));
    EXPECT_FALSE(before.empty());
    theme.follow({.textScale = kScale});
    drainEvents();
    expectGrown(before);
    const auto violations = cutTexts(front(complete.window));
    EXPECT_TRUE(violations.isEmpty()) << violations.join(u'\n').toStdString();
    closeDialogs(complete.window);
}

TEST(TextScaleDetail, ScalesAndElidesNothingOnAnyTab)
{
    onEachDetailTab([](CompleteWindow &, QWidget &pane, const std::string &tab) {
        Theme theme;
        const auto before = shownIn(pane);
        theme.follow({.textScale = kScale});
        drainEvents();
        expectGrown(before);
        const auto violations = cutTexts(pane);
        EXPECT_TRUE(violations.isEmpty()) << tab << '\n' << violations.join(u'\n').toStdString();
    });
}

INSTANTIATE_TEST_SUITE_P(All, TextScaleScreen, testing::ValuesIn(screens()), testName);

} // namespace lynceus::test
