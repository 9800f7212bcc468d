#pragma once

#include "core/domain/watch/timelineentry.h"
#include "core/engine/deployments/historyexport.h"
#include "core/engine/facade/engine.h"

#include <QObject>
#include <QTimeZone>

namespace lynceus {

class ReportView;
struct DeploymentRow;

/// URL of the application's page in Argo CD, or of the task's page on its team server; empty if the instance was
/// removed.
[[nodiscard]] QUrl pageOf(const Deployment &deployment, const EngineState &state, const InstanceNames &instances);

/// Shows details of the selected row: first what the list contains, then evidence and timeline of its watch when they
/// are read from the store.
class DeploymentDetails final : public QObject
{
    Q_OBJECT
public:
    DeploymentDetails(Engine &engine, ReportView &view, QObject *parent = nullptr);

    /// Null: no selection. Does nothing if the same row is shown.
    void show(const DeploymentRow *row, const InstanceNames &instances, const QTimeZone &zone);
    /// Makes the next show() update the view: the row, the time zone or the colours changed.
    void renew() { m_shownId.clear(); }
    /// DeploymentsModel::idOf() of the shown row.
    [[nodiscard]] const QString &shownId() const { return m_shownId; }
    /// The shown text as Markdown; empty if there is none.
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    void showText(const QString &markdown);

    Engine &m_engine;
    ReportView &m_view;
    QString m_text;
    QString m_shownId;
};

} // namespace lynceus
