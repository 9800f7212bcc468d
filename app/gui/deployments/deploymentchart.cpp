#include "app/gui/deployments/deploymentchart.h"

#include "app/gui/deployments/deploymentsmodel.h"
#include "app/gui/widgets/accessibility/spokenas.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/tones.h"
#include "core/domain/time/timeofday.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <numeric>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kHeight = 72; ///< px
constexpr int kMargin = 16;
constexpr int kFoot = 4;
constexpr qreal kGap = 0.2; ///< share of a bar's width

/// From bottom to top.
constexpr std::array kStacked{Deployment::Outcome::Deployed,   Deployment::Outcome::InProgress,
                              Deployment::Outcome::Superseded, Deployment::Outcome::Unknown,
                              Deployment::Outcome::TimedOut,   Deployment::Outcome::Failed};

int totalOf(const DeploymentCount &count)
{
    return std::accumulate(count.byOutcome.begin(), count.byOutcome.end(), 0);
}

} // namespace

DeploymentChart::DeploymentChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    speakAs(this, QAccessible::Chart);
    setAccessibleName(tr("Deployments over time"));
}

QSize DeploymentChart::sizeHint() const
{
    return {400, kHeight};
}

QSize DeploymentChart::minimumSizeHint() const
{
    return {100, kHeight};
}

void DeploymentChart::show(std::vector<DeploymentCount> counts, Instant until, const QTimeZone &zone)
{
    const auto beginOf = [this](int bar) {
        return bar >= 0 && std::size_t(bar) < m_counts.size() ? std::optional(m_counts[std::size_t(bar)].from)
                                                              : std::nullopt;
    };
    const auto chosenFrom = beginOf(m_chosen);
    const auto currentFrom = beginOf(m_current);
    m_counts = std::move(counts);
    m_until = until;
    m_zone = zone;
    const auto find = [this](const std::optional<Instant> &from) {
        const auto found = from ? std::ranges::find(m_counts, *from, &DeploymentCount::from) : m_counts.end();
        return found == m_counts.end() ? -1 : int(found - m_counts.begin());
    };
    m_chosen = find(chosenFrom);
    m_current = find(currentFrom);
    if (chosenFrom && m_chosen < 0)
        Q_EMIT choiceCleared(); // the bars have moved with time
    describe();
    update();
}

void DeploymentChart::clearChoice()
{
    m_chosen = -1;
    update();
}

Instant DeploymentChart::endOf(int bar) const
{
    const auto next = std::size_t(bar) + 1;
    return next < m_counts.size() ? m_counts[next].from : m_until;
}

QString DeploymentChart::textOf(int bar) const
{
    if (bar < 0 || std::size_t(bar) >= m_counts.size())
        return {};
    const auto &count = m_counts[std::size_t(bar)];
    const auto at = QDateTime::fromMSecsSinceEpoch(count.from.time_since_epoch().count(), m_zone);
    const bool isDay = endOf(0) - m_counts.front().from >= std::chrono::hours(24);
    QStringList parts;
    for (const auto outcome : kStacked) {
        if (const int number = count.byOutcome[std::size_t(outcome)]; number > 0)
            parts += u"%1 %2"_s.arg(number).arg(markOf(outcome).word.toLower());
    }
    return u"%1: %2"_s.arg((isDay ? at.toString(u"yyyy-MM-dd "_s) : QString())
                               + timeOfDayText(at.time(), TimeOfDay::Minutes),
                           parts.isEmpty() ? tr("none") : parts.join(u", "_s));
}

QRectF DeploymentChart::placeOf(int bar) const
{
    const qreal room = qreal(width() - 2 * kMargin) / qreal(qMax<std::size_t>(1, m_counts.size()));
    const QRectF place(kMargin + room * bar, kFoot, room, height() - 2 * kFoot);
    return layoutDirection() == Qt::RightToLeft
        ? QRectF(width() - place.right(), place.top(), place.width(), place.height())
        : place;
}

int DeploymentChart::barAt(const QPoint &place) const
{
    for (int bar = 0; bar < int(m_counts.size()); ++bar) {
        const auto room = placeOf(bar);
        if (place.x() >= room.left() && place.x() < room.right())
            return bar;
    }
    return -1;
}

void DeploymentChart::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int most = 1;
    for (const auto &count : m_counts)
        most = qMax(most, totalOf(count));
    for (int bar = 0; bar < int(m_counts.size()); ++bar) {
        const auto place = placeOf(bar);
        if (bar == m_chosen)
            painter.fillRect(place, tones.selection);
        if (bar == m_current && hasFocus()) {
            painter.setPen(QPen(tones.accent, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5));
        }
        const auto column = place.adjusted(place.width() * kGap / 2, 0, -place.width() * kGap / 2, 0);
        qreal bottom = column.bottom();
        for (const auto outcome : kStacked) {
            const int number = m_counts[std::size_t(bar)].byOutcome[std::size_t(outcome)];
            if (number == 0)
                continue;
            const qreal height = column.height() * number / most;
            painter.fillRect(QRectF(column.left(), bottom - height, column.width(), height),
                             tones.of(markOf(outcome).role).foreground);
            bottom -= height;
            painter.fillRect(QRectF(column.left(), bottom, column.width(), 1), palette().window()); // not colour alone
        }
    }
    painter.fillRect(QRectF(kMargin, height() - kFoot, width() - 2 * kMargin, 1), tones.line);
}

void DeploymentChart::choose(int bar)
{
    if (bar < 0)
        return;
    m_current = bar;
    if (bar == m_chosen) {
        m_chosen = -1;
        Q_EMIT choiceCleared();
    } else {
        m_chosen = bar;
        Q_EMIT chosen(m_counts[std::size_t(bar)].from, endOf(bar));
    }
    describe();
    update();
}

void DeploymentChart::moveTo(int bar)
{
    m_current = qBound(0, bar, int(m_counts.size()) - 1);
    describe();
    update();
}

void DeploymentChart::describe()
{
    setSpokenValue(this, textOf(m_current));
    setAccessibleDescription(textOf(m_current));
}

void DeploymentChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && !m_counts.empty())
        moveTo(int(m_counts.size()) - 1);
}

void DeploymentChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(barAt(event->pos()));
}

void DeploymentChart::keyPressEvent(QKeyEvent *event)
{
    const int ahead = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_current - ahead);
    case Qt::Key_Right:
        return moveTo(m_current + ahead);
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(int(m_counts.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose(m_current);
    case Qt::Key_Escape:
        if (m_chosen >= 0)
            return choose(m_chosen);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

bool DeploymentChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->globalPos(), textOf(barAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace lynceus
