#include "core/engine/deployments/deploymentreport.h"

#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/text/changeorder.h"
#include "core/domain/text/visibletext.h"
#include "core/domain/time/zonedtime.h"
#include "core/engine/deployments/deploymentexport.h"
#include "core/engine/text/deploymenttext.h"
#include "core/engine/text/markdowntext.h"
#include "core/engine/text/wording.h"

#include <QCoreApplication>
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

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// Bottom up, as in the window.
constexpr std::array kStacked{Outcome::Deployed, Outcome::InProgress, Outcome::Superseded,
                              Outcome::Unknown,  Outcome::TimedOut,   Outcome::Failed};

QStringList heads()
{
    return {Text::tr("Started"), Text::tr("Application"), Text::tr("Change"), Text::tr("Actor"),
            Text::tr("Took"),    Text::tr("Outcome"),     Text::tr("Proof"),  Text::tr("Cause")};
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

QString durationOrDash(const std::optional<Duration> &duration)
{
    return duration ? durationText(*duration) : u"–"_s;
}

QString shareText(const std::optional<double> &share)
{
    return share ? QLocale().toString(*share * 100, 'f', 1) + u" %"_s : u"–"_s;
}

QString deploymentsText(int count)
{
    return count == 1 ? Text::tr("of 1 deployment") : Text::tr("of %n deployments", nullptr, count);
}

QString applicationText(const Deployment &deployment, const InstanceNames &instances)
{
    return instances.nameOf(deployment.application.instance) + u':' + deployment.application.name;
}

QString periodText(const DeploymentReport &report, const QTimeZone &zone)
{
    return Text::tr("%1 to %2 (%3)", "from, until, time zone")
        .arg(minuteText(report.trend.from, zone), minuteText(report.trend.until, zone), nameOf(zone));
}

QStringList cellsOf(const Deployment &deployment, const InstanceNames &instances, const QTimeZone &zone)
{
    return {minuteText(deployment.startedAt, zone),
            applicationText(deployment, instances),
            changeText(deployment),
            translatedActorText(deployment.actor),
            deployment.endedAt ? durationText(*deployment.endedAt - deployment.startedAt) : u"–"_s,
            textOf(nameOf(deployment.outcome)),
            textOf(nameOf(deployment.proof)),
            causeText(deployment)};
}

QString entryText(const TimelineEntry &entry)
{
    const auto what =
        entry.resource.kind.isEmpty() ? nameOf(entry.kind) : entry.resource.kind + u' ' + entry.resource.name;
    const auto images = entry.images.isEmpty() ? QString() : u" ("_s + entry.images.join(u", "_s) + u')';
    return what + u": "_s + (entry.text.isEmpty() ? u"–"_s : entry.text) + images;
}

/// An event before a failure, for display.
struct Moment
{
    Instant at{};
    QString text;
};

/// The known events before the failure, oldest first: from its watch, or from the deployment.
std::vector<Moment> momentsOf(const DeploymentReport::Failure &failure)
{
    const auto &deployment = failure.deployment;
    std::vector<Moment> moments;
    if (const auto &commit = deployment.commit; commit && commit->date)
        moments.push_back(
            {*commit->date, Text::tr("commit by %1: %2").arg(commit->author, commit->message.section(u'\n', 0, 0))});
    moments.push_back(
        {deployment.startedAt, Text::tr("sync started (%1)", "by whom").arg(translatedActorText(deployment.actor))});
    for (const auto &entry : failure.timeline)
        moments.push_back({entry.at, entryText(entry)});
    if (failure.timeline.empty() && deployment.endedAt) {
        const auto cause = causeText(deployment);
        const auto outcome = textOf(nameOf(deployment.outcome));
        moments.push_back({*deployment.endedAt, cause.isEmpty() ? outcome : outcome + u": "_s + cause});
    }
    std::ranges::stable_sort(moments, {}, &Moment::at);
    return moments;
}

/// For a failure without a timeline: the source of its times.
QString sourceText(const Deployment &deployment, const InstanceNames &instances)
{
    return isTaskWatch(deployment.watch)
        ? Text::tr("The team server %1 watched this deployment; the times below are its own.")
              .arg(instances.nameOf(deployment.application.instance))
        : Text::tr("No watch followed this deployment; the times below come from the application.");
}

QString cutText(const DeploymentReport &report)
{
    return Text::tr("The newest %n; the numbers count all.", nullptr, int(report.deployments.size()));
}

// --- HTML

/// Escapes text from servers for elements and attributes.
QString html(const QString &text)
{
    return withChangesInOrder(visibleLine(text)).toHtmlEscaped();
}

/// Isolates the direction of text: in a right-to-left report, a cell "1.4.0 → 1.5.0" still reads from left to right,
/// and a sentence that begins with a name from right to left. @p layout is the direction of the report.
QString isolated(const QString &text, Qt::LayoutDirection layout)
{
    const bool isMarked = directionOf(text, layout) == Qt::RightToLeft && !text.isRightToLeft();
    return (isMarked ? u"<bdi dir=\"rtl\">"_s : u"<bdi>"_s) + html(text) + u"</bdi>"_s;
}

/// Shapes and words repeat the information of the colours.
QString styleText()
{
    return uR"(
:root { color-scheme: light dark; --good: #1a7f37; --bad: #b42318; --late: #b54708; --mute: #667085; --open: #175cd3; }
@media (prefers-color-scheme: dark) {
  :root { --good: #4ac26b; --bad: #ff8272; --late: #f5a524; --mute: #98a2b3; --open: #84adff; }
}
body { font: 15px/1.5 system-ui, sans-serif; max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; padding: .35rem .6rem; vertical-align: top;
  border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); overflow-wrap: anywhere; }
.numbers { display: flex; flex-wrap: wrap; gap: 1rem; } .number { flex: 1 1 12rem; padding: .8rem 1rem;
  border: 1px solid color-mix(in srgb, currentColor 18%, transparent); border-radius: .5rem; }
.number b { display: block; font-size: 1.5rem; } .number small { color: var(--mute); display: block; }
.deployed { color: var(--good); fill: var(--good); } .failed { color: var(--bad); fill: var(--bad); }
.timed-out { color: var(--late); fill: var(--late); } .in-progress { color: var(--open); fill: var(--open); }
.superseded, .unknown { color: var(--mute); fill: var(--mute); }
svg { width: 100%; height: auto; } svg text { fill: currentColor; font-size: 11px; }
.applications svg { width: 40vw; height: 1.1rem; } .applications th { font-weight: normal; }
svg line { stroke: currentColor; stroke-opacity: .25; } .legend span { margin-inline-end: 1rem; white-space: nowrap; }
)"_s;
}

/// The outcomes in the chart with colour and name.
QString legendHtml(const DeploymentTrend &trend)
{
    QString text;
    for (const auto outcome : kStacked) {
        const auto isIts = [&](const DeploymentCount &count) {
            return count.byOutcome[static_cast<std::size_t>(outcome)] > 0;
        };
        if (std::ranges::any_of(trend.counts, isIts))
            text += u"<span class=\"%1\">■ %2</span> "_s.arg(nameOf(outcome), html(textOf(nameOf(outcome))));
    }
    return text.isEmpty() ? text : u"<p class=\"legend\">"_s + text + u"</p>\n"_s;
}

/// "3 deployed, 1 failed"
QString outcomesText(const DeploymentCount &count)
{
    QStringList words;
    for (const auto outcome : kStacked) {
        if (const int number = count.byOutcome[static_cast<std::size_t>(outcome)]; number > 0)
            words += u"%1 %2"_s.arg(number).arg(textOf(nameOf(outcome)));
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
    QString text = u"<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\">\n"_s.arg(kWidth)
                       .arg(kHeight + kFoot)
                       .arg(html(Text::tr("Deployments over time, most in one bar: %1").arg(most)));
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
                                                              html(outcomesText(trend.counts[i])), bars);
    }
    const auto label = [&](double x, const QString &anchor, Instant at) {
        text += u"<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n"_s.arg(x)
                    .arg(kHeight + kFoot - 5)
                    .arg(anchor, minuteText(at, zone));
    };
    label(0, u"start"_s, trend.from);
    label(kWidth, u"end"_s, trend.until);
    // The height of the highest bar, as the scale.
    text +=
        u"<line x1=\"0\" x2=\"%1\" y1=\"0.5\" y2=\"0.5\"/><text x=\"0\" y=\"12\">%2</text>\n"_s.arg(kWidth).arg(most);
    return text + u"</svg>\n"_s + legendHtml(trend);
}

/// The applications with the most deployments, as horizontal bars.
QString applicationsHtml(const DeploymentReport &report, const InstanceNames &instances, Qt::LayoutDirection layout)
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
    QString text = u"<h2>%1</h2>\n"_s.arg(html(Text::tr("Applications with the most deployments")));
    if (report.isCut)
        text += u"<p>%1</p>\n"_s.arg(
            html(Text::tr("Of the newest %n deployments.", nullptr, int(report.deployments.size()))));
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
                    .arg(isolated(name, layout), html(outcomesText(count)), bars);
    }
    return text + u"</table>\n"_s;
}

QString numbersHtml(const DeploymentTrend &trend)
{
    QString text = u"<div class=\"numbers\">\n"_s;
    for (const auto &number : numberTexts(trend)) {
        text += u"<div class=\"number\" title=\"%1\">%2<b>%3</b><small>%4</small><small>%5</small></div>\n"_s.arg(
            html(number.definition), html(number.name), html(number.value), html(number.samples),
            html(Text::tr("Period before: %1").arg(number.before)));
    }
    return text + u"</div>\n"_s;
}

QString failureHtml(const DeploymentReport::Failure &failure, const InstanceNames &instances, const QTimeZone &zone,
                    Qt::LayoutDirection layout)
{
    const auto &deployment = failure.deployment;
    auto text = u"<section>\n<h3>%1 %2</h3>\n<p>%3</p>\n"_s.arg(
        isolated(applicationText(deployment, instances), layout), isolated(changeText(deployment), layout),
        html(Text::tr("%1 at %2. %3", "outcome, time, cause"))
            .arg(u"<span class=\"%1\">%2</span>"_s.arg(nameOf(deployment.outcome),
                                                       html(textOf(nameOf(deployment.outcome)))),
                 deployment.endedAt ? minuteText(*deployment.endedAt, zone) : u"–"_s,
                 isolated(causeText(deployment), layout)));
    if (failure.timeline.empty())
        text += u"<p>%1</p>\n"_s.arg(html(sourceText(deployment, instances)));
    text += u"<table>\n"_s;
    for (const auto &moment : momentsOf(failure))
        text += u"<tr><td>%1</td><td>%2</td></tr>\n"_s.arg(isolated(secondText(moment.at, zone), layout),
                                                           isolated(moment.text, layout));
    return text + u"</table>\n</section>\n"_s;
}

QString deploymentsHtml(const DeploymentReport &report, const InstanceNames &instances, const QTimeZone &zone,
                        Qt::LayoutDirection layout)
{
    constexpr qsizetype kOutcome = 5;
    QString text = u"<table>\n<thead><tr><th>"_s + heads().join(u"</th><th>"_s) + u"</th></tr></thead>\n<tbody>\n"_s;
    for (const auto &deployment : report.deployments) {
        text += u"<tr>"_s;
        const auto cells = cellsOf(deployment, instances, zone);
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const auto style = i == kOutcome ? u" class=\"%1\""_s.arg(nameOf(deployment.outcome)) : QString();
            text += u"<td%1>%2</td>"_s.arg(style, isolated(cells[i], layout));
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
    const auto perDay = [](const DeploymentNumbers &numbers) { return QLocale().toString(numbers.perDay, 'f', 1); };
    const auto outages = now.restored == 1 ? Text::tr("of 1 outage") : Text::tr("of %n outages", nullptr, now.restored);
    const auto unrestored = now.unrestored > 0 ? Text::tr("%n not restored", nullptr, now.unrestored) : QString();
    return {{Text::tr("Deployments per day"), perDay(now), perDay(before), deploymentsText(now.deployed),
             Text::tr("Deployments that run, divided by the days of the period.")},
            {Text::tr("Lead time, median"), durationOrDash(now.leadMedian), durationOrDash(before.leadMedian),
             deploymentsText(now.leadSamples), Text::tr("From the commit until the version runs, without rollbacks.")},
            {Text::tr("Lead time, 90 %"), durationOrDash(now.leadP90), durationOrDash(before.leadP90),
             deploymentsText(now.leadSamples), Text::tr("Nine of ten deployments were not slower.")},
            {Text::tr("Change failure share"), shareText(now.failureShare), shareText(before.failureShare),
             deploymentsText(now.judged),
             Text::tr("Deployments that failed, timed out or were rolled back, of those that were judged.")},
            {Text::tr("Time to restore, median"), durationOrDash(now.restoreMedian),
             durationOrDash(before.restoreMedian), joinedClauses({outages, unrestored}),
             Text::tr("From a failed deployment until a later one of the application runs.")}};
}

QByteArray reportHtml(const DeploymentReport &report, const InstanceNames &instances, const QTimeZone &zone)
{
    const auto period = html(periodText(report, zone));
    const auto scope = report.scope.isEmpty() ? Text::tr("All deployments") : html(report.scope);
    //: The code of this catalogue's language, such as "de". It goes into the attribute "lang" of reports.
    const auto language = Text::tr("en", "language code");
    const auto layout = QLocale(language).textDirection();
    // The policy forbids scripts and external content in case an escape is missing.
    QString text =
        u"<!DOCTYPE html>\n<html lang=\"%5\" dir=\"%6\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%7, %1</title>\n<style>%2</style>\n"
        "</head>\n<body>\n<h1>%7</h1>\n<p>%3, %1. %4</p>\n"_s.arg(
            period, styleText(), scope, html(Text::tr("Made by Lynceus at %1.").arg(minuteText(report.madeAt, zone))),
            html(language), layout == Qt::RightToLeft ? u"rtl"_s : u"ltr"_s, html(Text::tr("Deployments")));
    text += numbersHtml(report.trend) + u"<h2>%1</h2>\n"_s.arg(html(Text::tr("Deployments over time")))
        + chartHtml(report.trend, zone);
    text += applicationsHtml(report, instances, layout) + u"<h2>%1</h2>\n"_s.arg(html(Text::tr("Failures")));
    if (report.failures.empty())
        text += u"<p>%1</p>\n"_s.arg(html(Text::tr("None.", "no failures")));
    for (const auto &failure : report.failures)
        text += failureHtml(failure, instances, zone, layout);
    text += u"<h2>%1</h2>\n"_s.arg(html(Text::tr("All deployments")));
    if (report.isCut)
        text += u"<p>%1</p>\n"_s.arg(html(cutText(report)));
    return (text + deploymentsHtml(report, instances, zone, layout) + u"</body>\n</html>\n"_s).toUtf8();
}

QByteArray reportMarkdown(const DeploymentReport &report, const InstanceNames &instances, const QTimeZone &zone)
{
    auto text = u"# %1\n\n%2, %3\n\n"_s.arg(
        Text::tr("Deployments"), report.scope.isEmpty() ? Text::tr("All deployments") : markdownPlain(report.scope),
        markdownPlain(periodText(report, zone)));
    MarkdownTable numbers({Text::tr("Number", "one of the four numbers"), Text::tr("Value"), Text::tr("Period before"),
                           Text::tr("Samples")});
    for (const auto &number : numberTexts(report.trend))
        numbers.add({number.name, number.value, number.before, number.samples});
    text += numbers.text() + u"## %1\n\n"_s.arg(Text::tr("Failures"));
    if (report.failures.empty())
        text += Text::tr("None.", "no failures") + u"\n\n"_s;
    for (const auto &failure : report.failures) {
        const auto &deployment = failure.deployment;
        text += u"### %1 %2: %3\n\n"_s.arg(markdownPlain(applicationText(deployment, instances)),
                                           markdownPlain(changeText(deployment)), textOf(nameOf(deployment.outcome)));
        if (const auto cause = causeText(deployment); !cause.isEmpty())
            text += markdownPlain(cause) + u"\n\n"_s;
        if (failure.timeline.empty())
            text += markdownPlain(sourceText(deployment, instances)) + u"\n\n"_s;
        for (const auto &moment : momentsOf(failure))
            text += u"- %1 %2\n"_s.arg(secondText(moment.at, zone), markdownPlain(moment.text));
        text += u'\n';
    }
    text += u"## %1\n\n"_s.arg(Text::tr("All deployments"));
    if (report.isCut)
        text += cutText(report) + u"\n\n"_s;
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
