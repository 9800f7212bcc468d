#pragma once

#include "core/io/process/programoutput.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace lynceus {

class PlainLabel;

/// The findings of `lynceus doctor` about this computer and each instance, to read and copy.
class DiagnosticsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Runs @p doctor at once, usually this program's own command. An empty program is reported in the dialog.
    explicit DiagnosticsDialog(const ProgramCall &doctor, QWidget *parent = nullptr);

private:
    void showFindings(const Result<QByteArray> &output);

    PlainLabel *m_state;
    QPlainTextEdit *m_findings;
    QPushButton *m_copy;
    ProgramOutput m_doctor;
};

} // namespace lynceus
