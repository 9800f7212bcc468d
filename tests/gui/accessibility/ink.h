#pragma once

#include <QImage>
#include <QModelIndex>
#include <QString>

#include <vector>

class QAbstractItemView;
class QWidget;

namespace lynceus::test {

/// The picture without its colours: black where the contrast to the background is high, white elsewhere. All state
/// colours contrast with all backgrounds, so two states that differ only in colour result in equal pictures.
[[nodiscard]] QImage inkOf(const QImage &picture);

/// The number of pixels that are black in only one of the pictures.
[[nodiscard]] int differingPoints(const QImage &one, const QImage &other);

[[nodiscard]] QImage inkOf(QWidget &widget);
/// The ink of one cell as currently shown.
[[nodiscard]] QImage inkOf(QAbstractItemView &view, const QModelIndex &index);

struct InkOfState
{
    QString state;
    QImage ink;
};

/// Each pair of states must differ in at least @p points pixels.
void expectDistinct(const std::vector<InkOfState> &states, const QString &where, int points = 12);

} // namespace lynceus::test
