// LogsTab: its controls.
#include "app/gui/detail/logs/logstab.h"
#include "app/gui/detail/logs/logtext.h"
#include "app/gui/widgets/clipboard.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/plainlabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace lynceus {

LogsTab::LogsTab(QWidget *parent)
    : QWidget(parent)
    , m_podChoice(new QComboBox(this))
    , m_containerChoice(new QComboBox(this))
    , m_previous(new QCheckBox(tr("&Before the last restart"), this))
    , m_wrap(new QCheckBox(tr("&Wrap lines"), this))
    , m_search(new QLineEdit(this))
    , m_found(new PlainLabel(this))
    , m_text(new LogText(this))
    , m_state(new PlainLabel(this))
    , m_follow(new QPushButton(glyphIcon("arrow-down-to-line"_L1), QString(), this))
    , m_copy(new QPushButton(glyphIcon("copy"_L1), tr("Copy &log"), this))
    , m_collect(new QTimer(this))
{
    setFocusProxy(m_text);
    buildBar();
    connectBar();
    addKeys();
    showState();
}

void LogsTab::buildBar()
{
    m_podChoice->setAccessibleName(tr("Pod"));
    m_podChoice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_podChoice->setMinimumContentsLength(24);
    m_containerChoice->setAccessibleName(tr("Container"));
    m_containerChoice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_containerChoice->setMinimumContentsLength(8);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(glyphIcon("search"_L1), QLineEdit::LeadingPosition);
    m_state->setWordWrap(true);
    m_state->setObjectName(u"logState"_s);
    m_found->setObjectName(u"found"_s);
    m_found->setMinimumWidth(m_found->fontMetrics().horizontalAdvance(tr("%1 of %2").arg(1000).arg(1000)));
    m_previous->setObjectName(u"previousContainer"_s);
    m_follow->setObjectName(u"follow"_s);
    m_collect->setSingleShot(true);

    auto *bar = new QHBoxLayout;
    bar->addWidget(m_podChoice, 2);
    bar->addWidget(m_containerChoice);
    bar->addWidget(m_previous);
    bar->addWidget(m_wrap);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_found);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_follow);
    foot->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_text, 1);
    layout->addLayout(foot);
}

void LogsTab::connectBar()
{
    connect(m_podChoice, &QComboBox::currentIndexChanged, this, &LogsTab::askForContainers);
    connect(m_containerChoice, &QComboBox::currentIndexChanged, this, &LogsTab::open);
    connect(m_previous, &QCheckBox::toggled, this, &LogsTab::open);
    connect(m_wrap, &QCheckBox::toggled, this, [this](bool wraps) {
        m_text->setLineWrapMode(wraps ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    });
    connect(m_search, &QLineEdit::textChanged, m_text, &LogText::search);
    connect(m_text, &LogText::matchesChanged, this, &LogsTab::showState);
    connect(m_text, &LogText::pausedChanged, this, &LogsTab::showState);
    connect(m_follow, &QPushButton::clicked, m_text, &LogText::follow);
    connect(m_copy, &QPushButton::clicked, this, &LogsTab::copyAll);
    connect(m_collect, &QTimer::timeout, this, &LogsTab::flush);
}

void LogsTab::addKeys()
{
    const auto add = [this](QWidget *owner, QLatin1StringView id, const QString &words, const QKeySequence &key,
                            auto run) {
        auto *action = new QAction(words, owner);
        action->setObjectName(id);
        action->setShortcut(key);
        action->setShortcutContext(owner == this ? Qt::WidgetWithChildrenShortcut : Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, run);
        owner->addAction(action);
    };
    add(this, "detail.nextMatch"_L1, tr("Next match"), QKeySequence(Qt::Key_F3), [this] { m_text->goToMatch(1); });
    add(this, "detail.previousMatch"_L1, tr("Previous match"), QKeySequence(Qt::SHIFT | Qt::Key_F3),
        [this] { m_text->goToMatch(-1); });
    add(m_search, {}, tr("Next match"), QKeySequence(Qt::Key_Return), [this] { m_text->goToMatch(1); });
    add(m_search, {}, tr("Previous match"), QKeySequence(Qt::SHIFT | Qt::Key_Return),
        [this] { m_text->goToMatch(-1); });
}

void LogsTab::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void LogsTab::showState()
{
    QString found;
    if (!m_search->text().isEmpty()) {
        found = m_text->matches() == 0 ? tr("no match")
                                       : tr("%1 of %2").arg(m_text->currentMatch() + 1).arg(m_text->matches());
    }
    m_found->setText(found);
    m_follow->setVisible(m_text->isPaused());
    const int waiting = m_text->waiting();
    m_follow->setText(waiting == 0 ? tr("Follow") : waiting == 1 ? tr("1 new line") : tr("%1 new lines").arg(waiting));
    m_state->setText(m_note);
    m_copy->setEnabled(m_hasLines);
}

bool LogsTab::wraps() const
{
    return m_wrap->isChecked();
}

void LogsTab::setWraps(bool wraps)
{
    m_wrap->setChecked(wraps);
}

void LogsTab::copyAll() const
{
    copyText(m_text->wholeText());
}

} // namespace lynceus
