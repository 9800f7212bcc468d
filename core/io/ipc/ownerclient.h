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

/// Sends questions to the process that owns the engine. Errors: Unreachable if there is no owner or it exited, TimedOut
/// after kDeadline without data, Forbidden if it runs as another user, Malformed if it uses an unknown protocol,
/// TooLarge for more than kAnswerCap, and those of the owner.
class OwnerClient final : public QObject
{
    Q_OBJECT
public:
    using Then = std::function<void(const Result<QCborMap> &)>;
    using Part = std::function<void(const QCborMap &)>;
    static constexpr std::chrono::milliseconds kDeadline{10'000}; ///< per question; the owner may be starting
    static constexpr qint64 kAnswerCap = 1LL << 29;               ///< bytes of all parts; 50,000 applications are 40 MB

    explicit OwnerClient(OwnerPlace place, QObject *parent = nullptr);
    ~OwnerClient() override;

    /// Can be called at once; questions wait for the greeting. Calls @p then exactly once, not during this call, and
    /// never after @p context or this was destroyed.
    void ask(const QString &verb, const QCborMap &arguments, QObject *context, Then then);
    /// Like above for an answer in parts, passed to @p part; it is complete only if @p then gets a result.
    void ask(const QString &verb, const QCborMap &arguments, QObject *context, Part part, Then then);
    /// Replaces kDeadline; call before the first question.
    void setDeadline(std::chrono::milliseconds deadline) { m_deadline.setInterval(deadline); }

    /// "window" or "daemon", after greeted().
    [[nodiscard]] const QString &role() const { return m_role; }
    /// Version of the owner's program, after greeted().
    [[nodiscard]] const QString &version() const { return m_version; }

Q_SIGNALS:
    /// The owner is connected and uses our protocol.
    void greeted();
    /// There is no owner, or it exited; all open questions were answered before.
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
