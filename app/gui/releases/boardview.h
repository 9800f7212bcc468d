#pragma once

#include "app/gui/releases/boardcolumns.h"
#include "app/gui/releases/boardmodel.h"

#include <QHash>
#include <QTreeView>

namespace lynceus {

class BoardDelegate;

/// The tree on the Releases screen. Releases fold and unfold with Left and Right, Space, Enter or a click on their
/// arrow. Groups fold with Left or a click, and unfold with Right, Space, Enter or a click.
class BoardView final : public QTreeView
{
    Q_OBJECT
public:
    explicit BoardView(BoardModel &model, QWidget *parent = nullptr);

    /// Names of the unfolded releases. Kept when releases move, and applied to releases that are added later.
    [[nodiscard]] QStringList unfolded() const { return m_unfolded; }
    void setUnfolded(const QStringList &releases);
    /// Applies the model's folded groups after all of them changed.
    void showFolding() { openAll(); }
    [[nodiscard]] QStringList selectedWatches() const;
    void selectWatch(const QString &id);
    /// Repaints the times in the visible rows.
    void repaintTimes();

Q_SIGNALS:
    void selectionMoved();
    /// Enter was pressed on a watch. On a release, Enter folds or unfolds it.
    void opened();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();
    void measureSoon();
    void openRows(const QModelIndex &parent, int first, int last);
    void openAll();
    void noteFolding(const QModelIndex &index, bool open);
    void noteGroup(const QModelIndex &group, bool open);
    void choose(const QModelIndex &index);
    [[nodiscard]] QModelIndex groupOf(QModelIndex index) const;
    void openCurrent();
    [[nodiscard]] bool isRelease(const QModelIndex &index) const;
    [[nodiscard]] bool isGroup(const QModelIndex &index) const;

    BoardModel &m_model;
    BoardDelegate *m_delegate;
    QHash<QString, BoardWidths> m_widths; ///< by BoardDelegate::measuredText(); measuring text is slow
    bool m_measures = false;              ///< column widths are recomputed before the next paint event
    QStringList m_unfolded;
};

} // namespace lynceus
