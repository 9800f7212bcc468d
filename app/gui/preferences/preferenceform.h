#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;

namespace lynceus {

class PlainLabel;

/// Rows under headings, of which those are shown that match what is searched for.
class PreferenceForm final : public QWidget
{
    Q_OBJECT
public:
    explicit PreferenceForm(QWidget *parent = nullptr);

    void addHeading(const QString &text);
    /// @p words besides the label under which it is found. The label names the control for screen readers, too.
    void addRow(const QString &label, QWidget *control, const QString &words = {});
    /// Each word must be in a row's label, words or heading. Returns how many rows are left.
    int search(const QString &text);

private:
    struct Row
    {
        QWidget *label = nullptr;
        QWidget *control = nullptr; ///< null for a heading
        QString words;
    };

    void leaveRoomBelow();

    QGridLayout *m_grid;
    std::vector<Row> m_rows;
};

} // namespace lynceus
