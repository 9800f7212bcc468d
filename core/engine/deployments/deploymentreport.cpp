#include "core/engine/deployments/deploymentreport.h"

#include "core/domain/base/visibletext.h"
#include "core/domain/base/zonedtime.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/engine/deployments/deploymentexport.h"
#include "core/engine/text/deploymenttext.h"
#include "core/engine/text/markdowntext.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Outcome = Deployment::Outcome;

/// From the bottom up, as on the screen.
constexpr std::array kStacked{Outcome::Deployed, Outcome::InProgress, Outcome::Superseded,
                              Outcome::Unknown,  Outcome::TimedOut,   Outcome::Failed};

QStringList heads()
{
    return {u"Started"_s, u"Application"_s, u"Change"_s, u"Actor"_s, u"Took"_s, u"Outcome"_s, u"Proof"_s, u"Cause"_s};
}

QString timeText(Instant instant, const QTimeZone &zone, QStringView format)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), zone).toString(format);
}

QString minuteText(Instant instant, const QTimeZone &zone)
{
    return timeText(instant, zone, u"yyyy-MM-dd HH:mm");
}

QString secondText(Instant instant, const QTimeZone &zone)
{
    return timeText(instant, zone, u"yyyy-MM-dd HH:mm:ss");
}

QString durationText(const std::optional<Duration> &duration)
{
    return duration ? formatDuration(*duration) : u"–"_s;
}

QString shareText(const std::optional<double> &share)
{
    return share ? QString::number(*share * 100, 'f', 1) + u" %"_s : u"–"_s;
}

QString countText(int count, const QString &one, const QString &several)
{
    return u"%1 %2"_s.arg(count).arg(count == 1 ? one : several);
}

QString deploymentsText(int count)
{
    return u"of "_s + countText(count, u"deployment"_s, u"deployments"_s);
}

QString applicationText(const Deployment &deployment, const InstanceNames &instances)
{
    return instances.nameOf(deployment.application.instance) + u':' + deployment.application.name;
}

QString periodText(const DeploymentReport &report, const QTimeZone &zone)
{
    return u"%1 to %2 (%3)"_s.arg(minuteText(report.trend.from, zone), minuteText(report.trend.until, zone),
                                  nameOf(zone));
}

QStringList cellsOf(const Deployment &deployment, const InstanceNames &instances, const QTimeZone &zone)
{
    return {minuteText(deployment.startedAt, zone),
            applicationText(deployment, instances),
            changeText(deployment),
            actorWords(deployment.actor),
            deployment.endedAt ? formatDuration(*deployment.endedAt - deployment.startedAt) : u"–"_s,
            wordsOf(nameOf(deployment.outcome)),
            nameOf(deployment.proof),
            causeWords(deployment)};
}

QString entryText(const TimelineEntry &entry)
{
    const auto what =
        entry.resource.kind.isEmpty() ? nameOf(entry.kind) : entry.resource.kind + u' ' + entry.resource.name;
    const auto images = entry.images.isEmpty() ? QString() : u" ("_s + entry.images.join(u", "_s) + u')';
    return what + u": "_s + (entry.text.isEmpty() ? u"–"_s : entry.text) + images;
}

/// A moment of a failure, as readers see it.
struct Moment
{
    Instant at{};
    QString text;
};

/// What is known of how it came to its failure, oldest first: what its watch saw, or at least what the deployment says.
std::vector<Moment> momentsOf(const DeploymentReport::Failure &failure)
{
    const auto &deployment = failure.deployment;
    std::vector<Moment> moments;
    if (const auto &commit = deployment.commit; commit && commit->date)
        moments.push_back(
            {*commit->date, u"commit by %1: %2"_s.arg(commit->author, commit->message.section(u'\n', 0, 0))});
    moments.push_back({deployment.startedAt, u"sync started (%1)"_s.arg(actorWords(deployment.actor))});
    for (const auto &entry : failure.timeline)
        moments.push_back({entry.at, entryText(entry)});
    if (failure.timeline.empty() && deployment.endedAt) {
        const auto cause = causeWords(deployment);
        const auto outcome = wordsOf(nameOf(deployment.outcome));
        moments.push_back({*deployment.endedAt, cause.isEmpty() ? outcome : outcome + u": "_s + cause});
    }
    std::ranges::stable_sort(moments, {}, &Moment::at);
    return moments;
}

/// Of a failure without a timeline: where its times come from.
QString sourceText(const Deployment &deployment, const InstanceNames &instances)
{
    return isTaskWatch(deployment.watch)
        ? u"The team server %1 watched this deployment; the times below are its own."_s.arg(
            instances.nameOf(deployment.application.instance))
        : u"No watch followed this deployment; the times below come from the application."_s;
}

// --- HTML

/// Text of others as it may stand between tags and in attributes.
QString html(const QString &text)
{
    return visibleLine(text).toHtmlEscaped();
}

/// Shapes and words say the same as colours.
QString styleText()
{
    return uR"(
:root { color-scheme: light dark; --good: #1a7f37; --bad: #b42318; --late: #b54708; --mute: #667085; --open: #175cd3; }
@media (prefers-color-scheme: dark) {
  :root { --good: #4ac26b; --bad: #ff8272; --late: #f5a524; --mute: #98a2b3; --open: #84adff; }
}
body { font: 15px/1.5 system-ui, sans-serif; max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .35rem .6rem; vertical-align: top;
  border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); overflow-wrap: anywhere; }
.numbers { display: flex; flex-wrap: wrap; gap: 1rem; } .number { flex: 1 1 12rem; padding: .8rem 1rem;
  border: 1px solid color-mix(in srgb, currentColor 18%, transparent); border-radius: .5rem; }
.number b { display: block; font-size: 1.5rem; } .number small { color: var(--mute); display: block; }
.deployed { color: var(--good); fill: var(--good); } .failed { color: var(--bad); fill: var(--bad); }
.timed-out { color: var(--late); fill: var(--late); } .in-progress { color: var(--open); fill: var(--open); }
.superseded, .unknown { color: var(--mute); fill: var(--mute); }
svg { width: 100%; height: auto; } svg text { fill: currentColor; font-size: 11px; }
.applications svg { width: 40vw; height: 1.1rem; } .applications th { font-weight: normal; }
svg line { stroke: currentColor; stroke-opacity: .25; } .legend span { margin-right: 1rem; white-space: nowrap; }
)"_s;
}

/// The outcomes that the chart has, each in its colour beside its word.
QString legendHtml(const DeploymentTrend &trend)
{
    QString text;
    for (const auto outcome : kStacked) {
        const auto isIts = [&](const DeploymentCount &count) {
            return count.byOutcome[static_cast<std::size_t>(outcome)] > 0;
        };
        if (std::ranges::any_of(trend.counts, isIts))
            text += u"<span class=\"%1\">■ %2</span> "_s.arg(nameOf(outcome), wordsOf(nameOf(outcome)));
    }
    return text.isEmpty() ? text : u"<p class=\"legend\">"_s + text + u"</p>\n"_s;
}

/// "3 deployed, 1 failed"
QString outcomesText(const DeploymentCount &count)
{
    QStringList words;
    for (const auto outcome : kStacked) {
        if (const int number = count.byOutcome[static_cast<std::size_t>(outcome)]; number > 0)
            words += u"%1 %2"_s.arg(number).arg(wordsOf(nameOf(outcome)));
    }
    return words.join(u", "_s);
}

QString chartHtml(const DeploymentTrend &trend, const QTimeZone &zone)
{
    constexpr double kWidth = 960;
    constexpr double kHeight = 180;
    constexpr double kFoot = 20; // for the labels
    int most = 1;
    for (const auto &count : trend.counts)
        most = std::max(most, count.all());
    const auto step = kWidth / static_cast<double>(std::max<std::size_t>(trend.counts.size(), 1));
    QString text =
        u"<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"Deployments over time, most in one bar: %3\">\n"_s
            .arg(kWidth)
            .arg(kHeight + kFoot)
            .arg(most);
    for (std::size_t i = 0; i < trend.counts.size(); ++i) {
        auto top = kHeight;
        QString bars;
        for (const auto outcome : kStacked) {
            const int count = trend.counts[i].byOutcome[static_cast<std::size_t>(outcome)];
            if (count == 0)
                continue;
            const auto height = kHeight * count / most;
            top -= height;
            bars += u"<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\"/>"_s.arg(nameOf(outcome))
                        .arg(step * static_cast<double>(i) + step * 0.1, 0, 'f', 1)
                        .arg(top, 0, 'f', 1)
                        .arg(step * 0.8, 0, 'f', 1)
                        .arg(height, 0, 'f', 1);
        }
        if (!bars.isEmpty())
            text += u"<g><title>%1: %2</title>%3</g>\n"_s.arg(minuteText(trend.counts[i].from, zone),
                                                              outcomesText(trend.counts[i]), bars);
    }
    const auto label = [&](double x, const QString &anchor, Instant at) {
        text += u"<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n"_s.arg(x)
                    .arg(kHeight + kFoot - 5)
                    .arg(anchor, minuteText(at, zone));
    };
    label(0, u"start"_s, trend.from);
    label(kWidth, u"end"_s, trend.until);
    // How high the highest bar is: without it, heights say nothing.
    text +=
        u"<line x1=\"0\" x2=\"%1\" y1=\"0.5\" y2=\"0.5\"/><text x=\"0\" y=\"12\">%2</text>\n"_s.arg(kWidth).arg(most);
    return text + u"</svg>\n"_s + legendHtml(trend);
}

/// The applications with the most deployments, each as one bar of the chart that lies on its side.
QString applicationsHtml(const DeploymentReport &report, const InstanceNames &instances)
{
    constexpr std::size_t kMost = 10;
    constexpr double kWidth = 600;
    constexpr int kHeight = 16;
    std::map<QString, DeploymentCount> byApplication;
    for (const auto &deployment : report.deployments)
        ++byApplication[applicationText(deployment, instances)].byOutcome[static_cast<std::size_t>(deployment.outcome)];
    if (byApplication.size() < 2)
        return {};
    std::vector<std::pair<QString, DeploymentCount>> ranked(byApplication.begin(), byApplication.end());
    std::ranges::stable_sort(ranked, std::greater<>(), [](const auto &each) { return each.second.all(); });
    ranked.resize(std::min(ranked.size(), kMost));
    const int most = ranked.front().second.all();
    QString text = u"<h2>Applications with the most deployments</h2>\n"_s;
    if (report.isCut)
        text += u"<p>Of the newest %1 deployments.</p>\n"_s.arg(report.deployments.size());
    text += u"<table class=\"applications\">\n"_s;
    for (const auto &[name, count] : ranked) {
        QString bars;
        double left = 0;
        for (const auto outcome : kStacked) {
            const auto width = kWidth * count.byOutcome[static_cast<std::size_t>(outcome)] / most;
            if (width > 0)
                bars += u"<rect class=\"%1\" x=\"%2\" y=\"0\" width=\"%3\" height=\"%4\"/>"_s.arg(nameOf(outcome))
                            .arg(left, 0, 'f', 1)
                            .arg(width, 0, 'f', 1)
                            .arg(kHeight);
            left += width;
        }
        text += u"<tr><th scope=\"row\">%4</th><td><svg viewBox=\"0 0 %1 %2\" preserveAspectRatio=\"none\" "
                "role=\"img\" aria-label=\"%5\"><title>%5</title>%6</svg></td><td>%3</td></tr>\n"_s.arg(kWidth)
                    .arg(kHeight)
                    .arg(count.all())
                    .arg(html(name), outcomesText(count), bars);
    }
    return text + u"</table>\n"_s;
}

QString numbersHtml(const DeploymentTrend &trend)
{
    QString text = u"<div class=\"numbers\">\n"_s;
    for (const auto &number : numberTexts(trend)) {
        text +=
            u"<div class=\"number\" title=\"%1\">%2<b>%3</b><small>%4</small><small>Period before: %5</small></div>\n"_s
                .arg(html(number.definition), html(number.name), html(number.value), html(number.samples),
                     html(number.before));
    }
    return text + u"</div>\n"_s;
}

QString failureHtml(const DeploymentReport::Failure &failure, const InstanceNames &instances, const QTimeZone &zone)
{
    const auto &deployment = failure.deployment;
    auto text = u"<section>\n<h3>%1 %2</h3>\n<p><span class=\"%3\">%4</span> at %5. %6</p>\n"_s.arg(
        html(applicationText(deployment, instances)), html(changeText(deployment)), nameOf(deployment.outcome),
        wordsOf(nameOf(deployment.outcome)), deployment.endedAt ? minuteText(*deployment.endedAt, zone) : u"–"_s,
        html(causeWords(deployment)));
    if (failure.timeline.empty())
        text += u"<p>%1</p>\n"_s.arg(html(sourceText(deployment, instances)));
    text += u"<table>\n"_s;
    for (const auto &moment : momentsOf(failure))
        text += u"<tr><td>%1</td><td>%2</td></tr>\n"_s.arg(secondText(moment.at, zone), html(moment.text));
    return text + u"</table>\n</section>\n"_s;
}

QString deploymentsHtml(const DeploymentReport &report, const InstanceNames &instances, const QTimeZone &zone)
{
    constexpr qsizetype kOutcome = 5;
    QString text = u"<table>\n<thead><tr><th>"_s + heads().join(u"</th><th>"_s) + u"</th></tr></thead>\n<tbody>\n"_s;
    for (const auto &deployment : report.deployments) {
        text += u"<tr>"_s;
        const auto cells = cellsOf(deployment, instances, zone);
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const auto style = i == kOutcome ? u" class=\"%1\""_s.arg(nameOf(deployment.outcome)) : QString();
            text += u"<td%1>%2</td>"_s.arg(style, html(cells[i]));
        }
        text += u"</tr>\n"_s;
    }
    return text + u"</tbody>\n</table>\n"_s;
}

// --- JSON

QJsonValue seconds(const std::optional<Duration> &duration)
{
    return duration ? QJsonValue(qint64(std::chrono::floor<std::chrono::seconds>(*duration).count())) : QJsonValue();
}

QJsonObject numbersJson(const DeploymentNumbers &numbers)
{
    return {{u"deploymentsPerDay"_s, QJsonObject{{u"value"_s, numbers.perDay}, {u"samples"_s, numbers.deployed}}},
            {u"leadTime"_s,
             QJsonObject{{u"medianSeconds"_s, seconds(numbers.leadMedian)},
                         {u"p90Seconds"_s, seconds(numbers.leadP90)},
                         {u"samples"_s, numbers.leadSamples}}},
            {u"changeFailureShare"_s,
             QJsonObject{{u"value"_s, numbers.failureShare ? QJsonValue(*numbers.failureShare) : QJsonValue()},
                         {u"failed"_s, numbers.failed},
                         {u"samples"_s, numbers.judged}}},
            {u"timeToRestore"_s,
             QJsonObject{{u"medianSeconds"_s, seconds(numbers.restoreMedian)},
                         {u"samples"_s, numbers.restored},
                         {u"unrestored"_s, numbers.unrestored}}}};
}

QJsonArray countsJson(const std::vector<DeploymentCount> &counts)
{
    QJsonArray array;
    for (const auto &count : counts) {
        QJsonObject object{{u"from"_s, formatRfc3339(count.from)}};
        for (const auto outcome : kStacked)
            object.insert(nameOf(outcome), count.byOutcome[static_cast<std::size_t>(outcome)]);
        array.append(object);
    }
    return array;
}

QJsonObject failureJson(const DeploymentReport::Failure &failure, const InstanceNames &instances)
{
    QJsonArray timeline;
    for (const auto &entry : failure.timeline) {
        timeline.append(QJsonObject{
            {u"at"_s, formatRfc3339(entry.at)}, {u"kind"_s, nameOf(entry.kind)}, {u"text"_s, entryText(entry)}});
    }
    auto object = deploymentArray({failure.deployment}, instances).at(0).toObject();
    object.insert(u"timeline"_s, timeline);
    return object;
}

} // namespace

std::vector<NumberText> numberTexts(const DeploymentTrend &trend)
{
    const auto &now = trend.now;
    const auto &before = trend.before;
    const auto perDay = [](const DeploymentNumbers &numbers) { return QString::number(numbers.perDay, 'f', 1); };
    const auto unrestored = now.unrestored > 0 ? u"; %1 not restored"_s.arg(now.unrestored) : QString();
    return {{u"Deployments per day"_s, perDay(now), perDay(before), deploymentsText(now.deployed),
             u"Deployments that run, divided by the days of the period."_s},
            {u"Lead time, median"_s, durationText(now.leadMedian), durationText(before.leadMedian),
             deploymentsText(now.leadSamples), u"From the commit until the version runs, without rollbacks."_s},
            {u"Lead time, 90 %"_s, durationText(now.leadP90), durationText(before.leadP90),
             deploymentsText(now.leadSamples), u"Nine of ten deployments were not slower."_s},
            {u"Change failure share"_s, shareText(now.failureShare), shareText(before.failureShare),
             deploymentsText(now.judged),
             u"Deployments that failed, timed out or were rolled back, of those that were judged."_s},
            {u"Time to restore, median"_s, durationText(now.restoreMedian), durationText(before.restoreMedian),
             u"of %1%2"_s.arg(countText(now.restored, u"outage"_s, u"outages"_s), unrestored),
             u"From a failed deployment until a later one of the application runs."_s}};
}

QByteArray reportHtml(const DeploymentReport &report, const InstanceNames &instances, const QTimeZone &zone)
{
    const auto period = html(periodText(report, zone));
    const auto scope = report.scope.isEmpty() ? u"All deployments"_s : html(report.scope);
    // The policy forbids what this file does not do anyway, should an escape ever be missing.
    QString text =
        u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Deployments, %1</title>\n<style>%2</style>\n"
        "</head>\n<body>\n<h1>Deployments</h1>\n<p>%3, %1. Made by Lynceus at %4.</p>\n"_s.arg(
            period, styleText(), scope, minuteText(report.madeAt, zone));
    text += numbersHtml(report.trend) + u"<h2>Deployments over time</h2>\n"_s + chartHtml(report.trend, zone);
    text += applicationsHtml(report, instances) + u"<h2>Failures</h2>\n"_s;
    if (report.failures.empty())
        text += u"<p>None.</p>\n"_s;
    for (const auto &failure : report.failures)
        text += failureHtml(failure, instances, zone);
    text += u"<h2>All deployments</h2>\n"_s;
    if (report.isCut)
        text += u"<p>The newest %1; the numbers count all.</p>\n"_s.arg(report.deployments.size());
    return (text + deploymentsHtml(report, instances, zone) + u"</body>\n</html>\n"_s).toUtf8();
}

QByteArray reportMarkdown(const DeploymentReport &report, const InstanceNames &instances, const QTimeZone &zone)
{
    auto text = u"# Deployments\n\n%1, %2\n\n"_s.arg(report.scope.isEmpty() ? u"All deployments"_s
                                                                            : markdownPlain(report.scope),
                                                     markdownPlain(periodText(report, zone)));
    MarkdownTable numbers({u"Number"_s, u"Value"_s, u"Period before"_s, u"Samples"_s});
    for (const auto &number : numberTexts(report.trend))
        numbers.add({number.name, number.value, number.before, number.samples});
    text += numbers.text() + u"## Failures\n\n"_s;
    if (report.failures.empty())
        text += u"None.\n\n"_s;
    for (const auto &failure : report.failures) {
        const auto &deployment = failure.deployment;
        text += u"### %1 %2: %3\n\n"_s.arg(markdownPlain(applicationText(deployment, instances)),
                                           markdownPlain(changeText(deployment)), wordsOf(nameOf(deployment.outcome)));
        if (const auto cause = causeWords(deployment); !cause.isEmpty())
            text += markdownPlain(cause) + u"\n\n"_s;
        if (failure.timeline.empty())
            text += markdownPlain(sourceText(deployment, instances)) + u"\n\n"_s;
        for (const auto &moment : momentsOf(failure))
            text += u"- %1 %2\n"_s.arg(secondText(moment.at, zone), markdownPlain(moment.text));
        text += u'\n';
    }
    text += u"## All deployments\n\n"_s;
    if (report.isCut)
        text += u"The newest %1; the numbers count all.\n\n"_s.arg(report.deployments.size());
    MarkdownTable table(heads());
    for (const auto &deployment : report.deployments) {
        auto cells = cellsOf(deployment, instances, zone);
        std::ranges::transform(cells, cells.begin(), markdownPlain);
        table.add(cells);
    }
    return (text + table.text()).toUtf8();
}

QByteArray reportJson(const DeploymentReport &report, const InstanceNames &instances)
{
    QJsonArray failures;
    for (const auto &failure : report.failures)
        failures.append(failureJson(failure, instances));
    const QJsonObject json{{u"from"_s, formatRfc3339(report.trend.from)},
                           {u"until"_s, formatRfc3339(report.trend.until)},
                           {u"madeAt"_s, formatRfc3339(report.madeAt)},
                           {u"numbers"_s, numbersJson(report.trend.now)},
                           {u"before"_s, numbersJson(report.trend.before)},
                           {u"counts"_s, countsJson(report.trend.counts)},
                           {u"failures"_s, failures},
                           {u"deployments"_s, deploymentArray(report.deployments, instances)},
                           {u"cut"_s, report.isCut}};
    return visibleJson(QJsonDocument(json).toJson());
}

} // namespace lynceus
