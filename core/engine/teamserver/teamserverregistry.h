#pragma once

#include "core/domain/teamserver/teamserver.h"
#include "core/io/settings/teamserversfile.h"

#include <QFileSystemWatcher>
#include <QObject>

#include <vector>

namespace lynceus {

/// The team servers that are configured: the file, kept and watched. Lives on the engine's thread, or on a command's.
/// Secrets are never here. Another process may change the file, as InstanceRegistry says for its own.
class TeamServerRegistry final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 50; ///< each is followed all the time, with a stream or polled

    explicit TeamServerRegistry(TeamServersFile file, QObject *parent = nullptr);
    ~TeamServerRegistry() override;

    /// Reads the file; serverChanged() comes for each, noticeRaised() if it was set aside.
    void open();

    [[nodiscard]] const std::vector<TeamServerInstance> &servers() const { return m_servers; }
    /// Null if there is none. Both pointers are good until the next change.
    [[nodiscard]] const TeamServerInstance *withId(QStringView id) const;
    [[nodiscard]] const TeamServerInstance *named(QStringView name) const;
    /// What has a name already, for checkedInstance().
    [[nodiscard]] std::vector<Instance> places() const;

    /// A new one whose id is made already, because its credential is filed under it; names are unique beside @p others,
    /// the Argo CD instances. BadInput names the field, or why the file cannot be written: nothing has changed then.
    [[nodiscard]] Result<void> add(const TeamServerInstance &server, const std::vector<Instance> &others);
    [[nodiscard]] Result<void> rename(const QString &id, const QString &name, const std::vector<Instance> &others);
    /// With another credential, whose value is in the keychain already; empty: with none.
    [[nodiscard]] Result<void> setCredentialHeader(const QString &id, const QString &header);
    /// NotFound if it is not there any more. Its secrets are the keychain's business.
    [[nodiscard]] Result<void> remove(const QString &id);

Q_SIGNALS:
    /// New, or anything about it changed.
    void serverChanged(const lynceus::TeamServerInstance &server);
    void serverRemoved(const QString &id);
    /// One sentence: a file that was set aside.
    void noticeRaised(const QString &sentence);

private:
    using Servers = std::vector<TeamServerInstance>;
    void reload();
    void take(StoredList<TeamServerInstance> stored);
    [[nodiscard]] Result<void> change(const std::function<Result<void>(Servers &)> &apply);
    void watch();

    TeamServersFile m_file;
    Servers m_servers;
    QFileSystemWatcher m_watcher;
};

} // namespace lynceus
