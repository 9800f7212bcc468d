#include "app/gui/tray/tray.h"

#include "app/gui/tray/trayicon.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "app/gui/widgets/text/menutext.h"
#include "core/engine/text/boardtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kMenuWatches = 8; // per kind: more do not fit into the menu
constexpr std::size_t kResults = 5;
constexpr Duration kRecheckAfter = std::chrono::seconds(3);
constexpr Duration kRefill = std::chrono::milliseconds(200);
/// Limits redraws: hundreds of watches can change at once, and an icon has several sizes.
constexpr Duration kDraw = std::chrono::milliseconds(100);
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
    connect(&engine, &Engine::watchChanged, this, &Tray::refresh);
    connect(&engine, &Engine::watchRemoved, this, &Tray::refresh);
    connect(&engine, &Engine::instanceChanged, this, &Tray::refresh);
    connect(&engine, &Engine::instanceRemoved, this, &Tray::refresh);
    connect(&engine, &Engine::teamServerChanged, this, &Tray::refresh);
    connect(&notifications.tasks(), &FollowedTasks::taskChanged, this, &Tray::refresh);
    connect(&notifications.tasks(), &FollowedTasks::taskRemoved, this, &Tray::refresh);
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
    connect(&m_checkTimer, &QTimer::timeout, this, &Tray::check);
    connect(&icon, &PanelIcon::offerChanged, this, &Tray::check);
    m_checkTimer.start(kRecheckAfter);
    m_refill.setSingleShot(true);
    connect(&m_refill, &QTimer::timeout, this, &Tray::fillMenu);
    m_draw.setSingleShot(true);
    connect(&m_draw, &QTimer::timeout, this, &Tray::draw);
    fillMenu();
    refresh();
    draw();
    check();
}

void Tray::check()
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
    check();
    if (!m_there)
        return false;
    if (!m_preferences.now().trayExplained) {
        m_notifications.explainTray();
        // If it cannot be stored, the message is shown again next time.
        std::ignore = m_preferences.change([](Preferences &preferences) { preferences.trayExplained = true; },
                                           PreferencesFile::By::Lynceus);
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
    const auto state = trayState({m_engine.state(), m_notifications.tasks().tasks()},
                                 {m_notifications.unseen(), m_notifications.failureUnseen(), isMuted()});
    // Panels with D-Bus show the menu as they last read it. Delayed, because one of its actions may be running.
    if (!m_refill.isActive())
        m_refill.start(kRefill);
    if (state == m_state)
        return;
    m_state = state;
    if (!m_draw.isActive())
        m_draw.start(kDraw);
}

void Tray::draw()
{
    m_icon.setState(trayIcon(m_state), m_state.sentence);
}

QString Tray::timeOf(const WatchRecord &watch) const
{
    return rowTimeText(watch, std::nullopt, m_clock.now(), m_preferences.now().zone());
}

QString Tray::lineOf(const WatchRecord &watch, const QString &state) const
{
    return menuText(tr("%1 %2: %3").arg(watch.request.application.name, versionsText(watch), state));
}

/// Up to kMenuWatches, then the number of others; ends with a separator.
void Tray::addWatches(std::vector<Entry> &entries, const std::vector<const WatchRecord *> &watches)
{
    const auto before = entries.size();
    for (const auto *watch : watches) {
        if (entries.size() - before == kMenuWatches)
            break;
        const auto sentence = rowSentence(*watch, m_preferences.now().zone());
        const bool isProgress = !watch->isOver() && !watch->verdict.cause && !isHeldUp(watch->verdict);
        entries.push_back({lineOf(*watch, isProgress ? timeOf(*watch) : sentence.lead), markOf(watch->verdict).role,
                           [this, id = watch->id] { Q_EMIT showRequested(id); }});
    }
    if (watches.size() > kMenuWatches)
        entries.push_back(
            {tr("%n more…", nullptr, int(watches.size() - kMenuWatches)), {}, [this] { Q_EMIT showRequested({}); }});
    if (!watches.empty())
        entries.push_back({}); // a separator
}

/// Watches that need attention, running ones, and the last results.
void Tray::addNews(std::vector<Entry> &entries)
{
    auto listed = trayWatches({m_engine.state(), m_notifications.tasks().tasks()}, m_clock.now());
    if (listed.attention.empty() && listed.running.empty()) {
        entries.push_back({tr("No watches"), {}, {}});
        entries.push_back({});
    }
    addWatches(entries, listed.attention);
    addWatches(entries, listed.running);
    listed.results.resize(std::min(listed.results.size(), kResults));
    for (const auto *watch : listed.results) {
        const auto words = tr("%1, %2").arg(rowSentence(*watch, m_preferences.now().zone()).lead, timeOf(*watch));
        entries.push_back(
            {lineOf(*watch, words), markOf(watch->verdict).role, [this, id = watch->id] { Q_EMIT showRequested(id); }});
    }
    if (!listed.results.empty())
        entries.push_back({});
}

std::vector<Tray::Entry> Tray::entries()
{
    std::vector<Entry> entries;
    addNews(entries);
    entries.push_back({tr("New watch…"), {}, [this] { Q_EMIT newWatchRequested(); }});
    const auto &instances = m_engine.state().instances();
    const bool anyRuns =
        std::ranges::any_of(instances, [](const InstanceState &state) { return !state.instance.paused; });
    const bool pauses = anyRuns || instances.isEmpty();
    const auto pause = instances.isEmpty() ? std::function<void()>() : [this, pauses] { pauseAll(pauses); };
    entries.push_back({pauses ? tr("Pause all instances") : tr("Resume all instances"), {}, pause});
    const bool muted = isMuted();
    entries.push_back({muted ? tr("Unmute (muted until %1)")
                                   .arg(momentText(*m_preferences.now().notifications.mutedUntil, m_clock.now(),
                                                   m_preferences.now().zone()))
                             : tr("Mute for an hour"),
                       {},
                       [this, muted] { mute(!muted); }});
    entries.push_back({});
    entries.push_back({tr("Show Lynceus"), {}, [this] { Q_EMIT showRequested({}); }});
    entries.push_back({tr("Quit"), {}, [this] { Q_EMIT quitRequested(); }});
    return entries;
}

/// Panels store entry numbers and send them back later: entries at the same position are reused.
void Tray::fillMenu()
{
    const auto separators = [](const std::vector<Entry> &entries) {
        std::vector<bool> places;
        std::ranges::transform(entries, std::back_inserter(places),
                               [](const Entry &entry) { return entry.isSeparator(); });
        return places;
    };
    auto wanted = entries();
    const bool fits = separators(wanted) == separators(m_entries);
    m_entries = std::move(wanted);
    if (!fits) {
        m_menu.clear();
        for (std::size_t at = 0; at < m_entries.size(); ++at) {
            auto *action = m_entries[at].isSeparator() ? m_menu.addSeparator() : m_menu.addAction(QString());
            connect(action, &QAction::triggered, this, [this, at] {
                if (const auto act = m_entries[at].act)
                    act();
            });
        }
    }
    const auto actions = m_menu.actions();
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        const auto &entry = m_entries[at];
        if (entry.isSeparator())
            continue;
        auto *action = actions[static_cast<qsizetype>(at)];
        action->setText(entry.text);
        action->setIcon(entry.role ? QIcon(trayPixmap({*entry.role, 0, {}}, 16)) : QIcon());
        action->setEnabled(bool(entry.act));
    }
}

void Tray::pauseAll(bool pause)
{
    const auto instances = m_engine.state().instances(); // a copy, because saving changes it
    for (const auto &state : instances) {
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
