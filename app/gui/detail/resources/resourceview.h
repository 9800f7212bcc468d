#pragma once

#include "app/gui/detail/resources/resourcemodel.h"

#include <QSet>
#include <QTreeView>

namespace lynceus {

/// The resource tree of an application. Paths to problems are expanded; healthy parts stay collapsed unless the whole
/// tree fits on the screen. Rows that the user expanded or collapsed stay so, and the top row keeps its position.
class ResourceView final : public QTreeView
{
    Q_OBJECT
public:
    explicit ResourceView(ResourceModel &model, QWidget *parent = nullptr);

    /// Shows a new outline of the same application.
    void update(std::vector<OutlineNode> outline);
    /// Forgets the user's expanded and collapsed rows; call before another application is shown.
    void forget();

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Expands rows below @p parent that should be expanded; collapses none.
    void unfold(const QModelIndex &parent, bool all);
    void setWidths();
    /// Hides columns, the least important first, until names have enough room.
    void fitColumns();

    ResourceModel &m_model;
    QSet<ResourceKey> m_foldedByHand;
    bool m_unfolding = false;
};

} // namespace lynceus
