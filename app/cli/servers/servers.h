#pragma once

#include "app/cli/servers/serverconnection.h"
#include "core/domain/instances/instancerules.h"
#include "core/engine/instances/instanceregistry.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace lynceus {

class StoredSignIns;

/// Options for a single server are invalid with stored instances: BadInput names the first one.
[[nodiscard]] Result<void> checkAgainstStored(const ServerOptions &options);

/// The servers of one call: the one from options or environment, otherwise the stored instances.
class Servers final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<ServerConnection>)>;

    /// Prints warnings and notices on standard error. BadInput: invalid options, or no server.
    [[nodiscard]] static Result<std::unique_ptr<Servers>> open(const ServerOptions &options, const Clock &clock);
    /// The stored instances, regardless of the environment: stored data belongs only to them.
    [[nodiscard]] static Result<std::unique_ptr<Servers>> openStored(const Clock &clock);
    ~Servers() override;

    /// The default servers: all instances that are not paused. One name for a call with --server.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// The stored name for a name that the user typed. BadInput with the nearest names if there is none.
    [[nodiscard]] Result<QString> named(const QString &typed) const;
    /// Instance::id of a stored instance; @p name as in names().
    [[nodiscard]] QString idOf(const QString &name) const;
    /// Null for the server of a call with --server. Valid until the settings change.
    [[nodiscard]] const Instance *stored(const QString &name) const;
    /// For the remedies of errors; @p name as in names().
    [[nodiscard]] WayToServer way(const QString &name) const;
    [[nodiscard]] bool isOneOff() const { return m_oneOff.has_value(); }

    /// Gets the connection; calls @p answer later, once, and never after @p context was destroyed. Errors: certificate
    /// files or a keychain cannot be read.
    void connectTo(const QString &name, QObject *context, Answer answer);

private:
    explicit Servers(const Clock &clock);
    [[nodiscard]] Result<void> openRegistry(const QString &ifNone);

    const Clock &m_clock;
    std::optional<ServerConnection> m_oneOff;
    std::unique_ptr<InstanceRegistry> m_registry;
    std::unique_ptr<StoredSignIns> m_signIns;
    QStringList m_names;
};

} // namespace lynceus
