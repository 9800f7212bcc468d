#pragma once

#include "core/engine/teamserver/teamserverstate.h"

#include <QObject>

class QMenu;
class QWidget;

namespace lynceus {

class Engine;
class InstanceCard;

/// Implements the actions of team server cards on the Instances page.
class TeamServerCards final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs become children of @p page.
    TeamServerCards(Engine &engine, QWidget &page);

    [[nodiscard]] int runningTasks(const QString &server) const;
    void fillMenu(const InstanceCard &card, QMenu &menu);
    void remedy(const InstanceCard &card);

Q_SIGNALS:
    /// The result of an action, for the card of @p server.
    void reported(const QString &server, bool good, const QString &sentence);

private:
    void enterToken(const TeamServerInstance &server);
    void rename(const TeamServerInstance &server);
    void remove(const TeamServerInstance &server);
    void reportTrouble(const QString &server, const Error &error);

    Engine &m_engine;
    QWidget &m_page;
};

} // namespace lynceus
