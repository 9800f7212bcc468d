#pragma once

#include "core/domain/deployments/deploymentnumbers.h"
#include "core/io/clock.h"

#include <QTimeZone>
#include <QWidget>

namespace lynceus {

class Chip;
class ChipRow;
class DeploymentChart;
class NumberStrip;
class WindowMemory;

/// The strip above a list of deployments: period, four metrics, and a chart that can be folded.
class PeriodStrip final : public QWidget
{
    Q_OBJECT
public:
    /// Indexes of the choices.
    enum Period { Today, Day, Week, Month, All };

    PeriodStrip(const Clock &clock, WindowMemory &memory, QWidget *parent = nullptr);

    [[nodiscard]] int period() const;
    void setPeriod(int period); ///< emits no signal
    /// Empty: all stored deployments.
    [[nodiscard]] std::optional<Instant> begin(const QTimeZone &zone) const;
    /// True if the period began at @p from when it was read and has moved since: Today to another day, the others by
    /// more than one bar of the chart.
    [[nodiscard]] bool hasMoved(Instant from, const QTimeZone &zone) const;
    /// May clear the selected bar and emit a signal, because bars move with time.
    void showChart(std::vector<DeploymentCount> counts, Instant until, const QTimeZone &zone);
    void showNumbers(const DeploymentTrend &trend);
    /// false: only the period is shown, because there is nothing to count.
    void setCounting(bool isCounting);
    /// Clears the selected bar without a signal.
    void clearChoice();
    void remember() const;

Q_SIGNALS:
    void periodChosen();
    /// A bar was selected: deployments that began in [from, until).
    void partChosen(lynceus::Instant from, lynceus::Instant until);
    void partCleared();

private:
    void fold();

    const Clock &m_clock;
    WindowMemory &m_memory;
    ChipRow *m_period;
    Chip *m_unfold; ///< shows or hides the chart
    NumberStrip *m_numbers;
    DeploymentChart *m_chart;
    bool m_isCounting = false;
};

} // namespace lynceus
