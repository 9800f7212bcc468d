#pragma once

#include "core/engine/instances/gatewayheaders.h"
#include "core/io/http/requests/instanceaccess.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace lynceus {

/// Creates the access data of all instances: certificates from files, gateway header values from the keychain. Values
/// are read once and kept in memory, so that a keychain that is locked later does not interrupt connections.
class GatewayRegistry final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(const Result<InstanceAccess> &)>;

    explicit GatewayRegistry(Keychain &keychain, QObject *parent = nullptr);

    /// Calls @p answer at once if the keychain is not needed, otherwise after the keychain answered or timed out.
    /// Errors: those of accessFor(), and SignInNeeded with the message of the keychain.
    void access(const Instance &instance, Answer answer);
    /// Like access(), for the header values only.
    void headers(const Instance &instance, std::function<void(const Result<HeaderValues> &)> answer);
    /// True if the header values could not be read because the keychain is locked, denied, not responding or missing.
    [[nodiscard]] bool isShut(const QString &instance) const { return m_shut.contains(instance); }
    /// Deletes the values from memory.
    void forget(const QString &instance);

private:
    struct Known
    {
        QString entry; ///< name of the keychain entry
        QStringList names;
        HeaderValues values;
    };

    Keychain &m_keychain;
    QHash<QString, Known> m_known; ///< by Instance::id
    QSet<QString> m_shut;
};

} // namespace lynceus
