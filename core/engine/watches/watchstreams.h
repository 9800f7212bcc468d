#pragma once

#include "core/domain/watch/fetchplan.h"
#include "core/engine/feeds/applicationfeed.h"
#include "core/engine/feeds/treefeed.h"

#include <QObject>

#include <memory>

namespace lynceus {

class ArgoCdClient;

/// The two streams of a watch, of its application and of its tree, each open at most once. They may be closed from
/// within any of its signals.
class WatchStreams final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    WatchStreams(ArgoCdClient &client, const Clock &clock, QObject *parent = nullptr);
    ~WatchStreams() override;

    /// @param resourceVersion the version from which on changes are told. @param askedAt as opened() repeats it.
    void openApplication(const ApplicationKey &key, const QString &project, const QString &resourceVersion,
                         Duration askedAt);
    void openTree(const ApplicationKey &key, const QString &project, Duration askedAt);
    /// Without a signal. False: it was not open. @p stream is Fetch::ApplicationStream or Fetch::TreeStream, here as in
    /// the signals.
    bool close(Fetch stream);

Q_SIGNALS:
    void opened(Fetch stream, Duration askedAt);
    /// Anything came, a keepalive included.
    void heard(Fetch stream);
    /// It is closed.
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
