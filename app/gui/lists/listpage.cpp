#include "app/gui/lists/listpage.h"

#include "app/gui/widgets/pages/emptystate.h"
#include "app/gui/widgets/pages/inlinebar.h"
#include "app/gui/widgets/pages/pageheader.h"
#include "app/gui/widgets/painting/icons.h"
#include "core/io/settings/windowmemory.h"
#include "core/io/writefile.h"

#include <QAbstractItemView>
#include <QAction>
#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::chrono::milliseconds kTick{1'000};
constexpr int kControlHeight = 32;
constexpr qsizetype kShownCandidates = 12;

} // namespace

ListPage::ListPage(Engine &engine, WindowMemory &memory, const Texts &texts, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_memory(memory)
    , m_filterKey(texts.filterKey)
    , m_header(new PageHeader(texts.title, this))
    , m_bar(new InlineBar(this))
    , m_field(new FilterField(texts.filterName, texts.placeholder, this))
    , m_content(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_rows(new QVBoxLayout(this))
{
    m_header->addWidget(m_field, 1);
    m_content->addWidget(m_empty);
    m_rows->setContentsMargins({});
    m_rows->setSpacing(0);
    m_rows->addWidget(m_header);
    m_rows->addWidget(m_bar);
    m_rows->addWidget(m_content, 1);
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, [this] { renewTimes(); });
    connect(m_empty, &EmptyState::stepAsked, this, [this] { takeStep(); });
}

ListPage::~ListPage() = default;

void ListPage::setList(QAbstractItemView *list, QWidget *content)
{
    m_list = list;
    m_content->addWidget(content ? content : list);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ListPage::openMenu);
    connect(m_field, &FilterField::listAsked, this, &ListPage::goToList);
}

void ListPage::startFiltering()
{
    m_field->setCompletion([this](const QString &text, qsizetype cursor) { return completion(text, cursor); });
    m_field->setText(m_memory.text(m_filterKey));
    connect(m_field, &FilterField::textChanged, this, [this] { applyFilter(); });
    applyFilter();
}

void ListPage::remember() const
{
    m_memory.setText(m_filterKey, m_field->text());
}

QAction *ListPage::addListAction(QLatin1StringView id, const QString &text, QLatin1StringView glyph,
                                 const QList<QKeySequence> &keys, std::function<void()> then)
{
    auto *action = new QAction(glyphIcon(glyph), text, m_list);
    action->setObjectName(id);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, std::move(then));
    m_list->addAction(action);
    return action;
}

QList<QAction *> ListPage::listActions() const
{
    return m_list->actions();
}

QAction *ListPage::addExport(QLatin1StringView id, std::function<void()> then)
{
    auto *action = addListAction(id, tr("Export…"), "download"_L1, {QKeySequence(u"Ctrl+Shift+S"_s)}, std::move(then));
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setMinimumSize(kControlHeight, kControlHeight);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(tr("Export"));
    m_header->addWidget(button);
    return action;
}

void ListPage::chooseFile(const QString &title, const std::vector<FileFormat> &formats,
                          std::function<void(const QString &fileName, int format)> chosen)
{
    auto *dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const auto &format : formats)
        filters += u"%1 (*.%2)"_s.arg(format.description, format.suffix);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(formats.front().suffix);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters, formats](const QString &filter) {
        if (const auto at = filters.indexOf(filter); at >= 0)
            dialog->setDefaultSuffix(formats[std::size_t(at)].suffix);
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [dialog, filters, chosen = std::move(chosen)](const QString &fileName) {
                chosen(fileName, int(qMax(qsizetype(0), filters.indexOf(dialog->selectedNameFilter()))));
            });
    dialog->open();
}

void ListPage::write(const QString &fileName, const QByteArray &content, const QString &success)
{
    if (const auto written = writeFile(fileName, content))
        Q_EMIT said(success);
    else
        m_bar->say(written.error().message, StateRole::Bad);
}

void ListPage::showList()
{
    m_content->setCurrentIndex(1);
}

void ListPage::showEmpty()
{
    m_content->setCurrentWidget(m_empty);
}

bool ListPage::isListShown() const
{
    return m_content->currentWidget() != m_empty;
}

bool ListPage::lacksInstances() const
{
    return m_engine.state().hasStarted() && m_engine.state().instances().isEmpty();
}

void ListPage::sayThatInstancesLack(QLatin1StringView glyph, const QString &title)
{
    m_empty->say(glyph, title, tr("Add an instance with the address that you use in the browser."),
                 tr("Add an instance"));
}

QString ListPage::countText(int shown, int total)
{
    const QLocale locale;
    if (total == 0)
        return {};
    return shown == total ? locale.toString(total) : tr("%1 of %2").arg(locale.toString(shown), locale.toString(total));
}

std::vector<FilterField::Highlight> ListPage::highlightsOf(const FilterWords &words)
{
    std::vector<FilterField::Highlight> highlights;
    for (const auto &token : words.tokens) {
        if (token.field != FilterToken::Field::Text || token.negated || !token.problem.isEmpty())
            highlights.push_back({token.start, token.length, token.problem});
    }
    return highlights;
}

FilterField::Completion ListPage::completionFrom(const FilterCompletion &found)
{
    return {found.start, found.length, found.candidates.first(qMin(kShownCandidates, found.candidates.size()))};
}

void ListPage::focusFilter()
{
    m_field->line()->setFocus(Qt::ShortcutFocusReason);
    m_field->line()->selectAll();
}

void ListPage::takeFocus()
{
    auto *button = m_empty->button();
    QWidget *const first = isListShown() ? static_cast<QWidget *>(m_list)
        : !button->isHidden()            ? static_cast<QWidget *>(button)
                                         : m_field;
    first->setFocus(Qt::ShortcutFocusReason);
}

void ListPage::goToList()
{
    const auto *model = m_list->model();
    if (!m_list->currentIndex().isValid() && model->rowCount() > 0 && model->columnCount() > 0)
        m_list->setCurrentIndex(model->index(0, 0));
    m_list->setFocus(Qt::TabFocusReason);
}

void ListPage::openMenu(const QPoint &position)
{
    if (!m_list->indexAt(position).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_list->actions());
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void ListPage::showEvent(QShowEvent *event)
{
    m_tick.start();
    QWidget::showEvent(event);
}

void ListPage::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    QWidget::hideEvent(event);
}

} // namespace lynceus
