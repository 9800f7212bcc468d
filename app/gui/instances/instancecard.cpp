#include "app/gui/instances/instancecard.h"

#include "app/gui/instances/instancerights.h"
#include "app/gui/instances/instancetext.h"
#include "app/gui/instances/teamservertext.h"
#include "app/gui/widgets/labels/fittedlabel.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/pages/banner.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/layoutdirection.h"
#include "app/gui/widgets/text/agetext.h"
#include "app/gui/widgets/text/relativefont.h"
#include "core/domain/text/facts.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStripe = 4;
constexpr int kGlyph = 16;

QString factsOf(const InstanceState &state, Instant now)
{
    QStringList facts{accountText(state, now)};
    if (!state.serverVersion.isEmpty())
        facts.push_back(u"Argo CD "_s + state.serverVersion.left(state.serverVersion.indexOf(u'+')));
    facts.push_back(applicationsText(state.applications));
    facts.push_back(trustText(state));
    return joinedFacts(facts);
}

} // namespace

InstanceCard::InstanceCard(QWidget *parent)
    : QFrame(parent)
    , m_name(new PlainLabel(this))
    , m_address(new FittedLabel(this))
    , m_markGlyph(new PlainLabel(this))
    , m_markWord(new PlainLabel(this))
    , m_age(new PlainLabel(this))
    , m_facts(new PlainLabel(this))
    , m_rights(new InstanceRights(this))
    , m_banner(new Banner(this))
    , m_note(new Banner(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    build();
    connect(m_banner, &Banner::remedyAsked, this, &InstanceCard::remedyAsked);
}

void InstanceCard::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    setLeadingMargins(this, {16 + kStripe, 12, 12, 12});
    auto *first = new QHBoxLayout;
    setRelativeFont(m_name, 1, QFont::DemiBold);
    m_address->setForegroundRole(QPalette::PlaceholderText);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_age->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setWordWrap(true);
    m_more->setIcon(glyphIcon("ellipsis"_L1));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_more->setAutoRaise(true);
    setPlainToolTip(m_more, tr("Actions"));
    first->addWidget(m_name);
    first->addSpacing(8);
    first->addWidget(m_address, 1);
    first->addWidget(m_markGlyph);
    first->addWidget(m_markWord);
    first->addSpacing(8);
    first->addWidget(m_age);
    first->addWidget(m_more);
    layout->addLayout(first);
    layout->addWidget(m_facts);
    layout->addWidget(m_rights);
    layout->addWidget(m_banner);
    layout->addWidget(m_note);
    m_note->setDismissable(true);
}

void InstanceCard::setState(const InstanceState &state, Instant now, const QTimeZone &zone)
{
    show(state, {factsOf(state, now), troubleOf(state), detailOf(state), textOf(remedyFor(state.connection))}, now,
         zone);
}

void InstanceCard::setTeamServer(const TeamServerState &server, int running, Instant now, const QTimeZone &zone)
{
    m_server = server;
    m_rights->hide();
    show(shownState(server), {factsOf(server, running), troubleOf(server), detailOf(server), textOf(remedyFor(server))},
         now, zone);
}

void InstanceCard::show(const InstanceState &state, const Words &words, Instant now, const QTimeZone &zone)
{
    if (state.connection != m_state.connection)
        m_note->hide();
    m_state = state;
    m_name->setText(state.instance.name);
    m_address->setText(state.instance.baseUrl.toString());
    setPlainToolTip(m_address, m_address->text());
    m_facts->setText(words.facts);
    m_more->setAccessibleName(tr("Actions for %1").arg(state.instance.name));
    setAccessibleName(tr("%1: %2").arg(state.instance.name, markOf(state.connection).word));
    if (words.trouble.isEmpty())
        m_banner->hide();
    else
        m_banner->say(markOf(state.connection).role, withTimesIn(words.trouble, zone), withTimesIn(words.detail, zone),
                      words.remedy);
    drawMark();
    showAge(now);
    update();
}

void InstanceCard::showAge(Instant now)
{
    const bool hasAge = m_state.receivedAt && m_state.connection != Connection::Paused;
    m_age->setText(hasAge ? ageText(now - *m_state.receivedAt) : QString());
}

void InstanceCard::showNote(bool good, const QString &sentence)
{
    m_note->say(good ? StateRole::Good : StateRole::Bad, sentence);
}

void InstanceCard::focusFirst()
{
    QWidget *first = m_banner->remedy()->isVisible() ? static_cast<QWidget *>(m_banner->remedy()) : m_more;
    first->setFocus(Qt::OtherFocusReason);
}

void InstanceCard::drawMark()
{
    const auto mark = markOf(m_state.connection);
    const auto colour = tonesOf(palette()).of(mark.role).foreground;
    m_markGlyph->setPixmap(glyphPixmap(mark.glyph, colour, kGlyph, devicePixelRatioF()));
    m_markWord->setText(mark.word);
    auto colours = m_markWord->palette();
    if (colours.color(QPalette::WindowText) != colour) {
        colours.setColor(QPalette::WindowText, colour);
        m_markWord->setPalette(colours);
    }
}

void InstanceCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawMark();
    QFrame::changeEvent(event);
}

void InstanceCard::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tones.line, 1));
    painter.setBrush(tones.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(m_state.instance.colour));
    const int x = layoutDirection() == Qt::RightToLeft ? width() - 8 - kStripe : 8;
    painter.drawRoundedRect(x, 12, kStripe, height() - 24, 2, 2);
}

} // namespace lynceus
