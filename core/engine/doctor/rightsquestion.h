#pragma once

#include "core/domain/argocd/requests/requests.h"
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

/// Reads the permissions of the account of a client: for every application or, if it may not read every one, for those
/// that it sees.
class RightsQuestion final : public QObject
{
    Q_OBJECT
public:
    /// The applications that the account sees.
    struct Visible
    {
        int count = 0;
        std::vector<std::pair<QString, QString>> samples; ///< project and name, one per project

        void add(const Application &application);
    };
    /// Empty: could not be read.
    using Seen = std::function<void(const std::optional<Visible> &visible)>;
    /// Reads the visible applications; calls @p seen at once or later, unless @p context was destroyed.
    using Query = std::function<void(QObject *context, Seen seen)>;

    /// @p projects: the projects to check; empty: all.
    RightsQuestion(ArgoCdClient &client, QStringList projects, Query query, QObject *parent);

    void ask();

Q_SIGNALS:
    /// Emitted once.
    void answered(const lynceus::AccountRights &rights);
    /// Emitted once instead of answered(): the server could not be asked.
    void failed(const lynceus::Error &error);

private:
    void askRight(AccountRight right, const QString &project, const QString &application);
    void takeRight(AccountRight right, std::optional<bool> has);
    void takeVisible(const std::optional<Visible> &visible);
    void takeAll();
    void report();

    QPointer<ArgoCdClient> m_client; ///< null if it was destroyed meanwhile
    QStringList m_projects;
    Query m_query;
    AccountRights m_rights;
    std::optional<Error> m_trouble; ///< an error that does not imply missing permissions
    int m_awaited = 0;
    bool m_isNarrowed = false; ///< single applications were checked
};

} // namespace lynceus
