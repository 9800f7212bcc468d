#include "app/gui/applications/applicationspage.h"

#include "app/gui/applications/applicationsview.h"
#include "app/gui/applications/pinmemory.h"
#include "app/gui/widgets/emptystate.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/pageheader.h"
#include "app/gui/widgets/statemarks.h"
#include "app/gui/widgets/tooltips.h"
#include "app/gui/widgets/windowstyle.h"
#include "core/io/settings/windowmemory.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kAgeTick{1'000};

constexpr auto kFilterKey = "applications/filter"_L1;
constexpr auto kColumnsKey = "applications/columns"_L1;

} // namespace

ApplicationsPage::ApplicationsPage(Engine &engine, const Clock &clock, WindowMemory &memory, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_memory(memory)
    , m_model(new ApplicationsModel(clock, this))
    , m_view(new ApplicationsView(*m_model, this))
    , m_field(
          new FilterField(tr("Filter applications"), tr("Filter: health:degraded instance:prod image:shop-web"), this))
    , m_empty(new EmptyState(this))
    , m_savedMenu(new QMenu(this))
    , m_watch(new QPushButton(glyphIcon("plus"_L1), tr("Watch"), this))
{
    build();
    addActions();
    m_model->setPinned(readPins(m_memory));
    m_view->header()->restoreState(m_memory.bytes(kColumnsKey));
    m_view->sortByColumn(m_view->header()->sortIndicatorSection(), m_view->header()->sortIndicatorOrder());
    m_field->setText(m_memory.text(kFilterKey));
    m_ages.setInterval(kAgeTick);
    connect(&m_ages, &QTimer::timeout, m_view, &ApplicationsView::renewAges);
    connect(&m_engine, &Engine::applicationsChanged, this, [this](const ChangeSet &changes) {
        m_model->apply(changes);
        m_vocabularyKnown = false;
        showSummary();
        showContent();
    });
    connect(&m_engine, &Engine::instanceChanged, this, [this](const InstanceState &state) {
        m_model->setInstance(state);
        showContent();
    });
    connect(&m_engine, &Engine::instanceRemoved, this, [this](const QString &id) {
        m_model->removeInstance(id);
        showSummary();
        showContent();
    });
    connect(&m_engine, &Engine::started, this, [this] {
        m_started = true;
        showContent();
    });
    applyFilter();
    showContent();
}

ApplicationsPage::~ApplicationsPage() = default;

void ApplicationsPage::build()
{
    auto *header = new PageHeader(tr("Applications"), this);
    auto *saved = new QPushButton(glyphIcon("bookmark"_L1), tr("Saved"), this);
    saved->setMenu(m_savedMenu);
    setPlainToolTip(saved, tr("Saved filters"));
    makePrimary(m_watch);
    header->addWidget(m_field, 1);
    header->addWidget(saved);
    header->addWidget(m_watch);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(header);
    auto *content = new QWidget(this);
    m_content = new QStackedLayout(content);
    m_content->addWidget(m_view);
    m_content->addWidget(m_empty);
    layout->addWidget(content, 1);

    m_field->setCompletion([this](const QString &text, qsizetype cursor) { return completion(text, cursor); });
    connect(m_field, &FilterField::textChanged, this, &ApplicationsPage::applyFilter);
    connect(m_field, &FilterField::explanationAsked, this, &ApplicationsPage::explain);
    connect(m_field, &FilterField::listAsked, this, [this] {
        if (m_model->rowCount() > 0 && !m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_model->index(0, 0));
        m_view->setFocus(Qt::TabFocusReason);
    });
    connect(m_savedMenu, &QMenu::aboutToShow, this, &ApplicationsPage::fillSavedMenu);
    connect(m_watch, &QPushButton::clicked, this, &ApplicationsPage::askToWatch);
    connect(m_view, &ApplicationsView::currentKeyChanged, this, &ApplicationsPage::currentChanged);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ApplicationsPage::showWatchButton);
    connect(m_view, &ApplicationsView::opened, this, [this] {
        if (const auto key = m_view->currentKey())
            Q_EMIT opened(*key);
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &ApplicationsPage::showContextMenu);
    connect(m_empty, &EmptyState::stepAsked, this, [this] {
        const auto &known = m_model->instances();
        const bool hasInstances =
            std::ranges::any_of(known, [](const InstanceState &each) { return !each.instance.id.isEmpty(); });
        if (m_model->total() > 0)
            m_field->setText({});
        else if (hasInstances)
            Q_EMIT instancesAsked();
        else
            Q_EMIT addInstanceAsked();
    });
}

void ApplicationsPage::applyFilter()
{
    const auto filter = parseApplicationFilter(m_field->text());
    std::vector<FilterField::Highlight> highlights;
    for (const auto &token : filter.tokens) {
        if (token.field != FilterToken::Field::Text || token.negated || !token.problem.isEmpty())
            highlights.push_back({token.start, token.length, token.problem});
    }
    m_field->setHighlights(highlights);
    m_model->setFilter(filter);
    showSummary();
    showContent();
}

void ApplicationsPage::showSummary()
{
    const QLocale locale;
    const int shown = m_model->rowCount();
    const int total = m_model->total();
    if (shown == total)
        m_field->setSummary(total == 0 ? QString() : locale.toString(total), {});
    else
        m_field->setSummary(tr("%1 of %2").arg(locale.toString(shown), locale.toString(total)), tr("why?"));
}

void ApplicationsPage::showWatchButton()
{
    const auto selected = m_view->selectionModel()->selectedRows().size();
    m_watch->setEnabled(selected > 0);
    m_watch->setText(selected > 1 ? tr("Watch %1").arg(selected) : tr("Watch"));
    setPlainToolTip(
        m_watch, selected > 1 ? tr("Watch these applications as one release (W)") : tr("Watch this application (W)"));
}

void ApplicationsPage::showContent()
{
    showWatchButton(); // rows that went may have been selected
    if (m_model->rowCount() > 0) {
        m_content->setCurrentWidget(m_view);
        return;
    }
    const bool hasInstances = std::ranges::any_of(
        m_model->instances(), [](const InstanceState &each) { return !each.instance.id.isEmpty(); });
    if (m_model->total() > 0)
        m_empty->say("list-filter"_L1, tr("No applications match the filter"),
                     m_model->total() == 1
                         ? tr("The filter hides 1 application.")
                         : tr("The filter hides all %1 applications.").arg(QLocale().toString(m_model->total())),
                     tr("Clear the filter"));
    else if (hasInstances)
        sayWhyThereIsNone();
    else if (m_started)
        m_empty->say("layout-list"_L1, tr("All applications of your Argo CD instances in one table"),
                     tr("Add an instance with the address that you use in the browser."), tr("Add an instance"));
    else
        m_empty->say("layout-list"_L1, tr("Loading applications…"), {});
    m_content->setCurrentWidget(m_empty);
}

void ApplicationsPage::sayWhyThereIsNone()
{
    using Connection = InstanceState::Connection;
    QStringList troubles;
    bool isComing = false;
    for (const auto &state : m_model->instances()) {
        if (state.instance.id.isEmpty())
            continue; // one that was removed
        if (state.connection == Connection::Connecting)
            isComing = true;
        else if (state.connection != Connection::Live && state.connection != Connection::Polling)
            troubles.push_back(state.instance.name + u": "_s + markOf(state.connection).word);
    }
    if (!troubles.isEmpty())
        m_empty->say("unplug"_L1, tr("No applications visible yet"), troubles.join(u", "_s), tr("Show instances"));
    else if (isComing)
        m_empty->say("layout-list"_L1, tr("No applications yet"),
                     tr("Applications appear when an instance has answered."));
    else
        m_empty->say("layout-list"_L1, tr("No applications"),
                     tr("Your instances have no applications, or your accounts do not have access to any."),
                     tr("Show instances"));
}

void ApplicationsPage::setFilterText(const QString &text)
{
    m_field->setText(text);
}

void ApplicationsPage::showApplication(const ApplicationKey &key)
{
    if (m_view->showKey(key) || !m_model->contains(key))
        return;
    m_field->setText({});
    m_view->showKey(key);
}

std::optional<ApplicationKey> ApplicationsPage::current() const
{
    return m_view->currentKey();
}

void ApplicationsPage::focusFilter()
{
    m_field->line()->setFocus(Qt::ShortcutFocusReason);
    m_field->line()->selectAll();
}

void ApplicationsPage::remember() const
{
    m_memory.setText(kFilterKey, m_field->text());
    m_memory.setBytes(kColumnsKey, m_view->header()->saveState());
}

FilterField::Completion ApplicationsPage::completion(const QString &text, qsizetype cursor)
{
    if (!m_vocabularyKnown) {
        m_vocabulary = m_model->vocabulary();
        m_vocabularyKnown = true;
    }
    const auto found = completionAt(text, cursor, m_vocabulary);
    constexpr qsizetype kMost = 12; // more are found faster by typing on
    return {found.start, found.length, found.candidates.first(qMin(kMost, found.candidates.size()))};
}

void ApplicationsPage::showEvent(QShowEvent *event)
{
    m_ages.start();
    QWidget::showEvent(event);
}

void ApplicationsPage::hideEvent(QHideEvent *event)
{
    m_ages.stop();
    QWidget::hideEvent(event);
}

} // namespace lynceus
