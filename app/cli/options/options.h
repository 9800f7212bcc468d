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

/// Default of `--request-timeout`: limit for commands without a limit of their own.
inline constexpr Duration kRequestTimeout{20'000};

enum class OutputFormat { Text, Json, Jsonl, Csv };

struct OutputOptions
{
    OutputFormat format = OutputFormat::Text;
    bool utc = false; ///< true: times in text as RFC 3339 in UTC; false: local time
};

/// How to reach the one server of this call; never stored.
struct ServerOptions
{
    QString server;                  ///< as typed; empty: ARGOCD_SERVER
    std::optional<Secret> authToken; ///< from the command line
    QString authTokenFile;
    bool insecure = false;
    QString certificateFile; ///< PEM of a private CA or of the server's certificate
    std::vector<std::pair<QByteArray, Secret>> headers;
    Duration requestTimeout{kRequestTimeout}; ///< for the whole command, unless it has its own limit
};

/// `[INSTANCE:][NAMESPACE/]NAME` as typed.
struct ApplicationName
{
    QString instance; ///< empty: the one server of this call
    ApplicationAddress address;

    friend bool operator==(const ApplicationName &, const ApplicationName &) = default;
};

/// One application to wait for; `images` is empty if `--image` or another expected version applies.
struct WaitTarget
{
    ApplicationName application;
    std::vector<ImageReference> images;
};

/// `wait --via`, `wait --from-env`: a server (`lynceus serve`, or an Argo Watcher) follows the tasks.
struct ViaOptions
{
    QUrl server;
    bool fromEnvironment = false; ///< use the variables of Argo Watcher's client
    QString deployTokenFile;      ///< empty: token from the environment, or none
    QString author;
    QString project;  ///< free text or a URL; empty: the application's name
    QString instance; ///< the server's name for the instance; empty: from the application's name, or not sent
    std::vector<std::vector<TaskImage>> images; ///< of each target, as typed
    bool hasOwnTimeout = true;                  ///< true: WaitOptions::timeout limits the command
    std::optional<Duration> taskTimeout;        ///< otherwise the timeout of the task; empty: server's default
    std::optional<bool> refresh;                ///< empty: the server's default
    Duration interval{5'000};                   ///< between two polls
    Duration requestTimeout{60'000};            ///< of one request
    bool debug = false;                         ///< log each request on standard error
};

struct WaitOptions
{
    ServerOptions server;
    OutputOptions output;
    std::vector<WaitTarget> targets; ///< without duplicates, in the order of the command line
    std::vector<ImageReference> images;
    ExpectedVersion version; ///< for all applications, unless `images` applies
    Duration timeout{std::chrono::minutes(15)};
    Duration failAfter{std::chrono::seconds(60)};
    Duration imageGrace{std::chrono::seconds(60)};
    Duration bake{0};
    bool acceptSuspended = false;
    bool waitForApp = false; ///< wait for applications that do not exist yet
    bool refresh = true;
    bool withChildren = false; ///< the targets are parents; watch their applications
    QString project;
    RegistryProxies registryProxies;
    std::optional<ViaOptions> via; ///< empty: this process sends requests to Argo CD itself
};

struct AppsOptions
{
    ServerOptions server;
    OutputOptions output;
    QStringList instances; ///< as typed; empty: all stored instances
    QStringList projects;
    std::vector<HealthStatus> health;
    std::vector<SyncStatus> sync;
    QStringList images; ///< globs or substrings of images
    QStringList names;  ///< globs or substrings of names
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
    std::vector<ImageReference> images; ///< `explain` only; empty: what git requires now
    RegistryProxies registryProxies;    ///< `explain` only
};

struct LoginOptions
{
    QString instance;                   ///< its name
    std::optional<SignInMethod> method; ///< empty: the method of the last sign-in
    QString userName;
    QString tokenFile;
    bool browser = true;
    Duration requestTimeout{kRequestTimeout}; ///< of requests before and after the user signs in
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
    QString certificateFile; ///< path for the certificate that is generated for this run
    std::vector<Fault> faults;
};

struct DemoOptions
{
    bool headless = false;
    bool utc = false;
};

/// A point in time as typed: relative to now, or absolute.
struct Moment
{
    std::optional<Duration> ago;
    Instant at{};

    [[nodiscard]] Instant from(Instant now) const { return ago ? now - *ago : at; }
};

/// Filters of all commands that list past events.
struct PastOptions
{
    QString instance; ///< name; empty: all
    std::optional<Moment> since;
    std::optional<Moment> until;
};

struct HistoryOptions
{
    OutputOptions output;
    HistoryQuery query; ///< instance and times come from PastOptions
    PastOptions past;
};

struct DeploymentsOptions
{
    OutputOptions output;
    DeploymentQuery query; ///< instance and times come from PastOptions
    PastOptions past;
};

struct ReportOptions
{
    enum class Format { Html, Markdown, Json, Csv };
    Format format = Format::Html;
    bool utc = false;      ///< for HTML and Markdown; false: local time
    DeploymentQuery query; ///< instance and times come from PastOptions
    PastOptions past;
};

/// "html", "markdown", "json", "csv".
[[nodiscard]] QString nameOf(ReportOptions::Format format);

struct FollowAddOptions
{
    OutputOptions output;
    FollowRule rule; ///< empty name: one is generated
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
    /// What defines an environment.
    enum class Environment { Instance, Namespace, Cluster, Project, Label };
    AppsOptions applications; ///< filters, server and output
    Environment environment = Environment::Instance;
    QString label;     ///< label whose values are the environments
    QStringList order; ///< environments in this order, as typed
    bool differingOnly = false;
};

struct WatchAddOptions
{
    WaitOptions expectation; ///< its server is ignored: watches always use stored instances
    QString release;
    QString note;
    Duration requestTimeout{kRequestTimeout}; ///< of the command; the watch has its own timeout
};

struct WatchExtendOptions
{
    QStringList ids;
    Duration by{std::chrono::minutes(10)}; ///< same default as the notification's button
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
    std::optional<Duration> idle; ///< exit after this time without a running watch
};

/// Empty values may come from the environment or the file.
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

/// Empty values may come from the environment or the file.
struct ServeTokenOptions
{
    enum class Action { Create, List, Revoke };
    Action action = Action::List;
    QString name; ///< for Create and Revoke
    QString configFile;
    QString database;
};

struct BundleOptions
{
    QString file; ///< empty: no file
    bool hidesHosts = false;
    std::vector<std::pair<QString, QString>> replacements;
};

struct DoctorOptions
{
    ServerOptions server;
    OutputOptions output;
    BundleOptions bundle;
    QStringList instances; ///< as typed; empty: all stored instances
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
    QStringList servers;            ///< names; empty: all stored team servers
    QString app;                    ///< exact match; empty: all
    QString author;                 ///< ignoring case; empty: all
    std::optional<TaskState> state; ///< empty: all
    Moment since{std::chrono::hours(24), {}};
    int limit = 1'000;
    bool isFollowed = false; ///< print changes until interrupted
    Duration requestTimeout{kRequestTimeout};
};

/// Registers a watch on a team server.
struct WatchShareOptions
{
    QString id;
    QString server; ///< name of the team server
    QString author; ///< empty: the system's user name
    QString project;
    QString instance; ///< the server's name for the Argo CD instance; empty: the server finds the application
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
    QString certificateFile; ///< PEM of a private CA
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
    QString file; ///< empty: default path of the argocd CLI
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

/// Options of one `lynceus instances …` subcommand.
struct InstancesCall
{
    std::variant<InstancesAddCall, InstancesListCall, InstancesTestCall, InstancesRenameCall, InstancesRemoveCall,
                 InstancesImportCall, InstancesWhoamiCall>
        call;
};

struct RecordCall
{
    InspectOptions options; ///< its images: the expected ones, stored in the recording for replay
    QString file;           ///< empty: generated from application and time
    std::vector<std::pair<QString, QString>> replacements; ///< name and replacement
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
/// Text for standard output: help or version.
struct PrintCall
{
    QString text;
};

/// For shells: completions for the last word.
struct CompleteCall
{
    QStringList words; ///< after "lynceus", as far as they are typed; the last one may be empty
};

/// One parsed command line.
using Invocation =
    std::variant<PrintCall, CompleteCall, WaitOptions, AppsOptions, StatusCall, TreeCall, ExplainCall, RecordCall,
                 ReplayCommandOptions, DemoOptions, HistoryOptions, DeploymentsOptions, VersionsOptions, DoctorOptions,
                 WatchAddOptions, WatchExtendOptions, WatchRepeatOptions, WatchCancelOptions, DaemonOptions,
                 ServeOptions, ServeTokenOptions, TasksOptions, WatchShareOptions, ReportOptions, FollowAddOptions,
                 FollowListOptions, FollowChangeOptions, WatchListOptions, WatchShowOptions, LoginOptions,
                 LogoutOptions, InstancesCall>;

} // namespace lynceus
