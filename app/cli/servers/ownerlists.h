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

/// The current lists of applications in the process that owns the engine, without network or keychain. Only for
/// instances whose changes it streams; request all others from the server. The same applies to all instances if the
/// owner is silent for kPatience, ends, or has another version.
class OwnerLists final : public QObject
{
    Q_OBJECT
public:
    struct Known
    {
        std::shared_ptr<DecodedApplicationList> list;
        Instant receivedAt{}; ///< local clock: when the server last sent data
    };
    /// Empty: request the list from the server.
    using Then = std::function<void(const std::optional<Known> &)>;

    static constexpr std::chrono::milliseconds kPatience{1'000};

    /// Null if no process owns the engine. Reads only one file.
    [[nodiscard]] static std::unique_ptr<OwnerLists> find(const Clock &clock);
    ~OwnerLists() override;

    /// Calls @p then later, once, and never after @p context was destroyed.
    void ask(const Instance &instance, QObject *context, Then then);

    /// "window" or "daemon", after the first response.
    [[nodiscard]] const QString &role() const { return m_owner.role(); }

private:
    OwnerLists(const OwnerPlace &place, const Clock &clock);

    const Clock &m_clock;
    OwnerClient m_owner;
};

} // namespace lynceus
