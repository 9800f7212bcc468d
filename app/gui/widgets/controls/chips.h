#pragma once

#include <QAbstractButton>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace lynceus {

/// A checkable option, drawn as a pill.
class Chip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A row of chips with one selected chip, or optionally none. Left and Right move the selection.
class ChipRow final : public QWidget
{
    Q_OBJECT
public:
    /// @p name is read by screen readers before each option.
    explicit ChipRow(const QString &name, QWidget *parent = nullptr);

    /// Keeps the selected option if its text still exists. @p tips may be shorter.
    void setChoices(const QStringList &texts, const QStringList &tips = {});
    [[nodiscard]] int chosen() const; ///< -1: none
    void choose(int choice);          ///< emits no signal

Q_SIGNALS:
    void chosenByPerson(int choice);

private:
    QString m_name;
    QButtonGroup *m_group;
    QHBoxLayout *m_row;
};

} // namespace lynceus
