#pragma once

#include "core/domain/argocd/requests.h"
#include "core/domain/base/result.h"
#include "core/domain/model/application.h"
#include "core/engine/doctor/accountrights.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <utility>
#include <vector>

namespace lynceus {

class ArgoCdClient;

/// What the account that a client carries may do: of every application, and where it may not read every one, of those
/// that it sees.
class RightsQuestion final : public QObject
{
    Q_OBJECT
public:
    /// Applications that it sees.
    struct Visible
    {
        int count = 0;
        std::vector<std::pair<QString, QString>> samples; ///< project and name, one a project

        void add(const Application &application);
    };
    /// Nothing: it could not be found out.
    using Seen = std::function<void(const std::optional<Visible> &visible)>;
    /// Finds out what it sees; calls @p seen at once or later, as long as @p context lives.
    using Query = std::function<void(QObject *context, Seen seen)>;

    /// @p projects: those in question; empty means all.
    RightsQuestion(ArgoCdClient &client, QStringList projects, Query look, QObject *parent);

    void ask();

Q_SIGNALS:
    /// Once.
    void answered(const lynceus::AccountRights &rights);
    /// Once, instead: the server could not be asked at all.
    void failed(const lynceus::Error &error);

private:
    void askRight(AccountRight right, const QString &project, const QString &application);
    void takeRight(AccountRight right, std::optional<bool> has);
    void takeVisible(const std::optional<Visible> &visible);
    void takeAll();
    void tell();

    QPointer<ArgoCdClient> m_client; ///< null: it went meanwhile
    QStringList m_projects;
    Query m_query;
    AccountRights m_rights;
    std::optional<Error> m_trouble; ///< that says nothing of rights
    int m_awaited = 0;
    bool m_isNarrowed = false; ///< single applications were asked about
};

} // namespace lynceus
