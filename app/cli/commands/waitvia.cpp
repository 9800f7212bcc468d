#include "app/cli/commands/waitvia.h"

#include "app/cli/process/console.h"
#include "app/cli/servers/serverconnection.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/wait/taskfollower.h"
#include "app/cli/wait/waitreporter.h"
#include "core/domain/argocd/requests/origin.h"
#include "core/domain/argocd/requests/requests.h"
#include "core/domain/auth/signinpolicy.h"
#include "core/domain/redaction/redact.h"
#include "core/io/tokenfile.h"

#include <QJsonArray>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// How long after the deadline the server's verdict may arrive, as for local watches.
constexpr Duration kLastVerdict{1'500};
// How much longer than its task the command may take if only the task's time is limited, as with Argo Watcher's client:
// registering, the server's last check (30 s), and a poll.
constexpr Duration kAroundTask{60'000};
constexpr Duration kShowEvery{1'000};
constexpr Duration kUsualTask{std::chrono::minutes(15)}; // for servers that do not report a default

Duration firstLimit(const WaitOptions &options)
{
    if (options.via->hasOwnTimeout)
        return options.timeout;
    return options.via->taskTimeout.value_or(kUsualTask) + kAroundTask;
}

Outcome outcomeFor(const Error &error)
{
    return error.kind == Error::Kind::SignInNeeded ? Outcome::SignInNeeded : Outcome::Aborted;
}

ExitCode reportServerError(Error error, const TaskCredentials &credentials)
{
    if (error.kind == Error::Kind::SignInNeeded)
        error.message += credentials.isEmpty()
            ? u"; pass a deploy token with --deploy-token-file or ARGO_WATCHER_DEPLOY_TOKEN"_s
            : u"; check the deploy token or the JWT"_s;
    else if (error.kind == Error::Kind::Certificate)
        error.message += u"; trust your own CA with --server-crt FILE"_s;
    return reportError(error);
}

/// The token in the environment belongs to the server in the environment.
Result<void> checkOwner(const QString &variable, const QUrl &server)
{
    const auto named = qEnvironmentVariable("ARGO_WATCHER_URL");
    if (named.isEmpty())
        return {};
    const auto owner = parseServerAddress(named);
    if (owner && sameOrigin(*owner, server))
        return {};
    return badInput(
        u"its token is for the server in ARGO_WATCHER_URL, not for %1; pass the token for %1 with --deploy-token-file"_s
            .arg(redactedUrl(server)),
        variable);
}

Result<TaskCredentials> credentialsFor(const ViaOptions &via)
{
    TaskCredentials credentials;
    if (!via.deployTokenFile.isEmpty()) {
        auto token = readTokenFile(u"--deploy-token-file"_s, via.deployTokenFile);
        if (!token)
            return tl::unexpected(token.error());
        credentials.deployToken = *std::move(token);
        return credentials;
    }
    const auto bearer = via.fromEnvironment ? qgetenv("BEARER_TOKEN").trimmed() : QByteArray();
    const auto variable = bearer.isEmpty() ? u"ARGO_WATCHER_DEPLOY_TOKEN"_s : u"BEARER_TOKEN"_s;
    auto token = bearer.isEmpty() ? qgetenv("ARGO_WATCHER_DEPLOY_TOKEN").trimmed() : bearer;
    if (token.isEmpty())
        return credentials;
    if (auto owner = checkOwner(variable, via.server); !owner)
        return tl::unexpected(owner.error());
    if (!isHttpFieldValue(token))
        return badInput(u"it contains characters that cannot be sent in a header"_s, variable);
    (bearer.isEmpty() ? credentials.deployToken : credentials.bearer) = Secret(std::move(token));
    return credentials;
}

Result<InstanceAccess> accessTo(const WaitOptions &options, const TaskCredentials &credentials)
{
    auto server = options.server;
    server.server = options.via->server.toString();
    const auto connection = serverConnection(server, {});
    if (!connection)
        return tl::unexpected(connection.error());
    for (const auto &warning : connection->warnings)
        reportWarning(warning);
    const auto &url = connection->access.baseUrl;
    if (url.scheme() == "http"_L1 && !credentials.isEmpty() && !isThisComputer(url.host()))
        reportWarning(u"http to %1: the token is sent unencrypted; use https"_s.arg(url.host()));
    return connection->access;
}

class ViaSession final : public CommandSession
{
public:
    ViaSession(const WaitOptions &options, const InstanceAccess &access, const TaskCredentials &credentials,
               const CommandContext &context)
        : m_options(options)
        , m_via(*options.via)
        , m_credentials(credentials)
        , m_deadline(context.deadline(options.timeout))
        , m_client(access, credentials, context.clock, m_via.requestTimeout)
        , m_reporter(makeWaitReporter(options.output))
    {
        connect(&m_client, &TaskServerClient::troubled, this, [this](const Error &error) { m_trouble = error; });
        if (m_via.debug)
            connect(&m_client, &TaskServerClient::sending, this,
                    [](const QString &request) { writeErrorLine(u"lynceus: "_s + redactedText(request, 4'000)); });
        connect(&m_tick, &QTimer::timeout, this, [this] { show(-1); });
        for (std::size_t i = 0; i < options.targets.size(); ++i)
            m_followers.push_back(std::make_unique<TaskFollower>(m_client, beginning(i), m_via.interval));
    }

    void interrupt() override
    {
        std::ignore = m_reporter->conclude(release());
        QStringList ids;
        for (const auto &follower : m_followers) {
            if (follower->isRegistered() && !follower->hasEnded())
                ids += follower->report().task->id;
        }
        writeErrorLine(
            ids.isEmpty()
                ? u"lynceus: interrupted before a verdict"_s
                : u"lynceus: interrupted before a verdict; the server continues to follow %1"_s.arg(ids.join(u", "_s)));
        end(interruptedCode());
    }

    void timeOut() override
    {
        if (!areAllRegistered())
            return timeOutUnregistered();
        if (!std::exchange(m_isLate, true)) {
            for (const auto &follower : m_followers)
                follower->checkNow();
            return restartDeadline(kLastVerdict);
        }
        for (const auto &follower : m_followers)
            follower->endLate();
        conclude();
    }

private:
    void start() override { recognise(); }

    [[nodiscard]] WatchReport beginning(std::size_t index) const
    {
        const auto &target = m_options.targets[index];
        WatchReport report;
        report.expectation.application = {target.application.instance.isEmpty() ? m_via.instance
                                                                                : target.application.instance,
                                          target.application.address.nameSpace, target.application.address.name};
        report.expectation.images = target.images.empty() ? m_options.images : target.images;
        report.expectation.version = m_options.version;
        report.now = report.expectation.registeredAt = m_client.serverNow();
        report.expectation.deadline = report.now + firstLimit(m_options);
        report.task = ServedTask{{}, m_via.server, {}, {}};
        return report;
    }

    [[nodiscard]] QJsonObject submission(std::size_t index, const std::optional<std::chrono::seconds> &timeout) const
    {
        const auto &application = m_followers[index]->report().expectation.application;
        const auto &version = m_options.version;
        QJsonObject object{
            {u"app"_s,
             application.nameSpace.isEmpty() ? application.name : application.nameSpace + u'/' + application.name},
            {u"author"_s, m_via.author},
            {u"project"_s, m_via.project.isEmpty() ? application.name : m_via.project}};
        QJsonArray images;
        for (const auto &[image, tag] : m_via.images[index])
            images.append(QJsonObject{{u"image"_s, image}, {u"tag"_s, tag}});
        if (version.isImages())
            object.insert(u"images"_s, images);
        else
            object.insert(version.kind == ExpectedVersion::Kind::Revision ? u"revision"_s : u"chart_version"_s,
                          version.value);
        if (!application.instance.isEmpty())
            object.insert(u"instance"_s, application.instance);
        if (m_via.refresh)
            object.insert(u"refresh"_s, *m_via.refresh);
        if (timeout)
            object.insert(u"timeout"_s, qint64{timeout->count()});
        return object;
    }

    /// The server counts from the registration, this process from its first instruction.
    [[nodiscard]] std::optional<std::chrono::seconds> taskTimeout() const
    {
        const auto timeout = m_via.hasOwnTimeout ? std::optional(m_deadline.left()) : m_via.taskTimeout;
        if (!timeout)
            return std::nullopt;
        return std::max(std::chrono::seconds(1), std::chrono::floor<std::chrono::seconds>(*timeout));
    }

    /// First without a credential, so that a wrong URL does not receive it.
    void recognise()
    {
        const auto check = [](const WholeAnswer &answer) {
            return answeringServerFrom(answer.body).map([](TeamServerKind) {});
        };
        m_client.ask(TaskCall::Version, {}, {}, this, check, [this](const Result<WholeAnswer> &answer) {
            if (answer)
                return takeKind(*answeringServerFrom(answer->body));
            const bool mayHelp = answer.error().kind == Error::Kind::SignInNeeded && !m_credentials.isEmpty();
            if (!mayHelp || std::exchange(m_hasIdentified, true))
                return giveUp(answer.error());
            recogniseByDescription();
        });
    }

    /// The version needs a credential, but the API description of `lynceus serve` does not. Another server may be an
    /// Argo Watcher, which has only one header for deploy tokens.
    void recogniseByDescription()
    {
        const auto check = [](const WholeAnswer &answer) { return checkTeamServerDescription(answer.body); };
        m_client.ask(TaskCall::Description, {}, {}, this, check, [this](const Result<WholeAnswer> &answer) {
            if (answer)
                return takeKind(TeamServerKind::Lynceus);
            m_client.recognise(false);
            recognise();
        });
    }

    void takeKind(TeamServerKind kind)
    {
        m_kind = kind;
        m_client.recognise(kind == TeamServerKind::Lynceus);
        if (kind == TeamServerKind::ArgoWatcher) {
            if (const auto understood = checkForArgoWatcher(); !understood)
                return giveUp(understood.error());
        }
        if (m_via.hasOwnTimeout || m_via.taskTimeout)
            return enrolNext();
        m_client.ask(
            TaskCall::Config, {}, {}, this, [](const WholeAnswer &) { return Result<void>(); },
            [this](const Result<WholeAnswer> &answer) {
                if (const auto timeout = answer ? deploymentTimeoutFrom(answer->body) : std::nullopt) {
                    m_usualTimeout = *timeout;
                    restartDeadline(*timeout + kAroundTask);
                }
                enrolNext();
            });
    }

    /// Rejects what Argo Watcher does not support or would never find.
    [[nodiscard]] Result<void> checkForArgoWatcher() const
    {
        const auto refuse = [this](const QString &asked, const QString &message) {
            return badInput(u"%1 is an Argo Watcher, %2"_s.arg(redactedUrl(m_via.server), message), asked);
        };
        if (!m_options.version.isImages())
            return refuse(m_options.version.kind == ExpectedVersion::Kind::Revision ? u"--revision"_s
                                                                                    : u"--chart-version"_s,
                          u"which follows images only; use --app NAME=IMAGE"_s);
        for (std::size_t i = 0; i < m_followers.size(); ++i) {
            const auto &application = m_followers[i]->report().expectation.application;
            if (!application.instance.isEmpty())
                return refuse(u"instance "_s + application.instance, u"which has one instance only; remove it"_s);
            if (!application.nameSpace.isEmpty())
                return refuse(application.nameSpace + u'/' + application.name,
                              u"which does not support namespaces; use the name alone"_s);
            for (const auto &image : m_via.images[i]) {
                if (image.tag.contains(u':'))
                    return refuse(image.image + u'@' + image.tag, u"which does not support digests; use a tag"_s);
            }
        }
        return {};
    }

    [[nodiscard]] bool areAllRegistered() const
    {
        return std::ranges::all_of(m_followers, [](const auto &follower) { return follower->isRegistered(); });
    }

    void enrolNext()
    {
        const auto next =
            std::ranges::find_if(m_followers, [](const auto &follower) { return !follower->isRegistered(); });
        if (next == m_followers.end())
            return m_tick.start(kShowEvery);
        const auto index = next - m_followers.begin();
        auto *follower = next->get();
        connect(follower, &TaskFollower::registered, this, [this, follower] {
            writeErrorLine(
                u"lynceus: registered as task %1 on %2"_s.arg(follower->report().task->id, redactedUrl(m_via.server)));
            enrolNext();
        });
        connect(follower, &TaskFollower::refused, this, &ViaSession::giveUp);
        const auto asked = taskTimeout();
        const Duration timeout = asked ? Duration(*asked) : m_usualTimeout;
        connect(follower, &TaskFollower::changed, this, [this, index, follower, timeout] {
            keepUpWith(*follower, timeout);
            show(int(index));
        });
        connect(follower, &TaskFollower::ended, this, [this, index] {
            const bool areAllOver = areAllRegistered()
                && std::ranges::all_of(m_followers, [](const auto &each) { return each->hasEnded(); });
            areAllOver ? conclude() : show(int(index));
        });
        follower->enrol(m_kind, submission(std::size_t(index), asked));
    }

    /// Another client may extend the @p timeout with which the task was registered, and its bake time may continue
    /// after the deadline. The command's deadline is then extended by the same amount, even if it has just passed.
    void keepUpWith(const TaskFollower &follower, Duration timeout)
    {
        const auto more = follower.allowed().value_or(timeout) - timeout;
        if (isOver() || more <= m_extension)
            return;
        const auto left = m_isLate ? Duration{0} : timeLeft().value_or(Duration{0});
        m_isLate = false;
        restartDeadline(left + more - std::exchange(m_extension, more));
    }

    /// Waits until all tasks are registered: the redrawn block must not be mixed with lines about registering.
    void show(int index)
    {
        if (!isOver() && areAllRegistered())
            m_reporter->show(release(), index);
    }

    [[nodiscard]] ReleaseReport release() const
    {
        ReleaseReport release;
        release.now = m_client.serverNow();
        for (const auto &follower : m_followers) {
            release.watches.push_back(follower->report());
            if (!follower->hasEnded())
                release.watches.back().now = release.now;
        }
        release.isLate = m_isLate;
        return release;
    }

    void conclude()
    {
        if (isOver())
            return;
        m_tick.stop();
        const auto all = release();
        if (!m_reporter->conclude(all)) {
            writeError("lynceus: the verdict could not be written to standard output\n");
            return end(ExitCode::Usage);
        }
        end(exitCodeOf(outcomeOf(all)));
    }

    /// Some tasks could not be registered, and retries do not help.
    void giveUp(const Error &error)
    {
        if (isOver())
            return;
        const auto code = reportServerError(error, m_credentials);
        if (error.kind != Error::Kind::BadInput)
            writeUnregistered(outcomeFor(error), error);
        end(code);
    }

    void timeOutUnregistered()
    {
        auto error = m_trouble.value_or(Error{Error::Kind::TimedOut, redactedUrl(m_via.server),
                                              u"no response within %1"_s.arg(formatDuration(limit())), true, 0});
        const auto outcome = m_client.isReached() ? Outcome::TimedOut : Outcome::Aborted;
        if (outcome == Outcome::TimedOut)
            error.message = u"timed out after %1: %2"_s.arg(formatDuration(limit()), error.message);
        std::ignore = reportServerError(error, m_credentials);
        writeUnregistered(outcome, error);
        end(exitCodeOf(outcome));
    }

    /// Scripts that read JSON get an object for every outcome.
    void writeUnregistered(Outcome outcome, const Error &error)
    {
        if (m_options.output.format == OutputFormat::Text)
            return;
        auto all = release();
        all.unstarted = outcome;
        for (auto &watch : all.watches) {
            watch.verdict.outcome = outcome;
            watch.verdict.decidedAt = watch.now;
            watch.verdict.blocker =
                Blocker{outcome == Outcome::SignInNeeded ? Blocker::Kind::SignIn : Blocker::Kind::Unreachable,
                        {},
                        error.message,
                        std::nullopt};
        }
        std::ignore = m_reporter->conclude(all);
    }

    const WaitOptions m_options;
    const ViaOptions m_via;
    const TaskCredentials m_credentials;
    CommandDeadline m_deadline;
    TaskServerClient m_client;
    std::unique_ptr<WaitReporter> m_reporter;
    std::vector<std::unique_ptr<TaskFollower>> m_followers; ///< one for each target
    QTimer m_tick;                                          ///< updates the remaining time
    TeamServerKind m_kind = TeamServerKind::ArgoWatcher;
    std::optional<Error> m_trouble;       ///< the last error, for the message at the deadline
    Duration m_usualTimeout = kUsualTask; ///< of tasks without a timeout, as reported by the server
    Duration m_extension{0};              ///< of the registered timeout, by the server
    bool m_hasIdentified = false;         ///< the version needed a credential
    bool m_isLate = false;
};

} // namespace

ExitCode runWaitVia(const WaitOptions &options, const CommandContext &context)
{
    const auto credentials = credentialsFor(*options.via);
    if (!credentials)
        return reportError(credentials.error());
    const auto access = accessTo(options, *credentials);
    if (!access)
        return reportError(access.error());
    ViaSession session(options, *access, *credentials, context);
    return execute(session, context, firstLimit(options));
}

} // namespace lynceus
