#pragma once

#include <QListView>

namespace lynceus {

class TargetModel;

/// The offered applications. Checked rows are selected too, because screen readers can read and change the selection.
/// Keys and the pointer toggle check boxes directly.
class TargetList final : public QListView
{
    Q_OBJECT
public:
    explicit TargetList(TargetModel &model, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                                       const QEvent *event) const override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void selectTicked();

    TargetModel &m_model;
    bool m_following = false; ///< the selection is being synchronised with the check boxes
};

} // namespace lynceus
