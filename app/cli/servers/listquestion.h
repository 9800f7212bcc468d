#pragma once

#include "app/cli/options/options.h"
#include "app/cli/servers/ownerlists.h"
#include "app/cli/servers/servers.h"
#include "core/engine/clients/argocdclient.h"

#include <QObject>

#include <memory>

namespace lynceus {

/// Requests the list of applications of one server once: from the process that owns the engine if it follows the
/// server, otherwise from the server.
class ListQuestion final : public QObject
{
    Q_OBJECT
public:
    using List = std::shared_ptr<DecodedApplicationList>;

    /// @p owner: null if no process owns the engine.
    ListQuestion(Servers &servers, OwnerLists *owner, QString name, const AppsOptions &options, const Clock &clock,
                 QObject *parent = nullptr);
    ~ListQuestion() override;

    void ask();
    /// Ends the request with an error if it is still pending.
    void timeOut(Duration limit);

    [[nodiscard]] const QString &name() const { return m_name; }
    /// The server has responded; the list may be incomplete.
    [[nodiscard]] bool isReached() const { return m_isReached; }
    [[nodiscard]] bool isAnswered() const { return m_answer.has_value(); }
    /// Valid after answered(). Errors name the server.
    [[nodiscard]] const Result<List> &answer() const { return *m_answer; }
    /// When the list was current, if not now.
    [[nodiscard]] const std::optional<Instant> &receivedAt() const { return m_receivedAt; }

Q_SIGNALS:
    void reached();
    /// Emitted once.
    void answered();

private:
    void askServer();
    [[nodiscard]] bool isReported(const OwnerLists::Known &known);
    [[nodiscard]] ListFilter filter() const;
    void askVersion(ServerConnection connection);
    void askList(const ServerVersion &version);
    void take(const List &list);
    [[nodiscard]] bool mayBeAnonymous(const List &list) const;
    void settle(Result<List> answer);

    Servers &m_servers;
    OwnerLists *m_owner;
    QString m_name;
    const AppsOptions &m_options;
    const Clock &m_clock;
    ServerConnection m_connection;
    std::unique_ptr<ArgoCdClient> m_client;
    std::optional<Result<List>> m_answer;
    std::optional<Instant> m_receivedAt;
    bool m_isReached = false;
    bool m_isClosing = false;
};

} // namespace lynceus
