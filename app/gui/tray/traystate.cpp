#include "app/gui/tray/traystate.h"

#include "core/domain/board/boardlayout.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Tray)
};

bool isHeld(const WatchRecord &watch)
{
    return isHeldUp(watch.verdict) && !watch.verdict.cause;
}

/// 0 comes first.
int rank(const WatchRecord &watch)
{
    return watch.verdict.cause ? 0 : isHeld(watch) ? 1 : 2;
}

/// True if the instance of a running watch is not being read.
bool keepsWaiting(const EngineState &engine, const WatchRecord &watch)
{
    const auto &id = watch.request.application.instance;
    const auto *instance = engine.instance(id);
    const auto *server = engine.teamServer(id);
    if (!instance && !server)
        return false;
    switch (instance ? instance->connection : server->connection) {
    case Connection::Live:
    case Connection::Polling:
    case Connection::Connecting:
        return false;
    case Connection::Paused:
    case Connection::Stale:
    case Connection::Unreachable:
    case Connection::SignInNeeded:
    case Connection::KeychainShut:
    case Connection::Certificate:
    case Connection::NotArgoCd:
    case Connection::Forbidden:
        return true;
    }
    Q_UNREACHABLE();
}

std::vector<const WatchRecord *> recordsOf(const TraySource &source)
{
    std::vector<const WatchRecord *> all;
    for (const auto &watch : source.engine.watches())
        all.push_back(&watch);
    for (const auto &task : source.tasks)
        all.push_back(&task);
    return all;
}

/// Tasks without a known deadline come last.
Instant deadlineOf(const WatchRecord *watch)
{
    const auto deadline = watch->expectation.deadline;
    return deadline == Instant{} ? Instant::max() : onOurClock(*watch, deadline);
}

} // namespace

TrayWatches trayWatches(const TraySource &source, Instant now)
{
    const auto all = recordsOf(source);
    QHash<QStringView, const WatchRecord *> byId;
    for (const auto *watch : all)
        byId.insert(watch->id, watch);
    const BoardOrder eachByItself{.labelOf = [](const WatchRecord &) { return QString(); }};
    TrayWatches listed;
    for (const auto &section : boardLayout(all, {now, {}}, eachByItself)) {
        for (const auto &entry : section.entries) {
            const auto *watch = byId.value(entry.watches.front());
            if (section.group == BoardGroup::NeedsAttention)
                listed.attention.push_back(watch);
            else
                (watch->isOver() ? listed.results : listed.running).push_back(watch);
        }
    }
    std::ranges::stable_sort(listed.running, {}, &deadlineOf);
    std::ranges::stable_sort(listed.results, std::greater<>(), [](const auto *watch) { return watch->endedAt; });
    return listed;
}

TrayState trayState(const TraySource &source, const TrayNews &news)
{
    auto running = recordsOf(source);
    std::erase_if(running, [](const auto *watch) { return watch->isOver(); });
    const auto failing = std::ranges::count(running, 0, [](const auto *watch) { return rank(*watch); });
    const auto held = std::ranges::count_if(running, [&source](const auto *watch) {
        return isHeld(*watch) || (!watch->verdict.cause && keepsWaiting(source.engine, *watch));
    });
    TrayState state;
    state.count = news.unseen > 0 ? news.unseen : static_cast<int>(running.size());
    if (failing > 0 || news.failureUnseen)
        state.role = StateRole::Bad;
    else if (held > 0)
        state.role = StateRole::Held;
    else if (news.unseen > 0)
        state.role = StateRole::Good;
    else if (!running.empty())
        state.role = StateRole::Working;
    QStringList parts;
    if (failing > 0)
        parts << Text::tr("%n failing", nullptr, int(failing));
    if (held > 0)
        parts << Text::tr("%n blocked", nullptr, int(held));
    if (const auto moving = static_cast<qsizetype>(running.size()) - failing - held; moving > 0)
        parts << Text::tr("%n in progress", nullptr, int(moving));
    if (news.unseen > 0)
        parts << (news.failureUnseen ? Text::tr("%n unseen, with a failure", nullptr, news.unseen)
                                     : Text::tr("%n unseen", nullptr, news.unseen));
    if (parts.isEmpty())
        parts << Text::tr("no watches");
    if (news.muted)
        parts << Text::tr("muted");
    state.sentence = Text::tr("Lynceus: %1").arg(parts.join(u", "_s));
    return state;
}

} // namespace lynceus
