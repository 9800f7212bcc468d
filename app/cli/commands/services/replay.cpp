#include "app/cli/commands/commands.h"
#include "app/cli/process/console.h"
#include "app/cli/sessions/commandsession.h"
#include "core/domain/time/time.h"
#include "core/io/tokenfile.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"

#include <QDir>
#include <QFile>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

void say(const QString &line)
{
    writeErrorLine(line);
}

/// Suggested commands for this recording.
QString invitation(const RecordingHead &head, const QUrl &url)
{
    auto command = u"  lynceus wait --server %1 --app %2"_s.arg(url.toString(), head.application);
    if (!head.images.isEmpty())
        command += u'=' + head.images.front();
    return command;
}

class ReplaySession final : public CommandSession
{
public:
    ReplaySession(const ReplayCommandOptions &options, const std::vector<Recording> &recordings,
                  const ReplayOptions &serving, const Clock &clock)
        : m_options(options)
        , m_server(recordings, serving, clock)
    {
        for (const auto &recording : recordings)
            m_heads.push_back(recording.head);
        if (options.verbose)
            connect(&m_server, &ReplayServer::requestArrived, this, &say);
    }

    void interrupt() override { end(ExitCode::Done); }

private:
    void start() override
    {
        if (const auto listening = m_server.listen(); !listening)
            return end(reportError(listening.error()));
        auto lines = m_server.baseUrl().toString() + u'\n';
        if (m_options.tls) {
            const auto file = writeCertificate();
            if (!file)
                return end(reportError(file.error()));
            lines += *file + u'\n';
        }
        if (!writeOutput(lines.toUtf8()))
            return end(ExitCode::Usage);
        for (const auto &head : m_heads)
            say(invitation(head, m_server.baseUrl()));
        say(u"Time starts with the first request. Press Ctrl+C to stop."_s);
    }

    [[nodiscard]] Result<QString> writeCertificate()
    {
        const auto &name = m_options.certificateFile;
        if (name.isEmpty()) {
            m_temporary.setFileTemplate(QDir::temp().filePath(u"lynceus-replay-XXXXXX.pem"_s));
            if (!m_temporary.open() || m_temporary.write(m_server.certificate()) < 0 || !m_temporary.flush())
                return badInput(u"cannot be written: "_s + m_temporary.errorString(), m_temporary.fileTemplate());
            return m_temporary.fileName();
        }
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(m_server.certificate()) < 0
            || !file.flush())
            return badInput(u"cannot be written: "_s + file.errorString(), u"--write-crt "_s + name);
        return name;
    }

    ReplayCommandOptions m_options;
    std::vector<RecordingHead> m_heads; ///< for the suggested commands
    ReplayServer m_server;
    QTemporaryFile m_temporary; ///< deleted with the session
};

Result<std::vector<Recording>> readRecordings(const QStringList &names)
{
    std::vector<Recording> recordings;
    for (const auto &name : names) {
        // A local file takes precedence over a built-in recording of the same name.
        auto recording =
            !QFile::exists(name) && builtInRecordings().contains(name) ? builtInRecording(name) : readRecording(name);
        if (!recording)
            return tl::unexpected(recording.error());
        recordings.push_back(std::move(*recording));
    }
    return recordings;
}

Result<ReplayOptions> servingOptions(const ReplayCommandOptions &options)
{
    ReplayOptions serving{.port = options.port,
                          .speed = options.speed,
                          .loop = options.loop,
                          .tls = options.tls,
                          .basePath = options.basePath,
                          .token = {},
                          .faults = options.faults};
    if (!options.tokenFile.isEmpty()) {
        const auto token = readTokenFile(u"--token-file"_s, options.tokenFile);
        if (!token)
            return tl::unexpected(token.error());
        serving.token = token->reveal();
    }
    return serving;
}

} // namespace

ExitCode runCommand(const ReplayCommandOptions &options, const CommandContext &context)
{
    const auto serving = servingOptions(options);
    if (!serving)
        return reportError(serving.error());
    const auto recordings = readRecordings(options.recordings);
    if (!recordings)
        return reportError(recordings.error());
    ReplaySession session(options, *recordings, *serving, context.clock);
    return execute(session, context, std::nullopt);
}

} // namespace lynceus
