#pragma once

#include "core/domain/deployments/deploymentnumbers.h"

#include <QTimeZone>
#include <QWidget>

namespace lynceus {

/// Deployments per day or hour, stacked by outcome. A click on a bar chooses it, another click none; so do the arrows,
/// Enter and Escape.
class DeploymentChart final : public QWidget
{
    Q_OBJECT
public:
    explicit DeploymentChart(QWidget *parent = nullptr);

    /// What is chosen stays where its beginning is still there.
    void show(std::vector<DeploymentCount> counts, Instant until, const QTimeZone &zone);
    /// None, without a signal.
    void clearChoice();
    /// "2026-11-17: 3 deployed, 1 failed"; empty: there is no such bar.
    [[nodiscard]] QString textOf(int bar) const;
    /// -1: none is there.
    [[nodiscard]] int barAt(const QPoint &place) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The deployments that began in [from, until).
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
    int m_current = -1; ///< where the keys are
    int m_chosen = -1;
};

} // namespace lynceus
