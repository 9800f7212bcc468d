#include "app/gui/releases/releasespage.h"

#include "app/gui/releases/arrangebutton.h"
#include "app/gui/releases/boardactions.h"
#include "app/gui/releases/boardmodel.h"
#include "app/gui/releases/boardsource.h"
#include "app/gui/releases/boardview.h"
#include "app/gui/releases/emptyboard.h"
#include "app/gui/releases/usualtimes.h"
#include "app/gui/widgets/dialogs/notedialog.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/pages/currentpage.h"
#include "app/gui/widgets/pages/inlinebar.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/text/menutext.h"
#include "core/engine/facade/engine.h"
#include "core/io/process/systemuser.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTick = 1'000; // ms: times are shown in seconds

} // namespace

ReleasesPage::ReleasesPage(Engine &engine, const Clock &clock, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_model(new BoardModel(clock, zone, this))
    , m_source(new BoardSource(engine, *m_model))
    , m_view(new BoardView(*m_model, this))
    , m_empty(new EmptyBoard(this))
    , m_bar(new InlineBar(this))
    , m_filterBar(new QWidget(this))
    , m_filter(new QLineEdit(m_filterBar))
    , m_matches(new PlainLabel(m_filterBar))
    , m_stack(new PageStack(this))
    , m_actions(new BoardActions(engine, clock, *m_model, *this))
    , m_arrange(new ArrangeButton(this))
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_filterBar);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_empty);
    m_arrange->hide(); // until it is placed in a header and the board has rows
    m_view->installEventFilter(this);
    buildFilter();
    m_seconds.setInterval(kTick);
    listen();
    listenToTeamServers();
    new UsualTimes(engine, *m_model);
}

ReleasesPage::~ReleasesPage() = default;

void ReleasesPage::buildFilter()
{
    m_filter->setPlaceholderText(tr("Application, instance, project, version or release"));
    m_filter->setAccessibleName(tr("Filter the board"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(glyphIcon("list-filter"_L1), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_matches->setObjectName(u"matches"_s);
    m_matches->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(m_filterBar);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(12);
    row->addWidget(m_filter, 1);
    row->addWidget(m_matches);
    m_filterBar->hide();
    connect(m_filter, &QLineEdit::textChanged, m_model, &BoardModel::setFilter);
}

void ReleasesPage::find()
{
    if (m_model->isEmpty())
        return m_empty->setFocus(Qt::ShortcutFocusReason);
    m_filterBar->show();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ReleasesPage::showFilter()
{
    if (m_model->isEmpty())
        m_filter->clear(); // no board to filter
    if (m_filter->text().isEmpty() && !m_filter->hasFocus())
        m_filterBar->hide();
    m_matches->setText(m_model->shown() == 0 && !m_filter->text().isEmpty()
                           ? tr("No watch matches")
                           : tr("%1 of %n watches", nullptr, m_model->total()).arg(m_model->shown()));
}

/// Moves the focus to the remaining rows. An active filter stays visible.
void ReleasesPage::leaveFilter(bool clears)
{
    if (clears)
        m_filter->clear();
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    showFilter();
}

void ReleasesPage::listen()
{
    connect(&m_engine, &Engine::instanceChanged, this, [this](const InstanceState &state) {
        m_instances.insert(state.instance.id);
        m_empty->setHasInstances(true);
    });
    connect(&m_engine, &Engine::instanceRemoved, this, [this](const QString &id) {
        m_instances.remove(id);
        m_empty->setHasInstances(!m_instances.isEmpty());
        findContexts();
    });
    connect(&m_engine, &Engine::started, this, &ReleasesPage::findContexts);
    connect(m_empty, &EmptyBoard::importAsked, this, &ReleasesPage::importAsked);
    connect(m_empty, &EmptyBoard::demoAsked, this, &ReleasesPage::demoAsked);
    connect(m_arrange, &ArrangeButton::arranged, m_model, &BoardModel::setArrangement);
    connect(m_model, &BoardModel::applied, this, &ReleasesPage::showApplied);
    connect(&m_seconds, &QTimer::timeout, this, &ReleasesPage::tick);
    connect(m_view, &BoardView::selectionMoved, this, [this] {
        m_actions->setChosen(m_view->selectedWatches());
        reportCurrent();
    });
    connect(m_view, &BoardView::opened, this, &ReleasesPage::opened);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ReleasesPage::openMenu);
    connect(m_empty, &EmptyBoard::newWatchAsked, this, &ReleasesPage::newWatchAsked);
    connect(m_empty, &EmptyBoard::addInstanceAsked, this, &ReleasesPage::addInstanceAsked);
    connect(m_actions, &BoardActions::newWatchAsked, this, &ReleasesPage::newWatchAsked);
    connect(m_actions, &BoardActions::cancelAsked, this, &ReleasesPage::askToCancel);
    connect(m_actions, &BoardActions::noteAsked, this, &ReleasesPage::editNote);
    connect(m_actions, &BoardActions::pageAsked, this, &ReleasesPage::pageAsked);
    connect(m_actions, &BoardActions::repeated, this,
            [this](const QStringList &added) { selectWatch(added.value(0)); });
    connect(m_actions, &BoardActions::said, this, [this](const QString &sentence, bool isError) {
        if (isError)
            showError(sentence);
        else
            Q_EMIT said(sentence);
    });
}

/// For the first step only; not needed once there is an instance.
void ReleasesPage::findContexts()
{
    if (!m_engine.canImport() || !m_instances.isEmpty())
        return;
    m_engine.importableContexts({}, this).then(this, [this](const Result<std::vector<ImportableContext>> &found) {
        const auto usable = [](const ImportableContext &context) {
            return context.problem.isEmpty() && !context.isThere;
        };
        m_empty->setImportable(found ? int(std::ranges::count_if(*found, usable)) : 0);
    });
}

void ReleasesPage::listenToTeamServers()
{
    // The number of team servers decides whether sharing is possible.
    connect(&m_engine, &Engine::teamServerChanged, m_actions, &BoardActions::refresh);
    connect(&m_engine, &Engine::teamServerRemoved, m_actions, &BoardActions::refresh);
    connect(m_actions, &BoardActions::shareAsked, this, &ReleasesPage::chooseServer);
    connect(m_actions, &BoardActions::tasksDismissed, m_source, &BoardSource::dismiss);
    connect(m_source, &BoardSource::dismissedChanged, this, &ReleasesPage::tasksDismissed);
}

/// With a single team server, no choice is needed.
void ReleasesPage::chooseServer(const QStringList &watches)
{
    const auto &servers = m_engine.state().teamServers();
    if (watches.isEmpty() || servers.isEmpty())
        return;
    if (servers.size() == 1)
        return share(watches, servers.firstKey());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Share on"));
    for (const auto &state : servers) {
        const auto &place = state.server.place;
        connect(menu->addAction(glyphIcon("server"_L1), tr("Share on %1").arg(menuText(place.name))),
                &QAction::triggered, this, [this, watches, id = place.id] { share(watches, id); });
    }
    const auto row = m_view->visualRect(m_view->currentIndex());
    menu->popup(m_view->viewport()->mapToGlobal(row.bottomLeft()));
}

/// One after the other, so that an error stops them; the last one reports the result.
void ReleasesPage::share(const QStringList &watches, const QString &server)
{
    const auto *watch = m_model->watch(watches.first());
    const auto name = watch ? watch->request.application.name : watches.first();
    m_engine.shareWatch(watches.first(), server, systemUser(), this)
        .then(this, [this, watches, server, name](const Result<SharedTask> &shared) {
            if (!shared)
                return showError(tr("%1 was not shared: %2").arg(name, shared.error().message));
            if (watches.size() > 1)
                return share(watches.sliced(1), server);
            m_bar->ask(tr("%1 is shared on %2: %3").arg(name, shared->server, shared->page.toDisplayString()),
                       tr("Open the page"), tr("Close"), [this, page = shared->page] { Q_EMIT pageAsked(page); });
        });
}

void ReleasesPage::showApplied()
{
    m_arrange->setVisible(!m_model->isEmpty() && m_arrange->parentWidget() != this);
    auto *wanted = m_model->isEmpty() ? static_cast<QWidget *>(m_empty) : m_view;
    if (m_stack->currentWidget() != wanted) {
        const bool hadFocus = m_stack->isAncestorOf(window()->focusWidget());
        m_stack->setCurrentWidget(wanted);
        setFocusProxy(wanted);
        if (hadFocus)
            wanted->setFocus(Qt::OtherFocusReason);
    }
    if (!m_toSelect.isEmpty() && m_model->watch(m_toSelect))
        selectWatch(std::exchange(m_toSelect, {}));
    else if (m_model->shown() > 0 && !m_view->currentIndex().isValid())
        selectFirst(); // the most urgent row, with its cause below
    showFilter();
    m_actions->setChosen(m_view->selectedWatches());
    if (m_attention != m_model->needingAttention()) {
        m_attention = m_model->needingAttention();
        Q_EMIT attentionChanged(m_attention);
    }
    reportCurrent();
}

void ReleasesPage::reportCurrent()
{
    const auto *watch = currentWatch();
    Q_EMIT currentWatchChanged(watch ? watch->id : QString());
}

const WatchRecord *ReleasesPage::currentWatch() const
{
    const auto *selection = m_view->selectionModel();
    const auto current = m_view->currentIndex();
    if (current.isValid() && selection->isSelected(current))
        return m_model->watchAt(current);
    const auto rows = selection->selectedRows(); // with Ctrl, keys move the current row without selecting it
    return rows.isEmpty() ? nullptr : m_model->watchAt(rows.first());
}

void ReleasesPage::selectWatch(const QString &id)
{
    if (m_model->watch(id) && !m_model->indexOf(id).isValid())
        m_filter->clear(); // because it hides the row
    if (!m_model->indexOf(id).isValid()) {
        m_toSelect = id; // selected when it is added
        return;
    }
    m_view->selectWatch(id);
}

void ReleasesPage::selectFirst()
{
    const auto group = m_model->index(0, 0);
    m_view->selectionModel()->setCurrentIndex(m_model->isFolded(group) ? group : m_model->index(0, 0, group),
                                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ReleasesPage::setUserName(const QString &name)
{
    m_actions->setUserName(name);
}

void ReleasesPage::setZone(const QTimeZone &zone)
{
    m_model->setZone(zone);
}

QList<QAction *> ReleasesPage::boardActions() const
{
    return m_actions->all();
}

QStringList ReleasesPage::dismissedTasks() const
{
    return m_source->dismissed();
}

void ReleasesPage::setDismissedTasks(const QStringList &tasks)
{
    m_source->setDismissed(tasks);
}

QStringList ReleasesPage::unfolded() const
{
    return m_view->unfolded();
}

void ReleasesPage::setUnfolded(const QStringList &releases)
{
    m_view->setUnfolded(releases);
}

QString ReleasesPage::arrangement() const
{
    return textOf(m_model->arrangement());
}

QStringList ReleasesPage::foldedGroups() const
{
    return m_model->foldedGroups();
}

void ReleasesPage::setArrangement(const QString &arrangement, const QStringList &foldedGroups)
{
    m_arrange->setArrangement(arrangementFrom(arrangement));
    m_model->setFoldedGroups(foldedGroups);
    m_model->setArrangement(m_arrange->arrangement());
    m_view->showFolding();
}

void ReleasesPage::follow(const Environments &environments)
{
    m_model->follow(environments);
}

void ReleasesPage::showError(const QString &sentence)
{
    m_bar->say(sentence, StateRole::Bad);
}

void ReleasesPage::tick()
{
    m_model->timeWentBy();
    m_view->repaintTimes();
}

void ReleasesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_seconds.start();
}

void ReleasesPage::hideEvent(QHideEvent *event)
{
    m_seconds.stop(); // not visible
    QWidget::hideEvent(event);
}

bool ReleasesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            leaveFilter(key == Qt::Key_Escape);
            return true;
        }
    }
    if (watched == m_filter && event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &ReleasesPage::showFilter, Qt::QueuedConnection);
    if (watched == m_view && event->type() == QEvent::FocusIn && !m_view->currentIndex().isValid()
        && m_model->rowCount() > 0)
        selectFirst();
    return QWidget::eventFilter(watched, event);
}

void ReleasesPage::askToCancel(const QStringList &watches)
{
    if (watches.isEmpty())
        return;
    const auto *first = m_model->watch(watches.front());
    const auto question = watches.size() == 1
        ? tr("Stop watching %1 on %2? The rollout in Argo CD is not affected.")
              .arg(first->request.application.name, m_model->instanceName(first->request.application.instance))
        : tr("Stop watching %n applications? The rollouts in Argo CD are not affected.", nullptr, int(watches.size()));
    m_bar->ask(question, tr("Stop watching"), tr("Keep watching"), [this, watches] {
        for (const auto &id : watches)
            m_engine.cancelWatch(id);
    });
}

/// One note for all selected watches; starts with the note that they have in common.
void ReleasesPage::editNote(const QStringList &watches)
{
    QStringList notes;
    for (const auto &id : watches) {
        if (const auto *watch = m_model->watch(id))
            notes.append(watch->request.note);
    }
    notes.removeDuplicates();
    auto *dialog = new NoteDialog(notes.size() == 1 ? notes.front() : QString(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, watches] {
        for (const auto &id : watches)
            m_engine.setWatchNote(id, dialog->note());
    });
    dialog->open();
}

void ReleasesPage::openMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fill(*menu);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace lynceus
