#include "tests/gui/accessibility/ink.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

namespace lynceus::test {

namespace {

constexpr int kStandsOut = 56; // of 255; readable text exceeds this, a tint does not

bool hasInk(const QImage &image, int x, int y)
{
    return image.rect().contains(x, y) && qGray(image.pixel(x, y)) < 128;
}

} // namespace

QImage inkOf(const QImage &picture)
{
    auto grey = picture.convertToFormat(QImage::Format_Grayscale8);
    std::array<int, 256> levels{};
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x)
            ++levels.at(std::size_t(qGray(grey.pixel(x, y))));
    }
    const int ground = int(std::ranges::max_element(levels) - levels.begin());
    for (int y = 0; y < grey.height(); ++y) {
        auto *line = grey.scanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            line[x] = std::abs(line[x] - ground) > kStandsOut ? 0 : 255;
    }
    return grey;
}

int differingPoints(const QImage &one, const QImage &other)
{
    int points = 0;
    for (int y = 0; y < std::max(one.height(), other.height()); ++y) {
        for (int x = 0; x < std::max(one.width(), other.width()); ++x)
            points += hasInk(one, x, y) != hasInk(other, x, y) ? 1 : 0;
    }
    return points;
}

QImage inkOf(QWidget &widget)
{
    QImage image(widget.size(), QImage::Format_RGB32);
    image.fill(widget.palette().color(QPalette::Window));
    widget.render(&image);
    return inkOf(image);
}

QImage inkOf(QAbstractItemView &view, const QModelIndex &index)
{
    EXPECT_TRUE(index.isValid());
    view.scrollTo(index);
    const auto place = view.visualRect(index).intersected(view.viewport()->rect());
    EXPECT_FALSE(place.isEmpty());
    QImage image(place.size(), QImage::Format_RGB32);
    image.fill(view.palette().color(QPalette::Base));
    view.viewport()->render(&image, {}, place);
    return inkOf(image);
}

void expectDistinct(const std::vector<InkOfState> &states, const QString &where, int points)
{
    EXPECT_GE(states.size(), 2U) << where.toStdString();
    for (std::size_t i = 0; i < states.size(); ++i) {
        EXPECT_GE(differingPoints(states[i].ink, QImage()), points)
            << where.toStdString() << ": nothing is seen of " << states[i].state.toStdString();
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_GE(differingPoints(states[i].ink, states[j].ink), points)
                << where.toStdString() << ": only colour distinguishes " << states[i].state.toStdString() << " from "
                << states[j].state.toStdString();
        }
    }
}

} // namespace lynceus::test
