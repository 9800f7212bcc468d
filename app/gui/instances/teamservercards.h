#pragma once

#include "core/engine/teamserver/teamserverstate.h"

#include <QObject>

class QMenu;
class QWidget;

namespace lynceus {

class Engine;
class InstanceCard;

/// What can be done with the cards of team servers on the Instances page.
class TeamServerCards final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs are @p page's.
    TeamServerCards(Engine &engine, QWidget &page);

    [[nodiscard]] int runningTasks(const QString &server) const;
    void fillMenu(const InstanceCard &card, QMenu &menu);
    void remedy(const InstanceCard &card);

Q_SIGNALS:
    /// The outcome of something, for the card of @p server.
    void told(const QString &server, bool good, const QString &sentence);

private:
    void enterToken(const TeamServerInstance &server);
    void rename(const TeamServerInstance &server);
    void remove(const TeamServerInstance &server);
    void tellTrouble(const QString &server, const Error &error);

    Engine &m_engine;
    QWidget &m_page;
};

} // namespace lynceus
