#pragma once

#include <QTreeView>

namespace lynceus {

class DeploymentsModel;

/// The list, each row in two lines: what happened, and why or by which commit. Narrow ones leave out columns by their
/// worth.
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
