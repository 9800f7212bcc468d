#pragma once

#include <QImage>
#include <QModelIndex>
#include <QString>

#include <vector>

class QAbstractItemView;
class QWidget;

namespace lynceus::test {

/// What is seen of a picture without its colours: black where something stands out from the ground, white elsewhere.
/// All colours of states stand out from all grounds, so that two states that differ in colour only are one picture.
[[nodiscard]] QImage inkOf(const QImage &picture);

/// Points in which one has ink and the other has none.
[[nodiscard]] int differingPoints(const QImage &one, const QImage &other);

[[nodiscard]] QImage inkOf(QWidget &widget);
/// Of one cell, as it is shown now.
[[nodiscard]] QImage inkOf(QAbstractItemView &view, const QModelIndex &index);

struct InkOfState
{
    QString state;
    QImage ink;
};

/// Each pair of states can be told apart, in at least so many points.
void expectDistinct(const std::vector<InkOfState> &states, const QString &where, int points = 12);

} // namespace lynceus::test
