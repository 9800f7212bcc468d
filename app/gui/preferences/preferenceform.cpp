#include "app/gui/preferences/preferenceform.h"

#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/text/relativefont.h"

#include <QAbstractButton>
#include <QGridLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kMostLetters = 18; ///< of a label on one line: longer ones would push controls out of the dialog

} // namespace

PreferenceForm::PreferenceForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setColumnStretch(1, 1);
}

void PreferenceForm::addCategory(const QString &title)
{
    m_categories.append(title);
}

void PreferenceForm::showCategory(int category)
{
    m_category = category;
    search(m_sought);
}

void PreferenceForm::addHeading(const QString &text)
{
    auto *label = new PlainLabel(text, this);
    setRelativeFont(label, 1, QFont::Bold);
    m_grid->addWidget(label, static_cast<int>(m_rows.size()), 0, 1, 2);
    m_rows.push_back({label, nullptr, text, int(m_categories.size()) - 1});
    leaveRoomBelow();
}

void PreferenceForm::addRow(const QString &text, QWidget *control, const QString &words)
{
    auto *label = new PlainLabel(text, this);
    const int whole = label->sizeHint().width();
    label->setWordWrap(true);
    const int most = std::max(label->minimumSizeHint().width(), fontMetrics().averageCharWidth() * kMostLetters);
    label->setMinimumWidth(std::min(whole, most));
    label->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(text);
    const auto row = static_cast<int>(m_rows.size());
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(control, row, 1, Qt::AlignLeft | Qt::AlignVCenter);
    const auto *button = qobject_cast<QAbstractButton *>(control);
    m_rows.push_back({label, control, text + u' ' + words + u' ' + (button ? button->text() : QString()),
                      int(m_categories.size()) - 1});
    leaveRoomBelow();
}

void PreferenceForm::addWide(QWidget *control, const QString &words)
{
    m_grid->addWidget(control, static_cast<int>(m_rows.size()), 0, 1, 2);
    m_rows.push_back({nullptr, control, words, int(m_categories.size()) - 1});
    leaveRoomBelow();
}

/// Keeps the matching rows together at the top.
void PreferenceForm::leaveRoomBelow()
{
    const auto rows = static_cast<int>(m_rows.size());
    m_grid->setRowStretch(rows - 1, 0);
    m_grid->setRowStretch(rows, 1);
}

bool PreferenceForm::matches(const Row &row, const Row *heading, const QStringList &words) const
{
    if (words.isEmpty())
        return m_categories.isEmpty() || row.category == m_category;
    const auto all =
        (QStringList{m_categories.value(row.category), heading ? heading->words : QString(), row.words}).join(u' ');
    return std::ranges::all_of(words, [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

int PreferenceForm::search(const QString &text)
{
    m_sought = text;
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    int left = 0;
    const Row *heading = nullptr;
    for (const auto &row : m_rows) {
        if (!row.control) {
            heading = &row;
            row.label->setVisible(false);
            continue;
        }
        const bool isShown = matches(row, heading, words);
        if (row.label)
            row.label->setVisible(isShown);
        row.control->setVisible(isShown);
        if (isShown && heading)
            heading->label->setVisible(true);
        left += isShown ? 1 : 0;
    }
    return left;
}

} // namespace lynceus
