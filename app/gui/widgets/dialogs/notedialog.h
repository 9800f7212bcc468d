#pragma once

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace lynceus {

class PlainLabel;

/// Asks for the note of one or more watches.
class NoteDialog final : public QDialog
{
    Q_OBJECT
public:
    NoteDialog(const QString &note, QWidget *parent);

    /// Trimmed; empty: remove the note.
    [[nodiscard]] QString note() const;

private:
    void check();

    QPlainTextEdit *m_text;
    PlainLabel *m_problem;
    QPushButton *m_save;
};

} // namespace lynceus
