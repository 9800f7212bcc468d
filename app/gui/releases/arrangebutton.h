#pragma once

#include "app/gui/releases/boardarrangement.h"

#include <QToolButton>

class QActionGroup;

namespace lynceus {

/// At the board's head: by what its rows are grouped and sorted, with a menu to choose.
class ArrangeButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit ArrangeButton(QWidget *parent = nullptr);

    void setArrangement(const BoardArrangement &arrangement);
    [[nodiscard]] const BoardArrangement &arrangement() const { return m_arrangement; }

Q_SIGNALS:
    /// The user chose it.
    void arranged(const lynceus::BoardArrangement &arrangement);

private:
    void choose(const BoardArrangement &arrangement);

    BoardArrangement m_arrangement;
    QActionGroup *m_groupings;
    QActionGroup *m_sortings;
};

} // namespace lynceus
