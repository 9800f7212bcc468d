#include "app/gui/widgets/dialogs/notedialog.h"

#include "app/gui/widgets/dialogs/growingdialog.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "core/domain/watch/watchrequests.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lynceus {

using namespace Qt::StringLiterals;

NoteDialog::NoteDialog(const QString &note, QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(note, this))
    , m_problem(new PlainLabel(this))
    , m_save(nullptr)
{
    setWindowTitle(tr("Note"));
    constexpr int kLetters = 48;
    constexpr int kLines = 5;
    m_text->setAccessibleName(tr("Note"));
    m_text->setPlaceholderText(tr("What others should know about this release"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumSize(fontMetrics().averageCharWidth() * kLetters, fontMetrics().lineSpacing() * kLines);
    m_text->selectAll();
    auto *where = new PlainLabel(tr("Shown on the board, in the detail, in reports and in exports."), this);
    where->setForegroundRole(QPalette::PlaceholderText);
    where->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(u"problem"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NoteDialog::check);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addWidget(where);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    check();
    growWithContent(this);
}

QString NoteDialog::note() const
{
    return m_text->toPlainText().trimmed();
}

void NoteDialog::check()
{
    const auto checked = checkedNote(m_text->toPlainText());
    m_problem->setText(checked ? QString() : checked.error().message);
    m_problem->setVisible(!checked);
    m_save->setEnabled(checked.has_value());
}

} // namespace lynceus
