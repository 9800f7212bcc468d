#pragma once

#include "core/engine/doctor/finding.h"
#include "core/io/keychain/keychainprobe.h"

#include <QObject>

namespace lynceus {

/// Checks that the keychain stores secrets. See KeychainProbe.
class KeychainCheck final : public QObject
{
    Q_OBJECT
public:
    /// @p isNeeded: an instance uses a sign-in. Otherwise an unusable keychain is only a warning.
    KeychainCheck(Keychain &keychain, bool isNeeded, QObject *parent = nullptr);

    void start() { m_probe.start(); }

Q_SIGNALS:
    /// Emitted once.
    void done(const lynceus::Finding &finding);

private:
    void take(const std::optional<KeychainProblem> &problem);

    KeychainProbe m_probe;
    bool m_isNeeded;
};

} // namespace lynceus
