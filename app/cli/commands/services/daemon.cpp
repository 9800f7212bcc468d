#include "app/cli/commands/commands.h"
#include "app/cli/process/console.h"
#include "app/cli/sessions/commandsession.h"
#include "core/engine/facade/localengine.h"
#include "core/engine/notifications/notifications.h"
#include "core/engine/owner/ownerservice.h"
#include "core/engine/owner/runningwatches.h"
#include "core/io/desktop/applicationservice.h"
#include "core/io/desktop/desktop.h"
#include "core/io/desktop/display.h"
#include "core/io/ipc/ownership.h"
#include "core/io/process/ownprogram.h"
#include "core/io/process/servicestate.h"
#include "core/io/settings/preferencesfile.h"

#include <QTimer>

#include <optional>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Limit for the engine to write its data after a signal; normally it takes milliseconds.
constexpr Duration kLastWrites{10'000};

void say(const QString &sentence)
{
    writeErrorLine(u"lynceus: "_s + sentence);
}

/// The engine and related services while this process owns it.
struct OwnedEngine
{
    OwnedEngine(Ownership &ownership, const Clock &clock)
        : engine(EngineSetup::usual(), clock)
        , service(engine, ownership.socket(), OwnerService::Role::Daemon)
        , running(engine)
        , notifications(engine, *desktop, clock)
    {
        notifications.offerNoCopies();
        notifications.setSettings(storedPreferences(PreferencesFile::usualName()).notifications);
    }

    LocalEngine engine;
    OwnerService service;
    RunningWatches running;
    std::unique_ptr<DesktopNotifications> desktop = desktopNotifications();
    Notifications notifications;
};

class DaemonSession final : public CommandSession
{
public:
    DaemonSession(const OwnerPlace &place, const DaemonOptions &options, const Clock &clock)
        : m_ownership(place, nameOf(OwnerService::Role::Daemon))
        , m_clock(clock)
        , m_patience(options.idle)
    {
        connect(&m_ownership, &Ownership::owned, this, &DaemonSession::serve);
        connect(&m_ownership, &Ownership::failed, this, [this](const Error &error) { end(reportError(error)); });
        connect(&m_ownership, &Ownership::occupied, this, [this](qint64 process) {
            // Success: another process follows the watches. A background service that never becomes ready would count
            // as failed.
            say(u"an engine is already running (process %1)"_s.arg(process));
            notifyServiceManager("READY=1");
            end(ExitCode::Done);
        });
        m_idle.setSingleShot(true);
        connect(&m_idle, &QTimer::timeout, this, [this] {
            say(u"no running watches are left"_s);
            end(ExitCode::Done);
        });
    }

    ~DaemonSession() override { notifyServiceManager("STOPPING=1"); }

    void interrupt() override { end(ExitCode::Done); }

private:
    void start() override { m_ownership.take(Ownership::Wish::IfFree); }

    void serve()
    {
        m_owned.emplace(m_ownership, m_clock);
        connect(&m_owned->engine, &Engine::noticeRaised, this, &say);
        connect(&m_owned->engine, &Engine::storeObstructed, this, &say);
        connect(&m_owned->engine, &Engine::started, this, [this] {
            notifyServiceManager("READY=1");
            checkIdle();
        });
        connect(&m_owned->running, &RunningWatches::countChanged, this, &DaemonSession::checkIdle);
        connect(&m_owned->service, &OwnerService::handOverWanted, this, [this] {
            say(u"a window takes over"_s);
            end(ExitCode::Done);
        });
        // The window takes over and shows the target of the clicked notification.
        connect(&m_owned->notifications, &Notifications::openRequested, this,
                [this](const QString &, const QString &, const QString &token) { openWindow(token); });
        m_owned->engine.start();
    }

    /// Prefers the bus: the background service may have been started before the session had a display.
    void openWindow(const QString &token)
    {
        if (windowProgram().isEmpty())
            return m_owned->notifications.reportMissingWindow(
                u"the window is not installed: install the package lynceus"_s);
#ifdef LYNCEUS_DBUS
        activateWindow(QDBusConnection::sessionBus(), token, this, [this, token](const Activation &activation) {
            if (activation.state == Activation::State::NotOffered)
                startWindow(token);
            else if (activation.state == Activation::State::Failed)
                m_owned->notifications.reportMissingWindow(activation.message);
        });
#else
        startWindow(token);
#endif
    }

    void startWindow(const QString &token)
    {
        if (const auto problem = missingDisplay(); !problem.isEmpty())
            m_owned->notifications.reportMissingWindow(problem);
        else if (!startOwnProgram({}, token))
            m_owned->notifications.reportMissingWindow(u"%1 cannot be started"_s.arg(ownProgram()));
    }

    void checkIdle()
    {
        if (!m_patience)
            return;
        if (m_owned->running.count() > 0)
            m_idle.stop();
        else if (!m_idle.isActive())
            m_idle.start(*m_patience);
    }

    Ownership m_ownership; ///< outlives the engine
    const Clock &m_clock;
    std::optional<Duration> m_patience; ///< maximum time without a watch; empty: unlimited
    std::optional<OwnedEngine> m_owned;
    QTimer m_idle;
};

} // namespace

ExitCode runCommand(const DaemonOptions &options, const CommandContext &context)
{
    const auto place = ownerPlace();
    if (!place)
        return reportError(place.error());
    context.interruption.setGrace(kLastWrites);
    DaemonSession session(*place, options, context.clock);
    return execute(session, context, std::nullopt);
}

} // namespace lynceus
