#pragma once

#include "core/io/ipc/ipcframe.h"
#include "core/io/ipc/ownerplace.h"

#include <QHash>
#include <QLocalSocket>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace lynceus {

/// Asks the process that owns the engine. Errors: Unreachable if there is no owner or it went, TimedOut after
/// kDeadline of silence, Forbidden if it runs as another user, Malformed if the other side is of a protocol that we do
/// not speak, TooLarge for more than kAnswerCap, and those that the owner answers.
class OwnerClient final : public QObject
{
    Q_OBJECT
public:
    using Then = std::function<void(const Result<QCborMap> &)>;
    using Part = std::function<void(const QCborMap &)>;
    static constexpr std::chrono::milliseconds kDeadline{10'000}; ///< for one question; the owner may be starting
    static constexpr qint64 kAnswerCap = 1LL << 29;               ///< bytes of all parts; 50,000 applications are 40 MB

    explicit OwnerClient(OwnerPlace place, QObject *parent = nullptr);
    ~OwnerClient() override;

    /// Questions may be asked at once; they wait for the greeting. @p then is called exactly once, not from within
    /// this call, and never after @p context died or this was destroyed.
    void ask(const QString &verb, const QCborMap &arguments, QObject *context, Then then);
    /// The same for an answer that comes in parts, each to @p part; only a result of @p then says that it is whole.
    void ask(const QString &verb, const QCborMap &arguments, QObject *context, Part part, Then then);
    /// Instead of kDeadline; before anything is asked.
    void setDeadline(std::chrono::milliseconds deadline) { m_deadline.setInterval(deadline); }

    /// "window" or "daemon", once greeted.
    [[nodiscard]] const QString &role() const { return m_role; }
    /// Of the owner's program, once greeted.
    [[nodiscard]] const QString &version() const { return m_version; }

Q_SIGNALS:
    /// The owner is there and speaks our protocol.
    void greeted();
    /// No owner, or it went; every open question was answered before.
    void lost(const lynceus::Error &error);

private:
    struct Open
    {
        QPointer<QObject> context;
        Part part;
        Then then;
    };

    void connectToOwner();
    void take();
    void takeMessage(const QCborMap &message);
    void fail(const Error &error);

    OwnerPlace m_place;
    QLocalSocket m_socket;
    IpcFrameSplitter m_splitter;
    QTimer m_deadline;
    QString m_role;
    QString m_version;
    qint64 m_received = 0; // bytes
    QHash<qint64, Open> m_open;
    std::vector<QCborMap> m_waiting; // asked before the greeting
    qint64 m_lastId = 0;
    bool m_over = false;
};

} // namespace lynceus
