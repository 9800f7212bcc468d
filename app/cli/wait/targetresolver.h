#pragma once

#include "app/cli/applications/applicationfinder.h"
#include "app/cli/options/options.h"
#include "app/cli/servers/serverconnection.h"
#include "core/domain/time/backoff.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <set>
#include <vector>

namespace lynceus {

/// An application that `wait` will watch.
struct ResolvedTarget
{
    ArgoCdClient *client = nullptr; ///< of its instance
    FoundApplication found;
    std::vector<ImageReference> images; ///< empty if another kind of version is expected
    /// Why it was not found. Only with `--with-children`: an ApplicationSet may have the name.
    std::optional<Error> absent = std::nullopt;
};

/// Finds the applications named on the command line, one after the other, and assigns images to each. With
/// `--wait-for-app` or `--with-children`, an application that does not exist is accepted as named; with the latter,
/// images are assigned later.
///
/// Retries an unreachable server with back-off for kPatience, because pipelines start while gateways restart. Errors
/// that a retry cannot fix (a certificate, a page that is not Argo CD, an unknown name) fail at once. A server that is
/// silent for kPatience fails too; if a list takes long, the server's version is requested meanwhile to check that it
/// responds.
/// meanwhile, and that is an answer.
class TargetResolver final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kPatience{15'000};

    /// @p connections and @p clients: one for each target of @p options, in their order; targets may share a client.
    TargetResolver(const std::vector<ServerConnection> &connections, std::vector<ArgoCdClient *> clients,
                   const Clock &clock, const WaitOptions &options, QObject *parent = nullptr);
    ~TargetResolver() override;

    /// @p spent: the part of kPatience that has already passed. @p limit: for everything, from now on.
    void start(Duration spent = Duration{0}, std::optional<Duration> limit = std::nullopt);
    /// The current server has responded to any request.
    [[nodiscard]] bool isReached() const { return m_reached.contains(&current()); }
    /// The pending request as an error of the current server, for a deadline after @p limit.
    [[nodiscard]] Error unanswered(Duration limit) const;
    /// Client of the target that is being found, or whose manifests are being read.
    [[nodiscard]] ArgoCdClient &current() const;

Q_SIGNALS:
    void resolved(const std::vector<lynceus::ResolvedTarget> &targets);
    /// @p client: of the server that the error is about.
    void failed(const lynceus::Error &error, const lynceus::ArgoCdClient &client);

private:
    void findNext();
    /// The current application, as named on the command line.
    [[nodiscard]] FoundApplication asNamed() const;
    void readManifests();
    void assign();
    [[nodiscard]] std::vector<std::vector<ImageReference>> imagesOfParents() const;
    /// @p images: for each target.
    void resolve(const std::vector<std::vector<ImageReference>> &images);
    /// Calls @p step again later if a retry may help and there is time left; otherwise fails.
    void tryAgain(const Error &error, void (TargetResolver::*step)());
    [[nodiscard]] bool needsManifests() const;
    [[nodiscard]] const ServerConnection &connection() const;
    [[nodiscard]] std::size_t currentIndex() const;
    /// Starts the timer for the first response of the current server.
    void listenFor(Duration spent);
    void takeSilence();
    void askWhetherAnybodyIsThere();
    void accept(const ArgoCdClient &client);
    /// Counts an error as a response if the server sent it.
    void accept(const Error &error);
    void fail(const Error &error);

    std::vector<ServerConnection> m_connections;
    std::vector<ArgoCdClient *> m_clients;
    const Clock &m_clock;
    const WaitOptions &m_options;
    std::unique_ptr<ApplicationFinder> m_finder;
    std::vector<FoundApplication> m_found;
    std::vector<std::optional<Error>> m_absent; ///< one for each found target
    std::vector<std::shared_ptr<const ManagedResources>> m_manifests;
    std::optional<Duration> m_troubleSince; ///< steady time
    std::optional<Error> m_lastError;       ///< of the current request
    std::set<const ArgoCdClient *> m_reached;
    QTimer m_silence;
    QTimer m_knock;
    QTimer m_limit;
    int m_failures = 0;
    int m_refusals = 0;
    bool m_isOver = false;
};

} // namespace lynceus
