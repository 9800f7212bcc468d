#pragma once

#include "app/cli/options/options.h"
#include "core/domain/base/backoff.h"
#include "core/engine/applicationfinder.h"

#include <QObject>

#include <memory>
#include <vector>

namespace lynceus {

/// An application that `wait` will watch.
struct ResolvedTarget
{
    ArgoCdClient *client = nullptr; ///< of its instance
    FoundApplication found;
    std::vector<ImageReference> images; ///< never empty
};

/// Finds the applications that the command line names, one after the other, and gives each its images.
///
/// A server that cannot be reached is asked again, with back-off, for kPatience: pipelines start while gateways
/// restart. What another try cannot mend (a certificate, a page that is no Argo CD, an unknown name) ends it at once.
class TargetResolver final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kPatience{15'000};

    /// @p clients: one for each target of @p options, in their order; several targets may share one.
    TargetResolver(std::vector<ArgoCdClient *> clients, const Clock &clock, const WaitOptions &options,
                   QObject *parent = nullptr);
    ~TargetResolver() override;

    void start();

Q_SIGNALS:
    void resolved(const std::vector<lynceus::ResolvedTarget> &targets);
    /// @p client: whose server it is about.
    void failed(const lynceus::Error &error, const lynceus::ArgoCdClient &client);

private:
    void findNext();
    void readManifests();
    void assign();
    /// Calls @p step again later if another try may help and there is time, else fails.
    void tryAgain(const Error &error, void (TargetResolver::*step)());
    [[nodiscard]] bool needsManifests() const;
    /// Of the target that is being found, or whose manifests are being read.
    [[nodiscard]] ArgoCdClient &current() const;

    std::vector<ArgoCdClient *> m_clients;
    const Clock &m_clock;
    const WaitOptions &m_options;
    std::unique_ptr<ApplicationFinder> m_finder;
    std::vector<FoundApplication> m_found;
    std::vector<std::shared_ptr<const ManagedResources>> m_manifests;
    std::optional<Duration> m_troubleSince; ///< steady time
    int m_failures = 0;
    int m_refusals = 0;
};

} // namespace lynceus
