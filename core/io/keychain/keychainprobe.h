#pragma once

#include "core/io/keychain/keychain.h"

#include <QByteArray>

namespace lynceus {

/// Checks whether a keychain stores secrets by writing, reading and removing a test entry, within the keychain's
/// deadlines.
class KeychainProbe final : public QObject
{
    Q_OBJECT
public:
    explicit KeychainProbe(Keychain &keychain, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Emitted once. @p problem: why it does not store secrets; empty if it does.
    void done(const std::optional<lynceus::KeychainProblem> &problem);

private:
    void read();
    void remove(const std::optional<KeychainProblem> &problem);

    Keychain &m_keychain;
    QString m_entry;
    QByteArray m_value;
};

} // namespace lynceus
