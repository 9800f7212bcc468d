#include "app/gui/deployments/deploymentspage.h"

#include "app/gui/deployments/deploymentdetails.h"
#include "app/gui/deployments/deploymentsmodel.h"
#include "app/gui/deployments/deploymentsview.h"
#include "app/gui/deployments/periodreader.h"
#include "app/gui/deployments/periodstrip.h"
#include "app/gui/widgets/dialogs/reportview.h"
#include "app/gui/widgets/pages/emptystate.h"
#include "app/gui/widgets/pages/inlinebar.h"
#include "app/gui/widgets/text/clipboard.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/io/settings/windowmemory.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSet>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Format = DeploymentExporter::Format;

constexpr int kSoon = 200;
constexpr int kMargin = 16;

constexpr auto kFilterKey = "deployments/filter"_L1;
constexpr auto kSplitKey = "deployments/split"_L1;
constexpr auto kColumnKey = "deployments/sortedBy"_L1;
constexpr auto kOrderKey = "deployments/ascending"_L1;

} // namespace

DeploymentsPage::DeploymentsPage(Engine &engine, const Clock &clock, const QTimeZone &zone, WindowMemory &memory,
                                 QWidget *parent)
    : ListPage(
        engine, memory,
        {tr("Deployments"), tr("Filter deployments"), tr("Filter: outcome:failed project:shop actor:ann"), kFilterKey},
        parent)
    , m_clock(clock)
    , m_model(new DeploymentsModel(engine.state(), clock, zone, this))
    , m_period(new PeriodStrip(clock, memory, this))
    , m_reader(new PeriodReader(engine, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_view(new DeploymentsView(*m_model, this))
    , m_report(new ReportView(this))
    , m_details(new DeploymentDetails(engine, *m_report, this))
    , m_exporter(new DeploymentExporter(engine, this))
    , m_changes([this](const std::vector<Deployment> &deployments) { return putChanges(deployments); })
{
    build();
    addActions();
    listen();
    startFiltering();
}

DeploymentsPage::~DeploymentsPage() = default;

void DeploymentsPage::addActions()
{
    addListAction("deployments.open"_L1, tr("Show details"), "file-text"_L1, {Qt::Key_Return, Qt::Key_Enter},
                  [this] { m_report->setFocus(Qt::OtherFocusReason); });
    addListAction("deployments.application"_L1, tr("Show the application"), "layers"_L1, {Qt::Key_A}, [this] {
        if (const auto *row = chosen())
            showApplication(row->deployment);
    });
    m_repeat = addListAction("deployments.repeat"_L1, tr("Watch again"), "repeat"_L1, {QKeySequence(u"Ctrl+R"_s)},
                             [this] { repeat(); });
    addListAction("deployments.page"_L1, tr("Open in Argo CD"), "external-link"_L1, {QKeySequence(u"Ctrl+O"_s)},
                  [this] { openPage(); });
    addListAction("deployments.copy"_L1, tr("Copy report"), "clipboard-copy"_L1, {QKeySequence(u"Ctrl+Shift+C"_s)},
                  [this] { copyReport(); });
    m_export = addExport("deployments.export"_L1, [this] { chooseFormat(); });
}

void DeploymentsPage::build()
{
    rows().insertWidget(rows().count() - 1, m_period);
    m_report->setAccessibleName(tr("Details of the deployment"));
    m_report->setOpenLinks(false);
    m_report->setFrameShape(QFrame::NoFrame);
    m_report->document()->setDocumentMargin(kMargin);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_report);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->restoreState(memory().bytes(kSplitKey));
    setList(m_view, m_splitter);
    const int column = memory().number(kColumnKey).value_or(DeploymentsModel::Began);
    const bool isAscending = memory().number(kOrderKey).value_or(0) != 0;
    m_view->sortByColumn(qBound(0, column, DeploymentsModel::ColumnCount - 1),
                         isAscending ? Qt::AscendingOrder : Qt::DescendingOrder);
}

void DeploymentsPage::listen()
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &DeploymentsPage::showNumbers);
    connect(m_period, &PeriodStrip::periodChosen, this, [this] {
        m_period->clearChoice();
        m_model->clearPart();
        ask();
    });
    connect(m_period, &PeriodStrip::partChosen, this, [this](Instant from, Instant until) {
        m_model->setPart(from, until);
        showAll();
    });
    connect(m_period, &PeriodStrip::partCleared, this, [this] {
        m_model->clearPart();
        showSummary();
        showContent();
        m_soon.start(kSoon);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DeploymentsPage::showChosen);
    connect(m_view, &QTreeView::doubleClicked, this, [this] { m_report->setFocus(Qt::MouseFocusReason); });
    // Opens only the page of the application; links in foreign text are ignored.
    connect(m_report, &ReportView::anchorClicked, this, &DeploymentsPage::openPage);
    connect(&engine(), &Engine::instanceChanged, this,
            [this](const InstanceState &state) { m_model->putInstance(state.instance); });
    connect(&engine(), &Engine::teamServerChanged, this,
            [this](const TeamServerState &state) { m_model->putInstance(state.server.place); });
    connect(&engine(), &Engine::serverTasksChanged, this, &DeploymentsPage::takeTasks);
    connect(&engine(), &Engine::teamServerRemoved, this, [this] {
        if (isVisible())
            ask(); // without the tasks of a removed team server
    });
    connect(m_reader, &PeriodReader::contentRead, this, &DeploymentsPage::takeContent);
    connect(m_reader, &PeriodReader::failed, this, &DeploymentsPage::takeTrouble);
    connect(&engine(), &Engine::deploymentChanged, this,
            [this](const Deployment &deployment) { m_changes.take({deployment}); });
    connect(&engine(), &Engine::watchChanged, this, &DeploymentsPage::takeWatch);
    connect(&engine(), &Engine::started, this, [this] {
        if (isVisible())
            ask();
    });
}

void DeploymentsPage::showEvent(QShowEvent *event)
{
    ListPage::showEvent(event);
    ask();
}

/// Updates the durations of deployments in progress, and reads again when the period has moved.
void DeploymentsPage::renewTimes()
{
    if (m_hasContent && !m_reader->isReading() && m_period->hasMoved(m_from, m_model->zone()))
        ask();
    if (m_model->hasRunning())
        m_view->viewport()->update();
}

void DeploymentsPage::ask()
{
    if (!engine().state().hasStarted())
        return showContent();
    const auto from = m_period->begin(m_model->zone());
    m_from = from.value_or(Instant{});
    m_reader->read(from, m_clock.now());
}

/// Keeps the listed rows.
void DeploymentsPage::takeTrouble(const Error &error)
{
    if (m_model->total() == 0)
        m_trouble = error;
    else
        bar().say(error.message, StateRole::Bad);
    showContent();
}

void DeploymentsPage::takeContent(const PeriodContent &content)
{
    bar().close();
    m_trouble.reset();
    m_hasContent = true;
    m_isCut = content.isCut;
    std::vector<Deployment> now;
    QSet<QString> judging;
    m_before.clear();
    for (const auto &deployment : content.deployments) {
        const bool isBefore = deployment.startedAt < m_from && deployment.isOver();
        (isBefore ? m_before : now).push_back(deployment);
        if (!isBefore)
            judging.insert(deployment.watch);
    }
    std::ranges::move(tasksSince(m_from), std::back_inserter(now));
    std::vector<WatchRecord> watches;
    std::ranges::copy_if(content.ended, std::back_inserter(watches), [&](const WatchRecord &watch) {
        return watch.expectation.registeredAt >= m_from || judging.contains(watch.id);
    });
    m_model->show(std::move(now), watches);
    putNewer(content);
    if (m_from == Instant{})
        m_from = std::min(m_model->oldest().value_or(m_clock.now()), m_clock.now());
    showAll();
}

void DeploymentsPage::putNewer(const PeriodContent &content)
{
    std::vector<Deployment> changed;
    std::ranges::copy_if(content.changedSince, std::back_inserter(changed),
                         [this](const Deployment &each) { return isWanted(each); });
    if (!changed.empty())
        m_model->put(changed);
    for (const auto &watch : content.endedSince) {
        if (isOfPeriod(watch.expectation.registeredAt))
            m_model->put(watch);
    }
}

bool DeploymentsPage::isOfPeriod(Instant began) const
{
    return m_period->period() == PeriodStrip::All || began >= m_from;
}

/// A deployment that began before the period is listed while it runs, and then until the next response.
bool DeploymentsPage::isWanted(const Deployment &deployment) const
{
    return !deployment.isOver() || isOfPeriod(deployment.startedAt) || m_model->has(deploymentId(deployment));
}

bool DeploymentsPage::putChanges(const std::vector<Deployment> &deployments)
{
    std::vector<Deployment> wanted;
    std::ranges::copy_if(deployments, std::back_inserter(wanted),
                         [this](const Deployment &each) { return m_hasContent && isWanted(each); });
    if (wanted.empty())
        return false;
    m_model->put(wanted);
    const auto isShown = [this](const Deployment &each) { return deploymentId(each) == m_details->shownId(); };
    if (std::ranges::any_of(wanted, isShown))
        m_details->renew();
    m_soon.start(kSoon);
    showSummary();
    showContent();
    return true;
}

/// A task of a team server is a deployment that another client registered. A task that left its server's list stays
/// until the next response.
void DeploymentsPage::takeTasks(const ServerTaskChanges &changes)
{
    std::vector<Deployment> deployments;
    for (const auto &task : changes.tasks)
        deployments.push_back(deploymentOf(task, changes.server));
    m_changes.take(deployments);
}

std::vector<Deployment> DeploymentsPage::tasksSince(Instant from) const
{
    std::vector<Deployment> deployments;
    for (const auto &state : engine().state().teamServers()) {
        const auto &server = state.server.place.id;
        for (const auto &task : engine().state().serverTasks(server)) {
            if (task.created >= from || task.isRunning())
                deployments.push_back(deploymentOf(task, server));
        }
    }
    return deployments;
}

void DeploymentsPage::takeWatch(const WatchRecord &watch)
{
    if (!m_hasContent || (watch.isOver() && !isOfPeriod(watch.expectation.registeredAt)))
        return;
    m_model->put(watch);
    if (!watch.isOver())
        return;
    if (const auto *row = chosen(); row && row->deployment.watch == watch.id)
        m_details->renew();
    showSummary();
    showContent();
}

void DeploymentsPage::applyFilter()
{
    const auto filter = parseDeploymentFilter(field().text());
    auto highlights = highlightsOf(filter.words);
    for (const auto &token : filter.tokens)
        highlights.push_back({token.start, token.length, token.problem});
    field().setHighlights(highlights);
    m_model->setFilter(filter);
    showAll();
}

void DeploymentsPage::showAll()
{
    showNumbers();
    showSummary();
    showContent();
}

void DeploymentsPage::showNumbers()
{
    m_soon.stop();
    const auto until = m_clock.now();
    auto trend = m_model->trend(m_from, until, m_before);
    m_period->showChart(std::move(trend.counts), until, m_model->zone()); // may clear the part
    const auto &part = m_model->part();
    m_period->showNumbers(part ? m_model->trend(part->first, part->second, m_before) : trend);
}

void DeploymentsPage::showSummary()
{
    const int shown = m_model->rowCount();
    const auto count = countText(shown, m_model->total());
    field().setSummary(m_isCut && !count.isEmpty() ? tr("%1, the newest").arg(count) : count, {});
    m_export->setEnabled(shown > 0);
}

void DeploymentsPage::showContent()
{
    m_period->setCounting(m_model->total() > 0);
    if (m_model->rowCount() > 0) {
        showList();
        if (!m_view->currentIndex().isValid())
            m_view->selectionModel()->setCurrentIndex(m_model->index(0, 0),
                                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    } else {
        sayWhyThereIsNone();
        showEmpty();
    }
    showChosen();
}

void DeploymentsPage::sayWhyThereIsNone()
{
    auto &empty = emptyState();
    const auto where =
        tr("Lynceus lists the deployments that it observes, and earlier ones from the history of each application.");
    if (m_trouble && m_model->total() == 0) {
        const bool isLasting = m_trouble->kind == Error::Kind::NotFound; // lasts for this run
        empty.say("rocket"_L1, tr("Deployments could not be loaded"),
                  isLasting ? tr("%1. Then restart Lynceus.").arg(m_trouble->message) : m_trouble->message,
                  isLasting ? QString() : tr("Try again"));
    } else if (m_model->part()) {
        empty.say("list-filter"_L1, tr("No deployments in the selected bar"),
                  tr("The selected bar limits the list to a part of the period."), tr("Show the whole period"));
    } else if (m_model->total() > 0) {
        empty.say("list-filter"_L1, tr("No deployments match the filter"),
                  tr("The filter hides all %1 deployments of this period.").arg(QLocale().toString(m_model->total())),
                  tr("Clear the filter"));
    } else if (lacksInstances()) {
        sayThatInstancesLack("rocket"_L1, tr("Every deployment, registered or not"));
    } else if (m_period->period() != PeriodStrip::All) {
        empty.say("rocket"_L1, tr("No deployments in this period"), where, tr("Show all"));
    } else {
        empty.say("rocket"_L1, tr("No deployments yet"), where, tr("New watch"));
    }
}

void DeploymentsPage::takeStep()
{
    if (m_trouble && m_model->total() == 0) {
        ask();
    } else if (m_model->part()) {
        m_period->clearChoice();
        m_model->clearPart();
        showAll();
    } else if (m_model->total() > 0) {
        field().setText({});
    } else if (lacksInstances()) {
        Q_EMIT addInstanceAsked();
    } else if (m_period->period() != PeriodStrip::All) {
        setPeriod(PeriodStrip::All);
    } else {
        Q_EMIT newWatchAsked();
    }
}

const DeploymentRow *DeploymentsPage::chosen() const
{
    return m_model->at(m_view->currentIndex());
}

void DeploymentsPage::showChosen()
{
    const auto *row = chosen();
    m_repeat->setEnabled(row && !row->deployment.watch.isEmpty() && !isTaskWatch(row->deployment.watch));
    m_details->show(row, m_model->instances(), m_model->zone());
}

void DeploymentsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_details->renew(); // colours of links and lines are part of the text
        showChosen();
    }
}

void DeploymentsPage::setPeriod(int period)
{
    m_period->setPeriod(period);
    ask();
}

void DeploymentsPage::setZone(const QTimeZone &zone)
{
    m_model->setZone(zone);
    m_details->renew(); // the text contains times
    showChosen();
}

FilterField::Completion DeploymentsPage::completion(const QString &text, qsizetype cursor)
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
    for (const auto &rule : engine().state().rules())
        offer(u"rule:"_s + rule.name);
    for (const auto &state : engine().state().instances())
        offer(state.instance.name.contains(u' ') ? u"instance:\"%1\""_s.arg(state.instance.name)
                                                 : u"instance:"_s + state.instance.name);
    return {start, cursor - start, candidates};
}

void DeploymentsPage::showApplication(const Deployment &deployment)
{
    const auto place = taskPlaceOf(deployment.watch);
    if (!place)
        return Q_EMIT applicationAsked(ApplicationKey(deployment.application));
    engine()
        .applicationOf(place->server, place->task, this)
        .then(this, [this](const std::optional<ApplicationKey> &own) {
            if (own)
                Q_EMIT applicationAsked(*own);
            else
                bar().say(tr("No instance of yours has this application; the team server watches it."),
                          StateRole::Held);
        });
}

void DeploymentsPage::openPage()
{
    const auto *row = chosen();
    if (!row)
        return;
    if (const auto page = pageOf(row->deployment, engine().state(), m_model->instances()); !page.isEmpty())
        Q_EMIT pageAsked(page);
    else
        bar().say(tr("The instance was removed, so its address is unknown."), StateRole::Held);
}

void DeploymentsPage::copyReport()
{
    if (m_details->text().isEmpty())
        return;
    copyText(m_details->text());
    Q_EMIT said(tr("Report copied as Markdown"));
}

void DeploymentsPage::repeat()
{
    const auto *row = chosen();
    if (!row || row->deployment.watch.isEmpty() || isTaskWatch(row->deployment.watch))
        return;
    const auto fail = [this](const Error &error) { bar().say(error.message, StateRole::Bad); };
    engine().watch(row->deployment.watch, this).then(this, [this, fail](const Result<WatchDetails> &details) {
        if (!details)
            return fail(details.error());
        engine().addWatches({details->record.request}, this).then(this, [this, fail](const Result<QStringList> &added) {
            if (added)
                Q_EMIT repeated(*added);
            else
                fail(added.error());
        });
    });
}

void DeploymentsPage::chooseFormat()
{
    // In the order of DeploymentExporter::Format.
    const std::vector<FileFormat> formats{{u"csv"_s, tr("CSV for spreadsheets")},
                                          {u"json"_s, tr("JSON for programs")},
                                          {u"html"_s, tr("HTML report")},
                                          {u"md"_s, tr("Markdown report")},
                                          {u"csv"_s, tr("CSV of the verdicts of watches")},
                                          {u"json"_s, tr("JSON of watches with their evidence")}};
    chooseFile(tr("Export deployments"), formats, [this](const QString &fileName, int format) {
        const bool isOfWatches = Format(format) == Format::WatchCsv || Format(format) == Format::WatchJson;
        exportTo(fileName, isOfWatches ? Format(format) : DeploymentExporter::formatOf(fileName));
    });
}

void DeploymentsPage::exportTo(const QString &fileName, Format format)
{
    DeploymentExporter::Listed listed{{}, m_model->shownWatches(), m_model->instances()};
    auto &report = listed.report;
    report.madeAt = m_clock.now();
    report.scope = field().text().trimmed();
    const auto &part = m_model->part();
    report.trend = m_model->trend(part ? part->first : m_from, part ? part->second : report.madeAt, m_before);
    report.deployments = m_model->shown();
    report.isCut = m_isCut;
    const bool isOfWatches = format == Format::WatchCsv || format == Format::WatchJson;
    const auto success = isOfWatches ? tr("Watches exported to %1") : tr("Deployments exported to %1");
    m_exporter->make(format, std::move(listed), [this, fileName, success](const QByteArray &content) {
        write(fileName, content, success.arg(fileName));
    });
}

void DeploymentsPage::remember() const
{
    ListPage::remember();
    m_period->remember();
    memory().setBytes(kSplitKey, m_splitter->saveState());
    memory().setNumber(kColumnKey, m_view->header()->sortIndicatorSection());
    memory().setNumber(kOrderKey, m_view->header()->sortIndicatorOrder() == Qt::AscendingOrder ? 1 : 0);
}

} // namespace lynceus
