#pragma once

#include "app/gui/widgets/painting/statecolours.h"

#include <QFrame>

#include <functional>

class QPushButton;

namespace lynceus {

class PlainLabel;

/// A question or message above the list that it is about, instead of a dialog. Escape or the second button closes it
/// and returns the focus.
class InlineBar final : public QFrame
{
    Q_OBJECT
public:
    explicit InlineBar(QWidget *parent = nullptr);

    /// The first button has the focus: Enter accepts, Escape rejects.
    void ask(const QString &question, const QString &yes, const QString &no, std::function<void()> whenYes);
    /// Shows a message; the focus does not move.
    void say(const QString &message, StateRole role);
    void close();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void answerYes();

    PlainLabel *m_text;
    QPushButton *m_yes;
    QPushButton *m_no;
    StateRole m_role = StateRole::Held;
    std::function<void()> m_whenYes;
    QWidget *m_focusBefore = nullptr;
};

} // namespace lynceus
