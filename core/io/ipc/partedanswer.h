#pragma once

#include <QCborMap>
#include <QCborValue>
#include <QLocalSocket>
#include <QObject>

#include <functional>
#include <optional>

namespace lynceus {

/// Sends an answer that is too much for one message: the next part when the asker's system has taken the one before,
/// so that only one of them is in memory and other work of this thread comes in between. Goes with its socket, or when
/// all is sent.
class PartedAnswer final : public QObject
{
    Q_OBJECT
public:
    /// Nothing: that was all.
    using NextPart = std::function<std::optional<QCborMap>()>;

    PartedAnswer(QLocalSocket *asker, QCborValue id, NextPart next);

private:
    void send();

    QLocalSocket *m_asker; ///< our parent
    QCborValue m_id;
    NextPart m_next;
};

} // namespace lynceus
