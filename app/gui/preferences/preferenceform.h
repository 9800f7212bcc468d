#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QGridLayout;

namespace lynceus {

class PlainLabel;

/// Settings in rows with headings. Shows one category, or all rows that match a search.
class PreferenceForm final : public QWidget
{
    Q_OBJECT
public:
    explicit PreferenceForm(QWidget *parent = nullptr);

    /// Later rows belong to this category.
    void addCategory(const QString &title);
    void showCategory(int category);
    [[nodiscard]] int category() const { return m_category; }
    void addHeading(const QString &text);
    /// @p words: additional search terms besides the label. The label is also the accessible name of the control.
    void addRow(const QString &label, QWidget *control, const QString &words = {});
    /// Adds a control of full width with its own labels.
    void addWide(QWidget *control, const QString &words);
    /// Every word must occur in a row's label, search terms, heading or category. Empty: shows the current category.
    /// Returns the number of visible rows.
    int search(const QString &text);

private:
    struct Row
    {
        QWidget *label = nullptr;   ///< null for wide controls
        QWidget *control = nullptr; ///< null for headings
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
