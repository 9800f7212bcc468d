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

/// What New watch must know at once when it opens. The index of images is made when it is asked for first, from then on
/// kept up to date: many a day goes by without a new watch, and it is large.
class WatchTargets final : public QObject
{
    Q_OBJECT
public:
    using Visit = std::function<void(const ApplicationEntry &)>;
    /// Calls its argument for all applications that the engine told of so far.
    using Applications = std::function<void(const Visit &)>;

    /// @p memory keeps what was chosen before.
    WatchTargets(Engine &engine, Applications applications, WindowMemory &memory, QObject *parent = nullptr);
    ~WatchTargets() override;

    [[nodiscard]] const TargetIndex &index() const;
    [[nodiscard]] bool hasInstances() const { return !m_engine.state().instances().isEmpty(); }
    [[nodiscard]] const InstanceState *instance(const QString &id) const;
    [[nodiscard]] QString instanceName(const QString &id) const;
    /// As people type it on the command line: "staging:shop-web", with the namespace where the name is not enough.
    [[nodiscard]] QString typedName(const ApplicationKey &key) const;
    /// The other way round; nothing for what is no such name.
    [[nodiscard]] std::optional<WatchTarget> calledBy(const QString &typedName) const;
    /// A watch of @p application for the same repository runs.
    [[nodiscard]] bool isWatched(const ApplicationKey &application, const ImageReference &image) const;
    /// The same for a version of this kind that is no image.
    [[nodiscard]] bool isWatched(const ApplicationKey &application, ExpectedVersion::Kind kind) const;
    [[nodiscard]] TargetMemory &memory() const { return *m_memory; }
    /// Ids of all instances, by name.
    [[nodiscard]] QStringList instanceIds() const;
    /// Instances whose applications cannot be known now, with the reason: "staging: sign-in needed".
    [[nodiscard]] QStringList troubles() const;

Q_SIGNALS:
    void changed();

private:
    /// What changed() is about: an instance changes with each answer, which is no news here.
    struct Told
    {
        Instance instance;
        Connection connection = Connection::Connecting;

        friend bool operator==(const Told &, const Told &) = default;
    };

    Engine &m_engine;
    Applications m_applications;
    std::unique_ptr<TargetMemory> m_memory;
    mutable std::optional<TargetIndex> m_index; ///< nothing: not asked for yet
    QHash<QString, Told> m_told;                ///< by the instance's id
};

} // namespace lynceus
