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

/// Above a list of deployments: of which period they are, its four numbers, and its chart, which can be folded away.
class PeriodStrip final : public QWidget
{
    Q_OBJECT
public:
    /// The positions of the choices.
    enum Period { Today, Day, Week, Month, All };

    PeriodStrip(const Clock &clock, WindowMemory &memory, QWidget *parent = nullptr);

    [[nodiscard]] int period() const;
    void setPeriod(int period); ///< without a signal
    /// Nothing: all that is stored.
    [[nodiscard]] std::optional<Instant> begin(const QTimeZone &zone) const;
    /// May clear the chosen bar, with a signal: time moves the bars.
    void showChart(std::vector<DeploymentCount> counts, Instant until, const QTimeZone &zone);
    void showNumbers(const DeploymentTrend &trend);
    /// Without anything to count only the period is shown.
    void setCounting(bool isCounting);
    /// No bar is chosen, without a signal.
    void clearChoice();
    void remember() const;

Q_SIGNALS:
    void periodChosen();
    /// A bar of the chart: deployments that began in [from, until).
    void partChosen(lynceus::Instant from, lynceus::Instant until);
    void partCleared();

private:
    void fold();

    const Clock &m_clock;
    WindowMemory &m_memory;
    ChipRow *m_period;
    Chip *m_unfold; ///< the chart
    NumberStrip *m_numbers;
    DeploymentChart *m_chart;
    bool m_isCounting = false;
};

} // namespace lynceus
