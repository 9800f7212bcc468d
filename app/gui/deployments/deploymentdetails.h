#pragma once

#include "core/domain/watch/timelineentry.h"
#include "core/engine/deployments/historyexport.h"
#include "core/engine/facade/engine.h"

#include <QObject>
#include <QTimeZone>

namespace lynceus {

class ReportView;
struct DeploymentRow;

/// Argo CD's page of the application, or a team server's of the task that it is; empty: its instance is gone.
[[nodiscard]] QUrl pageOf(const Deployment &deployment, const EngineState &state, const InstanceNames &instances);

/// What is known of the chosen row of Deployments, in a view: at once what the list knows, then evidence and timeline
/// of its watch as soon as the store has said them.
class DeploymentDetails final : public QObject
{
    Q_OBJECT
public:
    DeploymentDetails(Engine &engine, ReportView &view, QObject *parent = nullptr);

    /// Null: nothing is chosen. The same row again is left as it is.
    void show(const DeploymentRow *row, const InstanceNames &instances, const QTimeZone &zone);
    /// The next show() is not left as it is: the row, its times or its colours changed.
    void renew() { m_shownId.clear(); }
    /// DeploymentsModel::idOf() of the row that is shown.
    [[nodiscard]] const QString &shownId() const { return m_shownId; }
    /// As Markdown; empty: nothing is shown.
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    void showText(const QString &markdown);

    Engine &m_engine;
    ReportView &m_view;
    QString m_text;
    QString m_shownId;
};

} // namespace lynceus
