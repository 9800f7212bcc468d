#include "app/gui/detail/logs/logstab.h"

#include "app/gui/detail/logs/logpods.h"
#include "app/gui/detail/logs/logtext.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/text/clipboard.h"
#include "core/domain/text/facts.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/text/verdicttext.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kTail = 1'000;      ///< initial lines: a few screens in one request
constexpr int kOfferedPods = 200; ///< a readable list; the tree's filter finds the others
constexpr Duration kCollect{
    100}; ///< a chatty container sends thousands of lines a second: the screen needs ten changes

constexpr int kSearchLetters = 15; ///< width of the search field, with its icon

// Names in Kubernetes have at most 253 characters.
constexpr qsizetype kLongestChoice = 300;

/// Of widgets beside each other, without those that are hidden.
int leastWidth(std::initializer_list<const QWidget *> widgets, int spacing)
{
    int width = -spacing;
    for (const auto *widget : widgets) {
        if (!widget->isHidden())
            width += std::max(widget->minimumSizeHint().width(), widget->minimumWidth()) + spacing;
    }
    return width;
}

} // namespace

void LogsTab::inspect(ApplicationView *view, const std::optional<ResourceNode> &resource, const QString &project)
{
    m_view = view;
    m_resource = resource;
    m_project = project;
    if (!view)
        return close();
    if (isVisible())
        offerPods();
}

void LogsTab::clear()
{
    close();
    m_view.clear();
    m_resource.reset();
    m_pods.clear();
    m_offered.clear();
    m_podChoice->clear();
    m_containerChoice->clear();
    m_previous->setChecked(false);
    m_text->forget();
}

void LogsTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    offerPods();
}

void LogsTab::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    close();
}

std::optional<ResourceNode> LogsTab::pod() const
{
    const int at = m_podChoice->currentIndex();
    return at >= 0 && at < int(m_pods.size()) ? std::optional(m_pods[std::size_t(at)]) : std::nullopt;
}

/// Keeps the choice if the pod still exists; restarts the log only if another pod becomes chosen.
void LogsTab::offerPods()
{
    if (!m_view || !m_view->tree())
        return;
    const auto before = pod();
    m_pods = podsToRead(*m_view->tree(), m_resource);
    if (int(m_pods.size()) > kOfferedPods)
        m_pods.resize(kOfferedPods);
    keepWhatIsRead(before);
    QStringList offered;
    for (const auto &each : m_pods) {
        const auto reason = each.statusReason.isEmpty() ? nameOf(each.health.status) : each.statusReason;
        offered << visibleLine(joinedFacts({each.key.name, reason}), kLongestChoice);
    }
    if (offered != m_offered) { // updating would close an open list
        const QSignalBlocker quiet(m_podChoice);
        m_offered = offered;
        m_podChoice->clear();
        m_podChoice->addItems(offered);
        const auto same = before ? std::ranges::find(m_pods, before->key, &ResourceNode::key) : m_pods.end();
        m_podChoice->setCurrentIndex(m_pods.empty() ? -1 : same == m_pods.end() ? 0 : int(same - m_pods.begin()));
        setPlainToolTip(m_podChoice, m_podChoice->currentText()); // no signal is emitted when it changes
    }
    const auto chosen = pod();
    if (!chosen) {
        close();
        m_text->forget();
        m_note = m_resource
            ? tr("%1 has no pods.").arg(visibleLine(m_resource->key.kind + u' ' + m_resource->key.name, kLongestChoice))
            : tr("No pods.");
        return showState();
    }
    if (chosen->uid != m_openPod)
        return askForContainers();
    if (m_ended && chosen->restarts != m_openRestarts)
        open();
}

/// Keeps the log of a pod that is removed while the user reads it: its last lines matter most.
void LogsTab::keepWhatIsRead(const std::optional<ResourceNode> &before)
{
    const auto &nodes = m_view->tree()->nodes;
    const auto selected = m_resource ? std::optional(m_resource->key) : std::nullopt;
    if (m_openFor && selected != m_openFor && std::ranges::find(nodes, *m_openFor, &ResourceNode::key) == nodes.end())
        m_openFor = selected; // the selection changed because the pod was removed, not by the user
    const bool isRead = before && m_hasLines && before->uid == m_openPod && m_openFor == selected;
    if (!isRead || std::ranges::find(nodes, before->key, &ResourceNode::key) != nodes.end())
        return;
    auto gone = *before;
    gone.statusReason = tr("gone");
    m_pods.insert(m_pods.begin(), std::move(gone));
}

void LogsTab::askForContainers()
{
    close();
    m_text->forget();
    m_containerChoice->clear();
    const auto chosen = pod();
    if (!chosen || !m_view)
        return;
    m_openPod = chosen->uid;
    m_openFor = m_resource ? std::optional(m_resource->key) : std::nullopt;
    m_hasLines = false;
    m_note = tr("Loading containers…");
    showState();
    m_question = std::make_unique<QObject>();
    m_view->containers(*chosen, m_question.get()).then(m_question.get(), [this](const Result<QStringList> &containers) {
        if (containers)
            return offerContainers(*containers);
        m_note = tr("Containers could not be loaded: %1").arg(containers.error().message);
        showState();
    });
}

void LogsTab::offerContainers(const QStringList &containers)
{
    const QSignalBlocker quiet(m_containerChoice);
    m_containerChoice->clear();
    for (const auto &container : containers)
        m_containerChoice->addItem(visibleLine(container, kLongestChoice), container);
    m_containerChoice->setEnabled(containers.size() > 1);
    open();
}

void LogsTab::open()
{
    delete m_log;
    m_arrived.clear();
    m_text->forget();
    m_hasLines = false;
    const auto chosen = pod();
    if (!chosen || !m_view || !isVisible())
        return;
    LogQuery query;
    query.pod = chosen->key.name;
    query.podNamespace = chosen->key.nameSpace;
    query.container = m_containerChoice->currentData().toString();
    query.tailLines = kTail;
    query.previous = m_previous->isChecked();
    m_note = tr("Loading log…");
    m_openRestarts = chosen->restarts;
    m_ended = false;
    m_log = m_view->follow(query, this);
    connect(m_log, &LogView::linesArrived, this, &LogsTab::take);
    connect(m_log, &LogView::ended, this, &LogsTab::end);
    showState();
}

void LogsTab::close()
{
    m_question.reset();
    delete m_log;
    m_openPod.clear();
    m_collect->stop();
    flush();
}

void LogsTab::take(const std::vector<LogLine> &lines)
{
    m_note.clear();
    for (const auto &line : lines)
        m_arrived << line.content;
    if (!m_collect->isActive())
        m_collect->start(kCollect);
}

void LogsTab::flush()
{
    if (m_arrived.isEmpty())
        return;
    m_hasLines = true;
    m_text->append(std::exchange(m_arrived, {}));
    showState();
}

void LogsTab::end(const std::optional<Error> &error)
{
    flush();
    m_ended = true;
    if (!error)
        m_note = m_hasLines ? tr("The container ended.") : tr("The container ended without output.");
    else if (error->kind == Error::Kind::Forbidden)
        m_note = m_project.isEmpty() ? tr("Your account does not have access to the logs of this application.")
                                     : tr("Your account does not have access to logs in project %1. Ask your "
                                          "administrator for the permission “logs, get”.")
                                           .arg(m_project);
    else
        m_note = tr("The log stopped: %1").arg(error->message);
    showState();
}

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
    , m_choices(new QHBoxLayout)
    , m_below(new QHBoxLayout)
    , m_foot(new QHBoxLayout)
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
    m_podChoice->setMinimumContentsLength(6); // grows if there is room
    m_containerChoice->setAccessibleName(tr("Container"));
    m_containerChoice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_containerChoice->setMinimumContentsLength(8);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * kSearchLetters);
    m_search->addAction(glyphIcon("search"_L1), QLineEdit::LeadingPosition);
    m_state->setWordWrap(true);
    m_state->setObjectName(u"logState"_s);
    m_found->setObjectName(u"found"_s);
    m_previous->setObjectName(u"previousContainer"_s);
    m_follow->setObjectName(u"follow"_s);
    m_collect->setSingleShot(true);

    m_choices->addWidget(m_podChoice, 2);
    m_choices->addWidget(m_containerChoice);
    m_choices->addWidget(m_previous);
    m_choices->addWidget(m_search, 1);
    m_choices->addWidget(m_found);
    m_foot->addWidget(m_state, 1);
    m_foot->addWidget(m_wrap);
    m_foot->addWidget(m_follow);
    m_foot->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addLayout(m_choices);
    layout->addLayout(m_below);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_foot);
}

QSize LogsTab::minimumSizeHint() const
{
    const int least = std::max({leastWidth({m_podChoice, m_containerChoice, m_previous}, m_choices->spacing()),
                                leastWidth({m_search, m_found}, m_choices->spacing()), m_foot->minimumSize().width()});
    return {least, QWidget::minimumSizeHint().height()};
}

bool LogsTab::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        placeSearch();
    return QWidget::event(event);
}

void LogsTab::placeSearch()
{
    const int needed =
        leastWidth({m_podChoice, m_containerChoice, m_previous, m_search, m_found}, m_choices->spacing());
    const bool isBelow = m_below->indexOf(m_search) >= 0;
    if (isBelow == (needed > width()))
        return;
    auto *from = isBelow ? m_below : m_choices;
    auto *to = isBelow ? m_choices : m_below;
    from->removeWidget(m_search);
    from->removeWidget(m_found);
    to->addWidget(m_search, 1);
    to->addWidget(m_found);
}

void LogsTab::connectBar()
{
    connect(m_podChoice, &QComboBox::currentIndexChanged, this, &LogsTab::askForContainers);
    connect(m_podChoice, &QComboBox::currentTextChanged, this,
            [this](const QString &pod) { setPlainToolTip(m_podChoice, pod); }); // the text may be cut
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
    m_follow->setText(waiting == 0       ? tr("Follow")
                          : waiting == 1 ? tr("1 new line")
                                         : tr("%n new lines", nullptr, waiting));
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
