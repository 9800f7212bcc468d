#include "app/cli/output/watches/watchlist.h"

#include "app/cli/output/json.h"
#include "app/cli/output/texttable.h"
#include "app/cli/output/watches/verdictprinter.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/text/boardtext.h"
#include "core/engine/text/verdicttext.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::array kHeads{"ID", "ENDED", "APPLICATION", "VERSION", "OUTCOME", "WHY"};
constexpr qsizetype kOutcome = 4;
constexpr int kLeastWords = 20; // columns for the sentence; narrower than that, lines may wrap

QStringList cellsOf(const WatchRecord &watch, const InstanceNames &instances, const TextStyle &style)
{
    const auto &application = watch.expectation.application;
    return {visibleLine(watch.id),
            watch.endedAt ? timeText(*watch.endedAt, style) : u"–"_s,
            visibleLine(instances.nameOf(application.instance) + u':' + application.name),
            visibleLine(versionsText(watch)),
            nameOf(watch.verdict.outcome),
            visibleLine(rowSentence(watch).joined())};
}

Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Deployed:
        return Tone::Good;
    case Outcome::Failed:
    case Outcome::TimedOut:
    case Outcome::Gone:
        return Tone::Bad;
    case Outcome::Aborted:
    case Outcome::Superseded:
    case Outcome::SignInNeeded:
        return Tone::Doubtful;
    case Outcome::Waiting:
    case Outcome::Cancelled:
        break;
    }
    return Tone::Plain;
}

OrderedJson toJson(const TimelineEntry &entry)
{
    OrderedJson json;
    json["at"] = lynceus::toJson(std::optional(entry.at));
    json["kind"] = lynceus::toJson(nameOf(entry.kind));
    json["resource"] = entry.resource.kind.isEmpty() ? OrderedJson(nullptr) : lynceus::toJson(entry.resource);
    json["text"] = lynceus::toJson(entry.text);
    json["images"] = lynceus::toJson(entry.images);
    return json;
}

QString entryText(const TimelineEntry &entry, const WatchRecord &watch)
{
    const auto what = entry.resource.kind.isEmpty() ? nameOf(entry.kind)
                                                    : resourceText(entry.resource, watch.expectation.application);
    const auto state = entry.text.isEmpty() ? u"–"_s : entry.text;
    const auto images = entry.images.isEmpty() ? QString() : u"  "_s + entry.images.join(u", "_s);
    return visibleLine(what + u": "_s + state + images);
}

} // namespace

QByteArray watchTable(const std::vector<WatchRecord> &watches, const InstanceNames &instances, const TextStyle &style)
{
    TextTable table({kHeads.begin(), kHeads.end()}, kOutcome, kLeastWords);
    for (const auto &watch : watches)
        table.add(cellsOf(watch, instances, style), toneOf(watch.verdict.outcome));
    return table.text(style);
}

QString watchDetailsText(const WatchDetails &watch, const InstanceNames &instances, const TextStyle &style)
{
    const auto &record = watch.record;
    WatchReport report;
    report.expectation = record.expectation;
    report.project = record.request.project;
    report.url = instances.pageOf(record.expectation.application);
    report.verdict = record.verdict;
    report.commit = record.commit;
    report.now = record.verdict.evidence.observedAt;
    QString text = verdictText(report, style);
    const auto line = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            text += u"%1 %2\n"_s.arg(name, visibleLine(value));
    };
    text += u'\n';
    line(u"Watch:"_s, record.id);
    line(u"Instance:"_s, instances.nameOf(record.expectation.application.instance));
    line(u"Release:"_s, record.request.release);
    line(u"Requested by:"_s, record.request.who);
    line(u"On it:"_s, record.takenBy);
    line(u"Note:"_s, record.request.note);
    line(u"Registered:"_s, timeText(record.expectation.registeredAt, style));
    line(u"Deadline:"_s, timeText(record.expectation.deadline, style));
    line(u"Replaced by:"_s, record.replacedBy);
    if (!watch.timeline.empty())
        text += u"\nTimeline:\n"_s;
    for (const auto &entry : watch.timeline)
        text += u"  %1  %2\n"_s.arg(timeText(entry.at, style), entryText(entry, record));
    return text;
}

QByteArray watchDetailsJson(const WatchDetails &watch, const InstanceNames &instances)
{
    const auto list = historyJson({watch.record}, instances);
    auto json = OrderedJson::parse(list.constBegin(), list.constEnd(), nullptr, false).at(0);
    auto timeline = OrderedJson::array();
    for (const auto &entry : watch.timeline)
        timeline.push_back(toJson(entry));
    json["timeline"] = std::move(timeline);
    return document(json);
}

} // namespace lynceus
