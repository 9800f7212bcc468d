#pragma once

#include "core/domain/time/time.h"
#include "core/io/ipc/ipcframe.h"
#include "core/io/ipc/ownerplace.h"
#include "core/io/ipc/partedanswer.h"

#include <QLocalServer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace lynceus {

/// A question from another process of the user, to be answered exactly once (or dropped if that process exited).
struct OwnerQuestion
{
    using Reply = std::function<void(const Result<QCborMap> &)>;
    using NextPart = PartedAnswer::NextPart;

    QString verb;
    QCborMap arguments;
    Reply answer;
    std::function<void(NextPart)> answerInParts; ///< used instead of `answer` if the answer may exceed some megabytes
};

/// The owner's side of the socket: mode 0600, only for processes of the same user. Framed messages
/// {"id","verb","arguments"} → {"id","result"|"error"}, with any number of {"id","part"} before. Its first message is
/// {"lynceus":protocol,"version","role"}.
class OwnerSocket final : public QObject
{
    Q_OBJECT
public:
    /// Increased when a message changes its meaning; new verbs and fields do not count.
    static constexpr int kProtocol = 1;

    /// @p role "window" or "daemon".
    OwnerSocket(OwnerPlace place, QString role, QObject *parent = nullptr);
    ~OwnerSocket() override;

    /// Only for the holder of the lock: removes a leftover socket file. Error::Kind::BadInput with the system's reason.
    [[nodiscard]] Result<void> listen();
    void close();

    /// How often to check whether Qt closed the server: Qt 6.4 does this silently if the process has no file
    /// descriptors left for a connection.
    static constexpr Duration kReopening{1'000};

Q_SIGNALS:
    void asked(const lynceus::OwnerQuestion &question);

private:
    void accept();
    void take(QLocalSocket *socket, IpcFrameSplitter &splitter);

    OwnerPlace m_place;
    QString m_role;
    QLocalServer m_server;
    QTimer m_reopening; // runs from listen() to close()
};

/// Errors as sent over the socket.
[[nodiscard]] QCborMap toCbor(const Error &error);
[[nodiscard]] Error errorFrom(const QCborMap &map);

} // namespace lynceus
