#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace lynceus {

/// Turns SIGINT and SIGTERM into a signal of the event loop while it lives. The second one ends the process
/// the system's way, in case the first cannot be served. One at a time.
class Interruption final : public QObject
{
    Q_OBJECT
public:
    explicit Interruption(QObject *parent = nullptr);
    ~Interruption() override;

Q_SIGNALS:
    void interrupted();

private:
    int m_readEnd = -1;
    int m_writeEnd = -1;
    QSocketNotifier m_notifier{QSocketNotifier::Read};
};

} // namespace lynceus
