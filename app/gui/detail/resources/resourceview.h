#pragma once

#include "app/gui/detail/resources/resourcemodel.h"

#include <QSet>
#include <QTreeView>

namespace lynceus {

/// The tree of an application's resources: what leads to a problem is unfolded, what is well stays folded unless the
/// whole tree fits on a screen. What a person folds or unfolds stays so, and scrolling stays with the row on top.
class ResourceView final : public QTreeView
{
    Q_OBJECT
public:
    explicit ResourceView(ResourceModel &model, QWidget *parent = nullptr);

    /// Shows a later outline of the same application.
    void update(std::vector<OutlineNode> outline);
    /// Forgets what was folded by hand: another application comes.
    void forget();

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Unfolds below @p parent what should be, and folds nothing.
    void unfold(const QModelIndex &parent, bool all);
    void setWidths();
    /// Leaves out columns, of less worth first, until names have their room.
    void fitColumns();

    ResourceModel &m_model;
    QSet<ResourceKey> m_foldedByHand;
    bool m_unfolding = false;
};

} // namespace lynceus
