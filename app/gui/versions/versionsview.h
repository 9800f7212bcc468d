#pragma once

#include <QTableView>

namespace lynceus {

class ServicesHeader;
class VersionsModel;

/// The matrix: services as rows, environments as columns, whose order can be changed by dragging.
class VersionsView final : public QTableView
{
    Q_OBJECT
public:
    explicit VersionsView(VersionsModel &model, QWidget *parent = nullptr);

    /// Rows of all selected cells, in table order.
    [[nodiscard]] std::vector<int> selectedRows() const;
    /// Repaints what depends on the current time.
    void renewAges();

Q_SIGNALS:
    /// A column was dragged.
    void environmentMoved(int from, int to);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitRows();
    void fitColumns();
    void takeMove(int logical, int from, int to);

    VersionsModel &m_model;
    ServicesHeader *m_services;
    bool m_isPuttingBack = false; ///< the header restores its order while the model moves columns
};

} // namespace lynceus
