#pragma once

#include "app/cli/output/watchreport.h"
#include "app/cli/wait/targetresolver.h"
#include "core/engine/watchrunner.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace lynceus {

/// What the watches of one call have in common.
struct WatchSettings
{
    ExpectedVersion version;
    Duration timeout{0};
    Duration failAfter{0};
    Duration imageGrace{0};
    Duration bake{0};
    bool acceptSuspended = false;
    bool waitForApp = false;
    bool refresh = true;
    RegistryProxies registryProxies;
};

[[nodiscard]] WatchSettings watchSettings(const WaitOptions &options);

/// The watches of one call, side by side on the clients of their targets, until all have ended.
class WatchGroup final : public QObject
{
    Q_OBJECT
public:
    WatchGroup(const Clock &clock, const std::vector<ResolvedTarget> &targets, const WatchSettings &settings,
               QObject *parent = nullptr);
    ~WatchGroup() override;

    void start();

    /// One for each target, in their order, as of now.
    [[nodiscard]] std::vector<WatchReport> reports() const;
    struct StartError
    {
        QString instance;
        Error error;

        friend bool operator==(const StartError &, const StartError &) = default;
    };
    /// Errors that ended watches before their first good answer, each message of a server once; they name it.
    [[nodiscard]] std::vector<StartError> startErrors() const;

Q_SIGNALS:
    /// @p index: the watch that changed; -1: a second went by.
    void changed(int index);
    /// All have ended; once.
    void finished();

private:
    void watchEnded();

    std::vector<ArgoCdClient *> m_clients; ///< one for each runner
    std::vector<std::unique_ptr<WatchRunner>> m_runners;
    QTimer m_tick;
    std::size_t m_ended = 0;
};

} // namespace lynceus
