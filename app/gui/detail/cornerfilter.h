#pragma once

#include <QObject>

class QTabWidget;
class QWidget;

namespace lynceus {

class ResourcesTab;

/// Keeps the filter of the resource tree on the line of the tabs where there is room beside them, else above the tree:
/// each line that the detail saves is a row of the tree.
class CornerFilter final : public QObject
{
    Q_OBJECT
public:
    /// @p page is one of @p tabs, which owns this.
    CornerFilter(QTabWidget &tabs, ResourcesTab &page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void move(bool beside);

    QTabWidget &m_tabs;
    ResourcesTab &m_page;
    QWidget *m_corner;
    bool m_beside = false;
};

} // namespace lynceus
