#include "app/gui/preferences/environmentseditor.h"

#include "app/gui/widgets/accessibility/taborder.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/badge.h"
#include "app/gui/widgets/painting/icons.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kNameLetters = 14;
constexpr int kRuleLetters = 14;
constexpr int kLines = 2; ///< of an environment: all in one would be wider than a small screen in some languages
constexpr int kGap = 8;   ///< px, below an environment

/// The row of the grid in which environment @p at begins, after two lines of headings.
constexpr int firstLineOf(int at)
{
    return kLines + at * (kLines + 1);
}

using By = Environment::By;

QString placeholderOf(By by)
{
    return by == By::Label ? u"stage=prod"_s : u"prod, prod-*"_s; // examples, not translated
}

/// In the order of instanceColours().
QString textOf(qsizetype colour)
{
    const std::array words{EnvironmentsEditor::tr("Blue"),   EnvironmentsEditor::tr("Violet"),
                           EnvironmentsEditor::tr("Teal"),   EnvironmentsEditor::tr("Brown"),
                           EnvironmentsEditor::tr("Rose"),   EnvironmentsEditor::tr("Olive"),
                           EnvironmentsEditor::tr("Indigo"), EnvironmentsEditor::tr("Grey")};
    return words[std::size_t(colour) % words.size()];
}

void fillColours(QComboBox &box, const QString &chosen)
{
    const auto colours = instanceColours();
    for (qsizetype at = 0; at < colours.size(); ++at)
        box.addItem(colourIcon(colours[at]), textOf(at), colours[at]);
    if (box.findData(chosen, Qt::UserRole, Qt::MatchFixedString) < 0)
        box.addItem(colourIcon(chosen), chosen, chosen); // a colour from the file
    box.setCurrentIndex(box.findData(chosen, Qt::UserRole, Qt::MatchFixedString));
}

void fillRules(QComboBox &box, By chosen)
{
    box.addItem(EnvironmentsEditor::tr("Instance"), int(By::Instance));
    box.addItem(EnvironmentsEditor::tr("Namespace"), int(By::Namespace));
    box.addItem(EnvironmentsEditor::tr("Cluster"), int(By::Cluster));
    box.addItem(EnvironmentsEditor::tr("Project"), int(By::Project));
    box.addItem(EnvironmentsEditor::tr("Label"), int(By::Label));
    box.setCurrentIndex(box.findData(int(chosen)));
}

} // namespace

EnvironmentsEditor::EnvironmentsEditor(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_nothing(
          new PlainLabel(tr("Environments are labels such as dev, staging and production. The board shows and groups "
                            "applications by them."),
                         this))
    , m_wrong(new PlainLabel(this))
    , m_add(new QPushButton(glyphIcon("plus"_L1), tr("Add environment"), this))
{
    m_nothing->setWordWrap(true);
    m_wrong->setWordWrap(true);
    m_wrong->setObjectName(u"wrong"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_nothing);
    column->addLayout(m_grid);
    column->addWidget(m_wrong);
    column->addWidget(m_add, 0, Qt::AlignLeading);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    for (const auto &title : {tr("Name"), tr("Colour"), tr("Applies to"), tr("Values, first match counts")}) {
        auto *heading = new PlainLabel(title, this);
        heading->setForegroundRole(QPalette::PlaceholderText);
        heading->setWordWrap(true); // the column is only as wide as its cells
        m_grid->addWidget(heading, int(m_headings.size()) / kLines, int(m_headings.size()) % kLines);
        m_headings.push_back(heading);
    }
    connect(m_add, &QPushButton::clicked, this, &EnvironmentsEditor::add);
    complain({});
    fill({});
}

void EnvironmentsEditor::setEnvironments(const std::vector<Environment> &environments)
{
    if (environments == m_reported)
        return;
    m_reported = environments;
    complain({});
    fill(environments);
}

/// Recreates all widgets: there are few rows, and their number rarely changes.
void EnvironmentsEditor::fill(const std::vector<Environment> &environments)
{
    for (int line = 0; line < m_grid->rowCount(); ++line)
        m_grid->setRowMinimumHeight(line, 0);
    for (const auto &row : std::exchange(m_rows, {})) {
        for (QWidget *part :
             std::initializer_list<QWidget *>{row.name, row.colour, row.by, row.rule, row.up, row.down, row.remove}) {
            part->disconnect(this); // hiding a line edit would emit that editing has finished
            part->hide();
            part->deleteLater(); // it may be the button that was clicked
        }
    }
    for (const auto &environment : environments)
        addRow(environment);
    for (auto *heading : m_headings)
        heading->setVisible(!m_rows.empty());
    m_nothing->setVisible(m_rows.empty());
    m_add->setEnabled(m_rows.size() < kMostEnvironments);
    if (!m_rows.empty()) {
        m_rows.front().up->setEnabled(false);
        m_rows.back().down->setEnabled(false);
    }
    tabAsRead(window());
}

void EnvironmentsEditor::addRow(const Environment &environment)
{
    const int at = int(m_rows.size());
    const auto number = QString::number(at + 1);
    Row row;
    row.name = new QLineEdit(environment.name, this);
    row.name->setMaxLength(int(kLongestEnvironmentName));
    row.name->setPlaceholderText(u"production"_s);
    row.name->setMinimumWidth(fontMetrics().averageCharWidth() * kNameLetters);
    row.name->setAccessibleName(tr("Name of environment %1").arg(number));
    row.colour = new QComboBox(this);
    fillColours(*row.colour, environment.colour);
    row.colour->setAccessibleName(tr("Colour of environment %1").arg(number));
    row.by = new QComboBox(this);
    fillRules(*row.by, environment.by);
    row.by->setAccessibleName(tr("What environment %1 applies to").arg(number));
    row.rule = new QLineEdit(ruleText(environment), this);
    row.rule->setPlaceholderText(placeholderOf(environment.by));
    row.rule->setMinimumWidth(fontMetrics().averageCharWidth() * kRuleLetters);
    row.rule->setAccessibleName(tr("Values of environment %1").arg(number));
    setPlainToolTip(row.rule, tr("Separated by commas; * stands for any characters. A label is written as KEY=VALUE."));
    for (auto *line : {row.name, row.rule})
        connect(line, &QLineEdit::editingFinished, this, &EnvironmentsEditor::apply);
    connect(row.colour, &QComboBox::activated, this, &EnvironmentsEditor::apply);
    connect(row.by, &QComboBox::activated, this, [this, by = row.by, rule = row.rule] {
        rule->setPlaceholderText(placeholderOf(By(by->currentData().toInt())));
        apply();
    });
    addButtons(row, at);
    int line = firstLineOf(at);
    const auto addLine = [this, &line](std::initializer_list<QWidget *> parts) {
        int column = 0;
        for (auto *part : parts) {
            m_grid->addWidget(part, line, column++);
            part->show(); // so that it can get the focus
        }
        ++line;
    };
    addLine({row.name, row.colour});
    addLine({row.by, row.rule, row.up, row.down, row.remove});
    m_grid->setRowMinimumHeight(line, kGap);
    m_rows.push_back(row);
}

void EnvironmentsEditor::addButtons(Row &row, int at)
{
    const auto button = [this, at](QLatin1StringView glyph, const QString &text, auto then) {
        auto *made = new QToolButton(this);
        made->setIcon(glyphIcon(glyph));
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::StrongFocus);
        made->setAccessibleName(text.arg(at + 1));
        setPlainToolTip(made, text.arg(at + 1));
        connect(made, &QToolButton::clicked, this, then);
        return made;
    };
    row.up = button("arrow-up"_L1, tr("Move environment %1 up"), [this, at] { move(at, at - 1); });
    row.down = button("arrow-down"_L1, tr("Move environment %1 down"), [this, at] { move(at, at + 1); });
    row.remove = button("trash-2"_L1, tr("Remove environment %1"), [this, at] { remove(at); });
}

std::vector<Environment> EnvironmentsEditor::typed() const
{
    std::vector<Environment> environments;
    for (const auto &row : m_rows) {
        Environment environment{.name = row.name->text().trimmed(),
                                .colour = row.colour->currentData().toString(),
                                .by = By(row.by->currentData().toInt()),
                                .label = {},
                                .values = {}};
        setRuleText(environment, row.rule->text());
        environments.push_back(std::move(environment));
    }
    return environments;
}

void EnvironmentsEditor::add()
{
    auto environments = typed();
    const auto colours = instanceColours();
    environments.push_back({.name = {},
                            .colour = colours[qsizetype(environments.size()) % colours.size()],
                            .by = By::Instance,
                            .label = {},
                            .values = {}});
    fill(environments);
    m_rows.back().name->setFocus(Qt::TabFocusReason);
}

void EnvironmentsEditor::move(int from, int to)
{
    auto environments = typed();
    std::swap(environments[std::size_t(from)], environments[std::size_t(to)]);
    fill(environments);
    const auto &moved = m_rows[std::size_t(to)];
    auto *again = to < from ? moved.up : moved.down;
    (again->isEnabled() ? again : to < from ? moved.down : moved.up)->setFocus(Qt::OtherFocusReason);
    apply();
}

void EnvironmentsEditor::remove(int at)
{
    auto environments = typed();
    environments.erase(environments.begin() + at);
    fill(environments);
    if (m_rows.empty())
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_rows[std::min(std::size_t(at), m_rows.size() - 1)].remove->setFocus(Qt::OtherFocusReason);
    apply();
}

void EnvironmentsEditor::apply()
{
    const auto environments = typed();
    const auto checked = checkEnvironments(environments);
    complain(checked ? QString() : checked.error().message);
    if (!checked || environments == m_reported)
        return;
    m_reported = environments;
    Q_EMIT changed(environments);
}

void EnvironmentsEditor::complain(const QString &sentence)
{
    m_wrong->setText(sentence.isEmpty() ? QString() : tr("Not saved yet: %1").arg(sentence));
    m_wrong->setVisible(!sentence.isEmpty());
}

} // namespace lynceus
