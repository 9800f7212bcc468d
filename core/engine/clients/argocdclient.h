#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/argocd/requests/applicationsetcontents.h"
#include "core/domain/argocd/requests/requests.h"
#include "core/domain/time/jumpdetector.h"
#include "core/domain/time/serverclock.h"
#include "core/engine/clients/workers.h"
#include "core/io/http/requests/httpclient.h"

#include <QFuture>
#include <QObject>

namespace lynceus {

/// A decoded answer and the time of its request by the server's clock.
template<typename T>
struct Answer
{
    T value{};
    Instant askedAt{};
};

template<typename T>
using FutureAnswer = QFuture<Result<Answer<T>>>;

/// Typed, read-only calls to one Argo CD server. Errors: see HttpClient and Decoder.
class ArgoCdClient final : public QObject
{
    Q_OBJECT
public:
    /// @p workers decode lists in another thread; null: lists are decoded here.
    ArgoCdClient(QString instance, InstanceAccess access, const Clock &clock, QObject *parent = nullptr,
                 Workers *workers = nullptr);
    ~ArgoCdClient() override;

    [[nodiscard]] const QString &instance() const { return m_instance; }
    [[nodiscard]] const InstanceAccess &access() const { return m_http.access(); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// Raises the timeouts of requests to at least @p patience.
    void setPatience(Duration patience) { m_patience = patience; }
    /// Current server's time as far as known.
    [[nodiscard]] Instant serverNow() const;
    [[nodiscard]] const ServerClock &serverClock() const { return m_decoding->serverClock; }
    /// Answers of this server have a `Date`, even if serverClock() could not use any yet.
    [[nodiscard]] bool reportsTime() const { return m_decoding->reportsTime; }
    void learnServerTime(Instant date, Instant askedAt, Instant answeredAt);
    [[nodiscard]] int sentRequests() const
    {
        return m_http.sentRequests() + m_refreshHttp.sentRequests() + m_logRequests;
    }

    [[nodiscard]] FutureAnswer<ServerVersion> version(QObject *context);
    [[nodiscard]] FutureAnswer<ServerSettings> settings(QObject *context);
    [[nodiscard]] FutureAnswer<UserInfo> userInfo(QObject *context);
    /// "*" matches every project or application.
    [[nodiscard]] FutureAnswer<bool> canI(AccountRight right, const QString &project, const QString &application,
                                          QObject *context);
    /// Filters the answer again: servers ignore query parameters that they do not know.
    [[nodiscard]] FutureAnswer<std::shared_ptr<DecodedApplicationList>> list(const ServerVersion &server,
                                                                             ApplicationDetail detail,
                                                                             const ListFilter &filter,
                                                                             QObject *context);
    [[nodiscard]] FutureAnswer<std::shared_ptr<const Application>> application(const ApplicationKey &key,
                                                                               const QString &project, Refresh refresh,
                                                                               QObject *context);
    [[nodiscard]] FutureAnswer<std::shared_ptr<const ResourceTree>> tree(const ApplicationKey &key,
                                                                         const QString &project, QObject *context);
    [[nodiscard]] FutureAnswer<std::shared_ptr<const ManagedResources>> managedResources(const ApplicationKey &key,
                                                                                         const QString &project,
                                                                                         QObject *context);
    /// Of one managed resource; empty if the application does not manage it (hooks, resources created by others).
    [[nodiscard]] FutureAnswer<std::optional<Manifests>> manifests(const ApplicationKey &key, const QString &project,
                                                                   const ResourceKey &resource, QObject *context);
    /// Live manifest of any resource in the tree.
    [[nodiscard]] FutureAnswer<QString> resourceManifest(const ApplicationKey &key, const QString &project,
                                                         const ResourceKey &resource, const QString &version,
                                                         QObject *context);
    [[nodiscard]] FutureAnswer<std::vector<ResourceEvent>> applicationEvents(const ApplicationKey &key,
                                                                             const QString &project, QObject *context);
    [[nodiscard]] FutureAnswer<std::vector<ResourceEvent>> resourceEvents(const ApplicationKey &key,
                                                                          const QString &project,
                                                                          const ResourceKey &resource,
                                                                          const QString &uid, QObject *context);
    /// The last complete lines, without following the log. Requested as an event stream: the other form is several JSON
    /// texts in one body, which does not show whether the body is complete.
    [[nodiscard]] FutureAnswer<std::vector<LogLine>> logs(const ApplicationKey &key, const QString &project,
                                                          const LogQuery &query, QObject *context);
    [[nodiscard]] FutureAnswer<std::shared_ptr<const SyncWindows>> syncWindows(const ApplicationKey &key,
                                                                               const QString &project,
                                                                               QObject *context);
    /// @p nameSpace: of the ApplicationSet, which is also that of its applications.
    [[nodiscard]] FutureAnswer<std::shared_ptr<const ApplicationSetProgress>> applicationSet(const QString &name,
                                                                                             const QString &nameSpace,
                                                                                             QObject *context);
    /// The applications of the ApplicationSet.
    [[nodiscard]] FutureAnswer<std::shared_ptr<const ApplicationSetContents>> applicationSetContents(
        const QString &name, const QString &nameSpace, QObject *context);
    /// Applications with their owning ApplicationSets. Much larger than list(); for accounts that may not read
    /// ApplicationSets.
    [[nodiscard]] FutureAnswer<std::shared_ptr<DecodedApplicationList>> owners(const ListFilter &filter,
                                                                               QObject *context);
    [[nodiscard]] FutureAnswer<RevisionMetadata> revisionMetadata(const ApplicationKey &key, const QString &project,
                                                                  const QString &revision, QObject *context);

    /// No requests in progress except refreshes, which block for long. For tests with their own clock.
    [[nodiscard]] bool isIdle() const { return m_http.isIdle(); }

private:
    /// State for decoding answers. Shared with them, because an answer may settle while the client is destroyed.
    struct Decoding
    {
        explicit Decoding(const Clock &ours);

        /// Discards the offset if our clock was set: answers from before and after must not be combined.
        void noteJump();
        void learn(Instant date, Instant askedAt, Instant answeredAt);

        const Clock &clock;
        JumpDetector jumps;
        Decoder decoder;
        ServerClock serverClock;
        bool reportsTime = false;
    };

    [[nodiscard]] Request patient(Request request) const;
    [[nodiscard]] FutureAnswer<std::shared_ptr<DecodedApplicationList>> askForList(const ApiPath &path,
                                                                                   ApplicationDetail detail,
                                                                                   const ListFilter &filter,
                                                                                   QObject *context);
    template<typename T, typename Decode>
    [[nodiscard]] FutureAnswer<T> ask(HttpClient &http, const Request &request, QObject *context, Decode decode);
    template<typename T, typename Decode>
    [[nodiscard]] FutureAnswer<T> ask(const Request &request, QObject *context, Decode decode);

    template<typename T, typename Decode>
    [[nodiscard]] FutureAnswer<T> askWorkers(const Request &request, QObject *context, Decode decode);

    QString m_instance;
    const Clock &m_clock;
    Workers *m_workers;
    std::shared_ptr<Decoding> m_decoding;
    int m_logRequests = 0;
    Duration m_patience{0};
    HttpClient m_http;        // must be destroyed before the members above, which its requests use
    HttpClient m_refreshHttp; ///< separate: blocking refreshes must not occupy the six connections of other requests
};

} // namespace lynceus
