#pragma once

#include "core/engine/doctor/finding.h"
#include "core/io/keychain/keychain.h"

#include <QObject>

namespace lynceus {

/// Puts a throw-away entry into the keychain, reads it and removes it. Within the keychain's own deadlines.
class KeychainCheck final : public QObject
{
    Q_OBJECT
public:
    /// @p isNeeded: somebody signs in somewhere; else a keychain that cannot be used is only a warning.
    KeychainCheck(Keychain &keychain, bool isNeeded, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Once.
    void done(const lynceus::Finding &finding);

private:
    void read();
    void remove(const QString &trouble);
    void tell(const KeychainProblem &problem);
    [[nodiscard]] Finding finding(Finding::State state, const QString &sentence, const QString &remedy = {}) const;

    Keychain &m_keychain;
    bool m_isNeeded;
    QString m_entry;
    QByteArray m_value;
};

} // namespace lynceus
