#pragma once

#include <QCborMap>
#include <QCborValue>
#include <QLocalSocket>
#include <QObject>

#include <functional>
#include <optional>

namespace lynceus {

/// Sends an answer that is too large for one message: the next part when the receiver's system has taken the previous
/// one, so that only one part is in memory and other work of this thread can run in between. Deletes itself with its
/// socket, or at the end.
class PartedAnswer final : public QObject
{
    Q_OBJECT
public:
    /// Empty: end of the answer.
    using NextPart = std::function<std::optional<QCborMap>()>;

    PartedAnswer(QLocalSocket *asker, QCborValue id, NextPart next);

private:
    void send();

    QLocalSocket *m_asker; ///< our parent
    QCborValue m_id;
    NextPart m_next;
};

} // namespace lynceus
