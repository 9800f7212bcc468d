#include "app/gui/wallboard/wallboard.h"

#include "app/gui/environments/environments.h"
#include "app/gui/releases/boarddelegate.h"
#include "app/gui/releases/boardmodel.h"
#include "app/gui/releases/boardsource.h"
#include "app/gui/releases/boardview.h"
#include "app/gui/releases/usualtimes.h"
#include "app/gui/wallboard/freshnessstrip.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/painting/tones.h"
#include "core/domain/text/nearest.h"
#include "core/domain/time/timeofday.h"
#include "core/engine/facade/engine.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kTick = 1'000;             // ms: times are shown in seconds
constexpr double kHeightOfOneLine = 600; // screen height in px at which the normal text size fits
constexpr double kLeastScale = 1.2;
constexpr double kMostScale = 3;

} // namespace

Wallboard::Wallboard(Engine &engine, const Clock &clock, const QTimeZone &zone, const Environments &environments)
    : m_engine(engine)
    , m_clock(clock)
    , m_zone(zone)
    , m_model(new BoardModel(clock, zone, this))
    , m_source(new BoardSource(engine, *m_model))
    , m_view(new BoardView(*m_model, this))
    , m_freshness(new FreshnessStrip(engine, clock, this))
    , m_clockLabel(new PlainLabel(this))
    , m_signIn(new PlainLabel(this))
    , m_empty(new PlainLabel(tr("No watches"), this))
    , m_more(new PlainLabel(this))
{
    setWindowTitle(tr("Wallboard – Lynceus"));
    setCursor(Qt::BlankCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Wallboard"));
    build();
    m_model->follow(environments);
    listen();
    new UsualTimes(engine, *m_model);
    tick();
}

Wallboard::~Wallboard() = default;

void Wallboard::build()
{
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setFocusPolicy(Qt::NoFocus);
    if (auto *delegate = qobject_cast<BoardDelegate *>(m_view->itemDelegate()))
        delegate->setFoldable(false); // the wallboard takes no input
    m_view->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_signIn->setWordWrap(true);
    m_signIn->setObjectName(u"signIn"_s);
    m_clockLabel->setObjectName(u"clock"_s);
    m_more->setObjectName(u"more"_s);
    m_more->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QHBoxLayout;
    head->addWidget(m_freshness, 1);
    head->addWidget(m_clockLabel, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    constexpr int kEdge = 24;
    column->setContentsMargins(kEdge, kEdge, kEdge, kEdge);
    column->setSpacing(kEdge / 2);
    column->addLayout(head);
    column->addWidget(m_signIn);
    column->addWidget(m_empty, 1);
    column->addWidget(m_view, 1);
    column->addWidget(m_more);
}

void Wallboard::listen()
{
    connect(&m_engine, &Engine::instanceChanged, this, &Wallboard::showState);
    connect(&m_engine, &Engine::instanceRemoved, this, &Wallboard::showState);
    connect(m_model, &BoardModel::applied, this, &Wallboard::showState);
    m_seconds.setInterval(kTick);
    connect(&m_seconds, &QTimer::timeout, this, &Wallboard::tick);
    m_seconds.start();
    m_model->flush();
}

void Wallboard::arrange(const BoardArrangement &arrangement)
{
    m_model->setArrangement(arrangement);
}

void Wallboard::setDismissedTasks(const QStringList &tasks)
{
    m_source->setDismissed(tasks);
}

void Wallboard::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_model->setZone(zone);
    tick();
}

void Wallboard::tick()
{
    const auto now = m_clock.now();
    m_model->timeWentBy();
    const auto time = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), m_zone).time();
    m_clockLabel->setText(timeOfDayText(time, TimeOfDay::Minutes));
    m_freshness->refresh();
    m_view->repaintTimes();
    showState();
}

void Wallboard::showState()
{
    QStringList signedOut;
    for (const auto &state : m_engine.state().instances()) {
        if (state.connection == Connection::SignInNeeded)
            signedOut.append(state.instance.name);
    }
    std::ranges::sort(signedOut,
                      [](const QString &left, const QString &right) { return compareNaturally(left, right) < 0; });
    m_signIn->setVisible(!signedOut.isEmpty());
    m_signIn->setText(
        signedOut.size() == 1
            ? tr("The sign-in to %1 has expired: its rows are not updated.").arg(signedOut.first())
            : tr("The sign-ins to %1 have expired: their rows are not updated.").arg(signedOut.join(u", "_s)));
    auto palette = m_signIn->palette();
    palette.setColor(QPalette::WindowText, tonesOf(this->palette()).of(StateRole::Held).foreground);
    if (m_signIn->palette().color(QPalette::WindowText) != palette.color(QPalette::WindowText))
        m_signIn->setPalette(palette);
    m_empty->setVisible(m_model->isEmpty());
    m_view->setVisible(!m_model->isEmpty());
    const int hidden = hiddenRows();
    m_more->setText(hidden == 1 ? tr("1 more") : tr("%n more", nullptr, hidden));
    m_more->setVisible(hidden > 0);
}

/// Number of rows below the last fully visible one. A folded release counts as one row.
int Wallboard::hiddenRows() const
{
    const int room = m_view->viewport()->height();
    int hidden = 0;
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const auto parent = m_model->index(group, 0);
        for (int row = 0; row < m_model->rowCount(parent); ++row)
            hidden += m_view->visualRect(m_model->index(row, 0, parent)).bottom() >= room ? 1 : 0;
    }
    return hidden;
}

/// Scales the text with the screen so that it can be read from a distance.
void Wallboard::scale()
{
    const double factor = std::clamp(height() / kHeightOfOneLine, kLeastScale, kMostScale);
    auto font = QWidget::font();
    const auto sized = [&font](double size) {
        auto result = font;
        result.setPointSizeF(size);
        return result;
    };
    const double base = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    for (QWidget *part : std::initializer_list<QWidget *>{m_view, m_freshness, m_more})
        part->setFont(sized(base * factor));
    m_signIn->setFont(sized(base * factor * 1.15));
    m_empty->setFont(sized(base * factor * 1.6));
    m_clockLabel->setFont(sized(base * factor * 1.6));
}

void Wallboard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scale();
}

void Wallboard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F11)
        close();
    else
        QWidget::keyPressEvent(event);
}

void Wallboard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    scale();
    QMetaObject::invokeMethod(this, &Wallboard::showState, Qt::QueuedConnection); // after the layout has been applied
}

void Wallboard::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tonesOf(palette()).panel);
}

} // namespace lynceus
