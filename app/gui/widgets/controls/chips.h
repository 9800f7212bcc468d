#pragma once

#include <QAbstractButton>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace lynceus {

/// A choice that can be ticked, drawn as a pill.
class Chip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A row of chips of which one is chosen, or none where that is allowed. Left and Right go through them.
class ChipRow final : public QWidget
{
    Q_OBJECT
public:
    /// @p name is what a screen reader says before each choice.
    explicit ChipRow(const QString &name, QWidget *parent = nullptr);

    /// Keeps the chosen one where its text is still there. @p tips may be shorter.
    void setChoices(const QStringList &texts, const QStringList &tips = {});
    [[nodiscard]] int chosen() const; ///< -1: none
    void choose(int choice);          ///< without a signal

Q_SIGNALS:
    void chosenByPerson(int choice);

private:
    QString m_name;
    QButtonGroup *m_group;
    QHBoxLayout *m_row;
};

} // namespace lynceus
