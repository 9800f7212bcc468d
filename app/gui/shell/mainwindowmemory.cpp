// What the window remembers of itself: the part of MainWindow that arranges it and writes the arrangement down.

#include "app/gui/applications/applicationspage.h"
#include "app/gui/detail/detailpane.h"
#include "app/gui/history/historypage.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/shell/mainwindow.h"
#include "core/io/settings/windowmemory.h"

#include <QCloseEvent>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirstSize{1280, 820}; ///< the drawings'
constexpr QSize kFrame{16, 48};        ///< what window managers draw around it; known only when it is shown
constexpr int kWide = 1700;            ///< px at 100 %: from here on list and detail stand side by side

constexpr auto kGeometryKey = "window/geometry"_L1;
constexpr auto kPageKey = "window/page"_L1;
constexpr auto kBelowKey = "window/detailBelow"_L1;
constexpr auto kBesideKey = "window/detailBeside"_L1;
constexpr auto kHistoryKey = "history/layout"_L1;
constexpr auto kUnfoldedKey = "releases/unfolded"_L1;

} // namespace

void MainWindow::recall()
{
    resize(kFirstSize.boundedTo(screen()->availableSize() - kFrame));
    restoreGeometry(m_memory.bytes(kGeometryKey));
    m_split->setSizes({kFirstSize.height() * 9 / 20, kFirstSize.height() * 11 / 20});
    m_split->restoreState(m_memory.bytes(m_split->orientation() == Qt::Vertical ? kBelowKey : kBesideKey));
    if (const auto layout = m_memory.bytes(kHistoryKey); !layout.isEmpty())
        m_history->restoreState(layout);
    m_releases->setUnfolded(m_memory.texts(kUnfoldedKey));
    m_detail->recall(m_memory);
    const int page = m_memory.number(kPageKey).value_or(0);
    goTo(page >= 0 && page < m_pages->count() ? Page(page) : Page::Releases); // the first key is for what is there
}

void MainWindow::remember()
{
    m_memory.setBytes(kGeometryKey, saveGeometry());
    m_memory.setNumber(kPageKey, m_pages->currentIndex());
    m_memory.setBytes(m_split->orientation() == Qt::Vertical ? kBelowKey : kBesideKey, m_split->saveState());
    m_memory.setBytes(kHistoryKey, m_history->saveState());
    m_memory.setTexts(kUnfoldedKey, m_releases->unfolded());
    m_detail->remember(m_memory);
    m_applications->remember();
    m_memory.save();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const auto wanted = width() >= kWide ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() == wanted)
        return;
    m_memory.setBytes(wanted == Qt::Vertical ? kBesideKey : kBelowKey, m_split->saveState());
    m_split->setOrientation(wanted);
    m_split->restoreState(m_memory.bytes(wanted == Qt::Vertical ? kBelowKey : kBesideKey));
    m_split->setOrientation(wanted); // a state holds an orientation too
}

} // namespace lynceus
