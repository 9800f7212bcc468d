#pragma once

#include "core/domain/newwatch/watchplan.h"
#include "core/io/clock.h"

#include <QTimeZone>
#include <QWidget>

namespace lynceus {

class ChipRow;
class PlainLabel;

/// The part of New watch for times: the deadline, and how long to observe the version afterwards.
class TimesForm final : public QWidget
{
    Q_OBJECT
public:
    TimesForm(const Clock &clock, const QTimeZone &zone, QWidget *parent = nullptr);

    [[nodiscard]] Duration timeout() const;
    [[nodiscard]] Duration bake() const;
    /// Indexes of the choices.
    void choose(int deadline, int observing);
    /// Chooses the shortest timeout that is at least as long; the longest if there is none.
    void chooseTimeout(Duration timeout);
    void chooseBake(Duration bake);
    /// Keeps the user's choices.
    void setZone(const QTimeZone &zone);
    /// Usual duration of such rollouts; empty: unknown.
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
