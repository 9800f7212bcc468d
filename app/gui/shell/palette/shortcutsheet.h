#pragma once

#include <QDialog>

class QLineEdit;
class QTreeWidget;

namespace lynceus {

/// F1: the searchable list of all shortcuts, grouped by where they work.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT
public:
    struct Group
    {
        QString title;
        QList<QAction *> actions;
    };

    ShortcutSheet(const std::vector<Group> &groups, QWidget *parent);

private:
    void filter(const QString &typed);

    QLineEdit *m_line;
    QTreeWidget *m_list;
};

} // namespace lynceus
