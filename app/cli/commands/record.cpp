#include "app/cli/commands/commands.h"
#include "app/cli/process/console.h"
#include "app/cli/record/applicationrecorder.h"
#include "app/cli/sessions/inspectsession.h"

#include <QDateTime>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Time to write the recording after an interrupt: a long one takes seconds.
constexpr Duration kLastWrite{10'000};
constexpr Duration kLastCheck{2'000}; // for reading everything once more at the end

// Maximum loss after a crash or a power failure; each write rewrites the whole file.
constexpr Duration kWriteEvery{60'000};

Replacements replacementsOf(const RecordCall &call)
{
    Replacements replacements;
    for (const auto &[name, standIn] : call.replacements)
        replacements.add(name, standIn);
    return replacements;
}

/// Recordings are passed to others, so the file name is redacted too.
QString fileFor(const RecordCall &call, Instant now)
{
    if (!call.file.isEmpty())
        return call.file;
    const auto name = replacementsOf(call).applied(call.options.application.address.name.toUtf8());
    const auto time = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC);
    return u"%1-%2.jsonl.gz"_s.arg(QString::fromUtf8(name), time.toString(u"yyyyMMdd-HHmmss"_s));
}

class RecordSession final : public InspectSession
{
public:
    RecordSession(InspectOptions options, ServerConnection connection, const Clock &clock, RecordCall call)
        : InspectSession(std::move(options), std::move(connection), clock, {})
        , m_call(std::move(call))
        , m_clock(clock)
    {
        m_end.setSingleShot(true);
        connect(&m_end, &QTimer::timeout, this, &RecordSession::finish);
        connect(&m_writing, &QTimer::timeout, this, &RecordSession::write);
    }

    void interrupt() override
    {
        if (m_recorder && m_recorder->recording())
            return finish();
        writeError("lynceus: interrupted before anything was recorded\n");
        end(interruptedCode());
    }

private:
    void timeOut() override
    {
        isShown() ? failUnanswered(u"the first responses of the recording"_s) : InspectSession::timeOut();
    }

    void show(const Inspection &inspection) override
    {
        QStringList images;
        for (const auto &image : options().images)
            images.append(familiarName(image));
        m_recorder = std::make_unique<ApplicationRecorder>(
            client(), m_clock, inspection.key, inspection.application->project, images, replacementsOf(m_call));
        connect(m_recorder.get(), &ApplicationRecorder::failed, this,
                [this](const Error &error) { end(reportError(error, way())); });
        connect(m_recorder.get(), &ApplicationRecorder::began, this, [this, key = inspection.key] { begin(key); });
        m_recorder->start();
    }

    void begin(const ApplicationKey &key)
    {
        if (!write()) // write at once, so that errors are reported before a long recording
            return;
        stopDeadline(); // from now on the user decides about the duration
        m_end.start(m_call.length);
        m_writing.start(kWriteEvery);
        const auto line = u"Recording %1 to %2 for %3. Press Ctrl+C to stop."_s.arg(qualifiedName(key), m_call.file,
                                                                                    formatDuration(m_call.length));
        writeErrorLine(line);
    }

    bool write()
    {
        const auto written = m_recorder->recording()->write(m_call.file);
        if (!written)
            end(reportError(written.error()));
        return written.has_value();
    }

    /// Ends the recording with the current state, unless the server takes too long to respond.
    void finish()
    {
        if (std::exchange(m_isFinishing, true))
            return;
        m_writing.stop();
        m_end.stop();
        connect(m_recorder.get(), &ApplicationRecorder::finished, this, &RecordSession::conclude);
        QTimer::singleShot(kLastCheck, this, &RecordSession::conclude);
        m_recorder->finish();
    }

    void conclude()
    {
        if (std::exchange(m_hasConcluded, true))
            return;
        if (!write())
            return;
        if (const auto again = readRecording(m_call.file); !again)
            return end(reportError({Error::Kind::BadInput, m_call.file,
                                    u"it cannot be replayed: %1; replace other names"_s.arg(again.error().message)}));
        const auto line =
            u"Wrote %1 lines. Check the file before you share it: it contains all names that were not replaced."_s.arg(
                m_recorder->recording()->lines());
        writeErrorLine(line);
        end(writeOutput(m_call.file.toUtf8() + '\n') ? ExitCode::Done : ExitCode::Usage);
    }

    RecordCall m_call;
    const Clock &m_clock;
    std::unique_ptr<ApplicationRecorder> m_recorder;
    QTimer m_end;
    QTimer m_writing;
    bool m_isFinishing = false;
    bool m_hasConcluded = false;
};

} // namespace

ExitCode runCommand(const RecordCall &call, const CommandContext &context)
{
    auto placed = call;
    placed.file = fileFor(call, context.clock.now());
    if (QFileInfo::exists(placed.file) || QFileInfo(placed.file).isSymLink())
        return reportError(
            {Error::Kind::BadInput, placed.file, u"already exists; existing files are never overwritten"_s});
    context.interruption.setGrace(kLastWrite);
    return inspectWith<RecordSession>(placed.options, context, placed);
}

} // namespace lynceus
