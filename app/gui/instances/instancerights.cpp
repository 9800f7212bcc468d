#include "app/gui/instances/instancerights.h"

#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"
#include "core/domain/text/facts.h"

#include <QBoxLayout>
#include <QEvent>

#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using State = Finding::State;

constexpr int kGlyph = 14;

QLatin1StringView glyphOf(State state)
{
    switch (state) {
    case State::Ok:
        return "shield-check"_L1;
    case State::Unknown:
        return "shield-question-mark"_L1;
    case State::Warning:
    case State::Bad:
        return "shield-alert"_L1;
    }
    Q_UNREACHABLE();
}

QColor colourOf(State state, const Tones &tones)
{
    switch (state) {
    case State::Ok:
    case State::Unknown:
        return tones.muted;
    case State::Warning:
        return tones.of(StateRole::Held).foreground;
    case State::Bad:
        return tones.of(StateRole::Bad).foreground;
    }
    Q_UNREACHABLE();
}

} // namespace

InstanceRights::InstanceRights(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(4);
    hide();
}

void InstanceRights::forget()
{
    show({});
}

void InstanceRights::showAsking()
{
    if (m_lines.empty()) // keeps the last result until there is a new one
        show({{State::Unknown, tr("checking permissions…")}});
}

void InstanceRights::showTrouble(const QString &sentence)
{
    show({{State::Unknown, tr("permissions could not be checked: %1").arg(sentence)}});
}

void InstanceRights::showFindings(const Findings &findings)
{
    std::vector<Line> lines;
    for (const auto state : {State::Ok, State::Unknown}) {
        QStringList sentences;
        for (const auto &finding : findings) {
            if (finding.state == state)
                sentences.push_back(finding.sentence);
        }
        if (!sentences.isEmpty())
            lines.push_back({state, joinedFacts(sentences)});
    }
    for (const auto &finding : findings) {
        if (finding.state == State::Warning || finding.state == State::Bad)
            lines.push_back(
                {finding.state,
                 finding.remedy.isEmpty() ? finding.sentence : tr("%1 – %2").arg(finding.sentence, finding.remedy)});
    }
    show(std::move(lines));
}

QString InstanceRights::text() const
{
    QStringList texts;
    for (const auto &line : m_lines)
        texts.push_back(line.text);
    return texts.join(u'\n');
}

void InstanceRights::show(std::vector<Line> lines)
{
    if (lines == m_lines)
        return;
    m_lines = std::move(lines);
    build();
    setVisible(!m_lines.empty());
}

void InstanceRights::build()
{
    while (auto *row = m_column->takeAt(0)) {
        delete row->widget();
        delete row;
    }
    const auto tones = tonesOf(palette());
    for (const auto &line : m_lines) {
        auto *row = new QWidget(this);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins({});
        layout->setSpacing(6);
        auto *glyph = new PlainLabel(row);
        glyph->setPixmap(glyphPixmap(glyphOf(line.state), colourOf(line.state, tones), kGlyph, devicePixelRatioF()));
        auto *text = new PlainLabel(line.text, row);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse); // users can copy a rule for the administrator
        auto colours = text->palette();
        colours.setColor(QPalette::WindowText, colourOf(line.state, tones));
        text->setPalette(colours);
        layout->addWidget(glyph, 0, Qt::AlignTop);
        layout->addWidget(text, 1);
        m_column->addWidget(row);
    }
}

void InstanceRights::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        build();
    QWidget::changeEvent(event);
}

} // namespace lynceus
