#pragma once

#include "app/cli/options/options.h"
#include "app/cli/servers/ownerlists.h"
#include "app/cli/servers/servers.h"
#include "core/engine/clients/argocdclient.h"

#include <QObject>

#include <memory>

namespace lynceus {

/// The list of applications of one server, asked once: of the process that follows it, else of the server itself.
class ListQuestion final : public QObject
{
    Q_OBJECT
public:
    using List = std::shared_ptr<DecodedApplicationList>;

    /// @p owner: null if there is none.
    ListQuestion(Servers &servers, OwnerLists *owner, QString name, const AppsOptions &options, const Clock &clock,
                 QObject *parent = nullptr);
    ~ListQuestion() override;

    void ask();
    /// Ends the question with an error, unless it is answered.
    void timeOut(Duration limit);

    [[nodiscard]] const QString &name() const { return m_name; }
    /// It has said something; its list may still be on its way.
    [[nodiscard]] bool isHeard() const { return m_isHeard; }
    [[nodiscard]] bool isAnswered() const { return m_answer.has_value(); }
    /// Once it is answered. Errors name the server.
    [[nodiscard]] const Result<List> &answer() const { return *m_answer; }
    /// When the server said it, where that was not now.
    [[nodiscard]] const std::optional<Instant> &heardAt() const { return m_heardAt; }

Q_SIGNALS:
    void heard();
    /// Once.
    void answered();

private:
    void askServer();
    [[nodiscard]] bool isTold(const OwnerLists::Known &known);
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
    std::optional<Instant> m_heardAt;
    bool m_isHeard = false;
    bool m_isClosing = false;
};

} // namespace lynceus
