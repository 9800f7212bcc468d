#include "app/gui/applications/applicationspage.h"

#include "app/gui/applications/applicationsview.h"
#include "app/gui/applications/applicationtext.h"
#include "app/gui/applications/pinmemory.h"
#include "app/gui/widgets/controls/fittedbutton.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/pages/emptystate.h"
#include "app/gui/widgets/pages/pageheader.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "app/gui/widgets/style/windowstyle.h"
#include "app/gui/widgets/text/clipboard.h"
#include "app/gui/widgets/text/menutext.h"
#include "app/gui/widgets/text/tabletext.h"
#include "core/domain/model/applicationurl.h"
#include "core/io/desktop/opener.h"
#include "core/io/settings/windowmemory.h"

#include <QAction>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kFilterKey = "applications/filter"_L1;
constexpr auto kColumnsKey = "applications/columns"_L1;

constexpr auto kSavedKey = "applications/savedFilters"_L1;

/// Health and sync status change often, but do not add words.
bool changesVocabulary(const ChangeSet &changes)
{
    constexpr auto kWords = FieldMask(ApplicationField::Project) | FieldMask(ApplicationField::Images);
    return !changes.inserted.empty() || !changes.removed.empty()
        || std::ranges::any_of(changes.changed,
                               [](const ChangeSet::Changed &change) { return (change.mask & kWords) != 0; });
}

} // namespace

ApplicationsPage::ApplicationsPage(Engine &engine, const Clock &clock, WindowMemory &memory, QWidget *parent)
    : ListPage(engine, memory,
               {tr("Applications"), tr("Filter applications"),
                tr("Filter: health:degraded instance:prod image:shop-web"), kFilterKey},
               parent)
    , m_model(new ApplicationsModel(clock, this))
    , m_view(new ApplicationsView(*m_model, this))
    , m_savedMenu(new QMenu(this))
    , m_watch(new FittedButton(glyphIcon("plus"_L1), tr("Watch"), this))
{
    build();
    addActions();
    m_model->setPinned(readPins(memory));
    m_view->header()->restoreState(memory.bytes(kColumnsKey));
    m_view->sortByColumn(m_view->header()->sortIndicatorSection(), m_view->header()->sortIndicatorOrder());
    connect(&engine, &Engine::applicationsChanged, this, [this](const ChangeSet &changes) {
        m_model->apply(changes);
        m_vocabularyKnown = m_vocabularyKnown && !changesVocabulary(changes);
        showSummary();
        showContent();
    });
    connect(&engine, &Engine::instanceChanged, this, [this](const InstanceState &state) {
        m_model->setInstance(state);
        showContent();
    });
    connect(&engine, &Engine::instanceRemoved, this, [this](const QString &id) {
        m_model->removeInstance(id);
        showSummary();
        showContent();
    });
    connect(&engine, &Engine::started, this, &ApplicationsPage::showContent);
    startFiltering();
}

ApplicationsPage::~ApplicationsPage() = default;

void ApplicationsPage::build()
{
    auto *saved = new FittedButton(glyphIcon("bookmark"_L1), tr("Saved"), this);
    saved->setMenu(m_savedMenu);
    setPlainToolTip(saved, tr("Saved filters"));
    makePrimary(m_watch);
    header().addWidget(saved);
    header().addWidget(m_watch);
    setList(m_view);
    connect(&field(), &FilterField::explanationAsked, this, &ApplicationsPage::explain);
    connect(m_savedMenu, &QMenu::aboutToShow, this, &ApplicationsPage::fillSavedMenu);
    connect(m_watch, &QPushButton::clicked, this, &ApplicationsPage::askToWatch);
    connect(m_view, &ApplicationsView::currentKeyChanged, this, &ApplicationsPage::currentChanged);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ApplicationsPage::showWatchButton);
    connect(m_view, &ApplicationsView::opened, this, [this] {
        if (const auto key = m_view->currentKey())
            Q_EMIT opened(*key);
    });
}

bool ApplicationsPage::hasInstances() const
{
    return std::ranges::any_of(m_model->instances(),
                               [](const InstanceState &each) { return !each.instance.id.isEmpty(); });
}

void ApplicationsPage::takeStep()
{
    if (m_model->total() > 0)
        field().setText({});
    else if (hasInstances())
        Q_EMIT instancesAsked();
    else
        Q_EMIT addInstanceAsked();
}

void ApplicationsPage::applyFilter()
{
    const auto filter = parseApplicationFilter(field().text());
    field().setHighlights(highlightsOf(filter));
    m_model->setFilter(filter);
    showSummary();
    showContent();
}

void ApplicationsPage::showSummary()
{
    const int shown = m_model->rowCount();
    const int total = m_model->total();
    field().setSummary(countText(shown, total), shown == total ? QString() : tr("why?"));
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
    showWatchButton(); // removed rows may have been selected
    if (m_model->rowCount() > 0) {
        showList();
        return;
    }
    if (m_model->total() > 0)
        emptyState().say("list-filter"_L1, tr("No applications match the filter"),
                         m_model->total() == 1
                             ? tr("The filter hides 1 application.")
                             : tr("The filter hides all %Ln applications.", nullptr, m_model->total()),
                         tr("Clear the filter"));
    else if (hasInstances())
        sayWhyThereIsNone();
    else if (engine().state().hasStarted())
        sayThatInstancesLack("layout-list"_L1, tr("All applications of your Argo CD instances in one table"));
    else
        emptyState().say("layout-list"_L1, tr("Loading applications…"), {});
    showEmpty();
}

void ApplicationsPage::sayWhyThereIsNone()
{
    QStringList troubles;
    bool isComing = false;
    for (const auto &state : m_model->instances()) {
        if (state.instance.id.isEmpty())
            continue; // removed instance
        if (state.connection == Connection::Connecting)
            isComing = true;
        else if (state.connection != Connection::Live && state.connection != Connection::Polling)
            troubles.push_back(state.instance.name + u": "_s + markOf(state.connection).word);
    }
    if (!troubles.isEmpty())
        emptyState().say("unplug"_L1, tr("No applications visible yet"), troubles.join(u", "_s), tr("Show instances"));
    else if (isComing)
        emptyState().say("layout-list"_L1, tr("No applications yet"),
                         tr("Applications appear after an instance has responded."));
    else
        emptyState().say("layout-list"_L1, tr("No applications"),
                         tr("Your instances have no applications, or your accounts do not have access to any."),
                         tr("Show instances"));
}

void ApplicationsPage::showApplication(const ApplicationKey &key)
{
    if (m_view->showKey(key) || !m_model->contains(key))
        return;
    field().setText({});
    m_view->showKey(key);
}

std::optional<ApplicationKey> ApplicationsPage::current() const
{
    return m_view->currentKey();
}

void ApplicationsPage::remember() const
{
    ListPage::remember();
    memory().setBytes(kColumnsKey, m_view->header()->saveState());
}

FilterField::Completion ApplicationsPage::completion(const QString &text, qsizetype cursor)
{
    const auto word = QStringView(text).first(cursor);
    const bool isValue = word.sliced(word.lastIndexOf(u' ') + 1).contains(u':');
    if (isValue && !m_vocabularyKnown) { // iterates over all applications
        m_vocabulary = m_model->vocabulary();
        m_vocabularyKnown = true;
    }
    m_vocabulary.instances.clear(); // there are few, and they may be renamed
    for (const auto &state : m_model->instances()) {
        if (!state.instance.id.isEmpty())
            m_vocabulary.instances.append(state.instance.name);
    }
    return completionFrom(completionAt(text, cursor, m_vocabulary));
}

void ApplicationsPage::renewTimes()
{
    m_view->renewAges();
}

void ApplicationsPage::addActions()
{
    addListAction("applications.watch"_L1, tr("Watch…"), "plus"_L1, {Qt::Key_W}, [this] { askToWatch(); });
    addListAction("applications.follow"_L1, tr("Follow…"), "eye"_L1, {Qt::Key_F},
                  [this] { Q_EMIT followAsked(followOffers()); });
    addListAction("applications.open"_L1, tr("Open in Argo CD"), "external-link"_L1, {Qt::CTRL | Qt::Key_O},
                  [this] { openInBrowser(m_view->selectedKeys()); });
    addListAction("applications.pin"_L1, tr("Pin or unpin"), "pin"_L1, {Qt::Key_P},
                  [this] { togglePins(m_view->selectedKeys()); });
    addListAction("applications.whereItRuns"_L1, tr("Where does this run?"), "table-2"_L1, {Qt::Key_V},
                  [this] { askWhereItRuns(); });
    addListAction("applications.copy"_L1, tr("Copy as table"), "copy"_L1, {QKeySequence::Copy},
                  [this] { copyTable(); });
    addListAction("applications.project"_L1, tr("Only this project"), "list-filter"_L1, {}, [this] {
        if (const auto index = m_view->currentIndex(); index.isValid())
            field().setText(u"project:%1"_s.arg(m_model->row(index.row()).application().project));
    });
    addListAction("applications.instance"_L1, tr("Only this instance"), "list-filter"_L1, {}, [this] {
        const auto index = m_view->currentIndex();
        if (!index.isValid())
            return;
        const auto name = m_model->instanceOf(m_model->row(index.row())).instance.name;
        field().setText(name.contains(u' ') ? u"instance:\"%1\""_s.arg(name) : u"instance:"_s + name);
    });
}

void ApplicationsPage::askToWatch()
{
    if (const auto keys = m_view->selectedKeys(); !keys.empty())
        Q_EMIT watchAsked(keys);
}

int ApplicationsPage::countMatching(const FilterWords &filter) const
{
    const FilterMatcher matcher(filter);
    int count = 0;
    m_model->forEach([&](const ApplicationRow &row) { count += m_model->fits(matcher, row) ? 1 : 0; });
    return count;
}

/// The selected rows if there are several, then the filter, then the project of the row.
std::vector<FollowOffer> ApplicationsPage::followOffers() const
{
    std::vector<FollowOffer> offers;
    const auto word = [](QLatin1StringView field, const QString &value) {
        return value.contains(u' ') ? u"%1:\"%2\""_s.arg(field, value) : u"%1:%2"_s.arg(field, value);
    };
    QStringList names;
    QStringList instances;
    QStringList projects;
    const auto keys = m_view->selectedKeys();
    for (const auto &key : keys) {
        const auto &row = m_model->row(m_model->rowOf(key));
        names += key.name;
        instances += m_model->instanceOf(row).instance.name;
        projects += row.application().project;
    }
    for (auto *list : {&names, &instances, &projects})
        list->removeDuplicates();
    const auto selected = names.isEmpty()
        ? QString()
        : QStringList{word("name"_L1, names.join(u',')), word("project"_L1, projects.join(u',')),
                      word("instance"_L1, instances.join(u','))}
              .join(u' ');
    if (keys.size() > 1)
        offers.push_back({tr("%n selected", nullptr, int(keys.size())), selected});
    if (const auto filter = field().text().trimmed(); !filter.isEmpty())
        offers.push_back({tr("This filter"), filter});
    const auto current = m_view->currentIndex();
    if (current.isValid()) {
        const auto &row = m_model->row(current.row());
        const auto project = word("project"_L1, row.application().project);
        const auto &instance = m_model->instanceOf(row).instance.name;
        offers.push_back({tr("Project %1").arg(row.application().project), project});
        offers.push_back({tr("on %1 only").arg(instance), project + u' ' + word("instance"_L1, instance)});
    }
    if (keys.size() == 1)
        offers.push_back({names.front(), selected});
    return offers;
}

void ApplicationsPage::askWhereItRuns()
{
    const auto current = m_view->currentIndex();
    if (!current.isValid())
        return;
    const auto &images = m_model->row(current.row()).application().summaryImages;
    if (images.size() == 1)
        Q_EMIT versionsAsked(images.front());
    if (images.size() < 2)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &image : images)
        connect(menu->addAction(glyphIcon("container"_L1), menuText(image)), &QAction::triggered, this,
                [this, image] { Q_EMIT versionsAsked(image); });
    const auto place = m_view->visualRect(current);
    menu->popup(m_view->viewport()->mapToGlobal(isRightToLeft() ? place.bottomRight() : place.bottomLeft()));
    menu->setActiveAction(menu->actions().value(0));
}

void ApplicationsPage::togglePins(const std::vector<ApplicationKey> &keys)
{
    auto pinned = m_model->pinned();
    const bool allPinned =
        std::ranges::all_of(keys, [&pinned](const ApplicationKey &key) { return pinned.contains(key); });
    for (const auto &key : keys) {
        if (allPinned)
            pinned.remove(key);
        else
            pinned.insert(key);
    }
    m_model->setPinned(pinned);
    writePins(memory(), pinned);
}

void ApplicationsPage::copyTable() const
{
    std::vector<ApplicationColumn> columns;
    for (int visual = 0; visual < kApplicationColumns; ++visual) // including columns that are hidden now
        columns.push_back(ApplicationColumn(m_view->header()->logicalIndex(visual)));
    std::vector<QStringList> rows(1);
    for (const auto column : columns)
        rows[0].push_back(titleOf(column));
    for (const auto &key : m_view->selectedKeys()) {
        QStringList cells;
        for (const auto column : columns)
            cells.push_back(m_model->text(m_model->rowOf(key), column));
        rows.push_back(cells);
    }
    copyText(tableText(rows), tableHtml(rows));
}

void ApplicationsPage::openInBrowser(const std::vector<ApplicationKey> &keys) const
{
    constexpr std::size_t kMost = 8; // limits the browser tabs that one accidental key press opens
    for (std::size_t i = 0; i < qMin(kMost, keys.size()); ++i) {
        const int row = m_model->rowOf(keys[i]);
        if (row >= 0)
            std::ignore =
                Opener().open(applicationUrl(m_model->instanceOf(m_model->row(row)).instance.baseUrl, keys[i]));
    }
}

void ApplicationsPage::explain()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QLocale locale;
    const auto text = field().text();
    const auto hidden = m_model->hiddenByToken();
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        const auto &token = m_model->filter().tokens[i];
        const auto word = text.mid(token.start, token.length);
        if (!token.problem.isEmpty()) {
            menu->addAction(glyphIcon("triangle-alert"_L1, StateRole::Held), menuText(token.problem))
                ->setEnabled(false);
            continue;
        }
        auto *action = menu->addAction(tr("%1 hides %2: clear it").arg(menuText(word), locale.toString(hidden[i])));
        connect(action, &QAction::triggered, this, [this, token] {
            auto rest = field().text();
            field().setText(rest.remove(token.start, token.length).simplified());
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Show all %1").arg(locale.toString(m_model->total()))), &QAction::triggered, this,
            [this] { field().setText({}); });
    menu->popup(field().mapToGlobal(QPoint(field().width() - menu->sizeHint().width(), field().height())));
}

void ApplicationsPage::fillSavedMenu()
{
    m_savedMenu->clear();
    const auto saved = memory().texts(kSavedKey);
    for (const auto &filter : saved) {
        connect(m_savedMenu->addAction(glyphIcon("bookmark"_L1), menuText(filter)), &QAction::triggered, this,
                [this, filter] { field().setText(filter); });
    }
    if (!saved.isEmpty())
        m_savedMenu->addSeparator();
    const auto current = field().text().trimmed();
    auto *keep = m_savedMenu->addAction(glyphIcon("plus"_L1), tr("Save this filter"));
    keep->setEnabled(!current.isEmpty() && !saved.contains(current));
    connect(keep, &QAction::triggered, this,
            [this, current] { memory().setTexts(kSavedKey, memory().texts(kSavedKey) << current); });
    auto *forget = m_savedMenu->addAction(glyphIcon("trash-2"_L1), tr("Delete this filter"));
    forget->setEnabled(saved.contains(current));
    connect(forget, &QAction::triggered, this, [this, current] {
        auto rest = memory().texts(kSavedKey);
        rest.removeAll(current);
        memory().setTexts(kSavedKey, rest);
    });
}

} // namespace lynceus
