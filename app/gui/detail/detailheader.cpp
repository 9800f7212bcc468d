#include "app/gui/detail/detailheader.h"

#include "app/gui/detail/detailtext.h"
#include "app/gui/detail/instancebadge.h"
#include "app/gui/widgets/labels/fittedlabel.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/text/relativefont.h"
#include "core/domain/board/boardlayout.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/text/visibletext.h"
#include "core/io/clock.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

constexpr std::chrono::seconds kRefresh{10}; ///< times are shown in minutes
constexpr int kGap = 8;                      ///< px at 100 %
constexpr Duration kUsualExtension = 10min;  ///< same as the notification's button

/// A label that is elided in narrow windows instead of widening them.
PlainLabel *line(QWidget *parent, const QString &name, Qt::TextElideMode elide = Qt::ElideRight)
{
    auto *label = new FittedLabel(parent, elide);
    label->setObjectName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus); // text can be selected with the mouse, but Tab does not stop at each line
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return label;
}

void mute(PlainLabel *label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
}

void setText(PlainLabel *label, const QString &text)
{
    if (label->text() == visibleText(text))
        return; // keeps the selection
    label->setText(text);
    setPlainToolTip(label, text);
    label->setVisible(!text.isEmpty());
}

} // namespace

DetailHeader::DetailHeader(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_name(new FittedLabel(this))
    , m_image(line(this, u"image"_s, Qt::ElideMiddle)) // keeps the version at the end visible
    , m_badge(new InstanceBadge(this))
    , m_facts(line(this, u"facts"_s))
    , m_separator(new PlainLabel(u"·"_s, this))
    , m_commit(line(this, u"commit"_s))
    , m_take(new QToolButton(this))
    , m_extend(new QToolButton(this))
    , m_report(new QPushButton(glyphIcon("clipboard-copy"_L1), tr("Copy &report"), this))
    , m_page(new QPushButton(glyphIcon("external-link"_L1), tr("&Argo CD"), this))
{
    constexpr qreal kLarger = 1.3;
    setRelativeFont(m_name, kLarger, QFont::Bold);
    m_name->setObjectName(u"name"_s);
    m_name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // the image takes the remaining width
    setFixedFont(m_image);
    mute(m_facts);
    m_facts->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // the commit takes the remaining width
    mute(m_separator);
    mute(m_commit);
    m_commit->setMinimumWidth(
        fontMetrics().horizontalAdvance(u"0000000…"_s)); // keep the hash visible, otherwise the dot would end the line

    m_extend->setText(tr("&Extend"));
    m_extend->setIcon(glyphIcon("clock-plus"_L1));
    m_extend->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_extend->setPopupMode(QToolButton::MenuButtonPopup);
    m_extend->setFocusPolicy(Qt::StrongFocus);
    setPlainToolTip(m_extend, tr("Extend the deadline by 10 minutes"));
    m_extend->setMenu(extensions());
    m_extend->setMinimumHeight(m_report->sizeHint().height());
    setPlainToolTip(m_report, tr("Copy a Markdown report for a chat or an issue"));
    m_take->setObjectName(u"take"_s);
    m_take->setIcon(glyphIcon("user"_L1));
    m_take->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_take->setFocusPolicy(Qt::StrongFocus);
    connect(m_take, &QToolButton::clicked, this, &DetailHeader::takeRequested);
    connect(m_extend, &QToolButton::clicked, this, [this] { Q_EMIT extendRequested(kUsualExtension); });
    connect(m_report, &QPushButton::clicked, this, &DetailHeader::reportRequested);
    connect(m_page, &QPushButton::clicked, this, &DetailHeader::pageRequested);

    connect(&m_minutes, &QTimer::timeout, this, [this] {
        if (m_subject && isVisible())
            showFacts();
    });
    m_minutes.start(kRefresh);

    auto *title = new QHBoxLayout;
    title->setSpacing(kGap);
    title->addWidget(m_name, 0, Qt::AlignBaseline);
    title->addWidget(m_image, 1, Qt::AlignBaseline);
    for (QWidget *button : std::initializer_list<QWidget *>{m_extend, m_report, m_page})
        title->addWidget(button);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(kGap);
    facts->addWidget(m_badge);
    facts->addWidget(m_facts);
    facts->addWidget(m_separator);
    facts->addWidget(m_commit, 1);
    facts->addStretch(); // if there is no commit
    facts->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(title);
    layout->addLayout(facts);
}

void DetailHeader::showSubject(const DetailSubject &subject)
{
    m_subject = subject;
    m_name->setText(subject.application.name);
    setPlainToolTip(m_name, subject.application.name);
    setText(m_image, imageLine(subject));
    m_badge->showInstance(subject.instanceName(),
                          subject.instance ? QColor(subject.instance->colour) : QColor(Qt::gray));
    const bool isTask = subject.watch && isTaskWatch(subject.watch->id);
    m_extend->setVisible(subject.watch && !subject.watch->isOver() && !isTask);
    m_page->setText(isTask ? tr("Team &server") : tr("&Argo CD"));
    m_page->setAccessibleName(isTask ? tr("Open on the team server") : tr("Open in Argo CD"));
    setPlainToolTip(m_page,
                    isTask ? tr("Open the task's page on %1").arg(subject.instanceName())
                           : tr("Open the application's page in Argo CD"));
    m_report->setVisible(subject.watch.has_value());
    m_page->setVisible(subject.instance.has_value());
    showFacts();
    showTaken();
}

/// Shown if the watch needs attention. Tasks of team servers do not support it.
void DetailHeader::showTaken()
{
    const auto &watch = m_subject->watch;
    const bool isMine = watch && watch->takenBy == m_userName;
    const bool isAsked = watch && !isTaskWatch(watch->id)
        && (isMine || groupOf(*watch, false, {m_clock.now(), {}}) == BoardGroup::NeedsAttention);
    m_take->setVisible(isAsked && !m_userName.isEmpty());
    m_take->setText(isMine ? tr("No longer on it") : tr("I'm on it"));
    setPlainToolTip(m_take,
                    isMine ? tr("Show others that you are no longer working on it")
                           : tr("Show others that you are working on it"));
}

void DetailHeader::showFacts()
{
    setText(m_facts, factsLine(*m_subject, m_clock.now(), m_zone));
    setText(m_commit, commitLine(*m_subject, m_clock.now(), m_zone));
    m_separator->setVisible(!m_facts->isHidden() && !m_commit->isHidden());
}

QMenu *DetailHeader::extensions()
{
    auto *menu = new QMenu(this);
    const std::pair<QString, Duration> choices[] = {
        {tr("5 minutes"), 5min}, {tr("10 minutes"), 10min}, {tr("30 minutes"), 30min}, {tr("1 hour"), 1h}};
    for (const auto &[words, by] : choices) {
        const auto duration = by;
        connect(menu->addAction(words), &QAction::triggered, this,
                [this, duration] { Q_EMIT extendRequested(duration); });
    }
    return menu;
}

} // namespace lynceus
