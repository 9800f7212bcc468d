#include "app/gui/detail/events/eventstab.h"

#include "app/gui/detail/events/eventsmodel.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/style/density.h"
#include "core/io/clock.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kAfterChange{5'000}; ///< a rollout changes the tree each second: limits requests to two per 5 s
constexpr Duration kAgeTick{1'000};

/// Rows with padding and equal height.
class EventDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int kAir = 10; // px at 100 %
        const auto hint = QStyledItemDelegate::sizeHint(option, index);
        return {hint.width(), rowHeight(option, option.fontMetrics.height() + kAir)};
    }
};

QString nameOf(const ResourceNode &resource)
{
    return resource.key.kind + u' ' + resource.key.name;
}

} // namespace

EventsTab::EventsTab(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_heading(new PlainLabel(this))
    , m_model(new EventsModel(this))
    , m_list(new QTreeView(this))
    , m_message(new PlainLabel(this))
    , m_again(new QTimer(this))
    , m_ages(new QTimer(this))
{
    m_heading->setWordWrap(true);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->setAccessibleName(tr("Message of the selected event"));
    setFocusProxy(m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EventDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setObjectName(u"events"_s);
    m_list->setAccessibleName(tr("Events"));
    fitColumns();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_heading);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_message);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        m_message->setText(row.isValid() ? m_model->eventAt(row.row()).message : QString());
    });
    m_again->setSingleShot(true);
    m_again->setInterval(kAfterChange);
    connect(m_again, &QTimer::timeout, this, &EventsTab::ask);
    m_ages->setInterval(kAgeTick);
    connect(m_ages, &QTimer::timeout, this, [this] {
        m_model->setNow(m_clock.now());
        m_list->viewport()->update();
    });
    m_ages->start();
}

void EventsTab::inspect(ApplicationView *view, const std::optional<ResourceNode> &resource)
{
    const auto keyOf = [](const std::optional<ResourceNode> &node) { return node ? node->key : ResourceKey(); };
    const bool isOther = keyOf(resource) != keyOf(m_resource);
    const bool isSame = m_view == view && !isOther;
    m_view = view;
    m_resource = resource;
    if (isSame)
        return;
    if (isOther)
        m_ofResource.clear();
    showAll();
    if (isVisible())
        ask();
}

void EventsTab::setZone(const QTimeZone &zone)
{
    m_model->setZone(zone); // for tool tips, which are created on demand
}

void EventsTab::noteChange()
{
    if (isVisible() && m_view && !m_again->isActive())
        m_again->start();
}

void EventsTab::clear()
{
    m_view.clear();
    m_resource.reset();
    m_questions.reset();
    m_open = 0;
    m_again->stop();
    m_ofApplication.clear();
    m_ofResource.clear();
    m_error.clear();
    showAll();
}

void EventsTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void EventsTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void EventsTab::fitColumns()
{
    struct Letters
    {
        int usual;
        int least;
    };
    static constexpr std::array kColumns{Letters{16, 14}, Letters{17, 13}, Letters{38, 20}, Letters{22, 15},
                                         Letters{9, 9}}; // before the message
    static_assert(kColumns.size() == EventsModel::Message);
    constexpr int kMessage = 24;
    const int letter = fontMetrics().averageCharWidth();
    int missing = kMessage - width() / std::max(1, letter);
    int spare = 0;
    for (const auto &column : kColumns) {
        missing += column.usual;
        spare += column.usual - column.least;
    }
    auto *header = m_list->header();
    const bool isFirst = m_widths.empty();
    m_widths.resize(kColumns.size());
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
        const auto [usual, least] = kColumns[i];
        const int less = std::clamp((usual - least) * missing / spare, 0, usual - least);
        if (!isFirst && header->sectionSize(int(i)) != m_widths[i])
            continue;
        header->resizeSection(int(i), std::max((usual - less) * letter, header->sectionSizeHint(int(i))));
        m_widths[i] = header->sectionSize(int(i));
    }
}

void EventsTab::ask()
{
    if (!m_view || !isVisible())
        return;
    m_questions = std::make_unique<QObject>();
    m_open = 1;
    m_error.clear();
    auto *context = m_questions.get();
    m_view->applicationEvents(context).then(
        context, [this](const Result<std::vector<ResourceEvent>> &events) { take(true, events); });
    if (m_resource && !m_resource->uid.isEmpty()) { // a resource that is not created yet has no events
        ++m_open;
        m_view->events(*m_resource, context).then(context, [this](const Result<std::vector<ResourceEvent>> &events) {
            take(false, events);
        });
    }
}

void EventsTab::take(bool ofApplication, const Result<std::vector<ResourceEvent>> &events)
{
    --m_open;
    if (events)
        (ofApplication ? m_ofApplication : m_ofResource) = *events;
    else
        m_error = events.error().message;
    showAll();
}

void EventsTab::showAll()
{
    auto all = m_ofApplication;
    all.insert(all.end(), m_ofResource.begin(), m_ofResource.end());
    QString heading = m_resource ? tr("Events of %1 and of the application, newest first.").arg(nameOf(*m_resource))
                                 : tr("Events of the application, newest first.");
    if (!m_error.isEmpty())
        heading = tr("Events could not be loaded: %1").arg(m_error);
    else if (all.empty())
        heading = m_open > 0 ? tr("Loading events…")
            : m_resource     ? tr("No events of %1 or of the application. Kubernetes deletes events after an hour.")
                               .arg(nameOf(*m_resource))
                         : tr("No events. Kubernetes deletes events after an hour.");
    m_heading->setText(heading);
    m_model->setNow(m_clock.now());
    const bool countsDiffer = m_model->rowCount() != int(all.size());
    m_model->showEvents(std::move(all));
    if (countsDiffer)
        Q_EMIT countChanged(m_model->rowCount());
}

} // namespace lynceus
