#pragma once

#include "app/cli/output/textstyle.h"
#include "app/cli/servers/storedsignins.h"
#include "core/engine/doctor/finding.h"
#include "core/engine/teamserver/teamserverprobe.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

namespace lynceus {

/// Tests one stored team server once: its kind, and whether its tasks can be read. Emits done() once.
class TeamServerTest final : public QObject
{
    Q_OBJECT
public:
    TeamServerTest(TeamServerInstance server, StoredSignIns &signIns, QObject *parent = nullptr);

    void start();
    /// Turns each missing response into an error.
    void timeOut(Duration limit);
    [[nodiscard]] bool isDone() const { return m_findings.has_value(); }
    [[nodiscard]] const TeamServerInstance &server() const { return m_server; }
    /// The error, with the server's name; empty if all checks passed.
    [[nodiscard]] std::optional<Error> error() const;

    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] QJsonObject json() const;
    /// As error(), for `doctor`.
    [[nodiscard]] Findings findings() const;

Q_SIGNALS:
    void done();

private:
    void take(Result<TeamServerFindings> findings);

    TeamServerInstance m_server;
    StoredSignIns &m_signIns;
    std::optional<Result<TeamServerFindings>> m_findings;
};

} // namespace lynceus
