#include "app/gui/history/historypage.h"

// What the page is made of; what it does is in historypage.cpp.

#include "app/gui/history/historydelegate.h"
#include "app/gui/history/historymodel.h"
#include "app/gui/widgets/chips.h"
#include "app/gui/widgets/emptystate.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/inlinebar.h"
#include "app/gui/widgets/plainlabel.h"
#include "app/gui/widgets/reportview.h"
#include "app/gui/widgets/tones.h"

#include <QAction>
#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextTable>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kMargin = 16;
constexpr int kControlHeight = 32;

} // namespace

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
    , m_view(new QTreeView(this))
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

/// Markdown's tables come with the frames of 1995.
void HistoryPage::styleReport()
{
    constexpr qreal kCellPadding = 5;
    const auto tones = tonesOf(palette());
    const auto frames = m_report->document()->rootFrame()->childFrames();
    for (auto *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        auto format = table->format();
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(tones.line);
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setCellSpacing(0);
        format.setCellPadding(kCellPadding);
        format.setBottomMargin(kMargin);
        format.setTopMargin(kMargin / 2.0);
        table->setFormat(format);
    }
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
