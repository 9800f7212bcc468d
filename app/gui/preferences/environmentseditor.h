#pragma once

#include "core/domain/environments/environment.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace lynceus {

class PlainLabel;

/// A table of environments. The first environment that matches an application applies, so users can change the order.
///
/// Valid tables are reported by changed() at once. Invalid or incomplete rows stay in the table with one line that
/// explains why, and nothing is reported.
class EnvironmentsEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentsEditor(QWidget *parent = nullptr);

    /// Does nothing if these were shown or reported last, so that other changed settings do not discard a draft.
    void setEnvironments(const std::vector<Environment> &environments);

Q_SIGNALS:
    void changed(const std::vector<lynceus::Environment> &environments);

private:
    struct Row
    {
        QLineEdit *name = nullptr;
        QComboBox *colour = nullptr;
        QComboBox *by = nullptr;
        QLineEdit *rule = nullptr;
        QToolButton *up = nullptr;
        QToolButton *down = nullptr;
        QToolButton *remove = nullptr;
    };

    void fill(const std::vector<Environment> &environments);
    void addRow(const Environment &environment);
    void addButtons(Row &row, int at);
    void add();
    void move(int from, int to);
    void remove(int at);
    void apply();
    void complain(const QString &sentence);
    [[nodiscard]] std::vector<Environment> typed() const;

    QGridLayout *m_grid;
    PlainLabel *m_nothing;
    PlainLabel *m_wrong;
    QPushButton *m_add;
    std::vector<QWidget *> m_headings;
    std::vector<Row> m_rows;
    std::vector<Environment> m_reported; ///< last shown or reported
};

} // namespace lynceus
