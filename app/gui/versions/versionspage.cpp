#include "app/gui/versions/versionspage.h"

#include "app/gui/versions/versionsview.h"
#include "app/gui/widgets/controls/chips.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/pages/emptystate.h"
#include "app/gui/widgets/pages/pageheader.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/text/clipboard.h"
#include "app/gui/widgets/text/menutext.h"
#include "app/gui/widgets/text/tabletext.h"
#include "core/domain/deployments/deployment.h"
#include "core/domain/text/facts.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/text/versionexport.h"
#include "core/io/settings/windowmemory.h"

#include <QAction>
#include <QActionGroup>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kControlHeight = 32;
constexpr int kNarrow = 110;            // width in average characters
constexpr std::size_t kMostInMenu = 20; // applications of a cell
constexpr qsizetype kMostLabels = 40;   // in the menu; `lynceus versions --by label=KEY` supports all

constexpr auto kFilterKey = "versions/filter"_L1;
constexpr auto kByKey = "versions/by"_L1;
constexpr auto kLabelKey = "versions/label"_L1;
constexpr auto kDifferingKey = "versions/differing"_L1;
constexpr auto kOrderKey = "versions/order/"_L1;

} // namespace

VersionsPage::VersionsPage(Engine &engine, Applications applications, const Clock &clock, WindowMemory &memory,
                           QWidget *parent)
    : ListPage(engine, memory,
               {tr("Versions"), tr("Filter services"), tr("Filter: shop-web project:shop health:degraded"), kFilterKey},
               parent)
    , m_applications(std::move(applications))
    , m_model(new VersionsModel(clock, this))
    , m_unplaced(new PlainLabel(this))
    , m_differing(new Chip(tr("Differing"), this))
    , m_columns(new QToolButton(this))
    , m_rules(new QMenu(this))
    , m_view(new VersionsView(*m_model, this))
{
    build();
    addActions();
    const int by = memory.number(kByKey).value_or(0);
    if (by > 0 && by <= int(EnvironmentRule::By::Label))
        m_model->setRule({EnvironmentRule::By(by), memory.text(kLabelKey)});
    m_model->setOrder(memory.texts(orderKey()));
    showRule();
    m_differing->setChecked(memory.number(kDifferingKey).value_or(0) != 0);
    connect(&engine, &Engine::applicationsChanged, this, &VersionsPage::take);
    connect(&engine, &Engine::instanceChanged, this, [this](const InstanceState &state) {
        m_model->setInstance(state.instance.id, state.instance.name);
        showContent();
    });
    connect(&engine, &Engine::instanceRemoved, this, [this](const QString &id) {
        m_model->removeInstance(id);
        showContent();
    });
    connect(&engine, &Engine::started, this, &VersionsPage::showContent);
    connect(&engine, &Engine::deploymentChanged, m_model, &VersionsModel::takeDeployment);
    connect(&engine, &Engine::started, this, &VersionsPage::readHistory);
    startFiltering();
}

VersionsPage::~VersionsPage() = default;

/// Several months for most teams; the lag of environments is counted in deployments.
void VersionsPage::readHistory()
{
    DeploymentQuery query;
    query.limit = 5'000;
    engine().deployments(query, this).then(this, [this](const Result<std::vector<Deployment>> &found) {
        if (!found)
            return; // an unreadable store is reported elsewhere
        for (const auto &deployment : *found) {
            const auto *newer = engine().state().deployment(deploymentId(deployment));
            m_model->takeDeployment(newer ? *newer : deployment);
        }
        m_model->reportLag();
    });
}

void VersionsPage::addActions()
{
    addListAction("versions.open"_L1, tr("Open the application"), "layers"_L1, {Qt::Key_Return, Qt::Key_Enter},
                  [this] { openCurrent(); });
    addListAction("versions.list"_L1, tr("Show its applications"), "layout-list"_L1, {Qt::Key_A},
                  [this] { listCurrent(); });
    addListAction("versions.differing"_L1, tr("Show only differences, or all"), "list-filter"_L1, {Qt::Key_D},
                  [this] { m_differing->click(); });
    addListAction("versions.moveLeft"_L1, tr("Move the column left"), "chevron-left"_L1, {Qt::ALT | Qt::Key_Left},
                  [this] { moveColumn(isRightToLeft() ? 1 : -1); });
    addListAction("versions.moveRight"_L1, tr("Move the column right"), "chevron-right"_L1, {Qt::ALT | Qt::Key_Right},
                  [this] { moveColumn(isRightToLeft() ? -1 : 1); });
    addListAction("versions.copy"_L1, tr("Copy as table"), "copy"_L1, {QKeySequence::Copy}, [this] { copyTable(); });
    m_export = addExport("versions.export"_L1, [this] {
        chooseFile(tr("Export versions"),
                   {{u"csv"_s, tr("CSV for spreadsheets")}, {u"json"_s, tr("JSON for programs")}},
                   [this](const QString &fileName, int) { exportTo(fileName); });
    });
}

void VersionsPage::build()
{
    setPlainToolTip(m_differing, tr("Only services whose versions differ between environments (D)"));
    m_columns->setIcon(glyphIcon("columns-3"_L1));
    m_columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setMenu(m_rules);
    m_columns->setMinimumHeight(kControlHeight);
    m_columns->setFocusPolicy(Qt::TabFocus);
    m_unplaced->setContentsMargins(16, 6, 16, 6);
    m_unplaced->setForegroundRole(QPalette::PlaceholderText);
    m_unplaced->setWordWrap(true);
    header().addWidget(m_differing);
    header().addWidget(m_columns);
    rows().insertWidget(rows().count() - 1, m_unplaced);
    setList(m_view);
    connect(m_differing, &QAbstractButton::toggled, this, &VersionsPage::applyFilter);
    connect(m_rules, &QMenu::aboutToShow, this, &VersionsPage::fillRules);
    connect(m_view, &QTableView::doubleClicked, this, &VersionsPage::openCurrent);
    connect(m_view, &VersionsView::environmentMoved, m_model, &VersionsModel::moveEnvironment);
}

void VersionsPage::showEvent(QShowEvent *event)
{
    fill();
    ListPage::showEvent(event);
}

void VersionsPage::renewTimes()
{
    m_view->renewAges();
}

/// In narrow windows, the filter needs the room more.
void VersionsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < kNarrow * fontMetrics().averageCharWidth();
    m_columns->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void VersionsPage::fill()
{
    if (m_isFilled)
        return;
    m_isFilled = true;
    ChangeSet all;
    m_applications([&all](const ApplicationEntry &entry) { all.inserted.push_back(entry); });
    take(all);
}

void VersionsPage::take(const ChangeSet &changes)
{
    if (!m_isFilled)
        return;
    m_model->apply(changes);
    showSummary();
    showContent();
}

void VersionsPage::applyFilter()
{
    auto filter = parseApplicationFilter(field().text());
    for (auto &token : filter.tokens) {
        if (token.field == FilterToken::Field::Is && token.problem.isEmpty())
            token.problem = tr("Pins are known to Applications only");
    }
    field().setHighlights(highlightsOf(filter));
    m_model->setDifferingOnly(m_differing->isChecked());
    m_model->setFilter(filter);
    showSummary();
    showContent();
}

void VersionsPage::showSummary()
{
    const int shown = m_model->rowCount();
    const int total = m_model->total();
    field().setSummary(countText(shown, total), {});
    const int unplaced = m_model->unplaced();
    m_unplaced->setVisible(unplaced > 0 && total > 0);
    m_unplaced->setText(tr("Applications without the label %1 are not shown: %2")
                            .arg(m_model->rule().label, QLocale().toString(unplaced)));
    m_export->setEnabled(shown > 0);
}

void VersionsPage::showContent()
{
    if (m_model->rowCount() > 0) {
        showList();
        return;
    }
    if (m_model->total() > 0 && !m_model->filter().isEmpty())
        emptyState().say("list-filter"_L1, tr("No services match the filter"),
                         tr("Search for part of an image name, an application name or a project."),
                         tr("Clear the filter"));
    else if (m_model->total() > 0)
        emptyState().say("circle-check"_L1, tr("All environments run the same versions"),
                         tr("No service differs between the environments that run it."), tr("Show all"));
    else if (m_model->unplaced() > 0)
        emptyState().say("tag"_L1, tr("No application has this label"),
                         tr("Applications without the label %1 are not shown.").arg(m_model->rule().label),
                         tr("One column per instance"));
    else if (lacksInstances())
        sayThatInstancesLack("table-2"_L1, tr("Which version of each service runs where"));
    else
        emptyState().say("table-2"_L1, tr("No versions yet"),
                         tr("Images appear after an instance has responded, if its applications have pods."));
    showEmpty();
}

void VersionsPage::takeStep()
{
    if (m_model->total() > 0) {
        field().setText({});
        m_differing->setChecked(false);
    } else if (m_model->unplaced() > 0) {
        setRule({});
    } else {
        Q_EMIT addInstanceAsked();
    }
}

QString VersionsPage::orderKey() const
{
    using By = EnvironmentRule::By;
    const auto &rule = m_model->rule();
    const auto by = rule.by == By::Instance ? u"instance"_s
        : rule.by == By::Namespace          ? u"namespace"_s
        : rule.by == By::Cluster            ? u"cluster"_s
        : rule.by == By::Project            ? u"project"_s
                                            : u"label="_s + rule.label;
    return kOrderKey + by;
}

void VersionsPage::setRule(const EnvironmentRule &rule)
{
    if (rule == m_model->rule())
        return;
    memory().setTexts(orderKey(), m_model->order());
    m_model->setRule(rule);
    m_model->setOrder(memory().texts(orderKey()));
    showRule();
    showSummary();
    showContent();
}

void VersionsPage::showRule()
{
    using By = EnvironmentRule::By;
    const auto &rule = m_model->rule();
    const auto text = rule.by == By::Instance ? tr("By instance")
        : rule.by == By::Namespace            ? tr("By namespace")
        : rule.by == By::Cluster              ? tr("By cluster")
        : rule.by == By::Project              ? tr("By project")
                                              : tr("By %1").arg(rule.label);
    m_columns->setText(menuText(text));
    m_columns->setAccessibleName(tr("Columns: %1").arg(visibleLine(text)));
    setPlainToolTip(m_columns, tr("What a column stands for: %1").arg(text));
}

void VersionsPage::fillRules()
{
    using By = EnvironmentRule::By;
    m_rules->clear();
    auto *group = new QActionGroup(m_rules);
    const auto add = [&](const QString &text, const EnvironmentRule &rule) {
        auto *action = m_rules->addAction(text);
        action->setCheckable(true);
        action->setChecked(rule == m_model->rule());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, rule] { setRule(rule); });
    };
    add(tr("A column per instance"), {});
    add(tr("A column per namespace"), {By::Namespace, {}});
    add(tr("A column per cluster"), {By::Cluster, {}});
    add(tr("A column per project"), {By::Project, {}});
    const auto labels = m_model->labels();
    if (!labels.isEmpty())
        m_rules->addSection(tr("A column per value of a label"));
    for (const auto &label : labels.first(qMin(labels.size(), kMostLabels)))
        add(menuText(label), {By::Label, label});
}

void VersionsPage::showImage(const QString &image)
{
    fill();
    m_differing->setChecked(false);
    const auto parsed = parseImageReference(image);
    // With a colon, so that "acme/web" does not match "acme/web-admin:1".
    const auto text = parsed ? repositoryName(*parsed) + u':' : image;
    field().setText(text);
    if (m_model->rowCount() > 0 && m_model->columnCount() > 0)
        m_view->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::ClearAndSelect);
}

FilterField::Completion VersionsPage::completion(const QString &text, qsizetype cursor)
{
    FilterVocabulary vocabulary;
    for (const auto &state : engine().state().instances())
        vocabulary.instances += state.instance.name;
    return completionFrom(completionAt(text, cursor, vocabulary));
}

void VersionsPage::openCurrent()
{
    const auto current = m_view->currentIndex();
    if (!current.isValid())
        return;
    const auto entries = m_model->applications(current.row(), current.column());
    if (entries.empty())
        return;
    if (entries.size() == 1) {
        Q_EMIT applicationAsked(entries.front().key);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = 0; i < qMin(entries.size(), kMostInMenu); ++i) {
        const auto &key = entries[i].key;
        const auto text = joinedFacts({key.name, m_model->instanceName(key.instance)});
        connect(menu->addAction(glyphIcon("layers"_L1), menuText(text)), &QAction::triggered, this,
                [this, key] { Q_EMIT applicationAsked(key); });
    }
    menu->addSeparator();
    connect(menu->addAction(glyphIcon("layout-list"_L1), tr("Show all applications of this service")),
            &QAction::triggered, this, &VersionsPage::listCurrent);
    const auto place = m_view->visualRect(current);
    menu->popup(m_view->viewport()->mapToGlobal(isRightToLeft() ? place.bottomRight() : place.bottomLeft()));
    menu->setActiveAction(menu->actions().value(0));
}

/// The filter for Applications that shows those of a service.
QString VersionsPage::listFilter(const QString &repository) const
{
    return u"image:"_s + repository.section(u'/', -1);
}

void VersionsPage::listCurrent()
{
    const auto current = m_view->currentIndex();
    if (current.isValid())
        Q_EMIT applicationsAsked(listFilter(m_model->repository(current.row())));
}

void VersionsPage::moveColumn(int by)
{
    const auto current = m_view->currentIndex();
    if (current.isValid())
        m_model->moveEnvironment(current.column(), current.column() + by);
}

void VersionsPage::copyTable()
{
    std::vector<QStringList> rows{{tr("Service")}};
    for (int column = 0; column < m_model->columnCount(); ++column)
        rows.front() += m_model->title(column);
    const auto selected = m_view->selectedRows();
    for (const int row : selected) {
        QStringList cells{m_model->repository(row)};
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells += m_model->index(row, column).data().toString();
        rows.push_back(std::move(cells));
    }
    copyText(tableText(rows), tableHtml(rows));
    Q_EMIT said(selected.size() == 1 ? tr("1 service copied as a table")
                                     : tr("%n services copied as a table", nullptr, int(selected.size())));
}

void VersionsPage::exportTo(const QString &fileName)
{
    const auto matrix = m_model->shown();
    const bool isJson = fileName.endsWith(".json"_L1, Qt::CaseInsensitive);
    write(fileName, isJson ? versionJson(matrix) : versionCsv(matrix), tr("Versions exported to %1").arg(fileName));
}

void VersionsPage::remember() const
{
    const auto &rule = m_model->rule();
    ListPage::remember();
    memory().setNumber(kByKey, int(rule.by));
    memory().setText(kLabelKey, rule.label);
    memory().setNumber(kDifferingKey, m_differing->isChecked() ? 1 : 0);
    memory().setTexts(orderKey(), m_model->order());
}

} // namespace lynceus
