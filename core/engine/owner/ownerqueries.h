#pragma once

#include "core/engine/facade/engine.h"
#include "core/io/ipc/ownersocket.h"

#include <QObject>
#include <QSet>

namespace lynceus {

/// Answers queries of other processes of the user from the current state:
///
/// | verb | arguments | parts | result |
/// |---|---|---|---|
/// | watch-board | | `watches`: WatchRecords, in order of registration | |
/// | watch-history | `query`: HistoryQuery | `watches`, newest first | |
/// | watch-story | `id` | | a WatchDetails |
/// | sign-in-changed | `instance`: its id | | |
/// | applications | `instance`: as in instances.json | `applications`: bytes of applicationblob.h | |
///
/// Applications are returned only if the instance equals the sender's in all fields and its feed receives each change
/// (Connection::Live); the first part also has `receivedAt` in ms of our clock and `count`. Otherwise, and after
/// another process signed in or out, the answer is NotAllowed: the engine may still use the previous account.
class OwnerQueries final : public QObject
{
    Q_OBJECT
public:
    explicit OwnerQueries(Engine &engine, QObject *parent = nullptr);

    /// False if the verb is not one of these.
    [[nodiscard]] bool answer(const OwnerQuestion &question);

private:
    void answerBoard(const OwnerQuestion &question);
    void answerHistory(const OwnerQuestion &question);
    void answerWatch(const OwnerQuestion &question);
    void answerApplications(const OwnerQuestion &question);
    void noteSignIn(const OwnerQuestion &question);

    Engine &m_engine;
    QSet<QString> m_signedInElsewhere; ///< Instance::id
};

} // namespace lynceus
