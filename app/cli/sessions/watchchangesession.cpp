#include "app/cli/sessions/watchchangesession.h"

#include "app/cli/process/console.h"
#include "app/cli/watches/storedwatches.h"
#include "core/engine/deployments/historyexport.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

void say(const QString &sentence)
{
    writeErrorLine(u"lynceus: "_s + sentence);
}

void sayNobodyFollows()
{
    reportWarning(
        u"the background service could not be started: the watch starts when the window or \"lynceus daemon\" runs"_s);
}

/// Registered watches are already in the store.
Result<QByteArray> jsonOf(const QStringList &ids)
{
    auto stored = StoredWatches::open();
    if (!stored)
        return tl::unexpected(stored.error());
    std::vector<WatchRecord> records;
    for (const auto &id : ids) {
        auto watch = stored->watch(id);
        if (!watch)
            return tl::unexpected(watch.error());
        records.push_back(std::move(watch->record));
    }
    return historyJson(records, storedInstanceNames());
}

} // namespace

WatchChangeSession::WatchChangeSession(const OwnerPlace &place, const Clock &clock)
    : m_changes(place, clock)
{ }

WatchChangeSession::~WatchChangeSession() = default;

void WatchChangeSession::interrupt()
{
    say(u"interrupted; list the registered watches with \"lynceus watch list\""_s);
    end(interruptedCode());
}

void WatchChangeSession::timeOut()
{
    if (m_done) {
        sayNobodyFollows();
        return end(*m_done);
    }
    end(reportError({Error::Kind::TimedOut, u"the running Lynceus"_s,
                     u"no response within %1; list the registered watches with \"lynceus watch list\""_s.arg(
                         formatDuration(limit())),
                     true, 0}));
}

void WatchChangeSession::add(const std::vector<WatchRequest> &requests, const OutputOptions &output)
{
    m_changes.add(requests, [this, output](const Result<QStringList> &ids) {
        if (!ids)
            return end(reportError(ids.error()));
        const auto text =
            output.format == OutputFormat::Json ? jsonOf(*ids) : Result<QByteArray>(ids->join(u'\n').toUtf8() + '\n');
        if (!text)
            return end(reportError(text.error()));
        endFollowed(writeOutput(*text) ? ExitCode::Done : ExitCode::Usage);
    });
}

void WatchChangeSession::endFollowed(ExitCode code)
{
    if (m_changes.hasOwner())
        return end(code);
    m_done = code;
    m_changes.startFollowing([this, code](bool follows) {
        if (follows)
            say(u"no window is open: the background service was started and follows the watch"_s);
        else
            sayNobodyFollows();
        end(code);
    });
}

} // namespace lynceus
