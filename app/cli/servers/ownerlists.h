#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/model/instance.h"
#include "core/io/clock.h"
#include "core/io/ipc/ownerclient.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace lynceus {

/// Lists of applications as the process that owns the engine knows them at this moment: without the network, without
/// the keychain. Only of instances that it hears each change of; all others are to be asked themselves, as if there was
/// no owner. So are all if it is silent for kPatience, ends, or is of another version.
class OwnerLists final : public QObject
{
    Q_OBJECT
public:
    struct Known
    {
        std::shared_ptr<DecodedApplicationList> list;
        Instant heardAt{}; ///< our clock: when the server last said something
    };
    /// Nothing: ask the server.
    using Then = std::function<void(const std::optional<Known> &)>;

    static constexpr std::chrono::milliseconds kPatience{1'000};

    /// Null if there is none, which takes a look at one file.
    [[nodiscard]] static std::unique_ptr<OwnerLists> find(const Clock &clock);
    ~OwnerLists() override;

    /// Later, once, never after @p context died.
    void ask(const Instance &instance, QObject *context, Then then);

    /// "window" or "daemon", once something was told.
    [[nodiscard]] const QString &role() const { return m_owner.role(); }

private:
    OwnerLists(const OwnerPlace &place, const Clock &clock);

    const Clock &m_clock;
    OwnerClient m_owner;
};

} // namespace lynceus
