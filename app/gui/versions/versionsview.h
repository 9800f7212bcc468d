#pragma once

#include <QTableView>

namespace lynceus {

class ServicesHeader;
class VersionsModel;

/// The matrix: services beside it, environments above it, in an order that dragging changes.
class VersionsView final : public QTableView
{
    Q_OBJECT
public:
    explicit VersionsView(VersionsModel &model, QWidget *parent = nullptr);

    /// Of all cells that are selected, in the order of the table.
    [[nodiscard]] std::vector<int> selectedRows() const;
    /// Redraws what depends on the time alone.
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
    bool m_isPuttingBack = false; ///< the model moves columns, the header keeps them in its order
};

} // namespace lynceus
