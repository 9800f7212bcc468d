#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace lynceus::test {

struct PictureStyle
{
    bool dark = false;
    int scale = 1; ///< device pixels per pixel
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

/// What a person would see of @p widget; written to $LYNCEUS_PICTURES/NAME-light-100.png as well where that is set.
[[nodiscard]] QImage pictureOf(QWidget &widget, const QString &name, const PictureStyle &style = {});

/// Both themes at 100 % and 200 %, and right-to-left: none is empty, the themes differ, and so do
/// the directions if it is @p mirrored.
enum class Mirrored { No, Yes };
void expectPictures(QWidget &widget, const QString &name, Mirrored mirrored = Mirrored::Yes);

} // namespace lynceus::test
