#include "app/gui/newwatch/timesform.h"

#include "app/gui/newwatch/formline.h"
#include "app/gui/widgets/controls/chips.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/painting/tones.h"
#include "core/engine/text/boardtext.h"
#include "core/engine/text/watchplantext.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kUsualDeadline = 1; // 15 min

/// The first choice that is at least @p wanted, otherwise the last.
template<typename Choices, typename Length>
int nextLonger(const Choices &choices, Duration wanted, Length length)
{
    const auto found = std::ranges::find_if(choices, [&](const auto &choice) { return length(choice) >= wanted; });
    return int(std::min<std::ptrdiff_t>(found - std::begin(choices), std::ssize(choices) - 1));
}

} // namespace

TimesForm::TimesForm(const Clock &clock, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_zone(zone)
    , m_choices(deadlineChoices(clock.now(), zone))
    , m_deadlines(new ChipRow(tr("Deadline"), this))
    , m_eta(new PlainLabel(this))
    , m_bakes(new ChipRow(tr("Observe for"), this))
{
    m_eta->setWordWrap(true);
    m_bakes->setChoices({tr("0 min"), tr("5 min"), tr("30 min")},
                        {tr("Deployed as soon as it runs"), tr("Deployed after running for 5 minutes"),
                         tr("Deployed after running for 30 minutes")});
    m_bakes->choose(0);
    offerDeadlines();
    m_deadlines->choose(kUsualDeadline);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(10); // same as the surrounding lines
    column->addWidget(formLine(this, tr("Deadline"), m_deadlines, m_eta));
    column->addWidget(formLine(this, tr("Observe for"), m_bakes));
    for (auto *row : {m_deadlines, m_bakes})
        connect(row, &ChipRow::chosenByPerson, this, &TimesForm::chosen);
}

void TimesForm::offerDeadlines()
{
    QStringList deadlines;
    QStringList tips;
    for (const auto &choice : m_choices) {
        deadlines.append(deadlineText(choice.kind));
        tips.append(tr("Times out at %1").arg(momentText(m_clock.now() + choice.timeout, m_clock.now(), m_zone)));
    }
    m_deadlines->setChoices(deadlines, tips);
}

Duration TimesForm::timeout() const
{
    return m_choices.at(std::size_t(std::max(0, m_deadlines->chosen()))).timeout;
}

Duration TimesForm::bake() const
{
    return kBakeChoices.at(std::size_t(std::max(0, m_bakes->chosen())));
}

void TimesForm::choose(int deadline, int observing)
{
    m_deadlines->choose(deadline);
    m_bakes->choose(observing);
}

void TimesForm::chooseTimeout(Duration timeout)
{
    m_deadlines->choose(nextLonger(m_choices, timeout, [](const DeadlineChoice &choice) { return choice.timeout; }));
}

void TimesForm::chooseBake(Duration bake)
{
    m_bakes->choose(nextLonger(kBakeChoices, bake, [](Duration choice) { return choice; }));
}

void TimesForm::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_choices = deadlineChoices(m_clock.now(), zone);
    offerDeadlines();
    if (m_deadlines->chosen() < 0) // "this evening" has passed in the new zone
        m_deadlines->choose(kUsualDeadline);
}

void TimesForm::showEta(const std::optional<Eta> &eta)
{
    m_shownEta = eta;
    auto text = eta ? etaText(*eta) : QString();
    const bool isShort = eta && eta->p90 > timeout();
    if (isShort)
        text += u" – "_s + tr("may be too short");
    m_eta->setText(text);
    auto tinted = palette();
    const auto tones = tonesOf(palette());
    tinted.setColor(QPalette::WindowText, isShort ? tones.of(StateRole::Held).foreground : tones.muted);
    m_eta->setPalette(tinted);
}

void TimesForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showEta(m_shownEta);
}

} // namespace lynceus
