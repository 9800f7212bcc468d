#pragma once

#include "app/cli/output/watches/watchreport.h"
#include "app/cli/wait/targetresolver.h"
#include "app/cli/watches/storednotices.h"
#include "core/engine/watches/childfinder.h"
#include "core/engine/watches/watchrunner.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace lynceus {

/// Settings that the watches of one call share.
struct WatchSettings
{
    ExpectedVersion version;
    Duration timeout{0};
    Duration failAfter{0};
    Duration imageGrace{0};
    Duration bake{0};
    bool acceptSuspended = false;
    bool waitForApp = false;
    bool withChildren = false;
    bool refresh = true;
    RegistryProxies registryProxies;
};

[[nodiscard]] WatchSettings watchSettings(const WaitOptions &options);

/// Runs the watches of one call concurrently until all have ended. With children, the targets are parents: their
/// applications are watched as they are found, and the parents are checked once more after the last watch ended.
class WatchGroup final : public QObject
{
    Q_OBJECT
public:
    WatchGroup(const Clock &clock, const std::vector<ResolvedTarget> &targets, const WatchSettings &settings,
               QObject *parent = nullptr);
    ~WatchGroup() override;

    void start();

    /// The current state: one watch per target, in their order; with children, the found applications and their
    /// parents.
    [[nodiscard]] ReleaseReport report() const;
    struct StartError
    {
        QString instance;
        Error error;

        friend bool operator==(const StartError &, const StartError &) = default;
    };
    /// Errors that ended watches before their first successful response, without duplicates; they name the server.
    [[nodiscard]] std::vector<StartError> startErrors() const;

Q_SIGNALS:
    /// @p index: the watch that changed; -1: a parent changed, or a second passed.
    void changed(int index);
    /// All watches have ended. Emitted once.
    void finished();
    /// The group cannot continue: a parent does not exist, has no children, or none uses an image. @p client: of its
    /// server.
    void failed(const lynceus::Error &error, const lynceus::ArgoCdClient &client);

private:
    struct Watch
    {
        ArgoCdClient *client;
        std::unique_ptr<WatchRunner> runner;
        bool hasEnded = false;
    };

    Watch &add(const ResolvedTarget &target, Duration timeout, bool applicationStream);
    void addParent(const ResolvedTarget &target);
    void addChild(ArgoCdClient &client, FoundChild child);
    void takeChildren(const ArgoCdClient &client, const ChildFinder &finder);
    void takeEnd(std::size_t index);
    void fail(const Error &error, const ArgoCdClient &client);
    void endIfOver();

    const Clock &m_clock;
    WatchSettings m_settings;
    StoredNotices m_notices;
    std::vector<Watch> m_watches;
    std::vector<std::pair<ArgoCdClient *, std::unique_ptr<ChildFinder>>> m_parents;
    QTimer m_tick;
    Duration m_startedAt{0};                   ///< monotonic
    std::optional<ReleaseReport> m_conclusion; ///< set when all have ended
    bool m_isOver = false;
};

} // namespace lynceus
