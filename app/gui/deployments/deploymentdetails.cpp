#include "app/gui/deployments/deploymentdetails.h"

#include "app/gui/deployments/deploymentsmodel.h"
#include "app/gui/widgets/dialogs/reportview.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/text/changeorder.h"
#include "core/engine/deployments/deploymentexport.h"
#include "core/engine/text/reporttext.h"

namespace lynceus {

namespace {

QString watchReport(const WatchRecord &watch, const std::vector<TimelineEntry> &timeline,
                    const InstanceNames &instances, const QTimeZone &zone)
{
    const auto &key = watch.request.application;
    return markdownReport(watch, instances.nameOf(key.instance), instances.pageOf(key), timeline, zone);
}

} // namespace

QUrl pageOf(const Deployment &deployment, const EngineState &state, const InstanceNames &instances)
{
    const auto place = taskPlaceOf(deployment.watch);
    if (!place)
        return instances.pageOf(deployment.application);
    const auto *server = state.teamServer(place->server);
    return server ? taskPage(server->server.place.baseUrl, place->task) : QUrl();
}

DeploymentDetails::DeploymentDetails(Engine &engine, ReportView &view, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_view(view)
{ }

void DeploymentDetails::show(const DeploymentRow *row, const InstanceNames &instances, const QTimeZone &zone)
{
    const auto id = row ? DeploymentsModel::idOf(*row) : QString();
    if (id == m_shownId)
        return;
    m_shownId = id;
    m_text.clear();
    if (!row) {
        m_view.clear();
        return;
    }
    showText(row->watch ? watchReport(*row->watch, {}, instances, zone)
                        : deploymentMarkdown(row->deployment, instances, zone));
    if (row->deployment.watch.isEmpty())
        return;
    if (const auto place = taskPlaceOf(row->deployment.watch)) {
        if (const auto *task = m_engine.state().serverTask(place->server, place->task))
            showText(markdownReport(watchOf(*task, place->server), instances.nameOf(place->server),
                                    pageOf(row->deployment, m_engine.state(), instances), {}, zone));
        m_engine.readTaskVerdict(place->server, place->task); // the result arrives as a change of the task
        return;
    }
    m_engine.watch(row->deployment.watch, this)
        .then(this, [this, id, instances, zone](const Result<WatchDetails> &details) {
            if (id == m_shownId && details) // otherwise the shown text stays
                showText(watchReport(details->record, details->timeline, instances, zone));
        });
}

void DeploymentDetails::showText(const QString &markdown)
{
    m_text = markdown;
    // Contains text from the server: no HTML, and nothing is loaded.
    m_view.document()->setMarkdown(withChangesInOrder(markdown, m_view.layoutDirection()),
                                   QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                       | QTextDocument::MarkdownNoHTML);
    m_view.setAccessibleDescription(m_view.toPlainText()); // text without a cursor is read only as a whole
    m_view.frameTables();
    m_view.alignLeading();
}

} // namespace lynceus
