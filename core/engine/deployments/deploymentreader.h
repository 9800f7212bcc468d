#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/deployments/marksdecoder.h"
#include "core/engine/clients/instancebudget.h"
#include "core/io/http/requests/httpclient.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

namespace lynceus {

/// Reads applications and commits of one instance for its deployments: one request at a time, at most kMost in any 60
/// s, over its own connections, so that hundreds of deployments delay nothing else. The last added is read first; after
/// several failures, an item is dropped.
class DeploymentReader final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMost = 120; ///< requests in 60 s, if the watches leave that many
    static constexpr Duration kAgain{10'000};

    /// @p budget: shared with the instance's watches, which have priority.
    DeploymentReader(const InstanceAccess &access, std::shared_ptr<InstanceBudget> budget, const Clock &clock,
                     QObject *parent = nullptr);
    ~DeploymentReader() override;

    /// Ignored while the same item is waiting.
    void readApplication(const ApplicationKey &key, const QString &project);
    void readCommit(const ApplicationKey &key, const QString &project, const QString &revision);

    [[nodiscard]] int sentRequests() const { return m_http.sentRequests(); }

Q_SIGNALS:
    /// Several attempts failed, or too many items were waiting.
    void applicationGivenUp(const lynceus::ApplicationKey &key, bool mayWorkLater);
    void applicationRead(const lynceus::ApplicationKey &key, const lynceus::DeploymentMarks &marks);
    void commitRead(const lynceus::ApplicationKey &key, const QString &revision,
                    const lynceus::RevisionMetadata &commit);

private:
    struct Job
    {
        ApplicationKey key;
        QString project;
        QString revision; ///< empty: the application itself
        int tries = 0;
        Duration notBefore{0}; ///< monotonic

        [[nodiscard]] bool isFor(const Job &other) const { return key == other.key && revision == other.revision; }
    };

    void add(Job job);
    void sendNext();
    void take(const Job &job, const Result<Reply> &reply);
    void giveUp(const Job &job, bool mayWorkLater);

    const Clock &m_clock;
    Decoder m_decoder;
    MarksDecoder m_marks;
    RequestBudget m_budget;
    std::shared_ptr<InstanceBudget> m_shared;
    std::deque<Job> m_waiting; ///< the last is sent next
    bool m_isBusy = false;
    QTimer m_timer;
    HttpClient m_http; // must be destroyed before the members above, which its requests use
};

} // namespace lynceus
