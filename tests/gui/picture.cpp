#include "tests/gui/picture.h"

#include "app/gui/widgets/style/theme.h"
#include "tests/support/waiting.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QSet>
#include <QWidget>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

int coloursIn(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            colours.insert(image.pixel(x, y));
    }
    return int(colours.size());
}

} // namespace

QImage pictureOf(QWidget &widget, const QString &name, const PictureStyle &style)
{
    const auto palette = paletteFor({}, style.dark);
    QApplication::setPalette(palette); // icons use the application's palette, as with a theme
    widget.setAutoFillBackground(true);
    widget.setLayoutDirection(style.direction);
    drainEvents();
    QImage image(widget.size() * style.scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(style.scale);
    image.fill(palette.color(QPalette::Window));
    widget.render(&image);
    if (const auto folder = qEnvironmentVariable("LYNCEUS_PICTURES"); !folder.isEmpty()) {
        const auto file = u"%1-%2-%3%4.png"_s.arg(name, style.dark ? u"dark"_s : u"light"_s)
                              .arg(style.scale * 100)
                              .arg(style.direction == Qt::RightToLeft ? u"-rtl"_s : QString());
        EXPECT_TRUE(image.save(QDir(folder).filePath(file))) << qPrintable(file);
    }
    return image;
}

void expectPictures(QWidget &widget, const QString &name, Mirrored mirrored)
{
    constexpr int kLeastColours = 8; // smoothed text alone results in more colours
    QList<QImage> pictures;
    for (const bool dark : {false, true}) {
        for (const int scale : {1, 2})
            pictures.append(pictureOf(widget, name, {.dark = dark, .scale = scale}));
    }
    pictures.append(pictureOf(widget, name, {.direction = Qt::RightToLeft}));
    for (const auto &picture : pictures)
        EXPECT_GE(coloursIn(picture), kLeastColours) << qPrintable(name);
    EXPECT_NE(pictures[0], pictures[2]) << "the dark theme is another picture";
    if (mirrored == Mirrored::Yes) {
        EXPECT_NE(pictures[0], pictures[4]) << "right-to-left is another picture";
    }
    widget.setLayoutDirection(Qt::LeftToRight);
    QApplication::setPalette(paletteFor({}, false));
}

} // namespace lynceus::test
