#pragma once

#include "core/engine/facade/engine.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace lynceus {

class Banner;

/// Imports contexts of the argocd CLI: lists the contexts in its file and lets the user choose.
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(Engine &engine, QWidget *parent);

Q_SIGNALS:
    void imported(const QStringList &ids);

private:
    void build();
    void read();
    void offer(const std::vector<ImportableContext> &contexts);
    void import();
    void showCount();
    [[nodiscard]] QStringList chosen() const;

    Engine &m_engine;
    QLineEdit *m_file;
    QTreeWidget *m_list;
    Banner *m_banner;
    QPushButton *m_import;
    int m_asked = 0;
};

} // namespace lynceus
