#pragma once

#include "core/engine/doctor/finding.h"
#include "core/io/keychain/keychainprobe.h"

#include <QObject>

namespace lynceus {

/// Whether the keychain keeps secrets: see KeychainProbe.
class KeychainCheck final : public QObject
{
    Q_OBJECT
public:
    /// @p isNeeded: somebody signs in somewhere; else a keychain that cannot be used is only a warning.
    KeychainCheck(Keychain &keychain, bool isNeeded, QObject *parent = nullptr);

    void start() { m_probe.start(); }

Q_SIGNALS:
    /// Once.
    void done(const lynceus::Finding &finding);

private:
    void take(const std::optional<KeychainProblem> &problem);

    KeychainProbe m_probe;
    bool m_isNeeded;
};

} // namespace lynceus
