#pragma once

#include "app/gui/shell/palette/palettemodel.h"

#include <QFrame>

#include <functional>

class QLineEdit;
class QListView;

namespace lynceus {

/// Ctrl+K: an input with the best matches below, over the window. Entries are collected when it opens.
class Palette final : public QFrame
{
    Q_OBJECT
public:
    using Gather = std::function<std::vector<PaletteEntry>()>;

    /// @param window becomes the parent.
    Palette(Gather gather, QWidget *window);

    void open();
    void close();
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    [[nodiscard]] const PaletteModel &model() const { return *m_model; }

Q_SIGNALS:
    void chosen(const lynceus::PaletteEntry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search(const QString &typed);
    void choose();
    void place();
    bool takeKey(int key);

    Gather m_gather;
    PaletteModel *m_model;
    QLineEdit *m_line;
    QListView *m_list;
    QPointer<QWidget> m_focusBefore;
};

} // namespace lynceus
