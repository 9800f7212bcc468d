#include "app/gui/history/historypage.h"

#include "app/gui/history/historydelegate.h"
#include "app/gui/history/historymodel.h"
#include "app/gui/widgets/chips.h"
#include "app/gui/widgets/clipboard.h"
#include "app/gui/widgets/emptystate.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/inlinebar.h"
#include "app/gui/widgets/plainlabel.h"
#include "app/gui/widgets/reportview.h"
#include "app/gui/widgets/spokenview.h"
#include "app/gui/widgets/tones.h"
#include "core/engine/engine.h"
#include "core/engine/historyexport.h"
#include "core/engine/text/reporttext.h"
#include "core/io/writefile.h"

#include <QAction>
#include <QBoxLayout>
#include <QDataStream>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kTypingPause = 200; // ms: the store is asked, not only what is shown

std::vector<Outcome> outcomesOf(int choice)
{
    switch (choice) {
    case 1:
        return {Outcome::Deployed};
    case 2:
        return {Outcome::Failed};
    case 3:
        return {Outcome::TimedOut};
    case 4:
        return {Outcome::Superseded, Outcome::Aborted, Outcome::Gone, Outcome::SignInNeeded, Outcome::Cancelled};
    default:
        return {};
    }
}

constexpr int kMargin = 16;
constexpr int kControlHeight = 32;

} // namespace

HistoryPage::~HistoryPage() = default;

void HistoryPage::listen()
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &HistoryPage::ask);
    connect(m_search, &QLineEdit::textChanged, this, &HistoryPage::askSoon);
    m_search->installEventFilter(this);
    connect(m_nothing, &EmptyState::stepAsked, this, &HistoryPage::takeFirstStep);
    connect(m_outcomes, &ChipRow::chosenByPerson, this, &HistoryPage::ask);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryPage::showChosen);
    connect(m_view, &QWidget::customContextMenuRequested, this, &HistoryPage::openMenu);
    // Its one link is the page of the application. What others wrote into it leads nowhere.
    connect(m_report, &ReportView::anchorClicked, this, &HistoryPage::openPage);
    connect(&m_engine, &Engine::instanceChanged, this,
            [this](const InstanceState &state) { m_model->putInstance(state.instance); });
    connect(&m_engine, &Engine::watchChanged, this, [this](const WatchRecord &watch) {
        if (watch.isOver())
            askSoon();
    });
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        ask();
}

void HistoryPage::askSoon()
{
    m_isStale = true;
    if (isVisible())
        m_soon.start(kTypingPause);
}

HistoryQuery HistoryPage::query() const
{
    HistoryQuery query;
    query.text = m_search->text().trimmed();
    query.outcomes = outcomesOf(m_outcomes->chosen());
    return query;
}

void HistoryPage::ask()
{
    m_soon.stop();
    m_isStale = false;
    const int number = ++m_asked;
    m_engine.history(query(), this).then(this, [this, number](const Result<std::vector<WatchRecord>> &answer) {
        if (number == m_asked)
            showAnswer(answer);
    });
}

void HistoryPage::showAnswer(const Result<std::vector<WatchRecord>> &answer)
{
    if (!answer) {
        m_isUnread = m_model->rowCount() == 0;
        if (m_isUnread)
            showUnread(answer.error());
        else
            m_bar->say(answer.error().message, StateRole::Bad); // what was listed stays
        return;
    }
    m_isUnread = false;
    m_model->show(*answer);
    const int count = m_model->rowCount();
    m_count->setText(count >= query().limit ? tr("the newest %1").arg(count)
                                            : (count == 1 ? tr("1 verdict") : tr("%1 verdicts").arg(count)));
    m_export->setEnabled(count > 0);
    const bool isFiltered = !query().text.isEmpty() || !query().outcomes.empty();
    if (count == 0)
        showNothing(isFiltered);
    m_stack->setCurrentIndex(count > 0 ? 1 : 0);
    if (count > 0 && !m_view->currentIndex().isValid())
        m_view->selectionModel()->setCurrentIndex(m_model->index(0, 0),
                                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    showChosen();
}

void HistoryPage::showUnread(const Error &error)
{
    const bool isLasting = error.kind == Error::Kind::NotFound; // for this run
    m_nothing->say("history"_L1, tr("History could not be loaded"),
                   isLasting ? tr("%1. Then restart Lynceus.").arg(error.message) : error.message,
                   isLasting ? QString() : tr("Try again"));
    m_stack->setCurrentIndex(0);
    m_count->clear();
}

void HistoryPage::showNothing(bool isFiltered)
{
    if (isFiltered)
        m_nothing->say("list-filter"_L1, tr("No matching verdicts"),
                       tr("Search for part of the name of an application, image or release, or for a cause."),
                       tr("Show all"));
    else
        m_nothing->say("history"_L1, tr("No verdicts yet"),
                       tr("Each watch that ends is stored here, with its evidence and timeline."), tr("New watch"));
}

/// What the button of the empty page says.
void HistoryPage::takeFirstStep()
{
    if (m_isUnread)
        return ask();
    if (query().text.isEmpty() && query().outcomes.empty()) {
        Q_EMIT newWatchAsked();
        return;
    }
    m_outcomes->choose(0);
    m_search->clear();
    ask();
}

bool HistoryPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && m_model->rowCount() > 0) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_view->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void HistoryPage::setZone(const QTimeZone &zone)
{
    m_model->setZone(zone);
    m_shown.clear(); // the report has times, too
    showChosen();
}

const WatchRecord *HistoryPage::chosen() const
{
    return m_model->at(m_view->currentIndex());
}

void HistoryPage::showChosen()
{
    const auto *watch = chosen();
    for (auto *action : m_forChosen)
        action->setEnabled(watch != nullptr);
    const auto id = watch ? watch->id : QString();
    if (id == m_shown)
        return;
    m_shown = id;
    if (!watch) {
        m_report->clear();
        return;
    }
    showReport(*watch, {}); // at once; what happened meanwhile comes as soon as the store says it
    m_engine.timeline(id, this).then(this, [this, id](const Result<std::vector<TimelineEntry>> &timeline) {
        const auto *still = chosen();
        if (still && still->id == id && timeline)
            showReport(*still, *timeline);
    });
}

void HistoryPage::showReport(const WatchRecord &watch, const std::vector<TimelineEntry> &timeline)
{
    const auto &key = watch.request.application;
    const auto &instances = m_model->instances();
    const auto text =
        markdownReport(watch, instances.nameOf(key.instance), instances.pageOf(key), timeline, m_model->zone());
    // The server's words are in it: no HTML, and nothing is loaded.
    m_report->document()->setMarkdown(
        text, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    m_report->frameTables();
}

void HistoryPage::repeat()
{
    const auto *watch = chosen();
    if (!watch)
        return;
    m_engine.addWatches({watch->request}, this).then(this, [this](const Result<QStringList> &added) {
        if (added)
            Q_EMIT repeated(*added);
        else
            m_bar->say(added.error().message, StateRole::Bad);
    });
}

void HistoryPage::openPage()
{
    const auto *watch = chosen();
    if (!watch)
        return;
    if (const auto page = m_model->instances().pageOf(watch->request.application); !page.isEmpty())
        Q_EMIT pageAsked(page);
    else
        m_bar->say(tr("The instance was removed, so its address is not known."), StateRole::Held);
}

void HistoryPage::copyReport()
{
    const auto *watch = chosen();
    if (!watch)
        return;
    const auto &key = watch->request.application;
    copyText(markdownReport(*watch, m_model->instances().nameOf(key.instance), m_model->instances().pageOf(key), {},
                            m_model->zone()));
    Q_EMIT said(tr("Report copied as Markdown"));
}

void HistoryPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export %1").arg(m_count->text()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("CSV for spreadsheets (*.csv)"), tr("JSON for programs (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("*.json"_L1) ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &HistoryPage::exportTo);
    dialog->open();
}

void HistoryPage::exportTo(const QString &fileName)
{
    const bool isJson = fileName.endsWith(".json"_L1, Qt::CaseInsensitive);
    const auto &watches = m_model->watches();
    const auto content =
        isJson ? historyJson(watches, m_model->instances()) : historyCsv(watches, m_model->instances());
    if (const auto written = writeFile(fileName, content))
        Q_EMIT said(tr("%1 exported to %2").arg(m_count->text(), fileName));
    else
        m_bar->say(written.error().message, StateRole::Bad);
}

void HistoryPage::openMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

HistoryPage::HistoryPage(Engine &engine, const Clock &clock, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_model(new HistoryModel(clock, zone, this))
    , m_bar(new InlineBar(this))
    , m_search(new QLineEdit(this))
    , m_outcomes(new ChipRow(tr("Show"), this))
    , m_count(new PlainLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new EmptyState(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_view(new SpokenView<QTreeView>(this))
    , m_report(new ReportView(this))
{
    buildActions();
    build();
    listen();
}

QAction *HistoryPage::add(QLatin1StringView id, QLatin1StringView glyph, const QString &text, const QKeySequence &key,
                          void (HistoryPage::*does)())
{
    auto *action = new QAction(glyphIcon(glyph), text, this);
    action->setObjectName(id);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setEnabled(false);
    connect(action, &QAction::triggered, this, does);
    addAction(action);
    m_actions.append(action);
    return action;
}

void HistoryPage::buildActions()
{
    m_forChosen = {
        add("history.repeat"_L1, "repeat"_L1, tr("Watch again"), QKeySequence(u"Ctrl+R"_s), &HistoryPage::repeat),
        add("history.open"_L1, "external-link"_L1, tr("Open in Argo CD"), QKeySequence(u"Ctrl+O"_s),
            &HistoryPage::openPage),
        add("history.copyReport"_L1, "clipboard-copy"_L1, tr("Copy report"), QKeySequence(u"Ctrl+Shift+C"_s),
            &HistoryPage::copyReport)};
    m_export = add("history.export"_L1, "download"_L1, tr("Export…"), QKeySequence(u"Ctrl+Shift+S"_s),
                   &HistoryPage::chooseFile);
}

void HistoryPage::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistoryPage::build()
{
    m_search->setPlaceholderText(tr("Application, image, release, cause or note"));
    m_search->setAccessibleName(tr("Search in history"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumHeight(kControlHeight);
    m_search->addAction(glyphIcon("search"_L1), QLineEdit::LeadingPosition);
    m_outcomes->setChoices({tr("all"), tr("deployed"), tr("failed"), tr("timed out"), tr("other")});
    m_outcomes->choose(0);
    auto *exporting = new QToolButton(this);
    exporting->setDefaultAction(m_export);
    exporting->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    exporting->setMinimumHeight(kControlHeight);
    exporting->setFocusPolicy(Qt::TabFocus);

    m_view->setModel(m_model);
    m_view->setItemDelegate(new HistoryDelegate(m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Verdicts"));
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(HistoryModel::Ended, Qt::DescendingOrder);
    auto *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(HistoryModel::Cause, QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    header->resizeSection(HistoryModel::Ended, letter * 17);
    header->resizeSection(HistoryModel::Application, letter * 24);
    header->resizeSection(HistoryModel::InstanceName, letter * 22);
    header->resizeSection(HistoryModel::Versions, letter * 20);
    header->resizeSection(HistoryModel::Verdict, letter * 20);
    header->resizeSection(HistoryModel::Took, letter * 14);
    header->resizeSection(HistoryModel::Release, letter * 18);

    m_report->setAccessibleName(tr("Recorded details"));
    m_report->setOpenLinks(false);
    m_report->setFrameShape(QFrame::NoFrame);
    m_report->document()->setDocumentMargin(kMargin);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_report);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 4);
    m_splitter->setChildrenCollapsible(false);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_splitter);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(kMargin, 8, kMargin, 8);
    row->setSpacing(12);
    row->addWidget(m_search, 1);
    row->addWidget(m_outcomes);
    row->addWidget(m_count);
    row->addWidget(exporting);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_search);
}

void HistoryPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_shown.clear(); // links and lines have their colours in the text
        showChosen();
    }
}

QByteArray HistoryPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_view->header()->saveState() << m_splitter->saveState();
    return state;
}

void HistoryPage::restoreState(const QByteArray &state)
{
    QByteArray header;
    QByteArray splitter;
    QDataStream stream(state);
    stream >> header >> splitter;
    if (stream.status() != QDataStream::Ok)
        return; // of another version: the defaults are good
    m_view->header()->restoreState(header);
    m_splitter->restoreState(splitter);
}

} // namespace lynceus
