#include "app/cli/commands/commands.h"
#include "app/cli/output/textstyle.h"
#include "app/cli/process/console.h"
#include "app/cli/process/secretprompt.h"
#include "app/cli/sessions/signinsession.h"
#include "core/io/keychain/keychainprobe.h"
#include "core/io/tokenfile.h"

#include <QDateTime>
#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Step = SignInProgress::Step;

constexpr qsizetype kLongestLine = 16 * 1024; // bytes of a pasted address

class LoginSession final : public SignInSession
{
public:
    LoginSession(Instance instance, const LoginOptions &options, SignInMethod method, Secret secret, const Clock &clock)
        : SignInSession(std::move(instance), options.browser, clock)
        , m_options(options)
        , m_method(method)
        , m_secret(std::move(secret))
    {
        connect(&signIns(), &SignInService::progressed, this, &LoginSession::take);
    }

private:
    void ready() override
    {
        if (m_method == SignInMethod::Anonymous)
            return signIn();
        auto *probe = new KeychainProbe(keychain(), this);
        connect(probe, &KeychainProbe::done, this, [this](const std::optional<KeychainProblem> &problem) {
            if (problem) // checked before the browser opens or a password is sent, because the result could not be
                         // stored
                end(reportError({Error::Kind::SignInNeeded, instance().name,
                                 u"not signed in: %1"_s.arg(problem->message), false, 0}));
            else
                signIn();
        });
        probe->start();
    }

    void signIn()
    {
        await(u"the server or its sign-in provider"_s);
        signIns().signIn(instance().id, m_method, m_options.userName, std::exchange(m_secret, {}));
    }

    void take(const SignInProgress &progress)
    {
        switch (progress.step) {
        case Step::Asking:
            return;
        case Step::Redeeming:
            await(u"the server, its sign-in provider or the keychain"_s);
            if (std::exchange(m_hasWaited, false))
                restartDeadline(m_options.requestTimeout);
            return;
        case Step::WaitsForPerson:
            m_hasWaited = true;
            stopDeadline();
            return showLink(progress);
        case Step::Done:
            return finish(progress);
        case Step::Failed:
            return end(failed(progress.error));
        }
    }

    void showLink(const SignInProgress &progress)
    {
        if (!progress.error.message.isEmpty()) {
            reportError(progress.error);
            return;
        }
        const auto link = QString::fromLatin1(progress.link.toEncoded());
        if (!progress.userCode.isEmpty()) {
            say(u"open this page on any computer and enter the code %1\n%2"_s.arg(progress.userCode, link));
            return;
        }
        say(m_options.browser ? u"sign in in your browser. If it does not open, open this page:\n%1"_s.arg(link)
                              : u"open this page in a browser:\n%1"_s.arg(link));
        readPastes();
    }

    // A browser on another machine ends at a URL that does not respond there; the user can paste it here.
    void readPastes()
    {
#ifdef Q_OS_UNIX
        if (m_options.browser || m_input)
            return;
        say(u"if the browser runs on another computer, paste the final address from the browser here:"_s);
        m_input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
        connect(m_input, &QSocketNotifier::activated, this, &LoginSession::readInput);
#endif
    }

    void readInput()
    {
#ifdef Q_OS_UNIX
        char piece[1024];
        const auto size = ::read(STDIN_FILENO, piece, sizeof piece);
        if (size <= 0 || m_line.size() > kLongestLine) {
            m_input->setEnabled(false);
            return;
        }
        m_line.append(piece, size);
        wipeBytes(piece, size);
        for (auto end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
            const auto address = QString::fromUtf8(m_line.first(end)).trimmed();
            m_line.remove(0, end + 1);
            if (!address.isEmpty())
                signIns().pasteSignInAddress(instance().id, address);
        }
#endif
    }

    void finish(const SignInProgress &progress)
    {
        if (progress.tokenForThisRunOnly) {
            const auto reason = signIns().session(instance().id).message;
            end(reportError({Error::Kind::SignInNeeded, instance().name,
                             u"signed in, but the token was not stored: %1"_s.arg(reason)}));
            return;
        }
        auto changed = instance();
        changed.signIn = m_method;
        if (m_method == SignInMethod::Password)
            changed.userName = m_options.userName;
        if (const auto saved = registry().save(changed); !saved) {
            end(reportError(saved.error()));
            return;
        }
        const auto session = signIns().session(instance().id);
        auto line = m_method == SignInMethod::Anonymous
            ? u"%1 allows anonymous access: no sign-in is used"_s.arg(instance().name)
            : u"signed in to %1 as %2"_s.arg(instance().name, progress.user);
        if (session.signedInUntil)
            line += u" until %1"_s.arg(localTime(*session.signedInUntil));
        if (session.renewable)
            line += u", renewed automatically"_s;
        endChanged(writeOutputLine(line) ? ExitCode::Done : ExitCode::Usage);
    }

    static QString localTime(Instant instant)
    {
        return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count()).toString(u"yyyy-MM-dd HH:mm"_s);
    }

    ExitCode failed(Error error) const
    {
        if (error.asked == "sign-in"_L1)
            error.asked = instance().name;
        reportError(error);
        switch (error.kind) {
        case Error::Kind::Forbidden: // denied by the user in the browser, or by the provider
        case Error::Kind::NotAllowed:
        case Error::Kind::TimedOut:
            return ExitCode::SignInNeeded;
        case Error::Kind::NotFound: // a method that this server does not offer
            return ExitCode::Usage;
        default:
            return exitCodeOf(error.kind);
        }
    }

    LoginOptions m_options;
    SignInMethod m_method;
    Secret m_secret;
    QSocketNotifier *m_input = nullptr;
    QByteArray m_line;
    bool m_hasWaited = false; ///< for the user
};

class LogoutSession final : public SignInSession
{
public:
    LogoutSession(Instance instance, const Clock &clock)
        : SignInSession(std::move(instance), false, clock)
    {
        connect(&signIns(), &SignInService::signedOut, this, &LogoutSession::finish);
    }

private:
    void ready() override
    {
        await(u"the server or the keychain"_s);
        signIns().signOut(instance().id);
    }

    void finish(const QString &id, const QString &trouble, bool isForgotten)
    {
        Q_UNUSED(id);
        if (!isForgotten) {
            end(reportError({Error::Kind::Unreachable, instance().name, u"not signed out: %1"_s.arg(trouble)}));
            return;
        }
        if (!trouble.isEmpty())
            reportWarning(trouble);
        endChanged(writeOutputLine(u"signed out of %1"_s.arg(instance().name)) ? ExitCode::Done : ExitCode::Usage);
    }
};

/// The password or the pasted token, from standard input.
Result<Secret> secretFor(const LoginOptions &options, SignInMethod method, const Instance &instance,
                         Interruption &interruption)
{
    if (method == SignInMethod::Password)
        return secretFromInput(u"Password of %1 at %2: "_s.arg(options.userName, instance.name), interruption);
    if (method == SignInMethod::Token)
        return readTokenFile(u"--auth-token-file"_s, options.tokenFile);
    return Secret();
}

} // namespace

ExitCode runCommand(const LoginOptions &options, const CommandContext &context)
{
    const auto instance = storedInstance(options.instance, context.clock);
    if (!instance)
        return reportError(instance.error());
    auto chosen = options;
    const auto method = options.method.value_or(instance->signIn);
    if (method == SignInMethod::Password && chosen.userName.isEmpty())
        chosen.userName = instance->userName;
    if (method == SignInMethod::Token && chosen.tokenFile.isEmpty())
        return reportError({Error::Kind::BadInput, instance->name,
                            u"it uses a token: specify it with --auth-token-file FILE, or sign in with --sso"_s});
    auto secret = secretFor(chosen, method, *instance, context.interruption);
    if (!secret)
        return reportError(secret.error());
    LoginSession session(*instance, chosen, method, std::move(*secret), context.clock);
    // The time that the user took to type does not count.
    return execute(session, method == SignInMethod::Password ? context.restarted() : context, chosen.requestTimeout);
}

ExitCode runCommand(const LogoutOptions &options, const CommandContext &context)
{
    const auto instance = storedInstance(options.instance, context.clock);
    if (!instance)
        return reportError(instance.error());
    LogoutSession session(*instance, context.clock);
    return execute(session, context, options.requestTimeout);
}

} // namespace lynceus
