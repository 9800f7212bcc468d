#pragma once

#include <QKeySequence>
#include <QWidget>

class QKeySequenceEdit;
class QToolButton;

namespace lynceus {

class PlainLabel;

/// Edits the shortcut of one action: press keys to change it, Backspace to clear it, a button to restore the default.
/// Conflicts are shown below.
class KeyField final : public QWidget
{
    Q_OBJECT
public:
    /// @p name of the action, for screen readers.
    explicit KeyField(const QString &name, QWidget *parent = nullptr);
    ~KeyField() override;

    void show(const QKeySequence &key, bool isStandard, const QString &trouble);

Q_SIGNALS:
    /// Empty: no shortcut.
    void wished(const QKeySequence &key);
    void standardWished();

private:
    QKeySequenceEdit *m_edit;
    QToolButton *m_standard;
    PlainLabel *m_trouble;
    QKeySequence m_key;
};

} // namespace lynceus
