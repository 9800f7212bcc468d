#pragma once

#include "core/domain/deployments/deploymentnumbers.h"

#include <QTimeZone>
#include <QWidget>

namespace lynceus {

/// Deployments per day or hour, stacked by outcome. A click selects a bar, a second click deselects it; the arrow keys,
/// Enter and Escape do the same.
class DeploymentChart final : public QWidget
{
    Q_OBJECT
public:
    explicit DeploymentChart(QWidget *parent = nullptr);

    /// Keeps the selection if a bar with the same start still exists.
    void show(std::vector<DeploymentCount> counts, Instant until, const QTimeZone &zone);
    /// Clears the selection without a signal.
    void clearChoice();
    /// "2026-11-17: 3 deployed, 1 failed"; empty if there is no such bar.
    [[nodiscard]] QString textOf(int bar) const;
    /// -1 if there is none.
    [[nodiscard]] int barAt(const QPoint &place) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Deployments that began in [from, until) were selected.
    void chosen(lynceus::Instant from, lynceus::Instant until);
    void choiceCleared();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QRectF placeOf(int bar) const;
    [[nodiscard]] Instant endOf(int bar) const;
    void moveTo(int bar);
    void choose(int bar);
    void describe();

    std::vector<DeploymentCount> m_counts;
    Instant m_until{};
    QTimeZone m_zone = QTimeZone::utc();
    int m_current = -1; ///< bar with the keyboard focus
    int m_chosen = -1;
};

} // namespace lynceus
