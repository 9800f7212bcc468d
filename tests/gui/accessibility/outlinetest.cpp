#include "app/gui/widgets/controls/chips.h"
#include "app/gui/widgets/controls/filterfield.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/controlstyle.h"
#include "app/gui/widgets/style/theme.h"
#include "tests/gui/accessibility/measures.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/support/windowscene.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>
#include <QSpinBox>
#include <QStyleOptionButton>

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSeen = 3; // WCAG 2.1, 1.4.11
constexpr int kOutside = 2; ///< px; distance of the background sample
constexpr int kDeep = 3;    ///< px; how deep the line may lie inside

/// The rectangle of the outline of a field or box, in its own coordinates; empty if it has no outline of its own.
QRect outlined(const QWidget &widget)
{
    const auto indicator = [&widget](QStyle::SubElement element) {
        QStyleOptionButton option;
        option.initFrom(&widget);
        const auto room = widget.style()->subElementRect(element, &option, &widget);
        QRect box(0, 0, kIndicatorSide, kIndicatorSide);
        box.moveCenter(room.center());
        return box;
    };
    if (qobject_cast<const QCheckBox *>(&widget))
        return indicator(QStyle::SE_CheckBoxIndicator);
    if (qobject_cast<const QRadioButton *>(&widget))
        return indicator(QStyle::SE_RadioButtonIndicator);
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        return edit->hasFrame() ? edit->rect() : QRect();
    if (qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget)
        || qobject_cast<const Chip *>(&widget) || qobject_cast<const FilterField *>(&widget))
        return widget.rect();
    return {};
}

/// The strongest contrast to the background on the way across one edge.
double edgeContrast(const QImage &picture, const QPoint &edge, const QPoint &inwards)
{
    const auto ground = picture.pixelColor(edge - inwards * kOutside);
    double strongest = 1;
    for (int depth = -1; depth < kDeep; ++depth)
        strongest = std::max(strongest, contrastBetween(picture.pixelColor(edge + inwards * depth), ground));
    return strongest;
}

/// The contrast of the weakest edge within the picture; 0 if no edge is.
double outlineContrast(const QImage &picture, const QRect &place)
{
    const std::array<std::pair<QPoint, QPoint>, 4> edges{{{{place.left(), place.center().y()}, {1, 0}},
                                                          {{place.right(), place.center().y()}, {-1, 0}},
                                                          {{place.center().x(), place.top()}, {0, 1}},
                                                          {{place.center().x(), place.bottom()}, {0, -1}}}};
    double weakest = 0;
    for (const auto &[edge, inwards] : edges) {
        if (!picture.rect().contains(edge - inwards * kOutside) || !picture.rect().contains(edge + inwards * kDeep))
            continue;
        const auto contrast = edgeContrast(picture, edge, inwards);
        weakest = weakest == 0 ? contrast : std::min(weakest, contrast);
    }
    return weakest;
}

bool isWhole(const QWidget &widget, const QRect &place)
{
    return widget.isVisible() && widget.isEnabled() && widget.visibleRegion().contains(place)
        && (widget.visibleRegion() & place) == QRegion(place);
}

class Outline : public testing::TestWithParam<bool>
{
protected:
    /// Counts the measured widgets by class.
    void expectSeen(QWidget &shown, const std::string &where)
    {
        const auto picture = shown.grab().toImage();
        const auto widgets = shown.findChildren<QWidget *>();
        for (const auto *widget : widgets) {
            const auto place = outlined(*widget);
            if (place.isEmpty() || widget->window() != shown.window() || !isWhole(*widget, place))
                continue;
            const auto contrast = outlineContrast(picture, place.translated(widget->mapTo(&shown, QPoint())));
            if (contrast == 0)
                continue;
            ++m_measured[QString::fromLatin1(widget->metaObject()->className())];
            EXPECT_GE(contrast, kSeen) << where << ": " << widget->metaObject()->className() << " “"
                                       << widget->accessibleName().toStdString() << "”";
        }
    }

    QMap<QString, int> m_measured;

private:
    InTheme m_theme{GetParam()};
};

} // namespace

TEST_P(Outline, FieldAndCheckBoxOutlinesAreVisibleOnAllScreens)
{
    for (const auto &screen : screens()) {
        WindowScene scene;
        FakeEngine nothing(scene.clock());
        CompleteWindow complete(screen.isEmpty ? nothing : scene.engine(), scene.clock());
        screen.open(complete);
        drainEvents();
        expectSeen(front(complete.window), screen.name);
        closeDialogs(complete.window);
    }
    onEachDetailTab(
        [this](CompleteWindow &, QWidget &pane, const std::string &tab) { expectSeen(*pane.window(), tab); });
    for (const auto &kind : {u"QLineEdit"_s, u"QCheckBox"_s, u"QRadioButton"_s, u"QComboBox"_s, u"QSpinBox"_s,
                             u"lynceus::Chip"_s, u"lynceus::FilterField"_s})
        EXPECT_GT(m_measured.value(kind), 0) << kind.toStdString() << " was measured nowhere";
}

// States that need user input: checked, partially checked, under the pointer, focused.
TEST_P(Outline, CheckBoxOutlinesAreVisibleInEachState)
{
    const auto tones = tonesOf(QApplication::palette());
    const auto window = QApplication::palette().color(QPalette::Window);
    for (const auto element : {QStyle::PE_IndicatorCheckBox, QStyle::PE_IndicatorRadioButton}) {
        for (const QStyle::State state :
             {QStyle::State(QStyle::State_Off), QStyle::State(QStyle::State_On), QStyle::State(QStyle::State_NoChange),
              QStyle::State_Off | QStyle::State_MouseOver, QStyle::State_Off | QStyle::State_HasFocus,
              QStyle::State_On | QStyle::State_Sunken}) {
            for (const auto &ground : {tones.panel, window}) {
                QImage picture(40, 40, QImage::Format_RGB32);
                picture.fill(ground);
                QPainter painter(&picture);
                QStyleOptionButton option;
                option.rect = QRect(12, 12, kIndicatorSide, kIndicatorSide);
                option.palette = QApplication::palette();
                option.state = QStyle::State_Enabled | state;
                QApplication::style()->drawPrimitive(element, &option, &painter);
                painter.end();
                EXPECT_GE(outlineContrast(picture, option.rect), kSeen)
                    << int(element) << " state " << int(state) << " on " << ground.name().toStdString();
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Themes, Outline, testing::Bool(),
                         [](const auto &each) { return each.param ? "dark" : "light"; });

TEST(OutlineMeasure, DistinguishesFaintFromVisibleLines)
{
    for (const bool dark : {false, true}) {
        const auto palette = paletteFor({}, dark);
        const auto tones = tonesOf(palette);
        for (const auto &[line, seen] : {std::pair{tones.line, false}, {fieldBorder(palette), true}}) {
            QImage picture(60, 40, QImage::Format_RGB32);
            picture.fill(palette.color(QPalette::Window));
            QPainter painter(&picture);
            paintFrame(&painter, QRectF(10, 10, 40, 20), tones.panel, line);
            painter.end();
            EXPECT_EQ(outlineContrast(picture, {10, 10, 40, 20}) >= kSeen, seen) << dark << seen;
        }
    }
}

} // namespace lynceus::test
