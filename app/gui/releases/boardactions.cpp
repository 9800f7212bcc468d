#include "app/gui/releases/boardactions.h"

#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/text/clipboard.h"
#include "core/domain/link/watchlink.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/watch/watchrequests.h"
#include "core/engine/facade/engine.h"
#include "core/engine/text/reporttext.h"
#include "core/engine/text/wording.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kShortExtension = std::chrono::minutes(10); ///< same as the notification's button
constexpr Duration kLongExtension = std::chrono::hours(1);
constexpr Duration kSnooze = std::chrono::hours(1);

} // namespace

BoardActions::BoardActions(Engine &engine, const Clock &clock, const BoardModel &model, QWidget &owner)
    : QObject(&owner)
    , m_engine(engine)
    , m_clock(clock)
    , m_model(model)
    , m_owner(owner)
    , m_new(add("board.new"_L1, "plus"_L1, tr("New watch…"), Qt::Key_Insert))
    , m_paste(add("board.paste"_L1, "clipboard-paste"_L1, tr("New watch from the clipboard"), QKeySequence::Paste))
    , m_extend(add("board.extend"_L1, "clock-plus"_L1, tr("Extend by 10 min"), QKeySequence(u"Ctrl+E"_s)))
    , m_extendLong(add("board.extendLong"_L1, "clock-plus"_L1, tr("Extend by 1 h"), QKeySequence(u"Ctrl+Shift+E"_s)))
    , m_snooze(add("board.snooze"_L1, "bell-off"_L1, tr("Snooze for 1 h"), QKeySequence(u"Ctrl+M"_s)))
    , m_share(add("board.share"_L1, "upload"_L1, tr("Share this watch"), QKeySequence(u"Ctrl+Shift+S"_s)))
    , m_take(add("board.take"_L1, "user"_L1, tr("I'm on it"), QKeySequence(u"Ctrl+I"_s)))
    , m_note(add("board.note"_L1, "pencil"_L1, tr("Note…"), Qt::Key_F2))
    , m_cancel(add("board.remove"_L1, "circle-stop"_L1, tr("Cancel…"), QKeySequence::Delete))
    , m_repeat(add("board.repeat"_L1, "repeat"_L1, tr("Watch again"), QKeySequence(u"Ctrl+R"_s)))
    , m_open(add("board.open"_L1, "external-link"_L1, tr("Open in Argo CD"), QKeySequence(u"Ctrl+O"_s)))
    , m_copy(add("board.copyReport"_L1, "clipboard-copy"_L1, tr("Copy report"), QKeySequence::Copy))
    , m_link(add("board.copyLink"_L1, "link"_L1, tr("Copy link"), QKeySequence(u"Ctrl+L"_s)))
    , m_dismiss(add("board.remove"_L1, "x"_L1, tr("Dismiss"), QKeySequence::Delete))
{
    connect(m_new, &QAction::triggered, this, [this] { Q_EMIT newWatchAsked({}); });
    connect(m_paste, &QAction::triggered, this,
            [this] { Q_EMIT newWatchAsked(QGuiApplication::clipboard()->text().trimmed()); });
    connect(m_extend, &QAction::triggered, this, [this] { extend(kShortExtension); });
    connect(m_extendLong, &QAction::triggered, this, [this] { extend(kLongExtension); });
    connect(m_snooze, &QAction::triggered, this, &BoardActions::snooze);
    connect(m_share, &QAction::triggered, this, [this] { Q_EMIT shareAsked(chosen(false)); });
    connect(m_take, &QAction::triggered, this, &BoardActions::takeOver);
    connect(m_note, &QAction::triggered, this, [this] { Q_EMIT noteAsked(ownChosen()); });
    connect(m_cancel, &QAction::triggered, this, [this] { Q_EMIT cancelAsked(chosen(false)); });
    connect(m_repeat, &QAction::triggered, this, &BoardActions::repeat);
    connect(m_open, &QAction::triggered, this, &BoardActions::openPages);
    connect(m_copy, &QAction::triggered, this, &BoardActions::copyReport);
    connect(m_link, &QAction::triggered, this, &BoardActions::copyLink);
    connect(m_dismiss, &QAction::triggered, this, &BoardActions::dismiss);
    refresh();
}

QAction *BoardActions::add(QLatin1StringView id, QLatin1StringView glyph, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(glyphIcon(glyph), text, &m_owner);
    action->setObjectName(id);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_owner.addAction(action);
    m_all.append(action);
    return action;
}

void BoardActions::setChosen(const QStringList &watches)
{
    m_chosen = watches;
    refresh();
}

/// Selected local watches, or tasks of team servers, which only their servers can change.
QStringList BoardActions::chosen(bool over, bool areTasks) const
{
    QStringList ids;
    for (const auto &id : m_chosen) {
        const auto *watch = m_model.watch(id);
        if (watch && watch->isOver() == over && isTaskWatch(id) == areTasks)
            ids.append(id);
    }
    return ids;
}

QStringList BoardActions::ownChosen() const
{
    return chosen(false) + chosen(true);
}

void BoardActions::refresh()
{
    const bool anyRuns = !chosen(false).isEmpty();
    const bool anyOver = !chosen(true).isEmpty();
    const bool anyTaskOver = !chosen(true, true).isEmpty();
    const bool anyTask = anyTaskOver || !chosen(false, true).isEmpty();
    for (auto *action : {m_extend, m_extendLong, m_cancel})
        action->setEnabled(anyRuns);
    // Delete has one meaning at a time: if both kinds are selected, it cancels the running ones first.
    m_dismiss->setEnabled((anyOver || anyTaskOver) && !anyRuns);
    m_repeat->setEnabled(anyOver);
    for (auto *action : {m_snooze, m_note})
        action->setEnabled(anyRuns || anyOver);
    m_take->setEnabled((anyRuns || anyOver) && !m_userName.isEmpty());
    m_take->setText(isMine() ? tr("I'm no longer on it") : tr("I'm on it"));
    for (auto *action : {m_open, m_copy})
        action->setEnabled(anyRuns || anyOver || anyTask);
    m_open->setText(anyTask && !anyRuns && !anyOver ? tr("Open on the team server") : tr("Open in Argo CD"));
    m_share->setEnabled(anyRuns && !m_engine.state().teamServers().isEmpty());
    // A link contains images; revisions and chart versions cannot be expressed.
    m_link->setEnabled(std::ranges::any_of(m_chosen, [this](const QString &id) {
        const auto *watch = m_model.watch(id);
        return watch && !watch->request.images.empty() && !isTaskWatch(id);
    }));
}

void BoardActions::fill(QMenu &menu) const
{
    for (auto *action : m_all) {
        if (action == m_repeat || action == m_extend || action == m_take || action == m_open || action == m_dismiss)
            menu.addSeparator();
        if (action->isEnabled())
            menu.addAction(action);
    }
}

void BoardActions::extend(Duration by)
{
    const auto running = chosen(false);
    const auto isPassedOn = [&](const QString &id) { // done once by its parent
        return std::ranges::any_of(running,
                                   [&](const QString &other) { return m_model.watch(other)->children.contains(id); });
    };
    for (const auto &id : running) {
        if (!isPassedOn(id))
            m_engine.extendWatch(id, by);
    }
    Q_EMIT said(tr("Extended by %1").arg(durationText(by)), false);
}

void BoardActions::snooze()
{
    for (const auto &id : ownChosen())
        m_engine.snoozeWatch(id, kSnooze);
    Q_EMIT said(tr("Snoozed for %1, or until its state changes").arg(durationText(kSnooze)), false);
}

/// True if all selected local watches have this user's name.
bool BoardActions::isMine() const
{
    const auto own = ownChosen();
    return !m_userName.isEmpty() && !own.isEmpty() && std::ranges::all_of(own, [this](const QString &id) {
        const auto *watch = m_model.watch(id);
        return watch && watch->takenBy == m_userName;
    });
}

void BoardActions::takeOver()
{
    const bool leaves = isMine();
    for (const auto &id : ownChosen())
        m_engine.setWatchTakenBy(id, leaves ? QString() : m_userName);
    Q_EMIT said(leaves ? tr("You are no longer on it") : tr("%1 is on it").arg(m_userName), false);
}

void BoardActions::dismiss()
{
    const auto over = chosen(true);
    for (const auto &id : over)
        m_engine.dismissWatch(id);
    if (const auto tasks = chosen(true, true); !tasks.isEmpty())
        Q_EMIT tasksDismissed(tasks);
    Q_EMIT said(over.isEmpty() ? tr("Dismissed; still available on the team server")
                               : tr("Dismissed; still listed in Deployments"),
                false);
}

void BoardActions::repeat()
{
    std::vector<WatchRecord> records;
    for (const auto &id : chosen(true))
        records.push_back(*m_model.watch(id));
    m_engine.addWatches(repeatedRequests(records), this).then(this, [this](const Result<QStringList> &added) {
        if (added)
            Q_EMIT repeated(*added);
        else
            Q_EMIT said(added.error().message, true);
    });
}

void BoardActions::openPages()
{
    QList<QUrl> pages;
    for (const auto &id : m_chosen) {
        const auto &watch = *m_model.watch(id);
        const auto page = watchPage(watch, m_model.baseUrl(watch.request.application.instance));
        if (!pages.contains(page))
            pages.append(page);
    }
    for (const auto &page : pages)
        Q_EMIT pageAsked(page);
}

void BoardActions::copyReport()
{
    QStringList reports;
    for (const auto &id : m_chosen) {
        const auto *watch = m_model.watch(id);
        if (!watch)
            continue;
        const auto &key = watch->request.application;
        const auto base = m_model.baseUrl(key.instance);
        reports.append(markdownReport(*watch, m_model.instanceName(key.instance),
                                      base.isEmpty() ? QUrl() : watchPage(*watch, base), {}, m_model.zone()));
    }
    copyText(reports.join(u'\n'));
    Q_EMIT said(tr("Report copied as Markdown"), false);
}

void BoardActions::copyLink()
{
    QStringList links;
    for (const auto &id : m_chosen) {
        const auto *watch = m_model.watch(id);
        if (!watch || watch->request.images.empty() || isTaskWatch(id))
            continue;
        const auto &request = watch->request;
        const auto &key = request.application;
        links.append(watchLinkText({.instance = key.instance,
                                    .nameSpace = key.nameSpace,
                                    .application = key.name,
                                    .images = request.images,
                                    .timeout = request.timeout,
                                    .bake = request.bake,
                                    .release = request.release,
                                    .note = request.note},
                                   m_model.baseUrl(key.instance)));
    }
    copyText(links.join(u'\n'));
    Q_EMIT said(links.size() == 1 ? tr("Link copied; it opens New watch")
                                  : tr("%n links copied", nullptr, int(links.size())),
                false);
}

} // namespace lynceus
