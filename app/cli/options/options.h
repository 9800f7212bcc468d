#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/deployments/deploymentquery.h"
#include "core/domain/follow/followrule.h"
#include "core/domain/images/imagereference.h"
#include "core/domain/model/applicationaddress.h"
#include "core/domain/model/instance.h"
#include "core/domain/model/status.h"
#include "core/domain/rollout/expectation/expectedversion.h"
#include "core/domain/tasks/task.h"
#include "core/domain/tasks/taskstate.h"
#include "core/domain/time/time.h"
#include "core/domain/watch/historyquery.h"
#include "core/replay/faults/fault.h"

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace lynceus {

/// How long a command may take that has no limit of its own: `--request-timeout`.
inline constexpr Duration kRequestTimeout{20'000};

enum class OutputFormat { Text, Json, Jsonl, Csv };

struct OutputOptions
{
    OutputFormat format = OutputFormat::Text;
    bool utc = false; ///< times in text as RFC 3339 in UTC, else local
};

/// How to reach the one server of this call; nothing of it is stored.
struct ServerOptions
{
    QString server;                  ///< as typed; empty: ARGOCD_SERVER
    std::optional<Secret> authToken; ///< from the command line
    QString authTokenFile;
    bool insecure = false;
    QString certificateFile; ///< PEM of an own CA or of the server's certificate
    std::vector<std::pair<QByteArray, Secret>> headers;
    Duration requestTimeout{kRequestTimeout}; ///< for the whole command, where it has no limit of its own
};

/// `[INSTANCE:][NAMESPACE/]NAME` as typed.
struct ApplicationName
{
    QString instance; ///< empty: the one server of this call
    ApplicationAddress address;

    friend bool operator==(const ApplicationName &, const ApplicationName &) = default;
};

/// One application to wait for; `images` is empty where `--image` or another version says it.
struct WaitTarget
{
    ApplicationName application;
    std::vector<ImageReference> images;
};

/// `wait --via`, `wait --from-env`: a server (`lynceus serve`, or an Argo Watcher) follows the tasks.
struct ViaOptions
{
    QUrl server;
    bool fromEnvironment = false; ///< the variables of Argo Watcher's client count
    QString deployTokenFile;      ///< empty: the environment says the token, or there is none
    QString author;
    QString project;                            ///< free text or a URL; empty: the application's name
    QString instance;                           ///< of the server; empty: the application's name says it, or nothing
    std::vector<std::vector<TaskImage>> images; ///< of each target, as they were written
    bool hasOwnTimeout = true;                  ///< WaitOptions::timeout bounds the command
    std::optional<Duration> taskTimeout;        ///< without it: of the task; nothing: the server's default
    std::optional<bool> refresh;                ///< nothing: the server's default
    Duration interval{5'000};                   ///< between two polls
    Duration requestTimeout{60'000};            ///< of one request
    bool debug = false;                         ///< each request is told on standard error
};

struct WaitOptions
{
    ServerOptions server;
    OutputOptions output;
    std::vector<WaitTarget> targets; ///< each application once, in the order of the command line
    std::vector<ImageReference> images;
    ExpectedVersion version; ///< of all applications, unless images say it
    Duration timeout{std::chrono::minutes(15)};
    Duration failAfter{std::chrono::seconds(60)};
    Duration imageGrace{std::chrono::seconds(60)};
    Duration bake{0};
    bool acceptSuspended = false;
    bool waitForApp = false; ///< applications that do not exist yet are waited for
    bool refresh = true;
    bool withChildren = false; ///< the targets are parents, and their applications are watched
    QString project;
    RegistryProxies registryProxies;
    std::optional<ViaOptions> via; ///< nothing: this process asks Argo CD itself
};

struct AppsOptions
{
    ServerOptions server;
    OutputOptions output;
    QStringList instances; ///< as typed; empty: all that are stored
    QStringList projects;
    std::vector<HealthStatus> health;
    std::vector<SyncStatus> sync;
    QStringList images; ///< glob or part of an image
    QStringList names;  ///< glob or part of a name
    QString selector;   ///< Kubernetes label selector
    QString appNamespace;
};

/// `status`, `tree` and `explain`.
struct InspectOptions
{
    ServerOptions server;
    OutputOptions output;
    ApplicationName application;
    QString project;
    std::vector<ImageReference> images; ///< `explain` only; empty: what git wants now
    RegistryProxies registryProxies;    ///< `explain` only
};

struct LoginOptions
{
    QString instance;                   ///< its name
    std::optional<SignInMethod> method; ///< nothing: as the instance was signed in to last
    QString userName;
    QString tokenFile;
    bool browser = true;
    Duration requestTimeout{kRequestTimeout}; ///< of what is asked before and after the user signs in
};

struct LogoutOptions
{
    QString instance;
    Duration requestTimeout{kRequestTimeout};
};

struct ReplayCommandOptions
{
    QStringList recordings;
    quint16 port = 0;
    double speed = 1.0;
    bool loop = false;
    bool tls = false;
    bool verbose = false;
    QString basePath;
    QString tokenFile;
    QString certificateFile; ///< where to write the certificate made for this run
    std::vector<Fault> faults;
};

struct DemoOptions
{
    bool headless = false;
    bool utc = false;
};

/// A point of time as typed: so long ago, or itself.
struct Moment
{
    std::optional<Duration> ago;
    Instant at{};

    [[nodiscard]] Instant from(Instant now) const { return ago ? now - *ago : at; }
};

/// Of what happened, whatever it was.
struct PastOptions
{
    QString instance; ///< name; empty: all
    std::optional<Moment> since;
    std::optional<Moment> until;
};

struct HistoryOptions
{
    OutputOptions output;
    HistoryQuery query; ///< without its instance and times
    PastOptions past;
};

struct DeploymentsOptions
{
    OutputOptions output;
    DeploymentQuery query; ///< without its instance and times
    PastOptions past;
};

struct ReportOptions
{
    enum class Format { Html, Markdown, Json, Csv };
    Format format = Format::Html;
    bool utc = false;      ///< times in HTML and Markdown, else local
    DeploymentQuery query; ///< without its instance and times
    PastOptions past;
};

/// "html", "markdown", "json", "csv".
[[nodiscard]] QString nameOf(ReportOptions::Format format);

struct FollowAddOptions
{
    OutputOptions output;
    FollowRule rule; ///< its name is empty: one is made
};

struct FollowListOptions
{
    OutputOptions output;
};

struct FollowChangeOptions
{
    enum class Change { Pause, Resume, Remove };
    Change change = Change::Pause;
    QStringList names;
};

struct VersionsOptions
{
    /// What an environment is.
    enum class Environment { Instance, Namespace, Cluster, Project, Label };
    AppsOptions applications; ///< their filters, server and output
    Environment environment = Environment::Instance;
    QString label;     ///< whose value is the environment
    QStringList order; ///< of environments, as typed
    bool differingOnly = false;
};

struct WatchAddOptions
{
    WaitOptions expectation; ///< its server is not used: watches are of stored instances
    QString release;
    QString note;
    Duration requestTimeout{kRequestTimeout}; ///< of the command; the watch has its own timeout
};

struct WatchExtendOptions
{
    QStringList ids;
    Duration by{std::chrono::minutes(10)}; ///< as the button of a notification
};

struct WatchRepeatOptions
{
    OutputOptions output;
    QStringList ids;
};

struct WatchCancelOptions
{
    QStringList ids;
};

struct DaemonOptions
{
    std::optional<Duration> idle; ///< ends after so long without a watch that runs
};

/// What is empty may be said by the environment or the file.
struct ServeOptions
{
    QString configFile;
    QString listen;
    QString server;
    QString authTokenFile;
    QString database;
    QString deployTokenFile;
    QString jwtSecretFile;
    QString certificateFile;
    QString keyFile;
    bool openRegistration = false;
    bool check = false;
};

/// What is empty may be said by the environment or the file.
struct ServeTokenOptions
{
    enum class Action { Create, List, Revoke };
    Action action = Action::List;
    QString name; ///< of Create and Revoke
    QString configFile;
    QString database;
};

struct BundleOptions
{
    QString file; ///< empty: none is written
    bool hidesHosts = false;
    std::vector<std::pair<QString, QString>> replacements;
};

struct DoctorOptions
{
    ServerOptions server;
    OutputOptions output;
    BundleOptions bundle;
    QStringList instances; ///< as typed; empty: all that are stored
};

struct WatchListOptions
{
    OutputOptions output;
};

struct WatchShowOptions
{
    OutputOptions output;
    QString id;
};

/// Tasks of the stored team servers.
struct TasksOptions
{
    OutputOptions output;
    QStringList servers;            ///< names; empty: all that are stored
    QString app;                    ///< exact; empty: all
    QString author;                 ///< without regard to case; empty: all
    std::optional<TaskState> state; ///< nothing: all
    Moment since{std::chrono::hours(24), {}};
    int limit = 1'000;
    bool isFollowed = false; ///< changes are told until the command is interrupted
    Duration requestTimeout{kRequestTimeout};
};

/// Registers a watch on a team server.
struct WatchShareOptions
{
    QString id;
    QString server; ///< name of the team server
    QString author; ///< empty: the name of the system's user
    QString project;
    QString instance; ///< the server's name for the Argo CD; empty: it finds the application
    QString deployTokenFile;
    bool isDryRun = false;
    Duration requestTimeout{kRequestTimeout};
};

struct InstancesAddCall
{
    QString name;
    QString url;
    QString tokenFile;
    bool anonymous = false;
    QString certificateFile; ///< PEM of an own CA
    QByteArray pin;          ///< SHA-256 of the server's certificate, 32 bytes
    QString clientCertificateFile;
    QString clientKeyFile;
    std::vector<std::pair<QByteArray, Secret>> headers;
    ProxyChoice proxy = ProxyChoice::System;
    QUrl proxyUrl;
    Duration requestTimeout{kRequestTimeout};
};
struct InstancesListCall
{
    OutputOptions output;
};
struct InstancesTestCall
{
    QString name; ///< empty: all
    QByteArray pin;
    OutputOptions output;
    Duration requestTimeout{kRequestTimeout};
};
struct InstancesRenameCall
{
    QString from;
    QString to;
};
struct InstancesRemoveCall
{
    QString name;
    Duration requestTimeout{kRequestTimeout};
};
struct InstancesImportCall
{
    QString file; ///< empty: where the official client has it
    bool tokens = false;
    bool removeTokens = false;
    QStringList contexts; ///< empty: all
};
struct InstancesWhoamiCall
{
    QString name; ///< empty: all
    OutputOptions output;
    Duration requestTimeout{kRequestTimeout};
};

/// What one `lynceus instances …` asks for.
struct InstancesCall
{
    std::variant<InstancesAddCall, InstancesListCall, InstancesTestCall, InstancesRenameCall, InstancesRemoveCall,
                 InstancesImportCall, InstancesWhoamiCall>
        call;
};

struct RecordCall
{
    InspectOptions options; ///< its images: what is expected, for whoever plays the recording
    QString file;           ///< empty: named by application and time
    std::vector<std::pair<QString, QString>> replacements; ///< name, what stands for it
    Duration length{std::chrono::hours(1)};
};

struct StatusCall
{
    InspectOptions options;
};
struct TreeCall
{
    InspectOptions options;
};
struct ExplainCall
{
    InspectOptions options;
};
/// Text for standard output: help or the version.
struct PrintCall
{
    QString text;
};

/// For shells: what can stand in the place of the last word.
struct CompleteCall
{
    QStringList words; ///< after "lynceus", as far as they are typed; the last one may be empty
};

/// What one command line asks for.
using Invocation =
    std::variant<PrintCall, CompleteCall, WaitOptions, AppsOptions, StatusCall, TreeCall, ExplainCall, RecordCall,
                 ReplayCommandOptions, DemoOptions, HistoryOptions, DeploymentsOptions, VersionsOptions, DoctorOptions,
                 WatchAddOptions, WatchExtendOptions, WatchRepeatOptions, WatchCancelOptions, DaemonOptions,
                 ServeOptions, ServeTokenOptions, TasksOptions, WatchShareOptions, ReportOptions, FollowAddOptions,
                 FollowListOptions, FollowChangeOptions, WatchListOptions, WatchShowOptions, LoginOptions,
                 LogoutOptions, InstancesCall>;

} // namespace lynceus
