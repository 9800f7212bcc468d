#include "core/domain/notify/news.h"

#include "core/domain/rollout/verdict/advice.h"
#include "core/domain/rollout/verdict/worstoutcome.h"
#include "core/domain/teamserver/taskwatch.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

std::optional<NoticeKind> kindOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Deployed:
        return NoticeKind::Deployed;
    case Outcome::Failed:
        return NoticeKind::Failed;
    case Outcome::TimedOut:
        return NoticeKind::TimedOut;
    case Outcome::Superseded:
        return NoticeKind::Superseded;
    case Outcome::Aborted:
        return NoticeKind::Aborted;
    case Outcome::Gone:
        return NoticeKind::Gone;
    case Outcome::SignInNeeded:
        return NoticeKind::SignInNeeded;
    case Outcome::Waiting:
    case Outcome::Cancelled: // by the user
        return {};
    }
    Q_UNREACHABLE();
}

/// Sign-ins are reported per instance, once for all of its watches.
bool isForPerson(const std::optional<Blocker> &blocker)
{
    return blocker && needsPerson(blocker->kind) && blocker->kind != Blocker::Kind::SignIn;
}

News newsFrom(NoticeKind kind, const QString &detail = {})
{
    return {kind, detail.isEmpty() ? nameOf(kind) : nameOf(kind) + u' ' + detail};
}

} // namespace

std::optional<News> newsOf(const WatchRecord &watch)
{
    const bool alone = watch.request.release.isEmpty();
    const auto &verdict = watch.verdict;
    if (verdict.outcome == Outcome::Waiting) {
        if (verdict.cause) // the same problem of another resource is not news
            return newsFrom(NoticeKind::Failing, nameOf(verdict.cause->kind));
        if (isForPerson(verdict.blocker))
            return newsFrom(NoticeKind::NeedsAttention, nameOf(verdict.blocker->kind));
        return alone ? std::optional(newsFrom(NoticeKind::Started)) : std::nullopt;
    }
    if (!watch.children.isEmpty()) // each child was reported, and the release ends with this watch
        return {};
    const auto kind = kindOf(verdict.outcome);
    if (!kind || (!alone && (kind == NoticeKind::Deployed || kind == NoticeKind::Superseded)))
        return {};
    return newsFrom(*kind);
}

std::optional<News> newsOfRelease(std::vector<Outcome> watches)
{
    if (std::ranges::find(watches, Outcome::Waiting) != watches.end())
        return newsFrom(NoticeKind::Started);
    std::erase(watches, Outcome::Cancelled); // cancelled by the user
    return watches.empty() ? std::nullopt : std::optional(newsFrom(*kindOf(worstOutcome(watches)), u"release"_s));
}

bool isProblem(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::NeedsAttention:
    case NoticeKind::Failing:
    case NoticeKind::Failed:
    case NoticeKind::TimedOut:
    case NoticeKind::Gone:
    case NoticeKind::Aborted:
    case NoticeKind::SignInNeeded:
    case NoticeKind::Unreachable:
        return true;
    case NoticeKind::Started:
    case NoticeKind::Deployed:
    case NoticeKind::Superseded:
    case NoticeKind::Back:
        break;
    }
    return false;
}

QString stateSign(const WatchRecord &watch)
{
    const auto &verdict = watch.verdict;
    return nameOf(verdict.outcome) + u' ' + nameOf(verdict.stage) + u' '
        + (verdict.cause ? nameOf(verdict.cause->kind) : QString()) + u' '
        + (verdict.blocker ? nameOf(verdict.blocker->kind) : QString());
}

std::vector<NoticeButton> buttonsFor(NoticeKind kind, const WatchRecord &watch)
{
    std::vector<NoticeButton> buttons{NoticeButton::Open};
    const bool isOwn = !isTaskWatch(watch.id); // a task of a team server belongs to its pipeline
    if (isOwn && (kind == NoticeKind::Failing || kind == NoticeKind::NeedsAttention)) {
        buttons.push_back(NoticeButton::Extend);
        buttons.push_back(NoticeButton::Snooze);
    }
    if (watch.verdict.cause && kind != NoticeKind::Deployed)
        buttons.push_back(NoticeButton::CopyCause);
    return buttons;
}

Urgency urgencyOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Failed:
    case NoticeKind::TimedOut:
        return Urgency::Critical;
    case NoticeKind::Started:
    case NoticeKind::Back:
        return Urgency::Low;
    case NoticeKind::Failing:
    case NoticeKind::NeedsAttention:
    case NoticeKind::Deployed:
    case NoticeKind::Superseded:
    case NoticeKind::Gone:
    case NoticeKind::Aborted:
    case NoticeKind::SignInNeeded:
    case NoticeKind::Unreachable:
        return Urgency::Normal;
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
