#include "app/gui/detail/timeline/timelinetab.h"

#include "app/gui/detail/timeline/timelineview.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "core/engine/facade/engine.h"
#include "core/io/clock.h"

#include <QBoxLayout>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kAfterChange{500}; ///< changes come in groups
constexpr Duration kTick{1'000};      ///< moves the line of the current time

} // namespace

TimelineTab::TimelineTab(Engine &engine, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_view(new TimelineView(this))
    , m_words(new PlainLabel(this))
    , m_again(new QTimer(this))
    , m_tick(new QTimer(this))
{
    setFocusProxy(m_view);
    m_words->setWordWrap(true);
    m_words->setObjectName(u"timelineText"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_words);
    m_again->setSingleShot(true);
    m_again->setInterval(kAfterChange);
    m_tick->setInterval(kTick);
    connect(m_again, &QTimer::timeout, this, &TimelineTab::ask);
    connect(m_tick, &QTimer::timeout, this, [this] {
        if (isVisible() && m_watch && !m_watch->isOver())
            draw();
    });
    connect(m_view, &TimelineView::currentChanged, this, &TimelineTab::showText);
}

void TimelineTab::showWatch(const WatchRecord &watch)
{
    const bool isOther = !m_watch || m_watch->id != watch.id;
    const bool isSame = m_watch == watch;
    if (isOther)
        clear();
    m_watch = watch;
    m_tick->start();
    if (isSame)
        return;
    if (isOther)
        ask();
    else if (isVisible() && !m_again->isActive())
        m_again->start();
}

void TimelineTab::clear()
{
    m_watch.reset();
    m_entries.clear();
    m_question.reset();
    m_wasRead = false;
    m_note.clear();
    m_again->stop();
    m_tick->stop();
    m_view->showLanes({}, false);
}

void TimelineTab::setZone(const QTimeZone &zone)
{
    m_view->setZone(zone);
}

void TimelineTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void TimelineTab::ask()
{
    if (!m_watch || !isVisible())
        return;
    if (!m_wasRead)
        m_note = tr("Loading timeline…");
    m_question = std::make_unique<QObject>();
    m_engine.timeline(m_watch->id, m_question.get())
        .then(m_question.get(), [this](const Result<std::vector<TimelineEntry>> &entries) {
            m_wasRead = true;
            m_note = entries ? QString() : tr("The timeline could not be loaded: %1").arg(entries.error().message);
            if (entries)
                m_entries = *entries;
            draw();
        });
    draw();
}

void TimelineTab::draw()
{
    if (!m_watch)
        return;
    const auto end = m_watch->endedAt.value_or(m_clock.now());
    // Known on both clocks: entries use the server's.
    const auto serverEnd = end + (m_watch->expectation.registeredAt - m_watch->registeredAt);
    m_view->showLanes(lanesOf(m_entries, m_watch->expectation.registeredAt, serverEnd), !m_watch->isOver());
    showText();
}

/// The text below the drawing. Must not draw: drawing may change the text of the selected lane.
void TimelineTab::showText()
{
    if (!m_watch)
        return;
    auto words = m_note;
    if (words.isEmpty())
        words = m_view->currentText();
    if (words.isEmpty())
        words = m_entries.empty() ? tr("No observations yet.")
                                  : tr("Up and Down select a line, + and − zoom, 0 shows everything.");
    m_words->setText(words);
}

} // namespace lynceus
