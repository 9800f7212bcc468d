#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QGridLayout;

namespace lynceus {

class PlainLabel;

/// Rows under headings, in categories of which one is shown, or of all those rows that match what is searched for.
class PreferenceForm final : public QWidget
{
    Q_OBJECT
public:
    explicit PreferenceForm(QWidget *parent = nullptr);

    /// What is added from now on belongs to it.
    void addCategory(const QString &title);
    void showCategory(int category);
    [[nodiscard]] int category() const { return m_category; }
    void addHeading(const QString &text);
    /// @p words besides the label under which it is found. The label names the control for screen readers, too.
    void addRow(const QString &label, QWidget *control, const QString &words = {});
    /// A control that needs the whole width, and has labels of its own.
    void addWide(QWidget *control, const QString &words);
    /// Each word must be in a row's label, words, heading or category. Without a word the category is shown. Returns
    /// how many rows are left.
    int search(const QString &text);

private:
    struct Row
    {
        QWidget *label = nullptr;   ///< null for a wide control
        QWidget *control = nullptr; ///< null for a heading
        QString words;
        int category = -1;
    };

    [[nodiscard]] bool matches(const Row &row, const Row *heading, const QStringList &words) const;
    void leaveRoomBelow();

    QGridLayout *m_grid;
    std::vector<Row> m_rows;
    QStringList m_categories;
    int m_category = 0;
    QString m_sought;
};

} // namespace lynceus
