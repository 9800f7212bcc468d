#pragma once

#include <QListView>

namespace lynceus {

class TargetModel;

/// The offered applications; a tick is a selection, too, because that is what screen readers can see and change. Keys
/// and the pointer tick without it.
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
    bool m_following = false; ///< the selection is brought to the ticks
};

} // namespace lynceus
