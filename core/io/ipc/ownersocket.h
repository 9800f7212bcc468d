#pragma once

#include "core/domain/base/time.h"
#include "core/io/ipc/ipcframe.h"
#include "core/io/ipc/ownerplace.h"
#include "core/io/ipc/partedanswer.h"

#include <QLocalServer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace lynceus {

/// One question of another process of the same person, to be answered exactly once (or dropped, when the asker went).
struct OwnerQuestion
{
    using Reply = std::function<void(const Result<QCborMap> &)>;
    using NextPart = PartedAnswer::NextPart;

    QString verb;
    QCborMap arguments;
    Reply answer;
    std::function<void(NextPart)> answerInParts; ///< instead, for what may be more than some megabytes
};

/// The owner's side of the socket: 0600 and only for processes of the same user, framed messages
/// {"id","verb","arguments"} → {"id","result"|"error"}, with any number of {"id","part"} before it. The first message
/// that it sends is {"lynceus":protocol,"version","role"}.
class OwnerSocket final : public QObject
{
    Q_OBJECT
public:
    /// Grows when a message changes its meaning; new verbs and fields do not count.
    static constexpr int kProtocol = 1;

    /// @p role "window" or "daemon".
    OwnerSocket(OwnerPlace place, QString role, QObject *parent = nullptr);
    ~OwnerSocket() override;

    /// Only the owner of the lock may call it: a socket file that is left over is removed.
    /// Error::Kind::BadInput with the system's reason.
    [[nodiscard]] Result<void> listen();
    void close();

    /// How often it looks whether Qt closed the server: it does where the process has no file descriptors left for a
    /// connection (Qt 6.4), and says nothing.
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

/// Errors as they cross the socket.
[[nodiscard]] QCborMap toCbor(const Error &error);
[[nodiscard]] Error errorFrom(const QCborMap &map);

} // namespace lynceus
