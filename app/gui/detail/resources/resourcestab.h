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

/// The resource tree with its filter. Which resource is selected is what the other tabs are about.
class ResourcesTab final : public QWidget
{
    Q_OBJECT
public:
    explicit ResourcesTab(const Clock &clock, QWidget *parent = nullptr);

    /// Either may be null: not read yet.
    void showTree(std::shared_ptr<const Application> application, std::shared_ptr<const ResourceTree> tree);
    /// Said in place of the tree while there is none, with a button; empty: nothing is wrong.
    void showTrouble(const QString &sentence, const QString &remedy);
    /// Another application comes.
    void clear();
    /// The selected resource; nothing if none or a group is selected. One that does not exist yet has no uid.
    [[nodiscard]] std::optional<ResourceNode> selected() const;
    void select(const ResourceKey &key);
    /// To the filter.
    void find();
    /// May stand elsewhere while this page is shown; takeFilter() has it back above the tree.
    [[nodiscard]] QLineEdit *filter() const { return m_filter; }
    void takeFilter();
    /// Widths of the columns, to be remembered.
    [[nodiscard]] QByteArray columns() const;
    /// What is no such state changes nothing.
    void setColumns(const QByteArray &columns);

Q_SIGNALS:
    void selectionChanged();
    /// Enter or a double click.
    void activated();
    /// Where the service of this image runs.
    void versionsAsked(const QString &image);
    /// The button of the trouble.
    void remedyAsked();

private:
    void refresh();
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
    QPushButton *m_step; ///< what can be done where there is no tree
    QTimer *m_ages;
    QString m_trouble;
    QString m_remedy;
    std::optional<ResourceKey> m_reported; ///< what selectionChanged() was last said of
};

} // namespace lynceus
