#pragma once

#include "core/domain/newwatch/targetindex.h"
#include "core/engine/facade/engine.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace lynceus {

class TargetMemory;
class WindowMemory;

/// Data that New watch needs at once when it opens. The index of images is large and often not needed: it is built on
/// first use and then kept up to date.
class WatchTargets final : public QObject
{
    Q_OBJECT
public:
    using Visit = std::function<void(const ApplicationEntry &)>;
    /// Calls its argument for each known application.
    using Applications = std::function<void(const Visit &)>;

    /// @p memory stores earlier choices.
    WatchTargets(Engine &engine, Applications applications, WindowMemory &memory, QObject *parent = nullptr);
    ~WatchTargets() override;

    [[nodiscard]] const TargetIndex &index() const;
    [[nodiscard]] bool hasInstances() const { return !m_engine.state().instances().isEmpty(); }
    [[nodiscard]] const InstanceState *instance(const QString &id) const;
    [[nodiscard]] QString instanceName(const QString &id) const;
    /// The name as on the command line: "staging:shop-web", with the namespace if the name is ambiguous.
    [[nodiscard]] QString typedName(const ApplicationKey &key) const;
    /// The inverse of typedName(); empty if there is no such application.
    [[nodiscard]] std::optional<WatchTarget> calledBy(const QString &typedName) const;
    /// True if a watch of @p application for the same repository is running.
    [[nodiscard]] bool isWatched(const ApplicationKey &application, const ImageReference &image) const;
    /// The same for other kinds of versions.
    [[nodiscard]] bool isWatched(const ApplicationKey &application, ExpectedVersion::Kind kind) const;
    [[nodiscard]] TargetMemory &memory() const { return *m_memory; }
    /// Ids of all instances, sorted by name.
    [[nodiscard]] QStringList instanceIds() const;
    /// Instances whose applications are unavailable, with the reason: "staging: sign-in needed".
    [[nodiscard]] QStringList troubles() const;

Q_SIGNALS:
    void changed();

private:
    /// The state that changed() was last emitted for; other changes of instances are ignored.
    struct Reported
    {
        Instance instance;
        Connection connection = Connection::Connecting;

        friend bool operator==(const Reported &, const Reported &) = default;
    };

    Engine &m_engine;
    Applications m_applications;
    std::unique_ptr<TargetMemory> m_memory;
    mutable std::optional<TargetIndex> m_index; ///< empty until first used
    QHash<QString, Reported> m_reported;        ///< by id of the instance
};

} // namespace lynceus
