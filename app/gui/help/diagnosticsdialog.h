#pragma once

#include "core/io/process/programoutput.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace lynceus {

class PlainLabel;

/// What `lynceus doctor` finds on this computer and of each instance, to be read and copied.
class DiagnosticsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @p doctor is run at once; usually this program's own command. Without a program the dialog says so.
    explicit DiagnosticsDialog(const ProgramCall &doctor, QWidget *parent = nullptr);

private:
    void showFindings(const Result<QByteArray> &output);

    PlainLabel *m_state;
    QPlainTextEdit *m_findings;
    QPushButton *m_copy;
    ProgramOutput m_doctor;
};

} // namespace lynceus
