#include "app/gui/tray/tray.h"

#include "app/gui/tray/trayicon.h"
#include "app/gui/widgets/icons.h"
#include "core/engine/text/boardtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMenuWatches = 10; // more do not fit beside what else the menu holds
constexpr Duration kLookAgain = std::chrono::seconds(3);
constexpr Duration kRefill = std::chrono::milliseconds(200);
constexpr Duration kMute = std::chrono::hours(1);

} // namespace

Tray::Tray(Engine &engine, Notifications &notifications, PreferencesFile &preferences, const Clock &clock,
           PanelIcon &icon, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_notifications(notifications)
    , m_preferences(preferences)
    , m_clock(clock)
    , m_icon(icon)
{
    connect(&engine, &Engine::watchChanged, this, [this](const WatchRecord &watch) {
        m_facts.watches.insert(watch.id, watch);
        refresh();
    });
    connect(&engine, &Engine::watchRemoved, this, [this](const QString &id) {
        m_facts.watches.remove(id);
        refresh();
    });
    connect(&engine, &Engine::instanceChanged, this, [this](const InstanceState &state) {
        m_facts.instances.insert(state.instance.id, state);
        refresh();
    });
    connect(&engine, &Engine::instanceRemoved, this, [this](const QString &id) {
        m_facts.instances.remove(id);
        refresh();
    });
    connect(&notifications, &Notifications::unseenChanged, this, &Tray::refresh);
    connect(&preferences, &PreferencesFile::changed, this, &Tray::refresh);
    connect(&notifications, &Notifications::notShown, this,
            [this](const QString &title, const QString &body, bool bad) {
                if (m_there)
                    m_icon.say(title, body, bad);
            });
    connect(&icon, &PanelIcon::clicked, this, [this] { Q_EMIT showRequested({}); });
    connect(&m_menu, &QMenu::aboutToShow, this, &Tray::fillMenu);
    m_icon.setMenu(&m_menu);
    connect(&m_look, &QTimer::timeout, this, &Tray::look);
    connect(&icon, &PanelIcon::offerChanged, this, &Tray::look);
    m_look.start(kLookAgain);
    m_refill.setSingleShot(true);
    connect(&m_refill, &QTimer::timeout, this, &Tray::fillMenu);
    fillMenu();
    refresh();
    look();
}

void Tray::look()
{
    const bool there = m_icon.isOffered();
    if (there == m_there)
        return;
    m_there = there;
    m_icon.setShown(there);
    if (!there)
        Q_EMIT vanished();
}

bool Tray::takesWindow()
{
    look();
    if (!m_there)
        return false;
    if (!m_preferences.now().toldOfTray) {
        m_notifications.tellOfTray();
        // What cannot be kept is said again the next time: no harm.
        std::ignore = m_preferences.change([](Preferences &preferences) { preferences.toldOfTray = true; });
    }
    return true;
}

bool Tray::isMuted() const
{
    const auto until = m_preferences.now().notifications.mutedUntil;
    return until && *until > m_clock.now();
}

void Tray::refresh()
{
    m_facts.unseen = m_notifications.unseen();
    m_facts.failureUnseen = m_notifications.failureUnseen();
    m_facts.muted = isMuted();
    const auto state = trayState(m_facts);
    // Panels that speak D-Bus show what it was when they read it. Not at once: it may be one of its actions that
    // changes.
    if (!m_refill.isActive())
        m_refill.start(kRefill);
    if (state == m_state && std::exchange(m_drawn, true))
        return;
    m_state = state;
    m_icon.setState(trayIcon(state), state.sentence);
}

QString Tray::lineOf(const WatchRecord &watch) const
{
    const auto time = rowTimeText(watch, {}, m_clock.now(), m_preferences.now().zone());
    auto name = watch.request.application.name;
    // An ampersand would be a mnemonic.
    return tr("%1 %2: %3").arg(name, versionsText(watch), time).replace(u'&', u"&&"_s);
}

void Tray::addWatches()
{
    const auto running = runningWatches(m_facts);
    for (const auto &watch : running) {
        if (m_menu.actions().size() == kMenuWatches)
            break;
        const auto role = watch.verdict.cause ? StateRole::Bad
            : watch.verdict.blocker           ? StateRole::Held
                                              : StateRole::Working;
        auto *action = m_menu.addAction(QIcon(trayPixmap({role, 0, {}}, 16)), lineOf(watch));
        connect(action, &QAction::triggered, this, [this, id = watch.id] { Q_EMIT showRequested(id); });
    }
    const auto more = static_cast<qsizetype>(running.size()) - m_menu.actions().size();
    if (more > 0) {
        auto *action = m_menu.addAction(tr("%1 more…").arg(more));
        connect(action, &QAction::triggered, this, [this] { Q_EMIT showRequested({}); });
    }
    if (running.empty())
        m_menu.addAction(tr("Nothing is watched"))->setEnabled(false);
    m_menu.addSeparator();
}

void Tray::fillMenu()
{
    m_menu.clear();
    addWatches();
    connect(m_menu.addAction(tr("New watch…")), &QAction::triggered, this, &Tray::newWatchRequested);
    const bool anyRuns =
        std::ranges::any_of(m_facts.instances, [](const InstanceState &state) { return !state.instance.paused; });
    const bool pauses = anyRuns || m_facts.instances.isEmpty();
    auto *pause = m_menu.addAction(pauses ? tr("Pause all instances") : tr("Resume all instances"));
    pause->setEnabled(!m_facts.instances.isEmpty());
    connect(pause, &QAction::triggered, this, [this, pauses] { pauseAll(pauses); });
    const bool muted = isMuted();
    auto *muting = m_menu.addAction(muted ? tr("Unmute (muted until %1)")
                                                .arg(momentText(*m_preferences.now().notifications.mutedUntil,
                                                                m_clock.now(), m_preferences.now().zone()))
                                          : tr("Mute for an hour"));
    connect(muting, &QAction::triggered, this, [this, muted] { mute(!muted); });
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("Show Lynceus")), &QAction::triggered, this, [this] { Q_EMIT showRequested({}); });
    connect(m_menu.addAction(tr("Quit")), &QAction::triggered, this, &Tray::quitRequested);
}

void Tray::pauseAll(bool pause)
{
    for (const auto &state : std::as_const(m_facts.instances)) {
        if (state.instance.paused == pause)
            continue;
        auto changed = state.instance;
        changed.paused = pause;
        m_engine.saveInstance(changed, this).then(this, [this](const Result<QString> &saved) {
            if (!saved)
                Q_EMIT troubled(saved.error().message);
        });
    }
}

void Tray::mute(bool mute)
{
    const auto changed = m_preferences.change([this, mute](Preferences &preferences) {
        preferences.notifications.mutedUntil = mute ? std::optional(m_clock.now() + kMute) : std::nullopt;
    });
    if (!changed)
        Q_EMIT troubled(changed.error().message);
}

} // namespace lynceus
