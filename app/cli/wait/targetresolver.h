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
    std::vector<ImageReference> images; ///< empty where another version is expected
    /// Why it was not found. Only with `--with-children`, where an ApplicationSet may have the name.
    std::optional<Error> absent = std::nullopt;
};

/// Finds the applications that the command line names, one after the other, and gives each its images. One that does
/// not exist is taken as it was named where `--wait-for-app` or `--with-children` says so. With the latter, which
/// images are whose is found out later.
///
/// A server that cannot be reached is asked again, with back-off, for kPatience: pipelines start while gateways
/// restart. What another try cannot mend (a certificate, a page that is no Argo CD, an unknown name) ends it at once.
/// A server that says nothing at all for kPatience ends it, too; one whose list takes long is asked for its version
/// meanwhile, and that is an answer.
class TargetResolver final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kPatience{15'000};

    /// @p connections: one for each target of @p options, in their order; @p clients: theirs, several targets may share
    /// one.
    TargetResolver(const std::vector<ServerConnection> &connections, std::vector<ArgoCdClient *> clients,
                   const Clock &clock, const WaitOptions &options, QObject *parent = nullptr);
    ~TargetResolver() override;

    /// @p spent: how much of kPatience is over already. @p limit: for everything, from now on; it fails then.
    void start(Duration spent = Duration{0}, std::optional<Duration> limit = std::nullopt);
    /// The server that is asked now has answered something.
    [[nodiscard]] bool isHeard() const { return m_heard.contains(&current()); }
    /// What is awaited now, as an error of the server that is asked: for a deadline after @p limit.
    [[nodiscard]] Error unanswered(Duration limit) const;
    /// Of the target that is being found, or whose manifests are being read.
    [[nodiscard]] ArgoCdClient &current() const;

Q_SIGNALS:
    void resolved(const std::vector<lynceus::ResolvedTarget> &targets);
    /// @p client: whose server it is about.
    void failed(const lynceus::Error &error, const lynceus::ArgoCdClient &client);

private:
    void findNext();
    /// The application that is looked for now, as the command line has it.
    [[nodiscard]] FoundApplication asNamed() const;
    void readManifests();
    void assign();
    [[nodiscard]] std::vector<std::vector<ImageReference>> imagesOfParents() const;
    /// @p images: of each target.
    void resolve(const std::vector<std::vector<ImageReference>> &images);
    /// Calls @p step again later if another try may help and there is time, else fails.
    void tryAgain(const Error &error, void (TargetResolver::*step)());
    [[nodiscard]] bool needsManifests() const;
    [[nodiscard]] const ServerConnection &connection() const;
    [[nodiscard]] std::size_t currentIndex() const;
    /// Begins to wait for the first answer of the server that is asked now.
    void listenFor(Duration spent);
    void takeSilence();
    void askWhetherAnybodyIsThere();
    void hear(const ArgoCdClient &client);
    /// Whether an error is an answer of the server.
    void hear(const Error &error);
    void fail(const Error &error);

    std::vector<ServerConnection> m_connections;
    std::vector<ArgoCdClient *> m_clients;
    const Clock &m_clock;
    const WaitOptions &m_options;
    std::unique_ptr<ApplicationFinder> m_finder;
    std::vector<FoundApplication> m_found;
    std::vector<std::optional<Error>> m_absent; ///< one for each that was found
    std::vector<std::shared_ptr<const ManagedResources>> m_manifests;
    std::optional<Duration> m_troubleSince; ///< steady time
    std::optional<Error> m_lastError;       ///< of what is being asked now
    std::set<const ArgoCdClient *> m_heard;
    QTimer m_silence;
    QTimer m_knock;
    QTimer m_limit;
    int m_failures = 0;
    int m_refusals = 0;
    bool m_isOver = false;
};

} // namespace lynceus
