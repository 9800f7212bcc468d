#include "app/gui/detail/resources/resourcestab.h"

#include "app/gui/detail/resources/resourcetext.h"
#include "app/gui/detail/resources/resourceview.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/text/clipboard.h"
#include "core/io/clock.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kAgeTick{1'000}; ///< the youngest ages are shown in seconds

} // namespace

ResourcesTab::ResourcesTab(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(new ResourceModel(this))
    , m_view(new ResourceView(*m_model, this))
    , m_filter(new QLineEdit(this))
    , m_pages(new QStackedWidget(this))
    , m_note(new PlainLabel(this))
    , m_step(new QPushButton(tr("Clear the filter"), this))
    , m_ages(new QTimer(this))
{
    m_filter->setPlaceholderText(tr("Filter by kind, name, health, image"));
    m_filter->setAccessibleName(tr("Filter resources"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(glyphIcon("search"_L1), QLineEdit::LeadingPosition);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);

    auto *empty = new QWidget(this);
    auto *emptyLayout = new QVBoxLayout(empty);
    emptyLayout->addStretch();
    emptyLayout->addWidget(m_note);
    emptyLayout->addWidget(m_step, 0, Qt::AlignHCenter);
    emptyLayout->addStretch();
    m_pages->addWidget(m_view);
    m_pages->addWidget(empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_filter);
    layout->addWidget(m_pages, 1);

    connect(m_filter, &QLineEdit::textChanged, this, &ResourcesTab::refresh);
    connect(m_step, &QPushButton::clicked, this, [this] {
        if (m_tree)
            m_filter->clear();
        else
            Q_EMIT remedyAsked();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ResourcesTab::reportSelection);
    connect(m_view, &QTreeView::activated, this, &ResourcesTab::activated);
    connect(m_ages, &QTimer::timeout, this, [this] {
        m_model->setNow(m_clock.now());
        m_view->viewport()->update();
    });
    m_ages->setInterval(kAgeTick);
    setFocusProxy(m_view);
    addKeys();
    refresh();
}

void ResourcesTab::addKeys()
{
    auto *copy = new QAction(tr("Copy row"), m_view);
    copy->setObjectName("detail.copyRow"_L1);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ResourcesTab::copyRow);
    m_view->addAction(copy);
    auto *where = new QAction(tr("Where does this run?"), m_view);
    where->setObjectName("detail.whereItRuns"_L1);
    where->setShortcut(Qt::Key_V);
    where->setShortcutContext(Qt::WidgetShortcut);
    connect(where, &QAction::triggered, this, [this] {
        const auto current = m_view->currentIndex();
        if (const auto images = current.isValid() ? m_model->node(current).images : QStringList(); !images.isEmpty())
            Q_EMIT versionsAsked(images.front());
    });
    m_view->addAction(where);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ResourcesTab::find()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void ResourcesTab::takeFilter()
{
    static_cast<QBoxLayout *>(layout())->insertWidget(0, m_filter);
}

void ResourcesTab::showTree(std::shared_ptr<const Application> application, std::shared_ptr<const ResourceTree> tree)
{
    m_application = std::move(application);
    m_tree = std::move(tree);
    refresh();
    m_ages->start();
}

void ResourcesTab::showTrouble(const QString &sentence, const QString &remedy)
{
    m_trouble = sentence;
    m_remedy = remedy;
    if (!m_tree)
        refresh();
}

void ResourcesTab::clear()
{
    m_trouble.clear();
    m_application.reset();
    m_tree.reset();
    m_ages->stop();
    m_view->forget();
    m_filter->clear();
    refresh();
}

std::optional<ResourceNode> ResourcesTab::selected() const
{
    const auto index = m_view->currentIndex();
    if (!index.isValid() || !m_tree)
        return {};
    const auto &row = m_model->node(index);
    if (row.grouped > 0)
        return {};
    const auto &nodes = m_tree->nodes;
    const auto isRow = [&row](const ResourceNode &node) { return node.key == row.key && node.uid == row.uid; };
    if (row.position >= 0 && row.position < int(nodes.size()) && isRow(nodes[std::size_t(row.position)]))
        return nodes[std::size_t(row.position)];
    if (const auto found = std::ranges::find_if(nodes, isRow); found != nodes.end())
        return *found;
    ResourceNode absent;
    absent.key = row.key;
    absent.health = row.health;
    return absent;
}

void ResourcesTab::reportSelection()
{
    if (m_isUpdating)
        return;
    const auto node = selected();
    const auto key = node ? std::optional(node->key) : std::nullopt;
    if (std::exchange(m_reported, key) != key)
        Q_EMIT selectionChanged();
}

void ResourcesTab::select(const ResourceKey &key)
{
    if (const auto index = m_model->indexOf(key); index.isValid()) {
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    }
}

QByteArray ResourcesTab::columns() const
{
    return m_view->header()->saveState();
}

void ResourcesTab::setColumns(const QByteArray &columns)
{
    m_view->header()->restoreState(columns);
}

void ResourcesTab::refresh()
{
    if (!m_tree)
        return m_trouble.isEmpty() ? showNote(tr("Loading resources…")) : showNote(m_trouble, m_remedy);
    // Without the application, only sync statuses are missing.
    const Application notReadYet;
    auto outline = outlineOf(m_application ? *m_application : notReadYet, *m_tree);
    const bool hasAny = !outline.empty();
    keepMatching(outline, m_filter->text());
    groupTheMany(outline);
    const bool hasShown = !outline.empty();
    m_model->setNow(m_clock.now());
    {
        const QScopedValueRollback updating(m_isUpdating, true);
        m_view->update(std::move(outline));
    }
    reportSelection(); // once, for the row that is current now
    if (!hasAny)
        return showNote(tr("This application has no resources."));
    if (!hasShown)
        return showNote(tr("No resource matches “%1”.").arg(m_filter->text()), tr("Clear the filter"));
    m_pages->setCurrentIndex(0);
}

void ResourcesTab::showNote(const QString &words, const QString &step)
{
    m_note->setText(words);
    if (!step.isEmpty())
        m_step->setText(step);
    m_step->setVisible(!step.isEmpty());
    m_pages->setCurrentIndex(1);
}

void ResourcesTab::copyRow() const
{
    if (const auto index = m_view->currentIndex(); index.isValid())
        copyText(rowText(m_model->node(index), m_clock.now()));
}

} // namespace lynceus
