#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace lynceus::test {

struct PictureStyle
{
    bool dark = false;
    int scale = 1; ///< physical pixels per logical pixel
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

/// @p widget as painted. If $LYNCEUS_PICTURES is set, also saved there, for example as NAME-light-100.png.
[[nodiscard]] QImage pictureOf(QWidget &widget, const QString &name, const PictureStyle &style = {});

enum class Mirrored { No, Yes };
/// Checks pictures in both themes at 100 % and 200 %, and from right to left: none is empty, the themes differ, and the
/// directions differ if @p mirrored says so.
void expectPictures(QWidget &widget, const QString &name, Mirrored mirrored = Mirrored::Yes);

} // namespace lynceus::test
