#pragma once

#include <QObject>

class QTabWidget;
class QWidget;

namespace lynceus {

class ResourcesTab;

/// Moves the filter of the resource tree into the line of the tabs if it fits there, otherwise above the tree. Each
/// saved line shows one more row of the tree.
class CornerFilter final : public QObject
{
    Q_OBJECT
public:
    /// @p page must be one of @p tabs, which owns this object.
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
