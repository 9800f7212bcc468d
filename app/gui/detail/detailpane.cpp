#include "app/gui/detail/detailpane.h"

#include "app/gui/detail/detailbanner.h"
#include "app/gui/detail/detailheader.h"
#include "app/gui/detail/events/eventstab.h"
#include "app/gui/detail/evidencetab.h"
#include "app/gui/detail/logs/logstab.h"
#include "app/gui/detail/manifest/manifesttab.h"
#include "app/gui/detail/resources/resourcestab.h"
#include "app/gui/detail/timeline/timelinetab.h"
#include "core/domain/model/applicationurl.h"
#include "core/io/clock.h"

#include <QAction>
#include <QBoxLayout>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kHistoryAfter{3'600'000};
constexpr int kMargin = 16; // pixels at 100 %: the design's grid of 8

} // namespace

DetailPane::DetailPane(Engine &engine, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_header(new DetailHeader(clock, this))
    , m_banner(new DetailBanner(this))
    , m_trouble(new DetailBanner(this))
    , m_tabs(new QTabWidget(this))
    , m_resources(new ResourcesTab(clock, this))
    , m_timeline(new TimelineTab(engine, clock, this))
    , m_events(new EventsTab(clock, this))
    , m_logs(new LogsTab(this))
    , m_manifest(new ManifestTab(this))
    , m_evidence(new EvidenceTab(clock, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin / 2, kMargin, kMargin / 2);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_trouble);
    layout->addWidget(m_tabs, 1);
    buildTabs();
    connectEngine();
    connectHeader();
    addKeys();
    clear();
}

DetailPane::~DetailPane()
{
    closeView(); // before the tabs that ask it
}

void DetailPane::buildTabs()
{
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Details"));
    const std::pair<QWidget *, QString> tabs[] = {
        {m_resources, tr("Resources")}, {m_timeline, tr("Timeline")}, {m_events, tr("Events")},
        {m_logs, tr("Logs")},           {m_manifest, tr("Manifest")}, {m_evidence, tr("Evidence")},
    };
    for (const auto &[page, words] : tabs)
        m_tabs->addTab(page, words);
    connect(m_resources, &ResourcesTab::selectionChanged, this, &DetailPane::lookAtSelection);
    connect(m_resources, &ResourcesTab::remedyAsked, this, &DetailPane::remedyTrouble);
    connect(m_trouble, &DetailBanner::remedyAsked, this, &DetailPane::remedyTrouble);
    connect(m_resources, &ResourcesTab::activated, this, &DetailPane::inspectSelection);
    connect(m_events, &EventsTab::countChanged, this, [this](int count) {
        m_tabs->setTabText(m_tabs->indexOf(m_events), count > 0 ? tr("Events %1").arg(count) : tr("Events"));
    });
}

void DetailPane::connectEngine()
{
    connect(&m_engine, &Engine::instanceChanged, this, [this](const InstanceState &state) {
        m_instances.insert(state.instance.id, state.instance);
        if (!m_subject || m_subject->application.instance != state.instance.id)
            return;
        const bool isNew = !m_subject->instance;
        m_subject->instance = state.instance;
        if (isNew)
            openView();
        showSubject();
    });
    connect(&m_engine, &Engine::instanceRemoved, this, [this](const QString &id) {
        m_instances.remove(id);
        if (!m_subject || m_subject->application.instance != id)
            return;
        m_subject->instance.reset();
        closeView();
        m_viewRefused = true;
        showSubject();
    });
    connect(&m_engine, &Engine::watchChanged, this, [this](const WatchRecord &watch) {
        if (!m_subject || !m_subject->watch || m_subject->watch->id != watch.id)
            return;
        m_subject->watch = watch;
        if (watch.commit)
            m_subject->commit = watch.commit;
        showSubject();
    });
}

void DetailPane::connectHeader()
{
    connect(m_header, &DetailHeader::extendRequested, this, [this](Duration by) {
        if (m_subject && m_subject->watch)
            m_engine.extendWatch(m_subject->watch->id, by);
    });
    connect(m_header, &DetailHeader::reportRequested, this, &DetailPane::copyReport);
    connect(m_header, &DetailHeader::pageRequested, this, [this] {
        if (m_subject && m_subject->instance)
            Q_EMIT addressRequested(applicationUrl(m_subject->instance->baseUrl, m_subject->application));
    });
}

/// Ctrl+Page Up and Down go through the tabs from wherever the focus is, as in other tabbed programs: from the list,
/// too.
void DetailPane::addKeys()
{
    const std::pair<QKeySequence, int> keys[] = {{Qt::CTRL | Qt::Key_PageDown, 1}, {Qt::CTRL | Qt::Key_PageUp, -1}};
    for (const auto &[sequence, step] : keys) {
        auto *turn = new QAction(step > 0 ? tr("Next tab") : tr("Previous tab"), this);
        turn->setObjectName(step > 0 ? "detail.nextTab"_L1 : "detail.previousTab"_L1);
        turn->setShortcut(sequence);
        turn->setShortcutContext(Qt::WindowShortcut);
        const int by = step;
        connect(turn, &QAction::triggered, this, [this, by] {
            for (int at = m_tabs->currentIndex() + by; at >= 0 && at < m_tabs->count(); at += by) {
                if (m_tabs->isTabVisible(at))
                    return m_tabs->setCurrentIndex(at);
            }
        });
        addAction(turn);
    }
}

void DetailPane::showWatch(const WatchRecord &watch)
{
    DetailSubject subject;
    subject.application = watch.expectation.application;
    subject.watch = watch;
    subject.commit = watch.commit;
    begin(std::move(subject));
}

void DetailPane::showApplication(const ApplicationKey &application)
{
    DetailSubject subject;
    subject.application = application;
    begin(std::move(subject));
}

void DetailPane::clear()
{
    closeView();
    m_subject.reset();
    m_resources->clear();
    m_timeline->clear();
    m_events->clear();
    m_logs->clear();
    m_manifest->clear();
    for (QWidget *part : std::initializer_list<QWidget *>{m_header, m_banner, m_trouble, m_tabs})
        part->hide();
}

void DetailPane::begin(DetailSubject subject)
{
    const bool isSame = m_subject && m_subject->application == subject.application
        && m_subject->watch.has_value() == subject.watch.has_value()
        && (!subject.watch || m_subject->watch->id == subject.watch->id);
    if (isSame) {
        m_subject->watch = subject.watch;
        return showSubject();
    }
    clear();
    if (m_instances.contains(subject.application.instance))
        subject.instance = m_instances.value(subject.application.instance);
    m_subject = std::move(subject);
    m_askedRevision.clear();
    m_isSelected = false;
    m_ourSelection.reset();
    m_viewRefused = false;
    m_header->show();
    m_tabs->show();
    if (isVisible())
        openView();
    showSubject();
    // What is in the cluster now says little about a release that ended long ago.
    const auto ended = m_subject->watch ? m_subject->watch->endedAt : std::nullopt;
    const bool isHistory = ended && m_clock.now() - *ended > kHistoryAfter;
    if (!m_viewRefused)
        openTab(isHistory ? Tab::Evidence : Tab::Resources);
}

} // namespace lynceus
