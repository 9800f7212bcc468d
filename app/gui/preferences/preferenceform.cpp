#include "app/gui/preferences/preferenceform.h"

#include "app/gui/widgets/plainlabel.h"

#include <QAbstractButton>
#include <QGridLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

PreferenceForm::PreferenceForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setColumnStretch(1, 1);
}

void PreferenceForm::addHeading(const QString &text)
{
    auto *label = new PlainLabel(text, this);
    auto font = label->font();
    font.setBold(true);
    label->setFont(font);
    m_grid->addWidget(label, static_cast<int>(m_rows.size()), 0, 1, 2);
    m_rows.push_back({label, nullptr, text});
    leaveRoomBelow();
}

void PreferenceForm::addRow(const QString &text, QWidget *control, const QString &words)
{
    auto *label = new PlainLabel(text, this);
    label->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(text);
    const auto row = static_cast<int>(m_rows.size());
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(control, row, 1, Qt::AlignLeft | Qt::AlignVCenter);
    const auto *button = qobject_cast<QAbstractButton *>(control);
    m_rows.push_back({label, control, text + u' ' + words + u' ' + (button ? button->text() : QString())});
    leaveRoomBelow();
}

/// What a search leaves stays together at the top.
void PreferenceForm::leaveRoomBelow()
{
    const auto rows = static_cast<int>(m_rows.size());
    m_grid->setRowStretch(rows - 1, 0);
    m_grid->setRowStretch(rows, 1);
}

int PreferenceForm::search(const QString &text)
{
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    int left = 0;
    Row *heading = nullptr;
    for (auto &row : m_rows) {
        if (!row.control) {
            heading = &row;
            row.label->setVisible(false);
            continue;
        }
        const auto all = (heading ? heading->words + u' ' : QString()) + row.words;
        const bool matches =
            std::ranges::all_of(words, [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
        row.label->setVisible(matches);
        row.control->setVisible(matches);
        if (matches && heading)
            heading->label->setVisible(true);
        left += matches ? 1 : 0;
    }
    return left;
}

} // namespace lynceus
