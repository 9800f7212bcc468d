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

/// Options that say something of one server mean nothing for stored ones: BadInput names the first of them.
[[nodiscard]] Result<void> checkAgainstStored(const ServerOptions &options);

/// The servers of one call: the one that options or environment name, else the stored instances.
class Servers final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<ServerConnection>)>;

    /// Says warnings and notices on standard error. BadInput: options that are wrong, or no server at all.
    [[nodiscard]] static Result<std::unique_ptr<Servers>> open(const ServerOptions &options, const Clock &clock);
    /// The stored instances, whatever the environment says: what is kept can only be of them.
    [[nodiscard]] static Result<std::unique_ptr<Servers>> openStored(const Clock &clock);
    ~Servers() override;

    /// Of those that are asked where nobody names one: all but paused ones. One, for a call with --server.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// The name as it is stored, for one that a person typed. BadInput if there is none, with the nearest.
    [[nodiscard]] Result<QString> named(const QString &typed) const;
    /// Instance::id of a stored one; @p name as in names().
    [[nodiscard]] QString idOf(const QString &name) const;
    /// Null for the one of a call with --server. Good until the next change of the settings.
    [[nodiscard]] const Instance *stored(const QString &name) const;
    /// For what errors advise; @p name as in names().
    [[nodiscard]] WayToServer way(const QString &name) const;
    [[nodiscard]] bool isOneOff() const { return m_oneOff.has_value(); }

    /// How to reach it; later, once, never after @p context died. Errors: certificate files or a keychain that cannot
    /// be read.
    void connectTo(const QString &name, QObject *context, Answer answer);

private:
    explicit Servers(const Clock &clock);
    [[nodiscard]] Result<void> openRegistry(const QString &ifNone);

    const Clock &m_clock;
    std::optional<ServerConnection> m_oneOff;
    std::unique_ptr<InstanceRegistry> m_book;
    std::unique_ptr<StoredSignIns> m_signIns;
    QStringList m_names;
};

} // namespace lynceus
