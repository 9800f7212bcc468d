#include "core/engine/notifications/notifications.h"

#include "core/engine/text/noticetext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kSampleSlot = "sample"_L1;
constexpr auto kTraySlot = "tray"_L1;
constexpr auto kWindowSlot = "window"_L1;
// Maximum time between two checks: timers use monotonic time, the policy uses wall time.
constexpr Duration kLongestWait = std::chrono::seconds(60);

constexpr std::array kButtons{NoticeButton::Open, NoticeButton::Extend, NoticeButton::Snooze, NoticeButton::CopyCause};

QString idOf(NoticeButton button)
{
    switch (button) {
    case NoticeButton::Open:
        return u"open"_s;
    case NoticeButton::Extend:
        return u"extend"_s;
    case NoticeButton::Snooze:
        return u"snooze"_s;
    case NoticeButton::CopyCause:
        return u"copy-cause"_s;
    }
    Q_UNREACHABLE();
}

DesktopNotification::Urgency urgencyOf(const Notice &notice)
{
    switch (notice.urgency) {
    case Urgency::Low:
        return DesktopNotification::Urgency::Low;
    case Urgency::Normal:
        return DesktopNotification::Urgency::Normal;
    case Urgency::Critical:
        return DesktopNotification::Urgency::Critical;
    }
    Q_UNREACHABLE();
}

/// Names that all sound themes have.
QString soundOf(NoticeKind kind)
{
    if (isFailure(kind))
        return u"dialog-error"_s;
    return isProblem(kind) ? u"dialog-warning"_s : u"dialog-information"_s;
}

InstanceNews::State newsState(Connection connection)
{
    switch (connection) {
    case Connection::Connecting:
    case Connection::Paused:
        return InstanceNews::State::Connecting;
    case Connection::Live:
    case Connection::Polling:
    case Connection::Stale: // one minute without data; what follows from it is reported
        return InstanceNews::State::Well;
    case Connection::SignInNeeded:
    case Connection::KeychainShut:
        return InstanceNews::State::SignIn;
    case Connection::Unreachable:
    case Connection::Certificate:
    case Connection::NotArgoCd:
    case Connection::Forbidden:
        return InstanceNews::State::Unreachable;
    }
    Q_UNREACHABLE();
}

} // namespace

Notifications::Notifications(Engine &engine, DesktopNotifications &desktop, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_desktop(desktop)
    , m_clock(clock)
    , m_tasks(engine)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Notifications::tick);
    const auto takeRules = [this] { m_policy.setRules(m_engine.state().rules()); };
    takeRules();
    connect(&engine, &Engine::rulesChanged, this, takeRules);
    connect(&m_tasks, &FollowedTasks::taskChanged, this, &Notifications::takeTask);
    connect(&m_tasks, &FollowedTasks::taskRemoved, this, &Notifications::forgetTask);
    connect(&engine, &Engine::started, this, [this] { m_policy.started(); });
    connect(&engine, &Engine::instanceChanged, this, &Notifications::takeInstance);
    connect(&engine, &Engine::instanceRemoved, this,
            [this](const QString &id) { apply(m_policy.instanceRemoved(id, m_clock.now())); });
    connect(&engine, &Engine::watchChanged, this, &Notifications::takeWatch);
    connect(&engine, &Engine::watchRemoved, this,
            [this](const QString &id) { apply(m_policy.watchRemoved(id, m_clock.now())); });
    connect(&desktop, &DesktopNotifications::activated, this, &Notifications::act);
    connect(&desktop, &DesktopNotifications::closed, this, [this](const QString &slot) {
        m_shown.remove(slot);
        m_policy.closed(slot);
    });
    connect(&desktop, &DesktopNotifications::notShown, this,
            [this](const QString &, const DesktopNotification &notification) {
                Q_EMIT notShown(notification.title, notification.body,
                                notification.urgency == DesktopNotification::Urgency::Critical);
            });
}

void Notifications::setSettings(const NotificationSettings &settings)
{
    m_settings = settings;
    m_tasks.setAuthors(settings.authors);
    apply(m_policy.setSettings(settings, m_clock.now()));
}

void Notifications::seeAll()
{
    apply(m_policy.seenAll());
}

void Notifications::setInView(bool inView)
{
    m_policy.setInView(inView);
    if (inView)
        seeAll();
}

void Notifications::checkClock()
{
    tick();
}

void Notifications::tick()
{
    apply(m_policy.tick(m_clock.now()));
}

void Notifications::takeInstance(const InstanceState &state)
{
    const auto &instance = state.instance;
    const InstanceNews news{instance.id, instance.name, newsState(state.connection), state.message};
    if (state.connection == Connection::Paused) // paused by the user: neither a problem nor its end
        apply(m_policy.instanceRemoved(instance.id, m_clock.now()));
    else
        apply(m_policy.instanceChanged(news, m_clock.now()));
}

void Notifications::takeWatch(const WatchRecord &watch)
{
    apply(m_policy.watchChanged(watch, m_clock.now()));
}

/// Tasks are reported like watches.
void Notifications::takeTask(const WatchRecord &task, bool isNews)
{
    if (!isNews)
        return forgetTask(task.id);
    m_reportedTasks.insert(task.id);
    takeWatch(task);
}

void Notifications::forgetTask(const QString &id)
{
    if (m_reportedTasks.remove(id))
        apply(m_policy.watchRemoved(id, m_clock.now()));
}

void Notifications::apply(const std::vector<Intent> &intents)
{
    for (const auto &intent : intents) {
        const auto &slot = intent.notice.slot;
        if (intent.act == Intent::Act::Withdraw) {
            m_shown.remove(slot);
            m_desktop.withdraw(slot);
        } else {
            m_shown.insert(slot, intent.notice);
            m_desktop.show(slot, textOf(intent.notice));
        }
    }
    const bool changed = m_unseen != m_policy.unseen() || m_failureUnseen != m_policy.failureUnseen();
    m_unseen = m_policy.unseen();
    m_failureUnseen = m_policy.failureUnseen();
    if (changed)
        Q_EMIT unseenChanged(m_unseen, m_failureUnseen);
    if (const auto wake = m_policy.wakeAt())
        m_timer.start(std::clamp(Duration(*wake - m_clock.now()), Duration(0), kLongestWait));
    else
        m_timer.stop();
}

QHash<QString, QString> Notifications::instanceNames() const
{
    QHash<QString, QString> names;
    for (const auto &state : m_engine.state().instances())
        names.insert(state.instance.id, state.instance.name);
    for (const auto &state : m_engine.state().teamServers())
        names.insert(state.server.place.id, state.server.place.name);
    return names;
}

DesktopNotification Notifications::textOf(const Notice &notice) const
{
    const auto text = lynceus::textOf(notice, instanceNames(), m_settings.zone);
    DesktopNotification words{text.title, text.body, urgencyOf(notice), {}};
    const bool isUpdate = (notice.merged || notice.kind == NoticeKind::Unreachable) && notice.urgency == Urgency::Low;
    if (m_settings.hasSound(notice.kind) && !isUpdate)
        words.sound = soundOf(notice.kind);
    words.lasting = isFailure(notice.kind) || notice.kind == NoticeKind::Failing;
    for (const auto button : notice.buttons) {
        if (button == NoticeButton::CopyCause && !m_offersCopies)
            continue;
        words.buttons.push_back({idOf(button), buttonText(button)});
    }
    return words;
}

void Notifications::sendSample()
{
    showPlain(kSampleSlot, sampleText().title, sampleText().body);
}

void Notifications::explainTray()
{
    showPlain(kTraySlot, inTrayText().title, inTrayText().body);
}

void Notifications::reportMissingWindow(const QString &why)
{
    const auto text = missingWindowText(why);
    m_desktop.show(kWindowSlot, {text.title, text.body, DesktopNotification::Urgency::Normal, {}});
}

void Notifications::showPlain(const QString &slot, const QString &title, const QString &body)
{
    DesktopNotification plain{title, body, DesktopNotification::Urgency::Normal, {}};
    plain.buttons.push_back({idOf(NoticeButton::Open), buttonText(NoticeButton::Open)});
    m_desktop.show(slot, plain);
}

void Notifications::act(const QString &slot, const QString &button, const QString &token)
{
    const auto notice = m_shown.value(slot);
    const auto watch = notice.watches.empty() ? WatchRecord{} : notice.watches.front();
    const auto instance = notice.instances.empty() ? QString() : notice.instances.front().id;
    const auto *const pressed = std::ranges::find(kButtons, button, &idOf);
    if (pressed == kButtons.end())
        return;
    switch (*pressed) {
    case NoticeButton::Open:
        Q_EMIT openRequested(watch.id, instance, token);
        break;
    case NoticeButton::Extend:
        m_engine.extendWatch(watch.id, kExtension);
        break;
    case NoticeButton::Snooze:
        m_engine.snoozeWatch(watch.id, kSnooze);
        break;
    case NoticeButton::CopyCause:
        Q_EMIT copyRequested(causeToCopy(watch, instanceNames()), token);
        break;
    }
}

} // namespace lynceus
