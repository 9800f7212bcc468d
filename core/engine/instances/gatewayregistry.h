#pragma once

#include "core/engine/instances/gatewayheaders.h"
#include "core/io/http/instanceaccess.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace lynceus {

/// The ways to all instances: certificates from their files, values of gateways' headers from the keychain. Those are
/// read once and kept in memory, so that a keychain that is locked later cuts nobody off.
class GatewayRegistry final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(const Result<InstanceAccess> &)>;

    explicit GatewayRegistry(Keychain &keychain, QObject *parent = nullptr);

    /// At once where the keychain is not needed, else when it has answered, which it does within its deadline.
    /// Errors: as accessFor(), and SignInNeeded with the keychain's own sentence.
    void access(const Instance &instance, Answer answer);
    /// The same for the headers alone.
    void headers(const Instance &instance, std::function<void(const Result<HeaderValues> &)> answer);
    /// Its headers could not be read because the keychain is locked, denied, silent or absent.
    [[nodiscard]] bool isShut(const QString &instance) const { return m_shut.contains(instance); }
    /// Forgets what is in memory.
    void forget(const QString &instance);

private:
    struct Known
    {
        QString entry; ///< of the keychain
        QStringList names;
        HeaderValues values;
    };

    Keychain &m_keychain;
    QHash<QString, Known> m_known; ///< by Instance::id
    QSet<QString> m_shut;
};

} // namespace lynceus
