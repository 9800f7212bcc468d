#pragma once

#include <QByteArray>
#include <QObject>

namespace lynceus {

/// The body of an answer whose end is not known when it begins. A connection asks for more whenever its client has
/// taken all that it was sent, so that a slow client costs the memory of one piece.
class BodySource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What comes next, at most about 64 KiB; empty: nothing now.
    [[nodiscard]] virtual QByteArray next() = 0;

Q_SIGNALS:
    /// next() has something.
    void ready();
    /// Nothing comes after what next() gave last.
    void ended();
};

} // namespace lynceus
