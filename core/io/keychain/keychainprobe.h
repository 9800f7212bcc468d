#pragma once

#include "core/io/keychain/keychain.h"

#include <QByteArray>

namespace lynceus {

/// Finds out whether a keychain keeps secrets: writes an entry of its own, reads it and removes it. Within the
/// keychain's own deadlines.
class KeychainProbe final : public QObject
{
    Q_OBJECT
public:
    explicit KeychainProbe(Keychain &keychain, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Once. @p problem: why it does not keep secrets; nothing if it does.
    void done(const std::optional<lynceus::KeychainProblem> &problem);

private:
    void read();
    void remove(const std::optional<KeychainProblem> &problem);

    Keychain &m_keychain;
    QString m_entry;
    QByteArray m_value;
};

} // namespace lynceus
