// DetailPane: what is read while it is visible, and what is shown of it.
#include "app/gui/detail/detailbanner.h"
#include "app/gui/detail/detailheader.h"
#include "app/gui/detail/detailpane.h"
#include "app/gui/detail/events/eventstab.h"
#include "app/gui/detail/evidencetab.h"
#include "app/gui/detail/logs/logstab.h"
#include "app/gui/detail/manifest/manifesttab.h"
#include "app/gui/detail/resources/resourcestab.h"
#include "app/gui/detail/timeline/timelinetab.h"
#include "app/gui/widgets/clipboard.h"
#include "app/gui/widgets/statemarks.h"
#include "core/domain/base/zonedtime.h"
#include "core/domain/model/applicationurl.h"
#include "core/engine/text/reporttext.h"

#include <QFocusEvent>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace lynceus {

void DetailPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_subject && !m_view) {
        openView();
        showSubject();
    }
}

void DetailPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    closeView();
}

void DetailPane::focusInEvent(QFocusEvent *event)
{
    if (m_subject)
        m_tabs->currentWidget()->setFocus(event->reason());
}

void DetailPane::openView()
{
    if (!m_subject || m_view || !isVisible())
        return;
    m_view = m_engine.openView(m_subject->application, this);
    m_viewRefused = m_view.isNull();
    if (m_view)
        connectView();
    lookAtSelection();
}

void DetailPane::closeView()
{
    m_events->look(nullptr, {});
    m_logs->look(nullptr, {}, {});
    m_manifest->look(nullptr, {});
    delete m_view;
    if (m_subject)
        m_subject->trouble.reset(); // the next view says it again
}

void DetailPane::connectView()
{
    connect(m_view, &ApplicationView::applicationChanged, this, &DetailPane::showSubject);
    connect(m_view, &ApplicationView::treeChanged, this, &DetailPane::showResources);
    connect(m_view, &ApplicationView::troubleChanged, this, [this](const std::optional<Error> &trouble) {
        m_subject->trouble = trouble;
        m_header->showSubject(*m_subject);
        showBanners();
        showTrouble();
    });
}

void DetailPane::showSubject()
{
    if (m_view && m_view->application())
        m_subject->live = m_view->application();
    askForCommit();
    m_header->showSubject(*m_subject);
    m_evidence->showSubject(*m_subject);
    if (m_subject->watch)
        m_timeline->showWatch(*m_subject->watch);
    showBanners();
    showResources();
    showTrouble();
    showTabs();
}

void DetailPane::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_header->setZone(zone);
    m_evidence->setZone(zone);
    m_events->setZone(zone);
    m_timeline->setZone(zone);
    if (m_subject)
        showSubject();
}

void DetailPane::showBanners()
{
    if (m_subject->watch) {
        const auto mark = markOf(m_subject->watch->verdict);
        m_banner->showText(bannerOf(*m_subject->watch, m_zone), mark.role, mark.glyph);
    } else {
        m_banner->showText(m_subject->live ? bannerOf(*m_subject->live) : std::nullopt, StateRole::Bad,
                           "circle-alert"_L1);
    }
    std::optional<BannerText> trouble;
    if (m_viewRefused)
        trouble = BannerText{tr("This instance was removed from Lynceus. Only stored data is shown."), {}};
    else if (m_subject->trouble && m_view && m_view->tree()) // else the tab says it in place of the tree
        trouble = BannerText{
            tr("The data shown may be out of date: %1").arg(withTimesIn(m_subject->trouble->message, m_zone)),
            {},
            remedyText()};
    m_trouble->showText(trouble, StateRole::Held, "unplug"_L1);
}

void DetailPane::showTrouble()
{
    if (!m_subject->trouble)
        return m_resources->showTrouble({}, {});
    m_resources->showTrouble(withTimesIn(troubleOf(*m_subject->trouble, *m_subject).sentence, m_zone), remedyText());
}

/// Of the button that does remedyTrouble().
QString DetailPane::remedyText() const
{
    return troubleOf(*m_subject->trouble, *m_subject).remedy == DetailRemedy::TryAgain
        ? tr("Try again")
        : tr("Go to %1").arg(m_subject->instanceName());
}

void DetailPane::remedyTrouble()
{
    if (!m_subject || !m_subject->trouble)
        return;
    const auto instance = m_subject->application.instance;
    if (troubleOf(*m_subject->trouble, *m_subject).remedy == DetailRemedy::LookAtInstance) {
        Q_EMIT instanceAsked(instance);
        return;
    }
    m_subject->trouble.reset();
    m_engine.retry(instance);
    closeView();
    openView();
    showSubject();
    showTrouble();
}

void DetailPane::showResources()
{
    if (!m_view)
        return;
    m_resources->showTree(m_view->application(), m_view->tree());
    selectCause();
    m_events->noteChange();
    m_manifest->noteChange();
    lookAtSelection();
    showTabs();
}

/// What fails is selected, also when it begins to fail while somebody looks; but nobody's own choice is moved, nor what
/// they read in another tab.
void DetailPane::selectCause()
{
    if (!m_view->tree())
        return;
    const auto selectedKey = [this]() -> std::optional<ResourceKey> {
        const auto selected = m_resources->selected();
        return selected ? std::optional(selected->key) : std::nullopt;
    };
    if (m_isSelected && (selectedKey() != m_ourSelection || m_tabs->currentWidget() != m_resources))
        return;
    const auto &watch = m_subject->watch;
    if (watch && watch->verdict.cause && watch->verdict.cause->resource != m_ourSelection)
        m_resources->select(watch->verdict.cause->resource); // once, as it scrolls there
    m_isSelected = true;
    m_ourSelection = selectedKey();
}

void DetailPane::lookAtSelection()
{
    const auto resource = m_resources->selected();
    m_events->look(m_view, resource);
    m_logs->look(m_view, resource, m_subject ? m_subject->project() : QString());
    m_manifest->look(m_view, resource);
}

/// Once a revision; the record of a watch brings it along.
void DetailPane::askForCommit()
{
    const auto revision = m_subject->revision();
    if (!m_view || m_subject->commit || revision.isEmpty() || m_askedRevision == revision)
        return;
    m_askedRevision = revision;
    m_view->commit(revision, m_view).then(this, [this, revision](const Result<RevisionMetadata> &commit) {
        if (!commit || !m_subject || m_subject->revision() != revision)
            return; // a Helm chart's version has none; then the revision alone is shown
        m_subject->commit = *commit;
        m_header->showSubject(*m_subject);
        m_evidence->showSubject(*m_subject);
    });
}

void DetailPane::copyReport()
{
    if (!m_subject || !m_subject->watch)
        return;
    const auto page =
        m_subject->instance ? applicationUrl(m_subject->instance->baseUrl, m_subject->application) : QUrl();
    copyText(markdownReport(*m_subject->watch, m_subject->instanceName(), page, m_timeline->entries(), m_zone));
}

} // namespace lynceus
