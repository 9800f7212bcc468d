#pragma once

#include "app/gui/applications/applicationsmodel.h"

#include <QTreeView>

namespace lynceus {

/// The table, drawn row by row: styling each cell as Qt does takes longer than a frame at 200 %.
class ApplicationsView final : public QTreeView
{
    Q_OBJECT
public:
    explicit ApplicationsView(ApplicationsModel &model, QWidget *parent = nullptr);

    [[nodiscard]] std::vector<ApplicationKey> selectedKeys() const;
    [[nodiscard]] std::optional<ApplicationKey> currentKey() const;
    /// Selects the row and scrolls to it; false if it is hidden.
    bool showKey(const ApplicationKey &key);
    /// Repaints what depends on the current time.
    void renewAges();

Q_SIGNALS:
    void currentKeyChanged();
    void opened();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Delegate;
    void fitColumns();

    ApplicationsModel &m_model;
    Delegate *m_delegate;
};

} // namespace lynceus
