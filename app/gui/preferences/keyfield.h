#pragma once

#include <QKeySequence>
#include <QWidget>

class QKeySequenceEdit;
class QToolButton;

namespace lynceus {

class PlainLabel;

/// The key of one action: pressed to be changed, taken away with Backspace, put back by a button, and below it what
/// stands in its way.
class KeyField final : public QWidget
{
    Q_OBJECT
public:
    /// @p name of the action, for screen readers.
    explicit KeyField(const QString &name, QWidget *parent = nullptr);
    ~KeyField() override;

    void show(const QKeySequence &key, bool isStandard, const QString &trouble);

Q_SIGNALS:
    /// Empty: none.
    void wished(const QKeySequence &key);
    void standardWished();

private:
    QKeySequenceEdit *m_edit;
    QToolButton *m_standard;
    PlainLabel *m_trouble;
    QKeySequence m_key;
};

} // namespace lynceus
