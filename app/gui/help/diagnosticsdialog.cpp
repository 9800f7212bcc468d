#include "app/gui/help/diagnosticsdialog.h"

#include "app/gui/widgets/dialogs/growingdialog.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/text/clipboard.h"
#include "app/gui/widgets/text/relativefont.h"
#include "core/domain/text/visibletext.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lynceus {

DiagnosticsDialog::DiagnosticsDialog(const ProgramCall &doctor, QWidget *parent)
    : QDialog(parent)
    , m_state(new PlainLabel(tr("Checking this computer and each instance…"), this))
    , m_findings(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Diagnostics"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_state->setWordWrap(true);
    m_state->setObjectName(u"state"_s);
    m_findings->setReadOnly(true);
    m_findings->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_findings->setAccessibleName(tr("Findings"));
    setFixedFont(m_findings);
    m_findings->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    m_copy->setIcon(glyphIcon("clipboard-copy"_L1));
    m_copy->setEnabled(false);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        copyText(m_findings->toPlainText());
        m_state->setText(tr("Copied."));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_state);
    column->addWidget(m_findings, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().lineSpacing() * 28);
    growWithContent(this);
    connect(&m_doctor, &ProgramOutput::finished, this, &DiagnosticsDialog::showFindings);
    if (doctor.program.isEmpty())
        m_state->setText(
            tr("The checks did not run: the program lynceus was not found. Install it beside this window."));
    else
        m_doctor.start(doctor);
}

void DiagnosticsDialog::showFindings(const Result<QByteArray> &output)
{
    if (!output) {
        m_state->setText(tr("The checks did not run: %1.").arg(output.error().message));
        return;
    }
    m_state->setText(tr("What Lynceus found. For a bug report, run lynceus doctor --bundle FILE in a terminal."));
    m_findings->setPlainText(visibleText(QString::fromUtf8(*output)));
    m_copy->setEnabled(!output->isEmpty());
    m_findings->setFocus(Qt::OtherFocusReason);
}

} // namespace lynceus
