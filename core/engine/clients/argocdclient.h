#pragma once

#include "core/domain/argocd/applicationsetcontents.h"
#include "core/domain/argocd/decoders.h"
#include "core/domain/argocd/requests.h"
#include "core/domain/base/jumpdetector.h"
#include "core/domain/base/serverclock.h"
#include "core/engine/clients/workers.h"
#include "core/io/http/httpclient.h"

#include <QFuture>
#include <QObject>

namespace lynceus {

/// A decoded answer and when it was asked for, by the server's clock.
template<typename T>
struct Answer
{
    T value{};
    Instant askedAt{};
};

template<typename T>
using FutureAnswer = QFuture<Result<Answer<T>>>;

/// The calls of one Argo CD, typed. Reads only. Errors as HttpClient and Decoder say.
class ArgoCdClient final : public QObject
{
    Q_OBJECT
public:
    /// @p workers decode lists, so that this thread stays free; null: they are decoded here.
    ArgoCdClient(QString instance, InstanceAccess access, const Clock &clock, QObject *parent = nullptr,
                 Workers *workers = nullptr);
    ~ArgoCdClient() override;

    [[nodiscard]] const QString &instance() const { return m_instance; }
    [[nodiscard]] const InstanceAccess &access() const { return m_http.access(); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// Requests may take that long, where their own limits are shorter.
    void setPatience(Duration patience) { m_patience = patience; }
    /// The server's time now, as far as it is known.
    [[nodiscard]] Instant serverNow() const;
    [[nodiscard]] const ServerClock &serverClock() const { return m_decoding->serverClock; }
    /// Its answers carry their time, even if none could be made use of yet.
    [[nodiscard]] bool tellsTime() const { return m_decoding->tellsTime; }
    void learnServerTime(Instant date, Instant askedAt, Instant answeredAt);
    [[nodiscard]] int sentRequests() const
    {
        return m_http.sentRequests() + m_refreshHttp.sentRequests() + m_logRequests;
    }

    [[nodiscard]] FutureAnswer<ServerVersion> version(QObject *context);
    [[nodiscard]] FutureAnswer<ServerSettings> settings(QObject *context);
    [[nodiscard]] FutureAnswer<UserInfo> userInfo(QObject *context);
    /// "*" stands for every project or application.
    [[nodiscard]] FutureAnswer<bool> canI(AccountRight right, const QString &project, const QString &application,
                                          QObject *context);
    /// Filters again on our side: servers ignore query parameters that they do not know.
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
    /// Of one managed resource; nothing if the application does not manage it (hooks, and what others created).
    [[nodiscard]] FutureAnswer<std::optional<Manifests>> manifests(const ApplicationKey &key, const QString &project,
                                                                   const ResourceKey &resource, QObject *context);
    /// The live manifest of any resource of the tree.
    [[nodiscard]] FutureAnswer<QString> resourceManifest(const ApplicationKey &key, const QString &project,
                                                         const ResourceKey &resource, const QString &version,
                                                         QObject *context);
    [[nodiscard]] FutureAnswer<std::vector<ResourceEvent>> applicationEvents(const ApplicationKey &key,
                                                                             const QString &project, QObject *context);
    [[nodiscard]] FutureAnswer<std::vector<ResourceEvent>> resourceEvents(const ApplicationKey &key,
                                                                          const QString &project,
                                                                          const ResourceKey &resource,
                                                                          const QString &uid, QObject *context);
    /// The last lines, each whole: no follow. Read as an event stream, because the other form is several JSON texts
    /// in one body, of which nobody can tell whether the body is complete.
    [[nodiscard]] FutureAnswer<std::vector<LogLine>> logs(const ApplicationKey &key, const QString &project,
                                                          const LogQuery &query, QObject *context);
    [[nodiscard]] FutureAnswer<std::shared_ptr<const SyncWindows>> syncWindows(const ApplicationKey &key,
                                                                               const QString &project,
                                                                               QObject *context);
    /// @p nameSpace: of the ApplicationSet, which is that of its applications.
    [[nodiscard]] FutureAnswer<std::shared_ptr<const ApplicationSetProgress>> applicationSet(const QString &name,
                                                                                             const QString &nameSpace,
                                                                                             QObject *context);
    /// Which applications it has.
    [[nodiscard]] FutureAnswer<std::shared_ptr<const ApplicationSetContents>> applicationSetContents(
        const QString &name, const QString &nameSpace, QObject *context);
    /// The applications with their ApplicationSets. Much larger than list(): for those who may not read
    /// ApplicationSets.
    [[nodiscard]] FutureAnswer<std::shared_ptr<DecodedApplicationList>> owners(const ListFilter &filter,
                                                                               QObject *context);
    [[nodiscard]] FutureAnswer<RevisionMetadata> revisionMetadata(const ApplicationKey &key, const QString &project,
                                                                  const QString &revision, QObject *context);

    /// Nothing but refreshes, which block for long, is under way: for tests with a time of their own.
    [[nodiscard]] bool isIdle() const { return m_http.isIdle(); }

private:
    /// What answers need when they come; shared with them, because one may settle while the client is destroyed.
    struct Decoding
    {
        explicit Decoding(const Clock &ours);

        /// Two answers taken with a clock that was set between them must not be put together.
        void noteJump();
        void learn(Instant date, Instant askedAt, Instant answeredAt);

        const Clock &clock;
        JumpDetector jumps;
        Decoder decoder;
        ServerClock serverClock;
        bool tellsTime = false;
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
    HttpClient m_http;        // requests that end with it use what stands above
    HttpClient m_refreshHttp; ///< refreshes block for long: they must not take the six connections of the others
};

} // namespace lynceus
