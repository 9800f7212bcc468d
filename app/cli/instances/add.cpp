#include "app/cli/instances/instances.h"
#include "app/cli/instances/storedregistry.h"
#include "app/cli/process/console.h"
#include "app/cli/process/question.h"
#include "app/cli/servers/serverconnection.h"
#include "app/cli/servers/storedsignins.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/teamserver/storedteamservers.h"
#include "core/domain/argocd/requests/requests.h"
#include "core/domain/instances/instancerules.h"
#include "core/domain/instances/probecandidates.h"
#include "core/domain/redaction/redact.h"
#include "core/engine/teamserver/teamserveraddition.h"
#include "core/io/http/connections/peercheck.h"
#include "core/io/tokenfile.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Checks the server, asks to accept its certificate if necessary, signs in if a token was given, and only then stores
/// the instance: a failure leaves nothing behind.
class AddSession final : public CommandSession
{
public:
    AddSession(std::unique_ptr<InstanceRegistry> registry, Instance instance, std::optional<Secret> token,
               HeaderValues headers, const Clock &clock)
        : m_registry(std::move(registry))
        , m_teamServers(openTeamServers())
        , m_signIns(clock)
        , m_instance(std::move(instance))
        , m_token(std::move(token))
        , m_headers(std::move(headers))
    {
        connect(&m_signIns.service(), &SignInService::progressed, this, &AddSession::takeProgress);
    }

private:
    /// Removes secrets from the keychain again, if it responds soon.
    void timeOut() override
    {
        constexpr Duration kTakingBack{2'000};
        if (m_isTakingBack) {
            reportWarning(u"the keychain does not respond; it may still contain the token or the headers of %1"_s.arg(
                m_instance.name));
            return end(m_exit);
        }
        auto error = notDone(redactedUrl(m_instance.baseUrl), m_awaited, limit());
        error.message += longerWait() + u"; nothing was added"_s;
        m_exit = reportError(error);
        restartDeadline(kTakingBack);
        takeBack();
    }

    void start() override
    {
        // Check for a taken name first, before any request.
        m_others = m_registry->instances();
        std::ranges::copy(m_teamServers->places(), std::back_inserter(m_others));
        auto checked = checkedInstance(m_instance, m_others);
        if (!checked)
            return end(reportError(checked.error()));
        m_instance = std::move(*checked);
        m_instance.id = InstanceRegistry::newId();
        probe();
    }

    void probe()
    {
        m_awaited = u"the server"_s;
        std::ignore =
            m_registry->probe(m_instance, {{}, m_headers}, this).then(this, [this](const Result<InstanceProbe> &found) {
                if (m_isTakingBack)
                    return;
                if (found)
                    return take(*found);
                if (found.error().kind == Error::Kind::Certificate && m_instance.pinnedFingerprint.isEmpty())
                    return askForPin(found.error());
                if (mayBeTeamServer(found.error().kind))
                    return addTeamServer(found.error());
                end(reportError(atServer(found.error(), m_instance.baseUrl), {}));
            });
    }

    /// A server that is not an Argo CD responds: perhaps a team server.
    void addTeamServer(const Error &notArgoCd)
    {
        m_awaited = u"the team server, or the keychain"_s;
        m_hasHeaders = m_token.has_value() || !m_headers.empty();
        TeamServerAddition::Wish wish{m_instance, m_token.value_or(Secret()), m_headers, m_others};
        m_teamServer =
            std::make_unique<TeamServerAddition>(std::move(wish), *m_teamServers, m_signIns.keychain(), nullptr);
        connect(m_teamServer.get(), &TeamServerAddition::notTeamServer, this,
                [this, notArgoCd] { end(reportError(atServer(notArgoCd, m_instance.baseUrl), {})); });
        connect(m_teamServer.get(), &TeamServerAddition::ended, this, &AddSession::takeTeamServer);
        m_teamServer->start();
    }

    void takeTeamServer(const Result<TeamServerInstance> &added)
    {
        const auto &findings = m_teamServer->findings();
        if (!added) {
            auto error = added.error();
            if (error.kind == Error::Kind::BadInput)
                return end(reportError(error));
            if (error.kind == Error::Kind::SignInNeeded && !findings.reading)
                error.message +=
                    m_token ? u"; the team server rejected the token"_s : u"; add it with --auth-token-file FILE"_s;
            error = atServer(error, m_instance.baseUrl);
            error.message += u"; nothing was added"_s;
            return end(reportError(error));
        }
        auto text = u"%1: %2, %3"_s.arg(added->place.name, redactedUrl(added->place.baseUrl), kindText(*added));
        if (!findings.version.isEmpty())
            text += u", version %1"_s.arg(findings.version);
        end(writeOutputLine(text) ? ExitCode::Done : reportUnwritten(u"%1 was added"_s.arg(added->place.name)));
    }

    void askForPin(const Error &problem)
    {
        std::ignore = m_registry->certificate(m_instance, this)
                          .then(this, [this, problem](const Result<UntrustedCertificate> &certificate) {
                              if (m_isTakingBack)
                                  return;
                              if (!certificate)
                                  return end(reportError(atServer(problem, m_instance.baseUrl), {}));
                              const auto fingerprint = fingerprintText(certificate->fingerprint);
                              writeErrorLine(u"SHA-256 "_s + fingerprint); // first: the rest is from the server
                              writeErrorLine(u"%1 presents a certificate for %2, issued by %3: %4"_s.arg(
                                  redactedUrl(m_instance.baseUrl), certificate->subject, certificate->issuer,
                                  certificate->problem));
                              const auto accepted = ask(u"Trust exactly this certificate from now on?"_s);
                              if (!accepted.value_or(false)) {
                                  writeError(("lynceus: nothing was added; to trust your own CA use --server-crt FILE, "
                                              "to trust exactly this certificate use --pin "
                                              + fingerprint.toLatin1() + "\n"));
                                  return end(ExitCode::Unreachable);
                              }
                              m_instance.pinnedFingerprint = certificate->fingerprint;
                              probe();
                          });
    }

    void take(const InstanceProbe &found)
    {
        if (m_isTakingBack)
            return;
        if (!found.redirectsTo.isEmpty())
            return refuseRedirect(found.redirectsTo);
        m_probe = found;
        if (found.baseUrl != m_instance.baseUrl)
            reportWarning(u"Argo CD responds at %1; this address is stored"_s.arg(redactedUrl(found.baseUrl)));
        if (found.settingsUrlDiffers)
            reportWarning(u"the server's configured URL is %1: single sign-on uses that URL"_s.arg(
                redactedUrl(QUrl(found.settingsUrl))));
        m_instance.baseUrl = found.baseUrl;
        if (m_instance.signIn == SignInMethod::Anonymous && !found.anonymousAllowed) {
            writeErrorLine(
                u"lynceus: %1: the server does not allow anonymous access; remove --anonymous; nothing was added"_s.arg(
                    m_instance.name));
            return end(ExitCode::SignInNeeded);
        }
        if (!m_token && m_instance.signIn != SignInMethod::Anonymous && !found.ssoOffered && found.passwordOffered)
            m_instance.signIn = SignInMethod::Password;
        storeHeaders();
    }

    /// Called before any secret is read, stored or sent.
    void refuseRedirect(const QUrl &target)
    {
        auto error = redirectError(m_instance.baseUrl, target);
        error.message += u"; nothing was added. To add that server instead: lynceus instances add %1 %2"_s.arg(
            m_instance.name, redactedUrl(target));
        end(reportError(error));
    }

    void storeHeaders()
    {
        if (m_headers.empty())
            return signIn();
        m_awaited = u"the keychain"_s;
        m_hasHeaders = true;
        storeGatewayHeaders(
            m_signIns.keychain(), m_instance, m_headers, this, [this](const KeychainResult<void> &stored) {
                if (stored)
                    return signIn();
                reportError(
                    {Error::Kind::SignInNeeded, u"--header"_s,
                     u"the keychain cannot store its value: %1; nothing was added"_s.arg(stored.error().message), false,
                     0});
                end(ExitCode::SignInNeeded);
            });
    }

    void signIn()
    {
        if (m_isTakingBack)
            return;
        if (!m_token)
            return keep({});
        const auto access = m_signIns.accessWith(m_instance, m_headers);
        if (!access)
            return end(reportError(access.error()));
        m_hasSession = true;
        m_awaited = u"the server's check of the token, or the keychain"_s;
        m_signIns.service().signIn(m_instance.id, SignInMethod::Token, {}, *std::exchange(m_token, std::nullopt));
    }

    void takeProgress(const SignInProgress &progress)
    {
        if (m_isTakingBack)
            return;
        if (progress.step == SignInProgress::Step::Failed)
            return refuse(progress.error);
        if (progress.step != SignInProgress::Step::Done)
            return;
        if (progress.tokenForThisRunOnly) {
            const auto why = m_signIns.service().session(m_instance.id).message;
            return refuse({Error::Kind::SignInNeeded, {}, u"the token cannot be stored: "_s + why, false, 0});
        }
        keep(progress.user);
    }

    void keep(const QString &user)
    {
        if (const auto added = m_registry->add(m_instance); !added) {
            m_exit = reportError(added.error());
            return takeBack();
        }
        auto text = u"%1: %2, Argo CD %3"_s.arg(m_instance.name, addressText(m_instance), m_probe.serverVersion);
        if (!user.isEmpty())
            text += u", signed in as %1"_s.arg(user);
        const auto code =
            writeOutputLine(text) ? ExitCode::Done : reportUnwritten(u"%1 was added"_s.arg(m_instance.name));
        if (user.isEmpty() && m_instance.signIn != SignInMethod::Anonymous)
            writeErrorLine(waysToSignIn());
        end(code);
    }

    [[nodiscard]] QString waysToSignIn() const
    {
        QStringList ways;
        if (m_probe.ssoOffered)
            ways.append(u"single sign-on (%1)"_s.arg(m_probe.ssoName));
        if (m_probe.passwordOffered)
            ways.append(u"user name and password"_s);
        ways.append(u"a token"_s);
        if (m_probe.anonymousAllowed)
            ways.append(u"anonymous access"_s);
        return u"Sign-in methods: %1. Sign in with: lynceus login %2"_s.arg(ways.join(u", "_s), m_instance.name);
    }

    /// The instance is not stored, so do not suggest signing in to it.
    void refuse(const Error &error)
    {
        const auto line = u"lynceus: %1: %2; nothing was added"_s.arg(m_instance.name, error.message);
        writeErrorLine(line);
        m_exit = exitCodeOf(error.kind);
        takeBack();
    }

    /// The keychain may already contain secrets.
    void takeBack()
    {
        m_isTakingBack = true;
        m_teamServer.reset();
        if (!m_hasSession)
            return forgetHeaders();
        connect(&m_signIns.service(), &SignInService::signedOut, this,
                [this](const QString &, const QString &trouble, bool isForgotten) {
                    if (!isForgotten)
                        reportWarning(u"the token is still in the keychain: %1"_s.arg(trouble));
                    forgetHeaders();
                });
        m_signIns.service().signOut(m_instance.id);
    }

    void forgetHeaders()
    {
        if (!m_hasHeaders)
            return end(m_exit);
        storeGatewayHeaders(m_signIns.keychain(), m_instance, {}, this,
                            [this](const KeychainResult<void> &) { end(m_exit); });
    }

    std::unique_ptr<InstanceRegistry> m_registry;
    std::unique_ptr<TeamServerRegistry> m_teamServers;
    StoredSignIns m_signIns;
    Instance m_instance;
    std::optional<Secret> m_token;
    HeaderValues m_headers;
    std::vector<Instance> m_others; ///< whose names are taken
    InstanceProbe m_probe;
    ExitCode m_exit = ExitCode::Done;
    std::unique_ptr<TeamServerAddition> m_teamServer; ///< null: treated as an Argo CD
    QString m_awaited;                                ///< for the error of the deadline
    bool m_hasSession = false;                        ///< the keychain may have its token
    bool m_hasHeaders = false;                        ///< the keychain may have its headers
    bool m_isTakingBack = false;
};

Result<Instance> instanceFrom(const InstancesAddCall &call)
{
    Instance instance;
    instance.name = call.name;
    auto url = parseServerAddress(call.url);
    if (!url)
        return tl::unexpected(url.error());
    instance.baseUrl = std::move(*url);
    instance.signIn = call.anonymous ? SignInMethod::Anonymous
        : call.tokenFile.isEmpty()   ? SignInMethod::Sso
                                     : SignInMethod::Token;
    const auto absolute = [](const QString &file) {
        return file.isEmpty() ? file : QFileInfo(file).absoluteFilePath();
    };
    instance.authorityFile = absolute(call.certificateFile);
    instance.pinnedFingerprint = call.pin;
    instance.clientCertificateFile = absolute(call.clientCertificateFile);
    instance.clientKeyFile = absolute(call.clientKeyFile);
    instance.proxy = call.proxy;
    instance.proxyUrl = call.proxyUrl;
    for (const auto &[name, value] : call.headers)
        instance.headerNames.append(QString::fromLatin1(name));
    return instance;
}

} // namespace

ExitCode runAdd(const InstancesAddCall &call, const CommandContext &context)
{
    auto instance = instanceFrom(call);
    if (!instance)
        return reportError(instance.error());
    std::optional<Secret> token;
    if (!call.tokenFile.isEmpty()) {
        auto read = readTokenFile(u"--auth-token-file"_s, call.tokenFile);
        if (!read)
            return reportError(read.error());
        token = std::move(*read);
    }
    HeaderValues headers;
    for (const auto &[name, value] : call.headers)
        headers.emplace_back(QString::fromLatin1(name), value);
    auto registry = openRegistryForChange(context.clock);
    if (!registry)
        return reportError(registry.error());
    AddSession session(std::move(*registry), std::move(*instance), std::move(token), std::move(headers), context.clock);
    return execute(session, context, call.requestTimeout);
}

} // namespace lynceus
