#pragma once

#include <QTreeView>

namespace lynceus {

class DeploymentsModel;

/// The list with two lines per row: the change, and its cause or commit. Narrow lists hide the least important columns.
class DeploymentsView final : public QTreeView
{
    Q_OBJECT
public:
    explicit DeploymentsView(DeploymentsModel &model, QWidget *parent = nullptr);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Delegate;

    void fitColumns();
    void paintCell(QPainter *painter, const QRect &cell, int row, int column, const QStyleOptionViewItem &option) const;

    DeploymentsModel &m_model;
};

} // namespace lynceus
