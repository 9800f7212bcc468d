#include "app/gui/wallboard/freshnessstrip.h"

#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/text/agetext.h"
#include "core/domain/text/changeorder.h"
#include "core/domain/text/facts.h"
#include "core/domain/text/nearest.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/facade/engine.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

bool isQuiet(Connection connection)
{
    return connection == Connection::Live || connection == Connection::Polling;
}

} // namespace

FreshnessStrip::FreshnessStrip(Engine &engine, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_clock(clock)
{
    auto policy = QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&engine, &Engine::instanceChanged, this, &FreshnessStrip::refresh);
    connect(&engine, &Engine::instanceRemoved, this, &FreshnessStrip::refresh);
    refresh();
}

void FreshnessStrip::refresh()
{
    QStringList texts;
    for (const auto &item : items())
        texts.append(item.text);
    const auto name = texts.isEmpty() ? tr("No instances") : texts.join(u", "_s);
    if (accessibleName() == name)
        return;
    setAccessibleName(name);
    updateGeometry();
    update();
}

std::vector<FreshnessStrip::Item> FreshnessStrip::items() const
{
    auto states = m_engine.state().instances().values();
    std::ranges::sort(states, [](const InstanceState &left, const InstanceState &right) {
        if (isQuiet(left.connection) != isQuiet(right.connection))
            return isQuiet(right.connection);
        return compareNaturally(left.instance.name, right.instance.name) < 0;
    });
    std::vector<Item> items;
    for (const auto &state : states) {
        const auto mark = markOf(state.connection);
        const bool quiet = isQuiet(state.connection);
        QStringList parts{visibleLine(state.instance.name)};
        if (!quiet)
            parts.append(mark.word);
        if (state.receivedAt && state.connection != Connection::Paused)
            parts.append(ageText(m_clock.now() - *state.receivedAt));
        items.push_back({joinedFacts(parts), quiet ? QLatin1StringView() : mark.glyph, int(mark.role), quiet});
    }
    return items;
}

std::vector<QRect> FreshnessStrip::places(const std::vector<Item> &items, int width) const
{
    const QFontMetrics metrics(font());
    const int line = metrics.height() * 3 / 2;
    const int gap = metrics.averageCharWidth() * 3;
    std::vector<QRect> places;
    int left = 0;
    int top = 0;
    for (const auto &item : items) {
        const int wanted = std::min(metrics.horizontalAdvance(item.text) + metrics.height() * 3 / 2, width);
        if (left > 0 && left + wanted > width) {
            left = 0;
            top += line;
        }
        places.emplace_back(left, top, wanted, line);
        left += wanted + gap;
    }
    return places;
}

int FreshnessStrip::heightForWidth(int width) const
{
    const auto all = places(items(), width);
    return all.empty() ? QFontMetrics(font()).height() * 3 / 2 : all.back().bottom() + 1;
}

QSize FreshnessStrip::sizeHint() const
{
    const int width = QFontMetrics(font()).averageCharWidth() * 60;
    return {width, heightForWidth(width)};
}

QSize FreshnessStrip::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.averageCharWidth() * 20, metrics.height() * 3 / 2};
}

void FreshnessStrip::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    const auto all = items();
    const auto where = places(all, width());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    for (std::size_t at = 0; at < all.size(); ++at) {
        const auto &item = all[at];
        const auto colour = tones.of(StateRole(item.role)).foreground;
        const auto mirror = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
        const auto &place = where[at];
        const int side = fontMetrics().height();
        const auto mark = mirror(QRect(place.left(), place.top(), side, place.height()));
        if (item.glyph.isEmpty()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawEllipse(QRectF(mark).center(), side / 4.0, side / 4.0);
        } else {
            paintGlyph(&painter, item.glyph, mark, colour);
        }
        painter.setPen(item.isQuiet ? tones.text : colour);
        const auto text = mirror(place.adjusted(side + side / 4, 0, 0, 0));
        const auto reading = directionOf(item.text, layoutDirection());
        painter.setLayoutDirection(reading);
        painter.drawText(
            text, int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading)),
            fontMetrics().elidedText(withChangesInOrder(item.text, reading), Qt::ElideRight, text.width()));
    }
}

void FreshnessStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace lynceus
