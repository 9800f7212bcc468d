#include "app/cli/output/watches/progress.h"

#include "core/domain/text/visibletext.h"
#include "core/engine/text/verdicttext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kMostObstacleLines = 3; // per watch: enough for a sentence, not for a stack trace
constexpr int kObstacleIndent = 2;    // columns

QString podsText(const PodCounts &pods)
{
    if (pods.updated == 0 && pods.old == 0)
        return {}; // the number of pods is unknown before the tree was first read
    auto text = u"%1/%2 pods"_s.arg(pods.ready).arg(pods.wanted);
    return pods.old > 0 ? text + u", %1 old"_s.arg(pods.old) : text;
}

QString timeLeft(const WatchReport &report)
{
    using namespace std::chrono;
    const auto left = floor<seconds>(report.expectation.deadline - report.now);
    if (report.verdict.outcome != Outcome::Waiting || report.expectation.deadline == Instant{})
        return {};
    return left.count() > 0 ? formatDuration(left) + u" left"_s : u"deadline passed"_s;
}

QString stageOrOutcome(const Verdict &verdict)
{
    return verdict.outcome == Outcome::Waiting ? stageText(verdict.stage) : outcomeText(verdict.outcome);
}

Tone toneOf(const Verdict &verdict)
{
    if (verdict.outcome == Outcome::Deployed)
        return Tone::Good;
    if (verdict.cause || verdict.outcome == Outcome::Failed)
        return Tone::Bad;
    return isHeldUp(verdict) ? Tone::Doubtful : Tone::Plain;
}

/// Short form of an obstacle that the previous line already contained.
QString knownObstacle(const Verdict &verdict)
{
    return verdict.cause ? u"failing (unchanged)"_s : u"waiting (unchanged)"_s;
}

QString childrenText(const ParentReport &parent)
{
    const auto count = parent.children.size();
    return count == 1 ? u"1 child application"_s : u"%1 child applications"_s.arg(count);
}

QStringList watchLines(const WatchReport &report, qsizetype nameWidth, const TextStyle &style)
{
    const auto &verdict = report.verdict;
    QStringList parts{stageSigns(verdict), stageOrOutcome(verdict), podsText(verdict.pods), timeLeft(report)};
    parts.removeAll(QString());
    const auto name = visibleLine(report.expectation.application.name).leftJustified(nameWidth);
    const auto line = fitted(name + u"  "_s + parts.join(u"  "_s), style.width);
    QStringList lines{toned(line, toneOf(verdict), style)};
    const auto obstacle = obstacleText(report);
    if (obstacle.isEmpty())
        return lines;
    for (const auto &part : wrappedLines(obstacle, style.width - kObstacleIndent, kMostObstacleLines))
        lines += QString(kObstacleIndent, u' ') + toned(part, toneOf(verdict), style);
    return lines;
}

} // namespace

QString obstacleText(const WatchReport &report)
{
    const auto &verdict = report.verdict;
    if (verdict.cause && verdict.outcome != Outcome::Deployed) {
        auto text = causeText(*verdict.cause, report.expectation);
        const auto pods = podCountsText(verdict.pods);
        if (!pods.isEmpty())
            text += u"; "_s + pods;
        return visibleLine((verdict.outcome == Outcome::Waiting ? u"failing: "_s : QString()) + text);
    }
    if (!verdict.blocker || verdict.outcome != Outcome::Waiting)
        return {};
    auto text = u"waiting: "_s + blockerText(*verdict.blocker);
    const auto remedy = remedyText(*verdict.blocker);
    if (!remedy.isEmpty())
        text += u"; "_s + remedy;
    return visibleLine(text);
}

QStringList wrappedLines(const QString &text, int width, int mostLines)
{
    if (width <= 0)
        return {visibleLine(text)};
    QStringList lines;
    QString line;
    const auto words = visibleLine(text).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool fits = line.isEmpty() || line.size() + 1 + words[i].size() <= width;
        if (!fits && lines.size() + 1 == mostLines) {
            lines += fitted(line + u' ' + words.sliced(i).join(u' '), width);
            return lines;
        }
        if (!fits)
            lines += fitted(std::exchange(line, QString()), width);
        line += (line.isEmpty() ? QString() : u" "_s) + words[i];
    }
    if (!line.isEmpty())
        lines += fitted(line, width);
    return lines;
}

QStringList progressBlock(const std::vector<WatchReport> &reports, const TextStyle &style, int mostLines)
{
    qsizetype nameWidth = 0;
    for (const auto &report : reports)
        nameWidth = std::max(nameWidth, visibleLine(report.expectation.application.name).size());
    // If there is not enough room, watches that need attention come first.
    std::vector<const WatchReport *> order(reports.size());
    std::ranges::transform(reports, order.begin(), [](const WatchReport &report) { return &report; });
    std::stable_partition(order.begin(), order.end(),
                          [](const WatchReport *report) { return report->verdict.cause.has_value(); });
    QStringList lines;
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto next = watchLines(*order[i], nameWidth, style);
        const bool isLast = i + 1 == order.size();
        if (lines.size() + next.size() > mostLines - (isLast ? 0 : 1)) {
            lines += fitted(u"… and %1 more"_s.arg(order.size() - i), style.width);
            return lines;
        }
        lines += std::move(next);
    }
    return lines;
}

QString parentLine(const ParentReport &parent)
{
    QStringList parts{parent.key.name, childrenText(parent)};
    if (parent.blocker)
        parts += u"waiting: "_s + blockerText(*parent.blocker);
    return visibleLine(parts.join(u"  "_s));
}

QString obstacleSentence(const WatchReport &report)
{
    const auto &verdict = report.verdict;
    if (verdict.cause)
        return causeText(*verdict.cause, report.expectation);
    return verdict.blocker ? blockerText(*verdict.blocker) : QString();
}

QString progressText(const WatchReport &report, bool isKnown)
{
    const auto &verdict = report.verdict;
    QStringList parts{report.expectation.application.name, stageSigns(verdict) + u' ' + stageOrOutcome(verdict),
                      podsText(verdict.pods), isKnown ? knownObstacle(verdict) : obstacleText(report)};
    parts.removeAll(QString());
    return visibleLine(parts.join(u"  "_s));
}

} // namespace lynceus
