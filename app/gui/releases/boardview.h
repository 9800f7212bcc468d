#pragma once

#include "app/gui/releases/boardcolumns.h"
#include "app/gui/releases/boardmodel.h"

#include <QHash>
#include <QTreeView>

namespace lynceus {

class BoardDelegate;

/// The list of the board. Releases fold by Left and Right, a click on their arrow, Space or Enter; groups by Left and a
/// click, and unfold by Right, Space, Enter or a click.
class BoardView final : public QTreeView
{
    Q_OBJECT
public:
    explicit BoardView(BoardModel &model, QWidget *parent = nullptr);

    /// Names of the releases that are unfolded; kept over moves, and for those that come later.
    [[nodiscard]] QStringList unfolded() const { return m_unfolded; }
    void setUnfolded(const QStringList &releases);
    /// Folded groups as the model says it, after that changed as a whole.
    void showFolding() { openAll(); }
    [[nodiscard]] QStringList selectedWatches() const;
    void selectWatch(const QString &id);
    /// Repaints the times of the rows that are seen.
    void repaintTimes();

Q_SIGNALS:
    void selectionMoved();
    /// Enter on a watch; a release folds.
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
    QHash<QString, BoardWidths> m_widths; ///< by BoardDelegate::measuredText(): texts are measured once
    bool m_measures = false;              ///< columns are laid out anew before the next painting
    QStringList m_unfolded;
};

} // namespace lynceus
