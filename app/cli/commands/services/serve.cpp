#include "app/cli/commands/services/serve.h"

#include "app/cli/commands/commands.h"
#include "app/cli/process/console.h"
#include "app/cli/sessions/commandsession.h"
#include "app/serve/taskjson.h"
#include "app/serve/teamserver.h"
#include "core/io/process/servicestate.h"
#include "core/io/tasks/taskstore.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kLastAnswers{10'000}; // after a signal, to finish responses and to write pending data

std::optional<GivenSetting> given(const QString &option, const QString &value, const QString &variable)
{
    if (!value.isEmpty())
        return GivenSetting{option, value};
    const auto text = qEnvironmentVariable(variable.toLatin1().constData());
    return text.isEmpty() ? std::nullopt : std::optional(GivenSetting{variable, text});
}

ServeOverrides overridesOf(const ServeOptions &options)
{
    ServeOverrides overrides;
    overrides.listen = given(u"--listen"_s, options.listen, u"LYNCEUS_SERVE_LISTEN"_s);
    overrides.server = given(u"--server"_s, options.server, u"LYNCEUS_SERVE_SERVER"_s);
    overrides.authTokenFile = given(u"--auth-token-file"_s, options.authTokenFile, u"LYNCEUS_SERVE_AUTH_TOKEN_FILE"_s);
    overrides.database = serveDatabase(options.database);
    overrides.deployTokenFile =
        given(u"--deploy-token-file"_s, options.deployTokenFile, u"LYNCEUS_SERVE_DEPLOY_TOKEN_FILE"_s);
    overrides.jwtSecretFile = given(u"--jwt-secret-file"_s, options.jwtSecretFile, u"LYNCEUS_SERVE_JWT_SECRET_FILE"_s);
    overrides.certificateFile = given(u"--tls-crt"_s, options.certificateFile, u"LYNCEUS_SERVE_TLS_CRT"_s);
    overrides.keyFile = given(u"--tls-key"_s, options.keyFile, u"LYNCEUS_SERVE_TLS_KEY"_s);
    overrides.openRegistration = options.openRegistration;
    return overrides;
}

/// A missing or outdated database is not an error here: the start reports it.
void checkTokenNames(const ServeConfig &config, const Clock &clock)
{
    const auto store = TaskStore::openExisting(config.database, clock);
    if (!store && store.error().kind == Error::Kind::BadInput)
        return;
    const auto tokens = store ? (*store)->deployTokens().all() : tl::unexpected(store.error());
    if (!tokens)
        return reportWarning(u"the names of deploy tokens were not compared with those of the database: %1"_s.arg(
            tokens.error().message));
    for (const auto &warning : warningsAboutTokens(config, *tokens))
        reportWarning(warning);
}

class ServeSession final : public CommandSession
{
public:
    ServeSession(ServeConfig config, const Clock &clock)
        : m_server(std::move(config), clock)
        , m_clock(clock)
    {
        connect(&m_server, &TeamServer::happened, this, &ServeSession::log);
        connect(&m_server, &TeamServer::drained, this,
                [this](bool isWritten) { end(isWritten ? ExitCode::Done : ExitCode::Failed); });
    }

    ~ServeSession() override { notifyServiceManager("STOPPING=1"); }

    void interrupt() override
    {
        notifyServiceManager("STOPPING=1");
        m_server.drain();
    }

private:
    void start() override
    {
        if (const auto started = m_server.start(); !started)
            return end(reportError(started.error()));
        const auto line = u"listening on "_s + m_server.url().toString();
        if (!writeOutputLine(line)) // a full disk must not keep a server from running
            reportUnwritten(line);
        notifyServiceManager("READY=1");
    }

    void log(QJsonObject event)
    {
        event.insert(u"time"_s, formatRfc3339(m_clock.now()));
        writeErrorLine(QString::fromUtf8(compact(event)));
    }

    TeamServer m_server;
    const Clock &m_clock;
};

} // namespace

QString serveConfigFile(const QString &option)
{
    return option.isEmpty() ? qEnvironmentVariable("LYNCEUS_SERVE_CONFIG") : option;
}

std::optional<GivenSetting> serveDatabase(const QString &option)
{
    return given(u"--database"_s, option, u"LYNCEUS_SERVE_DATABASE"_s);
}

ExitCode runCommand(const ServeOptions &options, const CommandContext &context)
{
    auto config = readServeConfig(serveConfigFile(options.configFile), overridesOf(options));
    if (!config) {
        for (const auto &error : config.error())
            reportError(error);
        return ExitCode::Usage;
    }
    for (const auto &warning : warningsAbout(*config))
        reportWarning(warning);
    if (options.check) {
        checkTokenNames(*config, context.clock);
        return writeOutputLine(u"The configuration is valid"_s) ? ExitCode::Done : ExitCode::Usage;
    }
    context.interruption.setGrace(kLastAnswers);
    ServeSession session(*std::move(config), context.clock);
    return execute(session, context, std::nullopt);
}

} // namespace lynceus
