#pragma once

#include <QObject>

class QWidget;

namespace lynceus {

class Engine;
class Notices;

/// The way out where the store of watches and history cannot be used: a notice with a button that sets aside what is in
/// its place, after a confirmation.
class StoreRecovery final : public QObject
{
    Q_OBJECT
public:
    /// @p window is what the confirmation belongs to. To be made before Engine::start(); all outlive this.
    StoreRecovery(Engine &engine, Notices &notices, QWidget *window);

private:
    void confirm();
    void setAside();

    Engine &m_engine;
    Notices &m_notices;
    QWidget *m_window;
    QString m_sentence; ///< of the notice
};

} // namespace lynceus
