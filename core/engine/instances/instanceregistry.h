#pragma once

#include "core/domain/model/instance.h"
#include "core/engine/instances/instancesecrets.h"
#include "core/engine/instances/instancestate.h"
#include "core/io/clock.h"
#include "core/io/settings/instancesfile.h"

#include <QFileSystemWatcher>
#include <QFuture>
#include <QObject>

#include <vector>

namespace lynceus {

/// The instances that a person set up: the file, kept and watched, and what a server says of itself before anybody
/// signs in. Lives on the engine's thread, or on a command's. Secrets are never here.
///
/// Another process (`lynceus instances add` beside a window) may change the file: each change reads it again under a
/// lock before it writes, and a change from outside is told by the same signals.
class InstanceRegistry final : public QObject
{
    Q_OBJECT
public:
    InstanceRegistry(InstancesFile file, const Clock &clock, QObject *parent = nullptr);
    ~InstanceRegistry() override;

    /// Reads the file; instanceChanged() comes for each, noticeRaised() if it was set aside.
    void open();

    [[nodiscard]] const std::vector<Instance> &instances() const { return m_instances; }
    /// Null if there is none. Both pointers are good until the next change.
    [[nodiscard]] const Instance *withId(QStringView id) const;
    [[nodiscard]] const Instance *named(QStringView name) const;

    /// A new one if its id is empty, else the changed one; the result is its id. BadInput names the field
    /// (checkedInstance()), NotFound if the id is not there any more, or why the file cannot be written: nothing has
    /// changed then.
    [[nodiscard]] Result<QString> save(const Instance &instance);
    /// A new one whose id is made already, because something is filed under it; BadInput as above.
    [[nodiscard]] Result<void> add(const Instance &instance);
    /// All or none.
    [[nodiscard]] Result<void> addAll(const std::vector<Instance> &instances);
    [[nodiscard]] static QString newId();
    [[nodiscard]] Result<void> rename(const QString &id, const QString &name);
    /// The one that was removed. Its secrets are the keychain's business.
    [[nodiscard]] Result<Instance> remove(const QString &id);

    /// Asks /api/version and /api/v1/settings without credentials: at the typed address, above it, and at the usual
    /// base paths; follows one redirect, never from https to http. Only address, TLS and proxy of @p instance count.
    /// Errors of the address that was typed. Settles exactly once, never after @p context died.
    [[nodiscard]] QFuture<Result<InstanceProbe>> probe(const Instance &instance, QObject *context);
    /// The same through a gateway that wants the headers of @p secrets; they go to the typed origin only.
    [[nodiscard]] QFuture<Result<InstanceProbe>> probe(const Instance &instance, const InstanceSecrets &secrets,
                                                       QObject *context);
    /// What the server shows, also if it is trusted (then `problem` is empty). Sends no credentials.
    [[nodiscard]] QFuture<Result<UntrustedCertificate>> certificate(const Instance &instance, QObject *context);
    /// The same for an address; the proxy is that of the instance that has this address, else the system's.
    [[nodiscard]] QFuture<Result<UntrustedCertificate>> certificate(const QUrl &baseUrl, QObject *context);

Q_SIGNALS:
    /// New, or anything about it changed.
    void instanceChanged(const lynceus::Instance &instance);
    void instanceRemoved(const QString &id);
    /// One sentence: a file that was set aside.
    void noticeRaised(const QString &sentence);

private:
    void reload();
    void take(std::vector<Instance> instances);
    template<typename Change>
    [[nodiscard]] Result<void> change(Change apply);
    void watch();

    InstancesFile m_file;
    const Clock &m_clock;
    std::vector<Instance> m_instances;
    QFileSystemWatcher m_watcher;
};

} // namespace lynceus
