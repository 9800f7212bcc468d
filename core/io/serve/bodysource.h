#pragma once

#include <QByteArray>
#include <QObject>

namespace lynceus {

/// The body of an answer whose end is not known when it starts. A connection asks for more when its client has taken
/// everything, so that a slow client only needs memory for one piece.
class BodySource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The next piece, about 64 KiB at most; empty: nothing now.
    [[nodiscard]] virtual QByteArray next() = 0;

Q_SIGNALS:
    /// next() has data.
    void ready();
    /// Nothing follows the last result of next().
    void ended();
};

} // namespace lynceus
