#pragma once

#include "core/engine/facade/engine.h"
#include "core/io/ipc/ownersocket.h"

#include <QObject>
#include <QSet>

namespace lynceus {

/// What other processes of the same person may look at, as it is at the moment of the answer:
///
/// | verb | arguments | parts | result |
/// |---|---|---|---|
/// | watch-board | | `watches`: WatchRecords, by registration | |
/// | watch-history | `query`: HistoryQuery | `watches`, newest first | |
/// | watch-story | `id` | | a WatchDetails |
/// | sign-in-changed | `instance`: its id | | |
/// | applications | `instance`: as instances.json has it | `applications`: bytes of applicationblob.h | |
///
/// Applications are only told of an instance that is the asker's to the last field, and whose feed hears of each change
/// (Connection::Live): its first part has `heardAt` in ms of our clock and `count`. Else NotAllowed; so
/// it is, too, after somebody signed in or out in another process: the engine may go on as who it was.
class OwnerQueries final : public QObject
{
    Q_OBJECT
public:
    explicit OwnerQueries(Engine &engine, QObject *parent = nullptr);

    /// False: it is none of these verbs.
    [[nodiscard]] bool answer(const OwnerQuestion &question);

private:
    void tellBoard(const OwnerQuestion &question);
    void tellHistory(const OwnerQuestion &question);
    void tellStory(const OwnerQuestion &question);
    void tellApplications(const OwnerQuestion &question);
    void noteSignIn(const OwnerQuestion &question);

    Engine &m_engine;
    QSet<QString> m_signedInElsewhere; ///< Instance::id
};

} // namespace lynceus
