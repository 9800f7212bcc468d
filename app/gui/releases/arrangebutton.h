#pragma once

#include "app/gui/releases/boardarrangement.h"

#include <QToolButton>

class QActionGroup;

namespace lynceus {

/// Shows how the board is grouped and sorted, with a menu to change it.
class ArrangeButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit ArrangeButton(QWidget *parent = nullptr);

    void setArrangement(const BoardArrangement &arrangement);
    [[nodiscard]] const BoardArrangement &arrangement() const { return m_arrangement; }

Q_SIGNALS:
    /// The user chose an arrangement.
    void arranged(const lynceus::BoardArrangement &arrangement);

private:
    void choose(const BoardArrangement &arrangement);

    BoardArrangement m_arrangement;
    QActionGroup *m_groupings;
    QActionGroup *m_sortings;
};

} // namespace lynceus
