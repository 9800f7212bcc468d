#include "core/engine/teamserver/teamserverregistry.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::chrono::seconds kSettlingTime{1};

auto withIdIn(auto &servers, QStringView id)
{
    return std::ranges::find_if(servers, [&](const TeamServerInstance &server) { return server.place.id == id; });
}

Error noSuch(const QString &id)
{
    return {Error::Kind::NotFound, id, u"this team server no longer exists"_s, false, 0};
}

/// @p servers and @p others, except the one with @p id.
std::vector<Instance> placesBut(const QString &id, const std::vector<TeamServerInstance> &servers,
                                std::vector<Instance> others)
{
    for (const auto &server : servers) {
        if (server.place.id != id)
            others.push_back(server.place);
    }
    return others;
}

} // namespace

TeamServerRegistry::TeamServerRegistry(TeamServersFile file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &TeamServerRegistry::reload);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &TeamServerRegistry::reload);
    m_settling.setSingleShot(true);
    connect(&m_settling, &QTimer::timeout, this, &TeamServerRegistry::reportFault);
}

TeamServerRegistry::~TeamServerRegistry() = default;

void TeamServerRegistry::open()
{
    auto stored = m_file.read();
    if (!stored) {
        Q_EMIT noticeRaised(stored.error().message);
        return;
    }
    m_isFaultReported = !stored->notice.isEmpty();
    take(*std::move(stored));
}

const TeamServerInstance *TeamServerRegistry::withId(QStringView id) const
{
    const auto found = withIdIn(m_servers, id);
    return found == m_servers.end() ? nullptr : &*found;
}

const TeamServerInstance *TeamServerRegistry::named(QStringView name) const
{
    const auto found = std::ranges::find_if(m_servers, [&](const TeamServerInstance &server) {
        return name.compare(server.place.name, Qt::CaseInsensitive) == 0;
    });
    return found == m_servers.end() ? nullptr : &*found;
}

std::vector<Instance> TeamServerRegistry::places() const
{
    return placesBut({}, m_servers, {});
}

void TeamServerRegistry::watch()
{
    // Atomic writes replace the file, which only a watch on its folder detects.
    const QFileInfo file(m_file.fileName());
    for (const auto &path : {file.absolutePath(), file.absoluteFilePath()}) {
        if (QFileInfo::exists(path) && !m_watcher.files().contains(path) && !m_watcher.directories().contains(path))
            m_watcher.addPath(path);
    }
}

void TeamServerRegistry::reload()
{
    auto valid = m_file.readValid();
    watch();
    if (!valid) {
        if (!m_settling.isActive())
            m_settling.start(kSettlingTime);
        return;
    }
    m_settling.stop();
    m_isFaultReported = false;
    take({*std::move(valid), {}});
}

void TeamServerRegistry::reportFault()
{
    const auto valid = m_file.readValid();
    if (valid)
        return reload();
    const QFileInfo file(m_file.fileName());
    const bool isThere = file.exists() || file.isSymLink();
    const bool isUnused = m_servers.empty() && !isThere;
    if (isUnused)
        return;
    // Otherwise the next addition by another process would create the file without the others.
    if (!m_servers.empty() && !isThere) {
        const auto written = m_file.writeIfMissing(m_servers);
        if (!written) {
            if (!std::exchange(m_isFaultReported, true))
                Q_EMIT noticeRaised(written.error().message);
            return;
        }
        Q_EMIT noticeRaised(u"%1 was missing; Lynceus wrote it again with the team servers that it loaded before"_s.arg(
            m_file.fileName()));
        return reload();
    }
    if (std::exchange(m_isFaultReported, true))
        return;
    Q_EMIT noticeRaised(m_servers.empty() ? valid.error().message
                                          : u"%1; Lynceus keeps using the team servers that it loaded before"_s.arg(
                                              valid.error().message));
}

void TeamServerRegistry::take(StoredList<TeamServerInstance> stored)
{
    const auto before = std::exchange(m_servers, std::move(stored.entries));
    const auto now = m_servers; // copy: slots may change servers
    for (const auto &old : before) {
        if (withIdIn(now, old.place.id) == now.end())
            Q_EMIT serverRemoved(old.place.id);
    }
    for (const auto &server : now) {
        const auto old = withIdIn(before, server.place.id);
        if (old == before.end() || *old != server)
            Q_EMIT serverChanged(server);
    }
    if (!stored.notice.isEmpty())
        Q_EMIT noticeRaised(stored.notice);
    watch();
}

Result<void> TeamServerRegistry::change(const std::function<Result<void>(Servers &)> &apply)
{
    auto stored = m_file.change(apply, m_servers);
    if (!stored)
        return tl::unexpected(stored.error());
    take(*std::move(stored));
    return {};
}

Result<void> TeamServerRegistry::add(const TeamServerInstance &server, const std::vector<Instance> &others)
{
    return change([&](Servers &servers) -> Result<void> {
        if (servers.size() >= kMost)
            return badInput(u"the maximum is %1 team servers"_s.arg(kMost));
        auto checked = checkedTeamServer(server, placesBut({}, servers, others));
        if (!checked)
            return tl::unexpected(checked.error());
        servers.push_back(*std::move(checked));
        return {};
    });
}

Result<void> TeamServerRegistry::rename(const QString &id, const QString &name, const std::vector<Instance> &others)
{
    return change([&](Servers &servers) -> Result<void> {
        const auto found = withIdIn(servers, id);
        if (found == servers.end())
            return tl::unexpected(noSuch(id));
        auto renamed = *found;
        renamed.place.name = name;
        auto checked = checkedTeamServer(renamed, placesBut(id, servers, others));
        if (!checked)
            return tl::unexpected(checked.error());
        *found = *std::move(checked);
        return {};
    });
}

Result<void> TeamServerRegistry::setCredentialHeader(const QString &id, const QString &header)
{
    return change([&](Servers &servers) -> Result<void> {
        const auto found = withIdIn(servers, id);
        if (found == servers.end())
            return tl::unexpected(noSuch(id));
        found->credentialHeader = header;
        return {};
    });
}

Result<void> TeamServerRegistry::remove(const QString &id)
{
    return change([&](Servers &servers) -> Result<void> {
        const auto found = withIdIn(servers, id);
        if (found == servers.end())
            return tl::unexpected(noSuch(id));
        servers.erase(found);
        return {};
    });
}

} // namespace lynceus
