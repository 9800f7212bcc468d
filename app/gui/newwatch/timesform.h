#pragma once

#include "core/domain/newwatch/watchplan.h"
#include "core/io/clock.h"

#include <QTimeZone>
#include <QWidget>

namespace lynceus {

class ChipRow;
class PlainLabel;

/// The part of New watch that says how long: until the deadline, and how long the version is observed after that.
class TimesForm final : public QWidget
{
    Q_OBJECT
public:
    TimesForm(const Clock &clock, const QTimeZone &zone, QWidget *parent = nullptr);

    [[nodiscard]] Duration timeout() const;
    [[nodiscard]] Duration bake() const;
    /// Positions among the choices.
    void choose(int deadline, int observing);
    /// The shortest choice that is as long; the longest if none is.
    void chooseTimeout(Duration timeout);
    void chooseBake(Duration bake);
    /// What was chosen stays.
    void setZone(const QTimeZone &zone);
    /// How long such rollouts take; nothing: not known.
    void showEta(const std::optional<Eta> &eta);

Q_SIGNALS:
    void chosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void offerDeadlines();

    const Clock &m_clock;
    QTimeZone m_zone;
    std::vector<DeadlineChoice> m_choices;
    ChipRow *m_deadlines;
    PlainLabel *m_eta;
    ChipRow *m_bakes;
    std::optional<Eta> m_shownEta;
};

} // namespace lynceus
