#pragma once

#include "core/domain/model/instance.h"
#include "core/engine/instances/instancesecrets.h"
#include "core/engine/instances/instancestate.h"
#include "core/io/clock.h"
#include "core/io/settings/instancesfile.h"

#include <QFileSystemWatcher>
#include <QFuture>
#include <QObject>
#include <QTimer>

#include <vector>

namespace lynceus {

/// The configured instances: reads, writes and watches their file, and probes servers before the sign-in. Lives in the
/// engine's thread or in that of a command. Contains no secrets.
///
/// Other processes may change the file (`lynceus instances add`): each change reads it again under a lock before
/// writing, and external changes emit the same signals. While the file is missing or not completely valid, the
/// instances read before stay in use: only a valid file removes instances, because their sign-ins and watches end with
/// them.
class InstanceRegistry final : public QObject
{
    Q_OBJECT
public:
    InstanceRegistry(InstancesFile file, const Clock &clock, QObject *parent = nullptr);
    ~InstanceRegistry() override;

    /// Reads the file. Emits instanceChanged() for each instance, and noticeRaised() if the file is not valid.
    void open();

    [[nodiscard]] const std::vector<Instance> &instances() const { return m_instances; }
    /// Null if there is none. Both pointers are valid until the next change.
    [[nodiscard]] const Instance *withId(QStringView id) const;
    [[nodiscard]] const Instance *named(QStringView name) const;

    /// Adds the instance if its id is empty, otherwise changes it; returns its id. BadInput names the invalid field
    /// (checkedInstance()) or why the file cannot be written; NotFound: unknown id. Nothing was changed then.
    [[nodiscard]] Result<QString> save(const Instance &instance);
    /// Adds an instance that already has an id, because data is stored under it. BadInput as for save().
    [[nodiscard]] Result<void> add(const Instance &instance);
    /// Adds all or none.
    [[nodiscard]] Result<void> addAll(const std::vector<Instance> &instances);
    [[nodiscard]] static QString newId();
    [[nodiscard]] Result<void> rename(const QString &id, const QString &name);
    /// Returns the removed instance. Does not delete its secrets from the keychain.
    [[nodiscard]] Result<Instance> remove(const QString &id);

    /// Requests /api/version and /api/v1/settings without credentials: at the entered address, above it, and at common
    /// base paths. Follows one redirect, never from https to http. Uses only address, TLS and proxy of @p instance.
    /// Errors: those of the entered address. Settles exactly once, and never after @p context was destroyed.
    [[nodiscard]] QFuture<Result<InstanceProbe>> probe(const Instance &instance, QObject *context);
    /// Like probe(), with the gateway headers in @p secrets, which are sent only to the entered origin.
    [[nodiscard]] QFuture<Result<InstanceProbe>> probe(const Instance &instance, const InstanceSecrets &secrets,
                                                       QObject *context);
    /// The certificate that the server presents; `problem` is empty if it is trusted. Sends no credentials.
    [[nodiscard]] QFuture<Result<UntrustedCertificate>> certificate(const Instance &instance, QObject *context);
    /// Like certificate() for an address; uses the proxy of the instance with this address, otherwise the system's.
    [[nodiscard]] QFuture<Result<UntrustedCertificate>> certificate(const QUrl &baseUrl, QObject *context);

Q_SIGNALS:
    /// The instance is new or has changed.
    void instanceChanged(const lynceus::Instance &instance);
    void instanceRemoved(const QString &id);
    /// One sentence: the file is not valid, or was missing and is written again.
    void noticeRaised(const QString &sentence);

private:
    void reload();
    /// If the fault lasts: some editors remove or empty a file before they write it. Writes a missing file again, but
    /// never an invalid one.
    void reportFault();
    void take(std::vector<Instance> instances);
    template<typename Change>
    [[nodiscard]] Result<void> change(Change apply);
    void watch();

    InstancesFile m_file;
    const Clock &m_clock;
    std::vector<Instance> m_instances;
    QFileSystemWatcher m_watcher;
    QTimer m_settling; ///< the file is missing or invalid
    bool m_isFaultReported = false;
};

} // namespace lynceus
