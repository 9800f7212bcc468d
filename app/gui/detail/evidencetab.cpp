#include "app/gui/detail/evidencetab.h"

#include "app/gui/detail/detailtext.h"
#include "app/gui/widgets/dialogs/reportview.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/text/clipboard.h"
#include "core/domain/time/zonedtime.h"
#include "core/io/clock.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace lynceus {

EvidenceTab::EvidenceTab(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_text(new ReportView(this))
{
    setFocusProxy(m_text);
    m_text->setAccessibleName(tr("Evidence"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *copy = new QPushButton(glyphIcon("clipboard-copy"_L1), tr("Copy evidence"), this);
    copy->setObjectName(u"copyEvidence"_s);
    setPlainToolTip(copy, tr("Copy the evidence as Markdown"));
    connect(copy, &QPushButton::clicked, this, [this] {
        const auto times = tr("Time zone: %1").arg(nameOf(m_zone));
        copyText(m_text->inOrder()->toMarkdown() + times + u'\n');
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(copy, 0, Qt::AlignTrailing);
}

void EvidenceTab::showSubject(const DetailSubject &subject)
{
    auto html = evidenceHtml(subject, m_clock.now(), m_zone);
    if (html == m_shown)
        return;
    m_shown = html;
    const int scrolled = m_text->verticalScrollBar()->value();
    m_text->setHtml(html);
    m_text->alignLeading();
    m_text->verticalScrollBar()->setValue(scrolled);
}

} // namespace lynceus
