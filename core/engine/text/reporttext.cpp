#include "core/engine/text/reporttext.h"

#include "core/domain/redaction/secretscanner.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/text/visibletext.h"
#include "core/domain/time/zonedtime.h"
#include "core/engine/text/boardtext.h"
#include "core/engine/text/markdowntext.h"
#include "core/engine/text/servertext.h"
#include "core/engine/text/verdicttext.h"
#include "core/engine/text/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kLongestWords = 300; // characters of a server's message in one cell

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// A code span; a backtick in it would end it.
QString code(const QString &text)
{
    return u'`' + visibleLine(text).replace(u'`', u'\'').replace(u'|', u'/') + u'`';
}

QString codes(const QStringList &texts)
{
    QStringList all;
    std::ranges::transform(texts, std::back_inserter(all), code);
    return all.join(u", "_s);
}

/// The target of a link: a parenthesis would end it.
QString target(const QUrl &page)
{
    return page.toString(QUrl::FullyEncoded).replace(u'(', "%28"_L1).replace(u')', "%29"_L1);
}

/// For users, without fractions of a second.
QString moment(Instant instant, const QTimeZone &zone)
{
    return formatRfc3339(std::chrono::floor<std::chrono::seconds>(instant), zone);
}

QString title(const WatchRecord &watch)
{
    const auto outcome = watch.verdict.outcome == Outcome::Waiting && watch.verdict.cause
        ? Text::tr("failing")
        : outcomeText(watch.verdict.outcome);
    return u"## %1 %2: %3\n\n"_s.arg(markdownPlain(watch.request.application.name), markdownPlain(versionsText(watch)),
                                     outcome);
}

QString stageTimes(const WatchRecord &watch, const QTimeZone &zone)
{
    QStringList reached;
    for (std::size_t stage = 1; stage < kStageCount; ++stage) {
        if (const auto &at = watch.stageReachedAt.at(stage))
            reached.append(stageText(Stage(stage)) + u' ' + moment(*at, zone));
    }
    return reached.join(u", "_s);
}

QString commitText(const RevisionMetadata &commit, const QTimeZone &zone)
{
    auto text = markdownPlain(serverText(commit.message));
    if (!commit.author.isEmpty())
        text += u" – "_s + markdownPlain(commit.author);
    return commit.date ? text + u", "_s + moment(*commit.date, zone) : text;
}

QString facts(const WatchRecord &watch, const QString &instanceName, const QUrl &page, const QTimeZone &zone)
{
    const auto &key = watch.request.application;
    const auto instance = instanceName.isEmpty() ? key.instance : instanceName;
    const auto name =
        markdownPlain(instance + u':' + (key.nameSpace.isEmpty() ? key.name : key.nameSpace + u'/' + key.name));
    QStringList images;
    std::ranges::transform(watch.expectation.images, std::back_inserter(images), familiarName);

    MarkdownTable table({Text::tr("Fact"), Text::tr("Value")});
    const auto add = [&table](const QString &what, const QString &value) {
        if (!value.isEmpty())
            table.add({what, value});
    };
    add(Text::tr("Application"), page.isEmpty() ? name : u"[%1](%2)"_s.arg(name, target(page)));
    add(Text::tr("Expected"),
        watch.expectation.version.isImages() ? codes(images) : markdownPlain(expectedText(watch.expectation)));
    add(Text::tr("Before"), codes(watch.oldImages));
    add(Text::tr("Release"), markdownPlain(watch.request.release));
    add(Text::tr("Child watches"), codes(watch.children));
    add(Text::tr("Registered"),
        moment(watch.expectation.registeredAt, zone)
            + (watch.request.who.isEmpty() ? QString() : u" · "_s + markdownPlain(watch.request.who)));
    if (watch.expectation.deadline != Instant{})
        add(Text::tr("Deadline"), moment(watch.expectation.deadline, zone));
    if (watch.verdict.decidedAt)
        add(Text::tr("Decided"),
            Text::tr("%1, after %2")
                .arg(moment(*watch.verdict.decidedAt, zone),
                     durationText(*watch.verdict.decidedAt - watch.expectation.registeredAt)));
    add(Text::tr("Stages"), stageTimes(watch, zone));
    add(Text::tr("Pods"), podCountsText(watch.verdict.pods));
    add(Text::tr("Revision"), codes(watch.verdict.evidence.revisions));
    if (watch.commit)
        add(Text::tr("Commit"), commitText(*watch.commit, zone));
    add(Text::tr("Time zone"), markdownPlain(nameOf(zone)));
    add(Text::tr("On it"), markdownPlain(watch.takenBy));
    if (reportedReason(watch).isEmpty()) // the sentence contains it
        add(Text::tr("Note"), markdownPlain(textWithoutSecrets(watch.request.note)));
    return table.text();
}

QString troubles(const WatchRecord &watch, const QTimeZone &zone)
{
    QString text;
    const auto add = [&text](const QString &what, const QString &words) {
        if (!words.isEmpty())
            text += u"**%1:** %2\n\n"_s.arg(what, markdownPlain(serverText(words, kLongestWords)));
    };
    // Do not repeat what the sentence above contains.
    const auto said = sentence(watch.verdict, watch.expectation, zone);
    const auto addNew = [&](const QString &what, const QString &words) {
        if (!said.contains(words, Qt::CaseInsensitive))
            add(what, words);
    };
    if (const auto &cause = watch.verdict.cause) {
        addNew(Text::tr("Cause"), causeText(*cause, watch.expectation));
        addNew(Text::tr("Server message"), cause->message);
    }
    if (const auto &blocker = watch.verdict.blocker) {
        addNew(Text::tr("Blocked"), blockerText(*blocker, zone));
        addNew(Text::tr("Remedy"), remedyText(*blocker));
    }
    return text;
}

QString healthText(const Health &health)
{
    const auto name = nameOf(health.status);
    return markdownPlain(health.message.isEmpty() ? name : name + u": "_s + serverText(health.message, kLongestWords));
}

QString evidence(const Evidence &evidence, const QTimeZone &zone)
{
    QString text;
    if (!evidence.workloads.empty()) {
        MarkdownTable table({Text::tr("Workload"), Text::tr("Images"), Text::tr("Ready"), Text::tr("New"),
                             Text::tr("Old"), Text::tr("Health")});
        for (const auto &workload : evidence.workloads) {
            table.add({markdownPlain(workload.key.kind + u' ' + workload.key.name), codes(workload.images),
                       u"%1/%2"_s.arg(workload.pods.ready).arg(workload.pods.wanted),
                       QString::number(workload.pods.updated), QString::number(workload.pods.old),
                       healthText(workload.health)});
        }
        text += table.text();
    }
    if (!evidence.pods.empty()) {
        MarkdownTable table({Text::tr("Pod"), Text::tr("Images"), Text::tr("Health"), Text::tr("Reason")});
        for (const auto &pod : evidence.pods)
            table.add({markdownPlain(pod.name), codes(pod.images), healthText(pod.health),
                       markdownPlain(serverText(pod.reason, kLongestWords))});
        text += table.text();
    }
    if (text.isEmpty())
        return {};
    return u"### %1\n\n%2"_s.arg(Text::tr("Evidence, observed %1").arg(moment(evidence.observedAt, zone)), text);
}

/// Indented, so that its content cannot end the code block.
QString log(const WatchRecord &watch)
{
    if (watch.logLines.isEmpty())
        return {};
    auto text = u"### %1\n\n"_s.arg(Text::tr("Last log lines of pod %1").arg(markdownPlain(watch.logPod)));
    for (const auto &line : watch.logLines)
        text += u"    "_s + visibleLine(line) + u'\n';
    return text + u'\n';
}

QString notes(const std::vector<Note> &notes)
{
    if (notes.empty())
        return {};
    auto text = u"### %1\n\n"_s.arg(Text::tr("Notes"));
    for (const auto &note : notes)
        text += u"- "_s + markdownPlain(noteText(note)) + u'\n';
    return text + u'\n';
}

QString kindText(TimelineEntry::Kind kind)
{
    switch (kind) {
    case TimelineEntry::Kind::Stage:
        return Text::tr("stage");
    case TimelineEntry::Kind::Operation:
        return Text::tr("operation");
    case TimelineEntry::Kind::Resource:
        return Text::tr("resource");
    case TimelineEntry::Kind::Blocker:
        return Text::tr("blocked");
    case TimelineEntry::Kind::Cause:
        return Text::tr("cause");
    case TimelineEntry::Kind::Access:
        return Text::tr("access");
    case TimelineEntry::Kind::Outcome:
        return Text::tr("outcome");
    }
    Q_UNREACHABLE();
}

QString history(const std::vector<TimelineEntry> &timeline, const QTimeZone &zone)
{
    if (timeline.empty())
        return {};
    MarkdownTable table({Text::tr("Time"), Text::tr("What"), Text::tr("Resource"), Text::tr("State")});
    for (const auto &entry : timeline) {
        const auto resource =
            entry.resource.kind.isEmpty() ? QString() : entry.resource.kind + u' ' + entry.resource.name;
        auto state = markdownPlain(serverText(entry.text, kLongestWords));
        if (state.isEmpty())
            state = Text::tr("lifted");
        table.add({moment(entry.at, zone), kindText(entry.kind), markdownPlain(resource),
                   entry.images.isEmpty() ? state : state + u" · "_s + codes(entry.images)});
    }
    return u"### %1\n\n%2"_s.arg(Text::tr("Timeline"), table.text());
}

} // namespace

QString markdownReport(const WatchRecord &watch, const QString &instanceName, const QUrl &page,
                       const std::vector<TimelineEntry> &timeline, const QTimeZone &zone)
{
    return title(watch) + markdownPlain(watchSentence(watch, zone)) + u"\n\n"_s + facts(watch, instanceName, page, zone)
        + troubles(watch, zone) + log(watch) + evidence(watch.verdict.evidence, zone) + notes(watch.verdict.notes)
        + history(timeline, zone);
}

} // namespace lynceus
