#include "app/gui/deployments/deploymentspage.h"

#include "app/gui/deployments/deploymentchart.h"
#include "app/gui/deployments/deploymentsmodel.h"
#include "app/gui/deployments/deploymentsview.h"
#include "app/gui/deployments/numberstrip.h"
#include "app/gui/widgets/chips.h"
#include "app/gui/widgets/clipboard.h"
#include "app/gui/widgets/emptystate.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/inlinebar.h"
#include "app/gui/widgets/pageheader.h"
#include "app/gui/widgets/reportview.h"
#include "app/gui/widgets/tooltips.h"
#include "core/domain/search/filtercompletion.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/engine/deployments/deploymentexport.h"
#include "core/engine/text/reporttext.h"
#include "core/io/settings/windowmemory.h"
#include "core/io/writefile.h"

#include <QAction>
#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

constexpr std::chrono::milliseconds kTick{1'000};
constexpr int kSoon = 200;
constexpr int kMost = 10'000;               // of the period and the one before: what a list can be looked through
constexpr std::size_t kMostTimelines = 100; // of failures in an exported report
constexpr int kControlHeight = 32;
constexpr int kMargin = 16;
constexpr int kUsualPeriod = 2;
constexpr std::array kPeriods{Duration(24h), Duration(24h), Duration(7 * 24h), Duration(30 * 24h)};

constexpr auto kFilterKey = "deployments/filter"_L1;
constexpr auto kPeriodKey = "deployments/period"_L1;
constexpr auto kSplitKey = "deployments/split"_L1;
constexpr auto kChartKey = "deployments/chart"_L1;

bool isFailure(const Deployment &deployment)
{
    return deployment.outcome == Deployment::Outcome::Failed || deployment.outcome == Deployment::Outcome::TimedOut;
}

} // namespace

DeploymentsPage::DeploymentsPage(Engine &engine, const Clock &clock, const QTimeZone &zone, WindowMemory &memory,
                                 QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_memory(memory)
    , m_model(new DeploymentsModel(clock, zone, this))
    , m_bar(new InlineBar(this))
    , m_field(new FilterField(tr("Filter deployments"), tr("Filter: outcome:failed project:shop actor:ann"), this))
    , m_period(new ChipRow(tr("Period"), this))
    , m_unfold(new Chip(tr("Chart"), this))
    , m_chart(new DeploymentChart(this))
    , m_numbers(new NumberStrip(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_view(new DeploymentsView(*m_model, this))
    , m_report(new ReportView(this))
{
    addActions();
    build();
    listen();
    m_field->setText(m_memory.text(kFilterKey));
    applyFilter();
}

DeploymentsPage::~DeploymentsPage() = default;

void DeploymentsPage::addActions()
{
    const auto add = [this](QLatin1StringView id, const QString &text, QLatin1StringView glyph,
                            const QList<QKeySequence> &keys, auto then) {
        auto *action = new QAction(glyphIcon(glyph), text, m_view);
        action->setObjectName(id);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, then);
        m_view->addAction(action);
        return action;
    };
    add("deployments.open"_L1, tr("Read what is known"), "file-text"_L1, {Qt::Key_Return, Qt::Key_Enter},
        [this] { m_report->setFocus(Qt::OtherFocusReason); });
    add("deployments.application"_L1, tr("Show the application"), "layers"_L1, {Qt::Key_A}, [this] {
        if (const auto *deployment = chosen())
            showApplication(*deployment);
    });
    add("deployments.page"_L1, tr("Open in Argo CD"), "external-link"_L1, {QKeySequence(u"Ctrl+O"_s)},
        [this] { openPage(); });
    add("deployments.copy"_L1, tr("Copy report"), "clipboard-copy"_L1, {QKeySequence(u"Ctrl+Shift+C"_s)},
        [this] { copyReport(); });
    m_export = add("deployments.export"_L1, tr("Export…"), "download"_L1, {QKeySequence(u"Ctrl+Shift+S"_s)},
                   [this] { chooseFile(); });
}

void DeploymentsPage::build()
{
    m_period->setChoices({tr("today"), tr("24 h"), tr("7 d"), tr("30 d")});
    m_period->choose(qBound(0, m_memory.number(kPeriodKey).value_or(kUsualPeriod), int(kPeriods.size()) - 1));
    auto *exporting = new QToolButton(this);
    exporting->setDefaultAction(m_export);
    exporting->setToolButtonStyle(Qt::ToolButtonIconOnly);
    exporting->setMinimumSize(kControlHeight, kControlHeight);
    exporting->setFocusPolicy(Qt::TabFocus);
    exporting->setAccessibleName(tr("Export"));
    auto *header = new PageHeader(tr("Deployments"), this);
    header->addWidget(m_field, 1);
    header->addWidget(exporting);
    auto *periodRow = new QHBoxLayout;
    periodRow->setContentsMargins(kMargin, 8, kMargin, 8);
    periodRow->addWidget(m_period);
    periodRow->addStretch();
    m_unfold->setChecked(m_memory.number(kChartKey).value_or(1) != 0);
    setPlainToolTip(m_unfold, tr("Deployments per day or hour; choose a bar to list only these"));
    periodRow->addWidget(m_unfold);

    m_report->setAccessibleName(tr("What is known of the deployment"));
    m_report->setOpenLinks(false);
    m_report->setFrameShape(QFrame::NoFrame);
    m_report->document()->setDocumentMargin(kMargin);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_report);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->restoreState(m_memory.bytes(kSplitKey));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(m_bar);
    layout->addLayout(periodRow);
    layout->addWidget(m_numbers);
    layout->addWidget(m_chart);
    layout->addWidget(m_stack, 1);
}

void DeploymentsPage::listen()
{
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (m_model->hasRunning())
            m_view->viewport()->update(); // how long they take
    });
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &DeploymentsPage::showNumbers);
    m_field->setCompletion([this](const QString &text, qsizetype cursor) { return completion(text, cursor); });
    connect(m_field, &FilterField::textChanged, this, &DeploymentsPage::applyFilter);
    connect(m_field, &FilterField::listAsked, this, [this] { m_view->setFocus(Qt::TabFocusReason); });
    connect(m_period, &ChipRow::chosenByPerson, this, [this] {
        m_chart->clearChoice();
        m_model->clearPart();
        ask();
    });
    connect(m_unfold, &QAbstractButton::toggled, this, &DeploymentsPage::showContent);
    connect(m_chart, &DeploymentChart::chosen, this, [this](Instant from, Instant until) {
        m_model->setPart(from, until);
        showNumbers();
        showSummary();
        showContent();
    });
    connect(m_chart, &DeploymentChart::choiceCleared, this, [this] {
        m_model->clearPart();
        showSummary();
        showContent();
        m_soon.start(kSoon);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DeploymentsPage::showChosen);
    connect(m_view, &QWidget::customContextMenuRequested, this, &DeploymentsPage::openMenu);
    connect(m_view, &QTreeView::doubleClicked, this, [this] { m_report->setFocus(Qt::MouseFocusReason); });
    connect(m_report, &ReportView::anchorClicked, this, &DeploymentsPage::openPage);
    connect(m_empty, &EmptyState::stepAsked, this, &DeploymentsPage::takeStep);
    connect(&m_engine, &Engine::instanceChanged, this,
            [this](const InstanceState &state) { m_model->putInstance(state.instance); });
    connect(&m_engine, &Engine::teamServerChanged, this,
            [this](const TeamServerState &state) { m_model->putInstance(state.server.place); });
    connect(&m_engine, &Engine::serverTasksChanged, this, &DeploymentsPage::takeTasks);
    connect(&m_engine, &Engine::teamServerRemoved, this, [this] {
        if (isVisible())
            ask(); // without its tasks
    });
    connect(&m_engine, &Engine::deploymentChanged, this,
            [this](const Deployment &deployment) { takeChanges({deployment}); });
    connect(&m_engine, &Engine::started, this, [this] {
        if (isVisible())
            ask();
    });
}

void DeploymentsPage::showApplication(const Deployment &deployment)
{
    const auto place = taskPlaceOf(deployment.watch);
    if (!place)
        return Q_EMIT applicationAsked(ApplicationKey(deployment.application));
    m_engine.applicationOf(place->server, place->task, this)
        .then(this, [this](const std::optional<ApplicationKey> &own) {
            if (own)
                Q_EMIT applicationAsked(*own);
            else
                m_bar->say(tr("No instance of yours has this application; the team server watches it."),
                           StateRole::Held);
        });
}

QList<QAction *> DeploymentsPage::deploymentActions() const
{
    return m_view->actions();
}

void DeploymentsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tick.start();
    ask();
}

void DeploymentsPage::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    QWidget::hideEvent(event);
}

Instant DeploymentsPage::periodBegin() const
{
    const auto now = m_clock.now();
    if (m_period->chosen() != 0)
        return now - kPeriods[std::size_t(qBound(1, m_period->chosen(), int(kPeriods.size()) - 1))];
    const auto today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), m_model->zone()).date();
    return Instant{Duration{today.startOfDay(m_model->zone()).toMSecsSinceEpoch()}};
}

Instant DeploymentsPage::beforeBegin() const
{
    return m_from - (m_clock.now() - m_from);
}

void DeploymentsPage::ask()
{
    if (!m_engine.state().hasStarted())
        return showContent();
    const int number = ++m_asked;
    m_from = periodBegin();
    DeploymentQuery query;
    query.from = beforeBegin();
    query.limit = kMost;
    m_engine.deployments(query, this).then(this, [this, number](const Result<std::vector<Deployment>> &answer) {
        if (number == m_asked)
            takeAnswer(answer);
    });
}

void DeploymentsPage::takeAnswer(const Result<std::vector<Deployment>> &answer)
{
    if (!answer) {
        m_bar->say(answer.error().message, StateRole::Bad); // what was listed stays
        return showContent();
    }
    m_bar->close();
    m_hasAnswer = true;
    m_isCut = int(answer->size()) >= kMost;
    std::vector<Deployment> now;
    m_before.clear();
    for (const auto &deployment : *answer)
        (deployment.startedAt < m_from && deployment.isOver() ? m_before : now).push_back(deployment);
    std::ranges::move(tasksSince(m_from), std::back_inserter(now));
    m_model->show(std::move(now));
    showNumbers();
    showSummary();
    showContent();
}

void DeploymentsPage::takeChanges(const std::vector<Deployment> &deployments)
{
    std::vector<Deployment> wanted;
    std::ranges::copy_if(deployments, std::back_inserter(wanted), [this](const Deployment &each) {
        return m_hasAnswer && (each.startedAt >= m_from || !each.isOver());
    });
    if (wanted.empty())
        return;
    m_model->put(wanted);
    const auto isShown = [this](const Deployment &each) { return deploymentId(each) == m_shownId; };
    if (std::ranges::any_of(wanted, isShown))
        m_shownId.clear(); // its report is made again
    m_soon.start(kSoon);
    showSummary();
    showContent();
}

/// A task of a team server is a deployment that somebody else registered. One that has left its server's list stays
/// until the next answer.
void DeploymentsPage::takeTasks(const ServerTaskChanges &changes)
{
    std::vector<Deployment> deployments;
    for (const auto &task : changes.tasks)
        deployments.push_back(deploymentOf(task, changes.server));
    takeChanges(deployments);
}

std::vector<Deployment> DeploymentsPage::tasksSince(Instant from) const
{
    std::vector<Deployment> deployments;
    for (const auto &state : m_engine.state().teamServers()) {
        const auto &server = state.server.place.id;
        for (const auto &task : m_engine.state().serverTasks(server)) {
            if (task.created >= from || task.isRunning())
                deployments.push_back(deploymentOf(task, server));
        }
    }
    return deployments;
}

void DeploymentsPage::applyFilter()
{
    const auto filter = parseDeploymentFilter(m_field->text());
    std::vector<FilterField::Highlight> highlights;
    for (const auto &token : filter.words.tokens) {
        if (token.field != FilterToken::Field::Text || token.negated || !token.problem.isEmpty())
            highlights.push_back({token.start, token.length, token.problem});
    }
    for (const auto &token : filter.tokens)
        highlights.push_back({token.start, token.length, token.problem});
    m_field->setHighlights(highlights);
    m_model->setFilter(filter);
    showNumbers();
    showSummary();
    showContent();
}

void DeploymentsPage::showNumbers()
{
    m_soon.stop();
    const auto until = m_clock.now();
    auto trend = m_model->trend(m_from, until, m_before);
    m_chart->show(std::move(trend.counts), until, m_model->zone()); // which may clear the part
    const auto &part = m_model->part();
    m_numbers->show(part ? m_model->trend(part->first, part->second, m_before) : trend);
}

void DeploymentsPage::showSummary()
{
    const QLocale locale;
    const int shown = m_model->rowCount();
    const int total = m_model->total();
    const auto count =
        shown == total ? locale.toString(total) : tr("%1 of %2").arg(locale.toString(shown), locale.toString(total));
    m_field->setSummary(total == 0 ? QString() : m_isCut ? tr("%1, the newest").arg(count) : count, {});
    m_export->setEnabled(shown > 0);
}

void DeploymentsPage::showContent()
{
    m_numbers->setVisible(m_model->total() > 0);
    m_chart->setVisible(m_model->total() > 0 && m_unfold->isChecked());
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_splitter);
        if (!m_view->currentIndex().isValid())
            m_view->selectionModel()->setCurrentIndex(m_model->index(0, 0),
                                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        return showChosen();
    }
    if (m_model->part())
        m_empty->say("list-filter"_L1, tr("No deployments in this bar of the chart"),
                     tr("The chart chooses a part of the period."), tr("Show the whole period"));
    else if (m_model->total() > 0)
        m_empty->say("list-filter"_L1, tr("No deployments match the filter"),
                     tr("The filter hides all %1 of this period.").arg(QLocale().toString(m_model->total())),
                     tr("Clear the filter"));
    else if (m_engine.state().hasStarted() && m_engine.state().instances().isEmpty())
        m_empty->say("rocket"_L1, tr("Every deployment, registered or not"),
                     tr("Add an instance with the address that you use in the browser."), tr("Add an instance"));
    else if (m_period->chosen() < int(kPeriods.size()) - 1)
        m_empty->say("rocket"_L1, tr("No deployments in this period"),
                     tr("Deployments of all your applications appear here while Lynceus runs, and from their history."),
                     tr("Show 30 days"));
    else
        m_empty->say(
            "rocket"_L1, tr("No deployments yet"),
            tr("Deployments of all your applications appear here while Lynceus runs, and from their history."));
    m_stack->setCurrentWidget(m_empty);
    showChosen();
}

/// What the button of the empty page says.
void DeploymentsPage::takeStep()
{
    if (m_model->part()) {
        m_chart->clearChoice();
        m_model->clearPart();
        showNumbers();
        showSummary();
        showContent();
    } else if (m_model->total() > 0) {
        m_field->setText({});
    } else if (m_engine.state().instances().isEmpty()) {
        Q_EMIT addInstanceAsked();
    } else {
        setPeriod(int(kPeriods.size()) - 1);
    }
}

const Deployment *DeploymentsPage::chosen() const
{
    return m_model->at(m_view->currentIndex());
}

void DeploymentsPage::showChosen()
{
    const auto *deployment = chosen();
    const auto id = deployment ? deploymentId(*deployment) : QString();
    if (id == m_shownId)
        return;
    m_shownId = id;
    m_text.clear();
    if (!deployment) {
        m_report->clear();
        return;
    }
    showReport(deploymentMarkdown(*deployment, m_model->instances(), m_model->zone()));
    if (deployment->watch.isEmpty())
        return;
    if (const auto place = taskPlaceOf(deployment->watch)) {
        if (const auto *task = m_engine.state().serverTask(place->server, place->task))
            showReport(markdownReport(watchOf(*task, place->server), m_model->instances().nameOf(place->server),
                                      pageOf(*deployment), {}, m_model->zone()));
        m_engine.readTaskVerdict(place->server, place->task); // which is told as a change of the task
        return;
    }
    m_engine.watch(deployment->watch, this).then(this, [this, id](const Result<WatchDetails> &details) {
        if (id != m_shownId || !details)
            return; // what the deployment itself says stays
        const auto &key = details->record.request.application;
        showReport(markdownReport(details->record, m_model->instances().nameOf(key.instance),
                                  m_model->instances().pageOf(key), details->timeline, m_model->zone()));
    });
}

void DeploymentsPage::showReport(const QString &markdown)
{
    m_text = markdown;
    // The server's words are in it: no HTML, and nothing is loaded.
    m_report->document()->setMarkdown(markdown,
                                      QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                          | QTextDocument::MarkdownNoHTML);
    m_report->frameTables();
}

void DeploymentsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_shownId.clear(); // links and lines have their colours in the text
        showChosen();
    }
}

void DeploymentsPage::setFilterText(const QString &text)
{
    m_field->setText(text);
}

void DeploymentsPage::setPeriod(int period)
{
    m_period->choose(period);
    ask();
}

void DeploymentsPage::setZone(const QTimeZone &zone)
{
    m_model->setZone(zone);
    m_shownId.clear(); // the report has times, too
    showChosen();
}

void DeploymentsPage::focusFilter()
{
    m_field->line()->setFocus(Qt::ShortcutFocusReason);
    m_field->line()->selectAll();
}

void DeploymentsPage::takeFocus()
{
    auto *button = m_empty->button();
    QWidget *const first = m_stack->currentWidget() == m_splitter ? static_cast<QWidget *>(m_view)
        : !button->isHidden()                                     ? static_cast<QWidget *>(button)
                                                                  : m_field;
    first->setFocus(Qt::ShortcutFocusReason);
}

FilterField::Completion DeploymentsPage::completion(const QString &text, qsizetype cursor) const
{
    const auto start = text.lastIndexOf(u' ', qMax(qsizetype(0), cursor - 1)) + 1;
    const auto word = text.mid(start, cursor - start);
    const auto bare = word.startsWith(u'-') ? word.mid(1) : word;
    if (bare.isEmpty())
        return {};
    QStringList candidates;
    const auto offer = [&](const QString &candidate) {
        if (candidate.startsWith(bare, Qt::CaseInsensitive) && candidate != bare)
            candidates += (word.startsWith(u'-') ? u"-"_s : QString()) + candidate;
    };
    for (const auto &name : deploymentFieldNames())
        offer(name + u':');
    for (const auto &outcome : deploymentFieldValues(DeploymentToken::Field::Outcome))
        offer(u"outcome:"_s + outcome);
    for (const auto &proof : deploymentFieldValues(DeploymentToken::Field::Proof))
        offer(u"proof:"_s + proof);
    for (const auto &rule : m_engine.state().rules())
        offer(u"rule:"_s + rule.name);
    for (const auto &state : m_engine.state().instances())
        offer(state.instance.name.contains(u' ') ? u"instance:\"%1\""_s.arg(state.instance.name)
                                                 : u"instance:"_s + state.instance.name);
    return {start, cursor - start, candidates};
}

void DeploymentsPage::openMenu(const QPoint &position)
{
    if (!m_view->indexAt(position).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_view->actions());
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

/// Argo CD's of the application, or a team server's of the task.
QUrl DeploymentsPage::pageOf(const Deployment &deployment) const
{
    const auto place = taskPlaceOf(deployment.watch);
    if (!place)
        return m_model->instances().pageOf(deployment.application);
    const auto *server = m_engine.state().teamServer(place->server);
    return server ? taskPage(server->server.place.baseUrl, place->task) : QUrl();
}

void DeploymentsPage::openPage()
{
    const auto *deployment = chosen();
    if (!deployment)
        return;
    if (const auto page = pageOf(*deployment); !page.isEmpty())
        Q_EMIT pageAsked(page);
    else
        m_bar->say(tr("The instance was removed, so its address is not known."), StateRole::Held);
}

void DeploymentsPage::copyReport()
{
    if (m_text.isEmpty())
        return;
    copyText(m_text);
    Q_EMIT said(tr("Report copied as Markdown"));
}

void DeploymentsPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export deployments"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList suffixes{u"csv"_s, u"json"_s, u"html"_s, u"md"_s};
    dialog->setNameFilters({tr("CSV for spreadsheets (*.csv)"), tr("JSON for programs (*.json)"),
                            tr("HTML report (*.html)"), tr("Markdown report (*.md)")});
    dialog->setDefaultSuffix(suffixes.front());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, suffixes](const QString &filter) {
        for (const auto &suffix : suffixes) {
            if (filter.contains(u"*."_s + suffix))
                dialog->setDefaultSuffix(suffix);
        }
    });
    connect(dialog, &QFileDialog::fileSelected, this, &DeploymentsPage::exportTo);
    dialog->open();
}

void DeploymentsPage::exportTo(const QString &fileName)
{
    const auto endsWith = [&fileName](QLatin1StringView suffix) {
        return fileName.endsWith(suffix, Qt::CaseInsensitive);
    };
    const auto &names = m_model->instances();
    if (endsWith(".json"_L1))
        return write(fileName, deploymentJson(m_model->shown(), names));
    if (!endsWith(".html"_L1) && !endsWith(".md"_L1))
        return write(fileName, deploymentCsv(m_model->shown(), names));
    DeploymentReport report;
    report.madeAt = m_clock.now();
    report.scope = m_field->text().trimmed();
    const auto &part = m_model->part();
    report.trend = m_model->trend(part ? part->first : m_from, part ? part->second : report.madeAt, m_before);
    report.deployments = m_model->shown();
    report.isCut = m_isCut;
    for (const auto &deployment : report.deployments) {
        if (isFailure(deployment))
            report.failures.push_back({deployment, {}});
    }
    collectTimelines(std::move(report), 0, fileName);
}

/// One failure after the other, then the file is written.
void DeploymentsPage::collectTimelines(DeploymentReport report, std::size_t next, const QString &fileName)
{
    while (next < report.failures.size() && report.failures[next].deployment.watch.isEmpty())
        ++next;
    if (next >= qMin(report.failures.size(), kMostTimelines)) {
        const auto &names = m_model->instances();
        return write(fileName,
                     fileName.endsWith(".md"_L1, Qt::CaseInsensitive) ? reportMarkdown(report, names)
                                                                      : reportHtml(report, names));
    }
    const auto watch = report.failures[next].deployment.watch;
    m_engine.timeline(watch, this)
        .then(this,
              [this, report = std::move(report), next,
               fileName](const Result<std::vector<TimelineEntry>> &timeline) mutable {
                  if (timeline)
                      report.failures[next].timeline = *timeline;
                  collectTimelines(std::move(report), next + 1, fileName);
              });
}

void DeploymentsPage::write(const QString &fileName, const QByteArray &content)
{
    if (const auto written = writeFile(fileName, content))
        Q_EMIT said(tr("Deployments exported to %1").arg(fileName));
    else
        m_bar->say(written.error().message, StateRole::Bad);
}

void DeploymentsPage::remember() const
{
    m_memory.setText(kFilterKey, m_field->text());
    m_memory.setNumber(kPeriodKey, m_period->chosen());
    m_memory.setNumber(kChartKey, m_unfold->isChecked() ? 1 : 0);
    m_memory.setBytes(kSplitKey, m_splitter->saveState());
}

} // namespace lynceus
