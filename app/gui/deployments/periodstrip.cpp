#include "app/gui/deployments/periodstrip.h"

#include "app/gui/deployments/deploymentchart.h"
#include "app/gui/deployments/numberstrip.h"
#include "app/gui/widgets/controls/chips.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "core/io/settings/windowmemory.h"

#include <QDateTime>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

constexpr int kMargin = 16;
constexpr std::array kLengths{Duration(0), Duration(24h), Duration(7 * 24h), Duration(30 * 24h)}; // by Period

constexpr auto kPeriodKey = "deployments/period"_L1;
constexpr auto kChartKey = "deployments/chart"_L1;

} // namespace

PeriodStrip::PeriodStrip(const Clock &clock, WindowMemory &memory, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_memory(memory)
    , m_period(new ChipRow(tr("Period"), this))
    , m_unfold(new Chip(tr("Chart"), this))
    , m_numbers(new NumberStrip(this))
    , m_chart(new DeploymentChart(this))
{
    m_period->setChoices({tr("today"), tr("24 h"), tr("7 d"), tr("30 d"), tr("all")});
    setPeriod(m_memory.number(kPeriodKey).value_or(Week));
    m_unfold->setChecked(m_memory.number(kChartKey).value_or(1) != 0);
    setPlainToolTip(m_unfold, tr("Deployments per day or hour; select a bar to list only its deployments"));
    auto *periodRow = new QHBoxLayout;
    periodRow->setContentsMargins(kMargin, 8, kMargin, 8);
    periodRow->addWidget(m_period);
    periodRow->addStretch();
    periodRow->addWidget(m_unfold);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(periodRow);
    column->addWidget(m_numbers);
    column->addWidget(m_chart);
    connect(m_period, &ChipRow::chosenByPerson, this, &PeriodStrip::periodChosen);
    connect(m_unfold, &QAbstractButton::toggled, this, &PeriodStrip::fold);
    connect(m_chart, &DeploymentChart::chosen, this, &PeriodStrip::partChosen);
    connect(m_chart, &DeploymentChart::choiceCleared, this, &PeriodStrip::partCleared);
    fold();
}

int PeriodStrip::period() const
{
    return m_period->chosen();
}

void PeriodStrip::setPeriod(int period)
{
    m_period->choose(qBound(int(Today), period, int(All)));
}

std::optional<Instant> PeriodStrip::begin(const QTimeZone &zone) const
{
    const auto now = m_clock.now();
    if (period() == All)
        return std::nullopt;
    if (period() != Today)
        return now - kLengths.at(std::size_t(period()));
    const auto today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), zone).date();
    return Instant{Duration{today.startOfDay(zone).toMSecsSinceEpoch()}};
}

bool PeriodStrip::hasMoved(Instant from, const QTimeZone &zone) const
{
    const auto now = begin(zone);
    if (!now)
        return false;
    if (period() == Today)
        return *now != from;
    const Duration bar = period() == Day ? 1h : 24h; // as in deploymentTrend()
    return std::chrono::abs(*now - from) > bar;
}

void PeriodStrip::showChart(std::vector<DeploymentCount> counts, Instant until, const QTimeZone &zone)
{
    m_chart->show(std::move(counts), until, zone);
}

void PeriodStrip::showNumbers(const DeploymentTrend &trend)
{
    m_numbers->show(trend);
}

void PeriodStrip::setCounting(bool isCounting)
{
    m_isCounting = isCounting;
    fold();
}

void PeriodStrip::fold()
{
    m_numbers->setVisible(m_isCounting);
    m_chart->setVisible(m_isCounting && m_unfold->isChecked());
}

void PeriodStrip::clearChoice()
{
    m_chart->clearChoice();
}

void PeriodStrip::remember() const
{
    m_memory.setNumber(kPeriodKey, m_period->chosen());
    m_memory.setNumber(kChartKey, m_unfold->isChecked() ? 1 : 0);
}

} // namespace lynceus
