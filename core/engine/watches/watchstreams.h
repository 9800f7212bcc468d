#pragma once

#include "core/domain/fetch/fetchplan.h"
#include "core/engine/feeds/applicationfeed.h"
#include "core/engine/feeds/treefeed.h"

#include <QObject>

#include <memory>

namespace lynceus {

class ArgoCdClient;

/// The streams of a watch: application and resource tree, at most one of each. They may be closed from slots of these
/// signals.
class WatchStreams final : public QObject
{
    Q_OBJECT
public:
    /// @p client and @p clock must outlive it.
    WatchStreams(ArgoCdClient &client, const Clock &clock, QObject *parent = nullptr);
    ~WatchStreams() override;

    /// @param resourceVersion changes after this version are reported. @param askedAt passed on to opened().
    void openApplication(const ApplicationKey &key, const QString &project, const QString &resourceVersion,
                         Duration askedAt);
    void openTree(const ApplicationKey &key, const QString &project, Duration askedAt);
    /// Closes without a signal. Returns false if the stream was not open. @p stream, here and in signals:
    /// Fetch::ApplicationStream or Fetch::TreeStream.
    bool close(Fetch stream);

Q_SIGNALS:
    void opened(Fetch stream, Duration askedAt);
    /// Anything was received, including keepalives.
    void received(Fetch stream);
    /// The stream was closed.
    void ended(Fetch stream, const Error &error);
    void applicationArrived(const std::shared_ptr<const Application> &application);
    void deleted();
    void treeArrived(const std::shared_ptr<const ResourceTree> &tree);

private:
    void follow(DecodedStream &feed, Fetch stream, Duration askedAt);

    ArgoCdClient &m_client;
    const Clock &m_clock;
    std::unique_ptr<ApplicationFeed> m_application; ///< null: not open
    std::unique_ptr<TreeFeed> m_tree;
};

} // namespace lynceus
