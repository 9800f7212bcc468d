#pragma once

#include "app/gui/detail/resources/resourcemodel.h"
#include "core/domain/model/application.h"
#include "core/domain/model/resourcetree.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace lynceus {

class PlainLabel;

class Clock;
class ResourceView;

/// The resource tree with its filter. The selected resource is the subject of the other tabs.
class ResourcesTab final : public QWidget
{
    Q_OBJECT
public:
    explicit ResourcesTab(const Clock &clock, QWidget *parent = nullptr);

    /// Null: not read yet.
    void showTree(std::shared_ptr<const Application> application, std::shared_ptr<const ResourceTree> tree);
    /// Shown instead of the tree while there is none, with a button; empty: no error.
    void showTrouble(const QString &sentence, const QString &remedy);
    /// Call before another application is shown.
    void clear();
    /// The selected resource; empty if none or a group is selected. A resource that does not exist yet has no uid.
    [[nodiscard]] std::optional<ResourceNode> selected() const;
    void select(const ResourceKey &key);
    /// Moves the focus to the filter.
    void find();
    /// May be placed elsewhere while this page is shown; takeFilter() moves it back above the tree.
    [[nodiscard]] QLineEdit *filter() const { return m_filter; }
    void takeFilter();
    /// The column widths, for WindowMemory.
    [[nodiscard]] QByteArray columns() const;
    /// Ignores invalid states.
    void setColumns(const QByteArray &columns);

Q_SIGNALS:
    void selectionChanged();
    /// Enter or a double click.
    void activated();
    /// Requests the versions of the service with this image.
    void versionsAsked(const QString &image);
    /// The button of the error was clicked.
    void remedyAsked();

private:
    void refresh();
    void reportSelection();
    void showNote(const QString &words, const QString &step = {});
    void copyRow() const;
    void addKeys();

    const Clock &m_clock;
    std::shared_ptr<const Application> m_application;
    std::shared_ptr<const ResourceTree> m_tree;
    ResourceModel *m_model;
    ResourceView *m_view;
    QLineEdit *m_filter;
    QStackedWidget *m_pages;
    PlainLabel *m_note;
    QPushButton *m_step; ///< action shown if there is no tree
    QTimer *m_ages;
    QString m_trouble;
    QString m_remedy;
    std::optional<ResourceKey> m_reported; ///< the resource of the last selectionChanged()
    bool m_isUpdating = false;             ///< rows of an earlier tree may be current
};

} // namespace lynceus
