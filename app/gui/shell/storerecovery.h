#pragma once

#include <QObject>

class QWidget;

namespace lynceus {

class Engine;
class Notices;

/// Recovery if the store of watches and history cannot be used: shows a notice with a button that sets the file at its
/// path aside after a confirmation.
class StoreRecovery final : public QObject
{
    Q_OBJECT
public:
    /// @p window becomes the parent of the confirmation. Construct before Engine::start(); all arguments must outlive
    /// this.
    StoreRecovery(Engine &engine, Notices &notices, QWidget *window);

private:
    void confirm();
    void setAside();

    Engine &m_engine;
    Notices &m_notices;
    QWidget *m_window;
    QString m_sentence; ///< text of the notice
};

} // namespace lynceus
